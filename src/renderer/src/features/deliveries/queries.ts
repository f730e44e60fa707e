import { queryOptions } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type Overview = Output<'deliveries.overview'>
export type DeliveryRow = Output<'deliveries.list'>['rows'][number]
export type DeliveryFilter = Required<Omit<Input<'deliveries.list'>, 'partyId' | 'offset' | 'limit'>>

/** Rates and months. Reading them is recorded, so they are not read again by themselves. */
export const overviewQuery = (partyId: number) =>
  queryOptions({ queryKey: ['deliveries.overview', partyId], queryFn: () => call('deliveries.overview', { partyId }), refetchOnWindowFocus: false })

type Change = 'deliveries.record' | 'deliveries.complete' | 'deliveries.correct' | 'deliveries.strike'

/** Records or takes back, then reads again what shows it. */
export async function changeDeliveries<Name extends Change & MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  await deliveriesChanged()
  return answer
}

export async function deliveriesChanged(): Promise<void> {
  await Promise.all(['deliveries.overview', 'deliveries.list', 'risks.ofParty'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
}

/** Thousandths as a quantity: `1,200`, `3.5`. */
export const quantity = (thousandths: number): string => (thousandths / 1000).toLocaleString('en-US', { maximumFractionDigits: 3 })
