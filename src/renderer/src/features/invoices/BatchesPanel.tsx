import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { invoicesChanged, type Overview } from './queries.ts'
import styles from './invoices.module.css'

type Batch = Overview['batches'][number]

/** What was imported together: file, by whom, how many; one is struck whole, with a reason. */
export function BatchesPanel({ data }: { data: Overview }) {
  const { invoices: { batches: text } } = useText()
  const client = useQueryClient()
  const [striking, setStriking] = useState<Batch | null>(null)
  const strike = async (batch: Batch, reason: string) => {
    await call('invoices.strikeBatch', { batchId: batch.id, reason })
    notifications.show({ message: text.done })
    await invoicesChanged(client)
  }
  return (
    <Panel title={text.title}>
      <ul className={styles.batches}>
        {data.batches.map((batch) => (
          <li key={batch.id} className={batch.struck ? styles.struck : undefined}>
            <span className={styles.name}>{batch.files.map(({ name }) => name).join('　')}</span>
            <span>{text.counts(formatCount(batch.ofParty), formatCount(batch.added), batch.parties)}</span>
            <span className={styles.quiet}>{text.by(batch.importedByName, localMinute(batch.importedAt))}</span>
            {batch.struck ? <span className={styles.red}>{text.struck(batch.struck.byName, batch.struck.reason)}</span>
              : data.may.strike && <Button size="compact-xs" variant="subtle" color="seal" onClick={() => setStriking(batch)}>{text.strike}</Button>}
          </li>
        ))}
      </ul>
      {striking && (
        <ConfirmModal opened onClose={() => setStriking(null)} title={text.strikeTitle} action={text.strike} isDangerous reasonLabel={text.reason} onConfirm={(reason) => strike(striking, reason)}>
          {text.strikeHint(striking.parties, formatCount(striking.added))}
        </ConfirmModal>
      )}
    </Panel>
  )
}
