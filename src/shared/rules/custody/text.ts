/** What a transfer's signers rely on; for the receiver also what he decided. */
export type TransferWords = {
  readonly number: string
  readonly side: 'sender' | 'receiver'
  readonly from: string
  readonly to: string
  readonly department: string | null
  readonly sender: { readonly login: string; readonly name: string }
  readonly lines: readonly {
    readonly number: string
    readonly title: string
    readonly documents: number
    readonly pages: number
    readonly state: string
    readonly pagesIn: number | null
    readonly condition: string | null
    readonly reason: string | null
    readonly remarks: string | null
    readonly decidedBy: string | null
  }[]
  readonly remarks: string | null
}

const line = (name: string, ...values: readonly unknown[]) => [name, ...values.map((value) => JSON.stringify(value))].join(' ')
const byNumber = <Row extends { number: string }>(rows: readonly Row[]) => [...rows].sort((one, two) => (one.number < two.number ? -1 : 1))

/**
 * The list's exact text for signing: one line a field in this order, folders by number, each value as JSON. Version 1 of
 * the form; a changed form is a new version.
 */
export function transferText(transfer: TransferWords): string {
  const decided = transfer.side === 'receiver'
  return [
    line('transfer', 1, transfer.side),
    line('number', transfer.number),
    line('way', transfer.from, transfer.to, transfer.department),
    line('sender', transfer.sender.login, transfer.sender.name),
    ...byNumber(transfer.lines).map((row) =>
      decided
        ? line('folder', row.number, row.title, row.documents, row.pages, row.state, row.pagesIn, row.condition, row.reason, row.remarks, row.decidedBy)
        : line('folder', row.number, row.title, row.documents, row.pages)),
    line('remarks', transfer.remarks),
    '',
  ].join('\n')
}

export type KeeperChangeWords = {
  readonly number: string
  readonly from: { readonly login: string; readonly name: string }
  readonly to: { readonly login: string; readonly name: string }
  readonly folders: readonly { readonly number: string; readonly title: string; readonly stage: string; readonly pages: number }[]
  readonly remarks: string | null
}

/** The same for the list a successor signs. */
export function keeperChangeText(change: KeeperChangeWords): string {
  return [
    line('keeper-change', 1),
    line('number', change.number),
    line('from', change.from.login, change.from.name),
    line('to', change.to.login, change.to.name),
    ...byNumber(change.folders).map((row) => line('folder', row.number, row.title, row.stage, row.pages)),
    line('remarks', change.remarks),
    '',
  ].join('\n')
}
