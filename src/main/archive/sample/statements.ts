import type { Sheet } from '../../../shared/rules/statements/form.ts'
import { forms, lineByCode, type StatementLine } from '../../../shared/rules/statements/forms.ts'
import { FEN_PER_UNIT, formatAmount } from '../../../shared/rules/statements/units.ts'
import type { PlannedDossier } from './dossiers.ts'
import { companyYears, type CompanyYear } from './company-years.ts'
import { createRandom } from './random.ts'
import type { SampleLogin } from './people.ts'
import type { Timeline } from './timeline.ts'

const SEED = 20260331
/** Parties that are looked at in particular: they come first. */
export const LOOKED_AT = 12
/** Customers for longer than so many days have a rating of more than a year ago. */
const OLD_AGO = 396
const YEARS = 3
const CREDIT: SampleLogin = 'chenliqun'
const CONFIRMER: SampleLogin = 'guhuaiyuan'
const AUDITORS = ['公明会计师事务所', '中衡会计师事务所', '恒正会计师事务所'] as const

type PlannedSet = {
  periodEnd: string
  format: 'small' | 'general'
  unit: 'yuan' | 'tenThousand'
  opinion: 'clean' | 'qualified' | 'none'
  auditor: string | null
  lines: StatementLine[]
}

/** Statements of one party, newest year last. */
export type PlannedStatements = { dossier: PlannedDossier; isFailing: boolean; sets: PlannedSet[] }

/**
 * Three years each of a dozen parties, worked out so that everything adds up: growing and shrinking, small and general form,
 * one qualified by its auditor, one without a cash-flow statement. The last year of one is a draft with a slip in a total.
 */
export function planStatements(dossiers: readonly PlannedDossier[], today: Date): PlannedStatements[] {
  const random = createRandom(SEED)
  const ofCredit = dossiers.filter(({ kind, openedAgo }) => kind === 'credit' && openedAgo > 40)
  // Those whose balance sheet was scanned first: the paper can be laid beside the figures.
  const chosen = [...ofCredit.filter(hasScan), ...ofCredit.filter((dossier) => !hasScan(dossier))].slice(0, LOOKED_AT)
  // And customers of old, of whom every third fails.
  const old = ofCredit.filter((dossier) => !chosen.includes(dossier) && dossier.openedAgo > OLD_AGO && dossier.party.kind !== 'supplier')
  return [...chosen, ...old].map((dossier, index) => {
    const isFailing = index < LOOKED_AT ? index === 7 : index % 3 === 1
    const isLarge = ['large', 'medium'].includes(dossier.party.sizeClass ?? '')
    const unit = isLarge ? 'tenThousand' : 'yuan'
    const years = companyYears(random, { capitalFen: dossier.party.registeredCapitalFen ?? 100_000_000, step: isLarge ? FEN_PER_UNIT.tenThousand / 100 : 1, years: YEARS, isFailing })
    const auditor = isLarge || index % 3 === 0 || index === 5 ? `${dossier.party.city}${random.pick(AUDITORS)}` : null
    return {
      dossier, isFailing,
      sets: years.map((year, order) => {
        const isLast = order === YEARS - 1
        const set: PlannedSet = {
          periodEnd: `${today.getFullYear() - YEARS + order}-12-31`, format: isLarge ? 'general' : 'small', unit, auditor,
          opinion: auditor === null ? 'none' : index === 5 && isLast ? 'qualified' : 'clean', lines: linesOf(year, isLarge ? 'general' : 'small'),
        }
        if (index === 3) set.lines = set.lines.filter(({ sheet }) => sheet !== 'cash')
        if (index === LOOKED_AT - 1 && isLast) set.lines = withSlip(set)
        return set
      }),
    }
  })
}

const scanOf = ({ documents }: PlannedDossier) => documents.find(({ title, isScanned }) => title === '资产负债表' && isScanned)
const hasScan = (dossier: PlannedDossier) => scanOf(dossier) !== undefined

/** The set that a scanned balance sheet shows: the last that had ended when it was drawn up. */
const shownOn = (sets: readonly PlannedSet[], datedOn: string) => sets.findLast(({ periodEnd }) => periodEnd < datedOn) ?? sets[0]!

