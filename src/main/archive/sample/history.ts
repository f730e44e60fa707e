import { runJob } from '../../rerating/run.ts'
import { stepJob } from '../../rerating/step.ts'
import type { PlannedDossier } from './dossiers.ts'
import type { SampleLogin } from './people.ts'
import { createRandom } from './random.ts'
import { approved } from './ratings.ts'
import { recordVisit } from './surveys.ts'
import type { Now, Timeline } from './timeline.ts'

const SEED = 20260903
const CREDIT: SampleLogin = 'chenliqun'
/** Ratings more than a year old, so that what came of them is known. */
const RATED_AGO = { least: 372, spread: 230, step: 29 }
/** Days from such a rating to the default of those that defaulted. */
const DEFAULT_AFTER = { least: 60, spread: 240, step: 37 }
/** When all of them were rated again in one go, and how many days later the batch was reviewed and approved. */
const BATCH_AGO = 62
const REMARKS = ['按年度报表评定。', '建议按季跟踪回款。', null] as const

/** A customer of old; `isFailing`: shrinking and losing in its statements. */
export type OldCustomer = { readonly dossier: PlannedDossier; readonly isFailing: boolean }

/** Of those that fail most default, and a few that looked sound: no score tells them all apart. */
const defaults = ({ isFailing }: OldCustomer, index: number): boolean => (isFailing ? index % 18 !== 7 : index % 7 === 2)

/**
 * Customers rated once more than a year ago, each by what was known then; about a third defaulted within the year, most have paid
 * since. Two months ago all were rated again together.
 */
export function planHistory(timeline: Timeline, customers: readonly OldCustomer[]): void {
  const random = createRandom(SEED)
  customers.forEach((customer, index) => {
    const { dossier } = customer
    const ago = Math.min(RATED_AGO.least + ((index * RATED_AGO.step) % RATED_AGO.spread), dossier.openedAgo - 24)
    timeline.at(ago + 2, '14:20', (now) => recordVisit(now, random, dossier, timeline.dayBefore(ago + 3), { marketShare: random.whole(1, 14) * 100 }))
    approved(timeline, { dossier, index }, ago, { remarks: random.pick(REMARKS), kind: 'aftersale' })
    if (defaults(customer, index)) planDefault(timeline, customer, ago - DEFAULT_AFTER.least - ((index * DEFAULT_AFTER.step) % DEFAULT_AFTER.spread), index)
  })
  planBatch(timeline, customers.map(({ dossier }) => dossier))
}

function planDefault(timeline: Timeline, { dossier }: OldCustomer, ago: number, index: number): void {
  const { kind, description } = [
    { kind: 'late90' as const, description: '到期货款逾期九十天以上，列入催收' }, { kind: 'late90' as const, description: '两期货款逾期超过九十天，协商分期' },
    { kind: 'lawsuitLost' as const, description: '货款纠纷，判决对方败诉并给付' }, { kind: 'writeOff' as const, description: '清收无果，部分货款核销' },
  ][index % 4]!
  let id = 0
  timeline.at(Math.max(2, ago - 2), '16:10', (now) => {
    id = now.call(CREDIT, 'defaults.add', { partyId: partyOf(now, dossier), kind, on: timeline.dayBefore(ago), amountFen: (180 + ((index * 97) % 900)) * 1_000_000, description }).id
  })
  const settled = ago - 70 - (index % 5) * 12
  if (kind !== 'writeOff' && settled > 4) timeline.at(settled, '11:20', (now) => { now.call(CREDIT, 'defaults.settle', { id, settledOn: timeline.dayBefore(settled), note: kind === 'lawsuitLost' ? '执行到账' : '款项付清' }) })
}

/** Made, submitted, reviewed and approved by three people, each in one go and before the ledgers of the day go on. */
function planBatch(timeline: Timeline, dossiers: readonly PlannedDossier[]): void {
  let id = 0
  timeline.at(BATCH_AGO, '14:00', (now) => {
    id = now.job(CREDIT, 'rerating.run', runJob, { partyIds: dossiers.map((dossier) => partyOf(now, dossier)), kind: 'aftersale' }).id
  })
  const step = (time: string, login: SampleLogin, name: 'submit' | 'review' | 'approve', remarks: string | null) =>
    timeline.at(BATCH_AGO, time, (now) => now.job(login, 'rerating.step', stepJob, { id, step: name, remarks }))
  step('14:10', CREDIT, 'submit', null)
  step('14:25', 'hezhenbang', 'review', '逐户核对，数据无误')
  step('14:40', 'guhuaiyuan', 'approve', '同意')
}

const partyOf = (now: Now, { id }: PlannedDossier): number => now.call(CREDIT, 'dossiers.get', { id }).partyId
