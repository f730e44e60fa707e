import { createHash } from 'node:crypto'
import { addDays, daysBetween } from '../../../shared/rules/lookups/days.ts'
import type { ReceiptMeans } from '../../../shared/rules/receivables/words.ts'
import type { Plan, Planned } from '../../receivables/import/plan.ts'
import { importReceivablesJob } from '../../receivables/import/job.ts'
import type { PlannedDossier } from './dossiers.ts'
import type { SampleLogin } from './people.ts'
import { createRandom, type Random } from './random.ts'
import type { Now, Timeline } from './timeline.ts'

const SEED = 20260917
const KEEPER: SampleLogin = 'chenliqun'
const CUSTOMERS = 30
const MONTHS = 24
/** What stood when the ledger was begun is taken in as tables. */
const OPENING_DAYS = 45
/** How customers pay: from so many days before the due day to so many after it, and how often a bill is paid in two. */
const HABITS = [
  { from: -6, to: 1, parts: 0.05 }, { from: -2, to: 6, parts: 0.1 }, { from: 0, to: 12, parts: 0.15 }, { from: -4, to: 2, parts: 0 }, { from: 6, to: 34, parts: 0.3 }, { from: -3, to: 4, parts: 0.1 },
  { from: 18, to: 62, parts: 0.35 },
] as const
/** Bills that nobody paid: of which customer, how old, how much of the usual. */
const UNPAID = [[6, 205, 0.7], [13, 470, 0.4], [18, 150, 0.9], [22, 118, 0.5]] as const
/** Who paid ahead of a bill. */
const AHEAD = 8
/** The one whose bill has gone unpaid for a year stands among the defaults, too. */
const NEVER_PAID = 3

type Bill = { dossier: PlannedDossier; number: string; issuedOn: string; dueOn: string; amountFen: number; contract: PlannedDossier | null }
type Money = { dossier: PlannedDossier; number: string; receivedOn: string; amountFen: number; means: ReceiptMeans; reference: string }

/**
 * Two years of bills and receipts of the customers, first taken in as tables, then entered each on its day; some are late, one
 * has not paid a bill for most of a year; promises kept, broken and open; money ahead of a bill.
 */
export function planReceivables(timeline: Timeline, dossiers: readonly PlannedDossier[], rated: readonly PlannedDossier[]): void {
  const random = createRandom(SEED)
  const credit = dossiers.filter(({ kind, openedAgo }) => kind === 'credit' && openedAgo > 200)
  const chosen = [...new Set([...rated, ...credit.slice(0, 13), ...credit])].filter(({ party }) => party.kind !== 'supplier').slice(0, CUSTOMERS)
  const bills: Bill[] = []
  const receipts: Money[] = []
  for (const [index, dossier] of chosen.entries()) {
    const isDefaulter = dossier === credit[NEVER_PAID]
    accountOf(timeline, random, { dossier, contract: dossiers.find(({ kind, party, department }) => kind === 'contract' && party === dossier.party && department !== 'GY') ?? null, habit: HABITS[isDefaulter ? 4 : index % HABITS.length]!, bills, receipts })
    if (isDefaulter) bills.push({ dossier, number: `YS-${timeline.dayBefore(310).slice(0, 7).replace('-', '')}-900`, issuedOn: timeline.dayBefore(310), dueOn: timeline.dayBefore(265), amountFen: 86_000_000, contract: null })
  }
  for (const [index, ago, share] of UNPAID) {
    const dossier = chosen[index]
    const issuedOn = timeline.dayBefore(ago)
    if (dossier && dossier.openedAgo > ago + 6) bills.push({ dossier, number: `YS-${issuedOn.slice(0, 7).replace('-', '')}-8${String(index).padStart(2, '0')}`, issuedOn, dueOn: addDays(issuedOn, 45), amountFen: Math.round(usualOf(dossier) * share) * 100, contract: null })
  }
  if (chosen[AHEAD]) receipts.push({ dossier: chosen[AHEAD], number: '', receivedOn: timeline.dayBefore(4), amountFen: Math.round(usualOf(chosen[AHEAD]) * 3) * 100, means: 'transfer', reference: 'SK预付001' })
  const opening = addDays(timeline.dayBefore(MONTHS * 30), OPENING_DAYS)
  takeIn(timeline, opening, bills, receipts)
  enter(timeline, bills.filter(({ issuedOn }) => issuedOn > opening), receipts.filter(({ receivedOn }) => receivedOn > opening))
  planPromises(timeline, chosen, bills, receipts)
}

