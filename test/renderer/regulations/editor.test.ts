import { describe, expect, test } from 'vitest'
import { partOf } from '../../../src/renderer/src/features/regulations/editor/parts.ts'
import { itemsOf, only } from '../../../src/renderer/src/features/regulations/editor/retention.ts'
import { nextStep, wayOf } from '../../../src/renderer/src/features/regulations/editor/way.ts'
import { compareRegulations } from '../../../src/shared/rules/regulations/compare.ts'
import { readRegulation } from '../../../src/shared/rules/regulations/faults.ts'
import type { Transfer } from '../../../src/shared/rules/regulations/duties-of-office.ts'
import type { Regulation } from '../../../src/shared/rules/regulations/schema.ts'
import { presets } from '../../builders/archive.ts'

const base = presets.find(({ id }) => id === 'S22')!
const step = (from: Transfer['from'], to: Transfer['to']): Transfer => ({ clause: '本单位定', kind: 'credit', from, to, senders: ['departmentClerk'], receivers: ['archivist'] })

describe('a fault is shown at the part that mends it', () => {
  test.each<[string, (body: Regulation) => void, string]>([
    ['nobody takes it', (body) => { body.transfers = [{ ...step('department', 'archiveRoom'), receivers: [] }] }, 'transfers'],
    ['a way that ends', (body) => { body.transfers = [step('department', 'office')]; body.deadlines = [] }, 'transfers'],
    ['an unknown clause of the authorisation', (body) => { body.access.authorisation = { clause: '99', role: 'archivist', fromLevel: 'secret' } }, 'access'],
    ['an agreement for no time', (body) => { body.access.agreement = { clause: '本单位定', validMonths: 0 } }, 'access'],
    ['one supervisor', (body) => { body.disposal = { clause: '本单位定', approvers: ['generalManager'], supervisors: 1 } }, 'approvals'],
    ['a credit dossier terminated', (body) => { body.retention.rules = [{ clause: '本单位定', kind: 'credit', from: 'terminated', years: 5 }] }, 'retention'],
  ])('%s', (_name, change, part) => {
    const body = structuredClone(base)
    change(body)
    const { faults } = readRegulation(body)
    expect(faults.map(partOf)).toContain(part)
  })
})

test('a new step leads on from where the way ends', () => {
  expect(wayOf([], 'credit')).toEqual(['department', 'archiveRoom'])
  expect(nextStep([step('department', 'office')])).toMatchObject({ kind: 'credit', from: 'office', to: 'archiveRoom', senders: ['officeDirector'] })
  const whole = [step('department', 'office'), nextStep([step('department', 'office')])]
  expect(wayOf(whole, 'credit')).toEqual(['department', 'office', 'archiveRoom'])
  expect(nextStep(whole)).toMatchObject({ kind: 'contract', from: 'department' })
})

test('a step taken out of the middle or the beginning of a way is what is offered next', () => {
  // S22: contracts alone have steps; taking the first away breaks their way, and credit dossiers go straight as before.
  const [first, second] = base.transfers.filter(({ kind }) => kind === 'contract')
  expect(nextStep([second!])).toMatchObject({ kind: 'contract', from: first!.from, to: first!.to, receivers: ['creditAdministrator'] })
  expect(nextStep([first!])).toMatchObject({ kind: 'contract', from: second!.from, to: 'archiveRoom', receivers: ['archivist'] })
})

test('an emptied condition is none, and the catalogue’s documents are offered', () => {
  const rule: Regulation['retention']['rules'][number] = { clause: '本单位定', years: 5, from: 'opened', grades: ['AA'], minAmountFen: 1, itemCode: '99.9' }
  only(rule, 'grades', [])
  only(rule, 'minAmountFen', null)
  expect(rule).toEqual({ clause: '本单位定', years: 5, from: 'opened', itemCode: '99.9' })
  expect(itemsOf(base, rule)[0]).toEqual({ value: '99.9', label: '99.9' })
})

test('taking one retention rule away says that of it and of no other', () => {
  const before = structuredClone(base)
  before.retention.rules = [{ clause: '本单位定', kind: 'contract', years: 5, from: 'opened' }, { clause: '本单位定', levels: ['secret'], years: 20, from: 'opened' }]
  const after = structuredClone(before)
  after.retention.rules.shift()
  const changes = compareRegulations(before, after).filter(({ isSame }) => !isSame)
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatchObject({ left: { facts: { kind: 'contract' } }, right: null })
})
