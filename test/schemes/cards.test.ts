import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOfScheme, loadSchemeVersion, schemeInForce, schemesInForce } from '../../src/main/schemes/load.ts'
import { FACTS, splitFactName } from '../../src/shared/rules/facts/catalogue.ts'
import { factNames, parse } from '../../src/shared/rules/schemes/expression.ts'
import { indicatorsOf, Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { leaksOfScheme } from '../../src/shared/rules/validity/leaks.ts'
import { openTestArchive, resourcesFolder, type TestArchive } from '../builders/archive.ts'

describe.each(['customer', 'supplier', 'invoices'])('the %s card', (name) => {
  const scheme = Scheme.parse(JSON.parse(readFileSync(join(resourcesFolder, `schemes/${name}.json`), 'utf8')))
  test('weighs a hundred in all, and names each indicator once', () => {
    const indicators = indicatorsOf(scheme)
    expect(indicators.reduce((sum, one) => sum + one.weight, 0)).toBe(10_000)
    expect(new Set(indicators.map(({ code }) => code)).size).toBe(indicators.length)
  })
  test('asks only for facts that there are, as far back as they are kept, and for nothing that leaks', () => {
    const formulas = indicatorsOf(scheme).flatMap((one) => (one.kind === 'formula' ? [one.formula, ...(one.demoteWhen ? [one.demoteWhen] : [])] : []))
    for (const fact of [...formulas, ...scheme.gates.map(({ when }) => when)].flatMap((formula) => factNames(parse(formula)))) {
      if (fact === 'score' || fact === 'coverage' || indicatorsOf(scheme).some(({ code }) => `${code}_share` === fact)) continue
      const { base, back } = splitFactName(fact)
      expect(FACTS[base], fact).toBeDefined()
      expect(-back, fact).toBeLessThanOrEqual(FACTS[base]!.yearsBack)
    }
    expect(leaksOfScheme(scheme)).toEqual([])
  })
})

describe('schemes in force', () => {
  let office: TestArchive
  beforeEach(async () => { office = await openTestArchive() })
  afterEach(async () => { await office.close() })
  const store = () => office.archive.store
  const on = (day: string, more: object = {}) => schemeInForce(store(), { for: 'customer', kind: 'aftersale', on: day, ...more })

  test('a new archive has the cards that come with the program, each under its hash', () => {
    expect(schemesInForce(store(), { for: 'customer', kind: 'presale', on: '2026-11-23' }).map(({ code }) => code)).toEqual(['KH', 'FP'])
    expect(on('2026-11-23')).toMatchObject({ code: 'KH', no: 1 })
    expect(on('2026-11-23', { schemeId: 3 }).code).toBe('FP')
    const version = loadSchemeVersion(store(), 1)
    expect(version.hash).toBe(hashOfScheme(version.scheme))
    expect(() => on('1999-12-31')).toThrow('not-found')
    expect(() => loadSchemeVersion(store(), 99)).toThrow('not-found')
  })

  test('the newest approved version by the day; drafts and retired schemes do not rate; what was approved is never changed', () => {
    const scheme = { ...loadSchemeVersion(store(), 1).scheme, name: '客户卡二' }
    store().prepare("INSERT INTO schemeVersion (schemeId, no, body, hash, state, effectiveOn, preparedAt) VALUES (1, 2, ?, ?, 'draft', '2027-01-01', '')").run(JSON.stringify(scheme), hashOfScheme(scheme))
    expect(on('2027-01-01').no).toBe(1)
    store().prepare("UPDATE schemeVersion SET state = 'approved' WHERE no = 2").run()
    expect([on('2026-12-31').no, on('2027-01-01').no]).toEqual([1, 2])
    expect(() => store().prepare('UPDATE schemeVersion SET body = ? WHERE no = 2').run('{}')).toThrow('never changed')
    expect(() => store().prepare('DELETE FROM schemeVersion WHERE no = 2').run()).toThrow('kept')
    store().prepare("UPDATE scheme SET retiredAt = '2027-02-01' WHERE id = 1").run()
    expect(on('2027-03-01').code).toBe('FP')
  })
})
