import { createHash } from 'node:crypto'
import { transferText } from '../../shared/rules/custody/text.ts'
import { enterPastTransfer } from '../custody/ledger.ts'
import { type LoadedTransfer, receiverRoles, requireTransfer } from '../custody/transfer.ts'
import { nextNumber } from '../custody/write.ts'
import type { Context } from '../pipeline/context.ts'
import type { PaperEntryTable, PaperLineTable, PaperListTable } from '../storage/tables/fallback.ts'

type Paper = Omit<PaperListTable, 'entryId'> & Pick<PaperEntryTable, 'remarks' | 'enteredBy'> & { blank: string }

/** A closed transfer under the year's next number: its lines as they were decided, both signatures, and the folders in the hands that the paper says, with its own hours. */
export function postList(context: Context, entryId: number): { id: number; number: string } {
  const { trx } = context
  const paper = trx
    .prepare(
      `SELECT paperList.*, paperEntry.remarks, paperEntry.enteredBy, blank.number AS blank FROM paperList JOIN paperEntry ON paperEntry.id = entryId
       JOIN blank ON blank.id = paperEntry.blankId WHERE entryId = ?`,
    )
    .get(entryId) as Paper
  const lines = trx.prepare('SELECT paperLine.* FROM paperLine JOIN dossier ON dossier.id = dossierId WHERE entryId = ? ORDER BY dossier.number').all(entryId) as PaperLineTable[]
  const number = nextNumber(context, 'YJ')
  const { fromStage, toStage, departmentId, senderId, sentAt, receivedAt, remarks } = paper
  const { lastId: id } = trx.run(trx.sql.insertInto('transfer').values({
    number, fromStage, toStage, departmentId, state: 'closed', remarks, filledBy: senderId, filledAt: sentAt, senderId, submittedAt: sentAt, closedAt: receivedAt,
  }))
  for (const line of lines) writeLine(context, id, paper, line)
  const transfer = requireTransfer(context, id)
  trx.run(trx.sql.updateTable('transfer').set({ receivers: JSON.stringify(receiverRoles(transfer.lines)) }).where('id', '=', id))
  writeSignatures(context, transfer, paper)
  const event = (what: 'filled' | 'submitted' | 'closed', by: number, at: string, note: string | null = null) =>
    trx.run(trx.sql.insertInto('transferEvent').values({ transferId: id, what, by, at, remarks: note }))
  event('filled', senderId, sentAt, paper.blank)
  event('submitted', senderId, sentAt)
  event('closed', paper.receiverId, receivedAt)
  return { id, number }
}

/** The paper counts pages alone; how many documents there were in the folder then, the folder says. */
function writeLine({ trx }: Context, transferId: number, paper: Paper, line: PaperLineTable): void {
  const { dossierId, pages, decision: state, pagesIn, condition, reason, remarks } = line
  const { documents } = trx
    .prepare('SELECT count(*) AS documents FROM document WHERE dossierId = :dossierId AND addedAt <= :at AND (struckAt IS NULL OR struckAt > :at)')
    .get({ dossierId, at: paper.sentAt }) as { documents: number }
  trx.run(trx.sql.insertInto('transferLine').values({
    transferId, dossierId, documents, pages, state, pagesIn, condition, reason, remarks, decidedBy: paper.receiverId, decidedAt: paper.receivedAt,
  }))
  enterPastTransfer({ trx }, {
    dossierId, transferId, from: paper.fromStage, to: paper.toStage, sent: { at: paper.sentAt, holderId: paper.senderId },
    received: state === 'accepted' ? { at: paper.receivedAt, holderId: paper.receiverId } : null,
  })
}

/** Both signatures stand on the paper; what is hashed is the list's text as it was read off, in the name of who entered it. */
function writeSignatures({ trx }: Context, transfer: LoadedTransfer, { senderId, sentAt, receiverId, receivedAt, enteredBy }: Paper): void {
  const person = (id: number) => trx.prepare('SELECT login, name FROM person WHERE id = ?').get(id) as { login: string; name: string }
  const sides = [{ side: 'sender', signerId: senderId, at: sentAt }, { side: 'receiver', signerId: receiverId, at: receivedAt }] as const
  for (const { side, signerId, at } of sides) {
    const text = transferText({
      ...transfer, side, department: transfer.departmentName, sender: person(senderId),
      lines: transfer.lines.map((line) => ({ ...line, title: line.folder.title, decidedBy: line.decidedByLogin })),
    })
    trx.run(trx.sql.insertInto('transferSignature').values({
      transferId: transfer.id, side, signerId, onTheSpot: 0, sessionOf: enteredBy, text, textHash: createHash('sha256').update(text).digest('hex'), at,
    }))
  }
}
