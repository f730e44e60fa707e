import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import { presets } from '../builders/archive.ts'
import { adoptTrial } from '../regulations/trial.ts'
import { approve, make, openRatedOffice, read } from './office.ts'

// A company changes its regulation while a rating is on its way, and again years after.

let office: Awaited<ReturnType<typeof openRatedOffice>>
beforeEach(async () => { office = await openRatedOffice() })
afterEach(() => office.close())

const called = (grades: Regulation['grades']) => (body: Regulation) => { body.grades = grades }
const recompute = (id: number) => office.callAs('auditor', 'ratings.recompute', { id })

test('a rating keeps the words of the regulation of its own day, the party is called by those of today, and it computes the same for ever', async () => {
  const before = presets.find(({ id }) => id === 'S22')!.grades
  const after = before.map((one, index) => ({ ...one, label: `第${index + 1}类` }))
  const { id } = await make(office, office.partyId)
  await adoptTrial(office, called(after), '2026-11-25')
  office.clock.addDays(3)
  const card = await approve(office, id)
  expect(card).toMatchObject({ state: 'approved', regulation: { id: 'S22' }, approvedOn: '2026-11-26' })
  expect(card.grades.map(({ label }) => label)).toEqual(before.map(({ label }) => label))
  const shown = await office.callAs('creditadministrator', 'ratings.history', { partyId: office.partyId })
  // Each in the history by the word it was given.
  expect(shown.rows.map(({ label }) => label)).toEqual([before.find(({ grade }) => grade === card.grade)!.label])
  expect(shown.today?.label).toBe(after.find(({ grade }) => grade === card.grade)!.label)
  const second = await make(office, office.partyId, 'aftersale')
  expect((await read(office, second.id)).grades.map(({ label }) => label)).toEqual(after.map(({ label }) => label))
  const first = await recompute(id)
  expect(first).toMatchObject({ isSame: true, differences: [] })
  await adoptTrial(office, called(before), '2028-01-01')
  office.clock.addDays(900)
  expect(await recompute(id)).toEqual(first)
  expect((await read(office, id)).grades).toEqual(card.grades)
})

test('where the regulation grades in other steps, whoever was graded in the former ones is due, from the day these came', async () => {
  const { id } = await make(office, office.partyId)
  await approve(office, id)
  const due = async () => (await office.callAs('creditadministrator', 'rerating.due', { reason: 'grading' })).rows.map(({ reasons }) => reasons.find(({ reason }) => reason === 'grading'))
  await adoptTrial(office, undefined, '2026-11-24')
  await adoptTrial(office, called(presets.find((one) => one.id === 'S18')!.grades), '2026-11-26')
  await adoptTrial(office, called(presets.find((one) => one.id === 'S18')!.grades.map((one) => ({ ...one, label: `${one.label}*` }))), '2026-11-28')
  expect(await due()).toEqual([])
  office.clock.addDays(2)
  expect(await due()).toEqual([])
  office.clock.addDays(4)
  expect(await due()).toEqual([{ reason: 'grading', on: '2026-11-26', dueOn: '2027-02-24', what: 'S22' }])
  const again = await make(office, office.partyId, 'aftersale')
  expect((await approve(office, again.id)).grade).toMatch(/^[ABC]$/)
  expect(await due()).toEqual([])
})
