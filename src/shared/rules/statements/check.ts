import { COLUMNS, type Column, type FormLine, SHEETS, type Sheet, type StatementFormat } from './form.ts'
import { amountAt, type Figures, forms, isGiven, lineByCode } from './forms.ts'
import { type Reading, readSheet, toleranceOf } from './known.ts'
import { stepOf, type Unit } from './units.ts'

export const CHECK_RULES = [
  /** The sheet has been handed in (balance sheet and income statement have to be). */
  'given',
  /** A total is what its parts come to. */
  'sum',
  /** A total is given, and what is there of its parts is not it: what is blank is not known, and no zero. */
  'details',
  /** Assets are liabilities and equity. */
  'balance',
  /** The opening figures are the closing ones of the year before, as the set of that year has them. */
  'yearBefore',
  /** 其中 is not more than the whole. */
  'partOf',
  /** Below zero where that is unusual. */
  'negative',
  /** The cash-flow statement ends with the balance sheet's cash, and begins with it. */
  'closingCash', 'openingCash',
  /** The reserves and profit kept have not grown by more than the year's profit. */
  'earnings',
] as const
export type CheckRule = (typeof CHECK_RULES)[number]

export type Place = { readonly sheet: Sheet; readonly line: number; readonly column: Column }
export type CheckState =
  | 'ok'
  /** Given and expected are apart by `byFen`. */
  | 'differs'
  /** What it takes is not there. */
  | 'missing'

export type Check = Place & {
  /** The same in every run: `sum:balance:15:current`. A reason given for a fault is kept under it. */
  readonly key: string
  readonly rule: CheckRule
  readonly state: CheckState
  /** Has to be mended, or a reason given, before the set is confirmed. What is no fault is a hint. */
  readonly isFault: boolean
  readonly givenFen: number | null
  readonly expectedFen: number | null
  /** Given less expected. Not zero and `ok`: within what rounding to the paper's unit explains. */
  readonly byFen: number | null
  /** What else it looks at: the parts of a total, the blank lines, the lines that differ from the year before. */
  readonly places: readonly Place[]
}

export type StatementSet = { readonly format: StatementFormat; readonly unit: Unit; readonly figures: Figures }

const JUDGED_BY_RULES: readonly Sheet[] = ['balance', 'income']

/**
 * Everything that can be checked of a set of statements, in the order of its sheets. `before` is the standing set whose
 * closing balances its year opened with, `flowsBefore` that of the same months a year before; of a year both are the year's before.
 * `isInterim`: the second column of its cash flow ends with other months than its balance sheet opens.
 */
export function checkSet(set: StatementSet, before: StatementSet | null, flowsBefore: StatementSet | null = before, isInterim = false): Check[] {
  return [
    ...SHEETS.map((sheet) => given(set, sheet)),
    ...SHEETS.flatMap((sheet) => COLUMNS.flatMap((column) => (isGiven(set.format, set.figures, sheet, column) ? [...checkSheet(set, sheet, column), ...details(set, sheet, column)] : []))),
    ...balances(set),
    ...cash(set).filter(({ rule, column }) => !isInterim || rule !== 'closingCash' || column !== 'prior'),
    ...earnings(set),
    ...SHEETS.flatMap((sheet) => yearBefore(set, sheet === 'balance' ? before : flowsBefore, sheet)),
  ]
}

export const faultsOf = (checks: readonly Check[]): Check[] => checks.filter(({ isFault }) => isFault)

type Finding = Pick<Check, 'givenFen' | 'expectedFen'> & { tolerance?: number; places?: readonly Place[]; isHard: boolean }

function make(rule: CheckRule, place: Place, { givenFen, expectedFen, tolerance = 0, places = [], isHard }: Finding): Check {
  const byFen = givenFen === null || expectedFen === null ? null : givenFen - expectedFen
  const state = byFen === null ? 'missing' : Math.abs(byFen) <= tolerance ? 'ok' : 'differs'
  return {
    ...place, key: `${rule}:${place.sheet}:${place.line}:${place.column}`, rule, state, givenFen, expectedFen, byFen, places,
    isFault: isHard && state !== 'ok',
  }
}

