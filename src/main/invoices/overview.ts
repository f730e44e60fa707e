import type { Output, Parsed } from '../../shared/contract/index.ts'
import { FACTS, splitFactName } from '../../shared/rules/facts/catalogue.ts'
import { concentrationOf } from '../../shared/rules/invoices/figures.ts'
import { monthsWindow } from '../../shared/rules/invoices/months.ts'
import { hasRole } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import type { Trx } from '../storage/database.ts'
import { invoiceFacts, otherSides } from './facts.ts'
import { flowShown } from './flow.ts'
import { partySubject } from '../parties/subject.ts'

type Overview = Output<'invoices.overview'>
const MONTHS_SHOWN = 36
const LARGEST_SHOWN = 10

/**
 * What a party's invoices come to as of a day: the facts that ratings take, three years of calendar months, and the ten
 * largest on either side. Refuses `not-found` for a hidden party and what reading its dossier would be refused for.
 */
export function invoiceOverview(context: Context, input: Parsed<'invoices.overview'>): Overview {
  const { trx, actor, today } = context
  const { partyId } = input
  requireMayReadFigures(context, partyId)
  const span = trx.prepare('SELECT min(issuedOn) AS firstOn, max(issuedOn) AS lastOn, coalesce(sum(valid + void), 0) AS invoices FROM invoiceDay WHERE partyId = ?')
    .get(partyId) as { firstOn: string | null; lastOn: string | null; invoices: number }
  const asOf = input.asOf ?? span.lastOn ?? today
  const flow = flowShown(trx, partyId, asOf)
  const windowOf = (direction: 'sale' | 'purchase') => monthsWindow(flow?.[direction].endsOn ?? asOf, 12)
  const largest = (direction: 'sale' | 'purchase') => largestOf(trx, partyId, direction, windowOf(direction))
  context.record(partySubject(context.trx, partyId), { invoices: span.invoices, asOf })
  return {
    asOf, ...span, windows: { sale: windowOf('sale'), purchase: windowOf('purchase') }, flow: flowShown(trx, partyId, today), months: monthsOf(trx, partyId, asOf), figures: figuresOf(trx, partyId, asOf), customers: largest('sale'), suppliers: largest('purchase'), batches: batchesOf(trx, partyId),
    may: { import: hasRole(actor, ['creditAdministrator']), strike: hasRole(actor, ['creditAdministrator', 'officeDirector']) },
  }
}

function figuresOf(trx: Trx, partyId: number, asOf: string): Overview['figures'] {
  return Object.entries(invoiceFacts(trx, partyId, asOf)).map(([name, { value, absent, sources }]) => ({
    name, value, absent, unit: FACTS[splitFactName(name).base]!.unit, sources: sources.map(({ line, id, rows, from, until }) => ({ line, id, rows, from, until })),
  }))
}

function monthsOf(trx: Trx, partyId: number, asOf: string): Overview['months'] {
  const [year, month] = asOf.split('-').map(Number) as [number, number]
  const names = Array.from({ length: MONTHS_SHOWN }, (_unused, index) => new Date(Date.UTC(year, month - MONTHS_SHOWN + index, 1)).toISOString().slice(0, 7))
  const rows = trx.prepare(
    'SELECT substr(issuedOn, 1, 7) AS month, direction, sum(netFen) AS fen FROM invoiceDay WHERE partyId = ? AND issuedOn BETWEEN ? AND ? GROUP BY month, direction',
  ).all(partyId, `${names[0]!}-01`, asOf) as { month: string; direction: string; fen: number }[]
  const found = new Map(rows.map((row) => [`${row.month} ${row.direction}`, row.fen]))
  return names.map((name) => ({ month: name, saleFen: found.get(`${name} sale`) ?? 0, purchaseFen: found.get(`${name} purchase`) ?? 0 }))
}

function largestOf(trx: Trx, partyId: number, direction: 'sale' | 'purchase', window: Overview['windows']['sale']): Overview['customers'] {
  const { top, wholeFen } = concentrationOf(otherSides(trx, partyId, direction, window), LARGEST_SHOWN)
  const nameOf = trx.prepare('SELECT name FROM invoiceCounterparty WHERE id = ?')
  return top.map(({ counterpartyId, netFen, invoices }) => ({
    counterpartyId, name: (nameOf.get(counterpartyId) as { name: string }).name, invoices, netFen, share: Math.round((netFen / wholeFen) * 10_000),
  }))
}

type BatchRow = Omit<Overview['batches'][number], 'files' | 'struck'> & { files: string; struckAt: string | null; struckByName: string | null; strikeReason: string | null }

function batchesOf(trx: Trx, partyId: number): Overview['batches'] {
  const rows = trx.prepare(
    `SELECT batch.id, batch.files, importer.name AS importedByName, batch.importedAt, batch.added, batch.repeated, batch.voided, batch.refused, mine.added AS ofParty,
       (SELECT count(*) FROM invoiceBatchParty AS other WHERE other.batchId = batch.id) AS parties, batch.struckAt, striker.name AS struckByName, batch.strikeReason
     FROM invoiceBatchParty AS mine JOIN invoiceBatch AS batch ON batch.id = mine.batchId JOIN person AS importer ON importer.id = batch.importedBy LEFT JOIN person AS striker ON striker.id = batch.struckBy
     WHERE mine.partyId = ? ORDER BY batch.id DESC`,
  ).all(partyId) as BatchRow[]
  return rows.map(({ files, struckAt, struckByName, strikeReason, ...row }) => ({
    ...row, files: JSON.parse(files) as { name: string; sha256: string }[],
    struck: struckAt === null ? null : { at: struckAt, byName: struckByName ?? '', reason: strikeReason ?? '' },
  }))
}
