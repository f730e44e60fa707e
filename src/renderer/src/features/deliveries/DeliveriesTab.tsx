import { Button, Group, Skeleton } from '@mantine/core'
import { IconFileImport, IconPlus, IconTruckDelivery } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { DELIVERY_STATES } from '../../../../shared/contract/deliveries.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount } from '../../ui/format.ts'
import { PastImports } from '../../ui/importing/PastImports.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { DeliveriesList } from './DeliveriesList.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { MonthsChart } from './MonthsChart.tsx'
import { deliveriesChanged, type Overview, overviewQuery } from './queries.ts'
import { RatesPanel } from './RatesPanel.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import styles from './deliveries.module.css'

export type Supplier = { id: number; name: string; dossiers: readonly { id: number; kind: 'credit' | 'contract'; number: string }[] }

/** What a supplier was to deliver and what came: the rates that its rating takes, two years by month, every delivery. */
export function DeliveriesTab({ party }: { party: Supplier }) {
  const { deliveries: text } = useText()
  const { data, error, refetch } = useQuery(overviewQuery(party.id))
  const may = useMay()
  const [open, setOpen] = useState<'record' | 'import' | null>(null)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.page} aria-busy><div className={styles.top}><Skeleton height={260} radius={8} /><Skeleton height={260} radius={8} /></div><Skeleton height={400} radius={8} /></div>
  const actions = data.may.record && (
    <Group gap="sm">
      {may('deliveries.import') && <Button leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden />} onClick={() => setOpen('import')}>{text.imports.action}</Button>}
      <Button variant="filled" leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />} onClick={() => setOpen('record')}>{text.record}</Button>
    </Group>
  )
  return (
    <div className={styles.page}>
      {data.deliveries === 0 ? <Panel><EmptyState icon={IconTruckDelivery} title={text.empty} hint={data.may.record ? text.emptyHint : text.emptyReadOnly}>{actions}</EmptyState></Panel> : (
        <>
          <div className={styles.bar}>
            <span>{text.span(data.firstOn ?? '', data.lastOn ?? '', formatCount(data.deliveries))}</span>
            {data.overdue > 0 && <span className={styles.bad}>{text.overdue(formatCount(data.overdue))}</span>}
            <Group gap="sm" className={styles.end}><PastImports ledgers={['deliveries']} partyId={party.id} changed={deliveriesChanged} />{actions}</Group>
          </div>
          <Kept party={party} data={data} />
        </>
      )}
      {open === 'record' && <RecordDialog party={party} row={null} onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportDialog party={party} onClose={() => setOpen(null)} />}
    </div>
  )
}

function Kept({ party, data }: { party: Supplier; data: Overview }) {
  const [, go] = useLocation()
  const search = new URLSearchParams(useSearch())
  const state = DELIVERY_STATES.find((one) => one === search.get('state')) ?? null
  const list = useRef<HTMLDivElement>(null)
  const open = (wanted: (typeof DELIVERY_STATES)[number]) => {
    go(paths.partyDeliveries(party.id, wanted), { replace: true })
    list.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <>
      <div className={styles.top}>
        <MonthsChart months={data.months} />
        <RatesPanel data={data} onOpen={open} />
      </div>
      <div ref={list} className={styles.list}><DeliveriesList key={search.toString()} party={party} asked={state} /></div>
    </>
  )
}
