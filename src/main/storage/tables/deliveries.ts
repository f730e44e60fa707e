import type { Generated } from 'kysely'

export type DeliveryTable = {
  id: Generated<number>
  partyId: number
  dossierId: number | null
  orderNumber: string
  goods: string
  unit: string
  dueOn: string
  orderedQuantity: number
  receiptNumber: string
  arrivedOn: string | null
  arrivedQuantity: number | null
  acceptedQuantity: number | null
  isInvoiceInOrder: 0 | 1 | null
  remarks: string | null
  fileName: string | null
  replacesId: number | null
  recordedBy: number
  recordedAt: string
  struckBy: Generated<number | null>
  struckAt: Generated<string | null>
  strikeReason: Generated<string | null>
}

export type DeliveriesTables = { delivery: DeliveryTable }
