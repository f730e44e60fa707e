import { AppError } from '../../shared/errors.ts'
import { systemCode } from '../storage/atomic-file.ts'

type Refused = 'disk-full' | 'file-unwritable' | 'busy' | 'archive-damaged'

/**
 * Faults of the disk and the database that a person can do something about, by the beginning of their code. The first that
 * fits counts. A file that is not there is none of them: that is the program's own mistake until it says otherwise.
 */
const FAULTS: readonly (readonly [string, Refused])[] = [
  ['SQLITE_FULL', 'disk-full'],
  // The shared memory beside the journal could not grow.
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_CORRUPT', 'archive-damaged'],
  ['SQLITE_NOTADB', 'archive-damaged'],
  ['SQLITE_READONLY', 'file-unwritable'],
  ['SQLITE_CANTOPEN', 'file-unwritable'],
  ...['WRITE', 'FSYNC', 'DIR_FSYNC', 'TRUNCATE', 'DELETE', 'SHMOPEN', 'SHMMAP', 'LOCK'].map((what) => [`SQLITE_IOERR_${what}`, 'file-unwritable'] as const),
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'file-unwritable'],
  ['EACCES', 'file-unwritable'],
  ['EPERM', 'file-unwritable'],
]

/** The refusal that an error is, or stands for; null for a fault of the program. */
export function asExpected(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  const code = systemCode(error)
  const fault = code === undefined ? undefined : FAULTS.find(([start]) => code === start || code.startsWith(`${start}_`))
  if (!fault) return null
  return new AppError(fault[1], fault[1] === 'file-unwritable' ? { reason: code } : {})
}
