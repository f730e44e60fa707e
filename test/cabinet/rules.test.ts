import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseDrawer, firstFreeSlot } from '../../src/shared/rules/cabinet/choose-drawer.ts'
import { letterOf, letterRanges, lettersOfLabel } from '../../src/shared/rules/cabinet/letters.ts'

describe('letters', () => {
  it.each([['jindai', 'J'], ['Zhong', 'Z'], ['3mzhongguo', '#'], ['', '#'], ['éc', '#']])('%s stands under %s', (pinyin, letter) => {
    expect(letterOf(pinyin)).toBe(letter)
  })

  it('cover the alphabet once in a cabinet of any size', () => {
    for (let drawers = 1; drawers <= 10; drawers++) {
      const ranges = letterRanges(drawers).map((label) => lettersOfLabel(label)!)
      expect(ranges).toHaveLength(drawers)
      const letters = ranges.flatMap(({ from, to }) =>
        Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_letter, index) => String.fromCharCode(from.charCodeAt(0) + index)))
      expect(letters.join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    }
  })

  it.each([
    ['A–G', { from: 'A', to: 'G' }], ['h-l', { from: 'H', to: 'L' }], ['M ～ R', { from: 'M', to: 'R' }], ['X', { from: 'X', to: 'X' }],
    ['Z–X', { from: 'X', to: 'Z' }], ['1–3 月', null], ['变更', null], ['', null], ['A–G 旧', null],
  ])('of the label %s', (label, expected) => {
    expect(lettersOfLabel(label)).toEqual(expected)
  })
})

describe('the first free slot', () => {
  it('is the lowest that nobody has', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 })), fc.integer({ min: 1, max: 30 }), (taken, capacity) => {
      const slot = firstFreeSlot(taken, capacity)
      const free = Array.from({ length: capacity }, (_slot, index) => index + 1).filter((candidate) => !taken.includes(candidate))
      expect(slot).toBe(free[0] ?? null)
    }))
  })
})

describe('where a folder belongs', () => {
  const folder = { kind: 'credit' as const, departmentName: '销售一部', departmentCode: 'XS1', year: 2026, letter: 'J' }
  const drawer = (id: number, cabinetLabel: string, label: string, holdsSame = false) => ({ id, cabinetId: id, cabinetLabel, label, holdsSame })
  const other = drawer(1, '2026 销售二部', 'H–L')

  it.each([
    ['labelled for department and year, by letter', [other, drawer(2, '2026 销售一部', 'A–G'), drawer(3, '2026 销售一部', 'H–L')], 3],
    ['labelled with the department’s code', [other, drawer(2, 'XS1 2026', 'H–L')], 2],
    ['not another department whose code begins alike', [other, drawer(2, 'XS10 2026', 'H–L')], 1],
    ['not another year', [other, drawer(2, '2025 销售一部', 'H–L')], 1],
    ['holding the same already', [other, drawer(2, '', 'H–L', true)], 2],
    ['labelled for the department in any year', [other, drawer(2, '销售一部 信用档案', 'H–L')], 2],
    ['not the contracts of the same department', [other, drawer(2, '2026 销售一部 合同', 'H–L')], 1],
    ['in a cabinet that holds the same already, by letter', [drawer(1, '销售一部', 'H–L'), { ...drawer(2, '', 'H–L'), cabinetId: 9 }, { ...drawer(3, '', 'X–Z', true), cabinetId: 9 }], 2],
    ['by letter before one that names none', [drawer(2, '2026 销售一部', ''), drawer(3, '2026 销售一部', 'H–L')], 3],
    ['one that names no letters before one of other letters', [drawer(2, '2026 销售一部', 'A–G'), drawer(3, '2026 销售一部', '')], 3],
    ['another drawer of theirs when the one with the letter is full', [other, drawer(2, '2026 销售一部', 'A–G')], 2],
    ['the first of all when none is theirs', [other, drawer(2, '2024 销售一部', 'H–L')], 1],
    ['nowhere when all are full', [], null],
  ] as const)('%s', (_case, drawers, expected) => {
    expect(chooseDrawer(drawers, folder)?.id ?? null).toBe(expected)
  })
})
