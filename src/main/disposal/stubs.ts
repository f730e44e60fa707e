import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { requireMayReadById } from '../clearances/reading.ts'
import { visibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'
import { countingSignatures, requireCase, signaturesOf } from './case.ts'

type Row = Output<'disposal.stubs'>['rows'][number]
type Stub = Output<'disposal.stub'>

const FROM = sql`stub JOIN department ON department.id = stub.departmentId JOIN disposal ON disposal.id = stub.disposalId`
const COLUMNS = sql`stub.dossierId, stub.number, stub.kind, stub.partyName, stub.title, department.name AS departmentName, stub.year, stub.documents, stub.pages,
  stub.openedOn, stub.firstDatedOn, stub.lastDatedOn, stub.destroyedAt, stub.disposalId AS caseId, disposal.number AS caseNumber, stub.line`

/** What remains of the destroyed, of those that the reader would see were they there; the newest first, found by number or name. */
export function listStubs({ trx, actor, today }: Context, { text, departmentId, year, caseId, offset, limit }: Parsed<'disposal.stubs'>): Output<'disposal.stubs'> {
  const conditions = [visibleDossier(actor, today, 'stub', 'dossierId')]
  if (departmentId !== null) conditions.push(sql`stub.departmentId = ${departmentId}`)
  if (year !== null) conditions.push(sql`stub.year = ${year}`)
  if (caseId !== null) conditions.push(sql`stub.disposalId = ${caseId}`)
  if (text.trim() !== '') {
    const like = `%${text.trim().normalize('NFKC').replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    conditions.push(sql`(stub.number LIKE ${like} ESCAPE '\\' OR stub.partyName LIKE ${like} ESCAPE '\\' OR stub.sortName LIKE ${like} ESCAPE '\\' OR stub.title LIKE ${like} ESCAPE '\\')`)
  }
  const where = sql.join(conditions, sql` AND `)
  const order = caseId === null ? sql`stub.destroyedAt DESC, stub.dossierId DESC` : sql`stub.line`
  const [{ total } = { total: 0 }] = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM stub WHERE ${where}`)
  const rows = allRaw(trx, sql<Row>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`)
  return { total, rows }
}

type Whole = Omit<Stub, 'contents' | 'approvers' | 'supervisors'>

/** One stub with the lines of its contents; `not-found` for one the reader might not have seen, and what reading the dossier would be refused with. */
export function getStub(context: Context, { dossierId }: Parsed<'disposal.stub'>): Stub {
  const { trx, actor, today } = context
  const [row] = allRaw(trx, sql<Whole>`
    SELECT ${COLUMNS}, stub.level, stub.scans, stub.retentionYears, stub.retentionFrom, stub.retentionEnds, stub.contentHash,
      carrier.name AS carriedOutByName, disposal.manner, disposal.place
    FROM ${FROM} JOIN person AS carrier ON carrier.id = disposal.carriedOutBy
    WHERE stub.dossierId = ${dossierId} AND ${visibleDossier(actor, today, 'stub', 'dossierId')}`)
  if (!row) throw new AppError('not-found', { dossierId })
  requireMayReadById(context, dossierId)
  context.record({ kind: 'dossier', id: dossierId, label: row.number }, { caseNumber: row.caseNumber })
  const { approvals, supervisions } = countingSignatures(requireCase(trx, row.caseId), signaturesOf(trx, row.caseId), today)
  const contents = trx
    .prepare('SELECT itemCode, title, originality, pages, datedOn FROM document WHERE dossierId = ? AND struckAt IS NULL ORDER BY itemCode IS NULL, itemCode, id')
    .all(dossierId) as Stub['contents']
  return { ...row, contents, approvers: approvals.map(({ name }) => name), supervisors: supervisions.map(({ name }) => name) }
}
