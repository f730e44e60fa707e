import { access } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import * as z from 'zod'
import { contract, type MethodName, type Output } from '../../shared/contract/index.ts'
import type { Method } from '../../shared/contract/method.ts'
import { type Answer, AppError, type Details, type ErrorCode } from '../../shared/errors.ts'
import { readDetail } from '../../shared/rules/archive/finding.ts'
import type { Text } from '../../shared/text/index.ts'
import type { Connection, Program } from '../pipeline/program.ts'
import { systemCode } from '../storage/atomic-file.ts'
import { fileSource } from '../storage/file-source.ts'
import { takeIn } from '../storage/take-in.ts'
import { typedLine } from './typed-line.ts'
import { readSamplePeople } from '../archive/folder.ts'

export type Terminal = {
  program: Program
  connection: Connection
  text: Text
  values: {
    archive?: string; user?: string; json: boolean; company?: string; regulation?: string; name?: string; roles?: string
    map?: string[]; 'on-existing'?: string; kind?: string; direction?: string; party?: string; whole?: boolean; on?: string; file?: string[]; head?: string; recovery?: boolean
  }
  rest: string[]
  jobId: string
  call: (method: string, input: unknown) => Promise<Answer<unknown>>
  /** A line for a person; silent with --json. */
  say: (line: string) => void
  /** The one object of --json. */
  answer: (value: unknown) => void
}

/** Ends the command with these words on standard error and exit status 1. */
export class Failure extends Error {
  readonly error: { code: ErrorCode; details: Details } | undefined
  constructor(message: string, error?: { code: ErrorCode; details: Details }) {
    super(message)
    this.error = error
  }
}

/** Each command of the terminal door; answers the exit status. */
export const commands: Readonly<Record<string, (terminal: Terminal) => Promise<number>>> = {
  init, sample, import: importFile, call: callMethod, verify, backup, restore,
}

/** How many arguments each takes at most: a folder given without `--archive` must not be passed over. */
export const argumentsOf: Readonly<Record<string, number>> = { init: 0, sample: 0, import: 22, call: 2, verify: 0, backup: 1, restore: 1 }

async function init(terminal: Terminal): Promise<number> {
  const { values, text } = terminal
  const login = values.user ?? 'admin'
  const { folder, recoveryCode } = await must<'archive.create'>(terminal, 'archive.create', {
    company: values.company ?? '本公司',
    regulation: values.regulation ?? 'S22',
    people: [{
      login, name: values.name ?? login, password: await password(terminal),
      roles: values.roles ? values.roles.split(',') : ['systemAdministrator', 'creditAdministrator'],
    }],
    departments: [{ code: 'XS', name: '销售部' }],
  })
  terminal.say(text.terminal.created(folder, recoveryCode))
  terminal.answer({ archive: folder, recoveryCode })
  return 0
}

async function sample(terminal: Terminal): Promise<number> {
  const { folder, recoveryCode } = await must<'archive.createSample'>(terminal, 'archive.createSample', {})
  const people = readSamplePeople(folder) ?? []
  terminal.say(terminal.text.terminal.created(folder, recoveryCode))
  terminal.say(terminal.text.terminal.samplePeople)
  for (const person of people) terminal.say(`  ${person.login}  ${person.password}  ${person.name}`)
  terminal.answer({ archive: folder, recoveryCode, people })
  return 0
}

async function importFile(terminal: Terminal): Promise<number> {
  const { text, values } = terminal
  const [what, file] = terminal.rest
  if (what === 'invoices') return await importInvoices(terminal)
  if (what === 'defaults') return await importDefaults(terminal)
  if (what !== 'parties' || !file) throw new Failure(text.terminal.missingArgument('import parties FILE'))
  if (terminal.rest[2] !== undefined) throw new Failure(text.terminal.surplusArgument(terminal.rest[2]))
  await signIn(terminal)
  const upload = await takeInFile(terminal, file, 'import')
  const result = await must<'parties.import'>(terminal, 'parties.import', {
    jobId: terminal.jobId,
    upload,
    columns: columnMap(values.map),
    onExisting: values['on-existing'],
    defaultKind: values.kind,
  })
  terminal.say(text.terminal.imported(result.read, result.added, result.updated, result.unchanged, result.refused.length))
  const refused = result.refused.map(({ row, code }) => ({ row, reason: text.parties.refusal[code], code }))
  for (const { row, reason } of refused) terminal.say(text.terminal.refusedRow(row, reason))
  const { read, added, updated, unchanged } = result
  terminal.answer({ read, added, updated, unchanged, refused })
  return result.refused.length === 0 ? 0 : 1
}

