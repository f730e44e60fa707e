import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BookState, compareCounts, type Entry, type Expected, type Seen } from '../../src/shared/rules/stocktakes/compare.ts'
import { outOfOrder } from '../../src/shared/rules/stocktakes/order.ts'
import { waysOf } from '../../src/shared/rules/stocktakes/ways.ts'

const entry = (drawerId: number | null, slot: number | null, state: BookState = 'in'): Entry => ({ drawerId, slot, state })
const should = (dossierId: number, drawerId: number, slot: number, state: BookState = 'in', now = entry(drawerId, slot, state)): Expected =>
  ({ dossierId, was: entry(drawerId, slot, state), now })
/** Scans of one drawer, by dossier; a text is a code that names none. */
const row = (drawerId: number, ...codes: (number | string)[]): Seen[] =>
  codes.map((code) => ({ code: typeof code === 'number' ? `XY-${code}` : code, dossierId: typeof code === 'number' ? code : null, drawerId }))

const compare = (expected: Expected[], first: Seen[], second = first, strangers: [number, Entry][] = []) =>
  compareCounts({ expected, first, second, strangers: new Map(strangers) })
const kinds = (comparison: ReturnType<typeof compare>) => comparison.findings.map(({ kind, dossierId, code }) => [kind, dossierId ?? code])

describe('two counts against the books', () => {
  const three = [should(1, 7, 1), should(2, 7, 2), should(3, 7, 3)]

  it('finds nothing where everything is in its place', () => {
    expect(compare(three, row(7, 1, 2, 3))).toEqual({ inOrder: 3, findings: [] })
  })
  it('is not disturbed by a drawer read from the back', () => {
    expect(compare(three, row(7, 1, 2, 3), row(7, 3, 2, 1))).toEqual({ inOrder: 3, findings: [] })
  })
  it('missing: neither saw it', () => {
    expect(kinds(compare(three, row(7, 1, 3)))).toEqual([['missing', 2]])
  })
  it('misplaced: in another drawer, told by its neighbours there', () => {
    const { findings } = compare([...three, should(4, 8, 1), should(5, 8, 2)], [...row(7, 1, 2), ...row(8, 4, 3, 5)])
    expect(findings).toEqual([{
      kind: 'misplaced', dossierId: 3, code: 'XY-3', home: { drawerId: 7, slot: 3 }, firstDrawerId: 8, secondDrawerId: 8, afterCode: 'XY-4', beforeCode: 'XY-5',
    }])
  })
  it('misplaced: from outside the count, or never shelved', () => {
    expect(kinds(compare(three, row(7, 1, 2, 3, 8, 9), undefined, [[8, entry(55, 4)], [9, entry(null, null, 'unshelved')]]))).toEqual([['misplaced', 8], ['misplaced', 9]])
  })
  it('out of order: in its drawer, not between its neighbours', () => {
    const five = [1, 2, 3, 4, 5].map((id) => should(id, 7, id))
    const { findings, inOrder } = compare(five, row(7, 1, 5, 2, 3, 4))
    expect(findings).toMatchObject([{ kind: 'outOfOrder', dossierId: 5, afterCode: 'XY-1', beforeCode: 'XY-2' }])
    expect(inOrder).toBe(4)
  })
  it('out of order in one count alone is the hand that scanned', () => {
    expect(compare(three, row(7, 1, 3, 2), row(7, 1, 2, 3)).findings).toEqual([])
  })
  it('unknown: a code that names no folder, in either count', () => {
    expect(kinds(compare(three, row(7, 1, 2, 3, 'XY-99'), row(7, 1, 2, 3)))).toEqual([['unknown', 'XY-99']])
  })
  it.each([['lent', 'lentFound'], ['missing', 'missingFound'], ['moving', 'movingFound']] as const)('%s by the books, yet there', (state, kind) => {
    expect(kinds(compare([should(1, 7, 1, state)], row(7, 1)))).toEqual([[kind, 1]])
    expect(compare([should(1, 7, 1, state)], [])).toEqual({ inOrder: 1, findings: [] })
  })
  it('voided or destroyed, yet there', () => {
    expect(kinds(compare(three, row(7, 1, 2, 3, 8), undefined, [[8, entry(null, null, 'gone')]]))).toEqual([['goneFound', 8]])
  })
  it('disputed: the counts differ, and nothing in the books says why', () => {
    expect(kinds(compare(three, row(7, 1, 2, 3), row(7, 1, 2)))).toEqual([['disputed', 3]])
    expect(kinds(compare([...three, should(4, 8, 1), should(5, 9, 1)], [...row(7, 1, 2), ...row(8, 4, 3), ...row(9, 5)], [...row(7, 1, 2), ...row(8, 4), ...row(9, 5, 3)]))).toEqual([['disputed', 3]])
  })
  it('what happened between opening and comparing is no finding', () => {
    const lentMeanwhile = should(1, 7, 1, 'in', entry(7, 1, 'lent'))
    expect(compare([lentMeanwhile], row(7, 1), []).findings).toEqual([])
    const movedMeanwhile = should(2, 7, 2, 'in', entry(8, 5))
    expect(compare([movedMeanwhile, should(4, 8, 1)], [...row(7, 2), ...row(8, 4)], row(8, 4, 2)).findings).toEqual([])
    const backMeanwhile = should(3, 7, 3, 'lent', entry(7, 3))
    expect(compare([backMeanwhile], [], row(7, 3)).findings).toEqual([])
  })
})

