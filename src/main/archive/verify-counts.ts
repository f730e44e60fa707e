import { type Finding, type FindingRule, type FindingValues, writeDetail } from '../../shared/rules/archive/finding.ts'
import { TABLE_OF } from '../imports/taken-in.ts'
import { answerableIn } from '../incidents/answerable.ts'
import { retentionOf } from '../disposal/keep-retention.ts'
import type { Trx } from '../storage/database.ts'
import type { Advance, CheckResult } from './verify.ts'

/** What is kept beside the rows so that nobody need count or derive them, and the same from the rows. */
const KEPT: readonly (readonly [what: string, kept: string, counted: string])[] = [
  ['dossierTally', 'SELECT * FROM dossierTally',
    `SELECT departmentId, year, kind, coalesce(grade, ''), confirmedAt IS NOT NULL, present >= required, drawerId IS NOT NULL, count(*), sum(present), sum(required)
     FROM dossier WHERE voidedAt IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7`],
  ['gapTally', 'SELECT * FROM gapTally', `SELECT kind, departmentId, gaps, count(*) FROM dossier WHERE voidedAt IS NULL AND gaps <> '' GROUP BY 1, 2, 3`],
  ['contractTally', 'SELECT * FROM contractTally',
    `SELECT departmentId, year, direction, state, count(*), count(amountFen), coalesce(sum(amountFen), 0) FROM contract WHERE voidedAt IS NULL GROUP BY 1, 2, 3, 4`],
  ['ratingTally', 'SELECT * FROM ratingTally', `SELECT state, kind, coalesce(grade, ''), isCurrent, count(*) FROM rating GROUP BY 1, 2, 3, 4`],
  ['partyReach', 'SELECT * FROM partyReach',
    `SELECT DISTINCT dossier.departmentId, party.id, party.departmentId, party.kind, party.grade, party.province FROM dossier JOIN party ON party.id = dossier.partyId
     WHERE dossier.voidedAt IS NULL AND dossier.departmentId IS NOT party.departmentId`],
  ['partyTally', 'SELECT seenBy, province, departmentId, kind, grade, hasDossier, parties FROM partyTally',
    `WITH seen AS (SELECT 0 AS seenBy, departmentId, kind, grade, province, dossiers > 0 AS hasDossier FROM party UNION ALL SELECT departmentId, ofDepartment, kind, grade, province, 1 FROM partyReach),
       scoped AS (SELECT '*' AS scope, * FROM seen UNION ALL SELECT '=' || province, * FROM seen WHERE province IS NOT NULL)
     SELECT seenBy, scope, coalesce(departmentId, 0), kind, coalesce(grade, ''), hasDossier, count(*) FROM scoped GROUP BY 1, 2, 3, 4, 5, 6`],
  ['party.dossiers', 'SELECT id, dossiers FROM party WHERE dossiers <> 0', 'SELECT partyId, count(*) FROM dossier WHERE voidedAt IS NULL GROUP BY partyId'],
  ['unrated', 'SELECT partyId, departmentId, kind, pinyin FROM unrated',
    `SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id NOT IN (SELECT partyId FROM rating WHERE isCurrent = 1) AND id IN (
       SELECT partyId FROM dossier WHERE voidedAt IS NULL UNION SELECT partyId FROM invoice WHERE isStruck = 0 UNION SELECT partyId FROM receivable WHERE struckAt IS NULL
       UNION SELECT partyId FROM delivery WHERE struckAt IS NULL UNION SELECT partyId FROM statement WHERE state = 'confirmed' UNION SELECT partyId FROM survey WHERE withdrawnAt IS NULL)`],
  ['unratedTally', 'SELECT * FROM unratedTally', 'SELECT departmentId, kind, count(*) FROM unrated GROUP BY 1, 2'],
  ['room', 'SELECT id, cabinets, drawers, folders FROM room',
    `SELECT room.id, count(DISTINCT cabinet.id), count(DISTINCT drawer.id), (SELECT coalesce(sum(drawer.occupied), 0) FROM cabinet JOIN drawer ON drawer.cabinetId = cabinet.id WHERE cabinet.roomId = room.id)
     FROM room LEFT JOIN cabinet ON cabinet.roomId = room.id LEFT JOIN drawer ON drawer.cabinetId = cabinet.id GROUP BY room.id`],
  ['contract', 'SELECT dossierId, number, departmentId, year, sortName, voidedAt FROM contract', `SELECT id, number, departmentId, year, sortName, voidedAt FROM dossier WHERE kind = 'contract'`],
  ['contractEvent', 'SELECT dossierId, signedOn, changedOn, performedOn, terminatedOn, changes FROM contract',
    `SELECT contract.dossierId, ${['signed', 'changed', 'performed', 'terminated'].map((what) => `max(iif(what = '${what}', "on", NULL))`).join(', ')}, count(iif(what = 'changed', 1, NULL))
     FROM contract LEFT JOIN contractEvent ON contractEvent.dossierId = contract.dossierId AND struckAt IS NULL GROUP BY 1`],
  ['dossier', 'SELECT id, sortName, grade FROM dossier WHERE voidedAt IS NULL', 'SELECT dossier.id, pinyin, party.grade FROM dossier JOIN party ON party.id = dossier.partyId WHERE voidedAt IS NULL'],
  ['dossierNumber', 'SELECT dossierId, number, kind, departmentId, year FROM dossierNumber', 'SELECT id, number, kind, departmentId, year FROM dossier'],
  ['box', 'SELECT id, boxId, drawerId FROM dossier WHERE boxId IS NOT NULL', 'SELECT dossier.id, box.id, box.drawerId FROM dossier JOIN box ON box.id = dossier.boxId'],
  // What was posted from paper says what the paper says.
  ['paperSlip', `SELECT paper.slipId, applicantId, partyName, purpose, manner, copyPages, untilOn FROM paperSlip JOIN paperEntry AS paper ON paper.id = entryId WHERE paper.slipId IS NOT NULL`,
    'SELECT slip.id, applicantId, partyName, purpose, manner, copyPages, untilOn FROM slip JOIN paperEntry AS paper ON paper.slipId = slip.id'],
  ['paperFolder', 'SELECT paper.slipId, dossierId, pagesOut, conditionOut FROM paperFolder JOIN paperEntry AS paper ON paper.id = entryId WHERE paper.slipId IS NOT NULL',
    'SELECT loan.slipId, dossierId, pagesOut, conditionOut FROM loan JOIN paperEntry AS paper ON paper.slipId = loan.slipId'],
  ['paperLine', 'SELECT paper.transferId, dossierId, pages, decision FROM paperLine JOIN paperEntry AS paper ON paper.id = entryId WHERE paper.transferId IS NOT NULL',
    'SELECT line.transferId, dossierId, pages, line.state FROM transferLine AS line JOIN paperEntry AS paper ON paper.transferId = line.transferId'],
  ['paperNote', 'SELECT paper.incidentId, kind, dossierId, happenedFrom, happenedTo FROM paperNote JOIN paperEntry AS paper ON paper.id = entryId WHERE paper.incidentId IS NOT NULL',
    'SELECT incident.id, kind, dossierId, happenedFrom, happenedTo FROM incident JOIN paperEntry AS paper ON paper.incidentId = incident.id'],
  ...(['receivable', 'receipt'] as const).map((side) => [`${side}.allocatedFen`, `SELECT id, allocatedFen FROM ${side} WHERE allocatedFen <> 0`,
    `SELECT ${side}Id, sum(amountFen) FROM allocation WHERE endedAt IS NULL GROUP BY 1`] as const),
  ['settledOn', 'SELECT id, settledOn FROM receivable', `SELECT id, iif(allocatedFen = amountFen, (SELECT max(countsOn) FROM allocation WHERE receivableId = receivable.id AND endedAt IS NULL), NULL) FROM receivable`],
  // What a table brought is struck whole, by whom and for what the log says.
  ['imports.strike', `SELECT at, actorId, detail ->> 'ledger', detail ->> 'reason', detail ->> 'struck' FROM audit WHERE method = 'imports.strike' AND outcome = 'done'`,
    Object.entries(TABLE_OF).map(([ledger, table]) => `SELECT whole.at, t.struckBy, '${ledger}', t.strikeReason, count(*)
      FROM audit AS whole JOIN ${table} AS t ON t.struckAt = whole.at AND t.recordedAt = whole.detail ->> 'importedAt' AND t.fileName IS NOT NULL WHERE whole.method = 'imports.strike' AND whole.outcome = 'done' GROUP BY whole.seq, t.struckBy, t.strikeReason`).join(' UNION ALL ')],
  // A party's limit is the one granted last; whether it is held, and what is behind it, is what was signed.
  ['limitCase.isCurrent', 'SELECT id FROM limitCase WHERE isCurrent = 1',
    `SELECT limitId FROM (SELECT limitId, max(limitStep.id) FROM limitStep JOIN limitCase ON limitCase.id = limitId WHERE what = 'approved' GROUP BY partyId)`],
  ['limitCase.hold', `SELECT id, hold FROM limitCase WHERE hold <> 'none'`,
    `SELECT limitId, CASE what WHEN 'releaseDropped' THEN 'frozen' ELSE what END AS hold FROM (
       SELECT limitId, what, max(id) FROM limitStep WHERE what IN ('superseded', 'freezeProposed', 'frozen', 'freezeDropped', 'releaseProposed', 'released', 'releaseDropped') GROUP BY limitId)
     WHERE what IN ('freezeProposed', 'frozen', 'releaseProposed', 'releaseDropped')`],
  ['limitGuarantee', `SELECT limitId, kind, limitGuarantee.amountFen, limitGuarantee.untilOn, giver, sha256, page, title FROM limitGuarantee JOIN limitCase ON limitCase.id = limitId WHERE state = 'approved'`,
    `SELECT limitId, ${['kind', 'amountFen', 'until', 'giver', 'page.sha256', 'page.page', 'page.title'].map((path) => `value ->> '$.${path}'`).join(', ')} FROM limitCapsule, json_each(body, '$.guarantees')`],
  ['invoiceDay', 'SELECT partyId, issuedOn, direction, valid, red, void, netFen FROM invoiceDay',
    `SELECT partyId, issuedOn, direction, sum(1 - isVoid), sum(isVoid = 0 AND amountFen < 0), sum(isVoid), sum(iif(isVoid = 0, amountFen, 0)) FROM invoice WHERE isStruck = 0 GROUP BY 1, 2, 3`],
  ['invoiceBatch', 'SELECT id, added, struckAt IS NOT NULL FROM invoiceBatch WHERE added > 0', 'SELECT batchId, count(*), isStruck FROM invoice GROUP BY batchId, isStruck'],
  ['invoiceBatchParty', 'SELECT batchId, partyId, added FROM invoiceBatchParty WHERE added > 0', 'SELECT batchId, partyId, count(*) FROM invoice GROUP BY 1, 2'],
]

