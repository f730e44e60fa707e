import { type Finding, type FindingRule, type FindingValues, writeDetail } from '../../shared/rules/archive/finding.ts'
import { headOf } from '../duties/facts.ts'
import { dossierRows, DUTY_COLUMNS, dutyKey, type DutyRow, partyRows } from '../duties/keep.ts'
import type { Trx } from '../storage/database.ts'
import type { Advance, CheckResult } from './verify.ts'

/** After so many dossiers others have a turn. */
const AT_ONCE = 200

/** Whether the table of what is due says what the rules say of the facts, case by case, and its tally adds up. */
export async function checkDuties(trx: Trx, advance: Advance): Promise<CheckResult> {
  const findings: Finding[] = []
  let checked = 0
  const compare = async (subject: string, kept: readonly DutyRow[], derived: readonly DutyRow[]) => {
    findings.push(...differences(subject, kept, derived))
    checked += kept.length
    if (++compared % AT_ONCE === 0) await advance(0)
  }
  let compared = 0
  const dossiers = trx.prepare('SELECT id, number FROM dossier ORDER BY id').all() as { id: number; number: string }[]
  for (const { id, number } of dossiers) {
    await compare(number, trx.prepare('SELECT * FROM duty WHERE dossierId = ?').all(id) as DutyRow[], dossierRows(trx, headOf(trx, id)!))
  }
  const parties = trx
    .prepare('SELECT id, departmentId, firstBusinessOn FROM party WHERE firstBusinessOn IS NOT NULL OR id IN (SELECT partyId FROM duty WHERE partyId IS NOT NULL)')
    .all() as Parameters<typeof partyRows>[1][]
  for (const party of parties) {
    await compare(`#${party.id}`, trx.prepare('SELECT * FROM duty WHERE partyId = ?').all(party.id) as DutyRow[], partyRows(trx, party))
  }
  return { checked: { duties: checked }, findings: [...findings, ...tallied(trx)] }
}

function differences(subject: string, kept: readonly DutyRow[], derived: readonly DutyRow[]): Finding[] {
  const left = new Map(kept.map((row) => [dutyKey(row), row]))
  const found: Finding[] = []
  for (const row of derived) {
    const same = left.get(dutyKey(row))
    left.delete(dutyKey(row))
    if (!same) found.push(told('duty-missing', subject, { rule: row.ruleId }))
    else if (DUTY_COLUMNS.some((column) => same[column] !== row[column])) found.push(told('duty-differs', subject, { rule: row.ruleId }))
  }
  for (const row of left.values()) found.push(told('duty-unfounded', subject, { rule: row.ruleId }))
  return found
}

const TALLY = `
  SELECT regulationVersionId, ruleId, coalesce(departmentId, 0) AS departmentId, count(*) AS duties, count(doneOn) AS done
  FROM duty GROUP BY regulationVersionId, ruleId, coalesce(departmentId, 0)`

function tallied(trx: Trx): Finding[] {
  const different = trx
    .prepare(`SELECT DISTINCT ruleId FROM (SELECT * FROM (${TALLY}) EXCEPT SELECT * FROM dutyTally UNION ALL SELECT * FROM (SELECT * FROM dutyTally EXCEPT ${TALLY})) ORDER BY ruleId`)
    .all() as { ruleId: string }[]
  return different.map(({ ruleId }) => told('duties-counted-otherwise', ruleId, {}))
}

const told = (rule: FindingRule, subject: string, values: FindingValues): Finding => ({ kind: 'duty-contradiction', subject, detail: writeDetail(rule, values) })
