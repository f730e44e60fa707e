import { type Conflict, conflictsOf } from '../../shared/rules/fallback/conflicts.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { FallbackConflictTable } from '../storage/tables/fallback.ts'
import { foldersOf, readPapers, recordedOf } from './facts.ts'

type Row = Omit<FallbackConflictTable, 'id'> & { id: number }

/** Papers of a blank that is used up already: by another paper that is posted, or by what was recorded in the program and linked to it. */
function usedUp(trx: Trx): Conflict[] {
  const rows = trx
    .prepare(
      `SELECT paperEntry.id AS paperId, blank.number AS blank, blank.remarks AS reference,
         (SELECT twin.id FROM paperEntry AS twin WHERE twin.blankId = blank.id AND twin.state = 'posted') AS otherId
       FROM paperEntry JOIN blank ON blank.id = paperEntry.blankId WHERE paperEntry.state = 'waiting' AND blank.state = 'used'`,
    )
    .all() as { paperId: number; otherId: number | null; blank: string; reference: string }[]
  return rows.map(({ paperId, otherId, blank, reference }): Conflict =>
    otherId === null ? { rule: 'used-already', paperId, otherId, dossierId: null, facts: { blank, reference } } : { rule: 'entered-twice', paperId, otherId, dossierId: null, facts: { blank } })
}

/** What tells one contradiction from another: its parties, and the recorded case or the people that it is with. */
const keyOf = ({ rule, entryId, otherId, dossierId }: Pick<Row, 'rule' | 'entryId' | 'otherId' | 'dossierId'>, facts: Conflict['facts']) =>
  [rule, entryId, otherId, dossierId, facts['slip'] ?? facts['transfer'] ?? facts['incident'] ?? facts['answerable'] ?? ''].join('|')

const factsIn = (row: Row) => JSON.parse(row.facts) as Conflict['facts']

/**
 * Brings the table of conflicts in line with what the waiting papers contradict now: new ones are entered, those whose paper
 * no longer waits are gone. A settled one whose reason explains it stays settled.
 */
export function keepConflicts({ trx, now }: Pick<Context, 'trx' | 'now'>): void {
  const papers = readPapers(trx, 'waiting')
  const found = [...conflictsOf(papers, recordedOf(trx, foldersOf(papers))), ...usedUp(trx)]
  const known = trx.prepare("SELECT * FROM fallbackConflict WHERE state <> 'gone'").all() as Row[]
  const byKey = new Map(known.map((row) => [keyOf(row, factsIn(row)), row]))
  const kept = new Set<number>()
  for (const { rule, paperId, otherId, dossierId, facts } of found) {
    const row = byKey.get(keyOf({ rule, entryId: paperId, otherId, dossierId }, facts))
    const text = JSON.stringify(facts)
    if (!row) {
      trx.run(trx.sql.insertInto('fallbackConflict').values({
        rule, entryId: paperId, otherId, dossierId, facts: text, state: 'open', foundAt: now,
        setAsideId: null, reason: null, proposedBy: null, proposedAt: null, confirmedBy: null, confirmedAt: null,
      }))
      continue
    }
    kept.add(row.id)
    if (row.state === 'open' && row.facts !== text) trx.run(trx.sql.updateTable('fallbackConflict').set({ facts: text }).where('id', '=', row.id))
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

/**
 * The waiting papers that can be posted now: in none of them is anything unsettled, and they agree with one another and with the
 * record without those in which something is. A list by which a folder came to where another one takes it may itself be waiting
 * for two people: then so is the other. What was explained by two counts as agreed.
 */
export function readyPapers(trx: Trx): number[] {
  const settled = trx.prepare(`SELECT id FROM paperEntry WHERE state = 'waiting' AND NOT ${UNSETTLED}`).all() as { id: number }[]
  const candidates = new Set(settled.map(({ id }) => id))
  const explained = trx.prepare("SELECT * FROM fallbackConflict WHERE state = 'settled' AND setAsideId IS NULL").all() as Row[]
  const keys = new Set(explained.map((row) => keyOf(row, factsIn(row))))
  let papers = readPapers(trx, 'waiting').filter(({ id }) => candidates.has(id))
  const recorded = recordedOf(trx, foldersOf(papers))
  for (;;) {
    const found = conflictsOf(papers, recorded).filter((one) => !keys.has(keyOf({ ...one, entryId: one.paperId }, one.facts)))
    if (found.length === 0) return papers.map(({ id }) => id)
    const out = new Set(found.flatMap(({ paperId, otherId }) => [paperId, otherId]))
    papers = papers.filter(({ id }) => !out.has(id))
  }
}
