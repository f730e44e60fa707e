import { expect, test } from 'vitest'
import { factTextOf } from '../../src/renderer/src/ui/facts.ts'
import { FACTS } from '../../src/shared/rules/facts/catalogue.ts'
import { en } from '../../src/shared/text/en.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'

test('every fact has its name in both languages, and no name stands for none', () => {
  for (const { facts } of [zhCN, en]) expect(Object.keys(facts.name).sort()).toEqual(Object.keys(FACTS).sort())
})

test('marks are told with the scale they are on; every fact of marks has one but the one that only counts up', () => {
  const told = (name: string, value: number) => [zhCN, en].map(({ facts }) => factTextOf(facts, name, value))
  expect(told('industryPosition', 1)).toEqual(['1 / 4 分', '1 of 4'])
  expect(told('industryOutlook', -2)).toEqual(['-2 分（-3 至 3）', '-2 (-3 to 3)'])
  expect(told('managementPoints', 4)).toEqual(['4 / 5 分', '4 of 5'])
  expect(told('defaultSeverity36', 12)).toEqual(['12 分', '12 pts'])
  expect(Object.entries(FACTS).filter(([, { unit, scale }]) => unit === 'marks' && scale === null).map(([name]) => name)).toEqual(['defaultSeverity36'])
})
