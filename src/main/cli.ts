import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { argumentsOf, commands, Failure, type Terminal } from './shell/terminal-commands.ts'
import { helpOf } from './shell/terminal-help.ts'
import { callByName } from './pipeline/pipeline.ts'
import { closeArchive, connect, createProgram } from './pipeline/program.ts'
import { loadPresets } from './regulations/load.ts'
import { findResources } from './shell/resources.ts'
import { archiveFolder } from './shell/workstation.ts'
import { AppError } from '../shared/errors.ts'
import { en } from '../shared/text/en.ts'
import { zhCN } from '../shared/text/zh-CN.ts'

// The terminal door: the same calls for imports, checks, backups and scripts. Composition only.

const text = process.env.JUANZONG_LANG === 'en' ? en : zhCN
const here = dirname(fileURLToPath(import.meta.url))
const resourcesFolder = findResources(here)

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      archive: { type: 'string' }, user: { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
      company: { type: 'string' }, regulation: { type: 'string' }, name: { type: 'string' }, roles: { type: 'string' },
      map: { type: 'string', multiple: true }, 'on-existing': { type: 'string' }, kind: { type: 'string' }, direction: { type: 'string' }, party: { type: 'string' }, whole: { type: 'boolean', default: false }, on: { type: 'string' },
      file: { type: 'string', multiple: true }, head: { type: 'string' }, recovery: { type: 'boolean' },
    },
  })
  const [name, ...rest] = positionals
  const command = name === undefined ? undefined : commands[name]
  if (values.help) {
    console.log(command ? helpOf(name as keyof typeof text.terminal.help, text) : text.terminal.usage)
    return name !== undefined && !command ? 1 : 0
  }
  if (name === undefined) throw new Failure(text.terminal.usage)
  if (!command) throw new Failure(text.terminal.unknownCommand(name))
  const surplus = rest[argumentsOf[name]!]
  if (surplus !== undefined) throw new Failure(text.terminal.surplusArgument(surplus))

  const program = createProgram({
    folder: archiveFolder(values.archive),
    presets: loadPresets(join(resourcesFolder, 'regulations')),
    workerUrl: new URL('./jobs/worker.ts', import.meta.url),
    resourcesFolder,
    log: (line) => console.error(line),
    shell: {
      kind: 'terminal',
      canSavePdf: false,
      chooseFolder: null,
      // A script's slip of the pen must not cost a file; the windows' dialogs ask by themselves.
      backupTarget: async (asked) => {
        if (asked !== undefined && existsSync(asked)) throw new AppError('file-unwritable', { reason: 'EEXIST' })
        return asked === undefined ? null : resolve(asked)
      },
      backupSource: async (asked) => (asked === undefined ? null : resolve(asked)),
    },
  })
  const connection = connect(program)
  const terminal: Terminal = {
    program, connection, text, values, rest,
    jobId: randomUUID(),
    call: (method, input) => callByName(program, connection, method, input),
    say: (line) => {
      if (!values.json) console.log(line)
    },
    answer: (value) => {
      if (values.json) console.log(JSON.stringify(value))
    },
  }
  const leave = () => void closeArchive(program).finally(() => process.exit(130))
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  try {
    return await command(terminal)
  } finally {
    await closeArchive(program)
  }
}

/** A refusal in words, and with --json as the one object; a fault of the program is to be seen whole. */
function failed(thrown: unknown): number {
  const error = asUsage(thrown)
  const asked = process.argv.includes('--json')
  if (asked) {
    const refusal = error instanceof Failure ? error.error ?? { code: 'bad-input', details: { message: error.message } } : { code: 'internal', details: {} }
    console.log(JSON.stringify({ error: refusal }))
  }
  console.error(error instanceof Failure ? error.message : error)
  return 1
}

/** A misspelt option comes from parseArgs, in its own English words. */
function asUsage(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string }
  if (!code?.startsWith('ERR_PARSE_ARGS')) return error
  const option = /'(-[^' ]*)/.exec(message ?? '')?.[1] ?? ''
  return new Failure(code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? text.terminal.unknownOption(option) : text.terminal.optionValue(option))
}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = failed(error)
}
