import { STAGES } from '../regulations/duties-of-office.ts'
import type { Conflict, ConflictRule } from './conflicts.ts'
import { type Held, lentDuring, type ListPaper, type Paper, type Recorded } from './facts.ts'

/*
 * A folder goes from stage to stage in one chain. A list on paper is a link of it: it begins where the folder was, by the
 * ledger or by another list that waits, and what comes after it begins where it ends.
 */

/** What a list says that cannot be, with what the program recorded of each of its folders. */
export function listConflicts(paper: ListPaper, known: ReadonlyMap<number, Recorded>): Conflict[] {
  const { sentAt, receivedAt } = paper
  const found: Conflict[] = []
  const add = (rule: ConflictRule, dossierId: number | null, facts: Record<string, string>) => found.push({ rule, paperId: paper.id, otherId: null, dossierId, facts })
  if (receivedAt < sentAt) {
    add('received-before-sent', null, { at: sentAt, receivedAt })
    return found
  }
  for (const { dossierId } of paper.folders) {
    const folder = known.get(dossierId)
    if (!folder) continue
    if (sentAt < folder.openedAt) add('not-there', dossierId, { at: sentAt, openedAt: folder.openedAt })
    if (folder.goneAt !== null && receivedAt > folder.goneAt) add('not-there', dossierId, { at: sentAt, goneAt: folder.goneAt })
    if (folder.missingSince !== null && receivedAt > folder.missingSince) add('missing-then', dossierId, { since: folder.missingSince })
    for (const loan of folder.loans) if (lentDuring(paper, loan)) add('loan-overlaps', dossierId, { slip: loan.slip })
    for (const { transfer } of otherLists(paper, folder)) add('on-other-list', dossierId, { transfer })
    const move = folder.ledger.find(({ at, how }) => !OF_LISTS_AND_LOANS.has(how) && at > sentAt && at < receivedAt)
    if (move) add('moved-meanwhile', dossierId, { at: move.at, how: move.how })
  }
  return found
}

const OF_LISTS_AND_LOANS: ReadonlySet<string> = new Set(['opened', 'lent', 'returned', 'sent', 'received'])

const otherLists = ({ sentAt, receivedAt }: ListPaper, { handed }: Recorded) =>
  handed.filter((one) => one.sentAt < receivedAt && (one.until === null || sentAt < one.until))

const rank = ({ from }: ListPaper): number => STAGES.indexOf(from)

/** Where each list begins and ends, along one folder's chain; two lists of one number are told of elsewhere. */
export function chainConflicts(folder: Recorded, papers: readonly Paper[]): Conflict[] {
  const { dossierId } = folder
  const isOfFolder = (paper: Paper): paper is ListPaper =>
    paper.form === 'transfer' && paper.sentAt <= paper.receivedAt && paper.folders.some((line) => line.dossierId === dossierId)
  // `papers` come by blank; a stable sort keeps that among lists of one moment and stage.
  const lists = papers.filter(isOfFolder).toSorted((one, two) => (one.sentAt < two.sentAt ? -1 : one.sentAt > two.sentAt ? 1 : rank(one) - rank(two)))
  return lists.flatMap((list, index) => [...disagreements(folder, list, lists.slice(0, index)), ...laterConflict(folder, list, lists.slice(index + 1))])
}

const isAccepted = (list: ListPaper, dossierId: number) => list.folders.some((line) => line.dossierId === dossierId && line.isAccepted)
const isPlace = ({ how }: Held) => how !== 'lent' && how !== 'returned'

/** With the lists before it: on two at once, or begun elsewhere than where the last one, or the ledger, had left the folder. */
function disagreements(folder: Recorded, list: ListPaper, before: readonly ListPaper[]): Conflict[] {
  const { dossierId, ledger } = folder
  const others = before.filter(({ blank }) => blank !== list.blank)
  const pair = (other: ListPaper): Conflict => {
    const [first, second] = other.blank < list.blank ? [other, list] : [list, other]
    return { rule: 'lists-disagree', paperId: first.id, otherId: second.id, dossierId, facts: { other: second.blank } }
  }
  const atOnce = others.filter(({ receivedAt }) => receivedAt > list.sentAt)
  const last = others.filter((other) => other.receivedAt <= list.sentAt && isAccepted(other, dossierId)).toSorted((one, two) => (one.receivedAt < two.receivedAt ? -1 : 1)).at(-1)
  const recorded = ledger.findLast((row) => isPlace(row) && row.at <= list.sentAt)
  if (last && (!recorded || last.receivedAt >= recorded.at)) return last.to === list.from ? atOnce.map(pair) : [...atOnce, last].map(pair)
  const isElsewhere = recorded && recorded.stage !== list.from && otherLists(list, folder).length === 0
  return [
    ...atOnce.map(pair),
    ...(isElsewhere ? [{ rule: 'from-elsewhere' as const, paperId: list.id, otherId: null, dossierId, facts: { at: recorded.at, stage: recorded.stage, from: list.from } }] : []),
  ]
}

/** What the program recorded after it as if the folder had never been handed over by this list. */
function laterConflict(folder: Recorded, list: ListPaper, after: readonly ListPaper[]): Conflict[] {
  const { dossierId } = folder
  if (!isAccepted(list, dossierId) || otherLists(list, folder).length > 0) return []
  const rows = folder.ledger.filter((row) => isPlace(row) && row.at > list.receivedAt)
  const [next, second] = rows
  const isBridged = after.some((other) => other.blank !== list.blank && isAccepted(other, dossierId) && other.sentAt >= list.receivedAt && (!next || other.sentAt <= next.at))
  if (!next || isBridged) return []
  const undone = next.how === 'takenIn' && second?.how === 'undone' && second.stage !== list.to ? second : null
  const wrong = begunElsewhere(next, list) ? next : undone
  return wrong ? [{ rule: 'moved-since', paperId: list.id, otherId: null, dossierId, facts: { at: wrong.at, how: wrong.how, stage: wrong.stage } }] : []
}

/** A row that says from where it began: whoever sends or changes the keeper leaves the stage as it was; only what is not in the room is taken in. */
function begunElsewhere({ how, stage }: Held, { to }: ListPaper): boolean {
  if (how === 'sent' || how === 'keeperChanged') return stage !== to
  return how === 'takenIn' && to === 'archiveRoom'
}
