import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { en } from '../../src/shared/text/en.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { CONTRADICTIONS } from '../../src/shared/rules/regulations/contradictions.ts'
import { readRegulation } from '../../src/shared/rules/regulations/faults.ts'
import { RegulationBody } from '../../src/shared/rules/regulations/schema.ts'
import { adoptRegulation, loadPresets, regulationOfVersion } from '../../src/main/regulations/load.ts'
import { openStore } from '../../src/main/storage/database.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'juanzong-contradictions-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** S02 with its credit dossiers on the way over the office, and a contract's way over the administrator beside it. */
const sound = (): RegulationBody => {
  const body = RegulationBody.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/regulations/S02.json'), 'utf8')))
  body.transfers.push(
    { clause: '4.3', kind: 'contract', from: 'department', to: 'administrator', senders: ['salesperson'], receivers: ['creditAdministrator'] },
    { clause: '4.3', kind: 'contract', from: 'administrator', to: 'archiveRoom', senders: ['creditAdministrator'], receivers: ['archivist'] },
  )
  return body
}
const refusalOf = (body: RegulationBody): unknown => {
  writeFileSync(join(folder, 'S02.json'), JSON.stringify(body))
  try {
    return loadPresets(folder)
  } catch (error) {
    return error
  }
}
const first = <Entry>(entries: Entry[]): Entry => entries[0]!

