import { expect, test } from 'vitest'
import { FACTS } from '../../src/shared/rules/facts/catalogue.ts'
import { en } from '../../src/shared/text/en.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'

test('every fact has its name in both languages, and no name stands for none', () => {
  for (const { facts } of [zhCN, en]) expect(Object.keys(facts.name).sort()).toEqual(Object.keys(FACTS).sort())
})
