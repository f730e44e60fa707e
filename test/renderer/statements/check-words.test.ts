import { expect, test } from 'vitest'
import { checkSentence, isTelling } from '../../../src/renderer/src/features/statements/check-words.ts'
import { checkSet } from '../../../src/shared/rules/statements/check.ts'
import { zhCN } from '../../../src/shared/text/zh-CN.ts'
import { setOf } from '../../statements/worked.ts'

/** What is told of a sheet of the small form, amounts in yuan by line, of its totals and blanks alone. */
const told = (amounts: Readonly<Record<number, number>>) =>
  checkSet(setOf('small', Object.entries(amounts).map(([line, yuan]) => ({ sheet: 'income', line: Number(line), current: yuan * 100, prior: null }))), null)
    .filter((check) => ['sum', 'details'].includes(check.rule) && isTelling(check)).map((check) => checkSentence(zhCN.statements, check, 'small', 'yuan'))

test('profits without costs: no part is said to be zero, and what they are apart is told all the same', () => {
  expect(told({ 1: 800, 21: 100, 30: 100, 32: 75 })).toEqual([
    '营业利润为 100.00，已填各项合计 800.00，相差 700.00；有项未提供，无法核对',
    '净利润为 75.00，已填各项合计 100.00，相差 25.00；有项未提供，无法核对',
    '利润表合计有数而明细不全，7 项未提供，不按零计，也无法核对',
  ])
})

test('every part there: what is apart is a fault in its own words; a blank total is told with its sum', () => {
  const whole = { 1: 800, 2: 600, 3: 10, 11: 20, 14: 60, 18: 10, 20: 0, 30: 100, 31: 25, 32: 75 }
  expect(told({ ...whole, 21: 110, 30: 110, 32: 85 })).toEqual(['营业利润为 110.00，各项合计 100.00，多 10.00'])
  expect(told(whole)[0]).toBe('营业利润未填，各项合计 100.00')
})
