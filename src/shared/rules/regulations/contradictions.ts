import { GRADES } from '../../contract/parties.ts'
import { DOSSIER_ROLES, type Role } from '../../roles.ts'
import { IMPOSSIBLE, whyNeverFrom, whyNeverUntil } from './possible.ts'
import type { DossierKind, RegulationBody } from './schema.ts'

/** Instead of a clause: the text leaves it open, and the company has set it itself. */
export const OWN_RULE = '本单位定'

/** Each has its words in `text.regulations.fault`. */
export const CONTRADICTIONS = [
  'stands twice', 'no clause at all', 'no such clause', 'better than the grade before it', 'no dossier ever comes there',
  'no step leads out of the department', 'no step leads on from there', 'no such grade', 'matches no dossier', 'no such item',
  'a credit dossier is not terminated', 'kept apart from dossiers', 'public dossiers would need no signature', ...IMPOSSIBLE,
] as const
type Reason = (typeof CONTRADICTIONS)[number]

type Place = readonly (string | number)[]
/** `path` is the place in the data, `value` what stands there where that says more. */
export type Contradiction = { readonly path: Place; readonly reason: Reason; readonly value?: string | undefined }

/**
 * What in a regulation cannot hold together though each part is well formed: clauses that are not there, ways that do not
 * lead anywhere, deadlines for what can never happen, names that stand twice. In the order of the places; none: empty.
 */
export function contradictions(regulation: RegulationBody): Contradiction[] {
  return [
    ...repetitions(regulation), ...unknownClauses(regulation), ...gradesOutOfOrder(regulation), ...brokenWays(regulation),
    ...impossibleDeadlines(regulation), ...idleRetentionRules(regulation), ...rolesKeptApart(regulation), ...unsignedSlips(regulation),
  ]
}

function repeated<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string, placeOf: (index: number) => Place): Contradiction[] {
  const seen = new Set<string>()
  return entries.flatMap((entry, index): Contradiction[] => {
    const key = keyOf(entry)
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [{ path: placeOf(index), reason: 'stands twice', value: key }]
  })
}

function repetitions({ catalogues, clauses, deadlines, periodic, grades, lookup, disposal, opening }: RegulationBody): Contradiction[] {
  const rules = [
    ...deadlines.map(({ id }, index) => ({ id, path: ['deadlines', index, 'id'] })),
    ...periodic.map(({ id }, index) => ({ id, path: ['periodic', index, 'id'] })),
  ]
  return [
    ...(['credit', 'contract'] as const).flatMap((kind) =>
      repeated(catalogues[kind].classes, ({ code }) => code, (index) => ['catalogues', kind, 'classes', index, 'code'])),
    ...repeated(clauses, ({ id }) => id, (index) => ['clauses', index, 'id']),
    ...repeated(rules, ({ id }) => id, (index) => rules[index]?.path ?? []),
    ...repeated(grades, ({ grade }) => grade, (index) => ['grades', index, 'grade']),
    ...repeated(grades, ({ label }) => label, (index) => ['grades', index, 'label']),
    ...repeated(lookup.signers, ({ role, fromLevel }) => `${role} from ${fromLevel}`, (index) => ['lookup', 'signers', index]),
    ...repeated(disposal?.approvers ?? [], (role) => role, (index) => ['disposal', 'approvers', index]),
    ...repeated(opening?.conditions ?? [], (condition) => condition, (index) => ['opening', 'conditions', index]),
  ]
}

/** Every place that names a clause. */
export function clauseReferences(regulation: RegulationBody): { path: Place; clause: string }[] {
  const { catalogues, lookup, retention, opening, confirmation, transfers, deadlines, periodic, access, qualification, disposal } = regulation
  const named: [Place, { clause: string } | null][] = [
    [['catalogues', 'credit'], catalogues.credit], [['catalogues', 'contract'], catalogues.contract], [['lookup'], lookup],
    ...lookup.signers.map((signer, index): [Place, { clause: string }] => [['lookup', 'signers', index], signer]),
    [['retention'], retention], ...retention.rules.map((rule, index): [Place, { clause: string }] => [['retention', 'rules', index], rule]),
    [['opening'], opening], [['confirmation'], confirmation],
    ...transfers.map((step, index): [Place, { clause: string }] => [['transfers', index], step]),
    ...deadlines.map((deadline, index): [Place, { clause: string }] => [['deadlines', index], deadline]),
    ...periodic.map((duty, index): [Place, { clause: string }] => [['periodic', index], duty]),
    [['access', 'authorisation'], access.authorisation], [['access', 'clearance'], access.clearance], [['access', 'agreement'], access.agreement],
    [['qualification'], qualification], [['disposal'], disposal],
  ]
  return named.flatMap(([path, part]) => (part ? [{ path: [...path, 'clause'], clause: part.clause }] : []))
}

function unknownClauses(regulation: RegulationBody): Contradiction[] {
  if (regulation.clauses.length === 0) return [{ path: ['clauses'], reason: 'no clause at all' }]
  const known = new Set([OWN_RULE, ...regulation.clauses.map(({ id }) => id)])
  return clauseReferences(regulation)
    .filter(({ clause }) => !known.has(clause))
    .map(({ path, clause }) => ({ path, reason: 'no such clause', value: clause }))
}

