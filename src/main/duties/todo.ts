import { becauseDue } from '../../shared/rules/duties/deadlines.ts'
import { becausePeriod } from '../../shared/rules/duties/periods.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import type { Fulfilment } from '../../shared/rules/regulations/deadline.ts'
import { WHOLE_ARCHIVE_ROLES, type Role } from '../../shared/roles.ts'
import { allOf, type Group, onDay, type Reader, SOON_DAYS, type Todo, type Waiting } from '../home/todo.ts'
import { hasRole, ownDepartment } from '../people/visibility.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import { periodCases } from './periods.ts'
import { placeRules, rulesIn } from './places.ts'

/** Days ahead that a duty is shown at all: what is due in two years is nobody's concern today. */
const AHEAD_DAYS = 180

/** What a rule asks for, as a kind of line. */
const KINDS: Record<Fulfilment, Todo['kind']> = {
  'opened': 'toOpen', 'confirmed': 'toConfirm', 'complete': 'toComplete', 'left-department': 'toHandOver', 'verified': 'toHandOver', 'in-archive-room': 'toArchive',
}
/** Whose open cases: a role's, of every department, of one, or of none (a customer nobody has taken yet). */
type Part = { role: Role; department: number | null | 'all' }

function partsOf({ actor }: Reader): Part[] {
  const whole: readonly Role[] = WHOLE_ARCHIVE_ROLES
  const department = ownDepartment(actor)
  const own = actor.roles.flatMap((role): Part[] =>
    whole.includes(role) ? [{ role, department: 'all' }] : department === null ? [] : [{ role, department }])
  const ownerless: Part[] = (['salesperson', 'departmentClerk'] as const).map((role) => ({ role, department: null }))
  return hasRole(actor, ['creditAdministrator']) ? [...own, ...ownerless] : own
}

type Cases = { regulationVersionId: number; ruleId: string; departmentId: number | null; startsOn: string; dueOn: string; folders: number; id: number; together: 0 | 1 }

/** Cases that are one and the same for whoever counts days: of one rule, department, beginning and end. */
function casesOf(reader: Reader, { role, department }: Part): { sql: string; values: object } {
  const isOne = department !== 'all'
  return {
    sql: `
      SELECT regulationVersionId, ruleId, departmentId, startsOn, dueOn, count(*) AS folders, min(id) AS id,
        (regulationVersionId, ruleId) IN ${placeRules(reader.trx)} AS together
      FROM duty INDEXED BY ${isOne ? 'duty_openInDepartment' : 'duty_open'}
      WHERE doneOn IS NULL AND role = :role ${isOne ? 'AND departmentId IS :department' : ''} AND dueOn <= :until
        AND NOT ((regulationVersionId, ruleId) IN ${rulesIn(reader.trx, (until) => until === 'confirmed')} AND dossierId IN (
          SELECT id FROM dossier INDEXED BY dossier_unconfirmedBy WHERE openedBy = :me AND confirmedAt IS NULL AND voidedAt IS NULL))
      GROUP BY dueOn, startsOn, regulationVersionId, ruleId, departmentId`,
    values: { role, until: addDays(reader.today, AHEAD_DAYS), me: reader.actor.personId, ...(isOne ? { department } : {}) },
  }
}

/** Open cases of the deadlines, for those whose role the rules name; the earliest due first. */
export function dueDuties(reader: Reader): Waiting[] {
  return partsOf(reader).map((part) => {
    const { sql, values } = casesOf(reader, part)
    const counts = countsOf(reader, sql, values)
    if (counts.overdue + counts.today + counts.soon + counts.later === 0) return allOf([])
    const first = reader.trx.prepare(`${sql} ORDER BY dueOn, startsOn, regulationVersionId, ruleId, departmentId LIMIT :most`).all({ ...values, most: reader.most }) as Cases[]
    const lines: Todo[] = []
    for (const cases of first) {
      if (lines.length >= reader.most) break
      lines.push(...linesOf(reader, part, cases))
    }
    return { counts, first: lines.slice(0, reader.most) }
  })
}

function countsOf({ trx, today }: Reader, cases: string, values: object): Record<Group, number> {
  const sum = (condition: string) => `coalesce(sum(CASE WHEN together THEN 1 ELSE folders END) FILTER (WHERE ${condition}), 0)`
  return trx
    .prepare(
      `SELECT ${sum('dueOn < :today')} AS overdue, ${sum('dueOn = :today')} AS today, ${sum('dueOn > :today AND dueOn <= :soon')} AS soon,
         ${sum('dueOn > :soon')} AS later FROM (${cases})`,
    )
    .get({ ...values, today, soon: addDays(today, SOON_DAYS) }) as Record<Group, number>
}

