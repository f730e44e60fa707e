import { type ListPaper, lentDuring, type NotePaper, overlap, type Paper, type Recorded, type SlipPaper, touches, answerableIn, ledgerWith } from './facts.ts'
import { chainConflicts, listConflicts } from './lists.ts'
import { noteConflicts, sightings } from './notes.ts'

/*
 * What papers, entered afterwards, contradict: one another, and what the program recorded meanwhile. Pure, and the same
 * whatever the order in which the papers were entered.
 */

export const CONFLICT_RULES = [
  'entered-twice', 'used-already', 'before-blank', 'not-there', 'missing-then',
  // slips
  'back-before-out', 'papers-overlap', 'loan-overlaps', 'moved-meanwhile',
  // lists
  'received-before-sent', 'lent-while-handed', 'on-other-list', 'from-elsewhere', 'moved-since', 'lists-disagree',
  // notes
  'holder-differs', 'seen-since', 'incident-known', 'incident-settled',
] as const
export type ConflictRule = (typeof CONFLICT_RULES)[number]

/** Explained by a reason alone: a name or an hour on the paper is wrong, or two papers tell of one thing; nothing else is contradicted. */
export const EXPLAINABLE: readonly ConflictRule[] = ['before-blank', 'holder-differs', 'seen-since', 'incident-known', 'incident-settled']

export type Conflict = {
  readonly rule: ConflictRule
  readonly paperId: number
  readonly otherId: number | null
  readonly dossierId: number | null
  readonly facts: Readonly<Record<string, string>>
}

/** When what a paper tells of happened: by this papers are posted one after another. */
export const happenedAt = (paper: Paper): string => (paper.form === 'slip' ? paper.outAt : paper.form === 'transfer' ? paper.sentAt : paper.foundAt)

/** Every contradiction, each once; of two papers the one whose blank (then whose id) comes first is named first. */
export function conflictsOf(papers: readonly Paper[], recorded: readonly Recorded[]): Conflict[] {
  const known = new Map(recorded.map((one) => [one.dossierId, one]))
  const ordered = [...papers].sort((one, two) => (one.blank < two.blank ? -1 : one.blank > two.blank ? 1 : one.id - two.id))
  return [
    ...ordered.flatMap((paper, index) => [
      ...ownConflicts(paper, known),
      ...(paper.form === 'incident' ? noteConflicts(paper, known.get(paper.dossierId), ordered) : settledConflicts(paper, known)),
      ...ordered.slice(index + 1).flatMap((other) => betweenPapers(paper, other)),
    ]),
    ...recorded.flatMap((folder) => chainConflicts(folder, ordered)),
  ]
}

function betweenPapers(paper: Paper, other: Paper): Conflict[] {
  if (paper.blank === other.blank) return [{ rule: 'entered-twice', paperId: paper.id, otherId: other.id, dossierId: null, facts: { blank: paper.blank } }]
  if (paper.form === 'slip' && other.form === 'slip') return slipsOverlap(paper, other)
  if (paper.form === 'slip' && other.form === 'transfer') return lentWhileHanded(paper, other, paper, other)
  if (paper.form === 'transfer' && other.form === 'slip') return lentWhileHanded(paper, other, other, paper)
  if (paper.form === 'incident' && other.form === 'incident') return notedTwice(paper, other)
  const [note, seen] = paper.form === 'incident' ? [paper, other] : [other, paper]
  return note.form === 'incident' && seen.form !== 'incident' ? seenOnPaper(note, seen, paper.id, other.id) : []
}

function slipsOverlap(paper: SlipPaper, other: SlipPaper): Conflict[] {
  return paper.folders.flatMap(({ dossierId, backAt }): Conflict[] => {
    const same = other.folders.find((folder) => folder.dossierId === dossierId)
    if (!same || !overlap({ outAt: paper.outAt, backAt }, { outAt: other.outAt, backAt: same.backAt })) return []
    return [{ rule: 'papers-overlap', paperId: paper.id, otherId: other.id, dossierId, facts: { other: other.blank } }]
  })
}

