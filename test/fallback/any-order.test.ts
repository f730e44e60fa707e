import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCustody } from '../../src/main/archive/verify-custody.ts'
import { fallbackHandlers } from '../../src/main/fallback/handlers.ts'
import { findActor } from '../../src/main/people/passwords.ts'
import { makeContext, makePreparation } from '../../src/main/pipeline/make-context.ts'
import { fallback as contract } from '../../src/shared/contract/fallback.ts'
import type { Output } from '../../src/shared/contract/index.ts'
import { openPaperDesk, type PaperDesk, type PaperList, type PaperNote, type PaperSlip } from './desk.ts'

/*
 * Papers of three kinds about three folders, entered in any order. Whatever they say, custody stays total, nothing is lost and
 * the same contradictions are found; and where nothing contradicts, posting between any two of them leaves the same ledger, the
 * same cases and the same people answerable.
 */

type Paper = PaperSlip | PaperList | PaperNote
type Method = 'fallback.enter' | 'fallback.enterList' | 'fallback.enterNote' | 'fallback.post' | 'fallback.conflicts'

let desk: PaperDesk
beforeAll(async () => {
  desk = await openPaperDesk()
  desk.archive.store.connection.pragma('synchronous = OFF')
})
afterAll(() => desk.close())

/** Runs a use case as the pipeline does; the log is not written. */
function act(method: Method, input: object): unknown {
  const { archive } = desk
  return archive.store.write((trx) => {
    const { context } = makeContext(makePreparation(archive, trx, findActor(trx, desk.people.archivist)!, 'test'), method)
    return (fallbackHandlers[method] as (context: unknown, input: unknown) => unknown)(context, contract[method].input.parse(input))
  })
}
const enter = (paper: Paper) => act('lines' in paper ? 'fallback.enterList' : 'what' in paper ? 'fallback.enterNote' : 'fallback.enter', paper) as { conflicts: number }
const post = () => act('fallback.post', {}) as Output<'fallback.post'>
const rows = <Row>(text: string) => desk.archive.store.prepare(text).all() as Row[]

/** What somebody does to an archive that is then as it was. */
function inOneWorld<Value>(work: () => Value): Value {
  const { connection } = desk.archive.store
  connection.exec('BEGIN IMMEDIATE')
  try {
    return work()
  } finally {
    connection.exec('ROLLBACK')
  }
}

const conflicts = () =>
  rows<{ rule: string; one: string; other: string | null; dossierId: number | null; facts: string }>(
    `SELECT rule, oneBlank.number AS one, otherBlank.number AS other, dossierId, facts FROM fallbackConflict
     JOIN paperEntry AS first ON first.id = entryId JOIN blank AS oneBlank ON oneBlank.id = first.blankId
     LEFT JOIN paperEntry AS second ON second.id = otherId LEFT JOIN blank AS otherBlank ON otherBlank.id = second.blankId WHERE fallbackConflict.state = 'open'`,
  ).map((one) => JSON.stringify(one)).sort()

/** Everything that papers leave behind, but for the numbers of the cases, which follow the order of posting. */
function outcome() {
  const incidents = rows(
    `SELECT incident.kind, incident.dossierId, happenedFrom, incidentAnswerable.personId, stage, how, fromAt, untilAt FROM incident LEFT JOIN incidentAnswerable ON incidentId = incident.id
     ORDER BY incident.dossierId, happenedFrom, happenedTo, kind, ordinal`,
  )
  const cases = rows(
    `SELECT blank.number, paperEntry.state, paperEntry.slipId IS NOT NULL AS slip, transferId IS NOT NULL AS transfer, incidentId IS NOT NULL AS incident
     FROM paperEntry JOIN blank ON blank.id = blankId ORDER BY blank.number`,
  )
  const stages = rows('SELECT id, stage, custody FROM dossier ORDER BY id')
  return { ledger: [0, 1, 2].map((which) => desk.ledgerOf(which)), incidents, cases, stages }
}

function requireTotal(papers: number): void {
  expect(checkCustody(desk.archive.store).findings).toEqual([])
  expect(rows('SELECT id FROM paperEntry')).toHaveLength(papers)
  // Each posted paper has its case, each case its paper: nothing is merged.
  expect(rows("SELECT id FROM paperEntry WHERE state = 'posted'")).toHaveLength(rows('SELECT 1 FROM slip').length + rows('SELECT 1 FROM transfer').length + rows('SELECT 1 FROM incident').length)
}

const folder = fc.nat(2)
/** Hours back from now, on a coarse grid so that much falls together. */
const hour = fc.integer({ min: 1, max: 12 }).map((step) => step * 4)
const anything = fc.oneof(
  fc.record({ what: fc.constant('slip' as const), which: folder, from: hour, to: fc.option(hour, { nil: null }) }),
  fc.record({ what: fc.constant('toAdministrator' as const), which: folder, from: hour, to: hour, accepted: fc.boolean() }),
  fc.record({ what: fc.constant('toRoom' as const), which: folder, from: hour, to: hour, accepted: fc.constant(true) }),
  fc.record({ what: fc.constant('note' as const), which: folder, from: hour, to: hour, kind: fc.constantFrom('missing' as const, 'damaged' as const), holder: fc.constantFrom(null, 'salesperson' as const, 'creditadministrator' as const) }),
)
type Thing = typeof anything extends fc.Arbitrary<infer One> ? One : never

