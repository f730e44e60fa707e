import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { asCarriedOut } from '../../shared/rules/regulations/carried.ts'
import type { Clause } from '../../shared/rules/regulations/clause.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import type { Regulation } from '../../shared/rules/regulations/schema.ts'
import type { Mechanism } from '../../shared/rules/regulations/mechanisms.ts'
import type { Context } from '../pipeline/context.ts'
import { currentRegulation } from './load.ts'
import { AT_WORK, PART, type Case, type Counts, type Gauge, type Reader } from './gauges/gauge.ts'
import { GAUGES } from './gauges/index.ts'

type Overview = Output<'regulations.overview'>
type KeptClause = Overview['clauses'][number]

const NOTHING: Counts = { inOrder: 0, dueSoon: 0, overdue: 0 }
const add = (one: Counts, other: Counts): Counts => ({
  inOrder: one.inOrder + other.inOrder, dueSoon: one.dueSoon + other.dueSoon, overdue: one.overdue + other.overdue,
})

/** Counts each gauge once a scope, however many clauses ask it. */
function createCounter(reader: Reader) {
  const known = new Map<Gauge, Map<string, Counts>>()
  const counts = (gauge: Gauge, clause: Clause): Counts => {
    const scope = gauge.scope(reader, clause)
    const scopes = known.get(gauge) ?? new Map<string, Counts>()
    known.set(gauge, scopes)
    const found = scopes.get(scope) ?? gauge.counts(reader, scope)
    scopes.set(scope, found)
    return found
  }
  /** All cases that any clause governs, each once: a part of a scope is counted with the whole. */
  const together = () => [...known].flatMap(([gauge, scopes]) => {
    const whole = new Set([...scopes.keys()].map((scope) => scope.split(PART)[0] ?? ''))
    return (whole.has('') ? [''] : [...whole]).map((scope) => scopes.get(scope) ?? gauge.counts(reader, scope))
  }).reduce(add, NOTHING)
  return { counts, together }
}

type Asked = { mechanism: Mechanism; gauge: Gauge | null }

/** The gauges of a clause, each once: two mechanisms may be counted by the same. */
function gaugesOf(clause: Clause): Asked[] {
  const seen = new Set<Gauge>()
  return clause.by.flatMap((mechanism): Asked[] => {
    const gauge = GAUGES[mechanism]
    if (gauge === AT_WORK) return [{ mechanism, gauge: null }]
    if (seen.has(gauge)) return []
    seen.add(gauge)
    return [{ mechanism, gauge }]
  })
}

/**
 * Every clause of the regulation in force, in its order, with how the cases stand that it governs: of the part of the
 * archive that the reader may see. A clause whose text asks for what a later program brings, and nothing else, is `later`.
 */
export function overview(context: Context): Overview {
  const { trx, today } = context
  const { regulation, versionId, effectiveOn } = currentRegulation(trx, today)
  const counter = createCounter(context)
  const clauses = clausesOf(context, regulation).map((clause) => keptClause(clause, counter.counts))
  return {
    today, version: { id: versionId, regulation: regulation.id, title: regulation.title, effectiveOn }, clauses, together: counter.together(),
  }
}

/** The clauses in force, each with what this program carries out of it. */
function clausesOf({ presets }: Pick<Context, 'presets'>, regulation: Regulation): Clause[] {
  const preset = new Map(presets.find(({ id }) => id === regulation.id)?.clauses.map((clause) => [clause.id, clause]))
  return regulation.clauses.map((clause) => asCarriedOut(clause, preset))
}

function keptClause(clause: Clause, countsOf: (gauge: Gauge, clause: Clause) => Counts): KeptClause {
  const gauges = gaugesOf(clause).map(({ mechanism, gauge }) => ({ mechanism, counts: gauge && countsOf(gauge, clause) }))
  const counted = gauges.flatMap(({ counts }) => counts ?? [])
  return {
    id: clause.id, summary: clause.summary, enforcement: clause.enforcement, later: clause.later, gauges, counts: counted.reduce(add, NOTHING),
    state: counted.length > 0 ? 'counted' : gauges.length > 0 ? 'atWork' : clause.enforcement === 'organisation' ? 'organisation' : 'later',
  }
}

/** The cases behind one number: gauge after gauge, as the clause names them. Refuses a clause that is not in force (`not-found`). */
export function cases(context: Context, input: Parsed<'regulations.cases'>): Output<'regulations.cases'> {
  const { trx, today } = context
  const { regulation } = currentRegulation(trx, today)
  const clause = clausesOf(context, regulation).find(({ id }) => id === input.clause)
  if (!clause) throw new AppError('not-found', { clause: input.clause })
  const asked = gaugesOf(clause).filter(({ mechanism }) => input.mechanism === null || mechanism === input.mechanism)
  let { offset, limit } = input
  let total = 0
  const rows: Output<'regulations.cases'>['rows'] = []
  for (const { mechanism, gauge } of asked) {
    if (!gauge) continue
    const scope = gauge.scope(context, clause)
    const here = gauge.counts(context, scope)[input.state]
    total += here
    const found = limit > 0 && offset < here ? gauge.cases(context, scope, input.state, { limit, offset }) : []
    rows.push(...found.map((one) => rowOf(one, mechanism, today)))
    limit -= found.length
    offset = Math.max(0, offset - here)
  }
  return { total, rows }
}

function rowOf(one: Case, mechanism: Mechanism, today: string): Output<'regulations.cases'>['rows'][number] {
  return { ...one, mechanism, dueIn: one.dueOn === null ? null : daysBetween(today, one.dueOn) }
}

