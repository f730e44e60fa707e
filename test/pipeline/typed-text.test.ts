import { expect, test } from 'vitest'
import { line, note, optionalLine } from '../../src/shared/contract/method.ts'

test.each([
  ['\u202d13800138000\u202c', '13800138000'], ['\u202e司公甲', '司公甲'], ['甲\u2028公司', '甲 公司'], ['\ufeff 甲公司\u200b', '甲公司'],
  ['👨\u200d👩\u200d👧公司', '👨\u200d👩\u200d👧公司'], ['𠀀记', '𠀀记'], ['شركة', 'شركة'],
])('%j is taken as %j', (typed, taken) => {
  expect([line(40).parse(typed), optionalLine(40).parse(typed), note(40).parse(typed)]).toEqual([taken, taken, taken])
})

test.each(['\u200b', '\u2066\u2069 ', '甲\u0000', '甲\u0085公司', '甲\ud800', '甲\n公司', ''])('%j is no line', (typed) => {
  expect(line(40).safeParse(typed).success).toBe(false)
})
