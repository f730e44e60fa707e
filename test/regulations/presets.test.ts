import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Mechanism, MECHANISMS } from '../../src/shared/rules/regulations/mechanisms.ts'
import { OWN_RULE } from '../../src/shared/rules/regulations/contradictions.ts'
import type { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import { loadPresets } from '../../src/main/regulations/load.ts'

const folder = join(import.meta.dirname, '../../resources/regulations')
const presets = loadPresets(folder)
const rows = presets.map((preset) => [preset.id, preset] as const)
const presetOf = (id: string): Regulation => {
  const preset = presets.find((candidate) => candidate.id === id)
  if (!preset) throw new Error(`no preset ${id}`)
  return preset
}

describe('what carries the clauses out', () => {
  it.each(Object.entries(MECHANISMS))('%s has its tests', (_mechanism, tests) => {
    expect(tests.length).toBeGreaterThan(0)
    for (const test of tests) {
      const file = join(import.meta.dirname, '../..', test)
      expect(existsSync(file), test).toBe(true)
      expect(readFileSync(file, 'utf8'), test).toMatch(/\bexpect\(/)
    }
  })
})

describe('all presets', () => {
  it('are the twenty-two', () => {
    expect(presets.map(({ id }) => id)).toEqual(Array.from({ length: 22 }, (_entry, index) => `S${String(index + 1).padStart(2, '0')}`))
  })

  it('is one file each, with its own title', () => {
    expect(readdirSync(folder).sort()).toEqual(presets.map(({ id }) => `${id}.json`))
    expect(new Set(presets.map(({ title }) => title)).size).toBe(presets.length)
  })
})

describe.each(rows)('%s', (id, preset) => {
  const ids = preset.clauses.map((clause) => clause.id)
  const raw: unknown = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'))

  it('has every clause once, each with an owner', () => {
    expect(ids.length).toBeGreaterThan(10)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { enforcement, by, later } of preset.clauses) expect(by.length + later.length > 0).toBe(enforcement !== 'organisation')
  })

  it('says every clause in words of its own, once', () => {
    const summaries = preset.clauses.map(({ summary }) => summary)
    expect(new Set(summaries).size).toBe(summaries.length)
    for (const summary of summaries) expect(summary).toMatch(/\p{Script=Han}.*。$/u)
  })

  it('names clauses that stand in it, wherever it names one', () => {
    const named = clausesNamedIn(raw)
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((clause) => clause !== OWN_RULE && !ids.includes(clause))).toEqual([])
  })

  it('carries out what its clauses say, and says so of what it carries out', () => {
    for (const [mechanism, places] of Object.entries(switchedOn(preset))) {
      const claiming = preset.clauses.filter(({ by }) => by.includes(mechanism as Mechanism)).map((clause) => clause.id)
      const own = places.filter((clause) => clause !== OWN_RULE)
      expect.soft(claiming, `${mechanism} is claimed for its clauses`).toEqual(expect.arrayContaining([...new Set(own)]))
      if (places.length === 0) expect.soft(claiming, `${mechanism} is switched off`).toEqual([])
    }
    for (const clause of preset.clauses.filter(({ enforcement }) => enforcement === 'deadline')) {
      expect.soft([...preset.deadlines, ...preset.periodic].map((duty) => duty.clause), clause.id).toContain(clause.id)
    }
  })

  it.each(['credit', 'contract'] as const)('has a well-formed catalogue for %s dossiers', (kind) => {
    const { classes } = preset.catalogues[kind]
    expect(classes.map(({ code }) => code)).toEqual(classes.map((_group, index) => String(index + 1)))
    for (const { code, items } of classes) expect(items.map((item) => item.code)).toEqual(items.map((_item, index) => `${code}.${index + 1}`))
    const titles = classes.flatMap(({ items }) => items.map(({ title }) => title))
    expect(new Set(titles).size).toBe(titles.length)
    expect(classes.some(({ items }) => items.some(({ isRequired }) => isRequired))).toBe(true)
  })

  it('words every grade once, best first, on the steps of the scale', () => {
    expect(new Set(preset.grades.map(({ label }) => label)).size).toBe(preset.grades.length)
    expect(preset.grades.map(({ grade }) => grade)).toEqual(['AAA', 'AA', 'A', 'B', 'C'].filter((step) => preset.grades.some(({ grade }) => grade === step)))
  })
})

/** Every value of a key `clause` anywhere in the file. */
function clausesNamedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(clausesNamedIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (key === 'clause' && typeof part === 'string' ? [part] : clausesNamedIn(part)))
}

/** The clauses for which a mechanism is switched on, by mechanism; none where the regulation has it off. */
function switchedOn({ opening, confirmation, transfers, deadlines, periodic, access, qualification, disposal }: Regulation): Partial<Record<Mechanism, string[]>> {
  const clausesOf = (parts: readonly ({ clause: string } | null)[]) => parts.flatMap((part) => (part ? [part.clause] : []))
  return {
    ...(opening ? { opening: clausesOf([opening]) } : {}),
    confirmation: clausesOf([confirmation]),
    transfer: clausesOf(transfers),
    duties: clausesOf([...deadlines, ...periodic]),
    qualification: clausesOf([qualification]),
    authorisation: clausesOf([access.authorisation]),
    clearance: clausesOf([access.clearance]),
    agreement: clausesOf([access.agreement]),
    disposal: clausesOf([disposal]),
  }
}

const dates = ({ deadlines }: Regulation) => deadlines.map(({ clause, kind, from, keptYears, within, until }) => (
  [clause, kind, keptYears === undefined ? from : `${from}+${keptYears}`, within.days === undefined ? `${within.months} month` : `${within.days} days`, until]))
