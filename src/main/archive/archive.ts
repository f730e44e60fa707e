import type { Clock } from '../pipeline/context.ts'
import type { AttachmentStore } from '../storage/attachments.ts'
import type { Store } from '../storage/database.ts'
import type { KeyFile } from '../storage/keys.ts'
import type { Tickets } from './tickets.ts'
import type { Uploads } from './uploads.ts'
import type { Mutex } from './mutex.ts'

/**
 * An open archive: its folder, its database, its attachments, its keys. It exists only while somebody's password has
 * opened it; closing it forgets the data key.
 *
 * The folder: `archive.db` (encrypted SQLite, with `-wal` and `-shm`), `keys.json` (the data key, wrapped once for each
 * person and once for the recovery code), `attachments/` (encrypted, content-addressed), `sample.json` in a sample,
 * `in-use` and `open-since` while it is open.
 */
export type Archive = {
  readonly folder: string
  /** The program was killed while it had the archive open: there may be leftovers to sweep. */
  readonly wasInterrupted: boolean
  readonly store: Store
  /** 32 random bytes; every other key of the archive is derived from it. */
  readonly dataKey: Buffer
  readonly attachments: AttachmentStore
  readonly uploads: Uploads
  readonly tickets: Tickets
  readonly keys: KeyFile
  readonly clock: Clock
  /** Held by whoever writes: a command for its transaction, a job's worker for its own. */
  readonly writeLock: Mutex
  close(): Promise<void>
}
