import type { BinaryOp, Expression, FunctionName } from './expression.ts'

/** How a language says the parts of a formula. `fact` and `number` write one; the rest joins what is written already. */
export type FormulaWords = {
  readonly and: string
  readonly or: string
  readonly not: (of: string) => string
  readonly if: (condition: string, then: string, otherwise: string) => string
  readonly call: (name: Exclude<FunctionName, 'if' | 'ratio' | 'growth'>, args: readonly string[]) => string
}
export type Labels = { /** Facts that are true or false: `= 1` is not said of them. */ readonly isFlag?: (name: string) => boolean; readonly fact: (name: string) => string; readonly number: (value: number, isPercent?: true) => string; readonly words: FormulaWords }

const SIGN: Readonly<Record<Exclude<BinaryOp, 'and' | 'or'>, string>> = {
  '+': '+', '-': '−', '*': '×', '/': '÷', '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=', '<>': '≠',
}
const STRENGTH: Readonly<Record<BinaryOp, number>> = { or: 1, and: 2, '<': 3, '<=': 3, '>': 3, '>=': 3, '=': 3, '<>': 3, '+': 4, '-': 4, '*': 5, '/': 5 }
const ATOM = 7

/**
 * A formula as people read it, with the fewest brackets: `ratio(totalLiabilities, totalAssets)` is 负债合计 ÷ 资产总计. With
 * labels that write values in place of names the same gives the sum itself: 3,121.40 ÷ 6,476.00.
 */
export const describe = (expression: Expression, labels: Labels): string => write(expression, labels).text

type Written = { text: string; strength: number }

function write(expression: Expression, labels: Labels): Written {
  switch (expression.kind) {
    case 'number': return { text: labels.number(expression.value, expression.isPercent), strength: ATOM }
    case 'fact': return { text: labels.fact(expression.name), strength: ATOM }
    case 'unary': {
      const of = write(expression.of, labels)
      if (expression.op === 'not') return { text: labels.words.not(of.strength < ATOM ? `(${of.text})` : of.text), strength: 6 }
      return { text: `−${of.strength < 6 ? `(${of.text})` : of.text}`, strength: 6 }
    }
    case 'binary': {
      const flag = flagOf(expression, labels)
      if (flag !== null) return write(flag, labels)
      return binary(expression.op, write(expression.left, labels), write(expression.right, labels), labels)
    }
    case 'call': return call(expression.name, expression.args.map((one) => write(one, labels)), labels)
  }
}

/** `dishonest = 1` is said as `dishonest`, `dishonest = 0` as `not dishonest`. */
function flagOf({ op, left, right }: Extract<Expression, { kind: 'binary' }>, { isFlag }: Labels): Expression | null {
  if (op !== '=' || left.kind !== 'fact' || right.kind !== 'number' || (right.value !== 0 && right.value !== 1) || !isFlag?.(left.name)) return null
  return right.value === 1 ? left : { kind: 'unary', op: 'not', of: left }
}

function binary(op: BinaryOp, left: Written, right: Written, { words }: Labels): Written {
  const strength = STRENGTH[op]
  const sign = op === 'and' ? words.and : op === 'or' ? words.or : SIGN[op]
  // What stands to the right of a minus or a division keeps its brackets at the same strength.
  const needs = op === '-' || op === '/' || strength === 3 ? strength + 1 : strength
  return { text: `${bracketed(left, strength === 3 ? 4 : strength)} ${sign} ${bracketed(right, needs)}`, strength }
}

const bracketed = ({ text, strength }: Written, needs: number): string => (strength < needs ? `(${text})` : text)

function call(name: FunctionName, args: readonly Written[], labels: Labels): Written {
  const [a, b, c] = args as [Written, Written, Written]
  if (name === 'ratio') return binary('/', a, b, labels)
  if (name === 'growth') return binary('/', binary('-', a, b, labels), b, labels)
  if (name === 'if') return { text: labels.words.if(a.text, b.text, c.text), strength: 0 }
  // What runs on to its end (若…否则…, …没有则取…) is bracketed within anything else.
  return { text: labels.words.call(name, args.map((one) => bracketed(one, 1))), strength: name === 'first' ? 0 : ATOM }
}
