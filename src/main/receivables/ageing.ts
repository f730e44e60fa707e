import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import { type Bucket, BUCKETS, bucketOf } from '../../shared/rules/receivables/ageing.ts'
import { seesWholeArchive, visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { mayReadFigures } from '../statements/rights.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { Trx } from '../storage/database.ts'
import { promiseOf } from './promises.ts'
import { dayAsked } from './position.ts'

type Asked = Parsed<'receivables.ageing'>
type Ageing = Output<'receivables.ageing'>
type Row = Ageing['rows'][number]
type Account = { readonly partyId: number; readonly buckets: Record<Bucket, number>; openFen: number; overdueFen: number; advancesFen: number; oldestDueOn: string | null }
type Head = { id: number; name: string; sortName: string; departmentName: string | null; salespersonName: string | null }

/**
 * The whole book as of a day, by customer, with what all that fit come to: open items by how late they are, less advances, is
 * the balance. Only what was open on the day is read, along `receivable_book` and `receipt_book`. Parties whose dossier the
 * reader may not read are left out and counted.
 */
export function listAgeing(context: Context, input: Asked): Ageing {
  const asOf = dayAsked(context, input.asOf)
  const accounts = accountsOn(context.trx, asOf)
  const heads = headsOf(context, input, [...accounts.keys()])
  const wanted = input.only === 'promise' || input.only === 'broken' ? promising(context.trx, asOf, input.only) : null
  let withheld = 0
  const fitting = heads.filter(({ id }) => {
    if (!isWanted(accounts.get(id)!, input.only, asOf, wanted)) return false
    if (mayReadFigures(context, id)) return true
    withheld++
    return false
  })
  const sums = sumsOf(fitting.map(({ id }) => accounts.get(id)!))
  const sorted = fitting.sort(inOrder(accounts, input))
  return {
    total: fitting.length, asOf, withheld, sums,
    rows: sorted.slice(input.offset, input.offset + input.limit).map((head) => rowOf(context.trx, head, accounts.get(head.id)!, asOf)),
  }
}

const PAID_BY = (side: 'receivable' | 'receipt') =>
  `coalesce((SELECT sum(allocation.amountFen) FROM allocation WHERE allocation.${side}Id = ${side}.id AND allocation.endedAt IS NULL AND allocation.countsOn <= :asOf), 0)`

/** Every party's account. What is still open today is told by the row itself; only what was paid since asks its allocations. */
function accountsOn(trx: Trx, asOf: string): Map<number, Account> {
  const accounts = new Map<number, Account>()
  const of = (partyId: number): Account => {
    let account = accounts.get(partyId)
    if (!account) accounts.set(partyId, (account = { partyId, buckets: emptyBuckets(), openFen: 0, overdueFen: 0, advancesFen: 0, oldestDueOn: null }))
    return account
  }
  const latest = trx.prepare('SELECT max((SELECT coalesce(max(receivedOn), \'\') FROM receipt), (SELECT coalesce(max(issuedOn), \'\') FROM receivable)) AS "on"').get() as { on: string }
  const paid = (side: 'receivable' | 'receipt') => (asOf >= latest.on ? 'allocatedFen' : PAID_BY(side))
  const items = trx.prepare(
    `SELECT partyId, dueOn, amountFen - ${paid('receivable')} FROM receivable INDEXED BY receivable_book WHERE struckAt IS NULL AND (settledOn IS NULL OR settledOn > :asOf) AND issuedOn <= :asOf`,
  ).raw().all({ asOf }) as [number, string, number][]
  const buckets = new Map<string, Bucket>()
  for (const [partyId, dueOn, openFen] of items) {
    const account = of(partyId)
    let bucket = buckets.get(dueOn)
    if (!bucket) buckets.set(dueOn, (bucket = bucketOf(daysBetween(dueOn, asOf))))
    account.buckets[bucket] += openFen
    account.openFen += openFen
    if (dueOn < asOf) account.overdueFen += openFen
    if (account.oldestDueOn === null || dueOn < account.oldestDueOn) account.oldestDueOn = dueOn
  }
  const advances = trx.prepare(
    `SELECT partyId, amountFen - ${paid('receipt')} FROM receipt INDEXED BY receipt_book WHERE struckAt IS NULL AND (spentOn IS NULL OR spentOn > :asOf) AND receivedOn <= :asOf`,
  ).raw().all({ asOf }) as [number, number][]
  for (const [partyId, fen] of advances) of(partyId).advancesFen += fen
  return accounts
}

const emptyBuckets = () => Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) as Record<Bucket, number>