async function importInvoices(terminal: Terminal): Promise<number> {
  const { text, values } = terminal
  const files = terminal.rest.slice(1)
  if (files.length === 0) throw new Failure(text.terminal.missingArgument('import invoices FILE…'))
  await signIn(terminal)
  const uploads = []
  for (const file of files) uploads.push({ upload: await takeInFile(terminal, file, 'import'), direction: values.direction ?? null })
  const { refused: rows, ...counts } = await must<'invoices.import'>(terminal, 'invoices.import', {
    jobId: terminal.jobId, files: uploads, partyId: values.party === undefined ? null : Number(values.party), columns: columnMap(values.map), isWhole: values.whole === true,
  })
  terminal.say(text.terminal.importedInvoices(counts.read, counts.added, counts.repeated, counts.voided, counts.refusedTotal))
  const refused = rows.map(({ file, row, code }) => ({ file: basename(files[file] ?? ''), row, reason: text.invoices.refusal[code], code }))
  for (const { file, row, reason } of refused) terminal.say(text.terminal.refusedRowOf(file, row, reason))
  terminal.answer({ ...counts, refused })
  return counts.refusedTotal === 0 ? 0 : 1
}

async function importDefaults(terminal: Terminal): Promise<number> {
  const { text, values } = terminal
  const [, file, surplus] = terminal.rest
  if (!file) throw new Failure(text.terminal.missingArgument('import defaults FILE'))
  if (surplus !== undefined) throw new Failure(text.terminal.surplusArgument(surplus))
  await signIn(terminal)
  const { refused: rows, ...counts } = await must<'defaults.import'>(terminal, 'defaults.import', {
    jobId: terminal.jobId, upload: await takeInFile(terminal, file, 'import'), columns: columnMap(values.map), kind: values.kind, on: values.on,
  })
  terminal.say(text.terminal.importedDefaults(counts.read, counts.added, counts.repeated, counts.none, rows.length))
  const refused = rows.map(({ row, code }) => ({ row, reason: text.defaults.refusal[code], code }))
  for (const { row, reason } of refused) terminal.say(text.terminal.refusedRow(row, reason))
  terminal.answer({ ...counts, refused })
  return refused.length === 0 ? 0 : 1
}

const columnMap = (map: readonly string[] | undefined) => map && Object.fromEntries(map.map((pair) => pair.split(/=(?=[^=]*$)/) as [string, string]))

async function callMethod(terminal: Terminal): Promise<number> {
  const { text, values } = terminal
  const [method, json = '{}'] = terminal.rest
  if (!method) throw new Failure(text.terminal.missingArgument('call METHOD JSON'))
  let input: Record<string, unknown>
  try {
    input = JSON.parse(json) as Record<string, unknown>
  } catch {
    throw new Failure(text.terminal.badJson)
  }
  const spec: Method | undefined = Object.hasOwn(contract, method) ? contract[method as MethodName] : undefined
  if (spec?.who !== 'anyone' || values.user !== undefined) await signIn(terminal)
  if (values.file) {
    const field = fileField(spec)
    const tokens: string[] = []
    for (const file of values.file) tokens.push(await takeInFile(terminal, file, field === 'uploads' ? 'attachment' : 'import'))
    input = { ...input, [field]: field === 'upload' ? tokens[0] : field === 'files' ? tokens.map((upload) => ({ upload })) : tokens }
  }
  const answer = await terminal.call(method, input)
  console.log(values.json ? JSON.stringify(answer) : JSON.stringify(answer, null, 2))
  return answer.ok ? 0 : 1
}

/** Where a method takes files: scans go in as they are, a table (`upload`, of invoices several `files`) to be read. */
function fileField(spec: Method | undefined): 'upload' | 'files' | 'uploads' {
  const fields = spec?.input instanceof z.ZodObject ? spec.input.shape : {}
  return 'upload' in fields ? 'upload' : 'files' in fields ? 'files' : 'uploads'
}

