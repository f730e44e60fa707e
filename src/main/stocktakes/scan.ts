import { createHash } from 'node:crypto'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { readCode } from '../../shared/rules/shelving/codes.ts'
import type { BookState, Entry } from '../../shared/rules/stocktakes/compare.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { recordStocktake, requireKnown, requireRound, requireStocktake, type Round, type Stocktake } from './load.ts'

type Scanned = Output<'stocktakes.scan'>['scans'][number]
type Verdict = NonNullable<Scanned['verdict']>

/**
 * What stands in a drawer, in the order of scanning. Any code is taken, one that names no folder too. A code that was
 * scanned before counts where it is scanned now. The first count is told what the books say of each; the second is not.
 * Only its counter scans (`forbidden`, `same-person`), only in a drawer of the count (`not-found`).
 */
export function scan(context: Context, { id, drawerId, codes }: Parsed<'stocktakes.scan'>): Output<'stocktakes.scan'> {
  const { trx, actor } = context
  const stocktake = requireStocktake(context, id)
  const round = requireRound(stocktake, actor)
  requireDrawer(trx, id, drawerId)
  const again = new Set<string>()
  for (const code of codes.map(readCode)) if (take(context, { stocktake, round, drawerId, code })) again.add(code)
  const wanted = [...new Set(codes.map(readCode))]
  const scans = scansOf(trx, stocktake, drawerId, round).filter(({ code }) => wanted.includes(code))
  recordStocktake(context, stocktake, { round, drawerId, scans: wanted.length })
  return { scans: scans.map((one) => ({ ...one, isAgain: again.has(one.code) })) }
}

function requireDrawer(trx: Trx, id: number, drawerId: number): void {
  if (!trx.prepare('SELECT 1 FROM stocktakeDrawer WHERE stocktakeId = ? AND drawerId = ?').get(id, drawerId)) throw new AppError('not-found', { drawerId })
}

/** Writes one scan; true when the code had been scanned already. A second scan in the same drawer keeps the first place in the row. */
function take({ trx, now }: Context, { stocktake, round, drawerId, code }: { stocktake: Stocktake; round: Round; drawerId: number; code: string }): boolean {
  const before = trx
    .prepare('SELECT id, drawerId FROM stocktakeScan WHERE stocktakeId = ? AND round = ? AND code = ? AND struckAt IS NULL')
    .get(stocktake.id, round, code) as { id: number; drawerId: number } | undefined
  if (before?.drawerId === drawerId) return true
  if (before) trx.prepare('UPDATE stocktakeScan SET struckAt = ? WHERE id = ?').run(now, before.id)
  const dossier = trx.prepare('SELECT id FROM dossier WHERE number = ?').get(code) as { id: number } | undefined
  trx.run(trx.sql.insertInto('stocktakeScan').values({ stocktakeId: stocktake.id, round, drawerId, code, dossierId: dossier?.id ?? null, at: now }))
  return before !== undefined
}

/** Takes a scan of one's own count back: a label that was not in this drawer after all. */
export function strikeScan(context: Context, { id, scanId }: Parsed<'stocktakes.strikeScan'>): Output<'stocktakes.strikeScan'> {
  const stocktake = requireStocktake(context, id)
  const round = requireRound(stocktake, context.actor)
  const { changes } = context.trx
    .prepare('UPDATE stocktakeScan SET struckAt = ? WHERE id = ? AND stocktakeId = ? AND round = ? AND struckAt IS NULL')
    .run(context.now, scanId, id, round)
  if (changes === 0) throw new AppError('not-found', { scanId })
  recordStocktake(context, stocktake, { round, struck: scanId })
  return {}
}

/** The scans of one count in one drawer, in their order; `stocktake-blind` to whoever may not know them yet. */
export function listScans(context: Context, { id, drawerId, round }: Parsed<'stocktakes.scans'>): Output<'stocktakes.scans'> {
  const stocktake = requireStocktake(context, id)
  requireKnown(stocktake, context.actor, round)
  requireDrawer(context.trx, id, drawerId)
  return scansOf(context.trx, stocktake, drawerId, round)
}

type ScanRow = { id: number; code: string; dossierId: number | null; at: string; title: string | null; home: string | null; isHere: 0 | 1 } & Entry

function scansOf(trx: Trx, { id, state }: Stocktake, drawerId: number, round: Round): Output<'stocktakes.scans'> {
  const rows = trx
    .prepare(
      `SELECT scan.id, scan.code, scan.dossierId, scan.at, coalesce(party.shortName, party.name) AS title, dossier.drawerId, dossier.slot,
         ${BOOK_STATE} AS state, dossier.drawerId = scan.drawerId AS isHere,
         CASE WHEN dossier.drawerId IS NULL THEN NULL ELSE cabinet.code || '-' || drawer.no || '-' || dossier.slot END AS home
       FROM stocktakeScan AS scan LEFT JOIN dossier ON dossier.id = scan.dossierId LEFT JOIN party ON party.id = dossier.partyId
       LEFT JOIN drawer ON drawer.id = dossier.drawerId LEFT JOIN cabinet ON cabinet.id = drawer.cabinetId
       WHERE scan.stocktakeId = ? AND scan.round = ? AND scan.drawerId = ? AND scan.struckAt IS NULL ORDER BY scan.id`,
    )
    .all(id, round, drawerId) as ScanRow[]
  // The second count must not be led: neither by the books nor, through them, by the first.
  const isBlind = round === 2 && state === 'second'
  return rows.map(({ id: scanId, code, dossierId, at, title, home, state: book, isHere }) => ({
    id: scanId, code, dossierId, title, at, verdict: isBlind ? null : verdictOf(dossierId, book, isHere === 1), home: isBlind ? null : home,
  }))
}

/** What the books say now of a dossier joined as `dossier`. */
export const BOOK_STATE = `
  CASE WHEN dossier.voidedAt IS NOT NULL OR dossier.stage = 'destroyed' THEN 'gone'
    WHEN dossier.custody <> 'in' THEN dossier.custody
    WHEN EXISTS (SELECT 1 FROM loan WHERE loan.dossierId = dossier.id AND loan.returnedAt IS NULL) THEN 'lent'
    WHEN dossier.drawerId IS NULL THEN 'unshelved' ELSE 'in' END`

function verdictOf(dossierId: number | null, state: BookState, isHere: boolean): Verdict {
  if (dossierId === null) return 'unknown'
  if (state === 'unshelved') return 'elsewhere'
  return state === 'in' ? (isHere ? 'inPlace' : 'elsewhere') : state
}

/** One count as a short proof that it was not changed afterwards; says nothing of what was scanned. */
export function digestOf(scans: readonly { code: string; drawerId: number }[]): string {
  return createHash('sha256').update(JSON.stringify(scans.map(({ drawerId, code }) => [drawerId, code]))).digest('hex')
}
