import { createHash } from 'node:crypto'
import customer from '../../../resources/schemes/customer.json' with { type: 'json' }
import invoices from '../../../resources/schemes/invoices.json' with { type: 'json' }
import supplier from '../../../resources/schemes/supplier.json' with { type: 'json' }
import { AppError } from '../../shared/errors.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import { type RatingKind, Scheme } from '../../shared/rules/schemes/schema.ts'
import { appendEntry } from '../audit/chain.ts'
import { localDay } from '../pipeline/days.ts'
import type { Store, Trx } from '../storage/database.ts'

export type SchemeVersion = {
  readonly id: number
  readonly schemeId: number
  readonly code: string
  readonly no: number
  readonly hash: string
  readonly effectiveOn: string | null
  /** Came with the program: its day is none that anybody decided. */
  readonly isShipped: boolean
  readonly scheme: Scheme
}

/** The cards that come with the program, by their codes; in force from long ago until others are approved. */
const DEFAULTS: Readonly<Record<string, unknown>> = { KH: customer, GY: supplier, FP: invoices }
const SINCE = '2000-01-01'

export const hashOfScheme = (scheme: Scheme): string => createHash('sha256').update(canonicalJson(scheme)).digest('hex')

/**
 * Gives an archive that has no scheme yet the default cards: a new one, or one from before there were ratings. Where a card came
 * with the program and the company never wrote a version of it, the program's newer text becomes its next version from today on;
 * the old one stays with the ratings made by it. A company's own text is never touched.
 */
export function bringSchemesUp(store: Store, instant: Date): void {
  const untouched = store.prepare(
    `SELECT scheme.id AS schemeId, scheme.code, newest.no, newest.hash FROM scheme JOIN schemeVersion AS newest ON newest.schemeId = scheme.id AND newest.no = (SELECT max(no) FROM schemeVersion WHERE schemeId = scheme.id)
     WHERE scheme.retiredAt IS NULL AND NOT EXISTS (SELECT 1 FROM schemeVersion AS own WHERE own.schemeId = scheme.id AND own.preparedBy IS NOT NULL)`,
  ).all() as { schemeId: number; code: string; no: number; hash: string }[]
  if (untouched.length === 0 && !store.prepare('SELECT 1 FROM scheme LIMIT 1').get()) return store.write((trx) => adoptDefaults(trx, instant.toISOString()))
  const changed = untouched.filter(({ code, hash }) => Object.hasOwn(DEFAULTS, code) && hashOfScheme(Scheme.parse(DEFAULTS[code])) !== hash)
  if (changed.length === 0) return
  store.write((trx) => { for (const { schemeId, code, no } of changed) bringUp(trx, { schemeId, code, no: no + 1 }, instant) })
}

/** Ratings follow another text from today on: the log says so, though nobody did it. */
function bringUp(trx: Trx, { schemeId, code, no }: { schemeId: number; code: string; no: number }, instant: Date): void {
  const scheme = Scheme.parse(DEFAULTS[code])
  const [at, effectiveOn] = [instant.toISOString(), localDay(instant)]
  const id = addShipped(trx, schemeId, no, scheme, effectiveOn, at)
  appendEntry(trx, { at, actorId: null, actorName: '', method: 'schemes.bringUp', outcome: 'done', subjectKind: 'scheme', subjectId: id, subjectLabel: `${code} v${no}`, detail: { hash: hashOfScheme(scheme), effectiveOn } })
}

function adoptDefaults(trx: Trx, now: string): void {
  for (const [code, card] of Object.entries(DEFAULTS)) {
    const scheme = Scheme.parse(card)
    const { lastId: schemeId } = trx.run(trx.sql.insertInto('scheme').values({ code, for: scheme.for }))
    addShipped(trx, schemeId, 1, scheme, SINCE, now)
  }
}

function addShipped(trx: Trx, schemeId: number, no: number, scheme: Scheme, effectiveOn: string, now: string): number {
  return trx.run(trx.sql.insertInto('schemeVersion').values({ schemeId, no, body: canonicalJson(scheme), hash: hashOfScheme(scheme), state: 'approved', effectiveOn, note: null, preparedBy: null, preparedAt: now })).lastId
}

type Row = { id: number; schemeId: number; code: string; no: number; hash: string; effectiveOn: string | null; isShipped: 0 | 1; body: string }
const VERSION = 'SELECT one.id, one.schemeId, scheme.code, one.no, one.hash, one.effectiveOn, one.preparedBy IS NULL AS isShipped, one.body FROM schemeVersion AS one JOIN scheme ON scheme.id = one.schemeId'

// Parsing a card costs more than all else in a call; cached with its text, as a rolled-back version leaves its id to the next.
const parsed = new WeakMap<Trx, Map<number, { body: string; scheme: Scheme }>>()

function versionOf(trx: Trx, { body, ...row }: Row): SchemeVersion {
  let versions = parsed.get(trx)
  if (!versions) parsed.set(trx, (versions = new Map()))
  let known = versions.get(row.id)
  if (known?.body !== body) versions.set(row.id, (known = { body, scheme: Scheme.parse(JSON.parse(body)) }))
  return { ...row, isShipped: row.isShipped === 1, scheme: known.scheme }
}

/** A version by its id, whatever its state; `not-found` when there is none. */
export function loadSchemeVersion(trx: Trx, id: number): SchemeVersion {
  const row = trx.prepare(`${VERSION} WHERE one.id = ?`).get(id) as Row | undefined
  if (!row) throw new AppError('not-found', { schemeVersionId: id })
  return versionOf(trx, row)
}

/** Of every scheme that is not retired the version in force on a day, for customers or suppliers and a kind of rating; the oldest scheme first. */
export function schemesInForce(trx: Trx, { for: side, kind, on }: { for: 'customer' | 'supplier'; kind: RatingKind; on: string }): SchemeVersion[] {
  const rows = trx.prepare(
    `${VERSION} WHERE scheme."for" = ? AND scheme.retiredAt IS NULL AND one.id = (
       SELECT id FROM schemeVersion WHERE schemeId = scheme.id AND state = 'approved' AND effectiveOn <= ? ORDER BY effectiveOn DESC, id DESC LIMIT 1)
     ORDER BY scheme.id`,
  ).all(side, on) as Row[]
  return rows.map((row) => versionOf(trx, row)).filter(({ scheme }) => scheme.kinds.includes(kind))
}

/** Of one scheme the version in force on a day; null where none is, or the scheme is retired. */
export function versionInForce(trx: Trx, schemeId: number, on: string): number | null {
  const row = trx.prepare(
    `SELECT one.id FROM schemeVersion AS one JOIN scheme ON scheme.id = one.schemeId
     WHERE one.schemeId = ? AND scheme.retiredAt IS NULL AND one.state = 'approved' AND one.effectiveOn <= ? ORDER BY one.effectiveOn DESC, one.id DESC LIMIT 1`,
  ).get(schemeId, on) as { id: number } | undefined
  return row?.id ?? null
}

/** The one to rate with: the scheme asked for, else the first; `not-found` where none is in force. */
export function schemeInForce(trx: Trx, wanted: { for: 'customer' | 'supplier'; kind: RatingKind; on: string; schemeId?: number | null }): SchemeVersion {
  const all = schemesInForce(trx, wanted)
  const found = wanted.schemeId ? all.find(({ schemeId }) => schemeId === wanted.schemeId) : all[0]
  if (!found) throw new AppError('not-found', { scheme: wanted.schemeId ?? wanted.for })
  return found
}
