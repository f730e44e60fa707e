import { type RawBuilder, sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import { ownDepartment, runningSlip, seesWholeArchive } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'
import { type Asked, columnConditions, type Condition, conditionsOf, whereAll } from './ledger-conditions.ts'

type Sums = Output<'contracts.ledger'>['sums']
type SumRow = { direction: 'sale' | 'purchase'; contracts: number; priced: number; amountFen: number }

const OF_ROWS = sql`contract.direction, count(*) AS contracts, count(contract.amountFen) AS priced, coalesce(sum(contract.amountFen), 0) AS amountFen`

/**
 * How many contracts fit and what they come to, by direction, of those this person may see. What the tally knows it says,
 * whatever the archive holds; everything else is added up along one narrow index, or from the few that a text leaves.
 */
export function sumsOf(context: Context, asked: Asked, from: RawBuilder<unknown> | null): Sums {
  if (from) return added(rowsFrom(context, from, conditionsOf(context, asked)))
  if (isTallied(asked)) return added(fromTally(context, asked))
  return added(rowsFrom(context, sql`contract INDEXED BY ${sql.ref(narrowest(asked))}`, conditionsOf(context, asked)))
}

const isTallied = ({ handlerId, amountFrom, amountTo, signedFrom, signedTo }: Asked): boolean =>
  [handlerId, amountFrom, amountTo, signedFrom, signedTo].every((value) => value === null)

/** The index whose first column leaves the fewest rows; it holds every other column that is asked or added up. */
export function narrowest({ handlerId, departmentId, signedFrom, signedTo, amountFrom, amountTo }: Asked): string {
  if (handlerId !== null) return 'contract_handler'
  if (departmentId !== null) return 'contract_department'
  if (signedFrom !== null || signedTo !== null) return 'contract_signed'
  return amountFrom !== null || amountTo !== null ? 'contract_amount' : 'contract_number'
}

function rowsFrom({ trx }: Context, from: RawBuilder<unknown>, conditions: readonly Condition[]): SumRow[] {
  return allRaw(trx, sql<SumRow>`SELECT ${OF_ROWS} FROM ${from} ${whereAll(conditions)} GROUP BY contract.direction`)
}

/** By department from the tally; the few seen through a slip one by one. */
function fromTally(context: Context, asked: Asked): SumRow[] {
  const { actor, today } = context
  if (seesWholeArchive(actor)) return tallied(context, asked)
  const own = ownDepartment(actor)
  const conditions = columnConditions(asked)
  if (own !== null) conditions.push(sql`contract.departmentId <> ${own}`)
  const slipped = sql`(SELECT DISTINCT dossierId FROM (${runningSlip(actor, today)})) AS slipped CROSS JOIN contract ON contract.dossierId = slipped.dossierId`
  const others = rowsFrom(context, slipped, conditions)
  return own === null || (asked.departmentId ?? own) !== own ? others : [...tallied(context, { ...asked, departmentId: own }), ...others]
}

function tallied({ trx }: Context, { departmentId, year, direction, state }: Asked): SumRow[] {
  let query = trx.sql.selectFrom('contractTally').groupBy('direction')
  if (departmentId !== null) query = query.where('departmentId', '=', departmentId)
  if (year !== null) query = query.where('year', '=', year)
  if (direction !== null) query = query.where('direction', '=', direction)
  if (state !== null) query = query.where('state', '=', state)
  return trx.all(query.select((row) => [
    'direction', row.fn.sum<number>('contracts').as('contracts'), row.fn.sum<number>('priced').as('priced'), row.fn.sum<number>('amountFen').as('amountFen'),
  ]))
}

function added(rows: readonly SumRow[]): Sums {
  const sums: Sums = { sale: { contracts: 0, priced: 0, amountFen: 0 }, purchase: { contracts: 0, priced: 0, amountFen: 0 } }
  for (const { direction, contracts, priced, amountFen } of rows) {
    const sum = sums[direction]
    sums[direction] = { contracts: sum.contracts + contracts, priced: sum.priced + priced, amountFen: sum.amountFen + amountFen }
  }
  return sums
}
