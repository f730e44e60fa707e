import { Button, Menu, Skeleton } from '@mantine/core'
import { IconFileImport, IconHistory, IconPlus, IconReportMoney } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { parseSourceLine } from '../../../../shared/rules/statements/forms.ts'
import { isAnnual } from '../../../../shared/rules/statements/period.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { HeadDialog } from './dialogs/HeadDialog.tsx'
import { ImportDialog } from './dialogs/ImportDialog.tsx'
import { figuresQuery, rereadStatements, type StatementOf, type StatementRowOf, statementsQuery } from './queries.ts'
import { SetView } from './SetView.tsx'
import styles from './statements.module.css'
import { YearStrip } from './YearStrip.tsx'

export type StatementsParty = { id: number; name: string; dossiers: readonly { id: number; kind: 'credit' | 'contract' }[] }

/** A party's annual statements: the years, and one set of them to read, to enter and to confirm. */
export function StatementsTab({ party }: { party: StatementsParty }) {
  const list = useQuery(statementsQuery(party.id))
  const figures = useQuery(figuresQuery(party.id))
  const error = list.error ?? figures.error
  if (error) return <ErrorState error={error} retry={() => void Promise.all([list.refetch(), figures.refetch()])} />
  if (!list.data || !figures.data) {
    return <div className={styles.root} aria-busy><div className={styles.fill}><Skeleton height={56} radius={8} /><Skeleton style={{ flex: 1 }} radius={8} /></div></div>
  }
  return <Statements party={party} rows={list.data.rows} mayKeep={list.data.mayKeep} statements={figures.data.statements} />
}

type Props = { party: StatementsParty; rows: readonly StatementRowOf[]; mayKeep: boolean; statements: readonly StatementOf[] }

function Statements({ party, rows, mayKeep, statements }: Props) {
  const [, go] = useLocation()
  const search = new URLSearchParams(useSearch())
  const [dialog, setDialog] = useState<'add' | 'import' | null>(null)
  const [reloads, setReloads] = useState(0)
  const reload = async () => {
    await rereadStatements()
    setReloads(reloads + 1)
  }
  const asked = Number(search.get('set'))
  const select = (id: number | null) => go(paths.statements(party.id, id), { replace: true })
  const shown = statements.find(({ id }) => id === asked) ?? statements[0]
  const old = rows.find(({ id }) => id === asked && !statements.some((one) => one.id === id))
  return (
    <div className={styles.root}>
      <div className={styles.fill}>
        {rows.length > 0 && (
          <div className={styles.head}>
            <YearStrip statements={statements} selected={old?.id ?? shown?.id ?? null} onSelect={select} />
            <div className={styles.headActions}>
              <OldMenu rows={rows.filter(({ state }) => state === 'superseded' || state === 'withdrawn')} onSelect={select} />
              {mayKeep && <Entering onDialog={setDialog} />}
            </div>
          </div>
        )}
        {old ? <OldSet party={party} id={old.id} statements={statements} onBack={() => select(null)} /> : shown ? (
          <SetView 
            key={`${shown.id}:${shown.state}:${shown.format}:${reloads}`} party={party} statement={shown} statements={statements} goTo={parseSourceLine(search.get('at') ?? '')} onSelect={select}
            onReload={reload} mayKeep={mayKeep}
          />
        ) : <Nothing mayKeep={mayKeep} onDialog={setDialog} />}
      </div>
      {dialog === 'add' && <HeadDialog party={party} statement={null} years={rows} onClose={() => setDialog(null)} onDone={select} />}
      {dialog === 'import' && <ImportDialog party={party} onClose={() => setDialog(null)} onDone={select} />}
    </div>
  )
}

function Entering({ onDialog, isFirst = false }: { onDialog: (dialog: 'add' | 'import') => void; isFirst?: boolean }) {
  const { statements: { tab: words } } = useText()
  const may = useMay()
  return (
    <>
      {may('statements.import') && <Button leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden />} onClick={() => onDialog('import')}>{words.import}</Button>}
      {may('statements.save') && <Button variant={isFirst ? 'filled' : 'default'} leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />} onClick={() => onDialog('add')}>{words.add}</Button>}
    </>
  )
}

function Nothing({ mayKeep, onDialog }: { mayKeep: boolean; onDialog: (dialog: 'add' | 'import') => void }) {
  const { statements: { tab: words } } = useText()
  return (
    <Panel>
      <EmptyState icon={IconReportMoney} title={words.empty} hint={mayKeep ? words.emptyHint : words.emptyReadOnly}>{mayKeep && <Entering onDialog={onDialog} isFirst />}</EmptyState>
    </Panel>
  )
}

/** Sets that no longer stand: corrected or taken back. */
function OldMenu({ rows, onSelect }: { rows: readonly StatementRowOf[]; onSelect: (id: number) => void }) {
  const { statements: words } = useText()
  if (rows.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button variant="subtle" leftSection={<IconHistory size={18} stroke={1.5} aria-hidden />}>{words.tab.old(rows.length)}</Button></Menu.Target>
      <Menu.Dropdown>
        {rows.map(({ id, periodEnd, revision, state }) => (
          <Menu.Item key={id} onClick={() => onSelect(id)}>{words.tab.year(periodEnd)}{isAnnual(periodEnd) ? '' : `　${words.tab.interim}`}　{words.tab.revision(revision)}　{words.state[state]}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** A set that no longer stands is read on its own, with an entry of its own in the log. */
function OldSet({ party, id, statements, onBack }: { party: StatementsParty; id: number; statements: readonly StatementOf[]; onBack: () => void }) {
  const { statements: { tab: words, state } } = useText()
  const { data, error, refetch } = useQuery(figuresQuery(party.id, [id]))
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  const [statement] = data?.statements ?? []
  if (!statement) return <Skeleton style={{ flex: 1 }} radius={8} />
  return <SetView key={id} party={party} statement={statement} statements={statements} goTo={null} mayKeep={false} onSelect={onBack} onReload={refetch} back={<><span className={styles.unsaved}>{words.revision(statement.revision)}　{state[statement.state]}</span><Button size="sm" onClick={onBack}>{words.back}</Button></>} />
}
