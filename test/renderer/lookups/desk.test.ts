import { describe, expect, test } from 'vitest'
import type { Output } from '../../../src/shared/contract/index.ts'
import { zhCN } from '../../../src/shared/text/zh-CN.ts'
import { pageInHash } from '../../../src/renderer/src/app/hash.ts'
import { TODO_KINDS, type Todo, type TodoAction } from '../../../src/renderer/src/features/home/todo-kinds.ts'
import type { Role } from '../../../src/shared/roles.ts'
import { firstRow, rowAction, shortNumber, type Group } from '../../../src/renderer/src/features/lookups/actions.ts'
import { readAsked } from '../../../src/renderer/src/features/lookups/address.ts'
import { differs, isExplained, type Count } from '../../../src/renderer/src/features/lookups/count.ts'
import { dayAfter, periodOf } from '../../../src/renderer/src/features/lookups/periods.ts'
import { registerSheet } from '../../../src/renderer/src/features/lookups/register-xlsx.ts'
import { aRegisterLine, aRow } from './slips.ts'

describe('what a row of the desk offers', () => {
  test.each<[Group, Parameters<typeof rowAction>[2], ReturnType<typeof rowAction>]>([
    ['overdue', ['archivist'], 'remind'],
    ['overdue', ['salesperson'], null],
    ['dueToday', ['archivist'], 'takeBack'],
    ['out', ['officeDirector'], null],
    ['toSign', ['officeDirector'], 'sign'],
    ['toSign', ['archivist', 'officeDirector'], 'sign'],
    ['toSign', ['archivist'], 'signSpot'],
    ['toSign', ['salesperson'], null],
    ['toHandOut', ['archivist'], 'handOut'],
    ['toHandOut', ['salesperson'], null],
    ['drafts', ['salesperson'], 'submit'],
  ])('%s for %s: %s', (group, roles, action) => expect(rowAction(group, aRow(), roles)).toBe(action))

  test('what is claimed returned or lost is taken back, not asked for again', () => {
    expect(rowAction('overdue', aRow({ isClaimedReturned: true }), ['archivist'])).toBe('takeBack')
    expect(rowAction('overdue', aRow({ isLost: true }), ['archivist'])).toBe('takeBack')
  })

  test('the first slip shown is the most pressing one; an empty desk has none', () => {
    const desk: Output<'lookups.desk'> = {
      counts: { toSign: 1, toHandOut: 0, out: 1, dueToday: 0, overdue: 0 }, overdue: [], dueToday: [], toSign: [aRow({ id: 7 })], toHandOut: [],
      out: [aRow({ id: 8 })], drafts: [], loanDays: { read: 0, borrow: 10, copy: 0 },
    }
    expect(firstRow(desk)?.id).toBe(7)
    expect(firstRow({ ...desk, toSign: [], out: [] })).toBeNull()
    expect(firstRow(undefined)).toBeNull()
  })

  test('a slip is called by the last part of its number', () => expect(shortNumber('CX-2026-0412')).toBe('0412'))
})

describe('addresses', () => {
  test.each([
    ['#/lookups?new=12', { path: '/lookups', query: 'new=12' }],
    ['#/print/register/2026-01-01_2026-11-23', { path: '/print/register/2026-01-01_2026-11-23', query: '' }],
    ['', { path: '/', query: '' }],
    ['#lookups/5?a=1?b', { path: '/lookups/5', query: 'a=1?b' }],
  ])('%s', (hash, page) => expect(pageInHash(hash)).toEqual(page))

  test.each([
    ['new=12', { dossierId: 12, step: null, folderId: null }],
    ['do=handOut', { dossierId: null, step: 'handOut', folderId: null }],
    ['do=takeBack&folder=7', { dossierId: null, step: 'takeBack', folderId: 7 }],
    ['new=0&do=burn', { dossierId: null, step: null, folderId: null }],
    ['new=1e9', { dossierId: null, step: null, folderId: null }],
    ['', { dossierId: null, step: null, folderId: null }],
  ])('asked by %s', (query, asked) => expect(readAsked(query)).toEqual(asked))
})

