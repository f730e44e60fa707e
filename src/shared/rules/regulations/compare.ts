import type { Regulation } from './schema.ts'

/** The parts in which two regulations stand beside each other, in the order in which they are read. */
export const SECTIONS = [
  'credit', 'contract', 'numbering', 'lookup', 'signers', 'transfers', 'deadlines', 'periodic', 'grades', 'retention', 'qualification',
  'access', 'approvals', 'clauses',
] as const
export type Section = (typeof SECTIONS)[number]

/** A value by a name that has words in `text.regulations.fact`. Lists are joined by the reader's language. */
export type Fact = string | number | boolean | null | readonly string[]
export type Cell = { readonly title: string; readonly facts: Readonly<Record<string, Fact>> }

/** One thing that either regulation says something of. `group`: the heading under which it stands (a document class). */
export type Line = {
  readonly section: Section
  readonly key: string
  readonly group: string
  readonly left: Cell | null
  readonly right: Cell | null
  readonly isSame: boolean
}

type Entry = { section: Section; key: string; group: string; cell: Cell }

/**
 * Two regulations side by side: every document, pattern, deadline, signer … of either, matched by what it is (a document by
 * its title, a deadline by its name), in the order of the left one, what only the right one has at the end of its part.
 */
export function compareRegulations(left: Regulation, right: Regulation): Line[] {
  const lefts = entriesOf(left)
  const rights = left.id === right.id ? renamed(lefts, entriesOf(right)) : entriesOf(right)
  const inLeft = new Set(lefts.map(nameOf))
  const byName = new Map(rights.map((entry) => [nameOf(entry), entry]))
  const lines = [
    ...lefts.map((entry) => lineOf(entry, entry.cell, byName.get(nameOf(entry))?.cell ?? null)),
    ...rights.filter((entry) => !inLeft.has(nameOf(entry))).map((entry) => lineOf(entry, null, entry.cell)),
  ]
  return SECTIONS.flatMap((section) => lines.filter((line) => line.section === section))
}

/**
 * Between versions of one regulation a document that got another title is the same line of the catalogue by its code:
 * those of `rights` whose title is new and whose code had one that is gone take its name.
 */
function renamed(lefts: readonly Entry[], rights: readonly Entry[]): Entry[] {
  const before = new Set(lefts.map(nameOf))
  const after = new Set(rights.map(nameOf))
  return rights.map((entry) => {
    if (before.has(nameOf(entry)) || (entry.section !== 'credit' && entry.section !== 'contract')) return entry
    const same = lefts.find((old) => old.section === entry.section && old.cell.facts['code'] === entry.cell.facts['code'] && !after.has(nameOf(old)))
    return same ? { ...entry, key: same.key } : entry
  })
}

const nameOf = ({ section, key }: Entry) => `${section} ${key}`

function lineOf({ section, key, group }: Entry, left: Cell | null, right: Cell | null): Line {
  return { section, key, group, left, right, isSame: JSON.stringify(left) === JSON.stringify(right) }
}

const entry = (section: Section, key: string, title: string, facts: Cell['facts'], group = ''): Entry => ({ section, key, group, cell: { title, facts } })

function entriesOf(regulation: Regulation): Entry[] {
  return [...documents(regulation), ...lending(regulation), ...movement(regulation), ...judgement(regulation), ...persons(regulation), ...clauses(regulation)]
}

function documents({ catalogues }: Regulation): Entry[] {
  return (['credit', 'contract'] as const).flatMap((kind) => {
    const seen = new Map<string, number>()
    return catalogues[kind].classes.flatMap((group) => group.items.map((item) => {
      // The same title twice in one catalogue: the second one is another document.
      const turn = (seen.get(item.title) ?? 0) + 1
      seen.set(item.title, turn)
      return entry(kind, `${item.title} ${turn}`, item.title, {
        code: item.code, isRequired: item.isRequired, validMonths: item.validMonths ?? null,
      }, group.title)
    }))
  })
}

function lending({ numbering, lookup }: Regulation): Entry[] {
  return [
    ...(['credit', 'contract', 'slip'] as const).map((name) => entry('numbering', name, '', { pattern: numbering[name] })),
    ...(['read', 'borrow', 'copy'] as const).map((manner) => entry('lookup', manner, '', { loanDays: lookup.loanDays[manner] })),
    entry('lookup', 'maxRenewals', '', { maxRenewals: lookup.maxRenewals }),
    ...lookup.signers.map((signer, index) => {
      const isFirst = lookup.signers.findIndex(({ role }) => role === signer.role) === index
      return entry('signers', isFirst ? signer.role : `${signer.role} ${signer.fromLevel}`, '', { role: signer.role, fromLevel: signer.fromLevel })
    }),
  ]
}

