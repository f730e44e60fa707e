import type { Updateable } from 'kysely'
import type { Context } from '../pipeline/context.ts'
import type { SlipEventTable, SlipTable } from '../storage/tables.ts'
import type { LoadedSlip } from './slip.ts'

type SlipEvent =
  | 'filled' | 'changed' | 'submitted' | 'agreed' | 'refused' | 'cancelled' | 'handedOut' | 'reminded' | 'renewed' | 'claimedReturned'
  | 'lost' | 'takenBack' | 'printed'

/** Writes one line into the slip's history. `by` is the acting person unless somebody else did it on the spot. */
export function addEvent(context: Context, slipId: number, what: SlipEvent, remarks: string | null = null, by = context.actor.personId): void {
  const event: Omit<SlipEventTable, 'id'> = { slipId, what, by, at: context.now, remarks }
  context.trx.run(context.trx.sql.insertInto('slipEvent').values(event))
}

/** Changes a slip's own row; every change is a new version, so that whoever read an older one learns of it. */
export function updateSlip({ trx }: Context, id: number, values: Omit<Updateable<SlipTable>, 'id' | 'number' | 'version'>): void {
  trx.run(trx.sql.updateTable('slip').set(values).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id))
}

/** Says what the audit entry is about: always the slip by its number, never by its customer. */
export function recordSlip(context: Context, slip: Pick<LoadedSlip, 'id' | 'number'>, detail: Readonly<Record<string, unknown>> = {}): void {
  context.record({ kind: 'slip', id: slip.id, label: slip.number }, detail)
}

/** The dossier's number before a remark, where the slip has several: an event must say which folder it was. */
export function folderRemark(slip: LoadedSlip, number: string, remarks: string | null): string | null {
  if (slip.folders.length < 2) return remarks
  return remarks ? `${number} ${remarks}` : number
}
