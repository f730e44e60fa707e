import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { MOST_LINES } from '../../shared/contract/custody.ts'
import { whyNotListed } from '../../shared/rules/custody/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { visibleDossier } from '../people/visibility.ts'
import { allRaw } from '../storage/all-raw.ts'
import { dueToMove } from './due.ts'
import { listedFolders } from './folders.ts'
import { stepsByVersion } from './ways.ts'

/**
 * Folders at the beginning of a way whose regulation leads them along it, the ones that are due first, then by year and
 * number; each with what keeps it from being handed over now (lent, missing, on its way). At most two lists full.
 */
export function transferCandidates(context: Context, input: Parsed<'transfers.candidates'>): Output<'transfers.candidates'> {
  const { trx, today } = context
  const where = sql.join(conditionsOf(context, input), sql` AND `)
  const [{ total } = { total: 0 }] = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM dossier WHERE ${where}`)
  const due = dueToMove(trx, input.from, input.to, where)
  const ids = [...due.keys()].slice(0, MOST_LINES)
  const others = allRaw(trx, sql<{ id: number }>`
    SELECT dossier.id FROM dossier WHERE ${where} ORDER BY dossier.year, dossier.number LIMIT ${2 * MOST_LINES}`)
  const wanted = [...new Set([...ids, ...others.map(({ id }) => id)])].slice(0, 2 * MOST_LINES)
  const rows = listedFolders(trx, wanted).map((folder) => {
    const refusal = whyNotListed(folder, { from: input.from, to: input.to, departmentId: input.departmentId })
    const line = due.get(folder.dossierId)
    const { dossierId, number, title, kind, year, documents, pages, holderName } = folder
    return {
      dossierId, number, title, kind, year, documents, pages, holderName, due: line ? { ...line, isDue: line.startsOn <= today } : null,
      obstacle: refusal && { code: refusal.code, details: { ...refusal.details } },
    }
  })
  return { total, rows }
}

function conditionsOf(context: Context, { from, to, departmentId, year, kind, text }: Parsed<'transfers.candidates'>): RawBuilder<SqlBool>[] {
  const led = stepsByVersion(context.trx).flatMap(({ versionId, transfers }) =>
    transfers.filter((step) => step.from === from && step.to === to).map((step) => ({ versionId, kind: step.kind })))
  const word = text.trim()
  const like = `%${word.replace(/[%_\\]/g, '\\$&')}%`
  return [
    sql<SqlBool>`dossier.voidedAt IS NULL AND dossier.stage = ${from}`,
    sql<SqlBool>`(dossier.regulationVersionId, dossier.kind) IN (SELECT value ->> 'versionId', value ->> 'kind' FROM json_each(${JSON.stringify(led)}))`,
    visibleDossier(context.actor, context.today),
    ...(departmentId === null ? [] : [sql<SqlBool>`dossier.departmentId = ${departmentId}`]),
    ...(year === null ? [] : [sql<SqlBool>`dossier.year = ${year}`]),
    ...(kind === null ? [] : [sql<SqlBool>`dossier.kind = ${kind}`]),
    ...(word === '' ? [] : [sql<SqlBool>`(dossier.number LIKE ${like} ESCAPE '\\' OR dossier.sortName LIKE ${like} ESCAPE '\\'
      OR EXISTS (SELECT 1 FROM party WHERE party.id = dossier.partyId AND (party.name LIKE ${like} ESCAPE '\\' OR party.initials LIKE ${like} ESCAPE '\\')))`]),
  ]
}
