import type { Output } from '../../../../shared/contract/index.ts'
import type { Role } from '../../../../shared/roles.ts'
import { paths } from '../../app/paths.ts'

export type Todo = Output<'home.overview'>['todo'][number]

/** What a line of the list offers: a word, and where it leads, or the slip that is reminded at once. */
export type TodoAction = {
  readonly word: 'remind' | 'takeBack' | 'sign' | 'handOut' | 'confirm' | 'shelve' | 'renewDocument' | 'resume' | 'revise' | 'look'
  readonly to: string
  readonly remindSlip: number | null
}

/** The one thing to do about a line, for a person with these roles. */
export function todoAction({ kind, slipId, dossierId, because }: Todo, roles: readonly Role[]): TodoAction {
  const slip = slipId === null ? paths.lookups : paths.slip(slipId)
  const dossier = dossierId === null ? paths.dossiers : paths.dossier(dossierId)
  const go = (word: TodoAction['word'], to: string): TodoAction => ({ word, to, remindSlip: null })
  const isKeeper = roles.includes('archivist')
  switch (kind) {
    case 'overdue': {
      if (!isKeeper) return go('look', slip)
      // What is said to be back, or known to be lost, is not asked for once more.
      const isAskedFor = because.rule !== 'claimed-returned' && because.rule !== 'lost'
      return isAskedFor ? { word: 'remind', to: slip, remindSlip: slipId } : go('look', slip)
    }
    case 'dueToday': return isKeeper ? go('takeBack', `${slip}?do=takeBack`) : go('look', slip)
    case 'toSign': return go('sign', `${slip}?do=sign`)
    case 'toHandOut': return go('handOut', `${slip}?do=handOut`)
    case 'refused': return go('revise', slip)
    case 'draft': return go('resume', slip)
    case 'toConfirm': return go('confirm', dossier)
    case 'unshelved': return go('shelve', dossierId === null ? paths.cabinet : `${paths.cabinet}?folder=${dossierId}`)
    case 'expiring': return go('renewDocument', dossier)
  }
}
