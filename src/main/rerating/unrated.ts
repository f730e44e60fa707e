import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { MOST_AT_ONCE } from '../../shared/contract/rerating.ts'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { partiesNamed } from '../dossiers/conditions.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { Trx } from '../storage/database.ts'
import { runningOf } from './due.ts'

type Asked = Parsed<'rerating.unratedIds'>
type Row = Output<'rerating.unrated'>['rows'][number]
type Span = Row['statements']

/** Parties never rated, by name. The rows and their number are kept by triggers (`unrated`, `unratedTally`). */
export function listUnrated({ trx }: Context, asked: Parsed<'rerating.unrated'>): Output<'rerating.unrated'> {
  const total = totalOf(trx, asked)
  if (asked.offset >= total) return { total, rows: [] }
  // The second half of a long list is reached from its end.
  const limit = Math.min(asked.limit, total - asked.offset)
  const fromEnd = total - asked.offset - limit
  const isFromEnd = fromEnd < asked.offset
  const direction = isFromEnd ? sql`DESC` : sql`ASC`
  const page = allRaw(trx, sql<{ partyId: number }>`
    SELECT unrated.partyId FROM ${fromOf(asked)} ORDER BY unrated.pinyin ${direction}, unrated.partyId ${direction} LIMIT ${limit} OFFSET ${isFromEnd ? fromEnd : asked.offset}`)
  const rows = page.map(({ partyId }) => rowOf(trx, partyId))
  return { total, rows: isFromEnd ? rows.reverse() : rows }
}

/** The first of the list that one batch holds; of whom a rating runs already is passed over. */
export function unratedIds({ trx }: Context, asked: Asked): Output<'rerating.unratedIds'> {
  const isFree = sql<SqlBool>`NOT EXISTS (SELECT 1 FROM rating INDEXED BY rating_running WHERE rating.partyId = unrated.partyId AND rating.state IN ('draft', 'submitted', 'reviewed', 'returned'))`
  const parties = allRaw(trx, sql<{ partyId: number; kind: Row['kind'] }>`
    SELECT unrated.partyId, unrated.kind FROM ${fromOf(asked, isFree)} ORDER BY unrated.pinyin, unrated.partyId LIMIT ${MOST_AT_ONCE}`)
  return { total: totalOf(trx, asked), parties }
}

/** A FROM clause with its conditions, along the index that has the filter's parties by name; named ones are few and sorted. */
function fromOf({ text, kind, departmentId }: Asked, more?: RawBuilder<SqlBool>): RawBuilder<unknown> {
  const named = partiesNamed(text)
  const index = departmentId !== null ? (kind !== null ? 'unrated_both' : 'unrated_department') : kind !== null ? 'unrated_kind' : 'unrated_name'
  const conditions = [
    ...(kind === null ? [] : [sql<SqlBool>`unrated.kind = ${kind}`]), ...(departmentId === null ? [] : [sql<SqlBool>`unrated.departmentId = ${departmentKey(departmentId)}`]), ...(more === undefined ? [] : [more]),
  ]
  const from = named === null ? sql`unrated INDEXED BY ${sql.ref(index)}` : sql`(${named}) AS named CROSS JOIN unrated NOT INDEXED ON unrated.partyId = named.id`
  return conditions.length === 0 ? from : sql`${from} WHERE ${sql.join(conditions, sql` AND `)}`
}

/** As the table has it: 0 for none. */
const departmentKey = (departmentId: Asked['departmentId']) => (departmentId === 'none' ? 0 : departmentId)

/** From the tally, unless a name is looked for. */
function totalOf(trx: Trx, asked: Asked): number {
  const { text, kind, departmentId } = asked
  if (text.trim() !== '') return allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM ${fromOf(asked)}`)[0]!.total
  const { total } = trx
    .prepare('SELECT coalesce(sum(parties), 0) AS total FROM unratedTally WHERE (:kind IS NULL OR kind = :kind) AND (:departmentId IS NULL OR departmentId = :departmentId)')
    .get({ kind, departmentId: departmentKey(departmentId) }) as { total: number }
  return total
}

/** So many rows of a party's own, and the days of the first and the last. */
const SPANS: Readonly<Record<'statements' | 'invoices' | 'receivables' | 'deliveries' | 'surveys', string>> = {
  statements: `SELECT count(*) AS count, min(periodEnd) AS "from", max(periodEnd) AS until FROM statement INDEXED BY statement_standing WHERE partyId = ? AND state = 'confirmed' AND periodEnd LIKE '%-12-31'`,
  invoices: 'SELECT coalesce(sum(valid + void), 0) AS count, min(issuedOn) AS "from", max(issuedOn) AS until FROM invoiceDay WHERE partyId = ?',
  receivables: 'SELECT count(*) AS count, min(issuedOn) AS "from", max(issuedOn) AS until FROM receivable INDEXED BY receivable_party WHERE partyId = ? AND struckAt IS NULL',
  deliveries: 'SELECT count(*) AS count, min(dueOn) AS "from", max(dueOn) AS until FROM delivery INDEXED BY delivery_due WHERE partyId = ? AND struckAt IS NULL',
  surveys: 'SELECT count(*) AS count, min("on") AS "from", max("on") AS until FROM survey INDEXED BY survey_party WHERE partyId = ? AND withdrawnAt IS NULL',
}

function rowOf(trx: Trx, partyId: number): Row {
  const head = trx.prepare(
    `SELECT party.id AS partyId, party.name AS partyName, party.kind, department.name AS departmentName, party.dossiers,
       (SELECT min(openedOn) FROM dossier INDEXED BY dossier_ofParty WHERE dossier.partyId = party.id AND voidedAt IS NULL) AS openedOn
     FROM party LEFT JOIN department ON department.id = party.departmentId WHERE party.id = ?`,
  ).get(partyId) as Pick<Row, 'partyId' | 'partyName' | 'kind' | 'departmentName' | 'dossiers'> & { openedOn: string | null }
  const spanOf = (what: keyof typeof SPANS): Span => {
    const span = trx.prepare(SPANS[what]).get(partyId) as NonNullable<Span>
    return span.count === 0 ? null : span
  }
  const { openedOn, ...row } = head
  const spans = { statements: spanOf('statements'), invoices: spanOf('invoices'), receivables: spanOf('receivables'), deliveries: spanOf('deliveries'), surveys: spanOf('surveys') }
  const days = [openedOn, ...Object.values(spans).map((span) => span?.from ?? null)].filter((day) => day !== null)
  return { ...row, ...spans, since: days.sort()[0] ?? null, running: runningOf(trx, partyId) }
}
