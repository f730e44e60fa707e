/*
 * The language of formulas: numbers, facts, + - * /, comparisons, and / or / not, and a handful of functions. No names
 * but facts, no loops, no code: it always ends, and it computes the same digits on every machine (only operations that
 * IEEE 754 defines exactly).
 *
 *   totalLiabilities / totalAssets
 *   growth(revenue, revenue[-1])
 *   if(operatingCash <= 0, -1, operatingCash / currentLiabilities)
 */

export type Expression =
  /** `isPercent`: written as `30%`, so that it is read as such. */
  | { readonly kind: 'number'; readonly value: number; readonly isPercent?: true }
  | { readonly kind: 'fact'; readonly name: string; readonly at: number }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  | { readonly kind: 'unary'; readonly op: '-' | 'not'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: Expression; readonly right: Expression }

export type BinaryOp = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '=' | '<>' | 'and' | 'or'

/** Fewest and most arguments. `ratio` and `growth` want a denominator above zero; `known` asks whether a fact is there. */
export const FUNCTIONS = {
  if: [3, 3], min: [2, 8], max: [2, 8], mean: [2, 8], abs: [1, 1], ratio: [2, 2], growth: [2, 2], known: [1, 1], first: [2, 8], clamp: [3, 3],
} as const satisfies Record<string, readonly [number, number]>
export type FunctionName = keyof typeof FUNCTIONS

/** What is wrong with a formula and at which character (from 0). */
export type Fault = {
  readonly code: 'empty' | 'character' | 'number' | 'expected' | 'unknown-function' | 'arguments' | 'too-long' | 'too-deep'
  readonly at: number
  readonly found: string
}
export class ExpressionError extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(`${fault.code} at ${fault.at}`)
    this.fault = fault
  }
}

const LONGEST = 400
const DEEPEST = 40
type Token = { readonly kind: 'number' | 'name' | 'op' | 'end'; readonly text: string; readonly at: number }

const TOKEN = /\s+|\d+(?:\.\d+)?%?|\p{ID_Start}[\p{ID_Continue}]*(?:\[-\d\])?|<=|>=|<>|[-+*/()<>=,]/uy

function tokensOf(text: string): Token[] {
  if (text.length > LONGEST) throw new ExpressionError({ code: 'too-long', at: LONGEST, found: '' })
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)?.[0]
    if (match === undefined) throw new ExpressionError({ code: 'character', at, found: String.fromCodePoint(text.codePointAt(at)!) })
    if (match.trim() !== '') {
      const kind = /^\d/.test(match) ? 'number' : /^[-+*/()<>=,]/.test(match) ? 'op' : 'name'
      tokens.push({ kind: match === 'and' || match === 'or' || match === 'not' ? 'op' : kind, text: match, at })
    }
    at += match.length
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }]
}

/** From the loosest to the tightest. Comparisons do not chain. */
const LEVELS: readonly (readonly BinaryOp[])[] = [['or'], ['and'], ['<', '<=', '>', '>=', '=', '<>'], ['+', '-'], ['*', '/']]
const COMPARISON = 2

/** Reads a formula. Throws `ExpressionError` with the place of the first fault. */
export function parse(text: string): Expression {
  const tokens = tokensOf(text)
  let position = 0
  const peek = () => tokens[position]!
  const fail = (code: Fault['code'], token = peek()): never => {
    throw new ExpressionError({ code, at: token.at, found: token.text })
  }
  const take = (text?: string): Token => {
    const token = peek()
    if (text !== undefined && (token.kind !== 'op' || token.text !== text)) fail('expected', token)
    position += 1
    return token
  }
  const isNext = (text: string) => peek().kind === 'op' && peek().text === text

  function binary(level: number, depth: number): Expression {
    if (depth > DEEPEST) fail('too-deep')
    if (level === LEVELS.length) return unary(depth)
    let left = binary(level + 1, depth)
    for (let links = 0; peek().kind === 'op' && (LEVELS[level] as readonly string[]).includes(peek().text); links += 1) {
      if (level === COMPARISON && links > 0) fail('expected')
      if (links >= DEEPEST) fail('too-deep')
      const op = take().text as BinaryOp
      left = { kind: 'binary', op, left, right: binary(level + 1, depth) }
    }
    return left
  }
  function unary(depth: number): Expression {
    if (depth > DEEPEST) fail('too-deep')
    if (isNext('-') || isNext('not')) {
      const op = take().text as '-' | 'not'
      return { kind: 'unary', op, of: unary(depth + 1) }
    }
    return primary(depth)
  }
  function primary(depth: number): Expression {
    const token = peek()
    if (isNext('(')) {
      take('(')
      const inner = binary(0, depth + 1)
      take(')')
      return inner
    }
    if (token.kind === 'number') {
      take()
      const isPercent = token.text.endsWith('%')
      const value = Number(isPercent ? token.text.slice(0, -1) : token.text)
      return isPercent ? { kind: 'number', value: value / 100, isPercent } : { kind: 'number', value }
    }
    if (token.kind !== 'name') return fail(token.kind === 'end' && position === 0 ? 'empty' : 'expected', token)
    take()
    return isNext('(') ? call(token, depth + 1) : { kind: 'fact', name: token.text, at: token.at }
  }
  function call(token: Token, depth: number): Expression {
    if (!Object.hasOwn(FUNCTIONS, token.text)) fail('unknown-function', token)
    const name = token.text as FunctionName
    take('(')
    const args = [binary(0, depth)]
    while (isNext(',')) {
      take(',')
      args.push(binary(0, depth))
    }
    take(')')
    const [fewest, most] = FUNCTIONS[name]
    if (args.length < fewest || args.length > most) fail('arguments', token)
    if (name === 'known' && args[0]!.kind !== 'fact') fail('arguments', token)
    return { kind: 'call', name, args }
  }

  const whole = binary(0, 0)
  if (peek().kind !== 'end') fail('expected')
  return whole
}

const MOST_KEPT = 2000
const kept = new Map<string, Expression>()

/** The same, reading each text once: a card is computed for hundreds of parties in a row. */
export function parsed(text: string): Expression {
  let expression = kept.get(text)
  if (expression === undefined) {
    expression = parse(text)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(text, expression)
  }
  return expression
}

/** The facts a formula names, in the order of their first mention. */
export function factNames(expression: Expression): string[] {
  const names = new Set<string>()
  const walk = (one: Expression): void => {
    if (one.kind === 'fact') names.add(one.name)
    else if (one.kind === 'unary') walk(one.of)
    else if (one.kind === 'binary') [one.left, one.right].forEach(walk)
    else if (one.kind === 'call') one.args.forEach(walk)
  }
  walk(expression)
  return [...names]
}
