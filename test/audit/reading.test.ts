import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
beforeAll(async () => { office = await openTestArchive() })
afterAll(() => office.close())

test('the system administrator reads that something was done, not what stands in a dossier', async () => {
  const name = '审计读不到的客户有限公司'
  await office.callAs('salesperson', 'parties.add', { kind: 'customer', name, departmentId: office.departments.XS1, remarks: name })
  await office.callAs('systemadministrator', 'people.addDepartment', { code: 'SC', name: '市场部' })
  const seenBy = async (login: 'systemadministrator' | 'auditor') => (await office.callAs(login, 'audit.list', {})).rows
  expect(JSON.stringify(await seenBy('systemadministrator'))).not.toContain('审计读不到')
  expect(JSON.stringify(await seenBy('systemadministrator'))).toContain('市场部')
  expect(JSON.stringify(await seenBy('auditor'))).toContain('审计读不到')
  expect((await office.callAs('systemadministrator', 'audit.list', { text: '审计读不到' })).total).toBe(0)
})
