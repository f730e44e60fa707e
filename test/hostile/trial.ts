import { createHash } from 'node:crypto'
import type { MethodName } from '../../src/shared/contract/index.ts'
import { AppError } from '../../src/shared/errors.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import type { Trx } from '../../src/main/storage/database.ts'
import type { TestArchive, TestLogin } from '../builders/archive.ts'

/** How a call would come out: its refusal, or the tables it would change. Nothing is left of it, so that an office day can go on. */
export type Trial = { code: string; changed: string[] }

const UNDONE = new AppError('cancelled')

export function contentsOf(trx: Pick<Trx, 'prepare'>): Map<string, string> {
  const tables = trx
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%fts%' AND name NOT IN ('audit')")
    .all() as { name: string }[]
  return new Map(tables.map(({ name }) => {
    const rows = trx.prepare(`SELECT * FROM "${name}"`).all()
    return [name, `${rows.length} ${createHash('sha1').update(JSON.stringify(rows)).digest('hex')}`]
  }))
}

export function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  const size = (of: Map<string, string>, name: string) => Number(of.get(name)?.split(' ')[0] ?? 0)
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name)).map((name) => {
    const grown = size(after, name) - size(before, name)
    return grown === 0 ? `~${name}` : `${grown > 0 ? '+' : ''}${grown} ${name}`
  })
}

/**
 * Calls through the real pipeline and takes the transaction back at its end. Not for jobs, which write in a worker. What has
 * changed is looked at only where more rows were written than the call's entry in the log.
 */
export async function tryCall(office: TestArchive, login: TestLogin, method: MethodName, input: unknown): Promise<Trial> {
  const { code, rows } = await countCall(office, login, method, input)
  if (rows <= 1) return { code, changed: [] }
  const { store } = office.archive
  let before = new Map<string, string>()
  let changed: string[] = []
  await undone(office, login, method, input, () => { before = contentsOf(store) }, () => { changed = differences(before, contentsOf(store)) })
  return { code, changed }
}

/** The same, with no more than how many rows were written. */
export async function countCall(office: TestArchive, login: TestLogin, method: MethodName, input: unknown): Promise<{ code: string; rows: number }> {
  const total = () => (office.archive.store.prepare('SELECT total_changes() AS total').get() as { total: number }).total
  let before = 0
  let rows = 0
  const code = await undone(office, login, method, input, () => { before = total() }, () => { rows = total() - before })
  return { code, rows }
}

/** The refusal that the call would come to, or `ok`. */
async function undone({ archive, program, connectionOf }: TestArchive, login: TestLogin, method: MethodName, input: unknown, before: () => void, after: () => void): Promise<string> {
  const { store } = archive
  const write = store.write.bind(store)
  const loud = program as { log: (line: string) => void }
  const { log } = loud
  loud.log = (line) => { if (!line.includes('could not be recorded')) log(line) }
  let isDone = false
  store.write = ((work: (trx: Trx) => unknown) => write((trx) => {
    // What a refusal writes down of itself is its own affair.
    if (isDone) return
    isDone = true
    before()
    work(trx)
    after()
    throw UNDONE
  })) as typeof store.write
  try {
    const answer = await callByName(program, connectionOf(login), method, input)
    return answer.ok || answer.error.code === UNDONE.code ? 'ok' : answer.error.code
  } finally {
    store.write = write
    loud.log = log
  }
}