const dated = ({ from, to }: { from: number; to: number }) => ({ sentAt: desk.ago(from), receivedAt: desk.ago(to) })
function paperOf(thing: Thing, blank: number): Paper {
  const { which } = thing
  switch (thing.what) {
    case 'slip': return desk.slip(blank, thing.from, thing.to, which)
    case 'note': {
      const [first, last] = [Math.max(thing.from, thing.to), Math.min(thing.from, thing.to)]
      return desk.note(blank, first, last, Math.max(0, last - 14), which, { kind: thing.kind, holderId: thing.holder && desk.people[thing.holder] })
    }
    default: {
      const lines = [{ dossierId: desk.folderId(which), pages: 10, decision: thing.accepted ? ('accepted' as const) : ('refused' as const), reason: thing.accepted ? null : ('damaged' as const) }]
      return desk[thing.what](blank, 1, [which], { ...dated(thing), lines })
    }
  }
}

test('papers of any kind, in any order: the same contradictions, the same posted, custody total, nothing lost', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(fc.array(anything, { minLength: 2, maxLength: 6 }), fc.infiniteStream(fc.nat(1000)), (things, keys) => {
      const papers = things.map((thing, index) => paperOf(thing, index))
      const shuffled = papers.map((paper) => ({ paper, key: keys.next().value as number })).toSorted((one, two) => one.key - two.key).map(({ paper }) => paper)
      const [one, two] = [papers, shuffled].map((order) => inOneWorld(() => {
        for (const paper of order) enter(paper)
        const found = conflicts()
        for (const text of found) seen.set((JSON.parse(text) as { rule: string }).rule, (seen.get((JSON.parse(text) as { rule: string }).rule) ?? 0) + 1)
        const { posted, left } = post()
        expect(posted + left).toBe(order.length)
        requireTotal(order.length)
        // A second time there is nothing more to post: what waits, waits for people.
        expect(post().posted).toBe(0)
        return { found, left: conflicts(), ...outcome() }
      }))
      expect(two).toEqual(one)
    }),
    { numRuns: 400 },
  )
  for (const rule of ['papers-overlap', 'back-before-out', 'received-before-sent', 'lent-while-handed', 'from-elsewhere', 'lists-disagree', 'holder-differs', 'seen-since', 'incident-known']) {
    expect(seen.get(rule) ?? 0, `${rule} was never found`).toBeGreaterThan(1)
  }
}, 120_000)

/** What can follow one another on a folder's way: lent and back, refused, handed on, lent and not back. */
const life = fc.record({
  before: fc.nat(2), refused: fc.boolean(), handed: fc.boolean(), between: fc.nat(2), roomed: fc.boolean(), after: fc.nat(1), out: fc.boolean(), noted: fc.option(fc.integer({ min: 1, max: 95 }), { nil: null }),
})
type Life = typeof life extends fc.Arbitrary<infer One> ? One : never

function papersOf(one: Life, which: number, next: () => number): Paper[] {
  const papers: Paper[] = []
  let at = 100
  const step = () => (at -= 4)
  const loans = (count: number) => { for (let index = 0; index < count; index++) papers.push(desk.slip(next(), step(), at - 2, which)) }
  loans(one.before)
  if (one.refused) papers.push(desk.toAdministrator(next(), step(), [which], { lines: [{ dossierId: desk.folderId(which), pages: 10, decision: 'refused', reason: 'damaged' }] }))
  if (one.handed) papers.push(desk.toAdministrator(next(), step(), [which]))
  loans(one.between)
  if (one.handed && one.roomed) papers.push(desk.toRoom(next(), step(), [which]))
  loans(one.after)
  if (one.out) papers.push(desk.slip(next(), step(), null, which))
  if (one.noted !== null) papers.push(desk.note(next(), one.noted + 3, one.noted, 0, which))
  return papers
}

test('papers that agree, entered in any order and posted at any time, leave one and the same archive', () => {
  let waited = 0
  fc.assert(
    fc.property(fc.tuple(life, life, life), fc.infiniteStream(fc.nat(1000)), (lives, keys) => {
      let blank = 0
      const papers = lives.flatMap((one, which) => papersOf(one, which, () => blank++))
      const draw = () => keys.next().value as number
      const shuffled = papers.map((paper) => ({ paper, key: draw() })).toSorted((one, two) => one.key - two.key).map(({ paper }) => paper)
      const expected = inOneWorld(() => {
        for (const paper of papers) expect(enter(paper).conflicts).toBe(0)
        expect(post().left).toBe(0)
        requireTotal(papers.length)
        return outcome()
      })
      inOneWorld(() => {
        for (const [index, paper] of shuffled.entries()) {
          waited += enter(paper).conflicts
          if (draw() % 3 === 0) post()
          requireTotal(index + 1)
        }
        expect(post().left).toBe(0)
        requireTotal(papers.length)
        expect(conflicts()).toEqual([])
        expect(outcome()).toEqual(expected)
      })
    }),
    { numRuns: 150 },
  )
  expect(waited, 'no paper ever waited for another').toBeGreaterThan(5)
}, 120_000)
