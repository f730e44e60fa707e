import type { Output, Parsed } from '../../shared/contract/index.ts'
import { requireVisibleTransfer } from '../custody/visibility.ts'
import type { JobUseCase } from '../jobs/job.ts'
import { type Preparation, withPreparation } from '../pipeline/context.ts'
import { requireVisibleDossier } from '../people/visibility.ts'
import { type Examined, examine } from './examine.ts'
import { type CheckSubject, recordReport, writeReport } from './write.ts'

/**
 * Checks one dossier, or every folder of a transfer, and writes the report. Whoever may see it may check it (`not-found`
 * otherwise): a clerk before he hands it over, the receiver before he takes it.
 */
export const runCheck = withPreparation<'checks.run', Examined>({
  prepare: (context, input) => examine(context, dossiersIn(context, input)),
  run: (context, input, examined) => {
    dossiersIn(context, input)
    const subject = subjectOf(context, input)
    const written = writeReport(context, subject, examined)
    recordReport(context, subject, written, examined)
    return written
  },
})

function dossiersIn(context: Preparation, { scope, id }: Parsed<'checks.run'>): number[] {
  const { trx, actor, today } = context
  if (scope === 'dossier') {
    requireVisibleDossier(trx, actor, today, id)
    return [id]
  }
  requireVisibleTransfer(context, id)
  return foldersOf(context, id)
}

/** The folders of a transfer that are or were on their way: none that its draft has dropped. */
export function foldersOf({ trx }: Pick<Preparation, 'trx'>, transferId: number): number[] {
  const rows = trx.prepare('SELECT dossierId FROM transferLine WHERE transferId = ? ORDER BY dossierId').all(transferId) as { dossierId: number }[]
  return rows.map(({ dossierId }) => dossierId)
}

function subjectOf({ trx }: Pick<Preparation, 'trx'>, { scope, id }: Parsed<'checks.run'>): CheckSubject {
  const { number: label } = trx.prepare(`SELECT number FROM ${scope === 'dossier' ? 'dossier' : 'transfer'} WHERE id = ?`).get(id) as { number: string }
  return scope === 'dossier' ? { scope, dossierId: id, label } : { scope, transferId: id, label }
}

/** `checks.runArchive`: reads everything without holding anything, then writes the report and says so in the log. */
export const runArchiveJob: JobUseCase<'checks.runArchive', Examined> = {
  prepare: (context) => {
    const ids = (context.trx.prepare('SELECT id FROM dossier WHERE voidedAt IS NULL ORDER BY id').all() as { id: number }[]).map(({ id }) => id)
    return examine(context, ids, { isWhole: true, control: context })
  },
  run: (context, _input, examined): Output<'checks.runArchive'> => {
    const subject: CheckSubject = { scope: 'archive', label: '' }
    const written = writeReport(context, subject, examined)
    recordReport(context, subject, written, examined)
    return written
  },
}
