import { AppError } from '../../shared/errors.ts'
import type { Regulation } from '../../shared/rules/regulations/schema.ts'
import { highestLevel, type Level, type Line, requiredLines } from '../../shared/rules/lookups/signers.ts'
import type { Folder, Limits, Loan, Refusal, SlipCase, SlipState } from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { LoanTable, SlipSignatureTable } from '../storage/tables.ts'
import { requireVisibleSlip } from './visibility.ts'

type Reader = Pick<Context, 'trx' | 'today' | 'actor' | 'regulation'>
type LoanRow = Omit<LoanTable, 'id' | 'renewals'> & {
  id: number; renewals: number; handedByName: string; takenBackByName: string | null; renewedByName: string | null
}
export type SlipLoan = Loan & LoanRow
export type SlipFolder = Folder & {
  readonly title: string; readonly level: Level; readonly departmentId: number; readonly documents: number; readonly loan: SlipLoan | null
}
export type Signature = Omit<SlipSignatureTable, 'id'> & { signerName: string }

/** A slip with everything that decides about it: what the rules ask for, and what is shown. */
export type LoadedSlip = Omit<SlipCase, 'folders'> & {
  readonly folders: readonly SlipFolder[]
  readonly id: number
  readonly number: string
  readonly unit: string
  readonly phone: string | null
  readonly partyId: number | null
  readonly partyName: string
  readonly shortName: string | null
  readonly purpose: string
  readonly manner: 'read' | 'borrow' | 'copy'
  readonly copyPages: number | null
  readonly filledAt: string
  readonly submittedAt: string | null
  readonly closedAt: string | null
  readonly reminders: number
  readonly version: number
  readonly applicantName: string
  readonly applicantLogin: string
  readonly filledByName: string
  readonly filledByLogin: string
  readonly regulation: Regulation
  readonly regulationVersionId: number
  /** Highest level among its dossiers: it decides who must sign. */
  readonly level: Level
  readonly signatures: readonly Signature[]
}

/** The slip, if this person may see it; `not-found` otherwise. */
export function requireSlip(context: Reader, id: number): LoadedSlip {
  requireVisibleSlip(context, id)
  return loadSlips(context, [id])[0]!
}

/** Throws the refusal that a rule has answered, if it has. */
export function refuse(refusal: Refusal | null): void {
  if (refusal) throw new AppError(refusal.code, refusal.details)
}

export function folderOf(slip: LoadedSlip, dossierId: number): SlipFolder {
  const folder = slip.folders.find((one) => one.dossierId === dossierId)
  if (!folder) throw new AppError('not-found', { dossierId })
  return folder
}

export function limitsOf(slip: LoadedSlip, today: string): Limits {
  const { loanDays, maxRenewals } = slip.regulation.lookup
  return { today, loanDays, maxRenewals }
}

/** Slips by id in the order asked for, without asking who reads: four statements, however many there are. */
export function loadSlips({ trx }: Pick<Context, 'trx'>, ids: readonly number[]): LoadedSlip[] {
  const wanted = JSON.stringify(ids)
  const slips = trx.prepare(SLIPS).all(wanted) as SlipRow[]
  const folders = groupBySlip(trx.prepare(FOLDERS).all(wanted) as FolderRow[])
  const loans = groupBySlip(trx.prepare(LOANS).all(wanted) as LoanRow[])
  const signatures = groupBySlip(trx.prepare(SIGNATURES).all(wanted) as Signature[])
  const regulations = new Map([...new Set(slips.map((slip) => slip.regulationVersionId))].map((id) => [id, regulationOfVersion(trx, id)]))
  const loaded = slips.map(({ isApplicantActive, ...slip }): [number, LoadedSlip] => {
    const regulation = regulations.get(slip.regulationVersionId)!
    const own = (folders.get(slip.id) ?? []).map((folder) => asFolder(folder, loans.get(slip.id) ?? []))
    const signed = signatures.get(slip.id) ?? []
    const level = highestLevel(own.map((folder) => folder.level), regulation.defaultLevel)
    return [slip.id, { ...slip, hasApplicantLeft: isApplicantActive === 0, regulation, level, folders: own, signatures: signed, lines: linesOf(regulation, level, signed) }]
  })
  const byId = new Map(loaded)
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function linesOf(regulation: Regulation, level: Level, signatures: readonly Signature[]): Line[] {
  return requiredLines(regulation.lookup, level).map((line) => {
    const signature = signatures.find((one) => one.role === line.role && one.decision === 'agreed')
    return { ...line, signerId: signature?.signerId ?? null }
  })
}

function asFolder({ lentSlip, lentBorrower, ...folder }: FolderRow, loans: readonly LoanRow[]): SlipFolder {
  const loan = loans.find((one) => one.dossierId === folder.dossierId)
  return {
    ...folder,
    lentOn: lentSlip === null || lentBorrower === null ? null : { slipNumber: lentSlip, borrower: lentBorrower },
    loan: loan
      ? { ...loan, isReturned: loan.returnedAt !== null, isClaimedReturned: loan.claimedReturnedAt !== null, isLost: loan.lostAt !== null }
      : null,
  }
}

function groupBySlip<Row extends { slipId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.slipId)
    if (group) group.push(row)
    else groups.set(row.slipId, [row])
  }
  return groups
}

