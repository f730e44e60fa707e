import type { Output } from '../../src/shared/contract/index.ts'
import type { Desk } from '../dossiers/desk.ts'

export type Limit = Output<'limits.get'>
export const MAKER = 'creditadministrator'
export const UNTIL = '2027-06-30'

type Decider = 'officedirector' | 'generalmanager'

/** A case of an office's party, step by step as its people take them. */
export function casesOf(at: () => Desk & { partyId: number }) {
  const read = (id: number): Promise<Limit> => at().callAs('generalmanager', 'limits.get', { id })
  const create = async () => read((await at().callAs(MAKER, 'limits.create', { partyId: at().partyId })).id)
  const save = async (limit: Limit, more: object = {}) => (await at().callAs(MAKER, 'limits.save', {
    id: limit.id, version: limit.version, amountFen: limit.amountFen, termDays: limit.termDays, untilOn: UNTIL, reason: null, remarks: null, guarantees: [], ...more,
  })).limit
  const submit = async ({ id, version }: Limit) => (await at().callAs(MAKER, 'limits.submit', { id, version })).limit
  const review = async ({ id, version }: Limit) => (await at().callAs('salesdirector', 'limits.review', { id, version })).limit
  const approve = async ({ id, version }: Limit, by: Decider = 'officedirector') => (await at().callAs(by, 'limits.approve', { id, version })).limit
  const grant = async (more: object = {}, by: Decider = 'officedirector') => approve(await review(await submit(await save(await create(), more))), by)
  return { read, create, save, submit, review, approve, grant }
}
