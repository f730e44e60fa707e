import { afterEach, beforeEach, expect, test } from 'vitest'
import { regulationVersions } from '../../src/main/storage/migrations/0110-regulation-versions.ts'
import { openDesk, type Desk } from './desk.ts'

let desk: Desk
beforeEach(async () => { desk = await openDesk() })
afterEach(() => desk.close())

const all = (text: string, ...values: unknown[]) => desk.archive.store.prepare(text).all(...values)
const gaps = (id: number) => (all('SELECT gaps FROM dossier WHERE id = ?', id)[0] as { gaps: string }).gaps
const tally = () => all('SELECT kind, departmentId, gaps, dossiers FROM gapTally ORDER BY 1, 2, 3')
const recounted = () => all("SELECT kind, departmentId, gaps, count(*) AS dossiers FROM dossier WHERE voidedAt IS NULL AND gaps <> '' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")

test('a dossier says in which classes it lacks a required document, and the tally counts them', async () => {
  const { id } = await desk.open('salesperson', '甲锻造有限公司')
  await desk.open('salesperson2', '乙锻造有限公司', { department: 'XS2' })
  expect(gaps(id)).toBe(',1,2,3,4,6,')
  const licence = await desk.callAs('salesperson', 'documents.add', { dossierId: id, itemCode: '1.1', title: '营业执照', pages: 1 })
  expect(gaps(id)).toBe(',2,3,4,6,')
  // One of two required documents of a class is not enough.
  await desk.callAs('salesperson', 'documents.add', { dossierId: id, itemCode: '2.1', title: '申请表', pages: 1 })
  expect(gaps(id)).toBe(',2,3,4,6,')
  await desk.callAs('salesperson', 'documents.add', { dossierId: id, itemCode: '2.2', title: '调查表', pages: 1 })
  expect(gaps(id)).toBe(',3,4,6,')
  expect(tally()).toEqual(recounted())
  await desk.callAs('salesperson', 'documents.strike', { id: licence.id, reason: '复印不清' })
  expect(gaps(id)).toBe(',1,3,4,6,')
  expect(tally()).toEqual(recounted())
  const before = all('SELECT id, gaps FROM dossier ORDER BY id')
  await desk.callAs('creditadministrator', 'dossiers.void', { id: (await desk.open('salesperson', '丙锻造有限公司')).id, reason: '误立' })
  expect(tally()).toEqual(recounted())

  // An archive from before learns the same from its documents.
  const fill = /UPDATE dossier SET gaps = coalesce[\s\S]*?;/.exec(regulationVersions.sql)![0]
  desk.archive.store.connection.exec("UPDATE dossier SET gaps = ''")
  expect(tally()).toEqual([])
  desk.archive.store.connection.exec(fill)
  expect(all('SELECT id, gaps FROM dossier WHERE voidedAt IS NULL ORDER BY id')).toEqual(before)
  expect(tally()).toEqual(recounted())
})