/** The lines of a balance sheet as its scan prints them; null for a party without statements, or for another paper. */
export function printedRows(planned: readonly PlannedStatements[], dossier: PlannedDossier, title: string, datedOn: string): { unit: string; day: string; rows: readonly (readonly [name: string, current: string, prior: string])[] } | null {
  const statements = title === '资产负债表' ? planned.find((one) => one.dossier === dossier) : undefined
  if (!statements) return null
  const set = shownOn(statements.sets, datedOn)
  const rows = set.lines.filter(({ sheet }) => sheet === 'balance').toSorted((one, two) => one.line - two.line).map(({ line, current, prior }) =>
    [forms[set.format].balance.lines[line - 1]!.name, current === null ? '' : formatAmount(current, set.unit), prior === null ? '' : formatAmount(prior, set.unit)] as const)
  return { unit: set.unit === 'yuan' ? '元' : '万元', day: set.periodEnd, rows }
}

/** Enters them: each in the April after its year, or soon after the party came. */
export function enterStatements(timeline: Timeline, planned: readonly PlannedStatements[], today: Date): void {
  for (const [index, { dossier, sets }] of planned.entries()) {
    for (const [order, set] of sets.entries()) {
      const due = Math.round((today.getTime() - Date.parse(`${Number(set.periodEnd.slice(0, 4)) + 1}-04-${18 + (index % 9)}T00:00:00`)) / 86_400_000)
      const ago = Math.max(1, Math.min(due, dossier.openedAgo - 12))
      const isDraft = index === LOOKED_AT - 1 && order === sets.length - 1
      timeline.at(ago, `15:${String(10 + order * 4).padStart(2, '0')}`, ({ call }) => {
        const { partyId, catalogue } = call(CREDIT, 'dossiers.get', { id: dossier.id })
        const paper = catalogue.flatMap(({ items }) => items).flatMap(({ documents }) => documents).find(({ title, attachments }) => title === '资产负债表' && attachments.length > 0)
        const scan = scanOf(dossier)
        const isOn = paper !== undefined && scan !== undefined && shownOn(sets, scan.datedOn) === set
        const { id } = call(CREDIT, 'statements.save', {
          partyId, ...set, receivedOn: timeline.dayBefore(ago), remarks: null, source: isOn ? { documentId: paper.id, attachmentId: paper.attachments[0]!.id, page: 1 } : null,
        })
        if (!isDraft) call(CONFIRMER, 'statements.confirm', { id, version: 1, reasons: [] })
      })
    }
  }
}

/** Two digits of a total changed places. */
function withSlip({ format, lines }: PlannedSet): StatementLine[] {
  const { number } = lineByCode(format, 'balance', 'currentAssets')!
  return lines.map((line) => (line.sheet === 'balance' && line.line === number ? { ...line, current: line.current! + 9_000_000 } : line))
}

/** A year's figures by what they mean, on the lines of a form; totals are added up. */
function linesOf({ current, prior }: CompanyYear, format: 'small' | 'general'): StatementLine[] {
  return (['balance', 'income', 'cash'] as const).flatMap((sheet) => {
    const [now, then] = [columnOf(current, format, sheet), prior === null ? null : columnOf(prior, format, sheet)]
    return forms[format][sheet].lines.flatMap(({ number }): StatementLine[] => {
      const [amount, before] = [now.get(number) ?? null, then?.get(number) ?? null]
      return amount === null && before === null ? [] : [{ sheet, line: number, current: amount, prior: before }]
    })
  })
}

function columnOf(figures: CompanyYear['current'], format: 'small' | 'general', sheet: Sheet): Map<number, number> {
  const column = new Map<number, number>()
  // The general form has interest and dividends in one line.
  const own = format === 'general' && sheet === 'cash' ? { ...figures.cash, cashForDividends: figures.cash['cashForDividends']! + figures.cash['cashForInterest']! } : figures[sheet]
  const at = (line: number): number => {
    const { code, sums, isOptional } = forms[format][sheet].lines[line - 1]!
    const known = own[code]
    if (known !== undefined) column.set(line, known)
    if (known !== undefined || sums.length === 0 || isOptional) return known ?? 0
    const sum = sums[0]!.reduce((sum, part) => sum + Math.sign(part) * at(Math.abs(part)), 0)
    column.set(line, sum)
    return sum
  }
  for (const { number } of forms[format][sheet].lines) at(number)
  return column
}
