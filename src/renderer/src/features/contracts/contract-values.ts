import type { Input } from '../../../../shared/contract/index.ts'
import { fenFromWan, wanFromFen } from '../../ui/capital.ts'
import type { ContractFacts } from './queries.ts'

type Fields = Omit<Input<'contracts.change'>, 'id' | 'version'>
type FurtherParty = ContractFacts['parties'][number]

/** What the form holds: lines as text, the amount as it is typed in 万元, choices as the choice. */
export type ContractValues = {
  subject: string
  direction: 'sale' | 'purchase'
  counterNumber: string
  handlerId: string | null
  amount: string
  amountRemarks: string
  performFrom: string | null
  performUntil: string | null
  paymentTerms: string
  guaranteeUntil: string | null
  parties: FurtherParty[]
}

export const emptyContract: ContractValues = {
  subject: '', direction: 'sale', counterNumber: '', handlerId: null, amount: '', amountRemarks: '', performFrom: null, performUntil: null, paymentTerms: '',
  guaranteeUntil: null, parties: [],
}

/** A contract as the form shows it. */
export function valuesOf(facts: ContractFacts): ContractValues {
  return {
    subject: facts.subject, direction: facts.direction, counterNumber: facts.counterNumber ?? '', handlerId: String(facts.handlerId),
    amount: facts.firstAmountFen === null ? '' : wanFromFen(facts.firstAmountFen), amountRemarks: facts.amountRemarks ?? '',
    performFrom: facts.performFrom, performUntil: facts.performUntil, paymentTerms: facts.paymentTerms ?? '', guaranteeUntil: facts.guaranteeUntil,
    parties: facts.parties,
  }
}

export type Missing = 'subject' | 'handlerId' | 'amount' | 'performUntil'

/** What the contract takes of the form, or the fields that have to be put right first. */
export function fieldsOf(values: ContractValues): { fields: Fields } | { missing: ReadonlySet<Missing> } {
  const amount = fenFromWan(values.amount)
  const missing = new Set<Missing>()
  if (values.subject.trim() === '') missing.add('subject')
  if (values.handlerId === null) missing.add('handlerId')
  if ('refused' in amount) missing.add('amount')
  if (values.performFrom !== null && values.performUntil !== null && values.performUntil < values.performFrom) missing.add('performUntil')
  if (missing.size > 0 || 'refused' in amount) return { missing }
  const line = (text: string) => text.trim() || null
  return {
    fields: {
      subject: values.subject.trim(), direction: values.direction, counterNumber: line(values.counterNumber), handlerId: Number(values.handlerId),
      firstAmountFen: amount.fen, amountRemarks: line(values.amountRemarks), performFrom: values.performFrom, performUntil: values.performUntil,
      paymentTerms: line(values.paymentTerms), guaranteeUntil: values.guaranteeUntil,
      parties: values.parties.filter(({ name }) => name.trim() !== '').map(({ role, partyId, name }) => ({ role, partyId, name: name.trim() })),
    },
  }
}
