import { describe, expect, test } from 'vitest'
import { spineLetters } from '../../../src/renderer/src/print/forms/spine-letters.ts'
import { planSlip, shortened } from '../../../src/renderer/src/print/forms/slip-plan.ts'
import { eightDigits } from '../../../src/renderer/src/print/parts/days.ts'
import { emWidth, fitText } from '../../../src/renderer/src/print/parts/fit.ts'
import { paginate } from '../../../src/renderer/src/print/parts/paginate.ts'
import { code128Path, qrPath } from '../../../src/renderer/src/ui/paper/code.ts'
import { LONG_NAME } from '../lookups/slips.ts'

describe('rows over pages', () => {
  test('an empty list is one page of empty ruled rows', () => expect(paginate([], 90, 9)).toEqual([{ from: 0, until: 0, empty: 10 }]))
  test('a page that is just full has no empty row and no second page', () => {
    expect(paginate(Array.from({ length: 10 }, () => 9), 90, 9)).toEqual([{ from: 0, until: 10, empty: 0 }])
  })
  test('thirty lines go over pages, whole rows only', () => {
    const pages = paginate(Array.from({ length: 30 }, (_, index) => (index % 5 === 0 ? 18 : 9)), 90, 9)
    expect(pages.map(({ from, until }) => [from, until])).toEqual([[0, 8], [8, 16], [16, 25], [25, 30]])
    expect(pages.at(-1)?.empty).toBe(4)
  })
  test('totals keep their room, on a page of their own if need be', () => {
    expect(paginate([9, 9], 27, 9, 9)).toEqual([{ from: 0, until: 2, empty: 0 }])
    expect(paginate([9, 9, 9], 27, 9, 9)).toEqual([{ from: 0, until: 3, empty: 0 }, { from: 3, until: 3, empty: 2 }])
    expect(paginate([], 27, 9, 9)).toEqual([{ from: 0, until: 0, empty: 2 }])
  })
  test('a row higher than a page stands alone and loses nothing', () => {
    expect(paginate([9, 200, 9], 90, 9).map(({ from, until }) => [from, until])).toEqual([[0, 1], [1, 2], [2, 3]])
  })
})

describe('texts that must fit', () => {
  test('Han counts one em, the rest about half', () => {
    expect(emWidth('档案')).toBe(2)
    expect(emWidth('AB')).toBeCloseTo(1.14)
    expect(emWidth('𠮷')).toBe(1)
  })
  test('the first size that holds, else the last with the lines it needs', () => {
    const steps = [{ pt: 10, lines: 1 }, { pt: 5, lines: 2 }] as const
    expect(fitText('短', 40, [...steps])).toMatchObject({ pt: 10, lines: 1 })
    expect(fitText('长'.repeat(20), 40, [...steps])).toMatchObject({ pt: 5, lines: 1 })
    expect(fitText('长'.repeat(200), 40, [...steps])).toMatchObject({ pt: 5, lines: 10 })
  })
})

describe('the plan of a slip', () => {
  const purpose = '2027 年度框架合同续签，核对授信额度与担保条款'
  test('one dossier and an ordinary name: all on the slip', () => {
    const plan = planSlip({ partyName: '山东锦岱锻造股份有限公司', purpose, dossiers: 1 })
    expect(plan).toMatchObject({ annex: [], areDossiersOnAnnex: false, isPurposeOnAnnex: false, dossierRowMm: 9, party: { pt: 10.5, lines: 1 } })
  })
  test('a very long name keeps to its row', () => expect(planSlip({ partyName: LONG_NAME, purpose, dossiers: 1 }).party).toMatchObject({ lines: 1 }))
  test.each([[2, 0], [3, 0], [4, 1], [12, 1], [13, 2], [30, 3]])('%i dossiers: %i faces of annex', (dossiers, faces) => {
    const plan = planSlip({ partyName: '锦岱', purpose, dossiers })
    expect(plan.annex).toHaveLength(faces)
    if (faces > 0) expect([plan.annex[0]?.from, plan.annex.at(-1)?.until]).toEqual([0, dossiers])
  })
  test('whatever the contract lets in, the table stays on its half', () => {
    for (const name of [1, 20, 60, 200]) {
      for (const words of [1, 50, 150, 300]) {
        for (const dossiers of [0, 1, 2, 3, 4, 30]) {
          const plan = planSlip({ partyName: '长'.repeat(name), purpose: '长'.repeat(words), dossiers })
          const row = (heightMm: number) => Math.max(9, heightMm + 1.6)
          const rows = plan.areDossiersOnAnnex ? 9 : Math.max(1, dossiers) * plan.dossierRowMm
          expect(9 + row(plan.party.heightMm) + rows + row(plan.purpose.heightMm) + 9 + 17 + 18).toBeLessThanOrEqual(92.5)
        }
      }
    }
  })
  test('a purpose on the annex begins on the slip', () => expect(shortened('长'.repeat(300))).toHaveLength(60))
})

describe('spines', () => {
  test.each([20, 30, 40])('a long name runs down %i mm in letters that fit', (width) => {
    expect(spineLetters(LONG_NAME, width)).toBeGreaterThanOrEqual(8)
    expect(spineLetters('锦岱', width)).toBeGreaterThanOrEqual(spineLetters(LONG_NAME, width))
  })
})

describe('codes', () => {
  test('Code 128 of a number has eleven modules a symbol and the stop of thirteen', () => {
    // XY-XS1-2024-0137 with start and check, digits in pairs where they come in fours.
    const { width } = code128Path('XY-XS1-2024-0137')
    expect((width / 2 - 13) % 11).toBe(0)
  })
  test('there is no code of nothing', () => expect(() => code128Path('')).toThrow())
  test('a QR code is square and has its three corners', () => {
    const { width, height, d } = qrPath('CX-2026-0412-1')
    expect(width).toBe(height)
    expect(d.match(/M/g)?.length).toBeGreaterThan(10)
  })
})

test('days of contents lists have eight digits', () => {
  expect(eightDigits('2026-11-23')).toBe('20261123')
  expect(eightDigits(null)).toBe('')
})
