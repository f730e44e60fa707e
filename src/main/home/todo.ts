import type { Output } from '../../shared/contract/index.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import type { Context } from '../pipeline/context.ts'

export type Todo = Output<'home.overview'>['todo'][number]
export type Reader = Pick<Context, 'trx' | 'actor' | 'today' | 'regulation'>

/** What of one kind waits for a person: how much there is, and the first of it in the order in which it is to be done. */
export type Waiting = { total: number; first: Todo[] }

/** Most lines of the to-do list; its total is exact all the same. */
export const MOST = 200
/** Days ahead that count as soon. */
export const SOON_DAYS = 30

const GROUPS: readonly Todo['group'][] = ['overdue', 'today', 'soon', 'later']

/** A line with a day: its group follows from how far off the day is. */
export function onDay(today: string, line: Omit<Todo, 'group' | 'dueIn'> & { dueOn: string }): Todo {
  const dueIn = daysBetween(today, line.dueOn)
  return { ...line, dueIn, group: dueIn < 0 ? 'overdue' : dueIn === 0 ? 'today' : dueIn <= SOON_DAYS ? 'soon' : 'later' }
}

/** A line without a day of its own. */
export function undated(group: Todo['group'], line: Omit<Todo, 'group' | 'dueOn' | 'dueIn'>): Todo {
  return { ...line, group, dueOn: null, dueIn: null }
}

/** All kinds in one list: by group, within it what has a day by the day, then the rest as it came. */
export function inOrder(kinds: readonly Waiting[]): { todo: Todo[]; todoTotal: number } {
  const all = kinds.flatMap((kind) => kind.first)
  const rank = (line: Todo) => GROUPS.indexOf(line.group)
  all.sort((one, two) => rank(one) - rank(two) || (one.dueIn ?? Infinity) - (two.dueIn ?? Infinity) || 0)
  return { todo: all.slice(0, MOST), todoTotal: kinds.reduce((sum, kind) => sum + kind.total, 0) }
}
