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
  /** What the customer owes that day, in hundredths of what is proposed for him. */
  owes: readonly [from: number, to: number]
  /** Of what is proposed, in hundredths; as proposed where not said. */
  ofProposal?: number
  /** Days from the decision to the last day; a year less a day where not said. */
  days?: number
  reason?: string
  remarks?: string
  /** Its paper is still on its way, so that it does not count yet. */
  guarantee?: Pick<Input<'limits.save'>['guarantees'][number], 'kind' | 'amountFen' | 'giver'>
  /** What happens to it in the days after. */
  afterwards?: (timeline: Timeline, dossier: () => PlannedDossier | null) => void
}

/** Renewed, more on the general manager's word, one over its limit and suspended, one running out, one frozen, one restricted. */
const WISHES: readonly Wish[] = [
  { ago: 345, owes: [20, 80], days: 362, remarks: '到期前复核。' },
  { ago: 330, owes: [20, 80], remarks: '年度授信，主焦精煤月结。', afterwards: (timeline, dossier) => timeline.at(18, '15:10', (now) => granted(timeline, now, dossier(), { ago: 18, owes: [0, 100], remarks: '年度授信，续作。' })) },
  { ago: 60, owes: [1, 60], ofProposal: 80, reason: '首年合作，先给八成。', afterwards: freeze },
  { ago: 20, owes: [105, 160], remarks: '按评级核定，超出部分月底前收回。', afterwards: listed(4, 'suspend', '超出额度两周未收回，两次付款承诺落空', 90) },
  { ago: 15, owes: [25, 75], remarks: '新增动力煤长协，结算周期随产线。保函原件在途，收到后再计入。', guarantee: { kind: 'bankGuarantee', amountFen: 80_000_000, giver: '中国银行徐州分行 履约保函' } },
  { ago: 12, owes: [60, 120], ofProposal: 130, reason: '长协客户，旺季集中提货，申请上浮三成。', afterwards: listed(3, 'restrict', '主要下游停产，回款放慢，先不再加额度', 60) },
  { ago: 10, owes: [10, 60] },
]
/** Days of bills before a limit, so that what is proposed knows the trade. */
const KNOWN = 150

function freeze(timeline: Timeline, dossier: () => PlannedDossier | null): void {
  timeline.at(6, '10:05', (now) => hold(now, dossier(), 'freeze', '对方主要股东股权被冻结，暂停赊销'))
  timeline.at(5, '09:30', (now) => decide(now, dossier()))
}

/** Put on the list of bad customers after it was granted its limit. */
function listed(ago: number, measure: 'restrict' | 'suspend', detail: string, days: number): NonNullable<Wish['afterwards']> {
  return (timeline, dossier) => timeline.at(ago, '14:20', (now) => {
    const taken = dossier()
    if (!taken) return
    const { id } = now.call(MAKER, 'listings.propose', { partyId: partyOf(now, taken), list: 'bad', reason: measure === 'suspend' ? 'brokenPromise' : 'deterioration', detail, measure, untilOn: timeline.dayBefore(-days) })
    now.call(DIRECTOR, 'listings.decide', { id, version: 1, decision: 'agreed', remarks: '同意，按月复核' })
  })
}

/** Limits of a year over the customers that are rated: each wish to the first whose account fits it. */
export function planLimits(timeline: Timeline, dossiers: readonly PlannedDossier[]): void {
  const free = new Set(dossiers)
  const take = (now: Now, { ago, owes: [from, to] }: Pick<Wish, 'ago' | 'owes'>): PlannedDossier | null => {
    for (const dossier of free) {
      if (dossier.openedAgo < ago + KNOWN) continue
      const owes = owesOf(now, dossier)
      if (owes === null || owes < from || owes > to) continue
      free.delete(dossier)
      return dossier
    }
    return null
  }
  for (const wish of WISHES) {
    let taken: PlannedDossier | null = null
    timeline.at(wish.ago, '15:10', (now) => granted(timeline, now, (taken = take(now, wish)), wish))
    wish.afterwards?.(timeline, () => taken)
  }
  const onTheWay = (ago: number, time: string, wish: Omit<Wish, 'ago' | 'owes'>, go: (now: Now, one: Case) => void) => timeline.at(ago, time, (now) => {
    const dossier = take(now, { ago, owes: [0, 110] })
    if (dossier) go(now, drafted(timeline, now, dossier, { ago, owes: [0, 110], ...wish }))
  })
  onTheWay(3, '11:15', {}, () => undefined)
  onTheWay(2, '14:20', { remarks: '年度授信，随评级续作。' }, (now, one) => void submit(now, one))
  onTheWay(1, '16:05', { ofProposal: 150, reason: '对方承诺每月两次回款，申请上浮。' }, (now, one) => void review(now, submit(now, one)))
}

