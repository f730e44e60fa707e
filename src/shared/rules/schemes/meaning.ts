import { FACTS, type FactUnit, splitFactName } from '../facts/catalogue.ts'
import { evaluate } from './evaluate.ts'
import { type BinaryOp, type Expression, factNames, type FunctionName } from './expression.ts'
import { fault, type Place, type SchemeFault, warning } from './faults.ts'
import type { FormulaIndicator } from './schema.ts'

/*
 * What a formula gives: a truth or a number, and a number of what. Known of every fact, it follows through the tree: yuan over
 * yuan is a ratio, a ratio of days is days. A plain number may stand for anything; what cannot be told is silent.
 */

/** `pure`: a share or a multiple. `flag`: 0 or 1, a number and a truth. `any`: plain numbers alone. `unsure`: yuan a day, and whatever else has no name. */
export type Quantity = 'yuan' | 'days' | 'months' | 'years' | 'count' | 'marks' | 'pure' | 'flag' | 'truth' | 'any' | 'unsure'
/** `factor`: by what plain numbers it has been multiplied, where nothing else was done to it; null where that cannot be told. */
type Meaning = { readonly of: Quantity; readonly factor: number | null }
/** What is wanted of a formula: a number (in the unit it is shown in), a truth, or either. */
export type Wanted = { readonly kind: 'number'; readonly unit: FormulaIndicator['unit'] } | { readonly kind: 'truth' } | { readonly kind: 'any' }
/** What a name that is no fact stands for: of the card, or of a grade's limit. */
export type OwnMeaning = (name: string) => Quantity | null

const OF_FACT: Readonly<Record<FactUnit, Quantity>> = { yuan: 'yuan', share: 'pure', times: 'pure', days: 'days', months: 'months', years: 'years', count: 'count', marks: 'marks', flag: 'flag' }
const OF_SHOWN: Readonly<Record<FormulaIndicator['unit'], Quantity>> = { percent: 'pure', times: 'pure', days: 'days', months: 'months', years: 'years', count: 'count', marks: 'marks', yuan: 'yuan', tenThousandYuan: 'yuan' }
/** By what a value is multiplied before it is shown and banded in its unit. */
const SCALE: Partial<Record<FormulaIndicator['unit'], number>> = { percent: 1, yuan: 1, tenThousandYuan: 1 / 10_000 }

/** Money and time are what they are; a share, a count and marks are often taken for one another on purpose. */
const isHard = (of: Quantity): boolean => of === 'yuan' || of === 'days' || of === 'months' || of === 'years'
const isLoose = (of: Quantity): boolean => of === 'any' || of === 'unsure' || of === 'flag' || of === 'truth'
const isTruth = (of: Quantity): boolean => of === 'truth' || of === 'flag'
const isTally = (of: Quantity): boolean => of === 'count' || of === 'marks'
const areAlike = (one: Quantity, other: Quantity): boolean => one === other || isLoose(one) || isLoose(other) || (isTally(one) && isTally(other))

/** What does not hold in a formula whose names are all known. */
export function meaningFaults(expression: Expression, place: Place, wanted: Wanted, own: OwnMeaning = () => null): SchemeFault[] {
  const found: SchemeFault[] = []
  const { of, factor } = meaningOf(expression, own, (level, code, values = {}) => { found.push((level === 'fault' ? fault : warning)(place, code, values)) })
  // One sentence for one mistake, however often it is made in the formula.
  const told = found.filter((one, at) => found.findIndex((other) => other.code === one.code && JSON.stringify(other.values) === JSON.stringify(one.values)) === at)
  if (told.some(({ code }) => code === 'formula-by-zero')) return told
  if (wanted.kind !== 'any' && factNames(expression).length === 0) return [...told, fault(place, 'formula-constant')]
  return [...told, ...resultFaults({ of, factor }, place, wanted)]
}

function resultFaults({ of, factor }: Meaning, place: Place, wanted: Wanted): SchemeFault[] {
  if (wanted.kind === 'any') return []
  if (wanted.kind === 'truth') return isTruth(of) || of === 'unsure' ? [] : [(of === 'any' ? warning : fault)(place, 'formula-number-for-truth', { gives: of })]
  if (of === 'truth') return [fault(place, 'formula-truth')]
  const shown = OF_SHOWN[wanted.unit]
  if (!areAlike(of, shown)) {
    // A share times a hundred may well be marks, a share of a year's sales times 365 days: what a number was laid to is not held against its unit.
    if (of === 'pure' && factor !== 1 && shown !== 'yuan') return []
    return [(isHard(of) || isHard(shown) ? fault : warning)(place, 'formula-unit', { gives: of, unit: wanted.unit })]
  }
  const scale = SCALE[wanted.unit]
  if (scale === undefined || factor === null || of !== shown || Math.abs(factor / scale - 1) < 1e-9) return []
  const usual = wanted.unit === 'percent' ? factor === 100 : factor === 1 || factor === 1 / 10_000
  return usual ? [warning(place, 'formula-scale', { unit: wanted.unit })] : []
}

type Tell = (level: SchemeFault['level'], code: string, values?: SchemeFault['values']) => void
const plain = (of: Quantity): Meaning => ({ of, factor: null })

