import type { Clause } from '../../src/shared/rules/regulations/clause.ts'
import type { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import { presets, type TestArchive } from '../builders/archive.ts'

const clause = (id: string, by: Clause['by'], more: Partial<Clause> = {}): Clause =>
  ({ id, summary: `第 ${id} 条的要求`, enforcement: 'records', by, later: [], ...more })

/** Clauses that between them name every mechanism counted here, one at work, one for later, one of the organisation. */
const CLAUSES: readonly Clause[] = [
  clause('t1', [], { enforcement: 'organisation' }),
  clause('t2', ['catalogue']),
  clause('t2.1', ['catalogue']),
  clause('t2.2', ['catalogue']),
  clause('t2.3', ['catalogue']),
  clause('t2.5', ['catalogue']),
  clause('t3', ['numbering']),
  clause('t4', ['lookupSlip', 'signature']),
  clause('t5', ['loanRegister']),
  clause('t6', ['confirmation', 'opening']),
  clause('t7', ['encryption', 'audit']),
  clause('t8', [], { later: ['ratings'] }),
  clause('t9', ['cabinet', 'grade'], { later: ['credit'] }),
  clause('t10', ['backup']),
  clause('t11', ['duties'], { enforcement: 'deadline' }),
  clause('t13', ['rerating', 'ratingSteps', 'schemes', 'presale', 'statements', 'warnings', 'listings', 'defaults', 'receivables', 'promises', 'limits', 'exposure', 'validity', 'surveys', 'invoices', 'deliveries']),
  clause('t12', ['qualification', 'agreement', 'authorisation', 'clearance', 'incident', 'stocktake', 'contractLedger', 'transfer', 'retention', 'disposal']),
]

/** S22 with these clauses before its own; `change` works on a copy. */
export function trialBody(change: (body: Regulation) => void = () => {}): Record<string, unknown> {
  const body = structuredClone(presets.find(({ id }) => id === 'S22')!)
  body.catalogues.credit.clause = 't2'
  body.deadlines.push({ id: 'whole', clause: 't11', title: '收齐', kind: 'credit', from: 'opened', within: { days: 40 }, until: 'complete', role: 'salesperson' })
  body.clauses.unshift(...structuredClone(CLAUSES))
  change(body)
  return body
}

/** The trial body in force from the archive's today on. */
export async function adoptTrial(office: Pick<TestArchive, 'callAs'>, change?: (body: Regulation) => void, effectiveOn = '2026-11-23'): Promise<number> {
  return (await office.callAs('officedirector', 'regulations.adopt', { body: trialBody(change), effectiveOn, note: '试行' })).id
}