/** Handed in or not. The cash-flow statement may be missing; small companies often draw up none. */
function given({ format, figures }: StatementSet, sheet: Sheet): Check {
  const is = isGiven(format, figures, sheet, 'current')
  const place = { sheet, line: forms[format][sheet].lines.at(-1)!.number, column: 'current' as const }
  return {
    ...place, key: `given:${sheet}`, rule: 'given', state: is ? 'ok' : 'missing', isFault: !is && JUDGED_BY_RULES.includes(sheet),
    givenFen: null, expectedFen: null, byFen: null, places: [],
  }
}

function checkSheet(set: StatementSet, sheet: Sheet, column: Column): Check[] {
  const form = forms[set.format][sheet]
  const of = (line: number) => amountAt(set.figures, sheet, line, column)
  const step = stepOf(form.lines.map(({ number }) => of(number) ?? 0), set.unit)
  return form.lines.flatMap((line) => [...sums(line, { sheet, column, of, step, unit: set.unit }), ...partsOf(form.lines, line, { sheet, column, of }), ...negative(line, { sheet, column, of })])
}

type Read = { sheet: Sheet; column: Column; of: (line: number) => number | null }

function sums(line: FormLine, { sheet, column, of, step, unit }: Read & { step: number; unit: Unit }): Check[] {
  return line.sums.flatMap((parts, way) => {
    const amounts = parts.map((part) => of(Math.abs(part)))
    const isFilled = amounts.some((amount) => amount !== null)
    const given = of(line.number)
    if (given === null ? !isFilled || line.isOptional || way > 0 : !isFilled && way > 0) return []
    const sum = parts.reduce((sum, part, index) => sum + Math.sign(part) * (amounts[index] ?? 0), 0)
    const check = make('sum', { sheet, line: line.number, column }, {
      givenFen: given,
      // A total alone, of which no part is given, cannot be checked; nothing and nothing come to nothing.
      expectedFen: isFilled || given === 0 ? sum : null,
      tolerance: toleranceOf(unit, parts.length, step),
      places: parts.map((part) => ({ sheet, line: Math.abs(part), column })),
      isHard: isFilled,
    })
    return [way === 0 ? check : { ...check, key: `${check.key}:${way}` }]
  })
}

/** Not to be checked, and no fault: many companies hand in the totals alone. */
function details(set: StatementSet, sheet: Sheet, column: Column): Check[] {
  const { unknown } = readSheet(set, sheet, column)
  if (unknown.length === 0) return []
  const places = unknown.map((line) => ({ sheet, line, column }))
  return [{ ...make('details', places[0]!, { givenFen: null, expectedFen: null, places, isHard: false }), key: `details:${sheet}:${column}` }]
}

/** What 其中 lists of a line, where it cannot be more than the whole. */
function partsOf(lines: readonly FormLine[], line: FormLine, { sheet, column, of }: Read): Check[] {
  const parts = lines.filter(({ partOf, isBounded }) => isBounded && partOf === line.number)
  const filled = parts.filter(({ number }) => of(number) !== null)
  if (filled.length === 0) return []
  const sum = filled.reduce((sum, { number }) => sum + of(number)!, 0)
  const whole = of(line.number) ?? 0
  return [make('partOf', { sheet, line: line.number, column }, {
    givenFen: sum, expectedFen: whole, tolerance: sum <= whole ? Infinity : 0, places: filled.map(({ number }) => ({ sheet, line: number, column })), isHard: false,
  })]
}

function negative(line: FormLine, { sheet, column, of }: Read): Check[] {
  const amount = of(line.number)
  if (line.isSigned || amount === null || amount >= 0) return []
  return [make('negative', { sheet, line: line.number, column }, { givenFen: amount, expectedFen: 0, isHard: false })]
}

function balances({ format, figures, unit }: StatementSet): Check[] {
  const line = lineByCode(format, 'balance', 'liabilitiesAndEquity')!.number
  const assets = lineByCode(format, 'balance', 'totalAssets')!.number
  return COLUMNS.filter((column) => isGiven(format, figures, 'balance', column)).map((column) => {
    const [givenFen, expectedFen] = [amountAt(figures, 'balance', line, column), amountAt(figures, 'balance', assets, column)]
    return make('balance', { sheet: 'balance', line, column }, {
      givenFen, expectedFen, tolerance: unit === 'yuan' ? 0 : stepOf([givenFen ?? 0, expectedFen ?? 0], unit), places: [{ sheet: 'balance', line: assets, column }], isHard: true,
    })
  })
}

