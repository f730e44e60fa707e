import { closeSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { systemCode } from '../storage/atomic-file.ts'

/*
 * An empty file that lies in the archive folder while the archive is open. Found at opening, it says that the program was
 * killed; its time says since when things may have been left half done. So the sweep never touches what was there before:
 * a file whose row somebody has deleted is for the verification to find, not for the sweep to clear away.
 */
const MARK_NAME = 'open-since'

/** Marks the archive as open. A mark that was left behind stays as it is; then the answer is true. */
export function markOpen(folder: string): boolean {
  try {
    const descriptor = openSync(join(folder, MARK_NAME), 'wx', 0o600)
    fsyncSync(descriptor)
    closeSync(descriptor)
    return false
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return true
    throw error
  }
}

/** The instant of the mark, by the clock of the file system; null without one. */
export function openSince(folder: string): number | null {
  return statSync(join(folder, MARK_NAME), { throwIfNoEntry: false })?.mtimeMs ?? null
}

export function clearMark(folder: string): void {
  rmSync(join(folder, MARK_NAME), { force: true })
}
