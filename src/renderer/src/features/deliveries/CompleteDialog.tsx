import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { type Arrival, ArrivalFields, arrivalOf, isWhole } from './ArrivalFields.tsx'
import { changeDeliveries, type DeliveryRow } from './queries.ts'

/** What has become known since: the arrival, the inspection, the invoice. What is known already stands there and is not typed again. */
export function CompleteDialog({ row, onClose }: { row: DeliveryRow; onClose: () => void }) {
  const { deliveries: text } = useText()
  const known = arrivalOf(row)
  const [arrival, setArrival] = useState<Arrival>({ ...known, arrivedQuantity: known.arrivedQuantity ?? row.orderedQuantity })
  const added = (Object.keys(known) as (keyof Arrival)[]).some((key) => known[key] === null && arrival[key] !== null && (key !== 'arrivedQuantity' || known.arrivedOn === null))
  const save = async () => {
    const only = <Key extends keyof Arrival>(key: Key) => (known[key] === null ? arrival[key] : null)
    // Where it had arrived, its receipt is what it was.
    const isArriving = known.arrivedOn === null
    await changeDeliveries('deliveries.complete', {
      id: row.id, receiptNumber: isArriving ? arrival.receiptNumber : null, arrivedOn: only('arrivedOn'), arrivedQuantity: isArriving ? arrival.arrivedQuantity : null, acceptedQuantity: only('acceptedQuantity'), isInvoiceInOrder: only('isInvoiceInOrder'),
    })
    notifications.show({ message: text.completed })
  }
  return (
    <Modal opened onClose={onClose} title={`${text.completeTitle} · ${row.orderNumber}`} size={560}>
      <SaveForm action={text.complete} isReady={added && arrival.arrivedOn !== null && isWhole(arrival)} onClose={onClose} onSave={save}>
        <ArrivalFields arrival={arrival} unit={row.unit} known={known} onChange={setArrival} />
      </SaveForm>
    </Modal>
  )
}
