import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { highestLevel, type Level, requiredLines } from '../../shared/rules/lookups/signers.ts'
import type { Context } from '../pipeline/context.ts'
import type { Role } from '../../shared/roles.ts'
import { keepConflicts, openConflictsOf } from './compare.ts'
import { addEntry, entered, instant, requireBlankOf, requireFoldersOnce, rolesOf } from './entry.ts'

/**
 * Reads one slip off its paper, whatever the order in which the papers lie. What it says is kept as it stands; it counts for
 * nothing until it is posted, and what it contradicts is found at once. Refuses a number that was never given out, or that
 * is no slip's, or voided (`wrong-state`); people and folders that there are not (`not-found`); a signer without the role
 * that the regulation asks for (`signature-missing`); one person on two sides, or who reads off his own signature (`same-person`); an hour to come (`bad-input`).
 */
export function enterPaper(context: Context, input: Parsed<'fallback.enter'>): Output<'fallback.enter'> {
  const { trx } = context
  const blank = requireBlankOf(trx, input.number, 'slip')
  const { number: _number, folders, remarks, ...paper } = utc(input)
  requireFoldersOnce(context, folders)
  requirePeople(context, input)
  requireHours({ ...paper, folders }, context.now)
  const entryId = addEntry(context, blank, { happenedAt: paper.handedAt, remarks })
  trx.run(trx.sql.insertInto('paperSlip').values({ entryId, ...paper, copyPages: paper.manner === 'copy' ? paper.copyPages : null }))
  for (const folder of folders) {
    const isBack = folder.returnedAt !== null
    trx.run(trx.sql.insertInto('paperFolder').values({
      entryId, ...folder, pagesIn: isBack ? (folder.pagesIn ?? folder.pagesOut) : null, conditionIn: isBack ? (folder.conditionIn ?? 'good') : null,
    }))
  }
  return entered(context, blank, entryId, { handedAt: paper.handedAt, dossiers: folders.map(({ dossierId }) => dossierId) })
}

/** The same paper with every instant written as instants are kept and compared. */
function utc(input: Parsed<'fallback.enter'>): Parsed<'fallback.enter'> {
  return {
    ...input, signedAt: instant(input.signedAt), handedAt: instant(input.handedAt),
    folders: input.folders.map((folder) => ({ ...folder, returnedAt: folder.returnedAt === null ? null : instant(folder.returnedAt) })),
  }
}

type Hours = Pick<Parsed<'fallback.enter'>, 'signedAt' | 'handedAt' | 'folders' | 'takenBackBy'>

function requireHours({ signedAt, handedAt, folders, takenBackBy }: Hours, now: string): void {
  for (const [path, at] of [['signedAt', signedAt], ['handedAt', handedAt]] as const) if (at > now) throw new AppError('bad-input', { path })
  if (signedAt > handedAt) throw new AppError('bad-input', { path: 'signedAt' })
  const back = folders.flatMap(({ returnedAt }) => returnedAt ?? [])
  if (back.some((at) => at > now)) throw new AppError('bad-input', { path: 'returnedAt' })
  if ((back.length > 0) !== (takenBackBy !== null)) throw new AppError('bad-input', { path: 'takenBackBy' })
}

function requirePeople(context: Context, { applicantId, signerId, handedBy, takenBackBy, folders }: Parsed<'fallback.enter'>): void {
  const { trx } = context
  rolesOf(trx, applicantId)
  if (!rolesOf(trx, signerId).some((role) => signerRolesFor(context, folders.map(({ dossierId }) => dossierId)).includes(role))) throw new AppError('signature-missing', { signerId })
  if (applicantId === signerId || context.actor.personId === signerId) throw new AppError('same-person', { role: 'signer' })
  for (const keeper of [handedBy, ...(takenBackBy === null ? [] : [takenBackBy])]) {
    if (!rolesOf(trx, keeper).includes('archivist')) throw new AppError('not-found', { personId: keeper })
    if (keeper === applicantId || keeper === signerId) throw new AppError('same-person', { role: keeper === applicantId ? 'applicant' : 'signer' })
  }
}

/** The roles of which one must have signed, by the level of the folders and the regulation in force. */
export function signerRolesFor({ trx, regulation }: Pick<Context, 'trx' | 'regulation'>, dossierIds: readonly number[]): Role[] {
  const levels = trx.prepare('SELECT level FROM dossier WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(dossierIds)) as { level: Level }[]
  return requiredLines(regulation.lookup, highestLevel(levels.map(({ level }) => level), regulation.defaultLevel)).map(({ role }) => role)
}

/** The paper was misread: the entry is set aside, its blank may be entered again. Not one that contradicts something: that is settled by two. */
export function withdrawPaper(context: Context, { id, reason }: Parsed<'fallback.withdraw'>): Output<'fallback.withdraw'> {
  const { trx } = context
  const row = trx.prepare('SELECT paperEntry.state, blank.id AS blankId, blank.number FROM paperEntry JOIN blank ON blank.id = blankId WHERE paperEntry.id = ?').get(id) as
    { state: string; blankId: number; number: string } | undefined
  if (!row) throw new AppError('not-found', { id })
  if (row.state !== 'waiting' || openConflictsOf(trx, id) > 0) throw new AppError('wrong-state', { number: row.number, state: row.state })
  trx.run(trx.sql.updateTable('paperEntry').set({ state: 'setAside', remarks: reason }).where('id', '=', id))
  keepConflicts(context)
  context.record({ kind: 'blank', id: row.blankId, label: row.number }, { entryId: id, reason })
  return {}
}
