import { mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { replaceFile } from '../storage/atomic-file.ts'

/*
 * What this workstation remembers outside any archive: which folder the archive is in. Nothing else, since whatever lies
 * here is not encrypted.
 */

function baseFolder(kind: 'config' | 'data'): string {
  const { env } = process
  if (process.platform === 'win32') {
    const roaming = kind === 'config' ? env.APPDATA : env.LOCALAPPDATA
    return join(roaming ?? join(homedir(), 'AppData', kind === 'config' ? 'Roaming' : 'Local'), 'Juanzong')
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Juanzong')
  return kind === 'config'
    ? join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'juanzong')
    : join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'juanzong')
}

const settingsFile = () => join(baseFolder('config'), 'workstation.json')

/** The archive folder: as asked (`--archive`), by JUANZONG_ARCHIVE, as remembered, or the system's place for data. */
export function archiveFolder(asked?: string): string {
  const named = asked ?? process.env.JUANZONG_ARCHIVE
  if (named) return resolve(named)
  try {
    const remembered = (JSON.parse(readFileSync(settingsFile(), 'utf8')) as { archiveFolder?: unknown }).archiveFolder
    if (typeof remembered === 'string' && remembered) return remembered
  } catch {
    // First start on this workstation, or a file somebody damaged: the default is right in both cases.
  }
  return join(baseFolder('data'), 'archive')
}

export async function rememberArchiveFolder(folder: string): Promise<void> {
  mkdirSync(baseFolder('config'), { recursive: true })
  await replaceFile(settingsFile(), Buffer.from(JSON.stringify({ archiveFolder: folder })))
}
