import { type RawBuilder, sql } from 'kysely'
import type { FOLDER_STATES } from '../../shared/contract/dossiers.ts'

export type FolderState = (typeof FOLDER_STATES)[number]

/**
 * SQL for where a folder is on a day; `alias` is the dossier table's name in the query. Nothing stores this: what has
 * been reported (missing, moving) goes before an open loan, which goes before the shelf. A loan is overdue from the day
 * after its due day.
 */
export function folderStateSql(today: string, alias = 'dossier'): RawBuilder<FolderState> {
  const dossier = sql.ref(alias)
  return sql<FolderState>`CASE
    WHEN ${dossier}.custody <> 'in' THEN ${dossier}.custody
    ELSE coalesce(
      (SELECT CASE WHEN openLoan.dueOn < ${today} THEN 'overdue' ELSE 'lent' END FROM loan AS openLoan
       WHERE openLoan.dossierId = ${dossier}.id AND openLoan.returnedAt IS NULL),
      CASE WHEN ${dossier}.drawerId IS NULL THEN 'unshelved' ELSE 'in' END)
    END`
}

/** SQL for the day an open loan is due; null for a folder that is not lent. */
export function loanDueOnSql(alias = 'dossier'): RawBuilder<string | null> {
  return sql<string | null>`(SELECT openLoan.dueOn FROM loan AS openLoan
    WHERE openLoan.dossierId = ${sql.ref(alias)}.id AND openLoan.returnedAt IS NULL)`
}
