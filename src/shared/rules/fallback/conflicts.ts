/*
 * What slips on paper, entered afterwards, contradict: one another, and what the program recorded meanwhile. Pure, and the
 * same whatever the order in which the papers were entered.
 */

export const CONFLICT_RULES = ['entered-twice', 'back-before-out', 'papers-overlap', 'loan-overlaps', 'not-there', 'moved-meanwhile', 'before-blank'] as const
export type ConflictRule = (typeof CONFLICT_RULES)[number]

/** Explained by a reason alone: the paper's hour is wrong, and nothing else is. */
export const EXPLAINABLE: readonly ConflictRule[] = ['before-blank']

export type Paper = {
  readonly id: number
  readonly blank: string
  /** When the blank was printed. Instants are ISO, UTC. */
  readonly issuedAt: string
  readonly outAt: string
  readonly folders: readonly { readonly dossierId: number; readonly backAt: string | null }[]
}
export type Recorded = {
  readonly dossierId: number
  readonly openedAt: string
  /** Voided or destroyed from then on; null while it is there. */
  readonly goneAt: string | null
  readonly loans: readonly { readonly slip: string; readonly outAt: string; readonly backAt: string | null }[]
  /** Custody passed to somebody else than a reader: handed over, taken in, another keeper. */
  readonly moves: readonly { readonly at: string; readonly how: string }[]
}
export type Conflict = {
  readonly rule: ConflictRule
  readonly paperId: number
  readonly otherId: number | null
  readonly dossierId: number | null
  readonly facts: Readonly<Record<string, string>>
}

type Stretch = { outAt: string; backAt: string | null }

/** From the hand-out on, up to the return; a folder may come back and go out again in the same minute. */
const overlap = (one: Stretch, two: Stretch) => (two.backAt === null || one.outAt < two.backAt) && (one.backAt === null || two.outAt < one.backAt)

/** Every contradiction, each once; of two papers the one whose blank (then whose id) comes first is named first. */
export function conflictsOf(papers: readonly Paper[], recorded: readonly Recorded[]): Conflict[] {
  const known = new Map(recorded.map((one) => [one.dossierId, one]))
  const ordered = [...papers].sort((one, two) => (one.blank < two.blank ? -1 : one.blank > two.blank ? 1 : one.id - two.id))
  return ordered.flatMap((paper, index) => [
    ...ownConflicts(paper, known),
    ...ordered.slice(index + 1).flatMap((other) => betweenPapers(paper, other)),
  ])
}

function betweenPapers(paper: Paper, other: Paper): Conflict[] {
  if (paper.blank === other.blank) return [{ rule: 'entered-twice', paperId: paper.id, otherId: other.id, dossierId: null, facts: { blank: paper.blank } }]
  return paper.folders.flatMap(({ dossierId, backAt }): Conflict[] => {
    const same = other.folders.find((folder) => folder.dossierId === dossierId)
    if (!same || !overlap({ outAt: paper.outAt, backAt }, { outAt: other.outAt, backAt: same.backAt })) return []
    return [{ rule: 'papers-overlap', paperId: paper.id, otherId: other.id, dossierId, facts: { other: other.blank } }]
  })
}

function ownConflicts(paper: Paper, known: ReadonlyMap<number, Recorded>): Conflict[] {
  const { outAt } = paper
  const found: Conflict[] = []
  const add = (rule: ConflictRule, dossierId: number | null, facts: Record<string, string>) => found.push({ rule, paperId: paper.id, otherId: null, dossierId, facts })
  if (outAt < paper.issuedAt) add('before-blank', null, { at: outAt, issuedAt: paper.issuedAt })
  for (const { dossierId, backAt } of paper.folders) {
    if (backAt !== null && backAt < outAt) {
      add('back-before-out', dossierId, { at: outAt, backAt })
      continue
    }
    const folder = known.get(dossierId)
    if (!folder) continue
    if (outAt < folder.openedAt) add('not-there', dossierId, { at: outAt, openedAt: folder.openedAt })
    if (folder.goneAt !== null && (backAt === null || backAt > folder.goneAt)) add('not-there', dossierId, { at: outAt, goneAt: folder.goneAt })
    for (const loan of folder.loans) if (overlap({ outAt, backAt }, loan)) add('loan-overlaps', dossierId, { slip: loan.slip })
    const move = folder.moves.find(({ at }) => at > outAt && (backAt === null || at < backAt))
    if (move) add('moved-meanwhile', dossierId, { at: move.at, how: move.how })
  }
  return found
}
