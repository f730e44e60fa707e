import { BOUGHT, type Goods } from './contracts.ts'
import type { PlannedDossier } from './dossiers.ts'
import type { SampleLogin } from './people.ts'
import { createRandom, type Random } from './random.ts'
import type { Now, Timeline } from './timeline.ts'

const SEED = 20260503
const KEEPER: SampleLogin = 'chenliqun'
/** How suppliers deliver: how often late, how often something is sent back, how often the invoice is wrong. */
const HABITS = [
  { late: 0.02, rejected: 0.03, invoice: 0 }, { late: 0.12, rejected: 0.1, invoice: 0.05 }, { late: 0.06, rejected: 0.05, invoice: 0.02 }, { late: 0.3, rejected: 0.22, invoice: 0.12 },
] as const
const REMARKS = ['部分锈蚀，退回', '规格不符，换货', '破损，按合格数结算'] as const

/** Two years of orders at every supplier that had a dossier, each entered when it came; some are still to come, one is over due. */
export function planDeliveries(timeline: Timeline, dossiers: readonly PlannedDossier[]): void {
  const random = createRandom(SEED)
  const suppliers = dossiers.filter(({ kind, party, openedAgo }) => kind === 'credit' && party.kind !== 'customer' && openedAgo > 40)
  suppliers.forEach((dossier, index) => {
    const goods = BOUGHT[dossier.party.word] ?? BOUGHT['建材']!
    let ago = Math.min(700, dossier.openedAgo - 10)
    for (let number = 1; ago > 12; number++, ago -= random.whole(18, 46)) enter(timeline, random, { dossier, goods, habit: HABITS[index % HABITS.length]!, number: orderNumber(timeline, ago, number), ago })
    for (const [due, number] of index % 3 === 2 ? [[6, 91]] as const : [[-9, 91], [-24, 92]] as const) {
      const fields = { orderNumber: orderNumber(timeline, 20, number), goods: goods[0], unit: goods[1], dueOn: timeline.dayBefore(due), orderedQuantity: quantityOf(random, goods) * 1000 }
      timeline.at(20, '16:05', (now) => now.call(KEEPER, 'deliveries.record', { partyId: partyOf(now, dossier), ...fields }))
    }
  })
  rateTwo(timeline, suppliers)
}

const orderNumber = (timeline: Timeline, ago: number, number: number) => `CG${timeline.dayBefore(ago).slice(0, 4)}-${String(number).padStart(3, '0')}`
const partyOf = (now: Now, { id }: PlannedDossier): number => now.call(KEEPER, 'dossiers.get', { id }).partyId
const quantityOf = (random: Random, [, , , least, most]: Goods): number => Math.max(1, Math.round(random.whole(least, Math.min(most, least * 5)) / (least > 100 ? 100 : 1)) * (least > 100 ? 100 : 1))

type Order = { dossier: PlannedDossier; goods: Goods; habit: (typeof HABITS)[number]; number: string; ago: number }

/** One order as it came: in one lot or in two, in time or not, inspected on the day. */
function enter(timeline: Timeline, random: Random, { dossier, goods, habit, number, ago }: Order): void {
  const [name, unit] = goods
  const ordered = quantityOf(random, goods)
  const parts = ordered >= 20 && random.chance(0.18) ? [Math.round(ordered * 0.6), ordered - Math.round(ordered * 0.6)] : [ordered]
  for (const [part, arrived] of parts.entries()) {
    const isLate = random.chance(parts.length === 2 && part === 1 ? habit.late * 2 : habit.late)
    const arrivedAgo = Math.max(1, isLate ? ago - random.whole(1, 11) : ago + random.whole(0, 4))
    const isRejected = random.chance(habit.rejected)
    const accepted = isRejected ? arrived - Math.max(1, Math.round(arrived * (0.01 + random.next() * 0.07))) : arrived
    const fields = {
      orderNumber: number, goods: name, unit, dueOn: timeline.dayBefore(ago), orderedQuantity: ordered * 1000, receiptNumber: `SH${timeline.dayBefore(arrivedAgo).replaceAll('-', '').slice(2)}${part + 1}`,
      arrivedOn: timeline.dayBefore(arrivedAgo), arrivedQuantity: arrived * 1000, acceptedQuantity: accepted * 1000, isInvoiceInOrder: !random.chance(habit.invoice), remarks: isRejected ? random.pick(REMARKS) : null,
    }
    timeline.at(arrivedAgo, '16:20', (now) => now.call(KEEPER, 'deliveries.record', { partyId: partyOf(now, dossier), ...fields }))
  }
}

/** One supplier has its rating, one waits for review. */
function rateTwo(timeline: Timeline, suppliers: readonly PlannedDossier[]): void {
  const rate = (now: Now, dossier: PlannedDossier) => {
    const { id } = now.call(KEEPER, 'ratings.create', { partyId: partyOf(now, dossier), kind: 'aftersale', for: 'supplier' })
    const { rating } = now.call(KEEPER, 'ratings.submit', { id, version: now.call(KEEPER, 'ratings.get', { id }).version })
    return { id, version: rating.version }
  }
  const [first, second] = suppliers
  if (first) {
    timeline.at(15, '10:10', (now) => {
      const { id, version } = rate(now, first)
      const reviewed = now.call('hezhenbang', 'ratings.review', { id, version })
      now.call('guhuaiyuan', 'ratings.approve', { id, version: reviewed.rating.version })
    })
  }
  if (second) timeline.at(2, '09:30', (now) => { rate(now, second) })
}
