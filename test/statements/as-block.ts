import { SHEETS, type StatementFormat } from '../../src/shared/rules/statements/form.ts'
import { forms } from '../../src/shared/rules/statements/forms.ts'
import { GENERAL_LINES, SMALL_LINES } from './worked.ts'

/** The worked set as a spreadsheet puts it on the clipboard: titles, names, numbers and two columns. `other`: amounts by `balance:15` instead. */
export function linesAsBlock(format: StatementFormat, other: Readonly<Record<string, string>> = {}): string {
  const worked = format === 'small' ? SMALL_LINES : GENERAL_LINES
  const titles = { balance: '资产负债表', income: '利润表', cash: '现金流量表' }
  const amount = (fen: number | null | undefined) => (fen === null || fen === undefined ? '' : (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }))
  return SHEETS.flatMap((sheet) => [
    titles[sheet], sheet === 'balance' ? '项目\t行次\t期末余额\t年初余额' : '项目\t行次\t本年金额\t上年金额',
    ...forms[format][sheet].lines.map(({ number, lead, name }) => {
      const line = worked.find((one) => one.sheet === sheet && one.line === number)
      return [lead + name, number, other[`${sheet}:${number}`] ?? amount(line?.current), amount(line?.prior)].join('\t')
    }),
  ]).join('\n')
}
