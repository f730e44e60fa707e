import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { highestLevel, requiredLines } from '../../src/shared/rules/lookups/signers.ts'
import { requiredItems, type Regulation } from '../../src/shared/rules/regulations/schema.ts'
import { presets, TEST_PEOPLE, type TestLogin } from '../builders/archive.ts'
import { type Desk, openDesk } from '../dossiers/desk.ts'

// The office's day under each of the twenty-two: one archive that takes them all into force, one after the other.

let desk: Desk
let drawer: number
beforeAll(async () => {
  desk = await openDesk()
  drawer = (await desk.furnish({ capacity: 200 })).drawers[0]!
})
afterAll(() => desk.close())

/** Puts a preset in force, the way a company chooses one. The archive begins under S22. */
async function choose(preset: Regulation): Promise<void> {
  const { regulation } = await desk.callAs('archivist', 'archive.status', {})
  if (regulation.id === preset.id) return
  await desk.callAs('officedirector', 'regulations.adopt', { body: structuredClone(preset), effectiveOn: '2026-11-23', note: `选用 ${preset.id}` })
}

const open = (preset: Regulation, kind: 'credit' | 'contract') =>
  desk.open('salesperson', `${preset.id}${kind === 'credit' ? '客户' : '合同'}有限公司`, { kind, ...(kind === 'credit' && preset.opening ? { conditions: [preset.opening.conditions[0]!] } : {}) })

/** The other readers, where the regulation lets them read only so. */
async function letRead(preset: Regulation, login: TestLogin): Promise<void> {
  const personId = desk.people[login]
  if (preset.access.agreement) await desk.callAs('officedirector', 'agreements.record', { personId, signedOn: '2026-11-23' })
}

describe.each(presets.map((preset) => [preset.id, preset] as const))('under %s', (id, preset) => {
  beforeAll(() => choose(preset))

  test('customers and contracts have their folders, with its catalogue, its level and its numbers', async () => {
    await letRead(preset, 'salesperson')
    for (const kind of ['credit', 'contract'] as const) {
      const dossier = await open(preset, kind)
      const page = await desk.callAs('salesperson', 'dossiers.get', { id: dossier.id })
      expect(page).toMatchObject({
        regulation: { id, clause: preset.catalogues[kind].clause }, level: preset.defaultLevel,
        completeness: { present: 0, required: requiredItems(preset, kind).length },
      })
      expect(page.catalogue.map(({ title }) => title)).toEqual(preset.catalogues[kind].classes.map(({ title }) => title))
      expect(page.number).toMatch(/^(XY|HT)-XS1-2026-\d{4}$/)
    }
  })

  test('whoever confirms it does, and nobody else', async () => {
    const dossier = await open({ ...preset, id: `${id}待确认` }, 'credit')
    const by = preset.confirmation?.role ?? 'salesDirector'
    for (const login of ['salesdirector', 'creditadministrator', 'generalmanager'] as const) {
      const answer = await desk.answerAs(login, 'dossiers.confirm', { id: dossier.id })
      expect(answer.ok ? 'confirmed' : answer.error.code, login).toBe(login === by.toLowerCase() ? 'confirmed' : 'forbidden')
    }
  })

  test('a folder with steps on its way does not go to the shelf at once, one without does', async () => {
    for (const kind of ['credit', 'contract'] as const) {
      const dossier = await open({ ...preset, id: `${id}上架` }, kind)
      const answer = await desk.answerAs('archivist', 'cabinet.place', { dossierId: dossier.id, drawerId: drawer })
      const hasWay = preset.transfers.some((step) => step.kind === kind)
      expect([kind, answer.ok]).toEqual([kind, !hasWay])
    }
  })

  test('a slip asks for its signatures', async () => {
    const dossier = await open({ ...preset, id: `${id}查阅` }, 'credit')
    const { id: slipId } = await desk.callAs('creditadministrator', 'lookups.create', {
      partyName: `${id}查阅客户有限公司`, purpose: '核对', manner: 'read', untilOn: '2026-11-30', dossierIds: [dossier.id], submit: true,
    })
    const { signers } = await desk.callAs('creditadministrator', 'lookups.get', { id: slipId })
    const expected = requiredLines(preset.lookup, highestLevel([preset.defaultLevel], preset.defaultLevel))
    expect(signers.map(({ role, clause }) => ({ role, clause }))).toEqual(expected)
  })

  test('everybody has his first page, and every clause stands on the regulation’s own', async () => {
    for (const { login, roles } of TEST_PEOPLE) {
      if (roles.includes('systemAdministrator') || roles.includes('auditor')) continue
      expect((await desk.answerAs(login as TestLogin, 'home.overview', {})).ok, login).toBe(true)
    }
    const { clauses } = await desk.callAs('officedirector', 'regulations.overview', {})
    expect(clauses.map((clause) => clause.id)).toEqual(preset.clauses.map((clause) => clause.id))
    for (const { state, ...clause } of clauses) {
      const own = preset.clauses.find((candidate) => candidate.id === clause.id)!
      expect([clause.id, state === 'organisation', state === 'later']).toEqual([clause.id, own.enforcement === 'organisation', own.enforcement !== 'organisation' && own.by.length === 0])
    }
  })
})
