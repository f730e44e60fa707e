import { AppError } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import { requireVisibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { type Blank, requireBlank } from './blanks.ts'
import { keepConflicts, openConflictsOf } from './compare.ts'

/* What reading a slip, a list and a note off their papers have in common. */

/** However an instant is written, the text that instants are kept and compared as. */
export const instant = (at: string): string => new Date(at).toISOString()

/** The blank of that number: given out (`not-found`), of that form (`bad-input`), not voided (`wrong-state`). */
export function requireBlankOf(trx: Trx, number: string, form: Blank['form']): Blank {
  const blank = requireBlank(trx, number)
  if (blank.form !== form) throw new AppError('bad-input', { path: 'number' })
  if (blank.state === 'voided') throw new AppError('wrong-state', { number: blank.number, state: blank.state })
  return blank
}

/** Every folder is one that the reader may see (`not-found`), and stands on the paper once (`duplicate`). */
export function requireFoldersOnce({ trx, actor, today }: Context, folders: readonly { dossierId: number }[]): void {
  for (const { dossierId } of folders) requireVisibleDossier(trx, actor, today, dossierId)
  if (new Set(folders.map(({ dossierId }) => dossierId)).size < folders.length) throw new AppError('duplicate')
}

export function rolesOf(trx: Trx, personId: number): Role[] {
  const row = trx.prepare('SELECT roles FROM person WHERE id = ?').get(personId) as { roles: string } | undefined
  if (!row) throw new AppError('not-found', { personId })
  return JSON.parse(row.roles) as Role[]
}

/** The head of an entry, which waits. */
export function addEntry({ trx, actor, now }: Context, { id: blankId }: Blank, { happenedAt, remarks }: { happenedAt: string; remarks: string | null }): number {
  return trx.run(trx.sql.insertInto('paperEntry').values({
    blankId, state: 'waiting', happenedAt, remarks, enteredBy: actor.personId, enteredAt: now, slipId: null, transferId: null, incidentId: null, postedBy: null, postedAt: null,
  })).lastId
}

/** What it contradicts is found at once; the entry in the log says how much that is. */
export function entered(context: Context, blank: Blank, id: number, detail: Readonly<Record<string, unknown>>): { id: number; conflicts: number } {
  keepConflicts(context)
  const conflicts = openConflictsOf(context.trx, id)
  context.record({ kind: 'blank', id: blank.id, label: blank.number }, { entryId: id, ...detail, conflicts })
  return { id, conflicts }
}
