import { createHash } from 'node:crypto'
import { lineByCode } from '../../../shared/rules/statements/forms.ts'
import { Lines } from '../../invoices/import/lines.ts'
import { importInvoicesJob } from '../../invoices/import-job.ts'
import { findActorByLogin } from '../../people/passwords.ts'
import { makeContext, makePreparation, momentOf } from '../../pipeline/make-context.ts'
import type { Archive } from '../archive.ts'
import type { PlannedDossier } from './dossiers.ts'
import { createRandom, type Random } from './random.ts'
import type { PlannedStatements } from './statements.ts'
import { SAMPLE_SESSION, type Timeline } from './timeline.ts'

const SEED = 20260411
const PARTIES = 15
const MONTHS = 35
const PLACES = ['徐州', '济宁', '淮北', '商丘', '枣庄', '宿州', '临沂', '菏泽']
const WORDS = ['云峤', '景砺', '禾润', '拓川', '恒洵', '砚北', '泽岭', '明垣', '广陌', '润石', '鹤岑', '松垚']
const TRADES = ['贸易', '建材', '机械', '物资', '矿业', '工贸', '供应链']
const VAT = 0.13

/** Three years of purchases and sales of fifteen parties, imported as one file: what they sold is what their statements say. */
export function importInvoices(archive: Archive, dossiers: readonly PlannedDossier[], statements: readonly PlannedStatements[]): void {
  const random = createRandom(SEED)
  const chosen = [...new Set([...statements.map(({ dossier }) => dossier), ...dossiers.filter(({ kind, openedAgo }) => kind === 'credit' && openedAgo > 60)])].slice(0, PARTIES)
  const lines = new Lines()
  const now = archive.clock.now()
  const partyOf = archive.store.prepare('SELECT partyId FROM dossier WHERE id = ?')
  for (const [index, dossier] of chosen.entries()) {
    const { partyId } = partyOf.get(dossier.id) as { partyId: number }
    invoicesOf(random, lines, { partyId, now, yearFen: yearsOf(dossier, statements), isThin: index % 5 === 4 })
  }
  const actor = findActorByLogin(archive.store, 'chenliqun')!
  const control = { progress: () => {}, throwIfCancelled: () => {} }
  const input = { partyId: null, files: [], isWhole: false }
  const sha256 = createHash('sha256').update(String(SEED)).digest('hex')
  const file = { name: '开票系统导出 进销项.xlsx', sha256, encoding: 'XLSX', rows: lines.length, direction: null, missing: [], headings: [], fields: [], examples: [] }
  archive.store.write((trx) => {
    const { context, appendAuditEntry } = makeContext(makePreparation(archive, trx, actor, SAMPLE_SESSION, momentOf(now)), 'invoices.import')
    importInvoicesJob.run({ ...context, ...control }, input, { files: [file], lines, read: lines.length, refused: [], refusedTotal: 0 })
    appendAuditEntry()
  })
}

/** What the party sells in a calendar year, fen without tax: as its statements say, else by its capital. */
function yearsOf({ party, ...dossier }: PlannedDossier, statements: readonly PlannedStatements[]): (year: number) => number {
  const sets = statements.find((one) => one.dossier.id === dossier.id)?.sets ?? []
  const known = new Map(sets.map(({ periodEnd, format, lines }) => [Number(periodEnd.slice(0, 4)), lines.find(({ sheet, line }) => sheet === 'income' && line === lineByCode(format, 'income', 'revenue')!.number)?.current ?? 0]))
  const last = [...known.values()].at(-1) ?? Math.round((party.registeredCapitalFen ?? 200_000_000) * 2.1)
  return (year) => known.get(year) ?? last
}

type Flow = { partyId: number; now: Date; yearFen: (year: number) => number; isThin: boolean }

/** Month by month: a handful of invoices either way, a few void, a few red, the largest customer the most. */
function invoicesOf(random: Random, lines: Lines, { partyId, now, yearFen, isThin }: Flow): void {
  const side = (count: number) => Array.from({ length: count }, () => `${random.pick(PLACES)}${random.pick(WORDS)}${random.pick(TRADES)}有限公司`)
  const sides = { sale: side(random.whole(3, 9)), purchase: side(random.whole(3, 7)) }
  let number = random.whole(10_000_000, 60_000_000)
  for (let back = MONTHS; back >= 1; back--) {
    const month = new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1))
    const season = 1 + 0.25 * Math.sin((month.getUTCMonth() / 12) * 2 * Math.PI)
    const sold = (yearFen(month.getUTCFullYear()) / 12) * season * (0.75 + random.next() * 0.5)
    if (isThin && random.chance(0.35)) continue
    for (const [direction, fen, most] of [['sale', sold, 6], ['purchase', sold * 0.68, 4]] as const) {
      const count = random.whole(2, most)
      for (let index = 0; index < count; index++) {
        const names = sides[direction]
        // The first are drawn most often.
        const name = names[Math.floor(random.next() ** 2 * names.length)]!
        const amountFen = Math.round((fen / count) * (0.6 + random.next() * 0.8)) * (random.chance(0.015) ? -1 : 1)
        const taxFen = Math.round(amountFen * VAT)
        const issuedOn = new Date(month.getTime() + random.whole(0, 27) * 86_400_000).toISOString().slice(0, 10)
        lines.push({
          partyId, direction, issuedOn, number: String(number++), code: '', counterparty: lines.counterpartyOf(name, name), amountFen, taxFen, totalFen: amountFen + taxFen, isVoid: random.chance(0.03),
        })
      }
    }
  }
}

/** A few defaults and complaints of three years, some of them settled. */
export function planDefaults(timeline: Timeline, dossiers: readonly PlannedDossier[]): void {
  const credit = dossiers.filter(({ kind, openedAgo }) => kind === 'credit' && openedAgo > 200)
  const settled = new Map<string, number>()
  const add = (index: number, ago: number, record: { kind: 'late30' | 'late90' | 'dispute' | 'complaintTheirs' | 'complaintOurs' | 'writeOff'; amountFen: number | null; description: string }, settledAfter: number | null) => {
    const dossier = credit[index]
    if (!dossier) return
    const on = timeline.dayBefore(ago)
    timeline.at(Math.max(1, ago - 2), '16:20', ({ call }) => {
      const { partyId } = call('chenliqun', 'dossiers.get', { id: dossier.id })
      const { id } = call('chenliqun', 'defaults.add', { partyId, on, ...record })
      settled.set(`${index} ${ago}`, id)
    })
    if (settledAfter !== null) {
      timeline.at(Math.max(0, ago - settledAfter), '11:05', ({ call }) => call('chenliqun', 'defaults.settle', { id: settled.get(`${index} ${ago}`)!, settledOn: timeline.dayBefore(Math.max(0, ago - settledAfter)), note: '款项付清' }))
    }
  }
  add(3, 168, { kind: 'late90', amountFen: 86_000_000, description: '货款逾期九十七天，三次催收未付' }, null)
  add(3, 190, { kind: 'late30', amountFen: 32_000_000, description: '五月到期货款逾期四十二天' }, 60)
  add(8, 120, { kind: 'dispute', amountFen: 12_400_000, description: '对七月来料的灰分检验结果有争议，扣款未付' }, 45)
  add(8, 40, { kind: 'complaintTheirs', amountFen: null, description: '未按约定时间组织车辆提货，场地占用六天' }, null)
  add(10, 75, { kind: 'complaintOurs', amountFen: null, description: '一批次水分超标，已换货' }, 12)
  add(12, 300, { kind: 'late30', amountFen: 5_800_000, description: '季度结算款逾期三十五天' }, 38)
}
