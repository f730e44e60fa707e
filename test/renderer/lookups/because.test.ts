import { describe, expect, test } from 'vitest'
import { BECAUSE_RULES, type Because } from '../../../src/shared/contract/method.ts'
import { en } from '../../../src/shared/text/en.ts'
import { when } from '../../../src/shared/text/when.ts'
import { zhCN } from '../../../src/shared/text/zh-CN.ts'

const year = new Date().getFullYear()
const VALUES: Record<Because['rule'], Because['values']> = {
  'paper-conflict': { at: '2026-11-20T01:00:00.000Z' }, 'paper-proposed': { at: '2026-11-20T01:00:00.000Z' }, 'blanks-out': { count: 3, at: '2026-10-01T01:00:00.000Z', days: 30 },
  'loan-due': { from: `${year}-11-07`, days: 10, due: `${year}-11-17` },
  'loan-overdue': { due: `${year}-11-17`, days: 6 },
  'renewed': { due: `${year}-12-03`, by: '周敏' },
  'signed-by': { at: `${year}-11-22T02:40:00.000Z`, by: '顾怀远' },
  'waiting-for-signature': { since: `${year}-11-22T02:40:00.000Z`, roles: 'officeDirector,generalManager' },
  'listing-proposed': { by: '陈立群', on: `${year}-11-20T02:00:00.000Z` }, 'warning-rules-proposed': { by: '陈立群', on: `${year}-11-20T02:00:00.000Z` }, 'listing-term': { until: `${year}-12-20` }, 'reratings-due': { parties: 5, late: 2, first: `${year}-11-02` }, 'promises-broken': { parties: 3, days: 30, first: `${year}-11-02` }, 'promise-broken': { dueOn: `${year}-11-12`, on: `${year}-11-16`, amountFen: 12_345_600, receivedFen: 0 }, 'warnings-open': { warnings: 4, parties: 3, first: `${year}-11-02` },
  'first-due-first': { count: 3, first: `${year}-10-12` },
  'statements-entered': { by: '陈立群', on: `${year}-11-20T02:00:00.000Z`, sets: 2 },
  'rating-waits': { since: `${year}-11-20`, by: '陈立群', reason: null }, 'rating-review': { number: 'PJ-2026-0001', on: `${year}-11-20`, months: 6, grade: '良好' },
  'override-ends': { until: `${year}-12-20`, grade: '优秀', computed: '良好' },
  'limit-none': {}, 'limit-expired': { until: `${year}-11-20` }, 'limit-frozen': { reason: '涉诉' }, 'limit-over': { since: `${year}-11-20`, number: 'SX-2026-0001' }, 'limit-overdue': { days: 41 },
  'limit-suspended': { number: 'MD-2026-0001', on: `${year}-11-20` }, 'limit-restricted': { number: 'MD-2026-0001', on: `${year}-11-20`, ceilingFen: 5_000_000 }, 'limit-watched': { number: 'MD-2026-0001', on: `${year}-11-20` },
  'guarantee-page': { kind: 'mortgage', title: '营业执照', page: 1, type: '1.1 营业执照' }, 'limit-hold': { since: `${year}-11-20T02:00:00.000Z`, by: '陈立群', reason: '涉诉' }, 'limit-ends': { until: `${year}-12-20` }, 'limits-over': { parties: 2, first: `${year}-11-20` },
  'opened': { on: '2024-03-18', by: '李若谷' },
  'confirmed': { on: '2024-03-20', by: '何振邦' },
  'not-confirmed': { opened: '2024-03-18' },
  'shelved': { since: '2024-03-25' },
  'not-shelved': { since: '2024-03-18' },
  'lent': { slip: 'CX-2026-0412', due: `${year}-11-17` },
  'missing': { since: '2024-03-25', by: null },
  'retention': { years: 10, from: '2025-01-01', until: '2034-12-31' },
  'disposal-waits': { since: '2025-11-20T02:00:00.000Z', folders: 3 },
  'retention-over': { folders: 4, oldest: '2024-12-31' },
  'retention-waits': { years: 10, event: 'terminated', from: null, until: null, clause: '本单位定', by: 'rule' },
  'expires': { title: '生产许可证', on: `${year}-12-18`, days: 25 },
  'refused': { by: '顾怀远', reason: null },
  'draft': { since: `${year}-11-21` },
  'claimed-returned': { at: `${year}-11-22T02:40:00.000Z`, by: '王砺' },
  'due-after-event': { event: 'signed', on: `${year}-10-27`, months: 1, days: null, due: `${year}-11-27` },
  'due-after-years': { year: 2024, until: '2025-12-31', months: 1, days: null, due: '2026-01-31' },
  'due-after-period': { period: '2026-H1', due: '2027-01-10' },
  'qualification-lacks': { clause: '7', kinds: 'education,examination' },
  'qualification-lapses': { months: 36, until: `${year}-12-05` },
  'authorisation-asked': { at: `${year}-11-22T02:40:00.000Z`, purpose: '续签合同' },
  'downgrade-planned': { on: `${year}-12-01`, to: 'internal' },
  'lost': { at: `${year}-11-22T02:40:00.000Z` },
  'handed-over': { transfer: 'YJ-2026-0007' },
  'taken-in': { on: '2026-03-02' },
  'on-transfer': { transfer: 'YJ-2026-0007', since: '2026-03-02' },
  'to-hand-over': { clause: '4.3' },
  'keeper-changed': { list: 'JJ-2026-0001' },
  'to-receive': { since: '2026-03-02T01:30:00.000Z', by: '吴桐' },
  'first-count-done': { on: `${year}-11-22`, by: '周敏' },
  'incident-investigated': { on: `${year}-11-22`, by: '周敏' },
}