/** Of these parties those that the person may see and that fit. */
function headsOf({ trx, actor, today }: Context, { text, departmentId }: Asked, ids: readonly number[]): Head[] {
  const word = text.trim()
  const seen = seesWholeArchive(actor) ? sql`1` : visibleParty(actor, today)
  return allRaw(trx, sql<Head>`
    SELECT party.id, party.name, party.pinyin AS sortName, department.name AS departmentName, person.name AS salespersonName
    FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN party ON party.id = wanted.value LEFT JOIN department ON department.id = party.departmentId LEFT JOIN person ON person.id = party.salespersonId
    WHERE ${seen} AND (${word} = '' OR instr(party.name, ${word}) > 0 OR instr(coalesce(party.shortName, ''), ${word}) > 0 OR party.creditCode = ${word})
      AND (${departmentId} IS NULL OR party.departmentId = ${departmentId})`)
}

function isWanted(account: Account, only: Asked['only'], asOf: string, promising: ReadonlySet<number> | null): boolean {
  const days = account.oldestDueOn === null ? 0 : daysBetween(account.oldestDueOn, asOf)
  switch (only) {
    case null: return true
    case 'overdue': return account.overdueFen > 0
    case 'overdue30': return days > 30
    case 'overdue90': return days > 90
    case 'advances': return account.advancesFen > 0
    default: return promising!.has(account.partyId)
  }
}

/** Parties with a promise that is open, or one broken or kept in part within a year. */
function promising(trx: Trx, asOf: string, which: 'promise' | 'broken'): Set<number> {
  const rows = trx.prepare("SELECT DISTINCT partyId FROM promise INDEXED BY promise_due WHERE struckAt IS NULL AND dueOn >= date(?, '-365 days') AND madeOn <= ?").all(asOf, asOf) as { partyId: number }[]
  return new Set(rows.filter(({ partyId }) => {
    const promise = promiseOf(trx, partyId, asOf)
    return which === 'promise' ? promise?.state === 'open' : promise?.state === 'broken' || promise?.state === 'part'
  }).map(({ partyId }) => partyId))
}

function sumsOf(accounts: readonly Account[]): Ageing['sums'] {
  const sums = { buckets: emptyBuckets(), openFen: 0, overdueFen: 0, advancesFen: 0 }
  for (const account of accounts) {
    for (const bucket of BUCKETS) sums.buckets[bucket] += account.buckets[bucket]
    sums.openFen += account.openFen
    sums.overdueFen += account.overdueFen
    sums.advancesFen += account.advancesFen
  }
  return { ...sums, balanceFen: sums.openFen - sums.advancesFen }
}

/** Alike in what they are sorted by they go by name; nothing open comes last by its oldest item. */
function inOrder(accounts: ReadonlyMap<number, Account>, { sort, descending }: Asked): (one: Head, other: Head) => number {
  const sign = descending ? -1 : 1
  const byName = (one: Head, other: Head) => (one.sortName < other.sortName ? -1 : one.sortName > other.sortName ? 1 : one.id - other.id)
  if (sort === 'party') return (one, other) => sign * byName(one, other)
  const value = ({ id }: Head): number => {
    const account = accounts.get(id)!
    if (sort === 'balance') return account.openFen - account.advancesFen
    if (sort === 'overdue') return account.overdueFen
    // The older, the more: an item's age runs against its day.
    if (sort === 'oldest') return account.oldestDueOn === null ? Number.NEGATIVE_INFINITY : daysBetween(account.oldestDueOn, '9999-12-31')
    return account.buckets[sort]
  }
  return (one, other) => {
    const [a, b] = [value(one), value(other)]
    return a === b ? byName(one, other) : sign * (a < b ? -1 : 1)
  }
}

function rowOf(trx: Trx, { id, name, departmentName, salespersonName }: Head, { buckets, openFen, overdueFen, advancesFen, oldestDueOn }: Account, asOf: string): Row {
  const promise = promiseOf(trx, id, asOf)
  return {
    partyId: id, partyName: name, departmentName, salespersonName, buckets, openFen, overdueFen, advancesFen, balanceFen: openFen - advancesFen,
    longestOverdueDays: oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, asOf)), oldestDueOn, promise: promise && { dueOn: promise.dueOn, amountFen: promise.amountFen, state: promise.state },
  }
}
