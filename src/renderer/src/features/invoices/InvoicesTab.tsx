import { Button, Skeleton } from '@mantine/core'
import { IconFileImport, IconReceipt } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FlowEnds } from '../../ui/FlowEnds.tsx'
import { formatCount } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { BatchesPanel } from './BatchesPanel.tsx'
import { FiguresPanel } from './FiguresPanel.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { InvoicesList } from './InvoicesList.tsx'
import { LargestPanel } from './LargestPanel.tsx'
import { MonthsChart } from './MonthsChart.tsx'
import { type InvoiceFilter, overviewQuery, type Overview } from './queries.ts'
import styles from './invoices.module.css'

type Party = { id: number; name: string }
export type Behind = { line: string | null; id: number | null; from: string | null; until: string | null }

/** What a party sells and buys by its invoices: three years by month, the figures that ratings take, the largest, every invoice. */
export function InvoicesTab({ party }: { party: Party }) {
  const { invoices: text } = useText()
  const [asOf, setAsOf] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({ ...overviewQuery(party.id, asOf), placeholderData: keepPreviousData })
  const [isImporting, setImporting] = useState(false)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.page} aria-busy><div className={styles.top}><Skeleton height={320} radius={8} /><Skeleton height={320} radius={8} /></div><Skeleton height={400} radius={8} /></div>
  const importing = data.may.import && <Button leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden />} onClick={() => setImporting(true)}>{text.import}</Button>
  return (
    <div className={styles.page}>
      {data.invoices === 0
        ? <Panel><EmptyState icon={IconReceipt} title={text.empty} hint={data.may.import ? text.emptyHint : text.emptyReadOnly}>{importing}</EmptyState></Panel>
        : (
          <>
            <div className={styles.bar}>
              <span>{text.span(data.firstOn ?? '', data.lastOn ?? '', formatCount(data.invoices))}</span>
              <FlowEnds flow={data.flow} />
              <label className={styles.asOf}>{text.asOf}<DayInput aria-label={text.asOf} w={150} value={data.asOf} onChange={setAsOf} /></label>
              {importing}
            </div>
            <Flow party={party} data={data} />
          </>
        )}
      {data.batches.length > 0 && <BatchesPanel data={data} />}
      {isImporting && <ImportDialog party={party} onClose={() => setImporting(false)} />}
    </div>
  )
}

function Flow({ party, data }: { party: Party; data: Overview }) {
  const { invoices: text } = useText()
  const [, go] = useLocation()
  const search = new URLSearchParams(useSearch())
  const list = useRef<HTMLDivElement>(null)
  const open = (behind: Behind) => {
    go(paths.partyInvoices(party.id, behind), { replace: true })
    list.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <>
      <div className={styles.top}>
        <MonthsChart months={data.months} asOf={data.asOf} onOpen={open} />
        <FiguresPanel data={data} onOpen={open} />
      </div>
      <div className={styles.pair}>
        <LargestPanel title={text.largest.sale} line="sale" rows={data.customers} window={data.windows.sale} onOpen={open} />
        <LargestPanel title={text.largest.purchase} line="purchase" rows={data.suppliers} window={data.windows.purchase} onOpen={open} />
      </div>
      <div ref={list} className={styles.list}>
        <InvoicesList key={search.toString()} partyId={party.id} asked={askedFor(search)} isOpened={search.size > 0} names={new Map([...data.customers, ...data.suppliers].map(({ counterpartyId, name }) => [counterpartyId, name]))} />
      </div>
    </>
  )
}

/** What the address asks for: what stands behind a figure that somebody clicked. */
function askedFor(search: URLSearchParams): InvoiceFilter {
  const one = <Value extends string>(name: string, values: readonly Value[]) => values.find((value) => value === search.get(name)) ?? null
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(search.get(name) ?? '') ? search.get(name) : null)
  const other = Number(search.get('other'))
  return {
    direction: one('direction', ['sale', 'purchase']), state: one('state', ['valid', 'void', 'red', 'uneven']), from: day('from'), until: day('until'),
    counterpartyId: Number.isInteger(other) && other > 0 ? other : null, number: '',
  }
}
