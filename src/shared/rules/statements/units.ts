/*
 * Amounts as statements write them. Whatever the unit on paper, what is kept is fen; the unit is kept beside it, so that
 * the figures can be shown as the paper shows them.
 */

export const UNITS = ['yuan', 'thousand', 'tenThousand'] as const
export type Unit = (typeof UNITS)[number]
export const FEN_PER_UNIT: Readonly<Record<Unit, number>> = { yuan: 100, thousand: 100_000, tenThousand: 1_000_000 }

/** Five trillion yuan: any sum of a form's lines is a whole number that a program adds exactly. */
export const MOST_FEN = 500_000_000_000_000

const BLANK = /^(?:[-—–－─]+|无|\/|n\/?a)?$/iu

/**
 * An amount as people write it, in fen: thousands parted, full-width digits, below zero by a minus sign or in brackets, with
 * ¥ before or 元, 千元, 万元, 亿元 behind it (which goes before `unit`). Blank cells, dashes and 无 are null. Undefined for what
 * is no amount, for one finer than a fen, and for more than five trillion yuan.
 */
export function parseAmount(cell: string | number | null, unit: Unit): number | null | undefined {
  if (cell === null) return null
  if (typeof cell === 'number') return fenOfNumber(cell, FEN_PER_UNIT[unit])
  const text = cell.normalize('NFKC').replaceAll(/[\s,'’]/gu, '').replaceAll('−', '-')
  if (BLANK.test(text)) return null
  const bracketed = /^(-?)\((.+)\)$/u.exec(text)
  const plain = bracketed ? bracketed[2]! : text
  const parts = /^([+-])?(?:人民币|RMB|CNY|¥)?([+-])?(\d{0,16})(?:\.(\d{1,14}))?(亿元?|万元?|千元|百万元?|元)?$/iu.exec(plain)
  if (!parts || (parts[3] === '' && parts[4] === undefined) || (parts[1] && parts[2])) return undefined
  const isNegative = (bracketed !== null) !== ((parts[1] ?? parts[2]) === '-')
  if (bracketed && (bracketed[1] === '-' || parts[1] || parts[2])) return undefined
  const fen = fenOfDigits(parts[3]!, parts[4] ?? '', parts[5] ? BigInt(SUFFIX[parts[5].replace(/(?<=亿|万)元$/u, '')]!) : BigInt(FEN_PER_UNIT[unit]))
  return fen === undefined ? undefined : isNegative && fen !== 0 ? -fen : fen
}

const SUFFIX: Readonly<Record<string, number>> = { 元: 100, 千元: 100_000, 万: 1_000_000, 百万: 100_000_000, 亿: 10_000_000_000 }

function fenOfDigits(whole: string, decimals: string, fenPerUnit: bigint): number | undefined {
  const fraction = decimals.replace(/0+$/, '')
  const scaled = BigInt(`${whole || '0'}${fraction}`) * fenPerUnit
  const scale = 10n ** BigInt(fraction.length)
  if (scaled % scale !== 0n) return undefined
  const fen = scaled / scale
  return fen > BigInt(MOST_FEN) ? undefined : Number(fen)
}

/** A spreadsheet's number may carry the dust of its formulas: it is taken to the fen. */
function fenOfNumber(value: number, fenPerUnit: number): number | undefined {
  if (!Number.isFinite(value)) return undefined
  const fen = Math.round(Number((Math.abs(value) * fenPerUnit).toPrecision(15)))
  if (fen > MOST_FEN) return undefined
  return value < 0 && fen !== 0 ? -fen : fen
}

/** Fen in a unit, with as many decimals as it needs and at least `decimals`: `-1,234.56`. */
export function formatAmount(fen: number, unit: Unit, decimals = 2): string {
  const perUnit = FEN_PER_UNIT[unit]
  const places = String(perUnit).length - 1
  const digits = String(Math.abs(fen)).padStart(places + 1, '0')
  const whole = digits.slice(0, -places).replaceAll(/\B(?=(\d{3})+$)/gu, ',')
  const fraction = digits.slice(-places).replace(/0+$/, '').padEnd(decimals, '0')
  return `${fen < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/**
 * The step in which a sheet's amounts are given, in fen: the largest power of ten, at least a fen and at most the unit, that
 * all are multiples of. A statement in 万元 without decimals steps by 万元.
 */
export function stepOf(amounts: Iterable<number>, unit: Unit): number {
  let step = FEN_PER_UNIT[unit]
  for (const amount of amounts) while (step > 1 && amount % step !== 0) step /= 10
  return step
}
