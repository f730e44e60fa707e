import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import { replaceFile, syncFolder, systemCode } from '../storage/atomic-file.ts'
import { claimArchive, requireFree } from './in-use.ts'

/*
 * How one folder takes another's place. A small journal beside the archive, `<folder>.restore.json`, names the two other
 * folders before they exist, so that nothing is ever deleted by a guess:
 *
 *   unpacking   <folder> is as it was; <staging> is being filled           → interrupted: drop <staging>
 *   replacing   <folder> → <kept>, then <staging> → <folder>               → interrupted: go on where it stopped
 *
 * In `replacing` everything in <staging> has been checked and synced, so going on is always right once <folder> has been
 * renamed. While it is still there, nothing has happened yet, and the former archive simply stays.
 */

const Journal = z.strictObject({
  phase: z.enum(['unpacking', 'replacing']),
  staging: z.string(),
  kept: z.string().nullable(),
})
type Journal = z.infer<typeof Journal>

export type Replacement = {
  /** The folder to fill, on the same disk. */
  readonly staging: string
  /**
   * The exchange. Answers where the former archive is kept, null if there was none. When it fails, the former archive is
   * in its place. Refuses `archive-in-use` while another program has the former one open.
   */
  carryOut(beforeReplacing: () => Promise<void>): Promise<string | null>
  /** Undoes what is not carried out. */
  abandon(): Promise<void>
}

const journalOf = (folder: string) => `${folder}.restore.json`

/** Begins to replace an archive folder (which need not exist). Refuses `archive-in-use` while another replacement runs. */
export async function beginReplacement(folder: string, now: Date): Promise<Replacement> {
  finishInterruptedRestore(folder)
  if (existsSync(journalOf(folder))) throw new AppError('archive-in-use', { folder })
  const parent = dirname(folder)
  mkdirSync(parent, { recursive: true })
  const staging = `${folder}-restoring-${randomBytes(4).toString('hex')}`
  const journal: Journal = { phase: 'unpacking', staging: basename(staging), kept: null }
  await writeJournal(folder, journal)
  mkdirSync(staging, { mode: 0o700 })
  // Tells another process that this one is alive; see finishInterruptedRestore.
  const release = claimArchive(staging)
  let isClaimed = true
  let isOver = false

  return {
    staging,
    carryOut: async (beforeReplacing) => {
      const kept = isOccupied(folder) ? freeName(folder, now) : null
      await beforeReplacing()
      // Another program that has it open would go on writing into the folder that is kept.
      requireFree(folder)
      await writeJournal(folder, { ...journal, phase: 'replacing', kept: kept && basename(kept) })
      release()
      isClaimed = false
      exchange(folder, staging, kept)
      await syncFolder(parent)
      rmSync(journalOf(folder), { force: true })
      await syncFolder(parent)
      isOver = true
      return kept
    },
    abandon: async () => {
      if (isOver) return
      isOver = true
      if (isClaimed) release()
      // The former archive could not get its name back: the journal stays, and the next opening goes on from there.
      if (isMidway(folder)) return
      rmSync(staging, { recursive: true, force: true })
      rmSync(journalOf(folder), { force: true })
      await syncFolder(parent)
    },
  }
}

function exchange(folder: string, staging: string, kept: string | null): void {
  try {
    if (kept) renameSync(folder, kept)
    else if (existsSync(folder)) rmdirSync(folder)
  } catch (error) {
    throw refusedRename(error, folder)
  }
  try {
    renameSync(staging, folder)
  } catch (error) {
    if (kept) renameSync(kept, folder)
    throw refusedRename(error, folder)
  }
}

/** Somebody has a file of the folder open (Windows), or works in it. */
function refusedRename(error: unknown, folder: string): unknown {
  return ['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY'].includes(systemCode(error) ?? '') ? new AppError('archive-in-use', { folder }) : error
}

/**
 * To be called before an archive folder is looked at: brings a restore that was killed to its end or back to its
 * beginning. Answers what it did; `running` when another process is restoring just now.
 */
export function finishInterruptedRestore(folder: string): 'nothing' | 'undone' | 'finished' | 'running' {
  const journal = readJournal(folder)
  if (!journal) return 'nothing'
  const parent = dirname(folder)
  const staging = join(parent, journal.staging)
  if (existsSync(staging) && isClaimed(staging)) return 'running'
  let outcome: 'undone' | 'finished' = 'finished'
  if (journal.phase === 'replacing' && !isOccupied(folder)) {
    // The former archive has its other name already. An empty folder may have been there, or made since.
    if (existsSync(folder)) rmdirSync(folder)
    const source = existsSync(staging) ? staging : journal.kept && join(parent, journal.kept)
    if (source && existsSync(source)) renameSync(source, folder)
  } else if (existsSync(staging)) {
    rmSync(staging, { recursive: true, force: true })
    outcome = 'undone'
  }
  rmSync(journalOf(folder), { force: true })
  syncParent(parent)
  return outcome
}

function isOccupied(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0
}

function isMidway(folder: string): boolean {
  const journal = readJournal(folder)
  return journal?.phase === 'replacing' && journal.kept !== null && !isOccupied(folder)
}

function isClaimed(staging: string): boolean {
  try {
    claimArchive(staging)()
    return false
  } catch (error) {
    if (error instanceof AppError && error.code === 'archive-in-use') return true
    throw error
  }
}

/** Only names beside the folder and made for it count: a journal that says otherwise is none of ours. */
function readJournal(folder: string): Journal | null {
  let text: string
  try {
    text = readFileSync(journalOf(folder), 'utf8')
  } catch {
    return null
  }
  try {
    const journal = Journal.parse(JSON.parse(text))
    const name = basename(folder)
    const isOurs = journal.staging.startsWith(name) && /^-restoring-[0-9a-f]{8}$/.test(journal.staging.slice(name.length))
    const isKeptOurs = journal.kept === null || (journal.kept.startsWith(`${name}-kept-`) && basename(journal.kept) === journal.kept)
    return isOurs && isKeptOurs ? journal : null
  } catch {
    return null
  }
}

function writeJournal(folder: string, journal: Journal): Promise<void> {
  return replaceFile(journalOf(folder), Buffer.from(JSON.stringify(journal)))
}

/** `<folder>-kept-20261123-101500`, and with a number behind it where that is taken. */
function freeName(folder: string, now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  const name = `${folder}-kept-${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
  let free = name
  for (let number = 2; existsSync(free); number++) free = `${name}-${number}`
  return free
}

function syncParent(parent: string): void {
  // Windows cannot sync a folder, and need not.
  if (process.platform === 'win32') return
  const descriptor = openSync(parent, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