const usualOf = ({ party }: PlannedDossier): number => Math.max(60_000, (party.registeredCapitalFen ?? 200_000_000) / 100 * 0.03)

type Account = { dossier: PlannedDossier; contract: PlannedDossier | null; habit: (typeof HABITS)[number]; bills: Bill[]; receipts: Money[] }

/** A bill a month or two, each paid as the customer is used to; what is late as of today is not paid. */
function accountOf(timeline: Timeline, random: Random, { dossier, contract, habit, bills, receipts }: Account): void {
  const term = random.pick([30, 30, 45, 60])
  const usual = usualOf(dossier)
  let ago = Math.min(MONTHS * 30, dossier.openedAgo - 6)
  for (let no = 1; ago > 3; no++, ago -= random.whole(26, 58)) {
    const issuedOn = timeline.dayBefore(ago)
    const dueOn = addDays(issuedOn, term)
    const number = `YS-${issuedOn.slice(0, 7).replace('-', '')}-${dossier.code.slice(-3)}${no % 10}`
    const amountFen = Math.round(usual * (0.4 + random.next() * 1.3)) * 100
    bills.push({ dossier, number, issuedOn, dueOn, amountFen, contract: contract !== null && contract.openedAgo > ago ? contract : null })
    const parts = random.chance(habit.parts) ? [0.6, 0.4] : [1]
    for (const [part, share] of parts.entries()) {
      const late = random.whole(habit.from, habit.to) + part * 21
      const paidAgo = ago - term - late
      if (paidAgo < 1) continue
      receipts.push({
        dossier, number, receivedOn: timeline.dayBefore(Math.min(paidAgo, ago)), amountFen: part === 0 ? Math.round(amountFen * share) : amountFen - Math.round(amountFen * parts[0]!),
        means: random.chance(0.3) ? 'draft' : random.chance(0.04) ? 'offset' : 'transfer', reference: `SK${timeline.dayBefore(paidAgo).replaceAll('-', '').slice(2)}${String(random.whole(1, 9999)).padStart(4, '0')}`,
      })
    }
  }
}

/** What stood at the beginning, as the accounts handed it over. */
function takeIn(timeline: Timeline, until: string, bills: readonly Bill[], receipts: readonly Money[]): void {
  const daysAgo = daysBetween(until, timeline.dayBefore(0))
  const owed = bills.filter(({ issuedOn }) => issuedOn <= until)
  const paid = receipts.filter(({ receivedOn }) => receivedOn <= until)
  if (owed.length > 0) timeline.at(daysAgo, '10:10', (now) => importTable(now, 'receivables', '财务系统 期初应收.xlsx', owed.map((bill, row) => planned(now, row, bill))))
  if (paid.length > 0) timeline.at(daysAgo, '10:25', (now) => importTable(now, 'receipts', '财务系统 期初收款.xlsx', paid.map((money, row) => planned(now, row, money))))
}

/** From then on each on its own day, before anybody rates: what a rating knew is what the ledger says of its day. */
function enter(timeline: Timeline, bills: readonly Bill[], receipts: readonly Money[]): void {
  const ids = new Map<string, number>()
  const keyOf = ({ dossier, number }: Bill | Money) => `${dossier.code} ${number}`
  for (const bill of bills) {
    const { number, issuedOn, dueOn, amountFen, contract } = bill
    timeline.at(daysBetween(issuedOn, timeline.dayBefore(0)), '08:35', (now) => {
      const { id } = now.call(KEEPER, 'receivables.add', { partyId: partyOf(now, bill.dossier), number, issuedOn, dueOn, amountFen, contractId: contract === null || contract.id === 0 ? null : contract.id })
      ids.set(keyOf(bill), id)
    })
  }
  for (const money of receipts) {
    const { receivedOn, amountFen, means, reference } = money
    timeline.at(daysBetween(receivedOn, timeline.dayBefore(0)), '08:50', (now) => {
      const receivableId = ids.get(keyOf(money))
      now.call(KEEPER, 'receivables.receive', { partyId: partyOf(now, money.dossier), receivedOn, amountFen, means, reference, ...(receivableId === undefined ? {} : { allocations: [{ receivableId, amountFen }] }) })
    })
  }
}

