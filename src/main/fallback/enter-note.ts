import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Context } from '../pipeline/context.ts'
import { addEntry, entered, instant, requireBlankOf, requireFoldersOnce, rolesOf } from './entry.ts'

/**
 * Reads a note of an incident off its paper. Who answered for the folder is derived from the ledger when it is posted; who had
 * it as the paper says is kept beside that, and compared. Refuses a time that ends before it begins, was found before it
 * happened, or is to come (`bad-input`), and people that there are not (`not-found`).
 */
export function enterNote(context: Context, input: Parsed<'fallback.enterNote'>): Output<'fallback.enterNote'> {
  const { trx, now } = context
  const blank = requireBlankOf(trx, input.number, 'incident')
  const { kind, dossierId, foundBy, holderId, what, measures, witness, remarks } = input
  const [happenedFrom, happenedTo, foundAt] = [instant(input.happenedFrom), instant(input.happenedTo), instant(input.foundAt)]
  if (foundAt > now) throw new AppError('bad-input', { path: 'foundAt' })
  if (happenedTo > foundAt) throw new AppError('bad-input', { path: 'happenedTo' })
  if (happenedFrom > happenedTo) throw new AppError('bad-input', { path: 'happenedFrom' })
  requireFoldersOnce(context, [{ dossierId }])
  for (const personId of [foundBy, ...(holderId === null ? [] : [holderId])]) rolesOf(trx, personId)
  const entryId = addEntry(context, blank, { happenedAt: foundAt, remarks })
  trx.run(trx.sql.insertInto('paperNote').values({ entryId, kind, dossierId, happenedFrom, happenedTo, foundAt, foundBy, what, holderId, measures, witness }))
  return entered(context, blank, entryId, { kind, foundAt, dossierId })
}
