import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../../src/shared/errors.ts'
import { passwordFault } from '../../../src/shared/rules/people/password.ts'
import { en } from '../../../src/shared/text/en.ts'
import { zhCN } from '../../../src/shared/text/zh-CN.ts'
import { CallError } from '../../../src/renderer/src/app/bridge.ts'
import { parsePrintedHead } from '../../../src/renderer/src/features/archive/printed-head.ts'
import { detailWords } from '../../../src/renderer/src/features/audit/detail.ts'
import { errorWords } from '../../../src/renderer/src/ui/error-words.ts'
import { formatBytes, initials, shortDay, shortHead } from '../../../src/renderer/src/ui/format.ts'
import { generatePassword } from '../../../src/renderer/src/ui/generate-password.ts'

describe('refusals in words', () => {
  test.each([['zh-CN', zhCN], ['en', en]] as const)('%s has a sentence for every code, also when no details came', (_language, text) => {
    for (const code of ERROR_CODES) {
      const words = errorWords(new CallError(code), text)
      expect(words, code).not.toBe('')
      expect(words, code).not.toMatch(/undefined|NaN|null|\[object/)
    }
  })
  test('how long to wait is said in seconds, then in minutes', () => {
    expect(errorWords(new CallError('too-many-attempts', { seconds: 45 }), zhCN)).toContain('45 秒')
    expect(errorWords(new CallError('too-many-attempts', { seconds: 241 }), zhCN)).toContain('5 分钟')
  })
  test('anything that is no refusal is an error of the program', () => {
    expect(errorWords(new TypeError('secret'), zhCN)).toBe(errorWords(new CallError('internal'), zhCN))
  })
})

describe('a head of the chain, typed from paper', () => {
  test.each([
    ['#18204 7F3A-91C2', 18204, '7F3A-91C2'],
    ['18,204 7f3a91c2', 18204, '7F3A-91C2'],
    [' #1  0000-0000 ', 1, '0000-0000'],
    ['#18204 7F3A–91C2', 18204, '7F3A-91C2'],
    ['18，204 7F3A 91C2', 18204, '7F3A-91C2'],
  ])('%s', (typed, seq, head) => expect(parsePrintedHead(typed)).toEqual({ seq, head }))
  test.each(['', '#18204', '7F3A-91C2', '#0 7F3A-91C2', '#18204 7F3A-91C', '#18204 7G3A-91C2', '#99999999999999999999 7F3A-91C2'])(
    '%s is none', (typed) => expect(parsePrintedHead(typed)).toBeNull(),
  )
})

describe('figures', () => {
  test.each([[0, '0 B'], [999, '999 B'], [1000, '1.0 KB'], [9_949, '9.9 KB'], [9_999, '10.0 KB'], [183_400_000, '183 MB'], [999_600, '1.0 MB'], [2_500_000_000_000_000, '2500 TB']])(
    '%d bytes are %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words),
  )
  test('the year is left out only inside itself', () => {
    expect(shortDay('2026-11-23', '2026-01-01')).toBe('11-23')
    expect(shortDay('2025-12-31', '2026-01-01')).toBe('2025-12-31')
  })
  test('a head is short whether it comes whole or short already', () => {
    expect(shortHead('7f3a91c2deadbeef')).toBe('7F3A-91C2')
    expect(shortHead('7F3A-91C2')).toBe('7F3A-91C2')
  })
  test.each([['周敏', '周'], ['𠮷田', '𠮷'], ['Mary Ann Ward', 'MA'], ['', '']])('%s is badged %s', (name, badge) => expect(initials(name)).toBe(badge))
})

test('generated passwords pass the rule, avoid confusable characters and differ', () => {
  const passwords = Array.from({ length: 500 }, generatePassword)
  for (const password of passwords) {
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/)
    expect(passwordFault(password, 'zhoumin')).toBeNull()
  }
  expect(new Set(passwords).size).toBe(passwords.length)
})

describe('details of an entry', () => {
  test.each([
    ['roles', ['archivist', 'auditor'], '档案管理员、审计员'], ['code', 'same-person', '同一人不能既经办又审核。'], ['level', 'secret', '秘密'],
    ['onTheSpot', true, '是'], ['failuresBefore', 0, '0'], ['remarks', '', '无'], ['from', null, '无'], ['scans', [], '无'], ['purpose', '用途', '用途'],
    // A word of one set is left alone where it means something else.
    ['reason', 'locked', 'locked'], ['title', 'secret', 'secret'],
    ['to', { drawerId: 27, slot: 5 }, '抽屉编号 27、位 5'],
    ['folders', [{ pages: 44, condition: 'good' }, { pages: 2, condition: 'damaged' }], '页数 44、品相 完好\n页数 2、品相 破损'],
    ['unheardOf', { inner: [1, 2] }, 'inner 1、2'],
  ])('%s %j', (name, value, words) => expect(detailWords(value, zhCN, name)).toBe(words))
})