type Named = { id: number; dossierId: number | null; partyId: number; number: string | null; stage: string | null; partyName: string; departmentName: string | null }

const NAMED = `
  SELECT duty.id, duty.dossierId, party.id AS partyId, dossier.number, dossier.stage, coalesce(party.shortName, party.name) AS partyName, department.name AS departmentName
  FROM duty LEFT JOIN dossier ON dossier.id = duty.dossierId JOIN party ON party.id = coalesce(duty.partyId, dossier.partyId)
  LEFT JOIN department ON department.id = duty.departmentId`

function linesOf(reader: Reader, part: Part, cases: Cases): Todo[] {
  const { trx, today } = reader
  const rule = regulationOfVersion(trx, cases.regulationVersionId).deadlines.find(({ id }) => id === cases.ruleId)
  if (!rule) return []
  const line = { kind: KINDS[rule.until], dueOn: cases.dueOn, because: becauseDue(rule, cases.startsOn) }
  if (cases.together && cases.folders > 1) {
    const { departmentName } = trx.prepare(`${NAMED} WHERE duty.id = ?`).get(cases.id) as Named
    const code = `${rule.kind}/${cases.ruleId}/${cases.dueOn}`
    return [onDay(today, { ...line, subject: { kind: 'department', id: cases.departmentId ?? 0, code }, what: departmentName ?? '', folders: cases.folders })]
  }
  const rows = cases.folders === 1 ? [trx.prepare(`${NAMED} WHERE duty.id = ?`).get(cases.id) as Named] : each(reader, part, cases)
  // A folder that has gone needs no list: the papers of what happened to its contract since are to be filed in it.
  const hasGone = (row: Named) => rule.until === 'left-department' && row.stage !== null && row.stage !== 'department'
  return rows.map((row) => onDay(today, {
    ...line, ...(hasGone(row) ? { kind: 'toFile' as const } : {}), what: row.number === null ? row.partyName : `${row.partyName} ${row.number}`,
    subject: row.dossierId === null ? { kind: 'party', id: row.partyId } : { kind: 'dossier', id: row.dossierId },
  }))
}

/** The cases of a group one by one. */
function each({ trx, actor, most }: Reader, { role }: Part, { regulationVersionId, ruleId, departmentId, startsOn, dueOn }: Cases): Named[] {
  return trx
    .prepare(
      `${NAMED} WHERE duty.role = :role AND duty.departmentId IS :departmentId AND duty.dueOn = :dueOn AND duty.startsOn = :startsOn
         AND duty.regulationVersionId = :regulationVersionId AND duty.ruleId = :ruleId AND duty.doneOn IS NULL
         AND (dossier.confirmedAt IS NOT NULL OR dossier.openedBy IS NOT :me OR :ruleId NOT IN (SELECT value FROM json_each(:confirming)))
       ORDER BY duty.id LIMIT :most`,
    )
    .all({ role, departmentId, dueOn, startsOn, regulationVersionId, ruleId, me: actor.personId, most, confirming: JSON.stringify(confirming(trx, regulationVersionId)) }) as Named[]
}

const confirming = (trx: Reader['trx'], versionId: number) =>
  regulationOfVersion(trx, versionId).deadlines.filter(({ until }) => until === 'confirmed').map(({ id }) => id)

/** What the regulation asks for period by period, of one's roles: past periods not done, and the one that runs when it is near. */
export function periodsDue(reader: Reader): Waiting {
  const { today, actor, regulation, trx } = reader
  const { id: versionId } = trx.prepare('SELECT id FROM regulationVersion WHERE regulation = ? ORDER BY id DESC LIMIT 1').get(regulation.id) as { id: number }
  const lines = periodCases(reader)
    .filter(({ duty, period, done }) => done === null && hasRole(actor, [duty.role]) && period.dueOn <= addDays(today, AHEAD_DAYS))
    .map(({ duty, period }) => onDay(today, {
      kind: period.endsOn < today ? 'periodDue' : 'periodAhead', subject: { kind: 'regulation', id: versionId, code: `${duty.id}/${period.period}` },
      what: duty.title, dueOn: period.dueOn, because: becausePeriod(period),
    }))
  return allOf(lines)
}
