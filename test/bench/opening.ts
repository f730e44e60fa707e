import { dirname, join } from 'node:path'
import { cpSync } from 'node:fs'
import { createArchive } from '../../src/main/archive/create.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { closeArchive, connect, createProgram } from '../../src/main/pipeline/program.ts'
import { createTestClock, presets, resourcesFolder, TEST_PASSWORD, TEST_PEOPLE, TEST_QUALIFICATION, type TestArchive } from '../builders/archive.ts'
import { byTurns, report } from './measure.ts'
import { scratchFolder } from './office.ts'
import { builtWorker } from '../builders/worker.ts'

/** From the password to the first page (status, home, cabinet), on the large archive and on an empty one. */
export async function opening(large: TestArchive): Promise<boolean[]> {
  const scratch = scratchFolder()
  const empty = join(scratch.folder, 'empty')
  const clock = createTestClock()
  await createArchive(empty, {
    company: '空', regulation: presets.find((preset) => preset.id === 'S22')!, departments: [{ code: 'XS1', name: '一' }, { code: 'XS2', name: '二' }],
    people: TEST_PEOPLE.map((person) => ({ ...person, password: TEST_PASSWORD, qualification: person.roles.includes('archivist') ? TEST_QUALIFICATION : null })),
  }, clock)
  large.archive.store.connection.pragma('wal_checkpoint(TRUNCATE)')
  const copy = join(scratch.folder, 'large')
  cpSync(large.folder, copy, { recursive: true })
  const open = (folder: string) => async () => {
    const program = createProgram({
      folder, clock, presets, resourcesFolder, workerUrl: builtWorker, shell: large.program.shell,
    })
    const connection = connect(program)
    for (const [method, input] of [
      ['session.signIn', { login: 'archivist', password: TEST_PASSWORD }], ['archive.status', {}], ['home.overview', {}], ['cabinet.rooms', {}],
    ] as const) {
      const answer = await callByName(program, connection, method, input)
      if (!answer.ok) throw new Error(`${dirname(folder)} ${method}: ${answer.error.code}`)
    }
    await closeArchive(program)
  }
  const { ours, theirs } = await byTurns(open(copy), open(empty), 11)
  scratch.remove()
  return [report({ name: 'opening the large archive / an empty one', ours, theirs, budget: 1.1 })]
}
