import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { endOfDay, startOfDay } from '../pipeline/days.ts'

type Filter = Parsed<'audit.list'>

/**
 * The log, newest first. Subjects are named by number or login, never by customer: whoever may read the log need not be
 * one who may see dossiers. Without a period it goes by the order of writing, within one by the time (the same, unless
 * somebody has set back the clock), so that either is one index from its end.
 */
export function listAudit({ trx }: Context, input: Filter): Output<'audit.list'> {
  const conditions = [...conditionsOf(input), ...byText(input.text)]
  // Without any condition there is no WHERE at all: then SQLite counts pages, not rows.
  const entries = trx.sql.selectFrom('audit')
    .$if(conditions.length > 0, (query) => query.where(sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`))
  const total = trx.one(entries.select((row) => row.fn.countAll<number>().as('total')))!.total
  const order = input.from || input.to ? sql`at DESC, seq DESC` : sql`seq DESC`
  const rows = trx.all(
    entries.select(['seq', 'at', 'actorId', 'actorName', 'method', 'outcome', 'subjectKind', 'subjectId', 'subjectLabel', 'detail', 'hash'])
      .orderBy(order).limit(input.limit).offset(input.offset),
  )
  return { total, rows: rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> })) }
}

function conditionsOf({ from, to, actorId, method, subjectKind, subjectId, outcome }: Filter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (from) conditions.push(sql`at >= ${startOfDay(from)}`)
  if (to) conditions.push(sql`at <= ${endOfDay(to)}`)
  if (actorId !== null) conditions.push(sql`actorId = ${actorId}`)
  if (method) conditions.push(sql`method = ${method}`)
  if (subjectKind) conditions.push(sql`subjectKind = ${subjectKind}`)
  if (subjectId !== null) conditions.push(sql`subjectId = ${subjectId}`)
  if (outcome) conditions.push(sql`outcome = ${outcome}`)
  return conditions
}

/** Sorts after every continuation of a text. */
const AFTER = '\u{10ffff}'

/** `#18204` is that entry; else a subject's label by its beginning, or an actor by a part of his name. */
function byText(text: string): RawBuilder<SqlBool>[] {
  const word = text.trim()
  if (!word) return []
  const seq = /^#\s*([\d,]{1,15})$/.exec(word)?.[1]
  if (seq) return [sql`seq = ${Number(seq.replaceAll(',', ''))}`]
  const label = word.toUpperCase()
  return [
    sql`seq IN (SELECT seq FROM audit WHERE subjectLabel >= ${label} AND subjectLabel < ${label + AFTER}
      UNION SELECT seq FROM audit WHERE subjectLabel >= ${word} AND subjectLabel < ${word + AFTER}
      UNION SELECT audit.seq FROM person CROSS JOIN audit ON audit.actorId = person.id WHERE instr(person.name, ${word}) > 0)`,
  ]
}