describe('derivations in words', () => {
  test.each(BECAUSE_RULES)('%s says something in both languages, whatever is absent', (rule) => {
    for (const text of [zhCN, en]) {
      const empty = Object.fromEntries(Object.keys(VALUES[rule]).map((key) => [key, null]))
      for (const values of [VALUES[rule], empty]) expect(text.because[rule](values)).not.toMatch(/undefined|NaN|Invalid|\[object/)
    }
  })
  test('a loan’s day, as the first page tells it', () => {
    expect(zhCN.because['loan-due'](VALUES['loan-due'])).toBe('借出 11-07 + 10 天 = 11-17，次日起逾期')
    expect(zhCN.because['loan-overdue'](VALUES['loan-overdue'])).toBe('应还 11-17，次日起算，逾 6 天')
  })
  test('roles are named, not spelt', () => {
    expect(zhCN.because['waiting-for-signature'](VALUES['waiting-for-signature'])).toContain('待办公室主任、总经理签批')
    expect(en.because['waiting-for-signature'](VALUES['waiting-for-signature'])).toContain('office director and general manager')
  })
  test('what has expired says so', () => {
    expect(zhCN.because.expires({ title: '许可证', on: '2024-01-01', days: -3 })).toBe('许可证于 2024-01-01 失效，过期 3 天')
  })
  test('permanent keeping has no end', () => expect(zhCN.because.retention({ years: null, from: null, until: null })).toBe('永久保管'))
})

describe('days in a line of text', () => {
  test.each([
    ['2026-11-07', '2026-11-23', '11-07'],
    ['2024-03-18', '2026-11-23', '2024-03-18'],
    ['', '2026-11-23', '—'],
    ['soon', '2026-11-23', '—'],
  ])('%s on %s: %s', (value, today, words) => expect(when(value, today)).toBe(words))
  test('an instant carries its time', () => expect(when('2026-11-07T12:00:00.000Z', '2026-11-23')).toMatch(/^11-0[67] \d\d:\d\d$|^11-08 \d\d:\d\d$/))
  test('nothing is a dash', () => expect(when(null)).toBe('—'))
})