/** Hundredths of what is proposed on the rating that stands; null where none is given or he has no grade to sell on credit to. */
function owesOf(now: Now, dossier: PlannedDossier): number | null {
  const { ratingId, grade, owed } = now.call(MAKER, 'limits.ofParty', { partyId: partyOf(now, dossier) })
  if (ratingId === null || grade === null || grade === 'C') return null
  const limitYuan = now.call(MAKER, 'ratings.get', { id: ratingId }).limit?.limitYuan ?? 0
  return limitYuan < 50_000 ? null : owed.balanceFen / limitYuan
}

type Case = { id: number; version: number }
const partyOf = (now: Now, { id }: PlannedDossier): number => now.call(MAKER, 'dossiers.get', { id }).partyId
/** Whole ten thousands, so that it looks as people ask. */
const round = (fen: number): number => Math.max(1_000_000, Math.round(fen / 1_000_000) * 1_000_000)

function drafted(timeline: Timeline, now: Now, dossier: PlannedDossier, wish: Wish): Case {
  const partyId = partyOf(now, dossier)
  const { id } = now.call(MAKER, 'limits.create', { partyId })
  const { version, proposedFen, proposedDays, rating } = now.call(MAKER, 'limits.get', { id })
  const today = timeline.dayBefore(wish.ago)
  const untilOn = wish.days === undefined ? addDays(latestUntil(today), -1) : addDays(today, wish.days)
  const amountFen = wish.ofProposal === undefined ? proposedFen : round((proposedFen * wish.ofProposal) / 100)
  return now.call(MAKER, 'limits.save', {
    id, version, amountFen, termDays: proposedDays, untilOn, reason: amountFen !== proposedFen ? wish.reason ?? '按实际往来调整' : rating?.isReviewPast ? '复评已排入本月，先按原等级续作' : null, remarks: wish.remarks ?? null,
    guarantees: wish.guarantee ? [{ ...wish.guarantee, until: untilOn }] : [],
  }).limit
}

const submit = (now: Now, { id, version }: Case): Case => now.call(MAKER, 'limits.submit', { id, version }).limit
const review = (now: Now, { id, version }: Case) => now.call(REVIEWER, 'limits.review', { id, version }).limit

function granted(timeline: Timeline, now: Now, dossier: PlannedDossier | null, wish: Wish): void {
  if (!dossier) return
  const { id, version, generalManager } = review(now, submit(now, drafted(timeline, now, dossier, wish)))
  now.call(generalManager === null ? DIRECTOR : MANAGER, 'limits.approve', { id, version, remarks: wish.ofProposal === undefined ? null : '同意，月底看回款。' })
}

function currentOf(now: Now, dossier: PlannedDossier | null): Case | null {
  if (!dossier) return null
  const { current } = now.call(MAKER, 'limits.ofParty', { partyId: partyOf(now, dossier) })
  return current && now.call(MAKER, 'limits.get', { id: current.id })
}

function hold(now: Now, dossier: PlannedDossier | null, what: 'freeze' | 'release', reason: string): void {
  const limit = currentOf(now, dossier)
  if (limit) now.call(MAKER, 'limits.proposeHold', { id: limit.id, version: limit.version, hold: what, reason })
}

function decide(now: Now, dossier: PlannedDossier | null): void {
  const limit = currentOf(now, dossier)
  if (limit) now.call(DIRECTOR, 'limits.decideHold', { id: limit.id, version: limit.version, agrees: true })
}
