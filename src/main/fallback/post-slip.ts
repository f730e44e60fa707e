import { createHash } from 'node:crypto'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { loanDue } from '../../shared/rules/lookups/due.ts'
import { slipText } from '../../shared/rules/lookups/text.ts'
import type { Level } from '../../shared/rules/lookups/signers.ts'
import { enterPastLoan } from '../custody/ledger.ts'
import { partyOf } from '../lookups/fields.ts'
import type { Context } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import { nextCount } from '../storage/counter.ts'
import type { PaperEntryTable, PaperFolderTable, PaperSlipTable } from '../storage/tables/fallback.ts'
import { signerRolesFor } from './enter.ts'
import { rolesOf } from './entry.ts'

type Paper = Omit<PaperSlipTable, 'entryId'> & Pick<PaperEntryTable, 'remarks' | 'enteredBy'> & { blank: string }
type Folder = PaperFolderTable & { number: string; title: string; level: Level }

/** A slip under the year's next number, with its signature and loans, all with the paper's own hours. */
export function postSlip(context: Context, entryId: number): { id: number; number: string } {
  const { trx } = context
  const paper = trx
    .prepare(
      `SELECT paperSlip.*, paperEntry.remarks, paperEntry.enteredBy, blank.number AS blank FROM paperSlip JOIN paperEntry ON paperEntry.id = entryId
       JOIN blank ON blank.id = paperEntry.blankId WHERE entryId = ?`,
    )
    .get(entryId) as Paper
  const folders = trx
    .prepare(
      `SELECT paperFolder.*, dossier.number, party.name AS title, dossier.level FROM paperFolder JOIN dossier ON dossier.id = dossierId JOIN party ON party.id = dossier.partyId
       WHERE entryId = ? ORDER BY dossier.number`,
    )
    .all(entryId) as Folder[]
  const slip = writeSlip(context, paper, folders)
  writeSignature(context, paper, folders, slip)
  for (const folder of folders) writeLoan(context, paper, folder, slip.id)
  return slip
}

type Slip = { id: number; number: string; unit: string; phone: string | null }

function writeSlip(context: Context, paper: Paper, folders: readonly Folder[]): Slip {
  const { trx, regulation, regulationVersionId } = context
  const { unit, phone } = trx
    .prepare("SELECT coalesce(department.name, '') AS unit, person.phone FROM person LEFT JOIN department ON department.id = person.departmentId WHERE person.id = ?")
    .get(paper.applicantId) as { unit: string; phone: string | null }
  const year = Number(context.today.slice(0, 4))
  const number = formatNumber(regulation.numbering.slip, { department: '', year, sequence: nextCount(trx, `slip:${year}`) })
  const back = folders.flatMap(({ returnedAt }) => returnedAt ?? []).sort()
  const isBack = back.length === folders.length
  const { lastId: id } = trx.run(trx.sql.insertInto('slip').values({
    number, state: isBack ? 'returned' : 'out', applicantId: paper.applicantId, unit, phone, partyId: partyOf(context, folders[0]!.dossierId), partyName: paper.partyName,
    purpose: paper.purpose, manner: paper.manner, copyPages: paper.copyPages, untilOn: paper.untilOn, filledBy: paper.applicantId, filledAt: paper.signedAt,
    submittedAt: paper.signedAt, closedAt: isBack ? back.at(-1)! : null, regulationVersionId,
  }))
  for (const { dossierId } of folders) trx.run(trx.sql.insertInto('slipDossier').values({ slipId: id, dossierId }))
  const event = (what: string, by: number, at: string, remarks: string | null = null) => trx.run(trx.sql.insertInto('slipEvent').values({ slipId: id, what, by, at, remarks }))
  event('filled', paper.applicantId, paper.signedAt, paper.blank)
  event('submitted', paper.applicantId, paper.signedAt)
  event('agreed', paper.signerId, paper.signedAt)
  for (const folder of folders) event('handedOut', paper.handedBy, paper.handedAt, folders.length > 1 ? folder.number : null)
  for (const folder of folders) if (folder.returnedAt !== null) event('takenBack', paper.takenBackBy!, folder.returnedAt, folders.length > 1 ? folder.number : null)
  return { id, number, unit, phone }
}

/** The signature stands on the paper; what is hashed is the slip's text as it was read off, in the name of who entered it. */
function writeSignature(context: Context, paper: Paper, folders: readonly Folder[], slip: Slip): void {
  const { trx, regulation, regulationVersionId } = context
  const name = (id: number) => trx.prepare('SELECT login, name FROM person WHERE id = ?').get(id) as { login: string; name: string }
  const text = slipText({
    ...paper, number: slip.number, unit: slip.unit, phone: slip.phone, filledAt: paper.signedAt, filledBy: name(paper.applicantId), applicant: name(paper.applicantId), dossiers: folders,
    regulation: { id: regulation.id, versionId: regulationVersionId, clause: regulation.lookup.clause }, loanDays: regulation.lookup.loanDays[paper.manner],
  })
  const roles = rolesOf(trx, paper.signerId)
  const role = signerRolesFor(context, folders.map(({ dossierId }) => dossierId)).find((one) => roles.includes(one))!
  trx.run(trx.sql.insertInto('slipSignature').values({
    slipId: slip.id, role, signerId: paper.signerId, decision: 'agreed', reason: null, onTheSpot: 0, sessionOf: paper.enteredBy, text,
    textHash: createHash('sha256').update(text).digest('hex'), at: paper.signedAt,
  }))
}

function writeLoan(context: Context, paper: Paper, folder: Folder, slipId: number): void {
  const { trx, regulation } = context
  const handedOn = localDay(new Date(paper.handedAt))
  const until = paper.untilOn < handedOn ? handedOn : paper.untilOn
  trx.run(trx.sql.insertInto('loan').values({
    slipId, dossierId: folder.dossierId, handedAt: paper.handedAt, handedOn, handedBy: paper.handedBy, pagesOut: folder.pagesOut, conditionOut: folder.conditionOut,
    remarksOut: paper.remarks, dueOn: loanDue({ handedOn, manner: paper.manner, untilOn: until, loanDays: regulation.lookup.loanDays }), renewedBy: null, claimedReturnedAt: null, lostAt: null,
    returnedAt: folder.returnedAt, takenBackBy: folder.returnedAt === null ? null : paper.takenBackBy, pagesIn: folder.pagesIn, conditionIn: folder.conditionIn, remarksIn: null,
  }))
  enterPastLoan(context, {
    dossierId: folder.dossierId, slipId, readerId: paper.applicantId, outAt: paper.handedAt,
    back: folder.returnedAt === null ? null : { at: folder.returnedAt, keeperId: paper.takenBackBy! },
  })
}
