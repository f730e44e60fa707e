import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHash } from 'node:crypto'
import { FACTS } from '../../src/shared/rules/facts/catalogue.ts'
import { ABSENCES, absent, type Fact, present, source } from '../../src/shared/rules/facts/fact.ts'
import { limitBy } from '../../src/shared/rules/limits/propose.ts'
import { canonicalJson } from '../../src/shared/rules/ratings/canonical.ts'
import { type Capsule, recompute, resultOf } from '../../src/shared/rules/ratings/capsule.ts'
import { schemesInForce } from '../../src/main/schemes/load.ts'
import { approve, make, openRatedOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openRatedOffice>>
beforeAll(async () => {
  office = await openRatedOffice()
})
afterAll(() => office.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const names = Object.entries(FACTS).flatMap(([name, { yearsBack }]) => Array.from({ length: yearsBack + 1 }, (_unused, back) => (back === 0 ? name : `${name}[-${back}]`)))
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => present(value + 0, [source('statement', { id: 1 })], '2026-01-01')),
  fc.double({ min: -2, max: 2, noNaN: true }).map((value) => present(value + 0, [], null)), fc.constantFrom(...ABSENCES).map((reason) => absent(reason)),
)
const facts = fc.array(fc.tuple(fc.constantFrom(...names), fact), { maxLength: 120 }).map((pairs) => Object.fromEntries(pairs))

describe('what was frozen is computed again digit for digit', () => {
  test('whatever the inputs, after any way through text and storage', () => {
    const versions = [...schemesInForce(office.archive.store, { for: 'customer', kind: 'presale', on: '2026-11-23' }), ...schemesInForce(office.archive.store, { for: 'supplier', kind: 'presale', on: '2026-11-23' })]
    expect(versions.length).toBeGreaterThanOrEqual(3)
    fc.assert(fc.property(facts, fc.constantFrom(...versions), fc.constantFrom('煤炭开采', '金属制品', null), fc.integer({ min: 0, max: 2 }), (given, { scheme }, industry, pages) => {
      const inputs = {
        facts: given, industry, grades: [{ grade: 'AA' as const, label: '优秀' }, { grade: 'A' as const, label: '良好' }, { grade: 'B' as const, label: '一般' }, { grade: 'C' as const, label: '不良' }],
        marks: Object.fromEntries(['D2', 'A1', 'B3'].map((code) => [code, { option: 'B', remarks: null, evidence: Array.from({ length: pages }, (_unused, page) => ({ sha256: 'f'.repeat(64), page: page + 1, title: '调查表' })) }])),
      }
      const result = resultOf(scheme, inputs)
      const capsule: Capsule = {
        format: 1, number: 'PJ-2026-0001', partyId: 1, kind: 'presale', asOf: '2026-11-23', approvedOn: '2026-11-23', scheme: { versionId: 1, hash: '' }, regulation: { versionId: 1, id: 'S22' },
        gatheredAt: '2026-11-23T02:00:00.000Z', remarks: null, override: null, grade: result.grade, limit: limitBy(scheme, given, result.grade), result, ...inputs,
      }
      const body = canonicalJson(capsule)
      const read = JSON.parse(body) as Capsule
      const again = recompute(read, scheme)
      expect(again.differences).toEqual([])
      expect(sha256(canonicalJson({ ...read, result: again.result, grade: again.grade, limit: again.limit }))).toBe(sha256(body))
    }), { numRuns: 150 })
  }, 60_000)

  test('keys in any order give the same text', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'ü' }], e: undefined })).toBe('{"a":[{"c":"ü","d":null}],"b":1}')
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError)
  })
})

describe('an approved rating', () => {
  test('is the same again, and a digit changed in the database is found', async () => {
    const card = await approve(office, (await make(office, office.partyId)).id)
    expect(await office.callAs('auditor', 'ratings.recompute', { id: card.id })).toMatchObject({ isSame: true, differences: [], hash: { frozen: card.capsule!.hash, computed: card.capsule!.hash }, computed: { score: card.score, grade: card.grade } })
    expect(await office.callAs('auditor', 'archive.verify', {})).toMatchObject({ ok: true, checked: { ratings: 1 } })

    const { store } = office.archive
    expect(() => store.prepare("UPDATE ratingCapsule SET body = replace(body, '650', '651')").run()).toThrow('never changed')
    expect(() => store.prepare('UPDATE rating SET score = score + 1 WHERE id = ?').run(card.id)).toThrow('what was decided stands')
    const { body } = store.prepare('SELECT body FROM ratingCapsule').get() as { body: string }

    // Somebody with the key and no scruples: a fact, then a fact with the hash made to fit, then the row.
    const force = (sql: string, ...values: unknown[]) => {
      store.connection.exec('DROP TRIGGER IF EXISTS ratingCapsule_unchanged; DROP TRIGGER IF EXISTS rating_unchanged')
      store.prepare(sql).run(...values)
    }
    const findings = async () => (await office.callAs('auditor', 'archive.verify', {})).findings.filter(({ kind }) => kind === 'rating-contradiction').map(({ detail }) => detail.split(':')[0])
    const forged = body.replace('"value":650', '"value":100')
    expect(forged).not.toBe(body)
    force('UPDATE ratingCapsule SET body = ?', forged)
    expect(await findings()).toEqual(['recomputed-otherwise'])
    expect(await office.callAs('auditor', 'ratings.recompute', { id: card.id })).toMatchObject({ isSame: false })
    const capsule = JSON.parse(forged) as Capsule
    const { scheme } = schemesInForce(store, { for: 'customer', kind: 'presale', on: '2026-11-23' })[0]!
    const again = recompute(capsule, scheme)
    const fitted = canonicalJson({ ...capsule, result: again.result, limit: again.limit })
    force('UPDATE ratingCapsule SET body = ?, hash = ?', fitted, sha256(fitted))
    expect(await findings()).toContain('capsule-not-logged')
    force('UPDATE ratingCapsule SET body = ?, hash = ?', body, card.capsule!.hash)
    force('UPDATE rating SET score = score + 1 WHERE id = ?', card.id)
    expect(await findings()).toEqual(['rating-stands-otherwise'])
  }, 60_000)
})
