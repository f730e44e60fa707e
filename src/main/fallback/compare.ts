import { type Conflict, conflictsOf, type Paper, type Recorded } from '../../shared/rules/fallback/conflicts.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { FallbackConflictTable } from '../storage/tables/fallback.ts'

type Row = Omit<FallbackConflictTable, 'id'> & { id: number }

/** Papers that wait, as the rule wants them. */
function waitingPapers(trx: Trx): Paper[] {
  const rows = trx
    .prepare(
      `SELECT paperEntry.id, blank.number AS blank, blank.issuedAt, paperEntry.handedAt AS outAt,
         (SELECT json_group_array(json_object('dossierId', dossierId, 'backAt', returnedAt)) FROM paperFolder WHERE entryId = paperEntry.id) AS folders
       FROM paperEntry JOIN blank ON blank.id = paperEntry.blankId WHERE paperEntry.state = 'waiting'`,
    )
    .all() as (Omit<Paper, 'folders'> & { folders: string })[]
  return rows.map((row) => ({ ...row, folders: JSON.parse(row.folders) as Paper['folders'] }))
}

/** Papers of the same blank that are posted already: a second one of the number contradicts them. */
function postedTwins(trx: Trx): { id: number; otherId: number; blank: string }[] {
  return trx
    .prepare(
      `SELECT paperEntry.id, twin.id AS otherId, blank.number AS blank FROM paperEntry JOIN paperEntry AS twin ON twin.blankId = paperEntry.blankId AND twin.state = 'posted'
       JOIN blank ON blank.id = paperEntry.blankId WHERE paperEntry.state = 'waiting'`,
    )
    .all() as { id: number; otherId: number; blank: string }[]
}

/** What the program recorded of these folders. Loans entered from paper are recorded ones once they are posted. */
function recordedOf(trx: Trx, dossierIds: readonly number[]): Recorded[] {
  const ids = JSON.stringify(dossierIds)
  const all = <Found>(text: string) => trx.prepare(text).all(ids) as (Found & { dossierId: number })[]
  const dossiers = all<{ openedAt: string; goneAt: string | null }>(
    `SELECT dossier.id AS dossierId, openedAt, coalesce(voidedAt, (SELECT min(fromAt) FROM custody WHERE custody.dossierId = dossier.id AND stage = 'destroyed')) AS goneAt
     FROM dossier WHERE id IN (SELECT value FROM json_each(?))`,
  )
  const loans = all<Recorded['loans'][number]>(
    `SELECT loan.dossierId, slip.number AS slip, loan.handedAt AS outAt, loan.returnedAt AS backAt FROM loan JOIN slip ON slip.id = loan.slipId
     WHERE loan.dossierId IN (SELECT value FROM json_each(?)) ORDER BY loan.handedAt, loan.id`,
  )
  const moves = all<Recorded['moves'][number]>(
    `SELECT dossierId, fromAt AS at, how FROM custody WHERE how NOT IN ('opened', 'lent', 'returned') AND dossierId IN (SELECT value FROM json_each(?)) ORDER BY fromAt, id`,
  )
  const own = <Found extends { dossierId: number }>(rows: readonly Found[], dossierId: number) => rows.filter((row) => row.dossierId === dossierId)
  return dossiers.map((dossier) => ({ ...dossier, loans: own(loans, dossier.dossierId), moves: own(moves, dossier.dossierId) }))
}

const keyOf = ({ rule, entryId, otherId, dossierId }: Pick<Row, 'rule' | 'entryId' | 'otherId' | 'dossierId'>, facts: Conflict['facts']) =>
  [rule, entryId, otherId, dossierId, facts['slip'] ?? ''].join('|')

/**
 * Brings the table of conflicts in line with what the waiting papers contradict now: new ones are entered, those whose paper
 * no longer waits are gone. A settled one whose reason explains it stays settled. Answers how many are open in all.
 */
export function keepConflicts({ trx, now }: Context): void {
  const papers = waitingPapers(trx)
  const dossierIds = [...new Set(papers.flatMap(({ folders }) => folders.map(({ dossierId }) => dossierId)))]
  const twins = postedTwins(trx).map(({ id, otherId, blank }): Conflict => ({ rule: 'entered-twice', paperId: id, otherId, dossierId: null, facts: { blank } }))
  const found = [...conflictsOf(papers, recordedOf(trx, dossierIds)), ...twins]
  const known = trx.prepare("SELECT * FROM fallbackConflict WHERE state <> 'gone'").all() as Row[]
  const byKey = new Map(known.map((row) => [keyOf(row, JSON.parse(row.facts) as Conflict['facts']), row]))
  const kept = new Set<number>()
  for (const { rule, paperId, otherId, dossierId, facts } of found) {
    const row = byKey.get(keyOf({ rule, entryId: paperId, otherId, dossierId }, facts))
    if (row) kept.add(row.id)
    else {
      trx.run(trx.sql.insertInto('fallbackConflict').values({
        rule, entryId: paperId, otherId, dossierId, facts: JSON.stringify(facts), state: 'open', foundAt: now,
        setAsideId: null, reason: null, proposedBy: null, proposedAt: null, confirmedBy: null, confirmedAt: null,
      }))
    }
  }
  for (const { id, state } of known) {
    if (!kept.has(id) && state !== 'settled') trx.run(trx.sql.updateTable('fallbackConflict').set({ state: 'gone' }).where('id', '=', id))
  }
}

/** SQL that is true for a waiting paper in which something is unsettled. */
export const UNSETTLED = `EXISTS (SELECT 1 FROM fallbackConflict WHERE fallbackConflict.state IN ('open', 'proposed')
  AND (fallbackConflict.entryId = paperEntry.id OR fallbackConflict.otherId = paperEntry.id))`

/** Conflicts of one paper that nobody has settled yet. */
export function openConflictsOf(trx: Trx, entryId: number): number {
  const row = trx.prepare("SELECT count(*) AS open FROM fallbackConflict WHERE state IN ('open', 'proposed') AND (entryId = ? OR otherId = ?)").get(entryId, entryId) as { open: number }
  return row.open
}
