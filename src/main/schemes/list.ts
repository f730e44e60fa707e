import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type SchemeStep, whyNotStep } from '../../shared/rules/schemes/steps.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { SchemeVersionTable } from '../storage/tables/schemes.ts'
import { schemesInForce } from './load.ts'
import { makersOf } from './version-row.ts'

type Listed = Output<'schemes.list'>[number]
type Row = Omit<Listed['versions'][number], 'may' | 'isInForce'> & { preparedBy: number | null; reviewedBy: number | null; code: string; for: Listed['for']; retiredAt: string | null }
const STEPS = ['save', 'submit', 'review', 'approve', 'withdraw'] as const satisfies readonly SchemeStep[]

const ROWS = `
  SELECT version.id, version.schemeId, version.no, version.body ->> 'name' AS name, version.hash, version.state, version.effectiveOn, version.note, version.preparedBy, version.reviewedBy,
    preparer.name AS preparedByName, version.preparedAt, reviewer.name AS reviewedByName, version.reviewedAt, approver.name AS approvedByName, version.approvedAt,
    version.returnReason, withdrawer.name AS withdrawnByName, version.withdrawReason, version.version, scheme.code, scheme."for", scheme.retiredAt
  FROM schemeVersion AS version JOIN scheme ON scheme.id = version.schemeId
    LEFT JOIN person AS preparer ON preparer.id = version.preparedBy LEFT JOIN person AS reviewer ON reviewer.id = version.reviewedBy
    LEFT JOIN person AS approver ON approver.id = version.approvedBy LEFT JOIN person AS withdrawer ON withdrawer.id = version.withdrawnBy`

/** The id of the version of a scheme that rules on a day, or null. */
export function idInForce(trx: Trx, schemeId: number, on: string): number | null {
  const row = trx
    .prepare("SELECT id FROM schemeVersion WHERE schemeId = ? AND state = 'approved' AND effectiveOn <= ? ORDER BY effectiveOn DESC, id DESC LIMIT 1")
    .get(schemeId, on) as { id: number } | undefined
  return row?.id ?? null
}

export function listSchemes(context: Context): Output<'schemes.list'> {
  const rows = context.trx.prepare(`${ROWS} ORDER BY version.schemeId, version.no DESC`).all() as Row[]
  return [...Map.groupBy(rows, ({ schemeId }) => schemeId).values()].map((versions) => {
    const { schemeId, code, for: side, retiredAt } = versions[0]!
    const ruling = idInForce(context.trx, schemeId, context.today)
    return { id: schemeId, code, for: side, retiredAt, versions: versions.map((row) => shown(context, row, ruling)) }
  })
}

/** What may be chosen to rate by, customers' schemes before suppliers'. `not-found` for a party that this person may not see. */
export function listInForce({ trx, actor, today }: Context, { kind, on, partyId }: Parsed<'schemes.inForce'>): Output<'schemes.inForce'> {
  if (partyId !== null) requireVisibleParty(trx, actor, today, partyId)
  const { side } = (partyId === null ? { side: 'both' } : trx.prepare('SELECT kind AS side FROM party WHERE id = ?').get(partyId)) as { side: 'customer' | 'supplier' | 'both' }
  return (['customer', 'supplier'] as const).filter((one) => side === 'both' || side === one).flatMap((one) =>
    schemesInForce(trx, { for: one, kind, on }).map(({ schemeId, code, no, scheme }) => ({ schemeId, code, for: one, name: scheme.name, no })))
}

function shown({ trx, actor, today }: Context, { preparedBy, reviewedBy, code: _code, for: _for, retiredAt: _retired, ...row }: Row, ruling: number | null): Listed['versions'][number] {
  const makers = makersOf(trx, row.id)
  const may = Object.fromEntries(STEPS.map((step) => [step, whyNotStep(step, { ...row, preparedBy, reviewedBy, makers }, actor, today) === null])) as Listed['versions'][number]['may']
  return { ...row, isInForce: row.id === ruling, may }
}

export function schemeVersion(context: Context, { id }: Parsed<'schemes.version'>): Output<'schemes.version'> {
  const { trx, today } = context
  const row = trx.prepare(`${ROWS} WHERE version.id = ?`).get(id) as Row | undefined
  if (!row) throw new AppError('not-found', { schemeVersionId: id })
  const ruling = idInForce(trx, row.schemeId, today)
  const bodyOf = (versionId: number) => trx.prepare('SELECT id, no, effectiveOn, body FROM schemeVersion WHERE id = ?').get(versionId) as Pick<SchemeVersionTable, 'no' | 'body'> & { id: number; effectiveOn: string }
  const other = ruling === null || ruling === id ? null : bodyOf(ruling)
  return {
    ...shown(context, row, ruling), code: row.code, for: row.for, body: JSON.parse(bodyOf(id).body) as Record<string, unknown>,
    inForce: other && { ...other, body: JSON.parse(other.body) as Record<string, unknown> },
  }
}