describe('the order in a drawer', () => {
  it.each([
    [[], []], [[3], []], [[1, 2, 3, 9], []], [[9, 3, 2, 1], []], [[1, 2, 9, 3, 4], [2]], [[5, 1, 2, 3, 4], [0]], [[2, 1, 3, 4], [0]], [[4, 3, 9, 2, 1], [2]],
  ])('%j: %j stand astray', (slots, astray) => expect(outOfOrder(slots)).toEqual(astray))
})

describe('what may be done about a finding', () => {
  it('takes back what is lent now, and nothing else', () => {
    expect(waysOf({ kind: 'lentFound', wasSeen: true, isLent: true })).toEqual(['takenBack', 'explained'])
    expect(waysOf({ kind: 'lentFound', wasSeen: true, isLent: false })).toEqual(['explained'])
    expect(waysOf({ kind: 'missingFound', wasSeen: true, isLent: true })).toEqual(['takenBack', 'explained'])
    expect(waysOf({ kind: 'missing', wasSeen: false, isLent: true })).toEqual(['seenInPlace', 'explained'])
    expect(waysOf({ kind: 'disputed', wasSeen: true, isLent: false })).toEqual(['seenInPlace', 'putBack', 'movedHere', 'reportedMissing', 'explained'])
  })
})

describe('any room, any two counts', () => {
  const states = fc.constantFrom<BookState>('in', 'in', 'in', 'lent', 'missing', 'moving')
  const rooms = fc.record({
    folders: fc.array(fc.record({ drawer: fc.integer({ min: 1, max: 4 }), was: states, now: fc.option(fc.record({ drawer: fc.integer({ min: 1, max: 6 }), state: fc.constantFrom<BookState>('in', 'lent', 'missing', 'moving', 'gone') })) }), { maxLength: 40 }),
    strangers: fc.array(fc.constantFrom<BookState>('in', 'lent', 'missing', 'moving', 'gone', 'unshelved'), { maxLength: 8 }),
    seed: fc.infiniteStream(fc.integer({ min: 0, max: 5 })),
  })

  it('ends each expected folder and each scanned code in exactly one place', () => {
    fc.assert(fc.property(rooms, ({ folders, strangers, seed }) => {
      const expected = folders.map(({ drawer, was, now }, index): Expected => ({
        dossierId: index + 1, was: entry(drawer, index + 1, was), now: now ? entry(now.drawer, index + 1, now.state) : entry(drawer, index + 1, was),
      }))
      const others = new Map(strangers.map((state, index): [number, Entry] => [1000 + index, state === 'unshelved' || state === 'gone' ? entry(null, null, state) : entry(9, index, state)]))
      // 0: not scanned in this count; 1–4: scanned in that drawer; 5: scanned where it belongs.
      const count = (): Seen[] => {
        const scanned = (dossierId: number | null, code: string, home: number): Seen[] => {
          const drawn = seed.next().value
          return drawn === 0 ? [] : [{ code, dossierId, drawerId: drawn === 5 ? home : drawn }]
        }
        return [
          ...expected.flatMap(({ dossierId, was }) => scanned(dossierId, `XY-${dossierId}`, was.drawerId!)),
          ...[...others.keys()].flatMap((dossierId) => scanned(dossierId, `XY-${dossierId}`, 1)),
          ...['A', 'B', 'C'].flatMap((code) => scanned(null, code, 2)),
        ]
      }
      const [first, second] = [count(), count()]
      const { inOrder, findings } = compareCounts({ expected, strangers: others, first, second })
      const subject = (one: { dossierId: number | null; code: string | null }) => one.dossierId ?? one.code
      const all = new Set([...expected.map(subjectOf), ...first.map(subject), ...second.map(subject)])
      const told = findings.map(subject)
      expect(new Set(told).size).toBe(told.length)
      for (const one of told) expect(all).toContain(one)
      expect(inOrder + told.length).toBe(all.size)
      // And the same seen twice over: nobody can dispute himself.
      const alike = compareCounts({ expected, strangers: others, first, second: first })
      expect(alike.findings.filter(({ kind }) => kind === 'disputed')).toEqual([])
    }), { numRuns: 400 })
  })
})

const subjectOf = ({ dossierId }: Expected) => dossierId
