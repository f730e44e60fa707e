import { randomBytes } from 'node:crypto'
import type { Archive } from '../archive/archive.ts'
import type { Regulation } from '../../shared/rules/regulations/schema.ts'
import type { JobTable } from '../jobs/jobs.ts'
import type { Clock } from './context.ts'

/** Who is signed in at a door. Locked: the screen is covered and every call but unlocking and leaving is refused. */
export type Session = { id: string; personId: number; login: string; isLocked: boolean; lastUsedAt: number }

/** One window of a door: at most one person is signed in on it. */
export type Connection = { session: Session | null }

/** What a door can do that others cannot. One adapter a door (`shell/`). */
export type Shell = {
  readonly kind: 'electron' | 'browser' | 'terminal'
  chooseFolder: (() => Promise<string | null>) | null
  /** Where a backup goes: the path asked for (terminal), a dialog's answer, or the door's own place; null when dismissed. */
  backupTarget: (asked: string | undefined, suggestedName: string, archiveFolder: string) => Promise<string | null>
  /** The backup to restore from, as a path on this machine; null when dismissed. */
  backupSource: (asked: string | undefined) => Promise<string | null>
  canSavePdf: boolean
}

/** The running program: at most one open archive, its doors' connections, what the doors handed in. */
export type Program = {
  folder: string
  archive: Archive | null
  readonly connections: Set<Connection>
  readonly clock: Clock
  readonly shell: Shell
  readonly presets: readonly Regulation[]
  readonly jobs: JobTable
  /** The worker's script: beside the bundle in a build, the source in a checkout. */
  readonly workerUrl: URL
  readonly resourcesFolder: string
  /** Takes incident lines: error name and stack, never values of the archive. */
  readonly log: (line: string) => void
  /** In tests every answer is held against its schema. */
  readonly checksOutputs: boolean
  /** Remembers the archive folder of this workstation for the next start. */
  readonly rememberFolder: (folder: string) => Promise<void>
}

export type ProgramParts = Pick<Program, 'folder' | 'shell' | 'presets' | 'workerUrl' | 'resourcesFolder'> &
  Partial<Pick<Program, 'clock' | 'log' | 'checksOutputs' | 'rememberFolder'>>

export function createProgram(parts: ProgramParts): Program {
  return {
    clock: { now: () => new Date() },
    log: () => {},
    checksOutputs: false,
    rememberFolder: async () => {},
    ...parts,
    archive: null,
    connections: new Set(),
    jobs: new Map(),
  }
}

export function connect(program: Program): Connection {
  const connection: Connection = { session: null }
  program.connections.add(connection)
  return connection
}

export function newSession(personId: number, login: string, clock: Clock): Session {
  return { id: randomBytes(18).toString('base64url'), personId, login, isLocked: false, lastUsedAt: clock.now().getTime() }
}

/** Ends a session and all it could still reach. The archive closes with its last session. */
export async function endSession(program: Program, connection: Connection): Promise<void> {
  const session = connection.session
  connection.session = null
  if (!session || !program.archive) return
  program.archive.tickets.revokeSession(session.id)
  program.archive.uploads.forgetSession(session.id)
  if (![...program.connections].some((other) => other.session)) await closeArchive(program)
}

/** Closes the archive and forgets every session: nothing can be read until somebody signs in again. */
export async function closeArchive(program: Program): Promise<void> {
  const archive = program.archive
  program.archive = null
  for (const connection of program.connections) connection.session = null
  await archive?.close()
}