/** Rows that no longer follow one another, of tables from which the program deletes nothing: somebody else did. */
const NUMBERED = `SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%id % INTEGER PRIMARY KEY AUTOINCREMENT%'`
/** What is due is derived again; scans go with their dossier; proofs of a mark and guarantees of a draft are written anew; a slip that is changed is signed again. */
export const DELETED_FROM: readonly string[] = ['duty', 'attachment', 'ratingEvidence', 'limitGuarantee', 'slipSignature']
/** After so many dossiers others have a turn. */
const AT_ONCE = 200

export async function checkCounts(trx: Trx, advance: Advance): Promise<CheckResult> {
  const findings: Finding[] = []
  const tell = (rule: FindingRule, subject: string, values: FindingValues = {}) => findings.push({ kind: 'count-contradiction', subject, detail: writeDetail(rule, values) })
  for (const [what, kept, counted] of KEPT) {
    const { count } = trx.prepare(`SELECT (SELECT count(*) FROM (SELECT * FROM (${kept}) EXCEPT SELECT * FROM (${counted}))) + (SELECT count(*) FROM (SELECT * FROM (${counted}) EXCEPT SELECT * FROM (${kept}))) AS count`).get() as { count: number }
    if (count > 0) tell('tally-differs', what, { count })
    await advance(0)
  }
  for (const { name } of trx.prepare(NUMBERED).all() as { name: string }[]) {
    if (DELETED_FROM.includes(name)) continue
    const { last, rows } = trx.prepare(`SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = '${name}'), 0) AS last, (SELECT count(*) FROM "${name}") AS rows`).get() as { last: number; rows: number }
    if (last !== rows) tell('rows-missing', name, { last, rows })
  }
  const dossiers = trx.prepare('SELECT id, number, retentionYears, retentionEnds FROM dossier WHERE voidedAt IS NULL ORDER BY id').all() as Dossier[]
  for (const [index, { id, number, retentionYears, retentionEnds }] of dossiers.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await advance(0)
    const { years, until } = retentionOf(trx, id)
    if (years !== retentionYears || until !== retentionEnds) tell('retention-differs', number, { kept: retentionEnds ?? '', counted: until ?? '' })
  }
  // A closed one stays as it was settled, whatever paper tells later.
  for (const { id, number, dossierId, happenedFrom, happenedTo } of trx.prepare("SELECT * FROM incident WHERE state = 'open' ORDER BY id").all() as Incident[]) {
    const known = trx.prepare('SELECT personId, stage, fromAt FROM incidentAnswerable WHERE incidentId = ? AND how <> ? ORDER BY ordinal').all(id, 'read')
    const derived = answerableIn(trx, dossierId, happenedFrom, happenedTo).map(({ personId, stage, fromAt }) => ({ personId, stage, fromAt }))
    if (JSON.stringify(known) !== JSON.stringify(derived)) tell('answerable-differ', number)
  }
  return { checked: {}, findings }
}

type Dossier = { id: number; number: string; retentionYears: number | null; retentionEnds: string | null }
type Incident = { id: number; number: string; dossierId: number; happenedFrom: string; happenedTo: string }
