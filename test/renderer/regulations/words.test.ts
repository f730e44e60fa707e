import { describe, expect, test } from 'vitest'
import { foremost } from '../../../src/renderer/src/features/regulations/RegulationStrip.tsx'
import { cellWords, lineTitle } from '../../../src/renderer/src/features/regulations/fact-words.ts'
import { placeWords, reasonWords } from '../../../src/renderer/src/features/regulations/fault-words.ts'
import type { KeptClause } from '../../../src/renderer/src/features/regulations/queries.ts'
import { shareKept } from '../../../src/renderer/src/features/regulations/share.ts'
import { compareRegulations } from '../../../src/shared/rules/regulations/compare.ts'
import { CONTRADICTIONS } from '../../../src/shared/rules/regulations/contradictions.ts'
import { readRegulation } from '../../../src/shared/rules/regulations/faults.ts'
import { MECHANISM_NAMES } from '../../../src/shared/rules/regulations/mechanisms.ts'
import type { Regulation } from '../../../src/shared/rules/regulations/schema.ts'
import { en } from '../../../src/shared/text/en.ts'
import { zhCN } from '../../../src/shared/text/zh-CN.ts'
import { presets } from '../../builders/archive.ts'

describe('every line of every comparison has words', () => {
  test.each([['zh-CN', zhCN], ['en', en]] as const)('%s', (_language, text) => {
    for (const left of presets) {
      for (const right of presets) {
        for (const line of compareRegulations(left, right)) {
          const said = [lineTitle(line, text), cellWords(line, 'left', text), cellWords(line, 'right', text)]
          for (const words of said) {
            expect(words, `${line.section} ${line.key}`).not.toBe('')
            expect(words).not.toMatch(/undefined|null|\[object/u)
          }
        }
      }
    }
  })
})

test('every mechanism has its word in both languages', () => {
  for (const name of MECHANISM_NAMES) {
    expect(zhCN.regulations.mechanism[name], name).toMatch(/\p{Script=Han}/u)
    expect(en.regulations.mechanism[name], name).toBeTruthy()
  }
})

describe('why a regulation does not hold is said in Chinese, with its place', () => {
  const s22 = presets.find(({ id }) => id === 'S22')!
  const firstFault = (change: (body: Regulation) => void) => {
    const body = structuredClone(s22)
    change(body)
    return readRegulation(body).faults
  }
  test.each<[string, (body: Regulation) => void, string, string]>([
    ['an empty title', (body) => { body.catalogues.credit.classes[2]!.items[1]!.title = '' }, '目录 › 信用档案 › 类 › 第 3 项 › 文件 › 第 2 项 › 名称', '不能空着'],
    ['a code twice', (body) => { body.catalogues.credit.classes[1]!.items[0]!.code = '1.1' }, '目录 › 信用档案 › 类', '文件编号重复'],
    ['no signer', (body) => { body.lookup.signers = [] }, '查阅 › 签批人', '至少 1'],
    ['a clause that is not there', (body) => { body.lookup.clause = '99' }, '查阅 › 依据条款', '没有这一条款：99'],
    ['public slips unsigned', (body) => { body.lookup.signers = [{ role: 'generalManager', fromLevel: 'secret', clause: '本单位定' }] }, '查阅 › 签批人', '公开的卷将无人签批'],
    ['nobody confirms', (body) => { body.deadlines.push({ id: 'x', clause: '本单位定', title: '确认', kind: 'credit', from: 'opened', within: { months: 1 }, until: 'confirmed', role: 'salesDirector' }) }, '期限 › 第 6 项 › 须做到', '没有定谁来确认：确认'],
    ['a role kept apart', (body) => { body.lookup.signers[0]!.role = 'auditor' }, '查阅 › 签批人 › 第 1 项 › 角色', '这一角色不经手档案：审计员'],
  ])('%s', (_name, change, place, reason) => {
    const fault = firstFault(change)[0]!
    expect([placeWords(fault, zhCN), reasonWords(fault, zhCN)]).toEqual([place, reason])
  })
})

test('every contradiction has words in both languages', () => {
  for (const reason of CONTRADICTIONS) {
    expect(reasonWords({ reason, values: {} }, zhCN), reason).not.toMatch(/[a-z]/u)
    expect(en.regulations.fault[reason], reason).toBeTypeOf('function')
  }
})

describe('the share kept', () => {
  test('is rounded down: a hundred per cent means nothing is overdue', () => {
    expect(shareKept({ inOrder: 0, dueSoon: 0, overdue: 0 })).toBeNull()
    expect(shareKept({ inOrder: 5, dueSoon: 5, overdue: 0 })).toBe('100%')
    expect(shareKept({ inOrder: 99_999, dueSoon: 0, overdue: 1 })).toBe('99.9%')
    expect(shareKept({ inOrder: 0, dueSoon: 0, overdue: 3 })).toBe('0.0%')
  })
})

describe('the clauses at the foot of the first page', () => {
  const clause = (id: string, inOrder: number, dueSoon = 0, overdue = 0): KeptClause => ({
    id, summary: id, enforcement: 'records', state: 'counted', later: [], counts: { inOrder, dueSoon, overdue },
    gauges: [{ mechanism: 'catalogue', counts: { inOrder, dueSoon, overdue } }],
  })
  test('overdue first, then due soon, then those that govern most; in the order of the regulation; none twice', () => {
    const many = Array.from({ length: 9 }, (_unused, index) => clause(`n${index}`, 10 + index))
    const shown = foremost([...many, clause('late', 1, 0, 1), clause('twin', 1, 0, 1), clause('near', 1, 1), clause('near.1', 1, 0, 5), clause('empty', 0)])
    expect(shown.map(({ id }) => id)).toEqual(['n3', 'n4', 'n5', 'n6', 'n7', 'n8', 'late', 'near'])
  })
})

test('a refused regulation, and a damaged preset, are told with the place and the reason', () => {
  const words = zhCN.error['regulation-refused']
  expect(typeof words === 'function' && words({ place: ['lookup', 'loanDays', 'borrow'], reason: 'no such clause' })).toBe('制度有不合之处：查阅 › 借期 › 借出，没有这一条款。')
  const damaged = zhCN.error['file-unreadable']
  expect(typeof damaged === 'function' && damaged({ file: 'S22.json', place: 'lookup.loanDays', reason: 'Invalid input' })).toBe('文件无法读取：S22.json，不合之处 lookup.loanDays（Invalid input）。')
  expect(typeof damaged === 'function' && damaged({ reason: 'compression' })).toBe('文件无法读取。')
})
