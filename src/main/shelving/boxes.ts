import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { capacityMm, type Sort, thicknessMm, whyNotTogether } from '../../shared/rules/shelving/boxes.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { requireInHand } from '../cabinet/in-hand.ts'
import { placeFolder } from '../cabinet/move.ts'
import { type DossierHead, writableDossier } from '../dossiers/rights.ts'
import { seesWholeArchive, visibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { BoxTable } from '../storage/tables/stocktakes.ts'
import { labelsOf } from './labels.ts'

type Box = Output<'shelving.intoBox'>
type Reader = Pick<Context, 'trx' | 'actor' | 'today'>
type BoxHead = Omit<BoxTable, 'id'> & { id: number }

const NUMBER = 'H-{department}-{year}-{sequence:3}'

const BOXES = `
  SELECT box.id, box.code, department.name AS departmentName, box.year, box.kind, box.retentionYears, box.spineMm, box.drawerId,
    room.name AS roomName, cabinet.code AS cabinetCode, drawer.no AS drawerNo, count(dossier.id) AS folders,
    coalesce(json_group_array(dossier.pages) FILTER (WHERE dossier.id IS NOT NULL), '[]') AS pages,
    min(dossier.number) AS firstNumber, max(dossier.number) AS lastNumber
  FROM box JOIN department ON department.id = box.departmentId JOIN drawer ON drawer.id = box.drawerId
  JOIN cabinet ON cabinet.id = drawer.cabinetId JOIN room ON room.id = cabinet.roomId
  LEFT JOIN dossier ON dossier.boxId = box.id`
type BoxRow = Omit<Box, 'filledMm' | 'capacityMm'> & { pages: string }

const toBox = ({ pages, ...box }: BoxRow): Box => ({ ...box, filledMm: filled(JSON.parse(pages) as number[]), capacityMm: capacityMm(box.spineMm) })
const filled = (pages: readonly number[]): number => pages.reduce((sum, count) => sum + thicknessMm(count), 0)

/** Boxes of one's own department alone, unless one sees the whole archive: what is in a box is named by its numbers. */
function scopeOf({ actor }: Reader): { where: string; values: Record<string, number | null> } {
  return seesWholeArchive(actor) ? { where: '1', values: {} } : { where: 'box.departmentId = :department', values: { department: actor.departmentId } }
}

/** Boxes by number, found by the beginning of theirs or of a folder's in them. */
export function listBoxes(context: Context, { text, drawerId, offset, limit }: Parsed<'shelving.boxes'>): Output<'shelving.boxes'> {
  const { trx } = context
  const scope = scopeOf(context)
  const word = text.trim().normalize('NFKC').toUpperCase()
  const conditions = [scope.where]
  if (drawerId !== null) conditions.push('box.drawerId = :drawerId')
  if (word) {
    conditions.push(`(box.code LIKE :like ESCAPE '\\' OR box.id IN (
      SELECT boxId FROM dossier WHERE boxId IS NOT NULL AND number >= :word AND number < :end))`)
  }
  const values = {
    ...scope.values, ...(drawerId === null ? {} : { drawerId }),
    ...(word ? { like: `${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`, word, end: `${word}\u{10ffff}` } : {}),
  }
  const where = `WHERE ${conditions.join(' AND ')}`
  const { total } = trx.prepare(`SELECT count(*) AS total FROM box ${where}`).get(values) as { total: number }
  const ids = trx.prepare(`SELECT box.id FROM box ${where} ORDER BY box.code LIMIT :limit OFFSET :offset`).all({ ...values, limit, offset }) as { id: number }[]
  const rows = trx
    .prepare(`${BOXES} WHERE box.id IN (SELECT value FROM json_each(?)) GROUP BY box.id ORDER BY box.code`)
    .all(JSON.stringify(ids.map(({ id }) => id))) as BoxRow[]
  return { total, rows: rows.map(toBox) }
}

/** One box as it is now; `not-found` outside one's department. */
export function requireBox(context: Reader, id: number): Box {
  const scope = scopeOf(context)
  const row = context.trx.prepare(`${BOXES} WHERE box.id = :id AND ${scope.where} GROUP BY box.id`).get({ id, ...scope.values }) as BoxRow | undefined
  if (!row) throw new AppError('not-found', { boxId: id })
  return toBox(row)
}

/** A box with the folders in it, by number. */
export function getBox(context: Context, { id }: Parsed<'shelving.box'>): Output<'shelving.box'> {
  const { trx, actor, today } = context
  const box = requireBox(context, id)
  const rows = trx.all(
    trx.sql.selectFrom('dossier').select(['id', 'pages', 'slot']).where('boxId', '=', id).where(visibleDossier(actor, today)).orderBy('number'),
  )
  const labels = new Map(labelsOf(context, rows.map((row) => row.id)).map((label) => [label.dossierId, label]))
  return {
    ...box,
    contents: rows.flatMap((row) => {
      const label = labels.get(row.id)
      return label ? [{ ...label, pages: row.pages, thicknessMm: thicknessMm(row.pages), slot: row.slot ?? 0 }] : []
    }),
  }
}

/** What decides about sharing a box, and how thick it is. */
function sortOf(trx: Trx, dossierId: number): Sort & { pages: number; boxId: number | null } {
  return trx.prepare('SELECT departmentId, year, kind, retentionYears, pages, boxId FROM dossier WHERE id = ?').get(dossierId) as Sort & { pages: number; boxId: number | null }
}

/**
 * A new box in the folder's drawer, for its department, year, kind and retention, with the folder in it. A folder that is not
 * at hand (`folder-not-in`) or has no place yet (`wrong-state`) opens none, nor one that is thicker than the box (`box-full`).
 */
export function addBox(context: Context, { dossierId, spineMm }: Parsed<'shelving.addBox'>): Output<'shelving.addBox'> {
  const { trx, actor, now } = context
  const dossier = writableDossier(context, dossierId)
  requireInHand(trx, dossier)
  if (dossier.drawerId === null) throw new AppError('wrong-state', { state: 'unshelved' })
  const { pages, boxId: _before, ...sort } = sortOf(trx, dossierId)
  requireRoom([], pages, spineMm)
  const code = nextCode(trx, sort)
  const { lastId: id } = trx.run(
    trx.sql.insertInto('box').values({ ...sort, code, drawerId: dossier.drawerId, spineMm, madeBy: actor.personId, madeAt: now }),
  )
  trx.run(trx.sql.updateTable('dossier').set({ boxId: id }).where('id', '=', dossierId))
  context.record({ kind: 'box', id, label: code }, { dossierId, number: dossier.number, spineMm })
  return { id, code }
}

function nextCode(trx: Trx, { departmentId, year }: Sort): string {
  const { last } = trx
    .prepare('INSERT INTO counter (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last')
    .get(`box:${departmentId}:${year}`) as { last: number }
  const { code } = trx.prepare('SELECT code FROM department WHERE id = ?').get(departmentId) as { code: string }
  return formatNumber(NUMBER, { department: code, year, sequence: last })
}

function requireRoom(others: readonly number[], pages: number, spineMm: number): void {
  const needed = filled([...others, pages])
  if (needed > capacityMm(spineMm)) throw new AppError('box-full', { needed, capacity: capacityMm(spineMm) })
}

/** Puts a folder into a box; one that stands elsewhere comes to the box's drawer. */
export function intoBox(context: Context, { boxId, dossierId }: Parsed<'shelving.intoBox'>): Output<'shelving.intoBox'> {
  const { trx } = context
  const shown = requireBox(context, boxId)
  const box = trx.prepare('SELECT * FROM box WHERE id = ?').get(boxId) as BoxHead
  const dossier = writableDossier(context, dossierId)
  requireInHand(trx, dossier)
  const folder = sortOf(trx, dossierId)
  const mixed = whyNotTogether(box, folder)
  if (mixed) throw new AppError('box-mixed', { mixed, box: box.code })
  if (folder.boxId !== boxId) {
    requireRoom((trx.prepare('SELECT pages FROM dossier WHERE boxId = ?').all(boxId) as { pages: number }[]).map((row) => row.pages), folder.pages, box.spineMm)
    bring(context, dossier, box.drawerId)
    trx.run(trx.sql.updateTable('dossier').set({ boxId }).where('id', '=', dossierId))
  }
  context.record({ kind: 'box', id: boxId, label: shown.code }, { dossierId, number: dossier.number })
  return requireBox(context, boxId)
}

function bring(context: Context, dossier: DossierHead, drawerId: number): void {
  if (dossier.drawerId === drawerId) return
  placeFolder({ ...context, record: (_subject, detail) => context.record(null, detail) }, { dossierId: dossier.id, drawerId })
}

/** Takes a folder out of its box; it stays in the drawer. */
export function outOfBox(context: Context, { dossierId }: Parsed<'shelving.outOfBox'>): Output<'shelving.outOfBox'> {
  const { trx } = context
  const dossier = writableDossier(context, dossierId)
  const { boxId } = sortOf(trx, dossierId)
  if (boxId === null) throw new AppError('wrong-state', { boxId })
  trx.run(trx.sql.updateTable('dossier').set({ boxId: null }).where('id', '=', dossierId))
  context.record({ kind: 'dossier', id: dossierId, label: dossier.number }, { boxId })
  return {}
}

/** A box goes to another drawer with all that is in it (`drawer-full`); not while one of its folders is away (`folder-not-in`). */
export function moveBox(context: Context, { boxId, drawerId }: Parsed<'shelving.moveBox'>): Output<'shelving.moveBox'> {
  const { trx } = context
  const box = requireBox(context, boxId)
  const folders = trx.prepare('SELECT id FROM dossier WHERE boxId = ? ORDER BY number').all(boxId) as { id: number }[]
  if (!trx.prepare('SELECT 1 FROM drawer WHERE id = ?').get(drawerId)) throw new AppError('not-found', { drawerId })
  trx.run(trx.sql.updateTable('box').set({ drawerId }).where('id', '=', boxId))
  for (const { id } of folders) {
    placeFolder({ ...context, record: () => undefined }, { dossierId: id, drawerId })
  }
  context.record({ kind: 'box', id: boxId, label: box.code }, { from: box.drawerId, to: drawerId, folders: folders.length })
  return requireBox(context, boxId)
}
