import type { Output } from '../../shared/contract/index.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { verdictOf } from '../../shared/rules/checks/verdict.ts'
import type { Context } from '../pipeline/context.ts'
import { nextCount } from '../storage/counter.ts'
import type { Examined } from './examine.ts'

/** Gapless within a year. */
const NUMBER = 'SX-{year}-{sequence:4}'

export type CheckSubject =
  | { scope: 'dossier'; dossierId: number; label: string }
  | { scope: 'transfer'; transferId: number; label: string }
  | { scope: 'archive'; label: '' }

/** Writes what was examined as a report, which is never changed afterwards. The audit entry is the caller's. */
export function writeReport(context: Context, subject: CheckSubject, { items, dossierIds, documents, files, bytes }: Examined): Output<'checks.run'> {
  const { trx, actor, now, today } = context
  const year = Number(today.slice(0, 4))
  const number = formatNumber(NUMBER, { department: '', year, sequence: nextCount(trx, `check:${year}`) })
  const findings = items.reduce((sum, { total }) => sum + total, 0)
  const { lastId: id } = trx.run(
    trx.sql.insertInto('checkReport').values({
      number, scope: subject.scope, dossierId: subject.scope === 'dossier' ? subject.dossierId : null,
      transferId: subject.scope === 'transfer' ? subject.transferId : null, label: subject.label, at: now, by: actor.personId,
      dossiers: dossierIds.length, documents, files, bytes, findings, auditSeq: context.auditSeq,
    }),
  )
  for (const { code, outcome, checked, total, findings: kept } of items) {
    trx.run(trx.sql.insertInto('checkItem').values({ reportId: id, code, outcome, checked, findings: total }))
    kept.forEach(({ facts, ...finding }, ordinal) => {
      trx.run(trx.sql.insertInto('checkFinding').values({ reportId: id, code, ordinal, ...finding, facts: JSON.stringify(facts) }))
    })
  }
  if (subject.scope !== 'archive') {
    for (const dossierId of dossierIds) trx.run(trx.sql.insertInto('checkedDossier').values({ dossierId, reportId: id }))
  }
  const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length
  return { id, number, verdict: verdictOf(items.map((item) => ({ ...item, isAttested: false }))), failed: count('failed'), notRun: count('notRun'), findings }
}

/** What the audit entry says of a run: what it was about and how it came out, items by their codes. */
export function recordReport(context: Context, subject: CheckSubject, { id: checkId, number, verdict }: Output<'checks.run'>, { items, files }: Examined): void {
  const codes = (outcome: string) => items.filter((item) => item.outcome === outcome).map(({ code }) => code)
  const detail = { checkId, number, verdict, files, failed: codes('failed'), notRun: codes('notRun'), notCarriedOut: codes('notCarriedOut') }
  const id = subject.scope === 'dossier' ? subject.dossierId : subject.scope === 'transfer' ? subject.transferId : null
  context.record({ kind: subject.scope, id, label: subject.label || null }, detail)
}
