/** Where each came from and where it went: rows are the grades before, columns those after, in the given order. */
export function migrationMatrix<Grade>(grades: readonly Grade[], moves: readonly { readonly before: Grade; readonly after: Grade }[]): number[][] {
  const matrix = grades.map(() => grades.map(() => 0))
  for (const { before, after } of moves) {
    const row = matrix[grades.indexOf(before)]
    const column = grades.indexOf(after)
    if (row && column >= 0) row[column] = row[column]! + 1
  }
  return matrix
}

/** How many stayed, got better and got worse (grades best first). */
export function movement(matrix: readonly (readonly number[])[]): { stayed: number; better: number; worse: number } {
  const sum = { stayed: 0, better: 0, worse: 0 }
  matrix.forEach((row, before) => row.forEach((count, after) => { sum[after === before ? 'stayed' : after < before ? 'better' : 'worse'] += count }))
  return sum
}
