import type { RatingKind } from '../../../shared/rules/schemes/schema.ts'
import type { PlannedDossier } from './dossiers.ts'
import type { SampleLogin } from './people.ts'
import { createRandom } from './random.ts'
import { recordVisit } from './surveys.ts'
import type { Now, Timeline } from './timeline.ts'

const SEED = 20260815
const MAKER: SampleLogin = 'chenliqun'
const REVIEWER: SampleLogin = 'hezhenbang'
const APPROVER: SampleLogin = 'guhuaiyuan'
/** Days ago of the ratings before the last one, and of the last. */
const EARLIER = [640, 470, 300] as const
const LATEST = 24
const REMARKS = ['账期内回款正常，维持现行条件。', '新增产线尚在爬坡，三季度复看现金流。', '合同履约良好，报表结构稳健。', null] as const

type Rated = { dossier: PlannedDossier; index: number }

/** Ratings of two years over the parties that hand in statements: approved ones, two drafts, one waiting for review, one moved by hand. */
export function planRatings(timeline: Timeline, dossiers: readonly PlannedDossier[]): void {
  const random = createRandom(SEED)
  const rated = dossiers.map((dossier, index): Rated => ({ dossier, index }))
  for (const one of rated) {
    // The report of a year comes in spring: what was known on the day decides, so each rating has its own figures.
    for (const ago of EARLIER) {
      if (one.dossier.openedAgo > ago + 40) approved(timeline, one, ago - one.index * 9, { remarks: random.pick(REMARKS) })
    }
    if (one.index < 9) {
      timeline.at(LATEST + one.index * 7 + 2, '14:40', (now) => recordVisit(now, random, one.dossier, timeline.dayBefore(LATEST + one.index * 7 + 3)))
      approved(timeline, one, LATEST + one.index * 7, { remarks: random.pick(REMARKS), isMoved: one.index === 2 })
    }
  }
  const [first, second, third] = rated.slice(9)
  if (first) timeline.at(4, '10:20', (now) => draft(now, first, { isMarked: true }))
  if (second) timeline.at(2, '16:40', (now) => draft(now, second, { isMarked: false }))
  if (third) {
    timeline.at(1, '11:05', (now) => {
      const { id } = draft(now, third, { isMarked: true })
      now.call(MAKER, 'ratings.submit', { id, version: versionOf(now, id) })
    })
  }
}

const versionOf = (now: Now, id: number): number => now.call(MAKER, 'ratings.get', { id }).version

/** A draft with its qualitative marks, each on a page of the party's dossier where one has been scanned. */
function draft(now: Now, { dossier, index }: Rated, { isMarked, kind }: { isMarked: boolean; kind?: RatingKind }): { id: number } {
  const shown = now.call(MAKER, 'dossiers.get', { id: dossier.id })
  const { id } = now.call(MAKER, 'ratings.create', { partyId: shown.partyId, kind: kind ?? (index % 4 === 3 ? 'presale' : 'aftersale'), for: 'customer' })
  const scans = shown.catalogue.flatMap(({ items }) => items).flatMap(({ documents }) => documents).flatMap(({ attachments }) => attachments)
  const page = scans.find(({ mime }) => mime === 'application/pdf')
  if (isMarked && page) now.call(MAKER, 'ratings.mark', { id, version: 2, indicator: 'D2', option: ['B', 'C', 'C', 'D'][index % 4]!, remarks: null, evidence: [{ attachmentId: page.id, page: 1 }] })
  return { id }
}

/** A rating whole in one morning, by three people. */
export function approved(timeline: Timeline, one: Rated, daysAgo: number, { remarks, isMoved = false, kind }: { remarks: string | null; isMoved?: boolean; kind?: RatingKind }): void {
  timeline.at(daysAgo, '09:40', (now) => {
    const { id } = draft(now, one, { isMarked: true, ...(kind && { kind }) })
    let { version, computedGrade, overrideLimits } = now.call(MAKER, 'ratings.get', { id })
    if (remarks !== null) version = now.call(MAKER, 'ratings.remark', { id, version, remarks }).rating.version
    const up = overrideLimits.grades[0]
    const moves = isMoved && computedGrade !== null && up !== undefined
    if (moves) {
      version = now.call(MAKER, 'ratings.override', { id, version, override: { grade: up, until: timeline.dayBefore(-18), reason: '新签三年期长协并追加保证金，附协议' } }).rating.version
    }
    version = now.call(MAKER, 'ratings.submit', { id, version }).rating.version
    version = now.call(REVIEWER, 'ratings.review', { id, version }).rating.version
    now.call(APPROVER, 'ratings.approve', { id, version, ...(moves ? { override: true } : {}) })
  })
}