function planned(now: Now, row: number, entry: Bill | Money): Planned {
  const at = { row: row + 2, cells: [], partyId: partyOf(now, entry.dossier) }
  if ('receivedOn' in entry) return { ...at, contractId: null, draft: { what: 'receipts', party: '', number: entry.number, receivedOn: entry.receivedOn, amountFen: entry.amountFen, means: entry.means, reference: entry.reference, remarks: null } }
  const { number, issuedOn, dueOn, amountFen, contract } = entry
  return { ...at, contractId: contract === null || contract.id === 0 ? null : contract.id, draft: { what: 'receivables', party: '', contract: '', number, issuedOn, dueOn, amountFen, remarks: null } }
}

const parties = new WeakMap<PlannedDossier, number>()

/** Asked once: every reading of a dossier is an entry in the log. */
function partyOf(now: Now, dossier: PlannedDossier): number {
  const known = parties.get(dossier) ?? now.call(KEEPER, 'dossiers.get', { id: dossier.id }).partyId
  parties.set(dossier, known)
  return known
}

function importTable(now: Now, what: 'receivables' | 'receipts', name: string, rows: readonly Planned[]): void {
  const plan: Plan = { name, sha256: createHash('sha256').update(name).digest('hex'), encoding: 'XLSX', missing: [], read: rows.length, headings: [], fields: [], examples: [], planned: [...rows], refused: [], refusedTotal: 0 }
  now.job(KEEPER, 'receivables.import', importReceivablesJob, { upload: '0'.repeat(32), what, allocate: true }, plan)
}

/** What customers promised over the telephone or in writing: of two years, some kept, one in part, one broken, three still open. */
function planPromises(timeline: Timeline, chosen: readonly PlannedDossier[], bills: readonly Bill[], receipts: readonly Money[]): void {
  const late = chosen.filter((_dossier, index) => [1, 2, 4, 6, 11, 13, 18, 20].includes(index))
  for (const [index, dossier] of late.entries()) {
    const paid = receipts.filter((money) => money.dossier === dossier && daysBetween(money.receivedOn, timeline.dayBefore(0)) > 30).at(-1 - index % 3)
    if (paid) promise(timeline, dossier, { madeAgo: daysBetween(paid.receivedOn, timeline.dayBefore(0)) + 9, days: 8, amountFen: paid.amountFen, how: index % 2 === 0 ? 'phone' : 'written', promisedBy: index % 2 === 0 ? '财务部 王经理' : '副总经理 孙立' })
    const open = bills.filter((bill) => bill.dossier === dossier && !receipts.some((money) => money.number === bill.number && money.dossier === dossier)).at(0)
    if (open && index % 2 === 0) promise(timeline, dossier, { madeAgo: 9, days: 20, amountFen: open.amountFen, how: 'phone', promisedBy: '财务部 王经理' })
    if (open && index % 4 === 1) promise(timeline, dossier, { madeAgo: 25, days: 14, amountFen: open.amountFen, how: 'visit', promisedBy: '总经理 陆远' })
  }
}

type Said = { madeAgo: number; days: number; amountFen: number; how: 'written' | 'phone' | 'visit'; promisedBy: string }

function promise(timeline: Timeline, dossier: PlannedDossier, { madeAgo, days, ...said }: Said): void {
  if (madeAgo >= dossier.openedAgo) return
  timeline.at(madeAgo, '15:05', (now) => now.call(KEEPER, 'receivables.promise', { partyId: partyOf(now, dossier), madeOn: timeline.dayBefore(madeAgo), dueOn: timeline.dayBefore(madeAgo - days), ...said }))
}