/** Cash on the balance sheet may hold what cannot be spent at will, so that these are hints. */
function cash({ format, figures, unit }: StatementSet): Check[] {
  const inBalance = lineByCode(format, 'balance', 'cash')!.number
  const compare = (rule: 'closingCash' | 'openingCash', column: Column, ofBalance: Column): Check[] => {
    const { number: line } = lineByCode(format, 'cash', rule)!
    const [givenFen, expectedFen] = [amountAt(figures, 'cash', line, column), amountAt(figures, 'balance', inBalance, ofBalance)]
    if (!isGiven(format, figures, 'cash', column) || (givenFen === null && expectedFen === null)) return []
    const tolerance = unit === 'yuan' ? 0 : stepOf([givenFen ?? 0, expectedFen ?? 0], unit)
    return [make(rule, { sheet: 'cash', line, column }, { givenFen, expectedFen, tolerance, places: [{ sheet: 'balance', line: inBalance, column: ofBalance }], isHard: false })]
  }
  return [...compare('closingCash', 'current', 'current'), ...compare('closingCash', 'prior', 'prior'), ...compare('openingCash', 'current', 'prior')]
}

/** What is kept of the profit grows by the year's profit less what is paid out; more than that has come from elsewhere. */
function earnings(set: StatementSet): Check[] {
  const { format, figures } = set
  const kept = (column: Column) => {
    const { of } = readSheet(set, 'balance', column)
    return ['surplusReserve', 'undistributedProfit'].reduce((sum: number | null, code) => {
      const part = of(lineByCode(format, 'balance', code)!.number)
      return sum === null || part === null ? null : sum + part
    }, 0)
  }
  const { number: line } = lineByCode(format, 'balance', 'undistributedProfit')!
  const profit = lineByCode(format, 'income', 'netProfit')!.number
  const [now, then, expectedFen] = [kept('current'), kept('prior'), amountAt(figures, 'income', profit, 'current')]
  if (now === null && then === null) return []
  const givenFen = now === null || then === null ? null : now - then
  return [make('earnings', { sheet: 'balance', line, column: 'current' }, {
    givenFen, expectedFen, tolerance: givenFen !== null && expectedFen !== null && givenFen <= expectedFen ? Infinity : 0,
    places: [{ sheet: 'income', line: profit, column: 'current' }], isHard: false,
  })]
}

/** Lines that mean the same in both formats. */
const SHARED = ['totalAssets', 'totalLiabilities', 'equity', 'revenue', 'netProfit', 'operatingCash', 'investingCash', 'financingCash', 'netCash', 'closingCash']

/**
 * The column of the year before against the set of that year, line by line, as far as both are known. On the balance sheet a difference is a fault;
 * income and cash flow are restated more often, so that theirs is a hint.
 */
function yearBefore(set: StatementSet, before: StatementSet | null, sheet: Sheet): Check[] {
  if (!before || !isGiven(set.format, set.figures, sheet, 'prior') || !isGiven(before.format, before.figures, sheet, 'current')) return []
  const isSame = set.format === before.format
  const compared = forms[set.format][sheet].lines.filter(({ code, kind }) => (isSame ? kind !== 'memo' : SHARED.includes(code)))
  const [ours, theirs]: [Reading, Reading] = [readSheet(set, sheet, 'prior'), readSheet(before, sheet, 'current')]
  const differing = compared.flatMap((line) => {
    const [now, was] = [ours.of(line.number), theirs.of(lineByCode(before.format, sheet, line.code)!.number)]
    if (now === null || was === null) return []
    const tolerance = set.unit === before.unit ? 0 : Math.max(stepOf([now], set.unit), stepOf([was], before.unit))
    return Math.abs(now - was) <= tolerance ? [] : [{ line: line.number, now, was }]
  })
  const { line, now, was } = differing[0] ?? { line: forms[set.format][sheet].lines.at(-1)!.number, now: 0, was: 0 }
  return [{
    ...make('yearBefore', { sheet, line, column: 'prior' }, {
      givenFen: now, expectedFen: was, places: differing.map((place) => ({ sheet, line: place.line, column: 'prior' as const })), isHard: sheet === 'balance',
    }),
    key: `yearBefore:${sheet}`,
  }]
}
