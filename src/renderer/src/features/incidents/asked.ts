import { INCIDENT_KINDS } from '../../../../shared/contract/incidents.ts'
import type { Kind } from './queries.ts'

/** What an incident about to be opened is known to be about. */
export type Asked = {
  readonly dossierId?: number
  readonly kind?: Kind
  readonly findingId?: number
  readonly slipId?: number
  readonly readingSeq?: number
  /** The instant of a traced reading. */
  readonly at?: string
  readonly what?: string
}

const idOf = (value: string | null): number | undefined => (value !== null && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined)

/** Reads `?dossier=12&kind=missing&finding=3`: an incident to open about that folder; null without one. */
export function readAsked(search: string): Asked | null {
  const query = new URLSearchParams(search)
  const dossierId = idOf(query.get('dossier'))
  if (dossierId === undefined) return null
  const kind = INCIDENT_KINDS.find((one) => one === query.get('kind'))
  const [findingId, slipId] = [idOf(query.get('finding')), idOf(query.get('slip'))]
  return { dossierId, ...(kind && { kind }), ...(findingId !== undefined && { findingId }), ...(slipId !== undefined && { slipId }) }
}
