import { createHash } from 'node:crypto'
import type { Selectable, Updateable } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import { compareRules, ruleSetFaults } from '../../shared/rules/risks/rule-set.ts'
import { type RuleSetCase, type RuleSetStep, whyNotStep } from '../../shared/rules/risks/rule-set-steps.ts'
import { PROGRAM_RULES, type WarningRule } from '../../shared/rules/risks/warnings.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { WarningRuleSetTable } from '../storage/tables/risks.ts'

/**
 * Which rules of early warning hold: the last set that was agreed to, from the day of its decision and whole, whatever a newer
 * program asks beyond it; before any the program's own, as the program then has them (`id` null).
 */
export type RulesInForce = { readonly id: number | null; readonly rules: readonly WarningRule[] }

export function rulesInForce(trx: Trx): RulesInForce {
  const row = trx.prepare("SELECT id, body FROM warningRuleSet INDEXED BY warningRuleSet_force WHERE state = 'agreed' ORDER BY id DESC LIMIT 1").get() as { id: number; body: string } | undefined
  return row === undefined ? { id: null, rules: PROGRAM_RULES } : { id: row.id, rules: rulesOf(row) }
}

const rulesOf = ({ body }: { body: string }): WarningRule[] => JSON.parse(body) as WarningRule[]
/** As it is written; `rulesOf` orders nothing anew. */
const written = (rules: readonly WarningRule[]): { body: string; hash: string } => {
  const body = canonicalJson(rules)
  return { body, hash: createHash('sha256').update(body).digest('hex') }
}

type Row = Selectable<WarningRuleSetTable>
type Named = Row & Pick<Output<'warningRules.list'>['sets'][number], 'savedByName' | 'proposedByName' | 'decidedByName' | 'withdrawnByName'>

/** Every set, the newest first. Rules are the company's own and no party's: whoever sees warnings sees them. */
export function listRuleSets(context: Context): Output<'warningRules.list'> {
  const { trx } = context
  const inForceId = rulesInForce(trx).id
  const name = (column: string, as: string) => `(SELECT name FROM person WHERE person.id = one.${column}) AS ${as}`
  const rows = trx.prepare(
    `SELECT one.*, ${name('savedBy', 'savedByName')}, ${name('proposedBy', 'proposedByName')}, ${name('decidedBy', 'decidedByName')}, ${name('withdrawnBy', 'withdrawnByName')} FROM warningRuleSet AS one ORDER BY one.id DESC`,
  ).all() as Named[]
  return { inForceId, sets: rows.map((row) => shown(context, row, inForceId)) }
}

function shown({ trx, actor }: Context, row: Named, inForceId: number | null): Output<'warningRules.list'>['sets'][number] {
  const one = caseOf(trx, row)
  const may = (step: RuleSetStep) => whyNotStep(step, one, actor) === null
  return {
    id: row.id, state: row.state, isInForce: row.id === inForceId, rules: rulesOf(row), basedOnId: row.basedOnId, savedByName: row.savedByName, savedAt: row.savedAt,
    reason: row.reason, proposedByName: row.proposedByName, proposedAt: row.proposedAt, decidedByName: row.decidedByName, decidedAt: row.decidedAt, remarks: row.remarks, fromOn: row.fromOn,
    withdrawnByName: row.withdrawnByName, withdrawnAt: row.withdrawnAt,
    may: { save: may('save'), propose: may('propose'), decide: may('decide'), withdraw: may('withdraw') }, version: row.version,
  }
}

/** Whoever wrote in a set or proposed it: the log alone keeps those before the last. */
function caseOf(trx: Trx, { id, state }: Pick<Row, 'id' | 'state'>): RuleSetCase {
  if (state !== 'proposed') return { state, makers: [] }
  const rows = trx.prepare(
    `SELECT DISTINCT actorId FROM audit INDEXED BY audit_subject WHERE subjectKind = 'warningRules' AND subjectId = ? AND outcome = 'done' AND method IN ('warningRules.save', 'warningRules.propose')`,
  ).all(id) as { actorId: number }[]
  return { state, makers: rows.map(({ actorId }) => actorId) }
}

/** Who waits for a decision of his: nobody decides what he had a hand in. */
export function setToDecide({ trx, actor }: Pick<Context, 'trx' | 'actor'>): { id: number; by: string; on: string } | null {
  const row = trx.prepare(
    `SELECT one.id, one.state, person.name AS "by", one.proposedAt AS "on" FROM warningRuleSet AS one INDEXED BY warningRuleSet_running JOIN person ON person.id = one.proposedBy
     WHERE one.state IN ('draft', 'proposed') AND one.state = 'proposed'`,
  ).get() as { id: number; state: Row['state']; by: string; on: string } | undefined
  return row !== undefined && whyNotStep('decide', caseOf(trx, row), actor) === null ? row : null
}

export function saveRuleSet(context: Context, input: Parsed<'warningRules.save'>): Output<'warningRules.save'> {
  requireSound(input.rules)
  return input.id === null ? begin(context, input) : keep(context, { ...input, id: input.id })
}

