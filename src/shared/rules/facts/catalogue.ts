import type { SourceKind } from './fact.ts'

export const FACT_UNITS = ['yuan', 'share', 'times', 'days', 'months', 'years', 'count', 'marks', 'flag'] as const
export type FactUnit = (typeof FACT_UNITS)[number]

export type FactKind = {
  readonly unit: FactUnit
  readonly source: SourceKind
  /** How many years back it can be asked for, `name[-1]`, `name[-2]`. */
  readonly yearsBack: number
  /** A score that feeds on it predicts itself: the grade before, or what happened afterwards. */
  readonly leak: 'grade' | 'outcome' | null
  /** Marks: from the least to the most there can be, where there is a most. */
  readonly scale: readonly [least: number, most: number] | null
}

type Row = [name: string, unit: FactUnit, yearsBack?: number]

/** Of what marks there are; one that only counts up (the weight of defaults) has none. */
const SCALES: Readonly<Record<string, readonly [number, number]>> = {
  tradeRank12: [0, 100], siteScore: [0, 100], managementPoints: [0, 5], industryPosition: [0, 4], referenceMark: [0, 100], industryOutlook: [-3, 3], sizeClass: [1, 4], paymentIndex24: [0, 100], previousScore: [0, 100],
}
const of = (source: SourceKind, rows: readonly Row[], leak: FactKind['leak'] = null) =>
  rows.map(([name, unit, yearsBack = 0]) => [name, { unit, source, yearsBack, leak, scale: SCALES[name] ?? null }] as const)

/**
 * Every fact that a formula may name. Windows end on the rating's day (those of invoices on the day up
 * to which the files go, where it is earlier): 12, 24, 36 are the months before it. Amounts are
 * yuan, shares lie between 0 and 1, flags are 0 or 1.
 */
export const FACTS: Readonly<Record<string, FactKind>> = Object.fromEntries([
  // The last annual statements that end before the day, and the two years before them.
  ...of('statement', [
    ['cash', 'yuan', 2], ['receivables', 'yuan', 2], ['prepayments', 'yuan', 2], ['inventories', 'yuan', 2], ['currentAssets', 'yuan', 2],
    ['totalAssets', 'yuan', 2], ['shortTermLoans', 'yuan', 2], ['payables', 'yuan', 2], ['currentLiabilities', 'yuan', 2],
    ['totalLiabilities', 'yuan', 2], ['paidInCapital', 'yuan', 2], ['retainedEarnings', 'yuan', 2], ['equity', 'yuan', 2],
    ['revenue', 'yuan', 2], ['operatingCost', 'yuan', 2], ['interestExpense', 'yuan', 2], ['operatingProfit', 'yuan', 2],
    ['totalProfit', 'yuan', 2], ['netProfit', 'yuan', 2], ['operatingCash', 'yuan', 2], ['netCash', 'yuan', 2],
    ['statementAgeMonths', 'months'], ['auditQualified', 'flag'],
  ]),
  ...of('invoices', [
    ['turnover12', 'yuan', 2], ['purchases12', 'yuan', 2], ['monthsActive12', 'months'], ['invoiceMonths', 'months'], ['salesVolatility12', 'times'],
    ['salesInvoices12', 'count'], ['voidShare12', 'share'], ['redShare12', 'share'], ['customers12', 'count'], ['suppliers12', 'count'],
    ['topCustomerShare12', 'share'], ['topFiveCustomersShare12', 'share'], ['topSupplierShare12', 'share'], ['topFiveSuppliersShare12', 'share'],
  ]),
  ...of('contracts', [
    ['cooperationYears', 'years'], ['contracts12', 'count'], ['contractAmount12', 'yuan'], ['contractsDue24', 'count'], ['contractsKept24', 'share'],
    ['tradeRank12', 'marks'],
  ]),
  ...of('survey', [
    ['siteScore', 'marks'], ['operatingRate', 'share'], ['managementPoints', 'count'], ['industryPosition', 'marks'], ['surveyedMarketShare', 'share'],
    ['relatedParties', 'count'], ['relatedGuaranteesYuan', 'yuan'],
  ]),
  ...of('certificates', [['certificatesValid', 'share'], ['licenceExpired', 'flag'], ['scopeExceeded', 'flag']]),
  ...of('references', [['referenceMark', 'marks']]),
  ...of('notices', [['dishonest', 'flag'], ['deregistered', 'flag'], ['bankruptcy', 'flag'], ['fraud', 'flag'], ['openLawsuits', 'count'], ['reputation', 'count'], ['controlChanged12', 'flag']]),
  ...of('industry', [['industryOutlook', 'marks']]),
  ...of('party', [['registeredCapital', 'yuan'], ['yearsInBusiness', 'years'], ['sizeClass', 'marks'], ['declaredMarketShare', 'share']]),
  ...of('defaults', [['defaultSeverity36', 'marks'], ['ownWriteOff', 'flag'], ['openDefaults', 'count'], ['complaints12', 'count']]),
  ...of('limits', [['limitUse', 'share'], ['beyondLimit', 'yuan']]),
  ...of('listings', [['badListed', 'flag'], ['watchListed', 'flag']]),
  ...of('receivables', [
    ['paymentIndex24', 'marks'], ['overdueShare', 'share'], ['longestOverdueDays', 'days'], ['promisesKept24', 'share'], ['creditSales12', 'yuan'],
  ]),
  ...of('deliveries', [['onTimeDelivery24', 'share'], ['acceptedQuality24', 'share'], ['invoicedInOrder24', 'share'], ['ordersDue24', 'count'], ['lotsInspected24', 'count']]),
  ...of('rating', [['previousScore', 'marks']], 'grade'),
  ...of('outcome', [['defaultsWithinYear', 'count']], 'outcome'),
])

/** `revenue[-1]` → `revenue`, -1. */
export function splitFactName(name: string): { base: string; back: number } {
  const at = name.indexOf('[')
  return at < 0 ? { base: name, back: 0 } : { base: name.slice(0, at), back: Number(name.slice(at + 1, -1)) }
}
