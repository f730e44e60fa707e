import { type Finding, writeDetail } from '../../shared/rules/archive/finding.ts'
import type { Trx } from '../storage/database.ts'
import { builtOtherwise } from '../storage/schema.ts'
import type { CheckResult } from './verify.ts'

/** SQLite's own check of the file, every reference between tables, and how they are built. Every page is authenticated as it is read. */
export function checkDatabase(trx: Trx): CheckResult {
  const findings: Finding[] = []
  const reports = trx.prepare('PRAGMA quick_check(100)').all() as { quick_check: string }[]
  for (const { quick_check: report } of reports) {
    if (report !== 'ok') findings.push({ kind: 'database-damaged', subject: 'archive.db', detail: writeDetail('quick-check', { report: report.slice(0, 200) }) })
  }
  const broken = trx.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number | null; parent: string }[]
  for (const { table, rowid, parent } of broken) {
    findings.push({ kind: 'database-damaged', subject: table, detail: writeDetail('reference-broken', { row: rowid ?? '', parent }) })
  }
  for (const { name, type } of builtOtherwise(trx)) findings.push({ kind: 'database-damaged', subject: name, detail: writeDetail('schema-differs', { type }) })
  return { checked: { database: 1 }, findings }
}
