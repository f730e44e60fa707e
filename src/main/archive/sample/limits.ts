import type { Input } from '../../../shared/contract/index.ts'
import { latestUntil } from '../../../shared/rules/limits/steps.ts'
import { addDays } from '../../../shared/rules/lookups/days.ts'
import type { PlannedDossier } from './dossiers.ts'
import type { SampleLogin } from './people.ts'
import type { Now, Timeline } from './timeline.ts'

const MAKER: SampleLogin = 'chenliqun'
const REVIEWER: SampleLogin = 'hezhenbang'
const DIRECTOR: SampleLogin = 'guhuaiyuan'
const MANAGER: SampleLogin = 'linnianzu'

type Wish = {
  /** Days ago of the decision. */
  ago: number
  /** Of what is proposed, or of what the customer owes on the day, in hundredths; both null: as proposed. */
  ofProposal?: number
  ofOwed?: number
  /** Days from the decision to the last day; a year less a day where not said. */
  days?: number
  reason?: string
  remarks?: string
  guarantee?: Omit<Input<'limits.save'>['guarantees'][number], 'page'>
}

/** By the order of the rated customers: granted as proposed, more on the general manager's word, one smaller than what is owed by now, one running out, one frozen, three on their way. */
const WISHES: readonly (readonly Wish[])[] = [
  [{ ago: 330, remarks: '年度授信，主焦精煤月结。' }, { ago: 18, remarks: '年度授信，续作。' }],
  [{ ago: 15, remarks: '新增动力煤长协，结算周期随产线。', guarantee: { kind: 'bankGuarantee', amountFen: 80_000_000, until: null, giver: '中国银行徐州分行' } }],
  [{ ago: 12, ofProposal: 130, reason: '期长协客户，旺季集中提货，申请上浮三成。' }],
  [{ ago: 200, ofOwed: 70, reason: '按合同额压降，逐步收紧。' }],
  [{ ago: 345, days: 362, remarks: '到期前复核。' }],
  [{ ago: 60, ofProposal: 80, reason: '首年合作，先给八成。' }],
  [{ ago: 9 }],
]

/** Limits of a year over the customers that are rated. */
export function planLimits(timeline: Timeline, dossiers: readonly PlannedDossier[]): void {
  for (const [index, wishes] of WISHES.entries()) {
    const dossier = dossiers[index]
    if (!dossier) continue
    for (const wish of wishes) if (dossier.openedAgo > wish.ago + 20) timeline.at(wish.ago, '15:10', (now) => granted(timeline, now, dossier, wish))
  }
  const frozen = dossiers[5]
  if (frozen) {
    timeline.at(6, '10:05', (now) => hold(now, frozen, 'freeze', '对方主要股东股权被冻结，暂停赊销'))
    timeline.at(5, '09:30', (now) => decide(now, frozen))
  }
  const [draft, submitted, reviewed] = dossiers.slice(7)
  if (draft) timeline.at(3, '11:15', (now) => void drafted(timeline, now, draft, { ago: 3 }))
  if (submitted) timeline.at(2, '14:20', (now) => void submit(now, drafted(timeline, now, submitted, { ago: 2, remarks: '新客户，先给起步额度。' })))
  if (reviewed) timeline.at(1, '16:05', (now) => void review(now, submit(now, drafted(timeline, now, reviewed, { ago: 1, ofProposal: 150, reason: '对方承诺每月两次回款，申请上浮。' }))))
}

type Case = { id: number; version: number }
const partyOf = (now: Now, { id }: PlannedDossier): number => now.call(MAKER, 'dossiers.get', { id }).partyId
/** Whole ten thousands, so that it looks as people ask. */
const round = (fen: number): number => Math.max(1_000_000, Math.round(fen / 1_000_000) * 1_000_000)

function drafted(timeline: Timeline, now: Now, dossier: PlannedDossier, wish: Wish): Case {
  const partyId = partyOf(now, dossier)
  const { id } = now.call(MAKER, 'limits.create', { partyId })
  const { version, proposedFen, proposedDays } = now.call(MAKER, 'limits.get', { id })
  const today = timeline.dayBefore(wish.ago)
  const untilOn = wish.days === undefined ? addDays(latestUntil(today), -1) : addDays(today, wish.days)
  const owedFen = wish.ofOwed === undefined ? 0 : now.call(MAKER, 'limits.ofParty', { partyId }).owed.balanceFen
  const amountFen = wish.ofProposal !== undefined ? round((proposedFen * wish.ofProposal) / 100) : owedFen > 0 ? round((owedFen * wish.ofOwed!) / 100) : proposedFen
  const { limit } = now.call(MAKER, 'limits.save', {
    id, version, amountFen, termDays: proposedDays, untilOn, reason: amountFen === proposedFen ? null : wish.reason ?? '按实际往来调整', remarks: wish.remarks ?? null,
    guarantees: wish.guarantee ? [{ ...wish.guarantee, page: pageOf(now, dossier) }] : [],
  })
  if (limit.addedFen === 0) return limit
  // What a guarantee adds is known once it is kept.
  return now.call(MAKER, 'limits.save', { id, version: limit.version, amountFen: limit.proposedFen, termDays: limit.proposedDays, untilOn, reason: null, remarks: wish.remarks ?? null, guarantees: [{ ...wish.guarantee!, page: pageOf(now, dossier) }] }).limit
}

function pageOf(now: Now, { id }: PlannedDossier): { attachmentId: number; page: number } | null {
  const scans = now.call(MAKER, 'dossiers.get', { id }).catalogue.flatMap(({ items }) => items).flatMap(({ documents }) => documents).flatMap(({ attachments }) => attachments)
  const scan = scans.find(({ mime }) => mime === 'application/pdf')
  return scan ? { attachmentId: scan.id, page: 1 } : null
}

const submit = (now: Now, { id, version }: Case): Case => now.call(MAKER, 'limits.submit', { id, version }).limit
const review = (now: Now, { id, version }: Case) => now.call(REVIEWER, 'limits.review', { id, version }).limit

function granted(timeline: Timeline, now: Now, dossier: PlannedDossier, wish: Wish): void {
  const { id, version, generalManager } = review(now, submit(now, drafted(timeline, now, dossier, wish)))
  now.call(generalManager === null ? DIRECTOR : MANAGER, 'limits.approve', { id, version, remarks: wish.ofProposal === undefined ? null : '同意，月底看回款。' })
}

function currentOf(now: Now, dossier: PlannedDossier): Case | null {
  const { current } = now.call(MAKER, 'limits.ofParty', { partyId: partyOf(now, dossier) })
  return current && now.call(MAKER, 'limits.get', { id: current.id })
}

function hold(now: Now, dossier: PlannedDossier, what: 'freeze' | 'release', reason: string): void {
  const limit = currentOf(now, dossier)
  if (limit) now.call(MAKER, 'limits.proposeHold', { id: limit.id, version: limit.version, hold: what, reason })
}

function decide(now: Now, dossier: PlannedDossier): void {
  const limit = currentOf(now, dossier)
  if (limit) now.call(DIRECTOR, 'limits.decideHold', { id: limit.id, version: limit.version, agrees: true })
}
