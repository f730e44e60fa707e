import type { Output, Parsed } from '../../shared/contract/index.ts'
import { retentionBecause } from '../../shared/rules/disposal/retention.ts'
import { decisionOf, openApprovals, whyNotApprove } from '../../shared/rules/disposal/steps.ts'
import { placesOf } from '../dossiers/place.ts'
import { hasRole } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { opinionsOf } from './appraise.ts'
import {
  countingSignatures, type DisposalCase, groupOf, isRunning, isToDestroy, linesOf, partiesOf, requireCase, rulesOf, type SignatureRow, signaturesOf,
} from './case.ts'
import { retentionOf } from './keep-retention.ts'
import { obstacles } from './obstacles.ts'

type Row = Output<'disposal.list'>['rows'][number]
type Shown = Output<'disposal.get'>

const ROWS = `
  SELECT disposal.id, disposal.number, disposal.state, opener.name AS openedByName, disposal.openedAt, disposal.closedAt, disposal.remarks,
    (SELECT count(*) FROM disposalLine WHERE disposalId = disposal.id) AS folders,
    (SELECT count(*) FROM disposalLine WHERE disposalId = disposal.id AND destroyedAt IS NOT NULL) AS destroyed,
    (SELECT count(*) FROM disposalLine WHERE disposalId = disposal.id AND stoppedAt IS NOT NULL) AS stopped
  FROM disposal JOIN person AS opener ON opener.id = disposal.openedBy`

export function listCases({ trx }: Context, { state, offset, limit }: Parsed<'disposal.list'>): Output<'disposal.list'> {
  const where = state === null ? '' : state === 'running' ? "WHERE disposal.state IN ('appraisal', 'approval', 'execution')" : 'WHERE disposal.state = :state'
  const values = state === null || state === 'running' ? {} : { state }
  const { total } = trx.prepare(`SELECT count(*) AS total FROM disposal ${where}`).get(values) as { total: number }
  const rows = trx.prepare(`${ROWS} ${where} ORDER BY disposal.id DESC LIMIT :limit OFFSET :offset`).all({ ...values, limit, offset }) as Row[]
  return { total, rows }
}

/** A case whole, with what its reader may do now. */
export function getCase(context: Context, { id }: Parsed<'disposal.get'>): Shown {
  const { trx, today } = context
  const one = requireCase(trx, id)
  const row = trx.prepare(`${ROWS} WHERE disposal.id = ?`).get(id) as Row
  const rules = rulesOf(trx, one)
  const all = signaturesOf(trx, id)
  const { head, approvals, supervisions } = countingSignatures(one, all, today)
  const group = groupOf(trx, id)
  const lines = shownLines(context, one, group)
  const carrier = one.carriedOutBy === null ? null : (trx.prepare('SELECT name FROM person WHERE id = ?').get(one.carriedOutBy) as { name: string }).name
  const { openedBy, submittedAt, approvedAt, manner, place, version } = one
  return {
    ...row, openedBy, submittedAt, approvedAt, carriedOutByName: carrier, manner, place, version, regulation: { id: rules.regulation, clause: rules.clause },
    group: group.map((personId, index) => ({
      personId, isHead: index === 0, name: (trx.prepare('SELECT name FROM person WHERE id = ?').get(personId) as { name: string }).name,
      given: lines.filter(({ opinions }) => opinions.some((opinion) => opinion.personId === personId)).length,
    })),
    headSignature: head && toSignature(head),
    approvals: rules.approvers.map((role) => ({ role, signature: asSignature(approvals.find((signature) => signature.role === role)) })),
    refusals: all.filter(({ decision }) => decision === 'refused').map(toSignature),
    supervisorsNeeded: rules.supervisors, supervisors: supervisions.map(toSignature), lines, may: mayDo(context, one, lines),
  }
}

const toSignature = ({ signerId, name, at, decision, reason, onTheSpot, textHash }: SignatureRow) =>
  ({ signerId, name, at, decision, reason, onTheSpot: onTheSpot === 1, textHash })
const asSignature = (row: SignatureRow | undefined) => (row ? toSignature(row) : null)

type About = {
  shortName: string | null; title: string | null; kind: 'credit' | 'contract'; year: number; documents: number
  retentionYears: number | null; retentionFrom: string | null; retentionEnds: string | null; checkedByName: string | null
}

