import { afterEach, beforeEach, expect, test } from 'vitest'
import { schemeInForce } from '../../src/main/schemes/load.ts'
import type { Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { cardOf } from './cards.ts'

let office: TestArchive
beforeEach(async () => { office = await openTestArchive() })
afterEach(() => office.close())

/** The customers' card with another cut. */
const body = (change: (scheme: Scheme) => void = () => {}): Scheme => {
  const scheme = structuredClone(cardOf('customer'))
  scheme.cuts.AAA = 9200
  change(scheme)
  return scheme
}
const draft = (more: object = {}) => office.callAs('creditadministrator', 'schemes.prepare', { schemeId: 1, body: body(), ...more })
const inForce = (on: string) => schemeInForce(office.archive.store, { for: 'customer', kind: 'presale', on })

test('prepared, submitted, reviewed and approved by three, in force from its day, what it says fixed from the day it is submitted', async () => {
  const { id } = await draft({ note: '收紧' })
  expect((await office.callAs('creditadministrator', 'schemes.submit', { id, version: 1, note: 'AAA 提到 92' })).version).toBe(2)
  expect(() => office.archive.store.prepare("UPDATE schemeVersion SET body = '{}' WHERE id = ?").run(id)).toThrow('never changed')
  expect(await office.answerAs('creditadministrator', 'schemes.review', { id, version: 2, agrees: true })).toMatchObject({ error: { code: 'same-person' } })
  expect(await office.answerAs('salesperson', 'schemes.review', { id, version: 2, agrees: true })).toMatchObject({ error: { code: 'forbidden' } })
  await office.callAs('officedirector', 'schemes.review', { id, version: 2, agrees: true })
  expect(await office.answerAs('officedirector', 'schemes.approve', { id, version: 3, agrees: true, effectiveOn: '2026-12-01' })).toMatchObject({ error: { code: 'same-person' } })
  expect(await office.answerAs('generalmanager', 'schemes.approve', { id, version: 3, agrees: true, effectiveOn: '2026-11-22' })).toMatchObject({ error: { code: 'due-before-today' } })
  expect(await office.answerAs('generalmanager', 'schemes.approve', { id, version: 3, agrees: true })).toMatchObject({ error: { code: 'bad-input', details: { path: 'effectiveOn' } } })
  await office.callAs('generalmanager', 'schemes.approve', { id, version: 3, agrees: true, effectiveOn: '2026-12-01' })
  expect([inForce('2026-11-30').id, inForce('2026-12-01').id]).toEqual([1, id])
  expect(await office.callAs('auditor', 'schemes.version', { id })).toMatchObject({ state: 'approved', isInForce: false, body: { cuts: { AAA: 9200 } }, inForce: { id: 1, body: { cuts: { AAA: 9000 } } } })
})

test('who wrote a version does not review or approve it after a colleague has kept or submitted it', async () => {
  const { id } = await draft()
  await office.callAs('officedirector', 'schemes.save', { id, version: 1, body: body((scheme) => { scheme.cuts.AAA = 9300 }) })
  await office.callAs('officedirector2', 'schemes.submit', { id, version: 2, note: '收紧' })
  for (const maker of ['creditadministrator', 'officedirector', 'officedirector2'] as const) {
    expect(await office.answerAs(maker, 'schemes.review', { id, version: 3, agrees: true })).toMatchObject({ error: { code: 'same-person' } })
    expect((await office.callAs(maker, 'schemes.version', { id })).may.review).toBe(false)
  }
  await office.callAs('salesdirector', 'schemes.review', { id, version: 3, agrees: true })
  expect(await office.answerAs('officedirector2', 'schemes.approve', { id, version: 4, agrees: true, effectiveOn: '2026-12-01' })).toMatchObject({ error: { code: 'same-person' } })
  await office.callAs('generalmanager', 'schemes.approve', { id, version: 4, agrees: true, effectiveOn: '2026-12-01' })
})

test('sent back with a reason it is a draft again, and an earlier review does not count', async () => {
  const { id } = await draft()
  await office.callAs('creditadministrator', 'schemes.submit', { id, version: 1, note: '改' })
  await office.callAs('salesdirector', 'schemes.review', { id, version: 2, agrees: true })
  expect(await office.answerAs('officedirector', 'schemes.approve', { id, version: 3, agrees: false })).toMatchObject({ error: { code: 'bad-input', details: { path: 'reason' } } })
  await office.callAs('officedirector', 'schemes.approve', { id, version: 3, agrees: false, reason: '依据不足' })
  const [customer] = await office.callAs('creditadministrator', 'schemes.list', {})
  expect(customer!.versions[0]).toMatchObject({ state: 'draft', returnReason: '依据不足', reviewedByName: null, may: { save: true, submit: true, review: false, approve: false, withdraw: true } })
  await office.callAs('creditadministrator', 'schemes.save', { id, version: 4, body: body((scheme) => { scheme.cuts.AAA = 9100 }) })
  expect((await office.callAs('creditadministrator', 'schemes.submit', { id, version: 5, note: '补依据' })).version).toBe(6)
})

test('a version with faults is kept as a draft and does not go on; a form that does not hold is not kept; what changes nothing does not go on', async () => {
  const { id } = await draft({ body: body((scheme) => { scheme.groups[0]!.indicators[0]!.weight = 800 }) })
  expect(await office.answerAs('creditadministrator', 'schemes.submit', { id, version: 1, note: '改' })).toMatchObject({ error: { code: 'scheme-refused', details: { count: 1, faults: [{ code: 'weights-sum', values: { sum: 101 } }] } } })
  expect(await office.answerAs('creditadministrator', 'schemes.save', { id, version: 1, body: { name: '不全' } })).toMatchObject({ error: { code: 'scheme-refused' } })
  expect(await office.answerAs('creditadministrator', 'schemes.save', { id, version: 1, body: cardOf('supplier') })).toMatchObject({ error: { code: 'scheme-refused', details: { faults: [{ code: 'other-side' }] } } })
  await office.callAs('creditadministrator', 'schemes.save', { id, version: 1, body: cardOf('customer') })
  expect(await office.answerAs('creditadministrator', 'schemes.submit', { id, version: 2, note: '改' })).toMatchObject({ error: { code: 'scheme-unchanged' } })
  expect(await office.answerAs('creditadministrator', 'schemes.save', { id, version: 1, body: body() })).toMatchObject({ error: { code: 'changed-meanwhile' } })
})

test('one version of a scheme is prepared at a time; it can be withdrawn, and before its day after it was approved, too', async () => {
  const first = await draft()
  expect(await office.answerAs('creditadministrator', 'schemes.prepare', { schemeId: 1, fromId: 1 })).toMatchObject({ error: { code: 'scheme-running', details: { number: 2 } } })
  await office.callAs('creditadministrator', 'schemes.withdraw', { id: first.id, version: 1, reason: '不改了' })
  const { id } = await draft()
  await office.callAs('creditadministrator', 'schemes.submit', { id, version: 1, note: '改' })
  await office.callAs('salesdirector', 'schemes.review', { id, version: 2, agrees: true })
  await office.callAs('officedirector', 'schemes.approve', { id, version: 3, agrees: true, effectiveOn: '2026-11-25' })
  expect(await office.answerAs('creditadministrator', 'schemes.withdraw', { id, version: 4, reason: '误批' })).toMatchObject({ error: { code: 'forbidden' } })
  await office.callAs('officedirector', 'schemes.withdraw', { id, version: 4, reason: '误批' })
  expect(inForce('2026-11-26').id).toBe(1)
})

test('a scheme of its own out of a file; its code is taken once', async () => {
  const { id } = await office.callAs('creditadministrator', 'schemes.create', { code: 'KH2', body: body((scheme) => { scheme.name = '老客户卡' }), note: '来自文件' })
  expect(await office.callAs('creditadministrator', 'schemes.version', { id })).toMatchObject({ code: 'KH2', no: 1, state: 'draft', name: '老客户卡', inForce: null })
  expect(await office.answerAs('creditadministrator', 'schemes.create', { code: 'KH2', body: body() })).toMatchObject({ error: { code: 'duplicate' } })
  expect(await office.answerAs('systemadministrator', 'schemes.version', { id })).toMatchObject({ error: { code: 'forbidden' } })
  expect(await office.answerAs('auditor', 'schemes.version', { id: 99 })).toMatchObject({ error: { code: 'not-found' } })
})
