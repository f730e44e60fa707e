import { Button, Group, Modal, Textarea } from '@mantine/core'
import { IconRadar2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { PROGRAM_RULES, type WarningRule } from '../../../../shared/rules/risks/warnings.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useLanguage, useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { ProposeDialog } from './ListingDialogs.tsx'
import { changeRisks, ruleSetsQuery, type WarningRow, type WarningState } from './queries.ts'
import styles from './risks.module.css'
import { WarningBasis } from './WarningBasis.tsx'
import { ruleAdvice, ruleName, setName } from './words.ts'

const STATES = ['open', 'handled', 'over'] as const

/** What the rules found in the book: dealt with from here, or made into a proposal for a list. */
export function WarningsList() {
  const all = useText()
  const { risks: text } = all
  // English words are longer than Chinese ones.
  const isWide = useLanguage().language === 'en'
  const [, go] = useLocation()
  const may = useMay()
  const [state, setState] = useState<WarningState | null>('open')
  const [code, setCode] = useState<string | null>(null)
  const [scannedOn, setScannedOn] = useState<string | null>(null)
  const [handling, setHandling] = useState<WarningRow | null>(null)
  const [proposing, setProposing] = useState<WarningRow | null>(null)
  const rules = useRulesEver()
  const list = usePagedRows<WarningRow>({
    queryKey: ['warnings.list', state, code],
    fetchPage: async (offset, limit) => {
      const page = await call('warnings.list', { state, code, offset, limit })
      setScannedOn(page.scannedOn)
      return page
    },
  })
  const isEmpty = !list.isPending && list.error === null && list.total === 0
  const columns: Column<WarningRow>[] = [
    { key: 'severity', heading: '', width: isWide ? 92 : 76, cell: (row) => <span className={styles[row.severity]}>{text.severity[row.severity]}</span> },
    { key: 'party', heading: text.party, width: isWide ? '21%' : '24%', cell: (row) => <strong title={row.partyName}>{row.partyName}</strong> },
    { key: 'rule', heading: text.rule, width: '20%', cell: (row) => <span title={[ruleName(all, row), ruleAdvice(all, row), text.rules.foundBy(setName(all, row.ruleSetId))].filter(Boolean).join('\n')}>{ruleName(all, row)}</span> },
    { key: 'basis', heading: text.basis, cell: (row) => <WarningBasis values={row.values} flowEndsOn={row.flowEndsOn} /> },
    { key: 'found', heading: text.found, width: 108, cell: (row) => <span title={text.since(row.firstOn, row.lastOn)}>{row.firstOn}</span> },
    {
      key: 'do', heading: '', width: isWide ? 208 : 168, align: 'end',
      cell: (row) => (row.state !== 'open' ? <span className={styles.quiet} title={row.handling ?? undefined}>{row.endedById !== null ? text.rules.endedBy(row.endedById) : row.handledByName === null ? text.warningState[row.state] : text.handled(row.handledByName)}</span> : may('warnings.handle') && (
        <Group gap={8} justify="flex-end" wrap="nowrap" onClick={(event) => event.stopPropagation()}>
          <Button size="xs" onClick={() => setHandling(row)}>{text.handle}</Button>
          <Button size="xs" onClick={() => setProposing(row)}>{text.propose}</Button>
        </Group>
      )),
    },
  ]
  return (
    <>
      <div className={styles.filters}>
        <FilterSelect<WarningState> label={text.stateLabel} width={120} value={state} onChange={setState} data={STATES.map((value) => ({ value, label: text.warningState[value] }))} />
        <FilterSelect<string> label={text.allRules} width={240} searchable value={code} onChange={setCode} data={rules.map((rule) => ({ value: rule.code, label: ruleName(all, rule) }))} />
        <span role="status" className={styles.quiet}>{formatCount(list.total)}　{scannedOn === null ? text.neverScanned : text.scannedOn(scannedOn)}</span>
      </div>
      {list.error && <div className={styles.card}><ErrorState error={list.error} retry={list.refetch} /></div>}
      {isEmpty && <div className={styles.card}><EmptyState icon={IconRadar2} title={text.noWarnings} hint={text.noWarningsHint} /></div>}
      {list.error === null && !isEmpty && (
        <DataTable label={text.warningTable} columns={columns} count={list.isPending ? 8 : list.total} rowAt={list.rowAt} rowKey={({ id }) => id} onVisible={list.onVisible} rowHeight={44} onOpen={(row) => go(paths.partyTab(row.partyId, 'risks'))} />
      )}
      {handling !== null && <HandleDialog warning={handling} onClose={() => setHandling(null)} />}
      {proposing !== null && <ProposeDialog party={{ id: proposing.partyId, name: proposing.partyName }} warning={proposing} onClose={() => setProposing(null)} />}
    </>
  )
}

/** Every rule there was, as it was last: those in force first, the program's where no set has them. */
function useRulesEver(): WarningRule[] {
  const { data } = useQuery(ruleSetsQuery)
  const sets = data?.sets.filter(({ state }) => state === 'agreed').map(({ rules }) => rules) ?? []
  return [...new Map([...PROGRAM_RULES, ...sets.toReversed().flat()].map((rule) => [rule.code, rule])).values()]
}

function HandleDialog({ warning, onClose }: { warning: WarningRow; onClose: () => void }) {
  const all = useText()
  const { risks: text } = all
  const [handling, setHandling] = useState('')
  return (
    <Modal opened onClose={onClose} title={text.handleTitle(warning.partyName)}>
      <SaveForm action={text.handle} isReady={handling.trim() !== ''} onClose={onClose} onSave={() => changeRisks('warnings.handle', { id: warning.id, handling })}>
        <p className={styles.what}>{ruleName(all, warning)}{ruleAdvice(all, warning) !== '' && <><br /><span className={styles.quiet}>{ruleAdvice(all, warning)}</span></>}</p>
        <Textarea label={text.handling} description={text.handlingHint} required autosize minRows={2} maxRows={5} maxLength={300} data-autofocus value={handling} onChange={(event) => setHandling(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
