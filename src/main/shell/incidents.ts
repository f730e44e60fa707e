import { appendFileSync, mkdirSync, statSync, renameSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

const LARGEST = 1 << 20

function incidentFile(): string {
  const base = process.env.XDG_STATE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.local', 'state')
  return join(base, 'juanzong', 'incidents.log')
}

/**
 * Writes one incident beside the system's other logs, never into the archive folder. The line has an error's name and
 * stack and nothing of the archive (`pipeline.ts` sees to that). A log that cannot be written stops nobody's work.
 */
export function appendIncident(text: string): void {
  try {
    const file = incidentFile()
    mkdirSync(dirname(file), { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.1`)
    appendFileSync(file, `${text}\n`)
  } catch {
    console.error(`incident log not writable: ${text.split('\n')[0]}`)
  }
}