function gradesOutOfOrder({ grades }: RegulationBody): Contradiction[] {
  return grades.flatMap(({ grade }, index): Contradiction[] => {
    const before = grades[index - 1]
    return before && GRADES.indexOf(before.grade) > GRADES.indexOf(grade)
      ? [{ path: ['grades', index, 'grade'], reason: 'better than the grade before it', value: grade }]
      : []
  })
}

/** Every kind's steps make one way: from the department, without a fork, to the archive room. */
function brokenWays({ transfers }: RegulationBody): Contradiction[] {
  return (['credit', 'contract'] as const).flatMap((kind) => brokenWay(transfers, kind))
}

function brokenWay(transfers: RegulationBody['transfers'], kind: DossierKind): Contradiction[] {
  const steps = transfers.map((step, index) => ({ ...step, index })).filter((step) => step.kind === kind)
  const reached = new Set<string>(['department', ...steps.map(({ to }) => to)])
  const found: Contradiction[] = [
    ...repeated(steps, ({ from }) => from, (index) => ['transfers', steps[index]?.index ?? 0, 'from']),
    ...steps.filter(({ from }) => !reached.has(from)).map(({ from, index }): Contradiction => (
      { path: ['transfers', index, 'from'], reason: 'no dossier ever comes there', value: from })),
  ]
  const left = new Set<string>(steps.map(({ from }) => from))
  if (steps.length > 0 && !left.has('department')) found.push({ path: ['transfers', steps[0]?.index ?? 0, 'from'], reason: 'no step leads out of the department' })
  for (const { to, index } of steps) {
    if (to !== 'archiveRoom' && !left.has(to)) found.push({ path: ['transfers', index, 'to'], reason: 'no step leads on from there', value: to })
  }
  return found
}

function impossibleDeadlines(regulation: RegulationBody): Contradiction[] {
  return regulation.deadlines.flatMap((deadline, index): Contradiction[] => {
    const from = whyNeverFrom(regulation, deadline)
    const until = whyNeverUntil(regulation, deadline)
    return [
      ...(from ? [{ path: ['deadlines', index, 'from'], reason: from, value: deadline.from }] : []),
      ...(until ? [{ path: ['deadlines', index, 'until'], reason: until, value: deadline.until }] : []),
    ]
  })
}

/** Retention rules that can match no dossier of this regulation. */
function idleRetentionRules({ retention, grades, catalogues }: RegulationBody): Contradiction[] {
  const known = new Set<string>(grades.map(({ grade }) => grade))
  return retention.rules.flatMap((rule, index): Contradiction[] => {
    const place = ['retention', 'rules', index]
    const kinds = rule.kind ? [rule.kind] : (['credit', 'contract'] as const)
    const codes = new Set(kinds.flatMap((kind) => catalogues[kind].classes.flatMap(({ items }) => items.map(({ code }) => code))))
    return [
      ...(rule.grades ?? []).filter((grade) => !known.has(grade)).map((grade): Contradiction => (
        { path: [...place, 'grades'], reason: 'no such grade', value: grade })),
      ...when(rule.grades?.length === 0, { path: [...place, 'grades'], reason: 'matches no dossier' }),
      ...when(rule.levels?.length === 0, { path: [...place, 'levels'], reason: 'matches no dossier' }),
      ...when(rule.itemCode !== undefined && !codes.has(rule.itemCode), { path: [...place, 'itemCode'], reason: 'no such item', value: rule.itemCode }),
      ...when(rule.kind === 'credit' && rule.from === 'terminated', { path: [...place, 'from'], reason: 'a credit dossier is not terminated' }),
    ]
  })
}

const when = (holds: boolean, contradiction: Contradiction): Contradiction[] => (holds ? [contradiction] : [])

/** The system administrator and the auditor are kept apart from dossiers, so no step of a dossier can be theirs. */
function rolesKeptApart({ lookup, confirmation, transfers, deadlines, access, disposal }: RegulationBody): Contradiction[] {
  const named: [Place, Role][] = [
    ...lookup.signers.map(({ role }, index): [Place, Role] => [['lookup', 'signers', index, 'role'], role]),
    ...(confirmation ? [[['confirmation', 'role'], confirmation.role] satisfies [Place, Role]] : []),
    ...transfers.flatMap(({ senders, receivers }, index): [Place, Role][] => [
      ...senders.map((role): [Place, Role] => [['transfers', index, 'senders'], role]),
      ...receivers.map((role): [Place, Role] => [['transfers', index, 'receivers'], role]),
    ]),
    ...deadlines.map(({ role }, index): [Place, Role] => [['deadlines', index, 'role'], role]),
    ...(access.authorisation ? [[['access', 'authorisation', 'role'], access.authorisation.role] satisfies [Place, Role]] : []),
    ...(disposal?.approvers ?? []).map((role): [Place, Role] => [['disposal', 'approvers'], role]),
  ]
  return named
    .filter(([, role]) => !(DOSSIER_ROLES as readonly Role[]).includes(role))
    .map(([path, role]) => ({ path, reason: 'kept apart from dossiers', value: role }))
}

function unsignedSlips({ lookup }: RegulationBody): Contradiction[] {
  if (lookup.signers.some(({ fromLevel }) => fromLevel === 'public')) return []
  return [{ path: ['lookup', 'signers'], reason: 'public dossiers would need no signature' }]
}
