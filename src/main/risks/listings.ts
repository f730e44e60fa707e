import { sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { RATERS } from '../../shared/contract/ratings.ts'
import { AppError } from '../../shared/errors.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { fits, type ListingStep, whyNotStep } from '../../shared/rules/risks/listing.ts'
import { rowsOf } from '../limits/list.ts'
import { hasRole, requireVisibleParty, visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { positionOf } from '../receivables/position.ts'
import { mayReadFigures } from '../statements/rights.ts'
import { nextCount } from '../storage/counter.ts'
import type { ListingTable } from '../storage/tables/risks.ts'

type Shown = Output<'listings.list'>['rows'][number]
type Row = Omit<ListingTable, 'id' | 'version'> & { id: number; version: number }
type Full = Row & Pick<Shown, 'partyName' | 'proposedByName' | 'decidedByName' | 'releaseProposedByName' | 'releasedByName'>

/** Gapless within a year. */
const NUMBER = 'MD-{year}-{sequence:4}'
const CURRENT = ['proposed', 'inForce', 'releaseProposed'] as const

/** Parties on the lists that the person may see, those to be decided first, then the newest. */
export function listListings(context: Context, { list, state, partyId, text, offset, limit }: Parsed<'listings.list'>): Output<'listings.list'> {
  const { trx, actor, today } = context
  let query = trx.sql.selectFrom('listing').innerJoin('party', 'party.id', 'listing.partyId').where(visibleParty(actor, today))
  if (list !== null) query = query.where('listing.list', '=', list)
  if (state !== null) query = query.where('listing.state', state === 'current' ? 'in' : 'not in', [...CURRENT])
  if (partyId !== null) query = query.where('listing.partyId', '=', partyId)
  const sought = text.trim()
  if (sought) query = query.where(sql<SqlBool>`(instr(party.name, ${sought}) > 0 OR instr(coalesce(party.shortName, ''), ${sought}) > 0 OR instr(listing.number, ${sought}) > 0)`)
  const { total } = trx.one(query.select((eb) => eb.fn.countAll<number>().as('total')))!
  const rows = trx.all(
    query
      .innerJoin('person as proposer', 'proposer.id', 'listing.proposedBy').leftJoin('person as decider', 'decider.id', 'listing.decidedBy')
      .leftJoin('person as asker', 'asker.id', 'listing.releaseProposedBy').leftJoin('person as releaser', 'releaser.id', 'listing.releasedBy')
      .selectAll('listing')
      .select(['party.name as partyName', 'proposer.name as proposedByName', 'decider.name as decidedByName', 'asker.name as releaseProposedByName', 'releaser.name as releasedByName'])
      .orderBy(sql`CASE listing.state WHEN 'proposed' THEN 0 WHEN 'releaseProposed' THEN 0 ELSE 1 END`).orderBy('listing.id', 'desc').limit(limit).offset(offset),
  )
  return { total, rows: rows.map((row) => shown(context, row)) }
}

function shown(context: Context, row: Full): Shown {
  const { actor, today } = context
  const may = (step: ListingStep) => whyNotStep(step, row, actor) === null
  return {
    id: row.id, number: row.number, partyId: row.partyId, partyName: row.partyName, list: row.list, reason: row.reason, detail: row.detail, measure: row.measure,
    fromOn: row.fromOn, untilOn: row.untilOn, isTermOver: row.untilOn !== null && row.untilOn < today && row.state === 'inForce', state: row.state,
    proposedByName: row.proposedByName, proposedAt: row.proposedAt, decidedByName: row.decidedByName, decidedAt: row.decidedAt, decision: row.decision,
    releaseReason: row.releaseReason, releaseProposedByName: row.releaseProposedByName, releasedByName: row.releasedByName, releasedAt: row.releasedAt,
    may: { decide: may('decide'), proposeRelease: may('proposeRelease'), decideRelease: may('decideRelease'), prolong: may('prolong') },
    limit: limitBeside(context, row.partyId), owed: row.state === 'releaseProposed' ? owedBeside(context, row.partyId) : null, version: row.version,
  }
}

/** The limit that stands of a party, to whoever may read it. */
function limitBeside(context: Context, partyId: number): Shown['limit'] {
  const { trx, actor } = context
  const row = trx.prepare('SELECT id FROM limitCase INDEXED BY limitCase_standing WHERE partyId = ? AND isCurrent = 1').get(partyId) as { id: number } | undefined
  if (row === undefined || !hasRole(actor, RATERS) || !mayReadFigures(context, partyId)) return null
  const { id, number, amountFen, exposure } = rowsOf(context, [row.id])[0]!
  return { id, number, amountFen, availableFen: exposure!.availableFen, validity: exposure!.validity }
}

/** What the party owes, to whoever decides on its release and may read it. */
function owedBeside(context: Context, partyId: number): Shown['owed'] {
  if (!mayReadFigures(context, partyId)) return null
  const { balanceFen, overdueFen, longestOverdueDays } = positionOf(context.trx, partyId, context.today)
  return { balanceFen, overdueFen, longestOverdueDays }
}

/** Proposes a party for a list. Refuses one that is on it or proposed already (`duplicate`), a measure that does not fit, a term that is over. */
export function proposeListing(context: Context, input: Parsed<'listings.propose'>): Output<'listings.propose'> {
  const { trx, actor, today, now } = context
  const { partyId, list, reason, detail, measure, untilOn, warningId } = input
  requireVisibleParty(trx, actor, today, partyId)
  if (!fits(list, measure)) throw new AppError('bad-input', { path: 'measure' })
  if (untilOn !== null && untilOn <= today) throw new AppError('bad-input', { path: 'untilOn' })
  if (trx.prepare(`SELECT 1 FROM listing WHERE partyId = ? AND list = ? AND state IN ('proposed', 'inForce', 'releaseProposed')`).get(partyId, list)) throw new AppError('duplicate', { partyId })
  const year = Number(today.slice(0, 4))
  const number = formatNumber(NUMBER, { department: '', year, sequence: nextCount(trx, `listing:${year}`) })
  const id = trx.run(
    trx.sql.insertInto('listing').values({
      number, partyId, list, reason, detail, measure, fromOn: today, untilOn, state: 'proposed', proposedBy: actor.personId, proposedAt: now,
      decidedBy: null, decidedAt: null, decision: null, releaseReason: null, releaseProposedBy: null, releasedBy: null, releasedAt: null,
    }),
  ).lastId
  if (warningId !== null) handleByListing(context, warningId, partyId, number)
  context.record({ kind: 'listing', id, label: number }, { partyId, list, reason, measure, untilOn })
  return { id, number }
}

function handleByListing({ trx, actor, now }: Context, warningId: number, partyId: number, number: string): void {
  const { changes } = trx.prepare(`UPDATE warning SET state = 'handled', handledBy = ?, handledAt = ?, handling = ? WHERE id = ? AND partyId = ? AND state = 'open'`)
    .run(actor.personId, now, number, warningId, partyId)
  if (changes === 0) throw new AppError('not-found', { warningId })
}

/** The one who proposed it never decides it (`same-person`). In force from the day of the decision. */
export function decideListing(context: Context, { id, version, decision, remarks }: Parsed<'listings.decide'>): Output<'listings.decide'> {
  const { actor, now, today } = context
  step(context, 'decide', id, version, {
    state: decision === 'agreed' ? 'inForce' : 'refused', decidedBy: actor.personId, decidedAt: now, decision: remarks, ...(decision === 'agreed' ? { fromOn: today } : {}),
  }, { decision })
  return {}
}

export function proposeRelease(context: Context, { id, version, reason }: Parsed<'listings.proposeRelease'>): Output<'listings.proposeRelease'> {
  step(context, 'proposeRelease', id, version, { state: 'releaseProposed', releaseReason: reason, releaseProposedBy: context.actor.personId }, { reason })
  return {}
}

/** Refused, it stays in force as it was. */
export function decideRelease(context: Context, { id, version, decision, remarks }: Parsed<'listings.decideRelease'>): Output<'listings.decideRelease'> {
  const { actor, now } = context
  step(context, 'decideRelease', id, version, decision === 'agreed'
    ? { state: 'released', releasedBy: actor.personId, releasedAt: now }
    : { state: 'inForce', releaseReason: null, releaseProposedBy: null }, { decision, remarks })
  return {}
}

/** A new last day, later than today. */
export function prolongListing(context: Context, { id, version, untilOn, remarks }: Parsed<'listings.prolong'>): Output<'listings.prolong'> {
  if (untilOn <= context.today) throw new AppError('bad-input', { path: 'untilOn' })
  step(context, 'prolong', id, version, { untilOn }, { untilOn, remarks })
  return {}
}

/** One step over the version that was read; what stands in its way is asked of the rule that the buttons ask. */
function step(context: Context, name: ListingStep, id: number, version: number, change: Partial<Row>, detail: Record<string, unknown>): void {
  const { trx, actor, today } = context
  const row = trx.prepare('SELECT * FROM listing WHERE id = ?').get(id) as Row | undefined
  if (!row) throw new AppError('not-found', { id })
  requireVisibleParty(trx, actor, today, row.partyId)
  const refusal = whyNotStep(name, row, actor)
  if (refusal) throw new AppError(refusal, { number: row.number, state: row.state })
  if (row.version !== version) throw new AppError('changed-meanwhile', { version: row.version })
  trx.run(trx.sql.updateTable('listing').set({ ...change, version: version + 1 }).where('id', '=', id))
  context.record({ kind: 'listing', id, label: row.number }, { partyId: row.partyId, ...detail })
}
