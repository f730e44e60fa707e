import { describe, expect, test } from 'vitest'
import { type Conflict, type ConflictRule, conflictsOf } from '../../src/shared/rules/fallback/conflicts.ts'
import type { Held, Paper, Recorded, SlipPaper } from '../../src/shared/rules/fallback/facts.ts'

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`
const who = (id: number) => ({ id, name: `第${id}人` })
const paper = (id: number, out: number, back: number | null, more: Partial<SlipPaper> = {}): SlipPaper =>
  ({ id, form: 'slip', blank: `ZD-2026-000${id}`, issuedAt: at(0), outAt: at(out), reader: who(7), keeper: back === null ? null : who(8), folders: [{ dossierId: 1, backAt: back === null ? null : at(back) }], ...more })
const OPENED = '2026-01-01T00:00:00.000Z'
const held = (hour: number | string, how: string, stage: Held['stage'], holder = 1): Held => ({ at: typeof hour === 'string' ? hour : at(hour), how, stage, holder: who(holder) })
const folder = ({ ledger = [], ...more }: Partial<Recorded> = {}): Recorded =>
  ({ dossierId: 1, openedAt: OPENED, goneAt: null, missingSince: null, loans: [], ledger: [held(OPENED, 'opened', 'department'), ...ledger], handed: [], incidents: [], ...more })
const rules = (papers: Paper[], recorded: Recorded[] = [folder()]): ConflictRule[] => conflictsOf(papers, recorded).map(({ rule }) => rule)

describe('two papers of one folder', () => {
  test.each<[string, Paper, Paper, ConflictRule[]]>([
    ['one after the other', paper(1, 8, 9), paper(2, 10, 11), []],
    ['back and out again in the same minute', paper(1, 8, 9), paper(2, 9, 10), []],
    ['overlapping', paper(1, 8, 10), paper(2, 9, 11), ['papers-overlap']],
    ['one within the other', paper(1, 8, 12), paper(2, 9, 10), ['papers-overlap']],
    ['the first never came back', paper(1, 8, null), paper(2, 9, 10), ['papers-overlap']],
    ['the second never came back', paper(1, 8, 9), paper(2, 10, null), []],
    ['neither came back', paper(1, 8, null), paper(2, 9, null), ['papers-overlap']],
    ['of two folders', paper(1, 8, 10), paper(2, 9, 11, { folders: [{ dossierId: 2, backAt: at(11) }] }), []],
    ['the same number', paper(1, 8, 9), paper(2, 20, 21, { blank: 'ZD-2026-0001' }), ['entered-twice']],
  ])('%s', (_what, one, two, expected) => {
    expect(rules([one, two])).toEqual(expected)
    expect(rules([two, one])).toEqual(expected)
  })
})

describe('a paper against what was recorded', () => {
  const lent = { slip: 'CX-2026-0001', outAt: at(9), backAt: at(11) }
  test.each<[string, Paper, Partial<Recorded>, ConflictRule[]]>([
    ['a return before its hand-out', paper(1, 10, 8), {}, ['back-before-out']],
    ['a loan in the program at that time', paper(1, 10, 12), { loans: [lent] }, ['loan-overlaps']],
    ['a loan in the program afterwards', paper(1, 7, 9), { loans: [lent] }, []],
    ['a loan in the program that never ended', paper(1, 12, 13), { loans: [{ ...lent, backAt: null }] }, ['loan-overlaps']],
    ['handed out before it was opened', paper(1, 8, 9), { openedAt: at(10) }, ['not-there']],
    ['out after it was destroyed', paper(1, 8, 10), { goneAt: at(9) }, ['not-there']],
    ['back before it was destroyed', paper(1, 8, 9), { goneAt: at(10) }, []],
    ['handed over while it was out', paper(1, 8, 10), { ledger: [held(9, 'sent', 'department')] }, ['moved-meanwhile']],
    ['handed over since, and never back', paper(1, 8, null), { ledger: [held(15, 'received', 'administrator')] }, ['moved-meanwhile']],
    ['handed over before and after', paper(1, 8, 10), { ledger: [held(7, 'sent', 'department'), held(11, 'sent', 'department')] }, []],
    ['used before it was printed', paper(1, 8, 9, { issuedAt: at(9) }), {}, ['before-blank']],
    ['out since it was reported missing', paper(1, 10, null), { missingSince: at(9) }, ['missing-then']],
    ['back before it was reported missing', paper(1, 7, 8), { missingSince: at(9) }, []],
  ])('%s', (_what, one, recorded, expected) => {
    expect(rules([one], [folder(recorded)])).toEqual(expected)
  })
})

test('whatever the order, the same papers have the same conflicts', () => {
  let seed = 20261125
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
  const named = (conflicts: readonly Conflict[], papers: readonly Paper[]) => {
    const content = (id: number | null) => (id === null ? null : JSON.stringify({ ...papers.find((one) => one.id === id)!, id: 0 }))
    return conflicts.map(({ rule, paperId, otherId, dossierId, facts }) => JSON.stringify([rule, [content(paperId) ?? '', content(otherId) ?? ''].sort(), dossierId, rule === 'papers-overlap' ? '' : facts])).sort()
  }
  let found = 0
  for (let round = 0; round < 400; round++) {
    const papers = Array.from({ length: 2 + random(5) }, (_, index) => paper(index + 1, random(20), random(3) === 0 ? null : random(23), {
      blank: `ZD-2026-000${random(8)}`, folders: [1, 2, 3].filter(() => random(2) === 0).map((dossierId) => ({ dossierId, backAt: random(3) === 0 ? null : at(random(23)) })),
    }))
    const shuffled = papers.toSorted(() => random(3) - 1).map((one, index) => ({ ...one, id: 100 + index }))
    const recorded = [1, 2, 3].map((dossierId) => folder({ dossierId, loans: random(2) === 0 ? [{ slip: 'CX-2026-0001', outAt: at(5), backAt: at(7) }] : [], ledger: random(3) === 0 ? [held(random(20), 'sent', 'department')] : [] }))
    const [one, two] = [named(conflictsOf(papers, recorded), papers), named(conflictsOf(shuffled, recorded), shuffled)]
    expect(two).toEqual(one)
    found += one.length
  }
  expect(found).toBeGreaterThan(500)
})
