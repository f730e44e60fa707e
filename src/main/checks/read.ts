import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { BY_HAND, type Finding, ITEM_CODES, type ItemCode, propertyOf, REQUIRED_AT_RECEIPT } from '../../shared/rules/checks/items.ts'
import { findingKey, verdictOf } from '../../shared/rules/checks/verdict.ts'
import { mayReadById } from '../clearances/reading.ts'
import type { Context } from '../pipeline/context.ts'
import { seesDossier } from '../people/visibility.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { CheckReportTable } from '../storage/tables/checks.ts'
import { requireVisibleReport, visibleReport } from './visibility.ts'

type Reader = Pick<Context, 'trx' | 'actor' | 'today' | 'regulation'>
type Shown = Output<'checks.get'>
type Row = Output<'checks.list'>['rows'][number]
type Head = Omit<CheckReportTable, 'id'> & { id: number; byName: string }
type Item = { code: ItemCode; outcome: Shown['items'][number]['outcome']; checked: number; findings: number; attestedAt: string | null; attestedBy: string | null; remarks: string | null }

/** Reports that a person may see, the newest first; of one scope, dossier or transfer where asked for. */
export function listChecks(context: Context, { scope, dossierId, transferId, limit, offset }: Parsed<'checks.list'>): Output<'checks.list'> {
  const conditions = [visibleReport(context)]
  if (scope !== null) conditions.push(sql`checkReport.scope = ${scope}`)
  if (dossierId !== null) conditions.push(sql`checkReport.dossierId = ${dossierId}`)
  if (transferId !== null) conditions.push(sql`checkReport.transferId = ${transferId}`)
  const where = sql`FROM checkReport JOIN person ON person.id = checkReport.by WHERE ${sql.join(conditions, sql` AND `)}`
  const { total } = allRaw(context.trx, sql<{ total: number }>`SELECT count(*) AS total ${where}`)[0]!
  const heads = allRaw(context.trx, sql<Head>`SELECT checkReport.*, person.name AS byName ${where} ORDER BY checkReport.id DESC LIMIT ${limit} OFFSET ${offset}`)
  return { total, rows: heads.map((head) => rowOf(head, itemsOf(context, head.id))) }
}

function rowOf({ auditSeq: _seq, by: _by, ...head }: Head, items: readonly Item[]): Row {
  const count = (outcome: Item['outcome']) => items.filter((item) => item.outcome === outcome).length
  return {
    ...head, passed: count('passed'), failed: count('failed'), notRun: count('notRun'), notCarriedOut: count('notCarriedOut'),
    attested: items.filter(({ attestedAt }) => attestedAt !== null).length,
    verdict: verdictOf(items.map(({ outcome, attestedAt }) => ({ outcome, isAttested: attestedAt !== null }))),
  }
}

function itemsOf({ trx }: Pick<Context, 'trx'>, reportId: number): Item[] {
  const rows = trx
    .prepare(
      `SELECT checkItem.code, outcome, checked, findings, checkAttestation.at AS attestedAt, person.name AS attestedBy, remarks
       FROM checkItem LEFT JOIN checkAttestation ON checkAttestation.reportId = checkItem.reportId AND checkAttestation.code = checkItem.code
       LEFT JOIN person ON person.id = checkAttestation.by WHERE checkItem.reportId = ?`,
    )
    .all(reportId) as Item[]
  return rows.sort((one, two) => ITEM_CODES.indexOf(one.code) - ITEM_CODES.indexOf(two.code))
}

type FindingRow = Finding & { code: ItemCode; dossierNumber: string | null; title: string | null; file: string | null }

function findingsOf({ trx }: Pick<Context, 'trx'>, reportId: number): FindingRow[] {
  const rows = trx
    .prepare(
      `SELECT checkFinding.code, rule, checkFinding.dossierId, checkFinding.documentId, attachmentId, facts, dossier.number AS dossierNumber, document.title, attachment.name AS file
       FROM checkFinding LEFT JOIN dossier ON dossier.id = checkFinding.dossierId LEFT JOIN document ON document.id = checkFinding.documentId
       LEFT JOIN attachment ON attachment.id = attachmentId WHERE reportId = ? ORDER BY checkFinding.code, ordinal`,
    )
    .all(reportId) as (Omit<FindingRow, 'facts'> & { facts: string })[]
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as Finding['facts'] }))
}

/** A report whole, beside the one before it of the same subject. Titles and file names only for whom may read the dossier. */
export function getCheck(context: Context, { id }: Parsed<'checks.get'>): Shown {
  const { trx } = context
  requireVisibleReport(context, id)
  const head = trx.prepare('SELECT checkReport.*, person.name AS byName FROM checkReport JOIN person ON person.id = checkReport.by WHERE checkReport.id = ?').get(id) as Head
  const items = itemsOf(context, id)
  const findings = findingsOf(context, id)
  const former = formerOf(context, head)
  const before = former ? new Set(findingsOf(context, former.id).map((one) => findingKey(one, one.code))) : null
  const now = new Set(findings.map((one) => findingKey(one, one.code)))
  const formerItems = former ? new Map(itemsOf(context, former.id).map(({ code, outcome }) => [code, outcome])) : null
  const mayRead = readerOf(context)
  const shown = findings.map((one) => ({
    code: one.code, rule: one.rule, facts: one.facts, dossierId: one.dossierId, dossierNumber: one.dossierNumber, documentId: one.documentId,
    ...(one.dossierId !== null && mayRead(one.dossierId) ? { document: one.title, file: one.file } : { document: null, file: null }),
    isNew: before !== null && !before.has(findingKey(one, one.code)),
  }))
  return {
    ...rowOf(head, items), auditSeq: head.auditSeq,
    items: items.map(({ attestedAt, attestedBy, remarks, ...item }) => ({
      ...item, property: propertyOf(item.code), isRequired: REQUIRED_AT_RECEIPT.includes(item.code),
      shown: shown.filter(({ code }) => code === item.code).map(({ code: _code, ...one }) => one),
      attestation: attestedAt === null ? null : { at: attestedAt, byName: attestedBy!, remarks: remarks! },
      former: formerItems?.get(item.code) ?? null,
    })),
    former: former && before && {
      ...former, mended: [...before].filter((key) => !now.has(key)).length, added: [...now].filter((key) => !before.has(key)).length,
    },
    may: { attest: items.some(({ code, attestedAt }) => BY_HAND.includes(code) && attestedAt === null) },
  }
}

function formerOf({ trx }: Reader, { id, scope, dossierId, transferId }: Head): { id: number; number: string; at: string } | null {
  const subject = scope === 'dossier' ? ['dossierId = ?', dossierId] : scope === 'transfer' ? ['transferId = ?', transferId] : ["scope = 'archive' AND ?", 1]
  const row = trx.prepare(`SELECT id, number, at FROM checkReport WHERE ${subject[0]} AND id < ? ORDER BY id DESC LIMIT 1`).get(subject[1], id)
  return (row as { id: number; number: string; at: string } | undefined) ?? null
}

/** Whether the reader may read what stands in a dossier; asked once a dossier. */
function readerOf(context: Context): (dossierId: number) => boolean {
  const known = new Map<number, boolean>()
  const ask = (dossierId: number) => seesDossier(context.trx, context.actor, context.today, dossierId) && mayReadById(context, dossierId)
  return (dossierId) => {
    if (!known.has(dossierId)) known.set(dossierId, ask(dossierId))
    return known.get(dossierId)!
  }
}