function movement({ transfers, deadlines, periodic }: Regulation): Entry[] {
  return [
    ...transfers.map((step) => entry('transfers', `${step.kind} ${step.from} ${step.to}`, '', {
      kind: step.kind, from: step.from, to: step.to, senders: step.senders, receivers: step.receivers,
    })),
    ...deadlines.map((deadline) => entry('deadlines', deadline.id, deadline.title, {
      kind: deadline.kind, event: deadline.from, keptYears: deadline.keptYears ?? null, months: deadline.within.months ?? null,
      days: deadline.within.days ?? null, until: deadline.until, role: deadline.role,
    })),
    ...periodic.map((duty) => entry('periodic', duty.id, duty.title, {
      every: duty.every, dueMonths: duty.dueMonths, dueDay: duty.dueDay, role: duty.role,
    })),
  ]
}

function judgement({ grades, retention, defaultLevel }: Regulation): Entry[] {
  return [
    ...grades.map(({ grade, label, measures }) => entry('grades', grade, grade, { label, measures: measures ?? null })),
    entry('retention', 'default', '', { years: retention.defaultYears }),
    ...retention.rules.map((rule, index) => entry('retention', retentionKey(retention.rules, index), '', {
      years: rule.years, retentionFrom: rule.from, kind: rule.kind ?? null, grades: rule.grades ?? null, levels: rule.levels ?? null,
      minAmountFen: rule.minAmountFen ?? null, itemCode: rule.itemCode ?? null,
    })),
    entry('access', 'defaultLevel', '', { level: defaultLevel }),
  ]
}

/** A rule of retention is what it applies to, wherever it stands; the second of the same is another one. */
function retentionKey(rules: Regulation['retention']['rules'], index: number): string {
  const about = ({ kind, grades, levels, minAmountFen, itemCode }: Regulation['retention']['rules'][number]) => JSON.stringify([kind, grades, levels, minAmountFen, itemCode])
  const [own, ...before] = rules.slice(0, index + 1).toReversed().map(about)
  return `${own} ${before.filter((other) => other === own).length + 1}`
}

function persons({ qualification, access, opening, confirmation, disposal }: Regulation): Entry[] {
  const { authorisation, clearance, agreement } = access
  return [
    ...(qualification === null ? [] : [entry('qualification', 'archivist', '', {
      education: qualification.education, retrievalSkill: qualification.retrievalSkill, training: qualification.training,
      passScore: qualification.examination?.passScore ?? null, validMonths: qualification.validMonths ?? null,
    })]),
    ...(authorisation === null ? [] : [entry('access', 'authorisation', '', { role: authorisation.role, fromLevel: authorisation.fromLevel })]),
    ...(clearance === null ? [] : [entry('access', 'clearance', '', {})]),
    ...(agreement === null ? [] : [entry('access', 'agreement', '', { validMonths: agreement.validMonths ?? null })]),
    ...(confirmation === null ? [] : [entry('approvals', 'confirmation', '', { role: confirmation.role })]),
    ...(opening?.conditions ?? []).map((condition) => entry('approvals', `opening ${condition}`, condition, {})),
    ...(disposal === null ? [] : [entry('approvals', 'disposal', '', { approvers: disposal.approvers, supervisors: disposal.supervisors })]),
  ]
}

const clauses = (regulation: Regulation): Entry[] =>
  regulation.clauses.map((clause) => entry('clauses', clause.id, clause.id, { summary: clause.summary, enforcement: clause.enforcement, later: clause.later }))

/** What a regulation comes to, in numbers, for a glance at what a change does to new cases. */
export function sumsOf(regulation: Regulation) {
  const required = (kind: 'credit' | 'contract') =>
    regulation.catalogues[kind].classes.flatMap((group) => group.items).filter((item) => item.isRequired).length
  return {
    requiredCredit: required('credit'), requiredContract: required('contract'), deadlines: regulation.deadlines.length,
    periodic: regulation.periodic.length, signers: regulation.lookup.signers.length, loanDays: regulation.lookup.loanDays.borrow,
    retentionYears: regulation.retention.defaultYears,
  }
}