const ways = ({ transfers }: Regulation) => transfers.map(({ kind, from, to }) => `${kind} ${from} ${to}`)

describe('what the texts ask by a day', () => {
  it.each([['S02', '4.3', '4.3a'], ['S04', '四.2', '四.2a']])('%s: the year before last leaves the department, and lies in the archive room a month after it was verified', (id, out, into) => {
    expect(dates(presetOf(id))).toEqual([
      [out, 'credit', 'year-end+1', '1 month', 'left-department'], [into, 'credit', 'verified', '1 month', 'in-archive-room'],
    ])
    expect(ways(presetOf(id))).toEqual(['credit department office', 'credit office archiveRoom'])
  })

  it.each(['S05', 'S16', 'S22'])('%s: a contract is handed over within a month of four events, and archived within another', (id) => {
    expect(dates(presetOf(id))).toEqual([
      ...['signed', 'changed', 'performed', 'terminated'].map((event) => ['3', 'contract', event, '1 month', 'left-department']),
      ['3a', 'contract', 'verified', '1 month', 'in-archive-room'],
    ])
    expect(ways(presetOf(id))).toEqual(['contract department administrator', 'contract administrator archiveRoom'])
    expect(presetOf(id).periodic.map(({ clause, every, dueMonths, dueDay }) => [clause, every, dueMonths, dueDay])).toEqual([
      ['4', 'year', 0, 10], ['4', 'first-half', 0, 10], ['4a', 'year', 0, 10],
    ])
  })

  it.each([['S07', '第四条.3'], ['S17', '三.1(1)']])('%s: a new customer has his dossier within a month of the first business', (id, clause) => {
    expect(dates(presetOf(id))).toEqual([[clause, 'credit', 'first-business', '1 month', 'opened']])
  })

  it.each([['S01', '4.1.2c', 'salesDirector'], ['S12', '2.2(3)', 'creditAdministrator']])('%s: a dossier is confirmed', (id, clause, role) => {
    expect(presetOf(id).confirmation).toEqual({ clause, role })
    expect(dates(presetOf(id))).toEqual([[clause, 'credit', 'opened', '1 month', 'confirmed']])
  })

  it('no other regulation has a deadline or a way', () => {
    const others = presets.filter(({ deadlines, transfers }) => deadlines.length + transfers.length === 0).map(({ id }) => id)
    expect(others).toEqual(['S03', 'S06', 'S08', 'S09', 'S10', 'S11', 'S13', 'S14', 'S15', 'S18', 'S19', 'S20'])
  })

  it('S21: ten days after signing, change or termination, and at the year-end to the archive room', () => {
    expect(dates(presetOf('S21'))).toEqual([
      ...['signed', 'changed', 'terminated'].map((event) => ['三', 'contract', event, '10 days', 'left-department']),
      ['三b', 'contract', 'year-end+0', '1 month', 'in-archive-room'],
    ])
    expect(ways(presetOf('S21'))).toEqual(['contract department administrator', 'contract administrator office', 'contract office archiveRoom'])
  })
})

describe('what the texts ask of people and of paper', () => {
  const having = (has: (preset: Regulation) => unknown) => presets.filter((preset) => Boolean(has(preset))).map(({ id }) => id)

  it('is switched on where a text asks for it, and nowhere else', () => {
    expect(having(({ confirmation }) => confirmation)).toEqual(['S01', 'S12'])
    expect(having(({ opening }) => opening)).toEqual(['S12'])
    expect(having(({ access }) => access.authorisation)).toEqual(['S01'])
    expect(having(({ access }) => access.clearance)).toEqual(['S03'])
    expect(having(({ access }) => access.agreement)).toEqual(['S13'])
    expect(having(({ qualification }) => qualification)).toEqual(['S04', 'S05', 'S16', 'S21', 'S22'])
    expect(having(({ disposal }) => disposal && disposal.clause !== OWN_RULE)).toEqual(['S11'])
    expect(having(({ retention }) => retention.clause !== OWN_RULE)).toEqual(['S15'])
  })

  it('keeps dossiers of higher risk longer (S15)', () => {
    const { retention, grades } = presetOf('S15')
    const years = (grade: string) => Math.max(retention.defaultYears, ...retention.rules.filter((rule) => rule.grades?.includes(grade)).map((rule) => rule.years ?? Infinity))
    expect(grades.map(({ grade }) => years(grade))).toEqual([10, 10, 10, 15, 20])
  })

  it.each([
    ['S03', ['优秀', '良好', '一般', '不良']], ['S07', ['优秀', '良好', '一般', '较差']], ['S09', ['优秀', '良好', '一般', '风险']],
    ['S17', ['优秀', '良好', '一般', '风险']], ['S20', ['优秀', '良好', '一般', '不合作']],
  ])('%s: four wordings take the steps of their score, and measures go with them where the text has any', (id, labels) => {
    expect(presetOf(id).grades.map(({ label }) => label)).toEqual(labels)
    expect(presetOf(id).grades.map(({ grade }) => grade)).toEqual(['AA', 'A', 'B', 'C'])
    expect(presetOf(id).grades.every(({ measures }) => measures !== undefined)).toBe(id !== 'S07')
  })

  it.each(['S18', 'S19'])('%s: three letters are their own steps', (id) => {
    expect(presetOf(id).grades.map(({ grade, label }) => [grade, label.slice(0, 1)])).toEqual([['A', 'A'], ['B', 'B'], ['C', 'C']])
  })
})
