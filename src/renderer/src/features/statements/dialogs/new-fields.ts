import { yearBeforeOf } from '../../../../../shared/rules/statements/period.ts'
import type { SaveInput, StatementRowOf } from '../queries.ts'

export type Fields = Omit<SaveInput, 'id' | 'version' | 'lines'>
export type Known = Pick<StatementRowOf, 'periodEnd' | 'state' | 'format' | 'unit'>

/** The last year that is over and of which there is nothing yet, in the form and unit of the party's last set. */
export function newFields(partyId: number, today: string, years: readonly Known[]): Fields {
  const standing = years.filter(({ state }) => state === 'draft' || state === 'confirmed')
  const taken = new Set(standing.map(({ periodEnd }) => periodEnd))
  const [last] = standing
  let periodEnd = `${String(Number(today.slice(0, 4)) - 1)}-12-31`
  while (taken.has(periodEnd)) periodEnd = yearBeforeOf(periodEnd)
  return { partyId, periodEnd, format: last?.format ?? 'small', unit: last?.unit ?? 'yuan', opinion: 'none', auditor: null, receivedOn: today, remarks: null, source: null }
}