type SlipRow = Omit<LoadedSlip, 'regulation' | 'level' | 'folders' | 'signatures' | 'lines' | 'hasApplicantLeft'> & { state: SlipState; isApplicantActive: 0 | 1 }
type FolderRow = Omit<SlipFolder, 'loan' | 'lentOn'> & { slipId: number; lentSlip: string | null; lentBorrower: string | null }

const SLIPS = `
  SELECT slip.id, slip.number, slip.state, slip.applicantId, slip.unit, slip.phone, slip.partyId, slip.partyName, party.shortName,
    slip.purpose, slip.manner, slip.copyPages, slip.untilOn, slip.filledBy, slip.filledAt, slip.submittedAt, slip.closedAt,
    slip.reminders, slip.regulationVersionId, slip.version, applicant.name AS applicantName, applicant.login AS applicantLogin, applicant.isActive AS isApplicantActive,
    filler.name AS filledByName, filler.login AS filledByLogin,
    (SELECT by FROM slipEvent WHERE slipId = slip.id AND what = 'changed' ORDER BY id DESC LIMIT 1) AS changedBy
  FROM slip JOIN person AS applicant ON applicant.id = slip.applicantId JOIN person AS filler ON filler.id = slip.filledBy
  LEFT JOIN party ON party.id = slip.partyId
  WHERE slip.id IN (SELECT value FROM json_each(?))`

const FOLDERS = `
  SELECT slipDossier.slipId, dossier.id AS dossierId, dossier.number, party.name AS title, dossier.level, dossier.departmentId,
    dossier.documents, dossier.pages, iif(dossier.voidedAt IS NULL, dossier.custody, 'gone') AS custody, lent.number AS lentSlip, borrower.name AS lentBorrower
  FROM slipDossier JOIN dossier ON dossier.id = slipDossier.dossierId JOIN party ON party.id = dossier.partyId
  LEFT JOIN loan AS open ON open.dossierId = dossier.id AND open.returnedAt IS NULL AND open.slipId <> slipDossier.slipId
  LEFT JOIN slip AS lent ON lent.id = open.slipId LEFT JOIN person AS borrower ON borrower.id = lent.applicantId
  WHERE slipDossier.slipId IN (SELECT value FROM json_each(?)) ORDER BY slipDossier.slipId, dossier.number`

const LOANS = `
  SELECT loan.*, handedBy.name AS handedByName, takenBackBy.name AS takenBackByName, renewedBy.name AS renewedByName
  FROM loan JOIN person AS handedBy ON handedBy.id = loan.handedBy
  LEFT JOIN person AS takenBackBy ON takenBackBy.id = loan.takenBackBy LEFT JOIN person AS renewedBy ON renewedBy.id = loan.renewedBy
  WHERE loan.slipId IN (SELECT value FROM json_each(?))`

const SIGNATURES = `
  SELECT slipSignature.*, signer.name AS signerName FROM slipSignature JOIN person AS signer ON signer.id = slipSignature.signerId
  WHERE slipSignature.slipId IN (SELECT value FROM json_each(?)) ORDER BY slipSignature.id`
