import type { Output } from '../../shared/contract/index.ts'
import { deriveAnswerableAgain } from '../incidents/open.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { BlankTable, FallbackConflictTable, PaperEntryTable } from '../storage/tables/fallback.ts'
import { closeBlank } from './blanks.ts'
import { keepConflicts, readyPapers } from './compare.ts'
import { foldersOf, readPapers } from './facts.ts'
import { postList } from './post-list.ts'
import { postNote } from './post-note.ts'
import { postSlip } from './post-slip.ts'

type Ready = Pick<PaperEntryTable, 'blankId'> & { id: number; form: BlankTable['form']; blank: string }

/** A list before a slip, and both before a note of the same moment: so each finds the folder where the others left it. */
const READY = `
  SELECT paperEntry.id, blankId, blank.number AS blank, blank.form FROM paperEntry JOIN blank ON blank.id = blankId
  WHERE paperEntry.id IN (SELECT value FROM json_each(?))
  ORDER BY happenedAt, CASE blank.form WHEN 'transfer' THEN (SELECT 1 + instr('department administrator office', fromStage) FROM paperList WHERE entryId = paperEntry.id) WHEN 'slip' THEN 100 ELSE 101 END, blank.number`

/**
 * Posts every waiting paper that contradicts nothing: a slip, a transfer or an incident under the year's next number, with the
 * paper's own hours. In the order in which things happened, so that the order of entering shows nowhere. Papers that contradict
 * something wait for two people; so do those that rest on such a one.
 */
export function postPapers(context: Context): Output<'fallback.post'> {
  const { trx } = context
  keepConflicts(context)
  const ready = trx.prepare(READY).all(JSON.stringify(readyPapers(trx))) as Ready[]
  const posted = ready.map((paper) => post(context, paper))
  keepConflicts(context)
  const { left } = trx.prepare("SELECT count(*) AS left FROM paperEntry WHERE state = 'waiting'").get() as { left: number }
  context.record({ kind: 'blank', id: null, label: posted[0]?.blank ?? null }, { posted, left })
  return { posted: posted.length, left }
}

const POSTING = { slip: postSlip, transfer: postList, incident: postNote } as const
const BECAME = { slip: 'slipId', transfer: 'transferId', incident: 'incidentId' } as const

type Posted = { blank: string; became: string; answerable?: readonly unknown[] }

function post(context: Context, { id, blankId, form, blank }: Ready): Posted {
  const { trx, actor, now } = context
  const folders = foldersOf(readPapers(trx, id))
  const became = POSTING[form](context, id)
  trx.run(trx.sql.updateTable('paperEntry').set({ state: 'posted', [BECAME[form]]: became.id, postedBy: actor.personId, postedAt: now }).where('id', '=', id))
  closeBlank(context, { id: blankId }, 'used', became.number)
  carryExplained(context, id, became.number)
  const answerable = form === 'incident' ? [] : folders.flatMap((dossierId) => deriveAnswerableAgain(context, dossierId))
  return { blank, became: became.number, ...(answerable.length > 0 && { answerable }) }
}

type Explained = Omit<FallbackConflictTable, 'id'>

/** Where two people have said that both papers are true: so it is of the second one and what the first has become. */
function carryExplained({ trx }: Pick<Context, 'trx'>, entryId: number, number: string): void {
  const rows = trx
    .prepare(
      `SELECT rule, CASE entryId WHEN :entryId THEN otherId ELSE entryId END AS entryId, dossierId, facts, state, foundAt, reason, proposedBy, proposedAt, confirmedBy, confirmedAt
       FROM fallbackConflict WHERE state = 'settled' AND setAsideId IS NULL AND otherId IS NOT NULL AND :entryId IN (entryId, otherId)`,
    )
    .all({ entryId }) as Omit<Explained, 'otherId' | 'setAsideId'>[]
  for (const row of rows) {
    if (!isNoteWaiting(trx, row.entryId)) continue
    const facts = row.rule === 'incident-known' ? JSON.stringify({ incident: number }) : row.facts
    trx.run(trx.sql.insertInto('fallbackConflict').values({ ...row, facts, otherId: null, setAsideId: null }))
  }
}

const isNoteWaiting = (trx: Trx, id: number) =>
  trx.prepare("SELECT 1 FROM paperNote JOIN paperEntry ON paperEntry.id = entryId WHERE entryId = ? AND state = 'waiting'").get(id) !== undefined
