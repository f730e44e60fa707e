import { afterAll, beforeAll, expect, test } from 'vitest'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { validInputs } from '../pipeline/valid-inputs.ts'
import { verify } from '../storage/archive-with-scans.ts'

// An office day at which the database may grow no further each time somebody does something, until room was made. (What a
// worker writes goes through a connection of its own: that a file cannot be written is `storage/attachments-failure`.)

let office: TestArchive
beforeAll(async () => { office = await openTestArchive() })
afterAll(() => office.close())

test('whoever finds the disk full is told so, nothing is half done, and with room it goes on', async () => {
  const { connection } = office.archive.store
  const entries = () => (connection.prepare('SELECT count(*) AS count FROM audit').get() as { count: number }).count
  const unexpected: string[] = []
  let refused = 0
  for await (const { login, method, input, keep } of validInputs(office)) {
    const ask = () => callByName(office.program, office.connectionOf(login), method, input)
    const before = entries()
    // No lower than what it holds: it may use what it has, and no more.
    connection.pragma('max_page_count = 1')
    let answer = await ask()
    connection.pragma('max_page_count = 1073741823')
    if (!answer.ok) {
      refused += 1
      if (answer.error.code !== 'disk-full') unexpected.push(`${method}: ${answer.error.code}`)
      if (entries() !== before) unexpected.push(`${method}: refused, and in the log`)
      answer = await ask()
    }
    if (answer.ok) keep?.(answer.value as never)
    else unexpected.push(`${method} with room: ${answer.error.code}`)
    if (!method.startsWith('fallback.')) office.clock.set(new Date(office.clock.now().getTime() + 1000))
  }
  expect(unexpected).toEqual([])
  expect(refused).toBeGreaterThan(20)
  expect((await verify(office)).findings).toEqual([])
}, 60_000)
