import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import type { Context } from '../pipeline/context.ts'
import { nextCount } from '../storage/counter.ts'
import type { Trx } from '../storage/database.ts'
import type { BlankTable } from '../storage/tables/fallback.ts'

export type Blank = Omit<BlankTable, 'id'> & { id: number }

/** One series for all forms, gapless within a year. */
const NUMBER = 'ZD-{year}-{sequence:4}'

/** Gives out the next numbers; whether they are ever printed, filled in or thrown away, no other paper bears them. */
export function issueBlanks(context: Context, { form, count }: Parsed<'fallback.issue'>): Output<'fallback.issue'> {
  const { trx, actor, now, today } = context
  const year = Number(today.slice(0, 4))
  const made = Array.from({ length: count }, () => {
    const number = formatNumber(NUMBER, { department: '', year, sequence: nextCount(trx, `blank:${year}`) })
    const values = { number, form, issuedAt: now, issuedBy: actor.personId, state: 'out' as const, closedAt: null, closedBy: null, remarks: null }
    return { number, id: trx.run(trx.sql.insertInto('blank').values(values)).lastId }
  })
  const [from, to] = [made[0]!.number, made.at(-1)!.number]
  context.record({ kind: 'blank', id: null, label: from }, { form, count, from, to })
  return { ids: made.map(({ id }) => id), from, to }
}

/** The blank of a number; `not-found` for one that was never given out. */
export function requireBlank(trx: Trx, number: string): Blank {
  // A slip's two halves bear the number with -1 and -2.
  const whole = /^(ZD-\d{4}-\d{4,})(?:-[12])?$/.exec(number.trim().toUpperCase())?.[1] ?? number
  const row = trx.prepare('SELECT * FROM blank WHERE number = ?').get(whole) as Blank | undefined
  if (!row) throw new AppError('not-found', { number })
  return row
}

/** Spoilt or lost: its number stays in the register with the reason. Not one that is used, nor one of which a paper waits (`wrong-state`). */
export function voidBlank(context: Context, { number, reason }: Parsed<'fallback.void'>): Output<'fallback.void'> {
  const blank = requireBlank(context.trx, number)
  requireOut(blank)
  refuseEntered(context.trx, blank)
  closeBlank(context, blank, 'voided', reason)
  context.record({ kind: 'blank', id: blank.id, label: blank.number }, { reason })
  return {}
}

const MADE_OF = { transfer: 'SELECT 1 FROM transfer WHERE number = ?', incident: 'SELECT 1 FROM incident WHERE number = ?' } as const

/**
 * A transfer list or an incident note that was made in the program as well, under its own number. A slip is entered instead
 * (`bad-input`), and so is a list or a note of which a paper waits (`wrong-state`).
 */
export function useBlank(context: Context, { number, reference }: Parsed<'fallback.use'>): Output<'fallback.use'> {
  const blank = requireBlank(context.trx, number)
  requireOut(blank)
  if (blank.form === 'slip') throw new AppError('bad-input', { path: 'number' })
  refuseEntered(context.trx, blank)
  if (!context.trx.prepare(MADE_OF[blank.form]).get(reference)) throw new AppError('not-found', { number: reference })
  closeBlank(context, blank, 'used', reference)
  context.record({ kind: 'blank', id: blank.id, label: blank.number }, { reference })
  return {}
}

function requireOut({ state, number }: Blank): void {
  if (state !== 'out') throw new AppError('wrong-state', { number, state })
}

function refuseEntered(trx: Trx, { id, number }: Blank): void {
  if (trx.prepare("SELECT 1 FROM paperEntry WHERE blankId = ? AND state = 'waiting'").get(id)) throw new AppError('wrong-state', { number })
}

export function closeBlank({ trx, actor, now }: Context, { id }: Pick<Blank, 'id'>, state: 'used' | 'voided', remarks: string): void {
  trx.run(trx.sql.updateTable('blank').set({ state, closedAt: now, closedBy: actor.personId, remarks }).where('id', '=', id))
}
