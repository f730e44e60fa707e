import type { Output, Parsed } from '../../shared/contract/index.ts'
import { INCIDENT_READERS } from '../../shared/contract/incidents.ts'
import { AppError } from '../../shared/errors.ts'
import { requireVisibleTransfer } from '../custody/visibility.ts'
import { FALLBACK_ROLES } from '../../shared/contract/fallback.ts'
import { EXPLAINABLE } from '../../shared/rules/fallback/conflicts.ts'
import type { Context } from '../pipeline/context.ts'
import { hasRole } from '../people/visibility.ts'
import { requireVisibleSlip } from '../lookups/visibility.ts'
import type { FallbackConflictTable } from '../storage/tables/fallback.ts'
import { readyPapers } from './compare.ts'
import { entriesOf, entryById, noteOf } from './entries.ts'

/** The register of blanks, the newest number first. */
export function listBlanks({ trx }: Context, { form, state, text, fromId, toId, limit, offset }: Parsed<'fallback.blanks'>): Output<'fallback.blanks'> {
  const where = `FROM blank JOIN person AS issuer ON issuer.id = issuedBy LEFT JOIN person AS closer ON closer.id = closedBy
    WHERE (:fromId IS NULL OR blank.id >= :fromId) AND (:toId IS NULL OR blank.id <= :toId) AND (:form IS NULL OR form = :form) AND (:state IS NULL OR state = :state) AND (:text = '' OR instr(number, upper(:text)) > 0 OR instr(remarks, :text) > 0)`
  const values = { form, state, text: text.trim(), fromId, toId }
  const { total } = trx.prepare(`SELECT count(*) AS total ${where}`).get(values) as { total: number }
  const { out } = trx.prepare("SELECT count(*) AS out FROM blank WHERE state = 'out'").get() as { out: number }
  const rows = trx
    .prepare(
      `SELECT blank.*, issuer.name AS issuedByName, closer.name AS closedByName,
         EXISTS (SELECT 1 FROM paperEntry WHERE blankId = blank.id AND paperEntry.state = 'waiting') AS isEntered ${where} ORDER BY blank.id DESC LIMIT :limit OFFSET :offset`,
    )
    .all({ ...values, limit, offset }) as (Output<'fallback.blanks'>['rows'][number] & { issuedBy: number; closedBy: number | null; isEntered: unknown })[]
  return { total, out, rows: rows.map(({ issuedBy: _by, closedBy: _closer, ...row }) => ({ ...row, isEntered: Number(row.isEntered) === 1 })) }
}

/** Papers that were read off, the newest first; `ready`: of those that wait, how many can be posted now. */
export function listEntries({ trx }: Context, { state, limit, offset }: Parsed<'fallback.entries'>): Output<'fallback.entries'> {
  const { total } = trx.prepare('SELECT count(*) AS total FROM paperEntry WHERE (:state IS NULL OR state = :state)').get({ state }) as { total: number }
  const { waiting } = trx.prepare("SELECT count(*) AS waiting FROM paperEntry WHERE state = 'waiting'").get() as { waiting: number }
  return { total, waiting, ready: readyPapers(trx).length, rows: entriesOf(trx, { state, limit, offset }) }
}

type ConflictRow = Omit<FallbackConflictTable, 'id'> & { id: number; dossierNumber: string | null; setAside: string | null; proposedByName: string | null; confirmedByName: string | null }

/** Conflicts: those that wait for somebody first, or all that there have been. */
export function listConflicts(context: Context, { isOpen, limit, offset }: Parsed<'fallback.conflicts'>): Output<'fallback.conflicts'> {
  const { trx, actor } = context
  const where = isOpen ? "WHERE fallbackConflict.state IN ('open', 'proposed')" : "WHERE fallbackConflict.state = 'settled'"
  const { total } = trx.prepare(`SELECT count(*) AS total FROM fallbackConflict ${where}`).get() as { total: number }
  const rows = trx
    .prepare(
      `SELECT fallbackConflict.*, dossier.number AS dossierNumber, asideBlank.number AS setAside, proposer.name AS proposedByName, confirmer.name AS confirmedByName
       FROM fallbackConflict LEFT JOIN dossier ON dossier.id = fallbackConflict.dossierId LEFT JOIN paperEntry AS aside ON aside.id = setAsideId
       LEFT JOIN blank AS asideBlank ON asideBlank.id = aside.blankId LEFT JOIN person AS proposer ON proposer.id = fallbackConflict.proposedBy LEFT JOIN person AS confirmer ON confirmer.id = fallbackConflict.confirmedBy
       ${where} ORDER BY fallbackConflict.id LIMIT ? OFFSET ?`,
    )
    .all(limit, offset) as ConflictRow[]
  const settles = hasRole(actor, FALLBACK_ROLES)
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id, rule: row.rule, state: row.state, dossierId: row.dossierId, dossierNumber: row.dossierNumber, facts: JSON.parse(row.facts) as Record<string, string>, foundAt: row.foundAt,
      papers: [row.entryId, ...(row.otherId === null ? [] : [row.otherId])].map((id) => entryById(trx, id)), setAside: row.setAside, setAsideId: row.setAsideId, reason: row.reason,
      proposedByName: row.proposedByName, proposedAt: row.proposedAt, confirmedByName: row.confirmedByName, confirmedAt: row.confirmedAt,
      may: {
        propose: settles && row.state === 'open', explain: settles && row.state === 'open' && EXPLAINABLE.includes(row.rule),
        confirm: settles && row.state === 'proposed' && row.proposedBy !== actor.personId,
      },
    })),
  }
}

const CASE = { slip: 'slipId', transfer: 'transferId', incident: 'incidentId' } as const

/** The paper behind a slip, a transfer or an incident that its reader may see (`not-found`). */
export function paperOfCase(context: Context, { form, id }: Parsed<'fallback.ofCase'>): Output<'fallback.ofCase'> {
  const { trx, actor } = context
  if (form === 'slip') requireVisibleSlip(context, id)
  else if (form === 'transfer') requireVisibleTransfer(context, id)
  else if (!hasRole(actor, INCIDENT_READERS)) throw new AppError('not-found', { id })
  const row = trx
    .prepare(
      `SELECT paperEntry.id, blank.number AS blank, enterer.name AS enteredByName, enteredAt, poster.name AS postedByName FROM paperEntry JOIN blank ON blank.id = blankId
       JOIN person AS enterer ON enterer.id = enteredBy JOIN person AS poster ON poster.id = postedBy WHERE ${CASE[form]} = ?`,
    )
    .get(id) as (Omit<NonNullable<Output<'fallback.ofCase'>>, 'note'> & { id: number }) | undefined
  if (!row) return null
  const { id: entryId, ...paper } = row
  const note = form === 'incident' ? noteOf(trx, entryId) : null
  return { ...paper, note: note && { holderName: note.holderName, measures: note.measures, witness: note.witness } }
}