function begin(context: Context, { basedOnId, rules }: Parsed<'warningRules.save'>): Output<'warningRules.save'> {
  const { trx, actor, now } = context
  const running = trx.prepare("SELECT id FROM warningRuleSet INDEXED BY warningRuleSet_running WHERE state IN ('draft', 'proposed')").get()
  if (running !== undefined || rulesInForce(trx).id !== basedOnId) throw new AppError('changed-meanwhile', {})
  const { body, hash } = written(rules)
  const { lastId: id } = trx.run(trx.sql.insertInto('warningRuleSet').values({ body, hash, state: 'draft', basedOnId, savedBy: actor.personId, savedAt: now }))
  context.record({ kind: 'warningRules', id, label: String(id) }, { hash, basedOnId })
  return { id, version: 1 }
}

function keep(context: Context, { id, version, rules }: { id: number; version: number; rules: readonly WarningRule[] }): Output<'warningRules.save'> {
  const { body, hash } = written(rules)
  return step(context, 'save', { id, version }, () => ({ change: { body, hash, savedBy: context.actor.personId, savedAt: context.now }, detail: { hash } }))
}

/** Another program may have let more through. */
function requireSound(rules: readonly WarningRule[]): void {
  const faults = ruleSetFaults(rules).filter(({ level }) => level === 'fault')
  if (faults.length > 0) throw new AppError('warning-rules-refused', { count: faults.length, faults })
}

export function proposeRuleSet(context: Context, { id, version, reason }: Parsed<'warningRules.propose'>): Output<'warningRules.propose'> {
  return step(context, 'propose', { id, version }, (row) => {
    requireSound(rulesOf(row))
    if (compareRules(rulesInForce(context.trx).rules, rulesOf(row)).length === 0) throw new AppError('warning-rules-unchanged')
    return { change: { state: 'proposed', reason, proposedBy: context.actor.personId, proposedAt: context.now }, detail: { hash: row.hash, reason } }
  })
}

/** Agreed to, what no longer is asked of anybody is no longer open; the next scan finds what is asked newly. */
export function decideRuleSet(context: Context, { id, version, decision, remarks }: Parsed<'warningRules.decide'>): Output<'warningRules.decide'> {
  const { trx, actor, now, today } = context
  let ended = 0
  const reply = step(context, 'decide', { id, version }, (row) => {
    const decided = { decidedBy: actor.personId, decidedAt: now, remarks }
    if (decision === 'refused') return { change: { ...decided, state: 'refused' }, detail: { hash: row.hash, decision, remarks } }
    requireSound(rulesOf(row))
    ended = endUnasked(trx, id, rulesOf(row))
    return { change: { ...decided, state: 'agreed', fromOn: today }, detail: { hash: row.hash, decision, remarks, over: ended } }
  })
  return { ...reply, ended }
}

/** How many are over because the set (null: the program) does not ask them any more, or asks them otherwise. */
export function endUnasked(trx: Trx, id: number | null, rules: readonly WarningRule[]): number {
  const asked = JSON.stringify(rules.filter(({ isOn }) => isOn).map(({ code, when }) => `${code} ${when}`))
  return trx.prepare(`UPDATE warning SET state = 'over', endedById = ? WHERE state IN ('open', 'handled') AND code || ' ' || "when" NOT IN (SELECT value FROM json_each(?))`).run(id, asked).changes
}

export function withdrawRuleSet(context: Context, { id, version }: Parsed<'warningRules.withdraw'>): Output<'warningRules.withdraw'> {
  const { actor, now } = context
  return step(context, 'withdraw', { id, version }, (row) => ({ change: { state: 'withdrawn', withdrawnBy: actor.personId, withdrawnAt: now }, detail: { hash: row.hash } }))
}

type Done = { change: Updateable<WarningRuleSetTable>; detail: Record<string, unknown> }

/** One step over the version that was read. */
function step(context: Context, name: RuleSetStep, { id, version }: { id: number; version: number }, act: (row: Row) => Done): { id: number; version: number } {
  const { trx, actor } = context
  const row = ruleSetRow(trx, id)
  const refusal = whyNotStep(name, caseOf(trx, row), actor)
  if (refusal !== null) throw new AppError(refusal, refusal === 'wrong-state' ? { state: row.state } : {})
  if (row.version !== version) throw new AppError('changed-meanwhile', { version: row.version })
  const { change, detail } = act(row)
  trx.run(trx.sql.updateTable('warningRuleSet').set({ ...change, version: version + 1 }).where('id', '=', id))
  context.record({ kind: 'warningRules', id, label: String(id) }, detail)
  return { id, version: version + 1 }
}

function ruleSetRow(trx: Trx, id: number): Row {
  const row = trx.prepare('SELECT * FROM warningRuleSet WHERE id = ?').get(id) as Row | undefined
  if (!row) throw new AppError('not-found', { ruleSetId: id })
  return row
}

/** The rules of a set, whatever its state; `not-found` where there is none. */
export const rulesOfSet = (trx: Trx, id: number): readonly WarningRule[] => rulesOf(ruleSetRow(trx, id))
