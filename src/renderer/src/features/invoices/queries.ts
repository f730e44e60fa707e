import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { yuanFromFen } from '../../ui/capital.ts'

export type Overview = Output<'invoices.overview'>
export type InvoiceRow = Output<'invoices.list'>['rows'][number]
export type InvoiceFilter = Required<Omit<Input<'invoices.list'>, 'partyId' | 'offset' | 'limit'>>

/** Figures, months and largest on either side. Reading them is recorded, so they are not read again by themselves. */
export const overviewQuery = (partyId: number, asOf: string | null) =>
  queryOptions({ queryKey: ['invoices.overview', partyId, asOf], queryFn: () => call('invoices.overview', { partyId, asOf }), refetchOnWindowFocus: false })

const SHOWN_BY: readonly unknown[] = ['invoices.overview', 'invoices.list', 'risks.ofParty']
export const invoicesChanged = (client: QueryClient): Promise<void> => client.invalidateQueries({ predicate: ({ queryKey }) => SHOWN_BY.includes(queryKey[0]) })

/** An amount with its sign, as invoices have it: `−943.40`. */
export const signedYuan = (fen: number): string => (fen < 0 ? `−${yuanFromFen(-fen)}` : yuanFromFen(fen))
/** Fen in 万元, two decimals from a hundred 万元 down: `1,234`, `12.30`, `−0.05`. */
export function wan(fen: number): string {
  const value = Math.abs(fen) / 1_000_000
  const digits = value >= 100 ? 0 : 2
  return `${fen < 0 ? '−' : ''}${value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`
}
