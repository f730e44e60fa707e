import type { Absence } from '../facts/fact.ts'
import type { BinaryOp, Expression, FunctionName } from './expression.ts'

/** A number, or why there is none. Truth is 1 and 0. */
export type Value = number | Absence
/** What a name stands for; a name nobody knows is `notKept`. */
export type Lookup = (name: string) => Value

const STRENGTH: readonly Absence[] = ['notProvided', 'undefined', 'notApplicable', 'notKept']
/** Of several reasons the one that says most: what the party owes comes before what does not apply. */
const strongest = (values: readonly Value[]): Absence | undefined =>
  STRENGTH.find((reason) => values.includes(reason))
const finite = (value: number): Value => (Number.isFinite(value) ? value + 0 : 'undefined')
const truth = (is: boolean): number => (is ? 1 : 0)

/**
 * The value of a formula. Absence goes through every operation but `known`, `first` (the first that is there), the branch
 * of `if` that is not taken, and a side of `and` / `or` that no longer matters. A division by zero, `ratio` and `growth`
 * over a base that is not above zero, and a result too large for a number are `undefined`.
 */
export function evaluate(expression: Expression, lookup: Lookup): Value {
  switch (expression.kind) {
    case 'number': return expression.value
    case 'fact': return lookup(expression.name)
    case 'unary': {
      const value = evaluate(expression.of, lookup)
      if (typeof value !== 'number') return value
      return expression.op === '-' ? 0 - value : truth(value === 0)
    }
    case 'binary': return binary(expression.op, expression, lookup)
    case 'call': return call(expression.name, expression.args, lookup)
  }
}

function binary(op: BinaryOp, { left, right }: Extract<Expression, { kind: 'binary' }>, lookup: Lookup): Value {
  const a = evaluate(left, lookup)
  if (op === 'and' && a === 0) return 0
  if (op === 'or' && typeof a === 'number' && a !== 0) return 1
  const b = evaluate(right, lookup)
  if (op === 'and' && b === 0) return 0
  if (op === 'or' && typeof b === 'number' && b !== 0) return 1
  if (typeof a !== 'number' || typeof b !== 'number') return strongest([a, b])!
  switch (op) {
    case '+': return finite(a + b)
    case '-': return finite(a - b)
    case '*': return finite(a * b)
    case '/': return b === 0 ? 'undefined' : finite(a / b)
    case '<': return truth(a < b)
    case '<=': return truth(a <= b)
    case '>': return truth(a > b)
    case '>=': return truth(a >= b)
    case '=': return truth(a === b)
    case '<>': return truth(a !== b)
    case 'and': case 'or': return truth(op === 'and')
  }
}

function call(name: FunctionName, args: readonly Expression[], lookup: Lookup): Value {
  if (name === 'if') {
    const condition = evaluate(args[0]!, lookup)
    return typeof condition === 'number' ? evaluate(args[condition !== 0 ? 1 : 2]!, lookup) : condition
  }
  const values = args.map((one) => evaluate(one, lookup))
  if (name === 'known') return truth(typeof values[0] === 'number')
  if (name === 'first') return values.find((value) => typeof value === 'number') ?? strongest(values)!
  const missing = strongest(values)
  if (missing) return missing
  const [a = 0, b = 0, c = 0] = values as number[]
  switch (name) {
    case 'min': return Math.min(...(values as number[]))
    case 'max': return Math.max(...(values as number[]))
    case 'mean': return finite((values as number[]).reduce((sum, value) => sum + value, 0) / values.length)
    case 'abs': return Math.abs(a)
    case 'ratio': return b > 0 ? finite(a / b) : 'undefined'
    case 'growth': return b > 0 ? finite((a - b) / b) : 'undefined'
    case 'clamp': return Math.min(Math.max(a, b), c)
  }
}
