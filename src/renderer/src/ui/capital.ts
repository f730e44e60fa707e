/** 万元 in fen: 10,000 yuan of 100 fen. */
const FEN_PER_WAN = 1_000_000n
/** What the contract takes at most. */
const MOST_FEN = 9_000_000_000_000_000n

/** An amount in fen as people say capital: 万元 with thousands marked, exact to the fen (`5,200`, `0.000001`). */
export function wanFromFen(fen: number): string {
  const whole = BigInt(fen) / FEN_PER_WAN
  const rest = (BigInt(fen) % FEN_PER_WAN).toString().padStart(6, '0').replace(/0+$/u, '')
  const marked = whole.toString().replace(/\B(?=(?:\d{3})+$)/gu, ',')
  return rest === '' ? marked : `${marked}.${rest}`
}

/** A sum in fen as 万元 with thousands marked and always two decimals, half up (`12,956.30`): for totals that are compared, not for one amount. */
export function roundWanFromFen(fen: number): string {
  return yuanFromFen(Number((BigInt(fen) + 5_000n) / 10_000n))
}

/**
 * What a person typed in 万元 as whole fen, exactly: never through a floating number. Empty is null; commas and blanks
 * between digits are passed over; anything else, more than six decimals or more than the contract takes is refused.
 */
export function fenFromWan(typed: string): { fen: number | null } | { refused: true } {
  const text = typed.replace(/[,，\s]/gu, '')
  if (text === '') return { fen: null }
  const parts = /^(\d{1,12})(?:\.(\d{0,6}))?$/u.exec(text)
  if (!parts) return { refused: true }
  const fen = BigInt(parts[1] ?? '0') * FEN_PER_WAN + BigInt((parts[2] ?? '').padEnd(6, '0'))
  return fen > MOST_FEN ? { refused: true } : { fen: Number(fen) }
}

/** An amount in fen as ledgers and papers write it: yuan with thousands marked and two decimals, `5,200.00`. */
export function yuanFromFen(fen: number): string {
  const whole = BigInt(fen) / 100n
  const rest = (BigInt(fen) % 100n).toString().padStart(2, '0')
  return `${whole.toString().replace(/\B(?=(?:\d{3})+$)/gu, ',')}.${rest}`
}
