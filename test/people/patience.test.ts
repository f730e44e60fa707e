import { afterAll, beforeAll, expect, test } from 'vitest'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { connect } from '../../src/main/pipeline/program.ts'
import { openTestArchive, TEST_PASSWORD, type TestArchive, type TestLogin } from '../builders/archive.ts'

let office: TestArchive
beforeAll(async () => { office = await openTestArchive() })
afterAll(() => office.close())

const signIn = (login: TestLogin, password: string) => callByName(office.program, connect(office.program), 'session.signIn', { login, password })
const codeOf = (answer: Awaited<ReturnType<typeof signIn>>) => (answer.ok ? 'ok' : answer.error.code)

test('guesses sent side by side slow down as those sent one by one', async () => {
  const codes = (await Promise.all(Array.from({ length: 8 }, (_unused, index) => signIn('archivist', `guess-no-${index}`)))).map(codeOf)
  expect(codes).toEqual([...Array<string>(3).fill('wrong-password'), ...Array<string>(5).fill('too-many-attempts')])
  expect(codeOf(await signIn('archivist', TEST_PASSWORD))).toBe('too-many-attempts')
  office.clock.set(new Date(office.clock.now().getTime() + 2000))
  expect(codeOf(await signIn('archivist', TEST_PASSWORD))).toBe('ok')
})

test('a clock that is put back makes nobody wait until it was', async () => {
  for (let guess = 0; guess < 4; guess++) await signIn('salesperson', `guess-no-${guess}`)
  office.clock.addDays(-365)
  const answer = await signIn('salesperson', TEST_PASSWORD)
  expect(answer).toMatchObject({ ok: false, error: { code: 'too-many-attempts', details: { seconds: 2 } } })
  office.clock.set(new Date(office.clock.now().getTime() + 2000))
  expect(codeOf(await signIn('salesperson', TEST_PASSWORD))).toBe('ok')
})
