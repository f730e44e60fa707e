import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RECEIPT_STATES } from '../../../../shared/contract/receivables.ts'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { Party, ReceiptOf } from './queries.ts'
import { ReallocateDialog } from './ReceiveDialog.tsx'
import { RowMenu } from './RowMenu.tsx'
import { useRowKeys } from './row-keys.ts'
import styles from './receivables.module.css'

type State = (typeof RECEIPT_STATES)[number]
const STEP = 50

/** What the party paid by the day, the newest first, and what each receipt pays. */
export function ReceiptsPanel({ party, asOf, may }: { party: Party; asOf: string | null; may: { record: boolean; strike: boolean } }) {
  const { receivables: text } = useText()
  const [state, setState] = useState<State>('standing')
  const [limit, setLimit] = useState(STEP)
  const [changing, setChanging] = useState<ReceiptOf | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['receivables.receipts', party.id, asOf, state, limit], queryFn: () => call('receivables.receipts', { partyId: party.id, asOf, state, limit }), placeholderData: keepPreviousData,
  })
  const onKeyDown = useRowKeys()
  // An allocation is of now: as of a day in the past it is only shown.
  const mayChange = may.record && asOf === null && state !== 'struck'
  const hasMenu = mayChange || (may.strike && state !== 'struck')
  return (
    <Panel title={text.receipts} aside={<SegmentedControl size="xs" aria-label={text.state} value={state} onChange={(value) => { setState(value); setLimit(STEP) }} data={RECEIPT_STATES.map((value) => ({ value, label: text.receiptState[value] }))} />}>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : !data || data.total === 0 ? <p className={styles.nothing} role="status">{data ? text.noReceipts : ''}</p> : (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={text.receiptsTable}>
            <thead><tr><th scope="col">{text.receivedOn}</th><th scope="col">{text.pays}</th><th scope="col" className={styles.end}>{text.amount}</th>{hasMenu && <th aria-hidden className={styles.menu} />}</tr></thead>
            <tbody onKeyDown={onKeyDown}>
              {data.rows.map((row, index) => (
                <tr key={row.id} tabIndex={index === 0 ? 0 : -1} className={row.struck ? styles.struckRow : undefined}>
                  <td className={styles.day}>{row.receivedOn}<span className={styles.sub}>{text.means[row.means]}</span></td>
                  <td className={row.struck ? styles.keep : undefined}>
                    {row.pays.map((one) => <span key={one.receivableId} className={styles.sub}>{one.number}　{yuanFromFen(one.amountFen)}</span>)}
                    {row.struck ? <span className={styles.sub}>{text.struck(row.struck.byName, row.struck.reason)}</span> : row.leftFen > 0 && <span className={`${styles.sub} ${styles.advance}`}>{text.unallocated(yuanFromFen(row.leftFen))}</span>}
                    {row.reference !== '' && <span className={styles.sub}>{row.reference}</span>}
                  </td>
                  <td className={styles.end}>{yuanFromFen(row.amountFen)}</td>
                  {hasMenu && <td className={styles.menu}><RowMenu what="receipt" id={row.id} name={`${row.receivedOn} ${yuanFromFen(row.amountFen)}`} mayStrike={may.strike} onReallocate={mayChange ? () => setChanging(row) : undefined} /></td>}
                </tr>
              ))}
            </tbody>
          </table>
          {data.rows.length < data.total && <div className={styles.more}><Button size="xs" variant="subtle" onClick={() => setLimit((was) => Math.min(500, was + STEP))}>{`${text.more} ${formatCount(data.total - data.rows.length)}`}</Button></div>}
        </div>
      )}
      {changing && <ReallocateDialog party={party} receipt={changing} onClose={() => setChanging(null)} />}
    </Panel>
  )
}
