import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCustody } from '../../src/main/archive/verify-custody.ts'
import { type Folder, type Office, openCustodyOffice, TEST_PASSWORD } from './office.ts'

let office: Office
beforeAll(async () => { office = await openCustodyOffice() }, 60_000)
afterAll(() => office.close())

const spot = (login: string) => ({ login, password: TEST_PASSWORD })
const change = (as: Parameters<Office['callAs']>[0], personId: number, successor: string) =>
  office.answerAs(as, 'custody.changeKeeper', { personId, successor: spot(successor) })
const inRoom = async (name: string): Promise<Folder> => {
  const one = await office.dossier(name)
  await office.callAs('archivist', 'custody.takeIn', { dossierId: one.id, reason: '旧藏' })
  return one
}

describe('离任移交', () => {
  test('everything a keeper answers for passes to a successor who signs with his own password; a loan stays the reader’s', async () => {
    const { people } = office
    const [kept, lent] = [await inRoom('留库公司'), await inRoom('借出公司')]
    const slip = await office.callAs('archivist', 'lookups.create', {
      applicantId: people.salesperson, partyName: '借出公司', dossierIds: [lent.id], purpose: '核对', manner: 'borrow', untilOn: '2026-12-31', submit: true,
    })
    await office.callAs('officedirector', 'lookups.sign', { id: slip.id, decision: 'agreed' })
    await office.callAs('archivist', 'lookups.handOut', { id: slip.id, folders: [{ dossierId: lent.id, pages: 10, condition: 'good' }] })
    expect(await office.refusal(office.answerAs('archivist', 'custody.changeKeeper', { personId: people.archivist, successor: { login: 'archivist2', password: 'falsch-falsch' } }))).toBe('wrong-password')
    expect(await office.refusal(change('archivist2', people.archivist, 'archivist2'))).toBe('forbidden')
    expect(await office.refusal(change('archivist', people.archivist, 'archivist'))).toBe('same-person')
    expect(await office.refusal(change('archivist', people.archivist, 'officedirector'))).toBe('keeper-unfit')
    const before = office.clock.now().toISOString()
    office.clock.addDays(1)
    const done = await office.callAs('archivist', 'custody.changeKeeper', { personId: people.archivist, successor: spot('archivist2'), remarks: '调岗' })
    expect(done).toMatchObject({ folders: 1, number: 'JJ-2026-0001' })
    expect(office.ledger(kept.id).at(-1)).toEqual({ how: 'keeperChanged', stage: 'archiveRoom', holderId: people.archivist2 })
    expect(office.ledger(lent.id).at(-1)).toEqual({ how: 'lent', stage: 'reader', holderId: people.salesperson })
    expect(await office.callAs('generalmanager', 'custody.of', { dossierId: kept.id, at: before })).toMatchObject({ at: { holderId: people.archivist } })
    const list = await office.callAs('archivist2', 'custody.keeperChange', { id: done.id })
    expect(list).toMatchObject({ fromName: '测试archivist', toName: '第二档案员', witnessName: null, pages: 10, lines: [{ number: kept.number, stage: 'archiveRoom' }] })
    expect(await office.refusal(office.answerAs('salesperson', 'custody.keeperChange', { id: done.id }))).toBe('not-found')
    expect(await office.refusal(change('archivist', people.archivist, 'archivist2'))).toBe('not-found')
  })

  test('a clerk’s folders go to his own department; with a list under way nothing passes; the director does it for one who is gone', async () => {
    const { people } = office
    const one = await office.dossier('部门公司')
    const id = await office.sent('departmentclerk', [one])
    expect(await office.refusal(change('departmentclerk', people.departmentclerk, 'salesperson'))).toBe('transfer-open')
    await office.callAs('departmentclerk', 'transfers.withdraw', { id, reason: '离任' })
    expect(await office.refusal(change('departmentclerk', people.departmentclerk, 'departmentclerk2'))).toBe('keeper-unfit')
    const keepers = await office.callAs('officedirector', 'custody.keepers', {})
    expect(keepers.find(({ personId }) => personId === people.departmentclerk)).toMatchObject({ folders: 1, mayChange: true, stages: [{ stage: 'department', folders: 1 }] })
    expect(keepers.find(({ personId }) => personId === people.departmentclerk)!.successors.map(({ login }) => login).sort()).toEqual(['creditadministrator', 'salesperson'])
    const done = await office.callAs('officedirector', 'custody.changeKeeper', { personId: people.departmentclerk, successor: spot('salesperson') })
    expect(await office.callAs('officedirector', 'custody.keeperChange', { id: done.id })).toMatchObject({ witnessName: '测试officeDirector', toName: '测试salesperson' })
    expect((await office.callAs('departmentclerk2', 'custody.keepers', {})).map(({ personId }) => personId)).toEqual([])
  })
})

test('the whole cabinet at a past moment, by holder, stage and department; nothing hidden is counted', async () => {
  const { people, departments } = office
  const early = office.clock.now().toISOString()
  office.clock.addDays(1)
  const late = await office.dossier('后立公司', { department: 'XS2', by: 'salesperson2' })
  const now = office.clock.now().toISOString()
  const at = (instant: string, filter: object = {}, as: Parameters<Office['callAs']>[0] = 'archivist') => office.callAs(as, 'custody.at', { at: instant, ...filter })
  const [then, today] = [await at(early), await at(now)]
  expect(today.total).toBe(then.total + 1)
  expect(today.rows).toHaveLength(today.total)
  expect((await at(now, { holderId: people.salesperson2 })).rows.map(({ number }) => number)).toEqual([late.number])
  expect((await at(now, { departmentId: departments.XS2 })).total).toBe(1)
  expect((await at(now, { stage: 'reader' })).rows).toMatchObject([{ holderName: '测试salesperson', how: 'lent' }])
  expect((await at(now, {}, 'salesperson2')).total).toBe(1)
  expect((await at('2020-01-01T00:00:00.000Z')).total).toBe(0)
  expect((await at(now, { offset: 1, limit: 2 })).rows.map(({ number }) => number)).toEqual(today.rows.slice(1, 3).map(({ number }) => number))
})

test('the archive’s own check agrees with everything above', () => {
  expect(checkCustody(office.archive.store).findings).toEqual([])
})
