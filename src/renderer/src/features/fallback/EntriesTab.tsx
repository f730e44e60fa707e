import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { PAPER_STATES } from '../../../../shared/contract/fallback.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { changePaper, paperSumsQuery, type PaperRow } from './queries.ts'
import styles from './fallback.module.css'

/** Papers that were read off: what waits to be posted, and what became of the others. */
export function EntriesTab() {
  const { fallback: text } = useText()
  const may = useMay()
  const [state, setState] = useState<PaperRow['state'] | null>(null)
  const [withdrawing, setWithdrawing] = useState<PaperRow | null>(null)
  const sums = useQuery(paperSumsQuery).data
  const list = usePagedRows<PaperRow>({ queryKey: ['fallback.entries', state], fetchPage: (offset, limit) => call('fallback.entries', { state, offset, limit }) })
  const isEmpty = !list.isPending && list.error === null && list.total === 0
  const columns: Column<PaperRow>[] = [
    { key: 'number', heading: text.list.number, width: 126, cell: (row) => <strong>{row.blank}</strong> },
    { key: 'form', heading: text.list.form, width: 108, cell: (row) => <span title={text.form[row.form]}>{text.form[row.form]}</span> },
    { key: 'who', heading: text.list.who, width: 130, cell: (row) => <span title={whoOf(row)}>{whoOf(row)}</span> },
    { key: 'folders', heading: text.list.folders, cell: (row) => <span title={row.dossiers.map(({ number, title }) => `${number} ${title}`).join('\n')}>{row.dossiers[0]?.title}　{row.dossiers[0]?.number}{row.dossiers.length > 1 && `　${text.list.more(row.dossiers.length)}`}</span> },
    { key: 'at', heading: text.list.at, width: 142, cell: (row) => localMinute(row.happenedAt) },
    { key: 'outcome', heading: text.list.outcome, width: 124, cell: (row) => <Outcome row={row} /> },
    { key: 'entered', heading: text.list.entered, width: 76, cell: (row) => <span title={localMinute(row.enteredAt)}>{row.enteredByName}</span> },
    {
      key: 'state', heading: text.list.state, width: 100,
      cell: (row) => (row.conflicts > 0 ? <Link to={`${paths.fallback}?tab=conflicts`} className={`${styles.chip} ${styles.hot}`}>{text.list.conflicts(row.conflicts)}</Link> : <span className={`${styles.chip} ${styles[row.state]}`}>{text.paperState[row.state]}</span>),
    },
    {
      key: 'became', heading: text.list.became, width: 128,
      cell: (row) => (row.became ? <Link to={caseOf(row.form, row.became.id)}>{row.became.number}</Link>
        : row.state === 'waiting' && row.conflicts === 0 && may('fallback.withdraw') && <Button size="xs" variant="subtle" onClick={() => setWithdrawing(row)}>{text.action.withdraw}</Button>),
    },
  ]
  return (
    <>
      <div className={styles.filters}>
        <FilterSelect label={text.list.anyState} width={140} value={state} onChange={setState} data={PAPER_STATES.map((value) => ({ value, label: text.paperState[value] }))} />
        <span role="status" className={styles.quiet}>{text.list.counted(formatCount(list.total))}</span>
        {sums !== undefined && sums.waiting > 0 && <span className={styles.quiet}>{text.list.ready(sums.ready, sums.waiting)}</span>}
      </div>
      {list.error && <div className={styles.card}><ErrorState error={list.error} retry={list.refetch} /></div>}
      {isEmpty && <div className={styles.card}><EmptyState icon={IconFileText} title={state === null ? text.list.empty : text.list.noMatch} {...(state === null && { hint: text.list.emptyHint })} /></div>}
      {list.error === null && !isEmpty && (
        <DataTable label={text.tab.entries} columns={columns} count={list.isPending ? 6 : list.total} rowAt={list.rowAt} rowKey={(row) => row.id} onVisible={list.onVisible} />
      )}
      <ConfirmModal
        opened={withdrawing !== null} onClose={() => setWithdrawing(null)} title={text.withdrawing.title(withdrawing?.blank ?? '')} action={text.action.withdraw} isDangerous
        reasonLabel={text.withdrawing.reason} onConfirm={(reason) => changePaper('fallback.withdraw', { id: withdrawing!.id, reason })}
      >
        {text.withdrawing.hint}
      </ConfirmModal>
    </>
  )
}

const caseOf = (form: PaperRow['form'], id: number) => (form === 'slip' ? paths.slip(id) : form === 'transfer' ? paths.transfer(id) : paths.incident(id))

const whoOf = ({ slip, list, note }: PaperRow) => slip?.applicantName ?? (list ? `${list.senderName} → ${list.receiverName}` : note?.foundByName) ?? ''

/** What the paper says came of it: back or still out, taken and refused, or the kind of incident. */
function Outcome({ row: { slip, list, note } }: { row: PaperRow }) {
  const { fallback: { list: text }, incidents } = useText()
  if (list) {
    const refused = list.lines.filter(({ decision }) => decision === 'refused').length
    return <>{text.accepted(list.lines.length - refused)}{refused > 0 && <span className={styles.still}> {text.refused(refused)}</span>}</>
  }
  if (note) return <>{incidents.kind[note.kind]}</>
  const back = (slip?.folders ?? []).flatMap(({ returnedAt }) => returnedAt ?? []).sort()
  return back.length > 0 && back.length === slip?.folders.length ? <span title={localMinute(back.at(-1)!)}>{text.returned(localMinute(back.at(-1)!).slice(5))}</span> : <span className={styles.still}>{text.stillOut}</span>
}