describe('a regulation that contradicts itself', () => {
  it('would be sound without the contradiction', () => {
    expect(refusalOf(sound())).toEqual([sound()])
  })

  const deadline = (body: RegulationBody, change: Partial<RegulationBody['deadlines'][number]>) => {
    body.deadlines[0] = { id: 'new', clause: '4.3', title: '新期限', kind: 'credit', from: 'opened', within: { months: 1 }, until: 'complete', role: 'salesperson', ...change }
  }
  const rule = (body: RegulationBody, change: Partial<RegulationBody['retention']['rules'][number]>) => {
    body.retention.rules = [{ clause: '本单位定', years: 20, from: 'opened', ...change }]
  }

  it.each<[string, (body: RegulationBody) => void, string, RegExp]>([
    ['no clauses', (body) => { body.clauses = [] }, 'clauses', /no clause at all/],
    ['a clause without an owner', (body) => { first(body.clauses).enforcement = 'prevents' }, 'clauses.0.by', /carried out/],
    ['a clause that asks nothing and yet has an owner', (body) => { first(body.clauses).by = ['audit'] }, 'clauses.0.by', /carried out/],
    ['a mechanism the program does not have', (body) => { first(body.clauses).by = ['telepathy' as never] }, 'clauses.0.by.0', /./],
    ['a catalogue of a clause that is not there', (body) => { body.catalogues.credit.clause = '9.9' }, 'catalogues.credit.clause', /9\.9/],
    ['a lookup of a clause that is not there', (body) => { body.lookup.clause = '9.9' }, 'lookup.clause', /9\.9/],
    ['a signer of a clause that is not there', (body) => { body.lookup.signers[1]!.clause = 'S01 5.1.3b' }, 'lookup.signers.1.clause', /S01/],
    ['retention of a clause that is not there', (body) => { body.retention.clause = '9.9' }, 'retention.clause', /9\.9/],
    ['a retention rule of a clause that is not there', (body) => rule(body, { clause: '9.9' }), 'retention.rules.0.clause', /9\.9/],
    ['a transfer of a clause that is not there', (body) => { body.transfers[1]!.clause = '9.9' }, 'transfers.1.clause', /9\.9/],
    ['a deadline of a clause that is not there', (body) => deadline(body, { clause: '9.9' }), 'deadlines.0.clause', /9\.9/],
    ['a periodic duty of a clause that is not there', (body) => { body.periodic = [{ id: 'new', clause: '9.9', title: '新', role: 'archivist', every: 'year', dueMonths: 0, dueDay: 10 }] }, 'periodic.0.clause', /9\.9/],
    ['a confirmation of a clause that is not there', (body) => { body.confirmation = { clause: '9.9', role: 'salesDirector' } }, 'confirmation.clause', /9\.9/],
    ['conditions of a clause that is not there', (body) => { body.opening = { clause: '9.9', needs: 'all', conditions: ['签了合同'] } }, 'opening.clause', /9\.9/],
    ['an authorisation of a clause that is not there', (body) => { body.access.authorisation = { clause: '9.9', role: 'generalManager', fromLevel: 'secret' } }, 'access.authorisation.clause', /9\.9/],
    ['a clearance of a clause that is not there', (body) => { body.access.clearance = { clause: '9.9' } }, 'access.clearance.clause', /9\.9/],
    ['an agreement of a clause that is not there', (body) => { body.access.agreement = { clause: '9.9' } }, 'access.agreement.clause', /9\.9/],
    ['a qualification of a clause that is not there', (body) => { body.qualification = { clause: '9.9', education: null, retrievalSkill: true, training: true, examination: null } }, 'qualification.clause', /9\.9/],
    ['a disposal of a clause that is not there', (body) => { body.disposal = { clause: '9.9', approvers: ['generalManager'], supervisors: 2 } }, 'disposal.clause', /9\.9/],

    ['a clause that stands twice', (body) => { body.clauses[3]!.id = body.clauses[2]!.id }, 'clauses.3.id', /twice/],
    ['a class that stands twice', (body) => { body.catalogues.contract.classes[1]!.code = '1' }, 'catalogues.contract.classes.1.code', /twice/],
    ['two deadlines of one id', (body) => { body.deadlines[1]!.id = body.deadlines[0]!.id }, 'deadlines.1.id', /twice/],
    ['a periodic duty with the id of a deadline', (body) => { body.periodic = [{ id: body.deadlines[0]!.id, clause: '4.3', title: '新', role: 'archivist', every: 'year', dueMonths: 0, dueDay: 10 }] }, 'periodic.0.id', /twice/],
    ['a grade that stands twice', (body) => { body.grades[1]!.grade = 'AAA' }, 'grades.1.grade', /twice/],
    ['a wording for two grades', (body) => { body.grades[4]!.label = body.grades[0]!.label }, 'grades.4.label', /twice/],
    ['a signer who stands twice', (body) => { body.lookup.signers.push(first(body.lookup.signers)) }, 'lookup.signers.2', /twice/],
    ['an approver who stands twice', (body) => { body.disposal = { clause: '本单位定', approvers: ['generalManager', 'generalManager'], supervisors: 2 } }, 'disposal.approvers.1', /twice/],
    ['a condition that stands twice', (body) => { body.opening = { clause: '4.1', needs: 'any', conditions: ['签了合同', '签了合同'] } }, 'opening.conditions.1', /twice/],

    ['a grade that is no step of the scale', (body) => { first(body.grades).grade = '优秀' as never }, 'grades.0.grade', /./],
    ['grades with the best last', (body) => { body.grades.reverse() }, 'grades.1.grade', /better/],

    ['a step that nothing leads to', (body) => { body.transfers[2]!.to = 'office' }, 'transfers.3.from', /ever comes/],
    ['a way that does not begin in the department', (body) => { body.transfers = body.transfers.slice(1) }, 'transfers.0.from', /ever comes|department/],
    ['a way that ends before the archive room', (body) => { body.transfers = [first(body.transfers)] }, 'transfers.0.to', /leads on from there: office/],
    ['a fork', (body) => { body.transfers.push({ ...first(body.transfers), to: 'archiveRoom' }) }, 'transfers.4.from', /twice/],
    ['a step backwards', (body) => { body.transfers[1]!.to = 'department' }, 'transfers.1.to', /archive room/],

    ['a deadline from an event that only contracts have', (body) => deadline(body, { from: 'signed' }), 'deadlines.0.from', /only contracts.*: signed/],
    ['a contract from the first business on', (body) => deadline(body, { kind: 'contract', from: 'first-business', until: 'opened' }), 'deadlines.0.from', /first business/],
    ['a deadline from the administrator, who never receives', (body) => deadline(body, { from: 'received-by-administrator' }), 'deadlines.0.from', /administrator/],
    ['a deadline from the office, which never receives', (body) => deadline(body, { kind: 'contract', from: 'received-by-office' }), 'deadlines.0.from', /office/],
    ['a deadline from a verification that nobody does', (body) => { body.transfers = []; deadline(body, { from: 'verified', until: 'in-archive-room' }) }, 'deadlines.0.from', /verifies/],
    ['a deadline until a verification that nobody does', (body) => { body.transfers = []; deadline(body, { until: 'verified' }) }, 'deadlines.0.until', /verifies/],
    ['a deadline until it leaves a department that it never leaves', (body) => { body.transfers = []; deadline(body, { until: 'left-department' }) }, 'deadlines.0.until', /department/],
    ['a deadline until a confirmation that nobody gives', (body) => deadline(body, { until: 'confirmed' }), 'deadlines.0.until', /confirms/],
    ['a deadline until something that lies before it', (body) => deadline(body, { from: 'verified', until: 'left-department' }), 'deadlines.0.until', /before/],
    ['a deadline until a dossier is opened that is there already', (body) => deadline(body, { from: 'year-end', keptYears: 1, until: 'opened' }), 'deadlines.0.until', /before/],
    ['a deadline of months and days', (body) => deadline(body, { within: { months: 1, days: 10 } }), 'deadlines.0.within', /either/],
    ['kept years without a year-end', (body) => deadline(body, { keptYears: 1 }), 'deadlines.0.keptYears', /year-end/],

    ['retention by a grade that it does not have', (body) => { body.grades.pop(); rule(body, { grades: ['B', 'C'] }) }, 'retention.rules.0.grades', /no such grade: C/],
    ['retention by no grade at all', (body) => rule(body, { grades: [] }), 'retention.rules.0.grades', /matches no dossier/],
    ['retention by no level at all', (body) => rule(body, { levels: [] }), 'retention.rules.0.levels', /matches no dossier/],
    ['retention by an item that no catalogue has', (body) => rule(body, { itemCode: '12.1' }), 'retention.rules.0.itemCode', /12\.1/],
    ['retention of credit dossiers by an item of contracts', (body) => rule(body, { kind: 'credit', itemCode: '11.2' }), 'retention.rules.0.itemCode', /11\.2/],
    ['retention of credit dossiers from a termination', (body) => rule(body, { kind: 'credit', from: 'terminated' }), 'retention.rules.0.from', /not terminated/],

    ['a slip signed by the auditor', (body) => { first(body.lookup.signers).role = 'auditor' }, 'lookup.signers.0.role', /auditor/],
    ['a dossier confirmed by the system administrator', (body) => { body.confirmation = { clause: '4.1', role: 'systemAdministrator' } }, 'confirmation.role', /systemAdministrator/],
    ['a folder sent by the auditor', (body) => { first(body.transfers).senders = ['auditor'] }, 'transfers.0.senders', /auditor/],
    ['a folder received by the system administrator', (body) => { first(body.transfers).receivers = ['archivist', 'systemAdministrator'] }, 'transfers.0.receivers', /systemAdministrator/],
    ['a deadline of the auditor', (body) => deadline(body, { role: 'auditor' }), 'deadlines.0.role', /auditor/],
    ['an authorisation by the system administrator', (body) => { body.access.authorisation = { clause: '4.5', role: 'systemAdministrator', fromLevel: 'secret' } }, 'access.authorisation.role', /systemAdministrator/],
    ['a disposal approved by the auditor', (body) => { body.disposal = { clause: '本单位定', approvers: ['auditor'], supervisors: 2 } }, 'disposal.approvers', /auditor/],
    ['slips that nobody has to sign', (body) => { body.lookup.signers = [body.lookup.signers[1]!] }, 'lookup.signers', /signature/],
  ])('%s is refused with its place and the reason', (_case, change, place, reason) => {
    const body = sound()
    change(body)
    expect(refusalOf(body)).toMatchObject({ code: 'file-unreadable', details: { file: 'S02.json', place, reason: expect.stringMatching(reason) } })
  })

  it('has words in both languages for every contradiction, and says what stands in its place', () => {
    for (const text of [zhCN, en]) expect(Object.keys(text.regulations.fault)).toEqual(expect.arrayContaining([...CONTRADICTIONS]))
    const body = sound()
    body.lookup.clause = '9.9'
    expect(readRegulation(body).faults).toEqual([{ place: ['lookup', 'clause'], reason: 'no such clause', values: { value: '9.9' } }])
  })

  it('is still read where an archive adopted it under the rules of an earlier program', () => {
    const { transfers: _transfers, deadlines: _deadlines, clauses: _clauses, ...old } = sound()
    const store = openStore(join(folder, 'test.db'), Buffer.alloc(32, 1), { create: true })
    try {
      const id = store.write((trx) => adoptRegulation(trx, { ...old, transfers: [], deadlines: [], clauses: [] }, '2025-01-01'))
      expect(regulationOfVersion(store, id)).toMatchObject({ id: 'S02', clauses: [] })
    } finally {
      store.close()
    }
  })
})
