import type { Output } from '../../shared/contract/index.ts'
import { addDays, daysBetween } from '../../shared/rules/lookups/days.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

export type Todo = Output<'home.overview'>['todo'][number]
export type Group = Todo['group']
/** Who asks (in the roles asked about), and how many lines of a kind he wants at most. */
export type Reader = Pick<Context, 'trx' | 'actor' | 'today' | 'regulation'> & { readonly most: number }

/** What of one kind waits for a person: how much there is by group, and the first of it in the order in which it is to be done. */
export type Waiting = { readonly counts: Readonly<Record<Group, number>>; readonly first: readonly Todo[] }

/** Days ahead that count as soon. */
export const SOON_DAYS = 30

const GROUPS: readonly Group[] = ['overdue', 'today', 'soon', 'later']
const NONE: Record<Group, number> = { overdue: 0, today: 0, soon: 0, later: 0 }

/** A line with a day: its group follows from how far off the day is. */
export function onDay(today: string, line: Omit<Todo, 'group' | 'dueIn'> & { dueOn: string }): Todo {
  const dueIn = daysBetween(today, line.dueOn)
  return { ...line, dueIn, group: dueIn < 0 ? 'overdue' : dueIn === 0 ? 'today' : dueIn <= SOON_DAYS ? 'soon' : 'later' }
}

/** A line without a day of its own. */
export function undated(group: Group, line: Omit<Todo, 'group' | 'dueOn' | 'dueIn'>): Todo {
  return { ...line, group, dueOn: null, dueIn: null }
}

/** A kind whose lines are all in one group; `total` counts those beyond `first` too. */
export function inGroup(group: Group, total: number, first: readonly Todo[]): Waiting {
  return { counts: { ...NONE, [group]: total }, first }
}

/** A kind of which every line is at hand. */
export function allOf(lines: readonly Todo[]): Waiting {
  const counts = { ...NONE }
  for (const { group } of lines) counts[group] += 1
  return { counts, first: lines }
}

/** A kind with days: `from` is the FROM and WHERE of the rows, `day` the SQL of their day; counted whole, whatever is shown. */
export function waitingByDay(
  { trx, today }: { trx: Trx; today: string }, day: string, from: string, values: object, first: readonly Todo[],
): Waiting {
  const counts = trx
    .prepare(
      `SELECT count(*) FILTER (WHERE ${day} < :countedToday) AS overdue, count(*) FILTER (WHERE ${day} = :countedToday) AS today,
         count(*) FILTER (WHERE ${day} > :countedToday AND ${day} <= :countedSoon) AS soon, count(*) FILTER (WHERE ${day} > :countedSoon) AS later
       ${from}`,
    )
    .get({ ...values, countedToday: today, countedSoon: addDays(today, SOON_DAYS) }) as Record<Group, number>
  return { counts, first }
}

type InOrder = Pick<Output<'home.overview'>, 'todo' | 'todoTotal' | 'todoCounts'>

/** All kinds in one list: by group, within it what has a day by the day, then the rest as it came. */
export function inOrder(kinds: readonly Waiting[], most: number): InOrder {
  const all = kinds.flatMap((kind) => kind.first)
  const rank = (line: Todo) => GROUPS.indexOf(line.group)
  all.sort((one, two) => rank(one) - rank(two) || (one.dueIn ?? Infinity) - (two.dueIn ?? Infinity) || 0)
  const todoCounts = { ...NONE }
  for (const { counts } of kinds) for (const group of GROUPS) todoCounts[group] += counts[group]
  return { todo: all.slice(0, most), todoCounts, todoTotal: GROUPS.reduce((sum, group) => sum + todoCounts[group], 0) }
}
