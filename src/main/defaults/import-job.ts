import type { Parsed } from '../../shared/contract/index.ts'
import { type DefaultDraft, type DefaultField, type DefaultRefusal, matchDefaultColumns, missingInDefaults, readDefaultRow } from '../../shared/rules/defaults/read-row.ts'
import { defaults as text } from '../../shared/text/zh-CN/defaults.ts'
import type { JobControl, JobUseCase } from '../jobs/job.ts'
import { columnsOf, importSubject, type LedgerPlan, ownerFinder, planLedger, refusedOf, told } from '../parties/import/ledger.ts'
import type { Context, Preparation } from '../pipeline/context.ts'
import { insertDefault } from './record.ts'

type Planned = DefaultDraft & { partyId: number }
type Plan = LedgerPlan<Planned, DefaultField, DefaultRefusal> & { none: number }

/**
 * Takes a table of defaults in: each good row a record, the bad ones named. A row that says there was none is counted and
 * left. A record of the same party, kind, day and amount that stands already is not written again. Refuses
 * `columns-not-found` without a column of parties, or without one that says what happened where no kind is stated.
 */
export const importDefaultsJob: JobUseCase<'defaults.import', Plan> = {
  prepare: (context, input) => planDefaults(context, input, { isPreview: false }),
  run: (context, _input, plan) => {
    const counts = settleAll(context, plan, ({ party: _party, ...draft }) => insertDefault(context, { ...draft, fileName: plan.name }))
    context.record(importSubject(null, plan.name), { sha256: plan.sha256, ...counts, refused: plan.refusedTotal })
    return { ...counts, ...refusedOf(plan, text.refusal, { isPreview: false }) }
  },
}

/** The same without writing: what each column would fill, what would become of the rows. */
export const previewDefaultsJob: JobUseCase<'defaults.previewImport', Plan> = {
  prepare: (context, input) => planDefaults(context, input, { isPreview: true }),
  run: (context, _input, plan) => {
    const { name, encoding, missing } = plan
    return { ...settleAll(context, plan, () => {}), ...refusedOf(plan, text.refusal, { isPreview: true }), name, encoding, isTable: missing.length === 0, missing, columns: columnsOf(plan) }
  },
}

async function planDefaults(context: Preparation & JobControl, input: Parsed<'defaults.import'>, options: { isPreview: boolean }): Promise<Plan> {
  const ownerOf = ownerFinder(context.trx, null)
  let none = 0
  const plan = await planLedger<Planned, DefaultField, DefaultRefusal>(context, { upload: input.upload, partyId: null }, {
    match: (headings) => matchDefaultColumns(headings, input.columns), missing: (fields) => missingInDefaults(fields, input.kind),
    read: ({ cells }, fields, _headings, unitOf) => {
      const draft = readDefaultRow(cells, fields, input, context.today, unitOf('amount'))
      if (draft === 'none') none++
      if (typeof draft === 'string') return draft === 'none' ? null : draft
      const partyId = ownerOf(draft.party)
      return partyId === 'party-other' ? 'party-unknown' : typeof partyId === 'string' ? partyId : { ...draft, partyId }
    },
  }, options)
  return { ...plan, none }
}

function settleAll(context: Context & JobControl, plan: Plan, write: (planned: Planned) => void) {
  const find = context.trx.prepare('SELECT 1 FROM defaultRecord WHERE partyId = ? AND kind = ? AND "on" = ? AND amountFen IS ? AND struckAt IS NULL')
  const seen = new Set<string>()
  for (const planned of told(context, plan.planned)) {
    const { partyId, kind, on, amountFen } = planned
    const key = JSON.stringify([partyId, kind, on, amountFen])
    if (seen.has(key) || find.get(partyId, kind, on, amountFen) !== undefined) continue
    seen.add(key)
    write(planned)
  }
  return { read: plan.read, added: seen.size, repeated: plan.planned.length - seen.size, none: plan.none }
}
