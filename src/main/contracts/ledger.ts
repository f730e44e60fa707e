import { type RawBuilder, sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { Trx } from '../storage/database.ts'
import { type Asked, type Condition, conditionsOf, setsOf, smallSide, whereAll, withinDepartment } from './ledger-conditions.ts'
import { narrowest, sumsOf } from './ledger-sums.ts'

type Row = Output<'contracts.ledger'>['rows'][number]

/** The column each order runs on, and the index that holds all contracts in it; contracts alike in it go by number. */
const ORDERS = {
  number: { column: 'number', index: 'contract_number' },
  party: { column: 'sortName', index: 'contract_party' },
  signed: { column: 'signedOn', index: 'contract_signed' },
  amount: { column: 'amountFen', index: 'contract_amount' },
  until: { column: 'performUntil', index: 'contract_until' },
} as const

/** Gathering a contract for sorting costs about this many steps along an index. */
const ROW_COST = 4

/**
 * The contract ledger: the page that is asked of what this person may see and what fits, and what all that fit come to.
 * A page is walked to along the index of its order, or gathered and sorted where few fit.
 */
export function listLedger(context: Context, input: Parsed<'contracts.ledger'>): Output<'contracts.ledger'> {
  const asked = withinDepartment(context, input)
  const sets = setsOf(context, asked)
  const from = smallSide(sets)
  const sums = sumsOf(context, asked, from)
  const total = sums.sale.contracts + sums.purchase.contracts
  if (asked.offset >= total) return { total, rows: [], sums }
  const conditions = conditionsOf(context, asked)
  const ids = isWalkCheaper(context.trx, asked, total, from !== null)
    ? walk(context.trx, asked, total, [...conditions, ...sets.map((set): Condition => sql`contract.dossierId IN (${set})`)])
    : gather(context.trx, asked, from ?? sql`contract INDEXED BY ${sql.ref(narrowest(asked))}`, conditions)
  return { total, rows: rowsOf(context.trx, ids), sums }
}

/** Steps along the index to the end of the page, from the nearer end, against reading and sorting all that fit. */
function isWalkCheaper(trx: Trx, asked: Asked, total: number, hasSets: boolean): boolean {
  const { all } = trx.prepare('SELECT coalesce(sum(contracts), 0) AS "all" FROM contractTally').get() as { all: number }
  const reach = Math.min(asked.offset, Math.max(0, total - asked.offset - asked.limit)) + asked.limit
  // The numbers of a department and of a handler are together in an index of theirs: nearly every step is a hit.
  const walked = asked.sort === 'number' && walkedIndex(asked) !== ORDERS.number.index ? Math.min(all, total * ROW_COST) : all
  return (reach * walked) / total <= total * ROW_COST + (hasSets ? 0 : walked / 2)
}

function walkedIndex({ sort, departmentId, handlerId }: Asked): string {
  if (sort !== 'number') return ORDERS[sort].index
  if (handlerId !== null) return 'contract_handler'
  return departmentId === null ? ORDERS.number.index : 'contract_department'
}

/** The second half of a long list is reached from its end. */
function walk(trx: Trx, asked: Asked, total: number, conditions: readonly Condition[]): number[] {
  const limit = Math.min(asked.limit, total - asked.offset)
  const fromEnd = total - asked.offset - limit
  const isFromEnd = fromEnd < asked.offset
  const rows = allRaw(trx, sql<{ id: number }>`
    SELECT contract.dossierId AS id FROM contract INDEXED BY ${sql.ref(walkedIndex(asked))} ${whereAll(conditions)}
    ORDER BY ${orderBy(asked, isFromEnd)} LIMIT ${limit} OFFSET ${isFromEnd ? fromEnd : asked.offset}`)
  const ids = rows.map((row) => row.id)
  return isFromEnd ? ids.reverse() : ids
}

function gather(trx: Trx, asked: Asked, from: RawBuilder<unknown>, conditions: readonly Condition[]): number[] {
  const rows = allRaw(trx, sql<{ id: number }>`
    SELECT contract.dossierId AS id FROM ${from} ${whereAll(conditions)} ORDER BY ${orderBy(asked)} LIMIT ${asked.limit} OFFSET ${asked.offset}`)
  return rows.map((row) => row.id)
}

/** What has no date or no amount comes last, whichever way the list runs. */
function orderBy({ sort, descending }: Asked, isReversed = false): RawBuilder<unknown> {
  const direction = descending === isReversed ? sql`ASC` : sql`DESC`
  if (sort === 'number') return sql`contract.number ${direction}`
  const nulls = isReversed ? sql`NULLS FIRST` : sql`NULLS LAST`
  return sql`contract.${sql.ref(ORDERS[sort].column)} ${direction} ${nulls}, contract.number ${direction}`
}

function rowsOf(trx: Trx, ids: readonly number[]): Row[] {
  if (ids.length === 0) return []
  const rows = trx.all(
    trx.sql.selectFrom((eb) => eb.fn<{ key: number; value: number }>('json_each', [eb.val(JSON.stringify(ids))]).as('wanted'))
      .innerJoin('contract', 'contract.dossierId', 'wanted.value').innerJoin('dossier', 'dossier.id', 'wanted.value')
      .innerJoin('party', 'party.id', 'dossier.partyId').innerJoin('department', 'department.id', 'contract.departmentId')
      .innerJoin('person', 'person.id', 'contract.handlerId').orderBy('wanted.key')
      .select([
        'dossier.id', 'contract.number', 'counterNumber', 'subject', 'direction', 'dossier.partyId', 'party.name as partyName', 'party.shortName',
        'department.name as departmentName', 'person.name as handlerName', 'amountFen', 'firstAmountFen', 'amountRemarks', 'contract.state',
        'signedOn', 'changedOn', 'performedOn', 'terminatedOn', 'changes', 'performFrom', 'performUntil', 'guaranteeUntil',
        'dossier.present', 'dossier.required',
      ]),
  )
  return rows.map(({ present, required, ...row }) => ({ ...row, completeness: { present, required } }))
}
