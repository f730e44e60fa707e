import { Button, Group, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { localMinute } from '../../ui/format.ts'
import { CompleteDialog } from './CompleteDialog.tsx'
import type { Supplier } from './DeliveriesTab.tsx'
import { Outcome } from './Outcome.tsx'
import { changeDeliveries, type DeliveryRow, quantity } from './queries.ts'
import { RecordDialog } from './RecordDialog.tsx'
import styles from './deliveries.module.css'

/** One delivery with all that is kept of it, and what may still be done. */
export function DeliveryDialog({ party, row, onClose }: { party: Supplier; row: DeliveryRow; onClose: () => void }) {
  const { deliveries: text } = useText()
  const { detail, field } = text
  const [act, setAct] = useState<'complete' | 'correct' | 'strike' | null>(null)
  if (act === 'complete') return <CompleteDialog row={row} onClose={onClose} />
  if (act === 'correct') return <RecordDialog party={party} row={row} onClose={onClose} />
  const strike = async (reason: string) => {
    await changeDeliveries('deliveries.strike', { id: row.id, reason })
    notifications.show({ message: text.struckDone })
    onClose()
  }
  const amount = (thousandths: number | null) => (thousandths === null ? '—' : `${quantity(thousandths)} ${row.unit}`)
  const lines: readonly [string, React.ReactNode][] = [
    [field.goods, row.goods ?? '—'], [field.ordered, amount(row.orderedQuantity)], [field.dueOn, row.dueOn], [text.list.result, <Outcome key="outcome" row={row} />],
    [field.arrivedOn, row.arrivedOn ?? '—'], [field.receiptNumber, row.receiptNumber ?? '—'], [field.arrived, amount(row.arrivedQuantity)], [field.accepted, amount(row.acceptedQuantity)],
    [field.invoice, row.isInvoiceInOrder === null ? field.unknown : row.isInvoiceInOrder ? text.invoiceYes : text.invoiceNo],
    [field.contract, row.dossierId === null ? '—' : <Link key="contract" className={styles.anchor} href={paths.contract(row.dossierId)}>{row.contractNumber}</Link>],
  ]
  return (
    <Modal opened onClose={onClose} title={detail.title(row.orderNumber)} size={560}>
      <dl className={styles.detail}>{lines.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      {row.remarks !== null && <p className={styles.remarks}>{row.remarks}</p>}
      <p className={styles.quiet}>{detail.by(row.recordedByName, localMinute(row.recordedAt))}{row.fileName !== null && `　${detail.file(row.fileName)}`}{row.replacesId !== null && `　${detail.replaces}`}</p>
      {row.struck && <p className={styles.remarks}>{detail.struck(row.struck.byName, row.struck.reason)}{row.replacedById !== null && `　${detail.replaced}`}</p>}
      <Group justify="flex-end" gap="sm" mt="md">
        {row.may.strike && <Button variant="subtle" color="seal" mr="auto" onClick={() => setAct('strike')}>{text.strike}</Button>}
        {row.may.correct && <Button onClick={() => setAct('correct')}>{text.correct}</Button>}
        {row.may.complete && <Button variant="filled" data-autofocus onClick={() => setAct('complete')}>{text.complete}</Button>}
        {!row.may.complete && <Button data-autofocus onClick={onClose}>{detail.close}</Button>}
      </Group>
      <ConfirmModal opened={act === 'strike'} onClose={() => setAct(null)} title={text.strikeTitle} action={text.strike} isDangerous reasonLabel={text.reason} onConfirm={strike}>{text.strikeHint}</ConfirmModal>
    </Modal>
  )
}
