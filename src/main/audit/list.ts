import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import type { Context } from '../pipeline/context.ts'
import { hasRole } from '../people/visibility.ts'
import { endOfDay, startOfDay } from '../pipeline/days.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { AuditTable } from '../storage/tables/audit.ts'

type Filter = Parsed<'audit.list'>

/** Those who may also read what was changed; the system administrator sees that of people, keys and the archive alone. */
const DETAIL_READERS = ['auditor', 'officeDirector', 'generalManager'] as const
const OF_THE_SYSTEM = /^(archive|people|session)\./

/**
 * The log, newest first. Subjects are named by number, code or login, never by customer: whoever may read the log need not
 * be one who may see dossiers (domain.md, separation of duties).
 */
export function listAudit({ trx, actor }: Context, input: Filter): Output<'audit.list'> {
  const conditions = conditionsOf(input)
  const { from, order } = sourceOf(input)
  // Without any condition there is no WHERE at all: then SQLite counts pages, not rows.
  const found = sql`${from}${conditions.length === 0 ? sql`` : sql` WHERE ${sql.join(conditions, sql` AND `)}`}`
  const { total } = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM ${found}`)[0]!
  const rows = allRaw(trx, sql<Omit<AuditTable, 'previous'>>`
    SELECT audit.seq, at, actorId, actorName, method, outcome, subjectKind, subjectId, subjectLabel, detail, hash FROM ${found}
    ORDER BY ${order} LIMIT ${input.limit} OFFSET ${input.offset}`)
  const readsDetails = hasRole(actor, DETAIL_READERS)
  const detailOf = ({ method, detail }: { method: string; detail: string }) =>
    readsDetails || OF_THE_SYSTEM.test(method) ? (JSON.parse(detail) as Record<string, unknown>) : {}
  return { total, rows: rows.map((row) => ({ ...row, detail: detailOf(row) })) }
}

function conditionsOf({ from, to, actorId, method, subjectKind, subjectId, outcome, text }: Filter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (text.trim()) conditions.push(sql`audit.seq IN (${entriesNamed(text.trim())})`)
  if (from) conditions.push(sql`audit.at >= ${startOfDay(from)}`)
  if (to) conditions.push(sql`audit.at <= ${endOfDay(to)}`)
  if (actorId !== null) conditions.push(sql`audit.actorId = ${actorId}`)
  if (method) conditions.push(sql`audit.method = ${method}`)
  if (subjectKind) conditions.push(sql`audit.subjectKind = ${subjectKind}`)
  if (subjectId !== null) conditions.push(sql`audit.subjectId = ${subjectId}`)
  if (outcome) conditions.push(sql`audit.outcome = ${outcome}`)
  return conditions
}

/** A period this short has fewer entries than most other filters. */
const SHORT_DAYS = 31

/**
 * Where to begin, from the narrowest filter to the widest. The order is that of writing; along a period it is that of the
 * clock (the same, unless somebody has set it back), so that either way the newest are at an index's end.
 */
function sourceOf(filter: Filter): { from: RawBuilder<unknown>; order: RawBuilder<unknown> } {
  const { from, to, actorId, method, subjectKind, subjectId, outcome } = filter
  const written = sql`audit.seq DESC`
  const clock = sql`audit.at DESC, audit.seq DESC`
  const along = (index: string, order = written) => ({ from: sql`audit INDEXED BY ${sql.ref(index)}`, order })
  const word = filter.text.trim()
  if (word) return { from: sql`audit`, order: written }
  if (subjectKind && subjectId !== null) return along('audit_subject')
  if (from && to && daysBetween(from, to) <= SHORT_DAYS) return along('audit_at', clock)
  if (actorId !== null) return along('audit_actor')
  if (method) return along('audit_method')
  if (subjectKind) return along('audit_subject')
  if (from || to) return along('audit_at', clock)
  if (outcome) return along('audit_outcome')
  return { from: sql`audit`, order: written }
}

/** Sorts after every continuation of a text. */
const AFTER = '\u{10ffff}'

/** `#18204` is that entry; else a subject's label by its beginning, or an actor by a part of his name. */
function entriesNamed(word: string): RawBuilder<{ seq: number }> {
  const seq = /^#\s*([\d,]{1,15})$/.exec(word)?.[1]
  if (seq) return sql`SELECT ${Number(seq.replaceAll(',', ''))} AS seq`
  const labelled = (start: string) =>
    sql`SELECT seq FROM audit INDEXED BY audit_label WHERE subjectLabel >= ${start} AND subjectLabel < ${start + AFTER}`
  return sql`${labelled(word)} UNION ${labelled(word.toUpperCase())}
    UNION SELECT audit.seq FROM person CROSS JOIN audit INDEXED BY audit_actor ON audit.actorId = person.id WHERE instr(person.name, ${word}) > 0`
}
