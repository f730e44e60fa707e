import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
beforeAll(async () => { office = await openTestArchive() })
afterAll(() => office.close())

test('nobody gives himself a role; his name and phone he may change', async () => {
  const id = office.people.systemadministrator
  const own = { id, name: '唐汐', phone: '8090', departmentId: null }
  const refused = await office.answerAs('systemadministrator', 'people.change', { ...own, roles: ['systemAdministrator', 'archivist'] })
  expect(refused).toMatchObject({ ok: false, error: { code: 'same-person' } })
  expect(await office.answerAs('systemadministrator', 'dossiers.list', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  await office.callAs('systemadministrator', 'people.change', { ...own, roles: ['systemAdministrator'] })
})
