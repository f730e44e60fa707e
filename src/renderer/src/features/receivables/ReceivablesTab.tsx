import { Button, Skeleton } from '@mantine/core'
import { IconCash, IconCoins, IconFileImport, IconMessage2Dollar, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { statusQuery, useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PastImports } from '../../ui/importing/PastImports.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { AddDialog } from './AddDialog.tsx'
import { AgeingBar } from './AgeingBar.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { ItemsPanel } from './ItemsPanel.tsx'
import { PromiseDialog } from './PromiseDialog.tsx'
import { PromisesPanel } from './PromisesPanel.tsx'
import { type Account, accountQuery, type Party, receivablesChanged } from './queries.ts'
import { ReceiptsPanel } from './ReceiptsPanel.tsx'
import { ReceiveDialog } from './ReceiveDialog.tsx'
import styles from './receivables.module.css'

type Opened = 'add' | 'receive' | 'promise' | 'import'

/** A party's account with us as of a day: what it owes, how late, what it paid and promised. */
export function ReceivablesTab({ party }: { party: Party }) {
  const { receivables: text } = useText()
  const today = useQuery(statusQuery).data?.today
  // A rating's source leads here as of the rating's day.
  const asked = new URLSearchParams(useSearch())
  const [asOf, setAsOf] = useState<string | null>(() => (/^\d{4}-\d\d-\d\d$/.test(asked.get('asOf') ?? '') ? asked.get('asOf') : null))
  const [open, setOpen] = useState<Opened | null>(null)
  const { data, error, refetch } = useQuery({ ...accountQuery(party.id, asOf), placeholderData: keepPreviousData })
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.summary} aria-busy><Skeleton height={150} radius={8} /><Skeleton height={150} radius={8} /></div>
  const close = () => setOpen(null)
  return (
    <>
      {data.isEmpty ? (
        <EmptyState icon={IconCoins} title={text.noAccount} hint={text.noAccountHint}><Actions account={data} onOpen={setOpen} /></EmptyState>
      ) : (
        <>
          <div className={styles.top}>
            <label className={styles.asOf}>{text.asOf}<DayInput w={150} aria-label={text.asOf} placeholder={today} maxDate={today} value={asOf} onChange={setAsOf} /></label>
            <div className={styles.actions}><PastImports ledgers={['receivables', 'receipts']} partyId={party.id} changed={receivablesChanged} /><Actions account={data} onOpen={setOpen} /></div>
          </div>
          <Summary account={data} />
          <div className={styles.columns}>
            <ItemsPanel party={party} asOf={asOf} may={data.may} isOverdueFirst={asked.get('state') === 'overdue'} />
            <div className={styles.side}>
              <PromisesPanel account={data} />
              <ReceiptsPanel party={party} asOf={asOf} may={data.may} />
            </div>
          </div>
        </>
      )}
      {open === 'add' && <AddDialog party={party} contracts={data.contracts} onClose={close} />}
      {open === 'receive' && <ReceiveDialog party={party} onClose={close} />}
      {open === 'promise' && <PromiseDialog party={party} onClose={close} />}
      {open === 'import' && <ImportDialog party={party} onClose={close} />}
    </>
  )
}

function Actions({ account, onOpen }: { account: Account; onOpen: (what: Opened) => void }) {
  const { receivables: text } = useText()
  const may = useMay()
  if (!account.may.record) return null
  return (
    <>
      {may('receivables.import') && <Button leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden />} onClick={() => onOpen('import')}>{text.imports.import}</Button>}
      <Button leftSection={<IconMessage2Dollar size={18} stroke={1.5} aria-hidden />} onClick={() => onOpen('promise')}>{text.promise}</Button>
      <Button leftSection={<IconCash size={18} stroke={1.5} aria-hidden />} onClick={() => onOpen('receive')}>{text.receive}</Button>
      <Button variant="filled" leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />} onClick={() => onOpen('add')}>{text.add}</Button>
    </>
  )
}

function Summary({ account: { position, buckets, paymentIndex, overdueShare, creditSalesFen } }: { account: Account }) {
  const { receivables: text } = useText()
  return (
    <div className={styles.summary}>
      <Panel className={styles.card ?? ''}>
        <dl className={styles.sums}>
          <div className={styles.first} title={text.balanceHint}><dt>{text.balance}</dt><dd>{signed(position.balanceFen)}</dd></div>
          <div className={`${styles.first} ${position.overdueFen > 0 ? styles.bad : styles.quiet}`}>
            <dt>{text.overdue}</dt><dd>{position.overdueFen === 0 ? text.notOverdue : yuanFromFen(position.overdueFen)}{position.overdueFen > 0 && <small>{text.longest(position.longestOverdueDays)}</small>}</dd>
          </div>
          <div className={styles.quiet}><dt>{text.open}</dt><dd>{yuanFromFen(position.openFen)}</dd></div>
          <div className={styles.quiet}><dt>{text.advances}</dt><dd>{yuanFromFen(position.advancesFen)}</dd></div>
          <div className={styles.quiet} title={text.indexHint}><dt>{text.index}</dt><dd>{paymentIndex === null ? '—' : paymentIndex.toFixed(1)}</dd></div>
          <div className={styles.quiet}><dt>{text.share}</dt><dd>{overdueShare === null ? '—' : `${(overdueShare * 100).toFixed(1)}%`}<small>{text.shareHint}</small></dd></div>
        </dl>
      </Panel>
      <Panel title={text.buckets} aside={`${text.sales} ${yuanFromFen(creditSalesFen)}`}><AgeingBar buckets={buckets} /></Panel>
    </div>
  )
}

/** Below zero where more was paid than owed. */
const signed = (fen: number) => (fen < 0 ? `−${yuanFromFen(-fen)}` : yuanFromFen(fen))
