import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import { visibleSlip } from '../lookups/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { seesWholeArchive, visibleDossier } from '../people/visibility.ts'
import { allRaw } from '../storage/all-raw.ts'
import { regulationOfVersion } from './load.ts'

type Version = Output<'regulations.versions'>[number]
type Row = Pick<Version, 'id' | 'regulation' | 'effectiveOn' | 'adoptedAt' | 'adoptedByName' | 'note' | 'withdrawnAt' | 'withdrawnByName' | 'dossiers' | 'slips'>

/** Every version adopted, the latest day first, with what still runs under each, of what the reader may see. */
export function versions(context: Context): Version[] {
  const rows = rowsOf(context)
  const standing = rows.filter((row) => row.withdrawnAt === null)
  return rows.map((row) => {
    const next = standing[standing.indexOf(row) - 1]
    return {
      ...row, title: regulationOfVersion(context.trx, row.id).title,
      state: row.withdrawnAt !== null ? 'withdrawn' : stateOf(row, next, context.today),
      untilOn: row.withdrawnAt === null && next !== undefined && next.effectiveOn > row.effectiveOn ? addDays(next.effectiveOn, -1) : null,
    }
  })
}

function stateOf(row: Row, next: Row | undefined, today: string): Version['state'] {
  if (row.effectiveOn > today) return next?.effectiveOn === row.effectiveOn ? 'replaced' : 'future'
  if (next === undefined || next.effectiveOn > today) return 'inForce'
  // Another one of the same day came after it: it never ruled a whole day.
  return next.effectiveOn === row.effectiveOn ? 'replaced' : 'past'
}

function rowsOf(context: Context): Row[] {
  const { trx, actor, today } = context
  // Without a condition of its own the count reads the index alone.
  const seen = seesWholeArchive(actor) ? sql`` : sql` AND ${visibleDossier(actor, today)}`
  return allRaw(trx, sql<Row>`
    SELECT version.id, version.regulation, version.effectiveOn, version.adoptedAt, adopter.name AS adoptedByName, version.note, version.withdrawnAt,
      withdrawer.name AS withdrawnByName,
      (SELECT count(*) FROM dossier INDEXED BY dossier_regulation WHERE dossier.regulationVersionId = version.id AND dossier.voidedAt IS NULL${seen}) AS dossiers,
      (SELECT count(*) FROM slip INDEXED BY slip_regulation WHERE slip.regulationVersionId = version.id
        AND slip.state IN ('draft', 'submitted', 'signed', 'out') AND ${visibleSlip(context)}) AS slips
    FROM regulationVersion AS version LEFT JOIN person AS adopter ON adopter.id = version.adoptedBy
      LEFT JOIN person AS withdrawer ON withdrawer.id = version.withdrawnBy
    ORDER BY version.effectiveOn DESC, version.id DESC`)
}

/** One version with its whole text. */
export function version(context: Context, { id }: Parsed<'regulations.version'>): Output<'regulations.version'> {
  const found = versions(context).find((one) => one.id === id)
  if (!found) throw new AppError('not-found', { versionId: id })
  return { ...found, body: regulationOfVersion(context.trx, id) }
}
