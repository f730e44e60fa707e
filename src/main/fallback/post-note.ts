import { writeIncident } from '../incidents/open.ts'
import type { Context } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import type { PaperEntryTable, PaperNoteTable } from '../storage/tables/fallback.ts'

type Paper = PaperNoteTable & Pick<PaperEntryTable, 'enteredBy'>

/** An open incident of the paper's day, with whoever answered for the folder then by the ledger. Who read it off the paper counts as having opened it. */
export function postNote(context: Context, entryId: number): { id: number; number: string } {
  const paper = context.trx
    .prepare('SELECT paperNote.*, paperEntry.enteredBy FROM paperNote JOIN paperEntry ON paperEntry.id = entryId WHERE entryId = ?')
    .get(entryId) as Paper
  const { kind, dossierId, happenedFrom, happenedTo, what, foundBy, foundAt, enteredBy } = paper
  return writeIncident(context, {
    kind, dossierId, happenedFrom, happenedTo, what, foundBy, foundOn: localDay(new Date(foundAt)), openedBy: enteredBy, openedAt: foundAt,
    documentId: null, findingId: null, slipId: null, readingSeq: null,
  })
}