describe('counting folders', () => {
  const count: Count = { dossierId: 1, number: 'XY', title: '', hint: '', expected: 142, pages: 142, condition: 'good', remarks: '', isCounted: false }
  test('as many pages as expected and in good condition needs no word', () => {
    expect(differs(count)).toBe(false)
    expect(isExplained(count)).toBe(true)
  })
  test.each([[{ pages: 140 }], [{ condition: 'damaged' as const }]])('%j needs a reason', (change) => {
    expect(isExplained({ ...count, ...change })).toBe(false)
    expect(isExplained({ ...count, ...change, remarks: ' ' })).toBe(false)
    expect(isExplained({ ...count, ...change, remarks: '缺末页' })).toBe(true)
  })
})

describe('periods', () => {
  test.each([
    ['thisMonth', '2026-11-01', '2026-11-23'],
    ['thisYear', '2026-01-01', '2026-11-23'],
    ['lastYear', '2025-01-01', '2025-12-31'],
  ] as const)('%s', (name, from, to) => expect(periodOf(name, '2026-11-23')).toEqual({ from, to }))
  test.each([['2026-11-23', 10, '2026-12-03'], ['2028-02-28', 1, '2028-02-29'], ['2026-12-31', 0, '2026-12-31']])(
    '%s and %i days', (day, days, then) => expect(dayAfter(day, days)).toBe(then),
  )
})

describe('the register as a table', () => {
  test('a heading row, a line a loan, and the head that proves the copy', () => {
    const { rows, widths } = registerSheet([aRegisterLine(1), aRegisterLine(2, { phone: null })], zhCN, ['审计链 #1　0000-0000'])
    expect(rows).toHaveLength(1 + 2 + 2)
    expect(rows[0]).toHaveLength(widths.length)
    expect(rows[1]).toHaveLength(widths.length)
    expect(rows.at(-1)).toEqual([{ type: String, value: '审计链 #1　0000-0000' }])
  })
  test('a phone that begins with a nought stays as it is', () => {
    const { rows } = registerSheet([aRegisterLine(1)], zhCN, [])
    expect(rows[1]).toContainEqual(expect.objectContaining({ type: String, value: '0533' }))
  })
})

describe('what a line of the first page offers', () => {
  const line = (change: Partial<Todo>): Todo => ({
    kind: 'overdue', group: 'overdue', subject: { kind: 'slip', id: 5 }, what: '', because: { rule: 'loan-overdue', values: {} }, dueOn: null, dueIn: null, ...change,
  })
  test.each<[Partial<Todo>, Role[], TodoAction]>([
    [{}, ['archivist'], { word: 'remind', to: '/lookups/5', here: 'remind' }],
    [{}, ['salesperson'], { word: 'look', to: '/lookups/5' }],
    [{ because: { rule: 'lost', values: {} } }, ['archivist'], { word: 'look', to: '/lookups/5' }],
    [{ kind: 'dueToday' }, ['archivist'], { word: 'takeBack', to: '/lookups/5?do=takeBack' }],
    [{ kind: 'toSign' }, ['officeDirector'], { word: 'sign', to: '/lookups/5?do=sign' }],
    [{ kind: 'toHandOut' }, ['archivist'], { word: 'handOut', to: '/lookups/5?do=handOut' }],
    [{ kind: 'draft' }, ['salesperson'], { word: 'resume', to: '/lookups/5' }],
    [{ kind: 'toConfirm', subject: { kind: 'dossier', id: 9 } }, ['salesDirector'], { word: 'confirm', to: '/dossiers/9' }],
    [{ kind: 'unshelved', subject: { kind: 'dossier', id: 9 } }, ['archivist'], { word: 'shelve', to: '/cabinet?folder=9' }],
    [{ kind: 'expiring', subject: { kind: 'dossier', id: 9 } }, ['salesperson'], { word: 'renewDocument', to: '/dossiers/9' }],
  ])('%j for %s: %j', (change, roles, action) => expect(TODO_KINDS[change.kind ?? 'overdue'].action(line(change), roles)).toEqual(action))
})
