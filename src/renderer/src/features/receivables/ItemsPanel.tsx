import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { RECEIVABLE_STATES } from '../../../../shared/contract/receivables.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { ItemRow, Party } from './queries.ts'
import { RowMenu } from './RowMenu.tsx'
import { useRowKeys } from './row-keys.ts'
import styles from './receivables.module.css'

type State = (typeof RECEIVABLE_STATES)[number]
const STEP = 100

/** What the party owes, by state as of the day, the earliest due first. */
export function ItemsPanel({ party, asOf, may, isOverdueFirst }: { party: Party; asOf: string | null; may: { strike: boolean }; isOverdueFirst: boolean }) {
  const { receivables: text } = useText()
  const [state, setState] = useState<State>(isOverdueFirst ? 'overdue' : 'open')
  const [limit, setLimit] = useState(STEP)
  const { data, error, refetch } = useQuery({
    queryKey: ['receivables.items', party.id, asOf, state, limit], queryFn: () => call('receivables.items', { partyId: party.id, asOf, state, limit }), placeholderData: keepPreviousData,
  })
  const onKeyDown = useRowKeys()
  return (
    <Panel title={text.items} aside={<SegmentedControl size="xs" aria-label={text.state} value={state} onChange={(value) => { setState(value); setLimit(STEP) }} data={RECEIVABLE_STATES.map((value) => ({ value, label: text.itemState[value] }))} />}>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : !data || data.total === 0 ? <p className={styles.nothing} role="status">{data ? text.noItems : ''}</p> : (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={text.itemsTable}>
            <thead><tr><th scope="col">{text.number}</th><th scope="col">{text.issuedOn}</th><th scope="col">{text.dueOn}</th><th scope="col" className={styles.end}>{text.amount}</th><th scope="col" className={styles.end}>{state === 'settled' ? text.settledOn : text.openAmount}</th><th scope="col" className={styles.end}>{text.late}</th>{may.strike && state !== 'struck' && <th aria-hidden className={styles.menu} />}</tr></thead>
            <tbody onKeyDown={onKeyDown}>{data.rows.map((row, index) => <Item key={row.id} row={row} state={state} tabIndex={index === 0 ? 0 : -1} mayStrike={may.strike} />)}</tbody>
          </table>
          {data.rows.length < data.total && <div className={styles.more}><Button size="xs" variant="subtle" onClick={() => setLimit((was) => Math.min(500, was + STEP))}>{`${text.more} ${formatCount(data.total - data.rows.length)}`}</Button></div>}
        </div>
      )}
    </Panel>
  )
}

function Item({ row, state, tabIndex, mayStrike }: { row: ItemRow; state: State; tabIndex: number; mayStrike: boolean }) {
  const { receivables: text } = useText()
  const isOpen = row.openFen > 0
  return (
    <tr tabIndex={tabIndex} className={row.struck ? styles.struckRow : undefined}>
      <td>
        <span className={styles.number}>{row.number}</span>
        {row.contract && <span className={styles.sub}><Link className={styles.link} href={paths.contract(row.contract.id)}>{row.contract.number}</Link></span>}
        {row.paid.map((one) => <span key={one.receiptId} className={styles.sub}>{text.paid(one.receivedOn, yuanFromFen(one.amountFen))}</span>)}
        {row.remarks !== null && <span className={styles.sub}>{row.remarks}</span>}
        {row.struck && <span className={styles.sub}>{text.struck(row.struck.byName, row.struck.reason)}</span>}
      </td>
      <td className={styles.day}>{row.issuedOn}</td>
      <td className={styles.day}>{row.dueOn}</td>
      <td className={styles.end}>{yuanFromFen(row.amountFen)}</td>
      <td className={styles.end}>{state === 'settled' ? row.settledOn : yuanFromFen(row.openFen)}</td>
      <td className={`${styles.end} ${row.daysPastDue > 0 && isOpen ? styles.late : ''}`}>{row.daysPastDue > 0 ? text.days(row.daysPastDue) : ''}</td>
      {mayStrike && state !== 'struck' && <td className={styles.menu}><RowMenu what="receivable" id={row.id} name={row.number} /></td>}
    </tr>
  )
}