async function verify(terminal: Terminal): Promise<number> {
  const { text, values } = terminal
  const [seq, head] = values.head?.split(':') ?? []
  await signIn(terminal)
  const result = await must<'archive.verify'>(terminal, 'archive.verify', {
    jobId: terminal.jobId, head: values.head === undefined ? undefined : { seq: Number(seq), head: head ?? '' },
  })
  const words = text.archive.settings
  terminal.say(text.terminal.verified(result.ok, Object.entries(result.checked).map(([name, count]) => `${words.checkedItem[name] ?? name} ${count}`).join(' · ')))
  for (const { kind, subject, detail } of result.findings) {
    const known = readDetail(detail)
    terminal.say(`  ${words.finding[kind]}  ${subject}  ${known ? words.findingRule[known.rule](known.values) : detail}`)
  }
  terminal.answer(result)
  return result.ok ? 0 : 1
}

async function backup(terminal: Terminal): Promise<number> {
  const file = terminal.rest[0]
  if (!file) throw new Failure(terminal.text.terminal.missingArgument('backup FILE'))
  await signIn(terminal)
  const result = await must<'archive.backup'>(terminal, 'archive.backup', { jobId: terminal.jobId, file })
  terminal.say(terminal.text.terminal.backedUp(result.file, result.bytes))
  terminal.answer(result)
  return 0
}

async function restore(terminal: Terminal): Promise<number> {
  const file = terminal.rest[0]
  if (!file) throw new Failure(terminal.text.terminal.missingArgument('restore FILE'))
  if (!terminal.values.recovery && !terminal.values.user) throw new Failure(terminal.text.terminal.userNeeded)
  const result = await must<'archive.restore'>(terminal, 'archive.restore', {
    file: resolve(file), login: terminal.values.recovery ? undefined : terminal.values.user, password: await password(terminal),
  })
  terminal.say(terminal.text.terminal.restored(result.keptAs))
  terminal.answer(result)
  return 0
}

/** The value of a call, or the refusal in words. */
async function must<Name extends MethodName>(terminal: Terminal, method: Name, input: unknown): Promise<Output<Name>> {
  const answer = await terminal.call(method, input)
  if (answer.ok) return answer.value as Output<Name>
  throw new Failure(refusalWords(terminal.text, answer.error), answer.error)
}

function refusalWords(text: Text, error: { code: ErrorCode; details: Details }): string {
  const words = (text.error as Readonly<Record<string, string | ((details: Details) => string)>>)[error.code]
  const said = typeof words === 'function' ? words(error.details) : words
  return `${said ?? error.code} [${error.code}] ${Object.keys(error.details).length > 0 ? JSON.stringify(error.details) : ''}`.trim()
}

async function signIn(terminal: Terminal): Promise<void> {
  if (!terminal.values.user) throw new Failure(terminal.text.terminal.userNeeded)
  await must<'session.signIn'>(terminal, 'session.signIn', { login: terminal.values.user, password: await password(terminal) })
}

async function password({ text }: Terminal): Promise<string> {
  const given = process.env.JUANZONG_PASSWORD
  if (given) return given
  const typed = await typedLine(process.stdin, process.stderr)
  if (!typed) throw new Failure(text.terminal.passwordNeeded)
  return typed
}

async function takeInFile({ program, connection, text }: Terminal, file: string, purpose: 'attachment' | 'import'): Promise<string> {
  const { archive } = program
  const { session } = connection
  if (!archive || !session) throw new Failure(text.terminal.userNeeded)
  try {
    await access(file)
    return archive.uploads.stage(session.id, await takeIn(archive.attachments, fileSource(file), basename(file), purpose))
  } catch (error) {
    // What goes wrong in writing has come as a refusal of its own; this is the file itself: not there, a folder, not to be read.
    if (error instanceof AppError && error.code !== 'file-unreadable') throw new Failure(refusalWords(text, error), { code: error.code, details: error.details })
    if (error instanceof AppError || systemCode(error) !== undefined) throw new Failure(text.terminal.unreadable(file), { code: 'file-unreadable', details: {} })
    throw error
  }
}
