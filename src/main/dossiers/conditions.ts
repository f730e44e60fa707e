import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Parsed } from '../../shared/contract/index.ts'
import type { Trx } from '../storage/database.ts'
import { partiesWith, wordsOfQuery } from '../parties/search-index.ts'

export type DossierFilter = Pick<
  Parsed<'dossiers.list'>, 'text' | 'kind' | 'state' | 'grade' | 'departmentId' | 'year' | 'isComplete' | 'isConfirmed'
>
type Condition = Expression<SqlBool>

/** What the dossier's own columns say: the part of a filter that the tally knows as well. */
export function columnConditions({ kind, grade, departmentId, year, isComplete, isConfirmed }: DossierFilter): Condition[] {
  const conditions: Condition[] = [sql<SqlBool>`dossier.voidedAt IS NULL`]
  if (kind !== null) conditions.push(sql<SqlBool>`dossier.kind = ${kind}`)
  if (grade !== null) conditions.push(grade === 'none' ? sql<SqlBool>`dossier.grade IS NULL` : sql<SqlBool>`dossier.grade = ${grade}`)
  if (departmentId !== null) conditions.push(sql<SqlBool>`dossier.departmentId = ${departmentId}`)
  if (year !== null) conditions.push(sql<SqlBool>`dossier.year = ${year}`)
  if (isComplete !== null) conditions.push(isComplete ? sql<SqlBool>`dossier.completeness = 10000` : sql<SqlBool>`dossier.completeness < 10000`)
  if (isConfirmed !== null) conditions.push(isConfirmed ? sql<SqlBool>`dossier.confirmedAt IS NOT NULL` : sql<SqlBool>`dossier.confirmedAt IS NULL`)
  return conditions
}

/** Dossiers that are somewhere else than their slot says: few, whatever the archive holds. */
export const AWAY = sql<{ dossierId: number }>`SELECT loan.dossierId FROM loan WHERE loan.returnedAt IS NULL
  UNION SELECT reported.id FROM dossier AS reported WHERE reported.custody <> 'in'`

/** Where the folder is, as one condition that agrees with `folderStateSql`. */
export function stateCondition(state: NonNullable<DossierFilter['state']>, today: string): Condition {
  const lent = (due: RawBuilder<unknown>) => sql<SqlBool>`dossier.custody = 'in'
    AND dossier.id IN (SELECT loan.dossierId FROM loan WHERE loan.returnedAt IS NULL AND loan.dueOn ${due})`
  switch (state) {
    case 'in': return sql<SqlBool>`dossier.drawerId IS NOT NULL AND dossier.id NOT IN (${AWAY})`
    case 'unshelved': return sql<SqlBool>`dossier.drawerId IS NULL AND dossier.id NOT IN (${AWAY})`
    case 'lent': return lent(sql`>= ${today}`)
    case 'overdue': return lent(sql`< ${today}`)
    case 'moving':
    case 'missing': return sql<SqlBool>`dossier.custody = ${state}`
  }
}

/** Ids of the parties that every word of a text fits: names, pinyin, code, numbers of their dossiers. Null for no word. */
export function partiesNamed(text: string): RawBuilder<{ id: number }> | null {
  const sets = partiesWith(wordsOfQuery(text))
  return sets.length === 0 ? null : sql`${sql.join(sets.map((set) => sql`SELECT id FROM (${set})`), sql` INTERSECT `)}`
}

/** Runs a statement that the builder cannot say (index hints, join order) with the builder's own parameters. */
export function allRaw<Row>(trx: Trx, statement: RawBuilder<Row>): Row[] {
  return trx.all({ compile: () => statement.compile(trx.sql) })
}
