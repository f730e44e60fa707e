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

/** Calls through the real pipeline and takes the transaction back at its end. Not for jobs, which write in a worker. */
export async function tryCall({ archive, program, connectionOf }: TestArchive, login: TestLogin, method: MethodName, input: unknown, looks = true): Promise<Trial> {
  const { store } = archive
  const write = store.write.bind(store)
  let changed: string[] | null = null
  let isFirst = true
  store.write = ((work: (trx: Trx) => unknown) => write((trx) => {
    // What a refusal writes afterwards is its own affair.
    if (!isFirst) return
    isFirst = false
    const before = looks ? contentsOf(trx) : null
    work(trx)
    changed = before ? differences(before, contentsOf(trx)) : []
    throw UNDONE
  })) as typeof store.write
  try {
    const answer = await callByName(program, connectionOf(login), method, input)
    if (changed !== null) return { code: 'ok', changed }
    return { code: answer.ok ? 'ok' : answer.error.code, changed: [] }
  } finally {
    store.write = write
  }
}
