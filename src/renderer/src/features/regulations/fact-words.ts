import type { Cell, Fact, Line, Section } from '../../../../shared/rules/regulations/compare.ts'
import type { Role } from '../../../../shared/roles.ts'
import type { Text } from '../../../../shared/text/index.ts'

type Facts = Cell['facts']
type Level = keyof Text['common']['level']

/** What a line of a comparison is about: its own title, or the name of what is set there. */
export function lineTitle({ section, key, left, right }: Line, text: Text): string {
  const title = right?.title || left?.title
  if (title) return title
  const { regulations, common } = text
  const facts = right?.facts ?? left?.facts ?? {}
  if (section === 'signers') return common.role[facts['role'] as Role] ?? key
  if (section === 'transfers') return `${common.dossierKind[facts['kind'] as 'credit']}　${regulations.fact.step(stageOf(facts['from'], text), stageOf(facts['to'], text))}`
  if (section === 'retention' && key !== 'default') return retentionTitle(facts, text)
  return regulations.name[key] ?? common.none
}

/** A rule of retention has no name: what it applies to is its name. */
function retentionTitle(facts: Facts, { regulations, common }: Text): string {
  const parts = [
    typeof facts['kind'] === 'string' && common.dossierKind[facts['kind'] as 'credit'],
    ...listOf(facts['grades']), ...listOf(facts['levels']).map((level) => common.level[level as Level]),
    typeof facts['minAmountFen'] === 'number' && regulations.fact.amount((facts['minAmountFen'] / 100).toLocaleString('en-US')),
    typeof facts['itemCode'] === 'string' && regulations.fact.item(facts['itemCode']),
  ].filter(Boolean)
  return parts.join(common.listSeparator) || common.all
}

const listOf = (fact: Fact | undefined): readonly string[] => (Array.isArray(fact) ? (fact as readonly string[]) : [])
const numberOf = (fact: Fact | undefined): number | null => (typeof fact === 'number' ? fact : null)
const stageOf = (fact: Fact | undefined, { regulations }: Text): string => regulations.stage[fact as 'office'] ?? String(fact ?? '')
const roleOf = (fact: Fact | undefined, { common }: Text): string => common.role[fact as Role] ?? ''
const rolesOf = (fact: Fact | undefined, { common }: Text): string => listOf(fact).map((role) => common.role[role as Role] ?? role).join(common.listSeparator)

/** What one side says of a line, in words; with its own title where the line stands under the other side's. */
export function cellWords({ section, left, right }: Line, side: 'left' | 'right', text: Text): string {
  const cell = side === 'left' ? left : right
  if (cell === null) return text.regulations.compare.absent
  const isRenamed = side === 'left' && right !== null && cell.title !== right.title
  return [isRenamed ? cell.title : null, ...WORDS[section](cell.facts, text)].filter((part) => part !== null && part !== '').join(text.regulations.comma)
}

type Say = (facts: Facts, text: Text) => (string | null)[]

const document: Say = (facts, { regulations: { fact } }) => {
  const months = numberOf(facts['validMonths'])
  return [facts['isRequired'] === true ? fact.required : fact.notRequired, months === null ? null : fact.valid(months), fact.code(String(facts['code'] ?? ''))]
}

const retention: Say = (facts, { regulations: { fact } }) => {
  const years = numberOf(facts['years'])
  return [years === null ? fact.forEver : fact.years(years), typeof facts['retentionFrom'] === 'string' ? fact.from[facts['retentionFrom'] as 'opened'] : null]
}

const deadline: Say = (facts, text) => {
  const { fact, event, until } = text.regulations
  const months = numberOf(facts['months'])
  const kept = numberOf(facts['keptYears'])
  const length = months === null ? fact.days(numberOf(facts['days']) ?? 0) : fact.months(months)
  return [
    text.common.dossierKind[facts['kind'] as 'credit'], fact.within(event[facts['event'] as 'opened'], length, until[facts['until'] as 'opened']),
    kept === null ? null : fact.keptYears(kept), roleOf(facts['role'], text),
  ]
}

const lookup: Say = (facts, { regulations: { fact } }) => {
  const days = numberOf(facts['loanDays'])
  if (days !== null) return [days === 0 ? fact.sameDay : fact.days(days)]
  return [fact.times(numberOf(facts['maxRenewals']) ?? 0)]
}

const qualification: Say = (facts, { regulations: { fact } }) => {
  const score = numberOf(facts['passScore'])
  const months = numberOf(facts['validMonths'])
  return [
    facts['education'] === null ? null : fact.education[facts['education'] as 'college'], facts['retrievalSkill'] === true ? fact.retrievalSkill : null,
    facts['training'] === true ? fact.training : null, score === null ? null : fact.passScore(score), months === null ? null : fact.valid(months),
  ]
}

const access: Say = (facts, text) => {
  const { fact } = text.regulations
  const months = numberOf(facts['validMonths'])
  const level = facts['level'] ?? facts['fromLevel']
  const word = typeof level === 'string' ? text.common.level[level as Level] : null
  const said = [roleOf(facts['role'], text), word === null ? null : facts['fromLevel'] ? fact.fromLevel(word) : word, months === null ? null : fact.valid(months)]
  return said.some(Boolean) ? said : [text.common.yes]
}

const approvals: Say = (facts, text) => {
  const supervisors = numberOf(facts['supervisors'])
  const said = [roleOf(facts['role'], text), rolesOf(facts['approvers'], text), supervisors === null ? null : text.regulations.fact.supervisors(supervisors)]
  return said.some(Boolean) ? said : [text.common.yes]
}

const WORDS: Record<Section, Say> = {
  credit: document,
  contract: document,
  numbering: (facts) => [String(facts['pattern'] ?? '')],
  lookup,
  signers: (facts, text) => [text.regulations.fact.fromLevel(text.common.level[facts['fromLevel'] as Level])],
  transfers: (facts, text) => [text.regulations.fact.hands(rolesOf(facts['senders'], text), rolesOf(facts['receivers'], text))],
  deadlines: deadline,
  periodic: (facts, text) => {
    const { fact } = text.regulations
    return [fact.every[String(facts['every'])] ?? '', fact.dueBy(numberOf(facts['dueMonths']) ?? 0, numberOf(facts['dueDay']) ?? 1), roleOf(facts['role'], text)]
  },
  grades: (facts) => [String(facts['label'] ?? ''), typeof facts['measures'] === 'string' ? facts['measures'] : null],
  retention,
  qualification,
  access,
  approvals,
  clauses: (facts, text) => [
    String(facts['summary'] ?? ''),
    listOf(facts['later']).length === 0 ? null : text.regulations.overview.notYet(listOf(facts['later']).map((name) => text.regulations.later[name as 'credit']).join(text.common.listSeparator)),
  ],
}
