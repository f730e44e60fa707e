import { afterAll, beforeAll, expect, test } from 'vitest'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { connect } from '../../src/main/pipeline/program.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
beforeAll(async () => { office = await openTestArchive() })
afterAll(() => office.close())

test('a temporary password, which its giver knows, is not kept: with it nothing is read or signed', async () => {
  const temporary = 'Lin-shi-é-2026'
  await office.callAs('systemadministrator', 'people.resetPassword', { id: office.people.officedirector, temporaryPassword: temporary })
  const connection = connect(office.program)
  const call = (method: string, input: object) => callByName(office.program, connection, method, input)
  expect(await call('session.signIn', { login: 'officedirector', password: temporary })).toMatchObject({ ok: true, value: { mustChangePassword: true } })
  for (const newPassword of [temporary, temporary.normalize('NFD')]) {
    expect(await call('session.changePassword', { oldPassword: temporary, newPassword }))
      .toEqual({ ok: false, error: { code: 'password-too-weak', details: { fault: 'unchanged' } } })
  }
  expect(await call('dossiers.list', {})).toMatchObject({ ok: false, error: { code: 'password-change-required' } })
  expect(await call('session.changePassword', { oldPassword: temporary, newPassword: 'Zi-ji-de-2026' })).toEqual({ ok: true, value: {} })
  expect(await call('dossiers.list', {})).toMatchObject({ ok: true })
})
