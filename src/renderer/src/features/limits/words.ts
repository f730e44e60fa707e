import { roundWanFromFen, wanFromFen } from '../../ui/capital.ts'
import type { Limit, LimitRow } from './queries.ts'

/** A sum as it was granted, exactly. */
export const granted = (fen: number): string => wanFromFen(fen)
/** The same beside what is used of it: exactly, and with two places at least. */
export const inColumn = (fen: number): string => granted(fen).replace(/^[^.]*$/, '$&.00').replace(/\.(\d)$/, '.$10')
/** What is owed or left, to two places of 万元. */
export const owed = (fen: number): string => roundWanFromFen(fen)

/** The one word for how a case stands: of the limit in use its validity (suspended before frozen), of one of nothing that none is given, of one before it that it was superseded. */
export function standingOf(row: Pick<LimitRow, 'amountFen' | 'state' | 'isCurrent' | 'hold' | 'exposure'>): Limit['state'] | Limit['hold'] | 'valid' | 'suspended' | 'expired' | 'superseded' {
  if (row.state !== 'approved') return row.state
  if (!row.isCurrent || row.exposure === null) return 'superseded'
  if (row.exposure.validity === 'expired') return 'expired'
  if (row.amountFen === 0) return 'refused'
  if (row.exposure.validity === 'suspended') return 'suspended'
  return row.hold === 'none' ? 'valid' : row.hold
}
