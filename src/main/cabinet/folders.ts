import type * as z from 'zod'
import type { Folder as FolderSchema } from '../../shared/contract/cabinet.ts'
import { letterOf } from '../../shared/rules/cabinet/letters.ts'
import { searchWordsOf } from '../../shared/rules/parties/search-words.ts'
import { shortNameOf } from '../../shared/rules/parties/short-name.ts'
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
      'dossier.grade', 'dossier.level', 'dossier.retentionYears', 'department.name as departmentName', 'dossier.year',
    ])
    .select([folderStateSql(today).as('state'), loanDueOnSql().as('dueOn')])
    .where('dossier.voidedAt', 'is', null).where(visibleDossier(actor, today))
}

type FolderRow = Omit<Folder, 'slot' | 'shortName' | 'letter'> & { slot: number | null; shortName: string | null }

/**
 * A row as the contract has it. A folder without a place is on slot 0. It stands under the letter of the name on its tab:
 * by their full names half a drawer would stand under the letter of one province.
 */
export function toFolder({ shortName, slot, ...folder }: FolderRow): Folder {
  const onTab = tabOf({ name: folder.partyName, shortName })
  return { ...folder, slot: slot ?? 0, ...onTab }
}

/** What a folder's tab shows of its party: the short name, given or derived, and its letter. */
export function tabOf(party: { name: string; shortName: string | null }): { shortName: string; letter: string } {
  const shortName = party.shortName ?? shortNameOf(party.name)
  return { shortName, letter: letterOf(searchWordsOf(shortName).pinyin) }
}
