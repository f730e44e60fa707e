import { Button, Loader, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconHistory } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../ConfirmModal.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { ErrorState } from '../ErrorState.tsx'
import { formatCount, localMinute } from '../format.ts'
import styles from './importing.module.css'

type Row = Output<'imports.list'>['rows'][number]
type Props = {
  ledgers: Input<'imports.list'>['ledgers']
  /** Only what brought this party a row. */
  partyId: number | null
  /** Reads again what showed the rows. */
  changed: () => Promise<unknown>
}

/** Leads to the tables that were taken in, one of which may be struck whole. Nothing for who may not. */
export function PastImports(props: Props) {
  const { importing: text } = useText()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (!may('imports.list')) return null
  return (
    <>
      <Button leftSection={<IconHistory size={18} stroke={1.5} aria-hidden />} onClick={() => setOpen(true)}>{text.past}</Button>
      {isOpen && <Modal opened onClose={() => setOpen(false)} title={text.past} size={760}><List {...props} /></Modal>}
    </>
  )
}

const STEP = 50

function List({ ledgers, partyId, changed }: Props) {
  const { importing: text, common } = useText()
  const client = useQueryClient()
  const [most, setMost] = useState(STEP)
  const [striking, setStriking] = useState<Row | null>(null)
  const asked = { ledgers, partyId, offset: 0, limit: most }
  const { data, error, refetch } = useQuery({ queryKey: ['imports.list', asked], queryFn: () => call('imports.list', asked), placeholderData: keepPreviousData, staleTime: 0 })
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <Loader size={20} aria-hidden />
  if (data.total === 0) return <EmptyState icon={IconHistory} title={text.none} />
  const readAgain = () => Promise.all([client.invalidateQueries({ queryKey: ['imports.list'] }), changed()])
  const strike = async ({ seq }: Row, reason: string) => {
    try {
      const { struck } = await call('imports.strike', { seq, reason })
      notifications.show({ message: text.strikeDone(formatCount(struck)) })
    } catch (refusal) {
      // Somebody may have struck it first: the list behind is to show that.
      await readAgain()
      throw refusal
    }
    await readAgain()
  }
  const table = striking?.ledger
  return (
    <div className={styles.dialog}>
      <ul className={styles.past} aria-label={text.pastTable}>
        {data.rows.map((row) => (
          <li key={row.seq} className={row.struck ? styles.gone : undefined}>
            <div><strong title={row.fileName}>{row.fileName}</strong><small title={row.partyName ?? undefined}>{`${text.ledger[row.ledger]}　${row.partyName ?? text.allParties}`}</small></div>
            <div><span>{text.counts(formatCount(row.read), formatCount(row.added), row.refused)}</span><small>{`${localMinute(row.at)}　${row.byName}`}</small></div>
            {row.struck ? <span className={styles.why} title={row.struck.reason}>{text.struck(row.struck.byName, formatCount(row.struck.rows))}</span>
              : row.added > 0 && <Button size="compact-xs" variant="subtle" color="seal" onClick={() => setStriking(row)}>{text.strike}</Button>}
          </li>
        ))}
      </ul>
      {data.rows.length < data.total && <Button variant="subtle" onClick={() => setMost(most + STEP)}>{common.more}</Button>}
      {striking && (
        <ConfirmModal opened onClose={() => setStriking(null)} title={text.strikeTitle} action={text.strike} isDangerous reasonLabel={text.strikeReason} onConfirm={(reason) => strike(striking, reason)}>
          {text.strikeHint(striking.fileName)}{(table === 'receivables' || table === 'receipts') && text.strikePays}{striking.completed > 0 && text.strikeKeeps(formatCount(striking.completed))}
        </ConfirmModal>
      )}
    </div>
  )
}
