/*
 * 先到期先销: a receipt pays what falls due first. The program proposes it; a person may allocate otherwise.
 */

export type Payable = { readonly id: number; readonly dueOn: string; readonly leftFen: number }

/** What a receipt's `leftFen` pays of which receivable, the earliest due first; the rest stays an advance. */
export function allocateFifo(leftFen: number, payables: readonly Payable[]): { receivableId: number; amountFen: number }[] {
  let left = leftFen
  const inOrder = [...payables].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id - b.id))
  return inOrder.flatMap((payable) => {
    const amountFen = Math.min(left, payable.leftFen)
    left -= amountFen
    return amountFen > 0 ? [{ receivableId: payable.id, amountFen }] : []
  })
}
