import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/shared/rules/regulations/deadline.ts'
import type { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import { keepDuties } from '../../src/main/duties/keep.ts'
import { adoptRegulation } from '../../src/main/regulations/load.ts'
import { presets } from '../builders/archive.ts'
import { at } from '../lookups/office.ts'
import { addDays } from '../../src/shared/rules/lookups/days.ts'
import { type DutyOffice, openDutyOffice } from './duty-office.ts'

/* Every deadline of every preset in a real archive: a version that changes in the middle leaves what began before as it was. */

let office: DutyOffice
beforeAll(async () => {
  office = await openDutyOffice()
  office.clock.set(at(DAY))
})
afterAll(() => office.close())

const DAY = '2026-10-31'
/** Counted by hand: one month, ten days, and the twice as long of the later version, from 31 October 2026; years from 2026. */
const DUE: Readonly<Record<string, readonly [first: string, later: string]>> = {
  '1 month': ['2026-11-30', '2026-12-31'], '10 days': ['2026-11-10', '2026-11-20'],
  '1 month after 0 years': ['2027-01-31', '2027-02-28'], '1 month after 1 years': ['2028-01-31', '2028-02-29'],
}
const sortOf = ({ within, keptYears }: Deadline) =>
  `${within.months === undefined ? `${within.days} days` : `${within.months} month`}${keptYears === undefined ? '' : ` after ${keptYears} years`}`

const twice = (regulation: Regulation): Regulation => ({
  ...regulation,
  deadlines: regulation.deadlines.map((rule) => ({ ...rule, within: rule.within.months === undefined ? { days: rule.within.days! * 2 } : { months: rule.within.months * 2 } })),
})

/** What a regulation asks of a dossier before it is opened is not what this file is about. */
const adopt = (regulation: Regulation) => office.archive.store.write((trx) => adoptRegulation(trx, { ...regulation, opening: null }, office.archive.clock.now().toISOString().slice(0, 10)))
const inOffice = { departmentId: 0, level: 'internal' as const }

/** A folder of a kind to which everything has happened on 31 October 2026 that a deadline may count from; what is due of it and of its party. */
async function begin(kind: 'credit' | 'contract'): Promise<() => { ruleId: string; dueOn: string }[]> {
  const { departments, callAs, people } = office
  const partyId = await office.addParty({ firstBusinessOn: DAY })
  const where = { ...inOffice, departmentId: departments.XS1, partyId, openedOn: DAY }
  const { id } = kind === 'credit'
    ? await callAs('creditadministrator', 'dossiers.open', where)
    : await callAs('creditadministrator', 'contracts.open', { ...where, subject: '精煤', direction: 'sale', handlerId: people.salesperson, signedOn: DAY })
  if (kind === 'contract') {
    for (const [version, what] of (['changed', 'performed'] as const).entries()) await callAs('creditadministrator', 'contracts.recordEvent', { id, version: version + 1, what, on: DAY })
  }
  office.archive.store.write((trx) => {
    trx.prepare("INSERT INTO custody (dossierId, fromAt, stage, holderId, how) VALUES (?, ?, 'office', ?, 'received')").run(id, at(DAY, 12).toISOString(), people.officedirector)
    keepDuties(trx, id)
  })
  return () => [...office.duties({ dossierId: id }), ...office.duties({ partyId })]
}

describe.each(presets.filter(({ deadlines }) => deadlines.length > 0).map((regulation) => [regulation.id, regulation] as const))('%s', (_id, regulation) => {
  test('what began before a change keeps its days, what begins after has the new ones', async () => {
    adopt(regulation)
    const kinds = [...new Set(regulation.deadlines.map(({ kind }) => kind))]
    const before = await Promise.all(kinds.map(begin))
    adopt(twice(regulation))
    const after = await Promise.all(kinds.map(begin))
    office.archive.store.write((trx) => { for (const { id } of trx.prepare('SELECT id FROM dossier').all() as { id: number }[]) keepDuties(trx, id) })
    for (const rule of regulation.deadlines) {
      // A contract that was performed cannot be terminated besides; a new customer comes under the version of the day business began.
      if (rule.from === 'terminated' || rule.from === 'first-business') continue
      const [first, later] = DUE[sortOf(rule)] ?? []
      const daysOf = (told: typeof before) => told.flatMap((rows) => rows().filter(({ ruleId }) => ruleId === rule.id).map(({ dueOn }) => dueOn))
      expect(daysOf(before), `${rule.id} before`).toEqual([first])
      expect(daysOf(after), `${rule.id} after`).toEqual([later])
    }
  })
})

test('a new customer comes under the version in force on the day of the first business', async () => {
  const regulation = presets.find(({ id }) => id === 'S07')!
  office.clock.set(at('2026-11-23'))
  const { store } = office.archive
  store.prepare("UPDATE regulationVersion SET effectiveOn = '2000-01-01'").run()
  const version = (effectiveOn: string, body: Regulation) => store.write((trx) => adoptRegulation(trx, body, effectiveOn))
  version('2026-01-01', regulation)
  version('2026-11-01', twice(regulation))
  for (const [day, due] of [['2026-10-31', '2026-11-30'], ['2026-11-01', '2027-01-01'], [addDays('2026-11-01', 22), '2027-01-23']] as const) {
    const partyId = await office.addParty({ firstBusinessOn: day })
    expect(office.duties({ partyId }).map(({ dueOn }) => dueOn)).toEqual([due])
  }
  // One that a later version without such a rule would have: it began under another.
  version('2026-11-23', { ...regulation, deadlines: [] })
  const partyId = await office.addParty({ firstBusinessOn: '2026-11-22' })
  expect(office.duties({ partyId })).toHaveLength(1)
  expect(office.duties({ partyId: await office.addParty({ firstBusinessOn: '2026-11-23' }) })).toEqual([])
})
