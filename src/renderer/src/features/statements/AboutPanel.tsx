import { Button, Group } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { localMinute } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { HeadDialog } from './dialogs/HeadDialog.tsx'
import { changeStatements, type SaveInput, type StatementOf } from './queries.ts'
import styles from './statements.module.css'
import type { StatementsParty } from './StatementsTab.tsx'

type Props = { party: StatementsParty; statement: StatementOf; mayKeep: boolean; lines: SaveInput['lines']; onSaved: (version: number) => void; onSelect: (id: number | null) => void }

/** Where a set comes from and how it stands, with what can be done about it. */
export function AboutPanel({ party, statement, mayKeep, lines, onSaved, onSelect }: Props) {
  const { statements: words, common } = useText()
  const may = useMay()
  const [dialog, setDialog] = useState<'edit' | 'revise' | 'withdraw' | null>(null)
  const { about } = words
  const isDraft = statement.state === 'draft'
  const facts: [string, ReactNode][] = [
    [about.format, words.format[statement.format]],
    [about.opinion, <Opinion key="opinion" statement={statement} />],
    [about.receivedOn, statement.receivedOn],
    [about.original, <Source key="source" source={statement.source} />],
    [about.entered, about.by(statement.enteredByName, localMinute(statement.enteredAt))],
    ...(statement.confirm === null ? [] : [[about.toConfirm, statement.confirm.by.length === 0 ? about.confirmBy([]) : common.list(statement.confirm.by)] as [string, ReactNode]]),
    ...(statement.confirmedAt === null ? [] : [[about.confirmed, about.by(statement.confirmedByName ?? '', localMinute(statement.confirmedAt))] as [string, ReactNode]]),
    ...(statement.reviseReason === null ? [] : [[about.revises, statement.reviseReason] as [string, ReactNode]]),
    ...(statement.withdrawnAt === null ? [] : [[about.withdrawn, `${about.by(statement.withdrawnByName ?? '', localMinute(statement.withdrawnAt))}　${statement.withdrawnReason}`] as [string, ReactNode]]),
    ...(statement.remarks === null ? [] : [[about.remarks, statement.remarks] as [string, ReactNode]]),
  ]
  return (
    <Panel title={about.title} aside={mayKeep && isDraft ? <Button size="xs" onClick={() => setDialog('edit')}>{about.edit}</Button> : undefined}>
      <dl className={styles.about}>{facts.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
      {mayKeep && (
        <Group gap={8} mt={12}>
          {statement.state === 'confirmed' && may('statements.revise') && <Button size="xs" onClick={() => setDialog('revise')}>{words.action.revise}</Button>}
          {(isDraft || statement.state === 'confirmed') && may('statements.withdraw') && <Button size="xs" onClick={() => setDialog('withdraw')}>{isDraft ? words.action.giveUp : words.action.withdraw}</Button>}
        </Group>
      )}
      {dialog === 'edit' && <HeadDialog party={party} statement={statement} lines={lines} years={[]} onClose={() => setDialog(null)} onDone={(_id, version) => onSaved(version)} />}
      <ConfirmModal
        opened={dialog === 'revise'} onClose={() => setDialog(null)} title={words.dialog.reviseTitle} action={words.action.revise} reasonLabel={words.dialog.reviseReason}
        onConfirm={async (reason) => onSelect((await changeStatements('statements.revise', { id: statement.id, version: statement.version, reason })).id)}
      >{words.dialog.reviseHint}</ConfirmModal>
      <ConfirmModal
        opened={dialog === 'withdraw'} onClose={() => setDialog(null)} title={isDraft ? words.dialog.giveUpTitle : words.dialog.withdrawTitle} action={isDraft ? words.action.giveUp : words.action.withdraw} isDangerous
        reasonLabel={words.dialog.withdrawReason}
        onConfirm={async (reason) => {
          await changeStatements('statements.withdraw', { id: statement.id, version: statement.version, reason })
          onSelect(null)
        }}
      >{isDraft ? words.dialog.giveUpHint : words.dialog.withdrawHint}</ConfirmModal>
    </Panel>
  )
}

/** An opinion that is not clean stands out: ratings go down for it. */
function Opinion({ statement: { opinion, auditor } }: { statement: StatementOf }) {
  const { statements: words } = useText()
  const isClean = opinion === 'clean' || opinion === 'none'
  return <><span className={isClean ? undefined : styles.amber}>{words.opinion[opinion]}</span>{auditor === null ? '' : `　${auditor}`}</>
}

function Source({ source }: { source: StatementOf['source'] }) {
  const { statements: { about: words } } = useText()
  if (!source) return <span className={styles.quiet}>{words.noOriginal}</span>
  return (
    <Link to={paths.dossier(source.dossierId)} className={styles.link} title={words.openDossier(source.dossierNumber)}>
      {source.title}{source.page === null ? '' : `　${words.page(source.page)}`}
    </Link>
  )
}
