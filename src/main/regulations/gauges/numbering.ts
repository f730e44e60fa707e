import { sql } from 'kysely'
import { formatNumber } from '../../../shared/rules/regulations/number.ts'
import type { DossierKind } from '../../../shared/rules/regulations/schema.ts'
import { ownDepartment, seesWholeArchive } from '../../people/visibility.ts'
import { allRaw } from '../../storage/all-raw.ts'
import { type Case, everything, type Gauge, type Reader, type Window } from './gauge.ts'

type Series = { kind: DossierKind; departmentId: number; code: string; department: string; year: number; given: number; last: number }

/**
 * Every series of numbers (kind, department, year) with how many were given and the last of them. A number is borne by a
 * dossier, which the tally counts, or was voided, which an index of its own holds: nothing is read number by number.
 */
function seriesOf({ trx, actor }: Reader): Series[] {
  const own = seesWholeArchive(actor) ? sql`1` : sql`departmentId = ${ownDepartment(actor) ?? 0}`
  return allRaw(trx, sql<Series>`
    SELECT part.kind, part.departmentId, department.code, department.name AS department, part.year, sum(part.given) AS given,
      coalesce((SELECT max(sequence) FROM dossierNumber AS number
        WHERE number.kind = part.kind AND number.departmentId = part.departmentId AND number.year = part.year), 0) AS last
    FROM (
      SELECT kind, departmentId, year, sum(dossiers) AS given FROM dossierTally WHERE ${own} GROUP BY kind, departmentId, year
      UNION ALL
      SELECT kind, departmentId, year, count(*) FROM dossierNumber INDEXED BY dossierNumber_voided
      WHERE voidedAt IS NOT NULL AND ${own} GROUP BY departmentId, kind, year
    ) AS part JOIN department ON department.id = part.departmentId
    GROUP BY part.kind, part.departmentId, part.year ORDER BY department.code, part.year, part.kind`)
}

/** Numbers given, voided ones included; a number that was skipped is not in order, and there must be none. */
export const numbering: Gauge = {
  scope: everything,
  counts: (reader) => {
    const series = seriesOf(reader)
    const given = series.reduce((sum, one) => sum + one.given, 0)
    return { inOrder: given, dueSoon: 0, overdue: series.reduce((sum, one) => sum + Math.max(0, one.last - one.given), 0) }
  },
  cases: (reader, _scope, state, window) => {
    if (state === 'dueSoon') return []
    return state === 'inOrder' ? givenNumbers(reader, window) : skippedNumbers(reader, window)
  },
}

function givenNumbers({ trx, actor }: Reader, { limit, offset }: Window): Case[] {
  const own = seesWholeArchive(actor) ? sql`1` : sql`number.departmentId = ${ownDepartment(actor) ?? 0}`
  return allRaw(trx, sql<Case>`
    SELECT 'dossier' AS kind, number.dossierId AS id, number.number AS label, coalesce(party.shortName, party.name) AS title, NULL AS dueOn
    FROM dossierNumber AS number JOIN dossier ON dossier.id = number.dossierId JOIN party ON party.id = dossier.partyId
    WHERE ${own} ORDER BY number.number LIMIT ${limit} OFFSET ${offset}`)
}

/** Only the series that have a gap are read through. */
function skippedNumbers(reader: Reader, { limit, offset }: Window): Case[] {
  const { trx, regulation } = reader
  const skipped = seriesOf(reader).filter(({ given, last }) => last > given).flatMap(({ kind, departmentId, code, department, year, last }) => {
    const rows = trx.prepare('SELECT sequence FROM dossierNumber WHERE kind = ? AND departmentId = ? AND year = ?').all(kind, departmentId, year) as { sequence: number }[]
    const taken = new Set(rows.map((row) => row.sequence))
    return Array.from({ length: last }, (_unused, index) => index + 1).filter((sequence) => !taken.has(sequence)).map((sequence): Case => ({
      kind: 'department', id: departmentId, label: formatNumber(regulation.numbering[kind], { department: code, year, sequence }), title: department, dueOn: null,
    }))
  })
  return skipped.slice(offset, offset + limit)
}