function meaningOf(expression: Expression, own: OwnMeaning, tell: Tell): Meaning {
  switch (expression.kind) {
    case 'number': return expression.isPercent ? plain('pure') : { of: expression.value === 0 || expression.value === 1 ? 'flag' : 'any', factor: null }
    case 'fact': {
      const unit = FACTS[splitFactName(expression.name).base]?.unit
      return { of: own(expression.name) ?? (unit === undefined ? 'unsure' : OF_FACT[unit]), factor: 1 }
    }
    case 'unary': {
      const inner = meaningOf(expression.of, own, tell)
      if (expression.op === 'not') {
        wantTruth(inner, tell)
        return plain('truth')
      }
      return isTruth(inner.of) ? plain('any') : inner
    }
    case 'binary': return ofBinary(expression, own, tell)
    case 'call': return ofCall(expression.name, expression.args, own, tell)
  }
}

const constantOf = (expression: Expression): number | null => {
  if (factNames(expression).length > 0) return null
  const value = evaluate(expression, () => 'notKept')
  return typeof value === 'number' ? value : null
}

function wantTruth({ of }: Meaning, tell: Tell): void {
  if (!isTruth(of) && of !== 'unsure') tell('warning', 'formula-number-as-truth', { gives: of })
}

function ofBinary({ op, left, right }: Extract<Expression, { kind: 'binary' }>, own: OwnMeaning, tell: Tell): Meaning {
  const [a, b] = [meaningOf(left, own, tell), meaningOf(right, own, tell)]
  switch (op satisfies BinaryOp) {
    case '*': return product(a, b, left, right)
    case '/':
      if (constantOf(right) === 0) tell('fault', 'formula-by-zero')
      return quotient(a, b, right)
    case '+': case '-': return plain(numeric(joined([a, b], tell)))
    case 'and': case 'or':
      wantTruth(a, tell)
      wantTruth(b, tell)
      return plain('truth')
    default:
      joined([a, b], tell)
      return plain('truth')
  }
}

/** What is reckoned with is a number, whatever it was before. */
const numeric = (of: Quantity): Quantity => (isTruth(of) ? 'any' : of)

function product(a: Meaning, b: Meaning, left: Expression, right: Expression): Meaning {
  const [one, other] = [numeric(a.of), numeric(b.of)]
  const by = (meaning: Meaning, number: Expression): Meaning => {
    const value = constantOf(number)
    return { of: numeric(meaning.of), factor: meaning.factor === null || value === null ? null : meaning.factor * value }
  }
  if (other === 'any') return by(a, right)
  if (one === 'any') return by(b, left)
  if (one === 'pure') return plain(other)
  return plain(other === 'pure' ? one : 'unsure')
}

function quotient(a: Meaning, b: Meaning, right: Expression): Meaning {
  const [one, other] = [numeric(a.of), numeric(b.of)]
  if (one === 'unsure' || other === 'unsure') return plain('unsure')
  if (other === 'any') {
    const value = constantOf(right)
    return { of: one, factor: a.factor === null || value === null || value === 0 ? null : a.factor / value }
  }
  if (one === other) return { of: 'pure', factor: a.factor !== null && a.factor === b.factor ? 1 : a.factor !== null && b.factor === 1 ? a.factor : 1 }
  return plain(other === 'pure' ? one : 'unsure')
}

/** What several of the same sort give together. Money beside days, or days beside months, is told. */
function joined(parts: readonly Meaning[], tell: Tell): Quantity {
  const definite = parts.map(({ of }) => of).filter((of) => !isLoose(of))
  const [first] = definite
  const odd = definite.find((of) => !areAlike(of, first!))
  if (first !== undefined && odd !== undefined) {
    tell(isHard(first) || isHard(odd) ? 'fault' : 'warning', 'formula-unlike', { left: first, right: odd })
    return 'unsure'
  }
  if (parts.some(({ of }) => of === 'unsure')) return 'unsure'
  if (first !== undefined) return first
  if (parts.some(({ of }) => of === 'any')) return 'any'
  return parts.every(({ of }) => of === 'truth') ? 'truth' : 'flag'
}

function ofCall(name: FunctionName, args: readonly Expression[], own: OwnMeaning, tell: Tell): Meaning {
  const parts = args.map((one) => meaningOf(one, own, tell))
  const together = (some: readonly Meaning[]): Meaning => {
    const factors = new Set(some.filter(({ of }) => !isLoose(of)).map(({ factor }) => factor))
    return { of: joined(some, tell), factor: factors.size === 1 ? [...factors][0]! : null }
  }
  switch (name) {
    case 'known': return plain('truth')
    case 'if':
      wantTruth(parts[0]!, tell)
      return together(parts.slice(1))
    case 'ratio': case 'growth': {
      const base = constantOf(args[1]!)
      if (base !== null && base <= 0) tell('fault', base === 0 ? 'formula-by-zero' : 'formula-by-negative')
      if (name === 'ratio') return quotient(parts[0]!, parts[1]!, args[1]!)
      joined(parts, tell)
      return { of: 'pure', factor: 1 }
    }
    case 'abs': return { ...parts[0]!, of: numeric(parts[0]!.of) }
    case 'min': case 'max': case 'mean': case 'first': case 'clamp': return together(parts)
  }
}
