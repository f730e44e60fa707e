import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { Regulation, RegulationBody } from '../../shared/rules/regulations/schema.ts'
import type { Trx } from '../storage/database.ts'

export type RegulationInForce = { regulation: Regulation; versionId: number; effectiveOn: string }

/**
 * The regulations that come with the program, in the order of their ids. A damaged file is refused whole:
 * `file-unreadable` with its name, the place in it and the reason, so that nobody works under half a regulation.
 */
export function loadPresets(folder: string): Regulation[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  return files.map((file) => parsePreset(file, readFileSync(join(folder, file), 'utf8')))
}

function parsePreset(file: string, text: string): Regulation {
  const body = parseJson(file, text)
  const result = Regulation.safeParse(body)
  if (!result.success) {
    const issue = result.error.issues[0]
    const value: unknown = issue?.code === 'custom' ? issue.params?.['value'] : undefined
    const reason = [issue?.message ?? '', ...(typeof value === 'string' ? [value] : [])].join(': ')
    throw new AppError('file-unreadable', { file, place: issue?.path.join('.') || 'body', reason })
  }
  if (`${result.data.id}.json` !== file) throw new AppError('file-unreadable', { file, place: 'id', reason: result.data.id })
  return result.data
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AppError('file-unreadable', { file, place: 'body', reason: error instanceof Error ? error.message : '' })
  }
}

// A body of some kilobytes costs more to check than everything else in a call. Cached with its text, not by id alone:
// a version whose transaction was rolled back leaves its id to the next one.
const parsed = new WeakMap<Trx, Map<number, { body: string; regulation: Regulation }>>()

function parseVersion(trx: Trx, versionId: number, body: string): Regulation {
  let versions = parsed.get(trx)
  if (!versions) parsed.set(trx, (versions = new Map()))
  const known = versions.get(versionId)
  if (known?.body === body) return known.regulation
  // Adopted under the rules of its day: what a later program finds contradictory is not refused in hindsight.
  const regulation = RegulationBody.parse(JSON.parse(body))
  versions.set(versionId, { body, regulation })
  return regulation
}

type VersionRow = { id: number; effectiveOn: string; body: string }

const VERSIONS = 'SELECT id, effectiveOn, body FROM regulationVersion WHERE withdrawnAt IS NULL'

/**
 * The regulation in force on a day: the newest version that is effective by then and was not withdrawn before its day. Before the
 * first one's day (the workstation's clock is behind) it is the first. An archive without any is damaged, and is refused as such.
 */
export function currentRegulation(trx: Trx, today: string): RegulationInForce {
  const row = (trx.prepare(`${VERSIONS} AND effectiveOn <= ? ORDER BY effectiveOn DESC, id DESC LIMIT 1`).get(today)
    ?? trx.prepare(`${VERSIONS} ORDER BY effectiveOn, id LIMIT 1`).get()) as VersionRow | undefined
  if (!row) throw new AppError('archive-damaged', { missing: 'regulation' })
  return { regulation: parseVersion(trx, row.id, row.body), versionId: row.id, effectiveOn: row.effectiveOn }
}

/** The version that a dossier or a slip began under, and lives under to its end. */
export function regulationOfVersion(trx: Trx, versionId: number): Regulation {
  const row = trx.prepare('SELECT id, effectiveOn, body FROM regulationVersion WHERE id = ?').get(versionId) as VersionRow | undefined
  if (!row) throw new AppError('archive-damaged', { missing: 'regulation' })
  return parseVersion(trx, row.id, row.body)
}

export type Adoption = { by: number | null; at: string | null; note: string | null }

/** Names the text of a version in the log, so that a text changed behind the program's back shows. */
export const hashOfRegulation = (regulation: Regulation): string => createHash('sha256').update(JSON.stringify(regulation)).digest('hex')

/** Adds a dated version and answers its id. What began under an earlier one stays under it. */
export function adoptRegulation(trx: Trx, preset: Regulation, effectiveOn: string, { by, at, note }: Adoption = { by: null, at: null, note: null }): number {
  return trx.run(
    trx.sql.insertInto('regulationVersion')
      .values({ regulation: preset.id, effectiveOn, body: JSON.stringify(preset), adoptedBy: by, adoptedAt: at, note }),
  ).lastId
}
