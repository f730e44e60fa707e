import type * as z from 'zod'
import type { Folder as FolderSchema } from '../../shared/contract/cabinet.ts'
import { letterOf } from '../../shared/rules/cabinet/letters.ts'
import { folderStateSql, loanDueOnSql } from '../dossiers/state.ts'
import type { Context } from '../pipeline/context.ts'
import { visibleDossier } from '../people/visibility.ts'

export type Folder = z.output<typeof FolderSchema>

/** The folders this person may see, as a tab and a printed cover show them. Callers add which ones and in what order. */
export function foldersQuery({ trx, actor, today }: Context) {
  return trx.sql.selectFrom('dossier').innerJoin('party', 'party.id', 'dossier.partyId')
    .innerJoin('department', 'department.id', 'dossier.departmentId')
    .select([
      'dossier.id as dossierId', 'dossier.slot', 'dossier.number', 'dossier.kind', 'party.name as partyName', 'party.shortName',
      'dossier.sortName', 'dossier.grade', 'dossier.level', 'dossier.retentionYears', 'department.name as departmentName', 'dossier.year',
    ])
    .select([folderStateSql(today).as('state'), loanDueOnSql().as('dueOn')])
    .where('dossier.voidedAt', 'is', null).where(visibleDossier(actor, today))
}

type FolderRow = Omit<Folder, 'slot' | 'shortName' | 'letter'> & { slot: number | null; shortName: string | null; sortName: string }

/** A row as the contract has it: a folder without a place stands on slot 0, a party without a short name under its name. */
export function toFolder({ sortName, shortName, slot, ...folder }: FolderRow): Folder {
  return { ...folder, slot: slot ?? 0, shortName: shortName ?? folder.partyName, letter: letterOf(sortName) }
}