function lentWhileHanded(first: Paper, second: Paper, slip: SlipPaper, list: ListPaper): Conflict[] {
  return slip.folders.flatMap(({ dossierId, backAt }): Conflict[] => {
    const isListed = list.folders.some((line) => line.dossierId === dossierId)
    if (!isListed || !lentDuring(list, { outAt: slip.outAt, backAt })) return []
    return [{ rule: 'lent-while-handed', paperId: first.id, otherId: second.id, dossierId, facts: {} }]
  })
}

function notedTwice(paper: NotePaper, other: NotePaper): Conflict[] {
  if (paper.dossierId !== other.dossierId || paper.kind !== other.kind || !touches(paper, other)) return []
  return [{ rule: 'incident-known', paperId: paper.id, otherId: other.id, dossierId: paper.dossierId, facts: { other: other.blank } }]
}

function seenOnPaper(note: NotePaper, seen: SlipPaper | ListPaper, paperId: number, otherId: number): Conflict[] {
  const [sighting] = sightings(note, ledgerOfPaper(seen, note.dossierId))
  return sighting ? [{ rule: 'seen-since', paperId, otherId, dossierId: note.dossierId, facts: { at: sighting.at, how: sighting.how } }] : []
}

const ledgerOfPaper = (paper: Paper, dossierId: number) => ledgerWith({ dossierId, openedAt: '', goneAt: null, missingSince: null, loans: [], ledger: [], handed: [], incidents: [] }, [paper])

function ownConflicts(paper: Paper, known: ReadonlyMap<number, Recorded>): Conflict[] {
  const at = happenedAt(paper)
  const early: Conflict[] = at < paper.issuedAt ? [{ rule: 'before-blank', paperId: paper.id, otherId: null, dossierId: null, facts: { at, issuedAt: paper.issuedAt } }] : []
  if (paper.form === 'incident') return early
  return [...early, ...(paper.form === 'slip' ? slipConflicts(paper, known) : listConflicts(paper, known))]
}

function slipConflicts(paper: SlipPaper, known: ReadonlyMap<number, Recorded>): Conflict[] {
  const { outAt } = paper
  const found: Conflict[] = []
  const add = (rule: ConflictRule, dossierId: number, facts: Record<string, string>) => found.push({ rule, paperId: paper.id, otherId: null, dossierId, facts })
  for (const { dossierId, backAt } of paper.folders) {
    if (backAt !== null && backAt < outAt) {
      add('back-before-out', dossierId, { at: outAt, backAt })
      continue
    }
    const folder = known.get(dossierId)
    if (!folder) continue
    if (outAt < folder.openedAt) add('not-there', dossierId, { at: outAt, openedAt: folder.openedAt })
    if (folder.goneAt !== null && (backAt === null || backAt > folder.goneAt)) add('not-there', dossierId, { at: outAt, goneAt: folder.goneAt })
    if (folder.missingSince !== null && (backAt === null || backAt > folder.missingSince)) add('missing-then', dossierId, { since: folder.missingSince })
    for (const loan of folder.loans) if (overlap({ outAt, backAt }, loan)) add('loan-overlaps', dossierId, { slip: loan.slip })
    const move = folder.ledger.find(({ at, how }) => !PASSING.has(how) && at > outAt && (backAt === null || at < backAt))
    if (move) add('moved-meanwhile', dossierId, { at: move.at, how: move.how })
  }
  return found
}

/** Rows of the ledger by which a folder only went to a reader and back, or began. */
const PASSING: ReadonlySet<string> = new Set(['opened', 'lent', 'returned'])

/** A closed incident was settled with whoever answered then; a paper that tells of somebody else is put to a person. */
function settledConflicts(paper: SlipPaper | ListPaper, known: ReadonlyMap<number, Recorded>): Conflict[] {
  return paper.folders.flatMap(({ dossierId }) => {
    const folder = known.get(dossierId)
    return (folder?.incidents ?? []).filter(({ isClosed }) => isClosed).flatMap(({ incident, happenedFrom, happenedTo }): Conflict[] => {
      const people = (papers: readonly Paper[]) => answerableIn(ledgerWith(folder!, papers), happenedFrom, happenedTo).map(({ id }) => id).toSorted((one, two) => one - two).join()
      return people([]) === people([paper]) ? [] : [{ rule: 'incident-settled', paperId: paper.id, otherId: null, dossierId, facts: { incident } }]
    })
  })
}
