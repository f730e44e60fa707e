/** The most that one contract, bill or receipt may be, in fen: a hundred billion yuan. */
export const MOST_FEN = 10_000_000_000_000
