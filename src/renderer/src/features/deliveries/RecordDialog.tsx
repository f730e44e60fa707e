import { Group, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { type Arrival, ArrivalFields, arrivalOf, isWhole, Quantity } from './ArrivalFields.tsx'
import type { Supplier } from './DeliveriesTab.tsx'
import { changeDeliveries, type DeliveryRow } from './queries.ts'
import styles from './deliveries.module.css'

type Order = Pick<DeliveryRow, 'orderNumber' | 'unit' | 'dossierId'> & { goods: string; dueOn: string | null; orderedQuantity: number | null; remarks: string }
const NOTHING: Arrival = { receiptNumber: null, arrivedOn: null, arrivedQuantity: null, acceptedQuantity: null, isInvoiceInOrder: null }

/** An order to come or a lot that came; of one on record, what is right instead and why. */
export function RecordDialog({ party, row, onClose }: { party: Supplier; row: DeliveryRow | null; onClose: () => void }) {
  const { deliveries: text } = useText()
  const [order, setOrder] = useState<Order>(row === null ? { orderNumber: '', goods: '', unit: '', dueOn: null, orderedQuantity: null, dossierId: null, remarks: '' } : { ...row, goods: row.goods ?? '', remarks: row.remarks ?? '' })
  const [arrival, setArrival] = useState(row === null ? NOTHING : arrivalOf(row))
  const [reason, setReason] = useState('')
  const isReady = order.orderNumber.trim() !== '' && order.unit.trim() !== '' && order.dueOn !== null && order.orderedQuantity !== null && order.orderedQuantity > 0 && isWhole(arrival) && (row === null || reason.trim() !== '')
  const save = async () => {
    const { arrivedOn } = arrival
    const fields = {
      orderNumber: order.orderNumber, goods: order.goods.trim() || null, unit: order.unit, dueOn: order.dueOn ?? '', orderedQuantity: order.orderedQuantity ?? 0, dossierId: order.dossierId, remarks: order.remarks.trim() || null,
      ...(arrivedOn === null ? NOTHING : { ...arrival, receiptNumber: arrival.receiptNumber?.trim() || null }),
    }
    if (row === null) await changeDeliveries('deliveries.record', { partyId: party.id, ...fields })
    else await changeDeliveries('deliveries.correct', { id: row.id, ...fields, reason })
    notifications.show({ message: row === null ? text.recorded : text.corrected })
  }
  return (
    <Modal opened onClose={onClose} title={row === null ? text.recordTitle(party.name) : `${text.correctTitle} · ${row.orderNumber}`} size={640}>
      <SaveForm action={row === null ? text.record : text.correct} isReady={isReady} onClose={onClose} onSave={save}>
        <OrderFields party={party} order={order} onChange={setOrder} />
        <div className={styles.part}><strong>{text.arrival}</strong><span className={styles.quiet}>{text.arrivalHint}</span></div>
        <ArrivalFields arrival={arrival} unit={order.unit} onChange={setArrival} />
        <Textarea label={text.field.remarks} autosize minRows={1} maxRows={4} maxLength={500} value={order.remarks} onChange={(event) => setOrder({ ...order, remarks: event.currentTarget.value })} />
        {row !== null && <TextInput label={text.correctReason} required maxLength={200} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      </SaveForm>
    </Modal>
  )
}

function OrderFields({ party, order, onChange }: { party: Supplier; order: Order; onChange: (order: Order) => void }) {
  const { deliveries: { field } } = useText()
  const change = (part: Partial<Order>) => onChange({ ...order, ...part })
  const contracts = party.dossiers.filter(({ kind }) => kind === 'contract').map(({ id, number }) => ({ value: String(id), label: number }))
  return (
    <>
      <Group grow align="flex-start">
        <TextInput label={field.orderNumber} required data-autofocus maxLength={60} value={order.orderNumber} onChange={(event) => change({ orderNumber: event.currentTarget.value })} />
        <TextInput label={field.goods} maxLength={100} value={order.goods} onChange={(event) => change({ goods: event.currentTarget.value })} />
        {contracts.length > 0 && <Select label={field.contract} placeholder={field.noContract} clearable data={contracts} value={order.dossierId === null ? null : String(order.dossierId)} onChange={(value) => change({ dossierId: value === null ? null : Number(value) })} />}
      </Group>
      <Group grow align="flex-start">
        <DayInput label={field.dueOn} required value={order.dueOn} onChange={(dueOn) => change({ dueOn })} />
        <TextInput label={field.unit} required maxLength={10} value={order.unit} onChange={(event) => change({ unit: event.currentTarget.value })} />
        <Quantity label={field.ordered} unit={order.unit} required value={order.orderedQuantity} onChange={(orderedQuantity) => change({ orderedQuantity })} />
      </Group>
      <p className={styles.hint}>{field.orderedHint}</p>
    </>
  )
}
