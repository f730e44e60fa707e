import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Input, MethodName, Output } from '../../src/shared/contract/index.ts'
import type { Answer } from '../../src/shared/errors.ts'
import { ROLES, type Role } from '../../src/shared/roles.ts'
import type { Archive } from '../../src/main/archive/archive.ts'
import { createArchive } from '../../src/main/archive/create.ts'
import { openArchive } from '../../src/main/archive/folder.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { closeArchive, connect, type Connection, createProgram, newSession, type Program } from '../../src/main/pipeline/program.ts'
import { loadPresets } from '../../src/main/regulations/load.ts'
import { openKeyFile } from '../../src/main/storage/keys.ts'
import { takeIn } from '../../src/main/storage/take-in.ts'
import { builtWorker } from './worker.ts'

export const resourcesFolder = join(import.meta.dirname, '../../resources')
export const presets = loadPresets(join(resourcesFolder, 'regulations'))
/** 10:00 in the morning of the test's today, wherever the test runs. */
export const TEST_NOW = new Date(2026, 10, 23, 10, 0, 0)

export type TestClock = { fixed: true; now(): Date; set(instant: Date): void; addDays(days: number): void }

export function createTestClock(start = TEST_NOW): TestClock {
  let current = start
  return {
    fixed: true,
    now: () => current,
    set: (instant) => { current = instant },
    addDays: (days) => { current = new Date(current.getFullYear(), current.getMonth(), current.getDate() + days, current.getHours(), current.getMinutes(), current.getSeconds()) },
  }
}

export type TestPerson = { login: string; name: string; roles: Role[]; departmentCode: string | null }

/** One person a role, in department XS1 (销售一部); `salesperson2` and `departmentClerk2` are in XS2 (销售二部). */
export const TEST_PEOPLE: readonly TestPerson[] = [
  ...ROLES.map((role) => ({
    login: role.toLowerCase(), name: `测试${role}`, roles: [role],
    departmentCode: role === 'salesperson' || role === 'departmentClerk' ? 'XS1' : null,
  })),
  { login: 'salesperson2', name: '二部业务员', roles: ['salesperson'], departmentCode: 'XS2' },
  { login: 'departmentclerk2', name: '二部档案员', roles: ['departmentClerk'], departmentCode: 'XS2' },
  { login: 'archivist2', name: '第二档案员', roles: ['archivist'], departmentCode: null },
  { login: 'officedirector2', name: '副主任', roles: ['officeDirector'], departmentCode: null },
]
/** What the test's archivists can show: no regulation that they work under asks for more. */
export const TEST_QUALIFICATION = { degree: 'bachelor', examinedOn: '2026-03-02', score: 92 } as const
export const TEST_PASSWORD = 'Juanzong-测试-2026'
export type TestLogin = Lowercase<Role> | 'salesperson2' | 'departmentclerk2' | 'archivist2' | 'officedirector2'

export type TestArchive = {
  program: Program
  archive: Archive
  clock: TestClock
  folder: string
  recoveryCode: string
  people: Readonly<Record<TestLogin, number>>
  departments: Readonly<Record<'XS1' | 'XS2', number>>
  /** Through the real pipeline, as this person (signed in without the cost of a password). */
  answerAs<Name extends MethodName>(login: TestLogin, method: Name, input: Input<Name>): Promise<Answer<Output<Name>>>
  /** The same, throwing on a refusal: the value. */
  callAs<Name extends MethodName>(login: TestLogin, method: Name, input: Input<Name>): Promise<Output<Name>>
  /** The same where method and input are not known to the types. */
  callAny(login: TestLogin, method: MethodName, input: object): Promise<unknown>
  /** Takes a file in for this person's session; answers the upload token. */
  upload(login: TestLogin, name: string, bytes: Uint8Array, purpose?: 'attachment' | 'import'): Promise<string>
  connectionOf(login: TestLogin): Connection
  close(): Promise<void>
}

