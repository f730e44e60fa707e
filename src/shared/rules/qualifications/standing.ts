import { addMonths } from '../dossiers/deadlines.ts'
import type { Qualification } from '../regulations/duties-of-office.ts'

export const EVIDENCE_KINDS = ['education', 'retrievalSkill', 'training', 'examination'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]
export const DEGREES = ['college', 'bachelor', 'master'] as const

/** One piece that shows a qualification; `score` of an examination, 0 to 100. */
export type Evidence = {
  kind: EvidenceKind
  degree: (typeof DEGREES)[number] | null
  obtainedOn: string
  score: number | null
  isWithdrawn: boolean
}

/** Whether somebody may act as archivist on a day, what is lacking, and since and until when (last day; null: it does not lapse). */
export type Standing = { isValid: boolean; lacks: EvidenceKind[]; since: string | null; until: string | null }

/**
 * How a person stands by what a regulation asks of an archivist (S04 四.5, S21 六, S22 7–8): each thing asked for needs a
 * piece obtained by that day; an examination counts from the pass mark on. Where the regulation lets it lapse, the latest
 * examination counts for so many months (the latest training, where no examination is asked), and what has lapsed lacks.
 */
export function standingOn(asked: Qualification, evidence: readonly Evidence[], day: string): Standing {
  const good = evidence.filter((piece) => !piece.isWithdrawn && piece.obtainedOn <= day && counts(asked, piece))
  const latest = (kind: EvidenceKind) => good.filter((piece) => piece.kind === kind).map((piece) => piece.obtainedOn).sort().at(-1)
  const lapsing: EvidenceKind | null = asked.examination ? 'examination' : asked.training ? 'training' : null
  const renewed = lapsing === null ? undefined : latest(lapsing)
  const until = asked.validMonths === undefined || renewed === undefined ? null : addMonths(renewed, asked.validMonths)
  const isLapsed = until !== null && until < day
  const lacks = askedFor(asked).filter((kind) => latest(kind) === undefined || (isLapsed && kind === lapsing))
  const since = askedFor(asked).flatMap((kind) => earliest(good, kind) ?? []).sort().at(-1) ?? null
  return { isValid: lacks.length === 0, lacks, since: lacks.length === 0 ? since : null, until }
}

function earliest(evidence: readonly Evidence[], kind: EvidenceKind): string | undefined {
  return evidence.filter((piece) => piece.kind === kind).map((piece) => piece.obtainedOn).sort()[0]
}

/** What the regulation asks, in the order in which it is obtained. */
export function askedFor(asked: Qualification): EvidenceKind[] {
  return EVIDENCE_KINDS.filter((kind) => {
    if (kind === 'education') return asked.education !== null
    if (kind === 'examination') return asked.examination !== null
    return asked[kind]
  })
}

function counts(asked: Qualification, { kind, degree, score }: Evidence): boolean {
  if (kind === 'education') return asked.education !== null && degree !== null && DEGREES.indexOf(degree) >= DEGREES.indexOf(asked.education)
  if (kind === 'examination') return asked.examination !== null && score !== null && score >= asked.examination.passScore
  return true
}
