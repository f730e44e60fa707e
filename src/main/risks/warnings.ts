import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { flowDirection, type WarningRule, type WarningState, warningsOf } from '../../shared/rules/risks/warnings.ts'
import { flowEnds } from '../invoices/flow.ts'
import type { JobUseCase } from '../jobs/job.ts'
import { requireVisibleParty, visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { partySubject } from '../parties/subject.ts'
import { mayReadFigures } from '../statements/rights.ts'
import { KNOWN_PARTIES, withFacts } from './known.ts'
import { endUnasked, rulesInForce } from './rule-sets.ts'

/** Warnings of the parties that the person may see, what is to be acted on first, then the newest; the figures behind one only where he may read them. */
export function listWarnings(context: Context, { state, code, partyId, offset, limit }: Parsed<'warnings.list'>): Output<'warnings.list'> {
  const { trx, actor, today } = context
  let query = trx.sql.selectFrom('warning').innerJoin('party', 'party.id', 'warning.partyId').where(visibleParty(actor, today))
  if (state !== null) query = query.where('warning.state', '=', state)
  if (code !== null) query = query.where('warning.code', '=', code)
  if (partyId !== null) query = query.where('warning.partyId', '=', partyId)
  const { total } = trx.one(query.select((eb) => eb.fn.countAll<number>().as('total')))!
  const rows = trx.all(
    query.leftJoin('person', 'person.id', 'warning.handledBy')
      .select(['warning.id', 'warning.partyId', 'party.name as partyName', 'warning.code', 'warning.severity', 'warning.values', 'warning.when', 'warning.name', 'warning.advice', 'warning.ruleSetId', 'warning.endedById', 'warning.firstOn', 'warning.lastOn',
        'warning.state', 'person.name as handledByName', 'warning.handledAt', 'warning.handling'])
      .orderBy('warning.severity').orderBy('warning.firstOn', 'desc').orderBy('warning.id', 'desc').limit(limit).offset(offset),
  )
  const scanned = trx.prepare("SELECT value FROM setting WHERE name = 'warningsScannedOn'").get() as { value: string } | undefined
  const shown = (row: (typeof rows)[number]) => {
    if (!mayReadFigures(context, row.partyId)) return { ...row, values: {}, flowEndsOn: null }
    return { ...row, values: JSON.parse(row.values) as Record<string, number | null>, flowEndsOn: flowOf(trx, row) }
  }
  return { total, rows: rows.map(shown), scannedOn: scanned?.value ?? null }
}

/** Up to which day the invoices went when the warning was last found. */
function flowOf(trx: Trx, { when, partyId, lastOn }: { when: string; partyId: number; lastOn: string }): string | null {
  const direction = when === '' ? null : flowDirection(when)
  return direction === null ? null : flowEnds(trx, partyId, lastOn)?.[direction] ?? null
}

/** Says what was done about an open warning (`wrong-state` otherwise). */
export function handleWarning(context: Context, { id, handling }: Parsed<'warnings.handle'>): Output<'warnings.handle'> {
  const { trx, actor, today, now } = context
  const row = trx.prepare('SELECT partyId, code, state FROM warning WHERE id = ?').get(id) as { partyId: number; code: string; state: string } | undefined
  if (!row) throw new AppError('not-found', { id })
  requireVisibleParty(trx, actor, today, row.partyId)
  if (row.state !== 'open') throw new AppError('wrong-state', { state: row.state })
  trx.run(trx.sql.updateTable('warning').set({ state: 'handled', handledBy: actor.personId, handledAt: now, handling }).where('id', '=', id))
  context.record(partySubject(context.trx, row.partyId), { warning: row.code, handling })
  return {}
}

type Scanned = { readonly parties: number; readonly setId: number | null; readonly states: readonly { readonly partyId: number; readonly found: readonly WarningState[]; readonly clear: readonly string[] }[] }
/**
 * Asks the rules in force of every party of which anything is known, without holding anything, then writes what was found in one transaction; `changed-meanwhile`
 * where other rules came into force between the two.
 */
export const scanJob: JobUseCase<'warnings.scan', Scanned> = {
  prepare: async (context) => {
    const inForce = rulesInForce(context.trx)
    const parties = context.trx.prepare(`${KNOWN_PARTIES} ORDER BY 1`).all() as { id: number }[]
    const states: Scanned['states'][number][] = []
    await withFacts(context, parties, ({ id: partyId }, facts) => {
      const all = warningsOf(facts, inForce.rules)
      states.push({ partyId, found: all.filter(({ state }) => state === 'hit'), clear: all.filter(({ state }) => state === 'clear').map(({ code }) => code) })
    })
    return { parties: parties.length, setId: inForce.id, states }
  },
  run: (context, _input, scanned) => {
    const { trx, today } = context
    const { id: setId, rules } = rulesInForce(trx)
    if (setId !== scanned.setId) throw new AppError('changed-meanwhile', {})
    // A company's set has ended them with its decision; where the program's rules hold, a newer program may ask otherwise.
    let [found, over] = [0, endUnasked(trx, setId, rules)]
    for (const { partyId, found: hits, clear } of scanned.states) {
      for (const hit of hits) found += writeHit(trx, { partyId, hit, rule: rules.find(({ code }) => code === hit.code)!, setId, today })
      // What cannot be answered any more stays as it was: only a rule that says no ends a warning.
      over += trx.prepare(`UPDATE warning SET state = 'over' WHERE partyId = ? AND state IN ('open', 'handled') AND code IN (SELECT value FROM json_each(?))`).run(partyId, JSON.stringify(clear)).changes
    }
    trx.prepare("INSERT INTO setting (name, value) VALUES ('warningsScannedOn', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value").run(today)
    context.record({ kind: 'archive', id: null }, { parties: scanned.parties, found, over, ruleSet: setId })
    return { parties: scanned.parties, found, over }
  },
}

type Hit = { partyId: number; hit: WarningState; rule: WarningRule; setId: number | null; today: string }

/** 1 for a warning that is new. One that goes on is told in the words, and as pressing, as the rules in force have it. */
function writeHit(trx: Trx, { partyId, hit, rule, setId, today }: Hit): number {
  const { code, severity, when, name, advice } = rule
  const found = { severity, name, advice, ruleSetId: setId, values: JSON.stringify(hit.values), lastOn: today }
  const known = trx.prepare(`UPDATE warning SET severity = @severity, name = @name, advice = @advice, ruleSetId = @ruleSetId, "values" = @values, lastOn = @lastOn
    WHERE partyId = @partyId AND code = @code AND state IN ('open', 'handled')`).run({ ...found, partyId, code }).changes
  if (known > 0) return 0
  trx.run(trx.sql.insertInto('warning').values({ ...found, partyId, code, when, firstOn: today, state: 'open', handledBy: null, handledAt: null, handling: null }))
  return 1
}