let template: Promise<{ folder: string; dataKey: Buffer; recoveryCode: string }> | undefined

async function buildTemplate() {
  const folder = join(mkdtempSync(join(tmpdir(), 'juanzong-template-')), 'archive')
  const { recoveryCode } = await createArchive(
    folder,
    {
      company: '测试公司',
      regulation: presets.find((preset) => preset.id === 'S22')!,
      departments: [{ code: 'XS1', name: '销售一部' }, { code: 'XS2', name: '销售二部' }],
      people: TEST_PEOPLE.map((person) => ({ ...person, password: TEST_PASSWORD, qualification: person.roles.includes('archivist') ? TEST_QUALIFICATION : null })),
    },
    createTestClock(),
  )
  const opened = await openKeyFile(folder).unlock('archivist', TEST_PASSWORD)
  process.once('exit', () => rmSync(join(folder, '..'), { recursive: true, force: true }))
  return { folder, dataKey: opened!.dataKey, recoveryCode }
}

/** A real migrated encrypted archive in a temporary folder with one person a role, and the real pipeline over it. */
export async function openTestArchive(): Promise<TestArchive> {
  template ??= buildTemplate()
  const { folder: source, dataKey, recoveryCode } = await template
  const base = mkdtempSync(join(tmpdir(), 'juanzong-test-'))
  const folder = join(base, 'archive')
  cpSync(source, folder, { recursive: true })
  const clock = createTestClock()
  const program = createProgram({
    folder, clock, presets, resourcesFolder,
    workerUrl: builtWorker,
    checksOutputs: true,
    log: (line) => console.error(line),
    shell: {
      kind: 'terminal', canSavePdf: false, chooseFolder: null,
      backupTarget: async (asked) => asked ?? null, backupSource: async (asked) => asked ?? null,
    },
  })
  const archive = openArchive({ folder, dataKey: Buffer.from(dataKey), keys: openKeyFile(folder), clock })
  program.archive = archive
  const people = Object.fromEntries(
    (archive.store.prepare('SELECT login, id FROM person').all() as { login: TestLogin; id: number }[]).map((row) => [row.login, row.id]),
  ) as Record<TestLogin, number>
  const departments = Object.fromEntries(
    (archive.store.prepare('SELECT code, id FROM department').all() as { code: 'XS1' | 'XS2'; id: number }[]).map((row) => [row.code, row.id]),
  ) as Record<'XS1' | 'XS2', number>

  const connections = new Map<TestLogin, Connection>()
  const connectionOf = (login: TestLogin) => {
    let connection = connections.get(login)
    if (!connection) {
      connection = connect(program)
      connections.set(login, connection)
    }
    connection.session ??= newSession(people[login], login, clock)
    connection.session.lastUsedAt = clock.now().getTime()
    return connection
  }
  const answerAs = async <Name extends MethodName>(login: TestLogin, method: Name, input: Input<Name>) =>
    (await callByName(program, connectionOf(login), method, input)) as Answer<Output<Name>>
  return {
    program, archive, clock, folder, recoveryCode, people, departments, connectionOf, answerAs,
    callAs: async (login, method, input) => {
      const answer = await answerAs(login, method, input)
      if (!answer.ok) throw Object.assign(new Error(`${method} refused: ${answer.error.code} ${JSON.stringify(answer.error.details)}`), answer.error)
      return answer.value
    },
    callAny: async (login, method, input) => {
      const answer = await callByName(program, connectionOf(login), method, input)
      if (!answer.ok) throw new Error(`${method} refused: ${answer.error.code} ${JSON.stringify(answer.error.details)}`)
      return answer.value
    },
    upload: async (login, name, bytes, purpose = 'attachment') => {
      const session = connectionOf(login).session!
      async function* source() { yield bytes }
      return archive.uploads.stage(session.id, await takeIn(archive.attachments, source(), name, purpose))
    },
    close: async () => {
      await closeArchive(program)
      rmSync(base, { recursive: true, force: true })
    },
  }
}
