import { type Finding, type FindingRule, type FindingValues, writeDetail } from '../../shared/rules/archive/finding.ts'
import type { Trx } from '../storage/database.ts'
import type { Advance, CheckResult } from './verify.ts'
import { LOGGED, type Logged, STANDING, type Standing } from './logged.ts'

/**
 * Whether the tables say what the log says. The log shows by itself when it was changed; a row that was written, changed or
 * deleted behind the program's back shows by an entry that is not there, or that says something else.
 */
export async function checkLog(trx: Trx, advance: Advance): Promise<CheckResult> {
  const findings: Finding[] = []
  for (const query of signedRows(trx)) {
    findings.push(...told('not-in-log', query, trx))
    await advance(0)
  }
  for (const rule of LOGGED) {
    findings.push(...told('not-in-log', rowsWithoutEntry(rule), trx), ...told('gone-since-logged', entriesWithoutRow(rule), trx))
    await advance(0)
  }
  for (const rule of STANDING) {
    findings.push(...told('stands-other-than-logged', standingOtherwise(rule), trx))
    await advance(0)
  }
  return { checked: {}, findings }
}

function told(rule: FindingRule, query: string, trx: Trx): Finding[] {
  const rows = trx.prepare(query).all() as ({ subject: string } & FindingValues)[]
  return rows.map(({ subject, ...values }) => ({ kind: 'log-contradiction', subject, detail: writeDetail(rule, values) }))
}

const entryFrom = ({ each }: Logged): string => (each ? `audit AS e, json_each(e.detail, '$.${each}') AS f` : 'audit AS e')
const written = ({ methods }: { methods: readonly string[] }): string => `e.outcome = 'done' AND +e.method IN (${methods.map((method) => `'${method}'`).join(', ')})`

const rowsWithoutEntry = (rule: Logged): string => `
  SELECT '${rule.table} ' || ${rule.subject} AS subject, '${rule.methods[0]}' AS method FROM ${rule.table} AS t
  WHERE (${rule.rows ?? 'true'}) AND NOT EXISTS (SELECT 1 FROM ${entryFrom(rule)} WHERE ${written(rule)} AND ${rule.same})`

const entriesWithoutRow = (rule: Logged): string => `
  SELECT '#' || e.seq AS subject, e.method FROM ${entryFrom(rule)}
  WHERE e.outcome = 'done' AND e.method = '${rule.methods[0]}' AND ${rule.entries ?? 'true'}
    AND NOT EXISTS (SELECT 1 FROM ${rule.table} AS t WHERE (${rule.rows ?? 'true'}) AND ${rule.same})`

const standingOtherwise = (rule: Standing): string => `
  SELECT '${rule.table} ' || ${rule.subject} AS subject, '${rule.what}' AS what FROM ${rule.table} AS t
  WHERE (${rule.rows ?? 'true'}) AND ${rule.value} IS NOT (
    SELECT ${rule.logged} FROM audit AS e WHERE ${written(rule)} AND ${rule.about} ORDER BY e.seq DESC LIMIT 1)`

/**
 * Of every table that says who did something and when (`signedBy` and `signedAt`, `by` and `at`): rows of which the log knows
 * nothing at that moment by that person, in his own session or on the spot. Paper has hours of its own.
 */
function signedRows(trx: Trx): string[] {
  const tables = trx.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ('paperSlip', 'paperNote')").all() as { name: string }[]
  return tables.flatMap(({ name }) => {
    const columns = trx.prepare('SELECT name, pk FROM pragma_table_info(?)').all(name) as { name: string; pk: number }[]
    const has = (column: string) => columns.some((one) => one.name === column)
    const key = columns.filter(({ pk }) => pk > 0).map((column) => `t."${column.name}"`).join(` || '/' || `)
    const paper = name === 'paperEntry' ? [] : ['slipId', 'transferId', 'incidentId']
      .flatMap((column) => (has(column) ? [`t.${column}`] : column === `${name}Id` ? ['t.id'] : []).map((id) => `AND NOT EXISTS (SELECT 1 FROM paperEntry WHERE paperEntry.${column} = ${id})`))
    return columns.flatMap(({ name: by }) => {
      const at = by === 'by' ? 'at' : by.replace(/By$/, 'At')
      if (at === by || !has(at)) return []
      return [`SELECT '${name} ' || ${key} AS subject, '${by}' AS method FROM "${name}" AS t
        WHERE t."${at}" IS NOT NULL AND t."${by}" IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM audit AS e WHERE e.at = t."${at}" AND e.outcome = 'done' AND (t."${by}" IN (e.actorId, e.detail ->> 'signerId') OR e.method = 'archive.create')) ${paper.join(' ')}`]
    })
  })
}
