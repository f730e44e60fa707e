import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import type { DeliveryRow } from './queries.ts'

export type Arrival = Pick<DeliveryRow, 'receiptNumber' | 'arrivedOn' | 'arrivedQuantity' | 'acceptedQuantity' | 'isInvoiceInOrder'>
export const arrivalOf = ({ receiptNumber, arrivedOn, arrivedQuantity, acceptedQuantity, isInvoiceInOrder }: Arrival): Arrival => ({ receiptNumber, arrivedOn, arrivedQuantity, acceptedQuantity, isInvoiceInOrder })

/** Whether it may be sent as it is: an arrival with its quantity, and no more accepted than came. */
export const isWhole = ({ arrivedOn, arrivedQuantity, acceptedQuantity }: Arrival): boolean =>
  arrivedOn === null ? acceptedQuantity === null : arrivedQuantity !== null && (acceptedQuantity === null || acceptedQuantity <= arrivedQuantity)

type Props = { arrival: Arrival; unit: string; onChange: (arrival: Arrival) => void; /** What cannot be typed over. */ known?: Arrival }

/** When it came, how much, how much of it was accepted, and the invoice. */
export function ArrivalFields({ arrival, unit, onChange, known }: Props) {
  const { deliveries: { field, invoiceYes, invoiceNo } } = useText()
  const today = useQuery(statusQuery).data?.today
  const change = (part: Partial<Arrival>) => onChange({ ...arrival, ...part })
  const hasArrived = (known?.arrivedOn ?? null) !== null
  const fixed = (key: keyof Arrival) => (known?.[key] ?? null) !== null
  return (
    <>
      <Group grow align="flex-start">
        <TextInput label={field.receiptNumber} data-autofocus={known !== undefined && !hasArrived ? true : undefined} maxLength={60} disabled={hasArrived} value={arrival.receiptNumber ?? ''} onChange={(event) => change({ receiptNumber: event.currentTarget.value || null })} />
        <DayInput label={field.arrivedOn} maxDate={today} disabled={hasArrived} value={arrival.arrivedOn} onChange={(arrivedOn) => change({ arrivedOn })} />
      </Group>
      <Group grow align="flex-start">
        <Quantity label={field.arrived} unit={unit} disabled={hasArrived} value={arrival.arrivedQuantity} onChange={(arrivedQuantity) => change({ arrivedQuantity })} />
        <Quantity label={field.accepted} unit={unit} disabled={fixed('acceptedQuantity')} value={arrival.acceptedQuantity} onChange={(acceptedQuantity) => change({ acceptedQuantity })} />
        <Select
          label={field.invoice} placeholder={field.unknown} clearable disabled={fixed('isInvoiceInOrder')} data={[{ value: 'yes', label: invoiceYes }, { value: 'no', label: invoiceNo }]}
          value={arrival.isInvoiceInOrder === null ? null : arrival.isInvoiceInOrder ? 'yes' : 'no'} onChange={(value) => change({ isInvoiceInOrder: value === null ? null : value === 'yes' })}
        />
      </Group>
    </>
  )
}

type QuantityProps = { label: string; unit: string; value: number | null; onChange: (thousandths: number | null) => void; disabled?: boolean; required?: boolean; description?: string }

/** A quantity with three decimals; thousandths outside. */
export function Quantity({ unit, value, onChange, ...rest }: QuantityProps) {
  return (
    <NumberInput
      {...rest} min={0} max={9_000_000_000} decimalScale={3} thousandSeparator hideControls rightSection={unit === '' ? undefined : <span>{unit}</span>} rightSectionWidth={44} rightSectionPointerEvents="none"
      value={value === null ? '' : value / 1000} onChange={(typed) => onChange(typeof typed === 'number' ? Math.round(typed * 1000) : null)}
    />
  )
}
