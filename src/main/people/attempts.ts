import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { waitAfterFailures } from '../../shared/rules/people/password.ts'
import { createMutex, type Mutex } from '../archive/mutex.ts'
import type { Clock } from '../pipeline/context.ts'
import { replaceFile } from '../storage/atomic-file.ts'

/*
 * Failed attempts slow down, also over a restart: they are counted in a file beside the keys, under a hash of the login.
 * The file is a courtesy to the people of the office. What stops a thief with a copy of the folder is scrypt.
 */

type Attempts = Record<string, { failures: number; lastAt: number }>
const FILE_NAME = 'attempts.json'

const who = (archiveId: string, login: string) => createHash('sha256').update(`${archiveId}\n${login}\nattempts`).digest('hex').slice(0, 24)

function readAttempts(folder: string): Attempts {
  try {
    return JSON.parse(readFileSync(join(folder, FILE_NAME), 'utf8')) as Attempts
  } catch {
    return {}
  }
}

const writeAttempts = (folder: string, attempts: Attempts) => replaceFile(join(folder, FILE_NAME), Buffer.from(JSON.stringify(attempts)))

export type AttemptKey = { folder: string; archiveId: string; login: string; clock: Clock }

/** One attempt at a time for each archive: guesses sent side by side wait for each other as those sent one by one do. */
const turns = new Map<string, Mutex>()

/**
 * Carries out one attempt at a password: refuses `too-many-attempts` with the seconds still to wait; what `attempt` refuses
 * by `wrong-password` or `wrong-recovery-code` counts as a failure. Answers also how many attempts had failed before.
 */
export async function withPatience<Result>(key: AttemptKey, attempt: () => Promise<Result>): Promise<{ result: Result; failuresBefore: number }> {
  const turn = turns.get(key.folder) ?? createMutex()
  turns.set(key.folder, turn)
  return await turn.run(async () => {
    await requirePatience(key)
    try {
      const result = await attempt()
      return { result, failuresBefore: await clearFailures(key) }
    } catch (error) {
      if (error instanceof AppError && COUNTED.has(error.code)) await countFailure(key)
      throw error
    }
  })
}

const COUNTED: ReadonlySet<string> = new Set(['wrong-password', 'wrong-recovery-code'])

async function requirePatience({ folder, archiveId, login, clock }: AttemptKey): Promise<void> {
  const attempts = readAttempts(folder)
  const entry = attempts[who(archiveId, login)]
  if (!entry) return
  const now = clock.now().getTime()
  if (entry.lastAt > now) {
    // The clock has been put back since: the wait begins anew by the clock of today, and does not last until then.
    entry.lastAt = now
    await writeAttempts(folder, attempts)
  }
  const seconds = Math.ceil(waitAfterFailures(entry.failures) - (now - entry.lastAt) / 1000)
  if (seconds > 0) throw new AppError('too-many-attempts', { seconds })
}

async function countFailure(key: AttemptKey): Promise<void> {
  const attempts = readAttempts(key.folder)
  const id = who(key.archiveId, key.login)
  attempts[id] = { failures: (attempts[id]?.failures ?? 0) + 1, lastAt: key.clock.now().getTime() }
  await writeAttempts(key.folder, attempts)
}

/** Clears the count and answers how many attempts had failed. */
async function clearFailures(key: AttemptKey): Promise<number> {
  const attempts = readAttempts(key.folder)
  const id = who(key.archiveId, key.login)
  const failures = attempts[id]?.failures ?? 0
  if (failures > 0) {
    delete attempts[id]
    await writeAttempts(key.folder, attempts)
  }
  return failures
}
