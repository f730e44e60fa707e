import { call } from '../../app/bridge.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { localMinute } from '../../ui/format.ts'
import { wholeList } from '../../ui/paged.ts'
import { saveSheet, type Sheet, sheetOf } from '../../ui/xlsx.ts'
import type { LedgerFilter, LedgerRow, LedgerSums } from './queries.ts'

/**
 * Saves the contracts that fit as XLSX and answers the file's name. Leaving the program as a table counts as a print: it is
 * recorded first, and the audit head stands under the last line.
 */
export async function exportLedger(asked: LedgerFilter, today: string, text: Text): Promise<string> {
  const stamp = await call('prints.record', { form: 'contractLedger', asTable: true })
  let sums: LedgerSums | null = null
  const rows = await wholeList<LedgerRow>(async (offset, limit) => {
    const page = await call('contracts.ledger', { ...asked, offset, limit })
    sums = page.sums
    return page
  })
  const { chain, printed } = text.print.stamp
  const sheet = ledgerSheet(rows, sums, text, [chain(stamp.auditSeq, stamp.auditHead), printed(stamp.by, localMinute(stamp.at), stamp.copy)])
  const name = `${text.contracts.page.file(today)}.xlsx`
  await saveSheet(sheet, text.contracts.page.sheet, name)
  return name
}

const yuan = (fen: number | null) => (fen === null ? null : fen / 100)
const MONEY = '#,##0.00'

/** The ledger as cells: amounts in yuan as figures that add up, under them the sums by direction and what proves the copy. */
export function ledgerSheet(rows: readonly LedgerRow[], sums: LedgerSums | null, text: Text, foot: readonly string[]): Sheet {
  const { contracts: { column, direction, state, sum }, common } = text
  const sumLines = sums === null ? [] : (['sale', 'purchase'] as const).filter((each) => sums[each].contracts > 0).map((each) =>
    `${sum.total}　${direction[each]}　${sum.contracts(String(sums[each].contracts))}　${(sums[each].amountFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`)
  return sheetOf<LedgerRow>([
    { heading: column.sequence, width: 6, value: (_row, index) => index + 1 },
    { heading: column.number, width: 19, value: (row) => row.number },
    { heading: column.counterNumber, width: 16, value: (row) => row.counterNumber },
    { heading: column.subject, width: 34, value: (row) => row.subject },
    { heading: column.direction, width: 7, value: (row) => direction[row.direction] },
    { heading: column.party, width: 36, value: (row) => row.partyName },
    { heading: column.department, width: 12, value: (row) => row.departmentName },
    { heading: column.handler, width: 10, value: (row) => row.handlerName },
    { heading: column.yuan, width: 18, format: MONEY, value: (row) => yuan(row.amountFen) },
    { heading: column.firstYuan, width: 18, format: MONEY, value: (row) => yuan(row.firstAmountFen) },
    { heading: column.remarks, width: 24, value: (row) => row.amountRemarks },
    { heading: column.state, width: 9, value: (row) => state[row.state] },
    { heading: column.signed, width: 12, value: (row) => row.signedOn },
    { heading: column.changed, width: 12, value: (row) => row.changedOn },
    { heading: column.changes, width: 9, value: (row) => row.changes },
    { heading: column.performed, width: 12, value: (row) => row.performedOn },
    { heading: column.terminated, width: 12, value: (row) => row.terminatedOn },
    { heading: column.from, width: 12, value: (row) => row.performFrom },
    { heading: column.until, width: 12, value: (row) => row.performUntil },
    { heading: column.guarantee, width: 12, value: (row) => row.guaranteeUntil },
    { heading: column.completeness, width: 9, value: (row) => common.completeness(row.completeness.present, row.completeness.required) },
  ], rows, [...sumLines, ...foot])
}
