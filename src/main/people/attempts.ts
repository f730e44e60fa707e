import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { waitAfterFailures } from '../../shared/rules/people/password.ts'
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

/** Refuses `too-many-attempts` with the seconds still to wait. */
export function requirePatience(key: AttemptKey): void {
  const entry = readAttempts(key.folder)[who(key.archiveId, key.login)]
  if (!entry) return
  const seconds = Math.ceil(waitAfterFailures(entry.failures) - (key.clock.now().getTime() - entry.lastAt) / 1000)
  if (seconds > 0) throw new AppError('too-many-attempts', { seconds })
}

export async function countFailure(key: AttemptKey): Promise<void> {
  const attempts = readAttempts(key.folder)
  const id = who(key.archiveId, key.login)
  attempts[id] = { failures: (attempts[id]?.failures ?? 0) + 1, lastAt: key.clock.now().getTime() }
  await writeAttempts(key.folder, attempts)
}

/** Clears the count and answers how many attempts had failed. */
export async function clearFailures(key: AttemptKey): Promise<number> {
  const attempts = readAttempts(key.folder)
  const id = who(key.archiveId, key.login)
  const failures = attempts[id]?.failures ?? 0
  if (failures > 0) {
    delete attempts[id]
    await writeAttempts(key.folder, attempts)
  }
  return failures
}
