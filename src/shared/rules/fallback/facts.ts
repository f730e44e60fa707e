import type { INCIDENT_KINDS } from '../../contract/incidents.ts'
import type { Stage } from '../regulations/duties-of-office.ts'

/*
 * What papers say, and what the program holds of the folders that they name. Instants are ISO, UTC. Nothing here knows a
 * database or a clock.
 */

export type Named = { readonly id: number; readonly name: string }

type Head = {
  readonly id: number
  readonly blank: string
  /** When the blank was printed. */
  readonly issuedAt: string
}
export type SlipPaper = Head & {
  readonly form: 'slip'
  readonly outAt: string
  readonly reader: Named
  /** Who took it back; null while nothing has come back. */
  readonly keeper: Named | null
  readonly folders: readonly { readonly dossierId: number; readonly backAt: string | null }[]
}
export type ListPaper = Head & {
  readonly form: 'transfer'
  readonly from: Stage
  readonly to: Stage
  readonly sentAt: string
  readonly receivedAt: string
  readonly sender: Named
  readonly receiver: Named
  readonly folders: readonly { readonly dossierId: number; readonly isAccepted: boolean }[]
}
export type NotePaper = Head & {
  readonly form: 'incident'
  readonly kind: (typeof INCIDENT_KINDS)[number]
  readonly dossierId: number
  readonly happenedFrom: string
  readonly happenedTo: string
  readonly foundAt: string
  /** Who had it then, as the paper says. */
  readonly holder: Named | null
}
export type Paper = SlipPaper | ListPaper | NotePaper

/** One row of the custody ledger. */
export type Held = { readonly at: string; readonly stage: Stage | 'reader' | 'destroyed'; readonly how: string; readonly holder: Named }

export type Recorded = {
  readonly dossierId: number
  readonly openedAt: string
  /** Voided or destroyed from then on; null while it is there. */
  readonly goneAt: string | null
  /** Reported missing since, and not found. */
  readonly missingSince: string | null
  readonly loans: readonly { readonly slip: string; readonly outAt: string; readonly backAt: string | null }[]
  /** The custody ledger, in its order. */
  readonly ledger: readonly Held[]
  /** Lists on which it was on its way; `until` null while it is. */
  readonly handed: readonly { readonly transfer: string; readonly sentAt: string; readonly until: string | null }[]
  readonly incidents: readonly {
    readonly incident: string; readonly kind: NotePaper['kind']; readonly isClosed: boolean; readonly happenedFrom: string; readonly happenedTo: string
  }[]
}

export type Stretch = { readonly outAt: string; readonly backAt: string | null }

/** From the hand-out on, up to the return; a folder may come back and go out again in the same minute. */
export const overlap = (one: Stretch, two: Stretch): boolean => (two.backAt === null || one.outAt < two.backAt) && (one.backAt === null || two.outAt < one.backAt)

/** Whether a folder was with a reader while it was handed over: it came back before, or went out after. */
export const lentDuring = (list: Pick<ListPaper, 'sentAt' | 'receivedAt'>, loan: Stretch): boolean =>
  loan.outAt <= list.receivedAt && (loan.backAt === null || list.sentAt < loan.backAt)

/** Whether two times, both ends included, have a moment in common. */
export const touches = (one: Pick<NotePaper, 'happenedFrom' | 'happenedTo'>, two: Pick<NotePaper, 'happenedFrom' | 'happenedTo'>): boolean =>
  one.happenedFrom <= two.happenedTo && two.happenedFrom <= one.happenedTo

export const isFolderOf = (paper: Paper, dossierId: number): boolean =>
  paper.form === 'incident' ? paper.dossierId === dossierId : paper.folders.some((folder) => folder.dossierId === dossierId)

/** What a slip or a list adds to the ledger of one folder; nothing that stands on its head. */
export function changesOf(paper: Paper, dossierId: number): Held[] {
  if (paper.form === 'slip') {
    const folder = paper.folders.find((one) => one.dossierId === dossierId)
    if (!folder || (folder.backAt !== null && folder.backAt < paper.outAt)) return []
    const out: Held = { at: paper.outAt, stage: 'reader', how: 'lent', holder: paper.reader }
    return folder.backAt === null || paper.keeper === null ? [out] : [out, { at: folder.backAt, stage: 'reader', how: 'returned', holder: paper.keeper }]
  }
  if (paper.form === 'incident' || paper.receivedAt < paper.sentAt) return []
  const line = paper.folders.find((one) => one.dossierId === dossierId)
  if (!line) return []
  const sent: Held = { at: paper.sentAt, stage: paper.from, how: 'sent', holder: paper.sender }
  return line.isAccepted ? [sent, { at: paper.receivedAt, stage: paper.to, how: 'received', holder: paper.receiver }] : [sent]
}

/** The ledger with what papers add to it, in order of time; what the program has comes first where both are at one moment. */
export const ledgerWith = (recorded: Recorded, papers: readonly Paper[]): Held[] =>
  [...recorded.ledger, ...papers.flatMap((paper) => changesOf(paper, recorded.dossierId))].sort((one, two) => (one.at < two.at ? -1 : one.at > two.at ? 1 : 0))

/** Everybody who answered at some moment of a time, both ends included; not who was followed in the same moment. */
export function answerableIn(ledger: readonly Held[], from: string, to: string): Named[] {
  const people = ledger.flatMap((row, index) => {
    const until = ledger[index + 1]?.at
    return row.at <= to && (until === undefined || (until > from && until > row.at)) ? [row.holder] : []
  })
  return people.filter(({ id }, index) => people.findIndex((one) => one.id === id) === index)
}
