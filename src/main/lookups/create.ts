import type { Output, Parsed } from '../../shared/contract/index.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { nextCount } from '../storage/counter.ts'
import type { Context } from '../pipeline/context.ts'
import { setDossiers, slipFields } from './fields.ts'
import { requireSlip } from './slip.ts'
import { submit } from './submit.ts'
import { addEvent, recordSlip } from './write.ts'

/**
 * Fills in a slip under the regulation in force and gives it the year's next number; with `submit` it goes to its
 * signers at once. Refuses what `slipFields` and submitting refuse.
 */
export function createSlip(context: Context, input: Parsed<'lookups.create'>): Output<'lookups.create'> {
  const { trx, actor, now } = context
  const fields = slipFields(context, input)
  const number = nextSlipNumber(context)
  const id = trx.run(
    trx.sql.insertInto('slip').values({
      ...fields, number, state: 'draft', filledBy: actor.personId, filledAt: now, submittedAt: null, closedAt: null,
      regulationVersionId: context.regulationVersionId,
    }),
  ).lastId
  setDossiers(context, id, input.dossierIds)
  addEvent(context, id, 'filled')
  if (input.submit) submit(context, requireSlip(context, id))
  recordSlip(context, { id, number }, { applicantId: fields.applicantId, manner: fields.manner, untilOn: fields.untilOn, submitted: input.submit })
  return { id, number }
}

/** Gapless within a year whatever becomes of a slip: counted in the transaction that uses the number, never taken back. */
function nextSlipNumber({ trx, regulation, today }: Context): string {
  const year = Number(today.slice(0, 4))
  return formatNumber(regulation.numbering.slip, { department: '', year, sequence: nextCount(trx, `slip:${year}`) })
}