function shownLines({ trx, today }: Context, one: DisposalCase, group: readonly number[]): Shown['lines'] {
  const opinions = Map.groupBy(opinionsOf(trx, one.id), ({ dossierId }) => dossierId)
  const rows = linesOf(trx, one.id)
  const places = placesOf(trx, rows.map(({ dossierId }) => dossierId))
  return rows.map((line) => {
    const about = aboutOf(trx, one.id, line.dossierId)
    const retention = retentionOf(trx, line.dossierId)
    const given = opinions.get(line.dossierId) ?? []
    const decided = line.decision === null ? decisionOf(group, given) : null
    const isOpen = isRunning(line) && (line.decision === null || line.decision === 'destroy') && ['appraisal', 'approval', 'execution'].includes(one.state)
    return {
      ...about, dossierId: line.dossierId, number: line.number, partyName: line.partyName, pages: line.pages, retentionFrom: about.retentionFrom ?? retention.from,
      because: retentionBecause(retention), place: places.get(line.dossierId) ?? null, opinions: given.map(({ dossierId: _dossier, ...opinion }) => opinion),
      decision: line.decision ?? decided?.opinion ?? null, keepUntilYear: line.decision === null ? decided?.keepUntilYear ?? null : line.keepUntilYear,
      stoppedAt: line.stoppedAt, stoppedBy: line.stoppedBy === null ? null : JSON.parse(line.stoppedBy) as Shown['lines'][number]['stoppedBy'],
      checkedAt: line.checkedAt, destroyedAt: line.destroyedAt, obstacles: isOpen ? obstacles(trx, line.dossierId, today, one.id) : [],
    }
  })
}

/** Of a destroyed one as its stub has it. */
function aboutOf(trx: Trx, disposalId: number, dossierId: number): About {
  return trx
    .prepare(
      `SELECT party.shortName, coalesce(stub.title, contract.subject) AS title, dossier.kind, dossier.year, dossier.documents,
         coalesce(stub.retentionYears, dossier.retentionYears) AS retentionYears, stub.retentionFrom, coalesce(stub.retentionEnds, dossier.retentionEnds) AS retentionEnds,
         checker.name AS checkedByName
       FROM disposalLine AS line JOIN dossier ON dossier.id = line.dossierId JOIN party ON party.id = dossier.partyId
         LEFT JOIN contract ON contract.dossierId = dossier.id LEFT JOIN stub ON stub.dossierId = dossier.id
         LEFT JOIN person AS checker ON checker.id = line.checkedBy
       WHERE line.disposalId = ? AND line.dossierId = ?`,
    )
    .get(disposalId, dossierId) as About
}

/** Asked of the very rules that would refuse it. */
function mayDo({ trx, actor, today }: Context, one: DisposalCase, lines: Shown['lines']): Shown['may'] {
  const parties = partiesOf(trx, one, today)
  const isArchivist = hasRole(actor, ['archivist'])
  const isAppraiser = one.state === 'appraisal' && parties.group.includes(actor.personId)
  const running = lines.filter(({ stoppedAt }) => stoppedAt === null)
  const isExecuting = one.state === 'execution' && isArchivist
  const isChecked = linesOf(trx, one.id).filter(isToDestroy).every(({ checkedAt }) => checkedAt !== null)
  const isWatched = parties.supervisors.length >= rulesOf(trx, one).supervisors
  const isMine = !parties.approvals.some(({ signerId }) => signerId === actor.personId) && !parties.supervisors.includes(actor.personId)
  return {
    opine: isAppraiser,
    submit: isAppraiser && parties.group[0] === actor.personId && running.length > 0 && running.every(({ decision }) => decision !== null),
    approve: one.state === 'approval' && openApprovals(parties).length > 0 && whyNotApprove(parties, actor) === null,
    check: isExecuting && isMine,
    supervise: isExecuting && isMine && isChecked && !isWatched,
    carryOut: isExecuting && isMine && isChecked && isWatched,
    cancel: ['appraisal', 'approval', 'execution'].includes(one.state) && (one.openedBy === actor.personId || hasRole(actor, ['officeDirector'])),
  }
}
