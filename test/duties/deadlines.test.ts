import { describe, expect, test } from 'vitest'
import { becauseDue, type DossierFacts, type Duty, dutiesOf, partyDutiesOf } from '../../src/shared/rules/duties/deadlines.ts'
import { becausePeriod, periodsOf } from '../../src/shared/rules/duties/periods.ts'
import { reachedOf } from '../../src/shared/rules/duties/reached.ts'
import type { Deadline, PeriodicDuty } from '../../src/shared/rules/regulations/deadline.ts'
import type { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { presets } from '../builders/archive.ts'

/*
 * Every deadline of every regulation, counted by hand: ordinary days, ends of months, leap days, the turn of the year, days
 * named long afterwards. A preset with a sort of deadline that no table here knows fails.
 */

type Row = readonly [why: string, starts: string, due: string]

/** From an event, by the length of time. */
const AFTER: Readonly<Record<string, readonly Row[]>> = {
  '1 month': [
    ['an ordinary day', '2026-03-10', '2026-04-10'],
    ['the end of a long month before a short one', '2026-01-31', '2026-02-28'],
    ['the day before it', '2026-01-30', '2026-02-28'],
    ['the end of a short month is not the end of the next', '2026-02-28', '2026-03-28'],
    ['thirty days after thirty-one', '2026-05-31', '2026-06-30'],
    ['into a leap February', '2024-01-31', '2024-02-29'],
    ['from a leap day', '2024-02-29', '2024-03-29'],
    ['a century that is no leap year', '2100-01-31', '2100-02-28'],
    ['over the turn of the year', '2026-12-15', '2027-01-15'],
    ['from the last day of the year', '2026-12-31', '2027-01-31'],
    ['entered long afterwards', '2019-07-08', '2019-08-08'],
  ],
  '10 days': [
    ['an ordinary day, which does not count itself', '2026-03-10', '2026-03-20'],
    ['over the end of a month', '2026-01-25', '2026-02-04'],
    ['over the end of February', '2026-02-20', '2026-03-02'],
    ['over a leap day', '2024-02-20', '2024-03-01'],
    ['from a leap day', '2024-02-29', '2024-03-10'],
    ['over the turn of the year', '2026-12-25', '2027-01-04'],
    ['entered long afterwards', '2019-07-08', '2019-07-18'],
  ],
}

/** From 31 December of the last year in which a folder may stay, by how many years after its own: its year, start, last day. */
const AFTER_YEARS: Readonly<Record<string, readonly (readonly [year: number, starts: string, due: string])[]>> = {
  '0 years + 1 month': [[2026, '2026-12-31', '2027-01-31'], [2024, '2024-12-31', '2025-01-31'], [2019, '2019-12-31', '2020-01-31']],
  '1 years + 1 month': [[2024, '2025-12-31', '2026-01-31'], [2026, '2027-12-31', '2028-01-31'], [2022, '2023-12-31', '2024-01-31']],
}

const lengthOf = ({ within }: Deadline) => (within.months === undefined ? `${within.days} days` : `${within.months} month${within.months === 1 ? '' : 's'}`)

/** An open folder to which nothing has happened. */
const FACTS: DossierFacts = {
  kind: 'credit', year: 2026, openedOn: '2026-03-10', confirmedOn: null, completeOn: null, events: [], documentDays: [],
  reached: { leftDepartment: null, administrator: null, office: null, archiveRoom: null },
}

const alone = (regulation: Regulation, rule: Deadline): Regulation => ({ ...regulation, deadlines: [rule] })

/** The rule's one case of a folder in which what it counts from has happened on a day (or whose year it is). */
function caseOf(regulation: Regulation, rule: Deadline, started: string | number, change: Partial<DossierFacts> = {}): Duty {
  const on = typeof started === 'string' ? started : FACTS.openedOn
  const facts = { ...FACTS, kind: rule.kind, ...startOf(rule, started), ...change }
  const duties = rule.from === 'first-business'
    ? partyDutiesOf(alone(regulation, rule), on, Object.keys(change).length === 0 ? null : facts)
    : dutiesOf(alone(regulation, rule), facts)
  expect(duties, 'one case').toHaveLength(1)
  return duties[0]!
}

function startOf(rule: Deadline, started: string | number): Partial<DossierFacts> {
  if (typeof started === 'number') return { year: started }
  switch (rule.from) {
    case 'first-business': case 'year-end': return {}
    case 'opened': return { openedOn: started }
    case 'received-by-administrator': return { reached: { ...FACTS.reached, leftDepartment: started, administrator: started } }
    case 'received-by-office': case 'verified': return { reached: { ...FACTS.reached, leftDepartment: started, office: started } }
    default: return { events: [{ id: 7, what: rule.from, on: started }] }
  }
}

const rules = presets.flatMap((regulation) => regulation.deadlines.map((rule) => ({ name: `${regulation.id} ${rule.id}`, regulation, rule })))

describe.each(rules)('$name', ({ regulation, rule }) => {
  const isYears = rule.from === 'year-end'
  const rows: readonly (readonly [string, string | number, string, string])[] = isYears
    ? (AFTER_YEARS[`${rule.keptYears} years + ${lengthOf(rule)}`] ?? []).map(([year, starts, due]) => [`a file of ${year}`, year, starts, due])
    : (AFTER[lengthOf(rule)] ?? []).map(([why, starts, due]) => [why, starts, starts, due])

  test('its sort is counted by hand in this file', () => expect(rows.length, `${rule.from} + ${lengthOf(rule)}`).toBeGreaterThan(2))

  test.each(rows)('%s', (_why, started, starts, due) => {
    const duty = caseOf(regulation, rule, started)
    expect(duty).toEqual({ ruleId: rule.id, clause: rule.clause, role: rule.role, eventId: isContractEvent(rule) ? 7 : null, startsOn: starts, dueOn: due, doneOn: null })
    // Every date says how it came about: from what, by how much, until when.
    const { rule: sentence, values } = becauseDue(rule, duty.startsOn)
    expect(values.due).toBe(due)
    expect(zhCN.because[sentence](values)).toContain(rule.within.months === undefined ? `+ ${rule.within.days} 天 = ` : `+ ${rule.within.months} 个月 = `)
  })

  test.each([['on its last day', 0], ['a day late', 1]])('is done %s', (_when, late) => {
    const [, started, , due] = rows[0]!
    const day = new Date(Date.parse(due) + late * 86_400_000).toISOString().slice(0, 10)
    expect(caseOf(regulation, rule, started, { ...startOf(rule, started), ...doneBy(rule, day, startOf(rule, started)) }).doneOn).toBe(day)
  })
})

const isContractEvent = (rule: Deadline) => ['signed', 'changed', 'performed', 'terminated'].includes(rule.from)

/** What has to have happened, on a day; `before` is what has happened already. */
function doneBy({ until }: Deadline, day: string, before: Partial<DossierFacts>): Partial<DossierFacts> {
  const reached = { ...FACTS.reached, ...before.reached }
  switch (until) {
    case 'opened': return { openedOn: day }
    case 'confirmed': return { confirmedOn: day }
    case 'complete': return { completeOn: day }
    case 'left-department': return { reached: { ...reached, leftDepartment: day } }
    case 'verified': return { reached: { ...reached, leftDepartment: day, office: day } }
    case 'in-archive-room': return { reached: { ...reached, leftDepartment: reached.leftDepartment ?? day, archiveRoom: day } }
  }
}

describe('what is handed over after the folder has gone', () => {
  const rule: Deadline = { id: 'changed', clause: '3', title: '', kind: 'contract', from: 'changed', within: { months: 1 }, until: 'left-department', role: 'salesperson' }
  const regulation = alone(presets[0]!, rule)
  const gone = { ...FACTS, kind: 'contract' as const, events: [{ id: 1, what: 'changed' as const, on: '2026-05-06' }], reached: { ...FACTS.reached, leftDepartment: '2026-04-01' } }
  test.each([
    ['nothing has been filed since', [], null],
    ['papers from before do not count', ['2026-04-30', '2026-05-05'], null],
    ['the same day', ['2026-05-06'], '2026-05-06'],
    ['the first of them', ['2026-04-30', '2026-05-20', '2026-06-01'], '2026-05-20'],
  ])('%s', (_what, documentDays, doneOn) => expect(dutiesOf(regulation, { ...gone, documentDays })[0]!.doneOn).toBe(doneOn))
  test('a folder that leaves on the very day of the change is handed over', () =>
    expect(dutiesOf(regulation, { ...gone, reached: { ...gone.reached, leftDepartment: '2026-05-06' } })[0]!.doneOn).toBe('2026-05-06'))
  test('each change is a case of its own', () => {
    const events = [gone.events[0]!, { id: 2, what: 'changed' as const, on: '2026-12-31' }, { id: 3, what: 'signed' as const, on: '2026-03-01' }]
    expect(dutiesOf(regulation, { ...gone, events }).map(({ eventId, dueOn }) => [eventId, dueOn])).toEqual([[1, '2026-06-06'], [2, '2027-01-31']])
  })
})

describe('where a folder has been', () => {
  test.each([
    ['still with its department', [['department', '01-05']], {}],
    ['straight to the room', [['department', '01-05'], ['archiveRoom', '02-01']], { leftDepartment: '02-01', archiveRoom: '02-01' }],
    ['by the office', [['department', '01-05'], ['office', '02-01'], ['archiveRoom', '03-01']], { leftDepartment: '02-01', office: '02-01', archiveRoom: '03-01' }],
    ['by both', [['department', '01-05'], ['administrator', '02-01'], ['office', '02-20']], { leftDepartment: '02-01', administrator: '02-01', office: '02-20' }],
    ['taken back', [['department', '01-05'], ['archiveRoom', '02-01'], ['department', '02-02']], {}],
    ['and gone again', [['department', '01-05'], ['office', '02-01'], ['department', '02-02'], ['office', '04-01']], { leftDepartment: '04-01', office: '04-01' }],
    ['sent back half-way', [['department', '01-05'], ['office', '02-01'], ['archiveRoom', '02-10'], ['office', '02-12']], { leftDepartment: '02-01', office: '02-01' }],
    ['another keeper of the same place', [['department', '01-05'], ['archiveRoom', '02-01'], ['archiveRoom', '05-01']], { leftDepartment: '02-01', archiveRoom: '02-01' }],
    ['destroyed', [['department', '01-05'], ['archiveRoom', '02-01'], ['destroyed', '06-01']], { leftDepartment: '02-01', archiveRoom: '02-01' }],
  ] as const)('%s', (_what, steps, reached) => {
    expect(reachedOf(steps.map(([stage, on]) => ({ stage, on })))).toEqual({ leftDepartment: null, administrator: null, office: null, archiveRoom: null, ...reached })
  })
})

/** Period by period, by how often and until when: since, today, and what is asked for by then. */
const PERIODS: Readonly<Record<string, readonly (readonly [since: string, today: string, periods: readonly (readonly [string, string])[]])[]>> = {
  'year 0 10': [
    ['2024-06-15', '2026-11-23', [['2024', '2025-01-10'], ['2025', '2026-01-10'], ['2026', '2027-01-10']]],
    ['2026-01-01', '2026-01-01', [['2026', '2027-01-10']]],
    ['2025-12-31', '2026-01-09', [['2025', '2026-01-10'], ['2026', '2027-01-10']]],
  ],
  'first-half 0 10': [
    ['2025-07-01', '2026-11-23', [['2026-H1', '2026-07-10']]],
    ['2025-06-30', '2026-07-01', [['2025-H1', '2025-07-10'], ['2026-H1', '2026-07-10']]],
  ],
  'half-year 0 10': [['2025-07-01', '2026-06-30', [['2025-H2', '2026-01-10'], ['2026-H1', '2026-07-10']]]],
  'quarter 0 10': [['2025-11-15', '2026-04-01', [['2025-Q4', '2026-01-10'], ['2026-Q1', '2026-04-10'], ['2026-Q2', '2026-07-10']]]],
  'month 0 5': [['2023-12-31', '2024-02-29', [['2023-12', '2024-01-05'], ['2024-01', '2024-02-05'], ['2024-02', '2024-03-05']]]],
}

describe.each(presets.flatMap((regulation) => regulation.periodic.map((duty) => ({ name: `${regulation.id} ${duty.id}`, duty }))))('$name', ({ duty }) => {
  const rows = PERIODS[`${duty.every} ${duty.dueMonths} ${duty.dueDay}`] ?? []
  test('its sort is counted by hand in this file', () => expect(rows, `${duty.every} ${duty.dueMonths} ${duty.dueDay}`).not.toEqual([]))
  test.each(rows)('in force since %s, on %s', (since, today, periods) => {
    const found = periodsOf(duty, since, today)
    expect(found.map(({ period, dueOn }) => [period, dueOn])).toEqual(periods)
    for (const period of found) expect(zhCN.because['due-after-period'](becausePeriod(period).values)).toMatch(/^\d{4} 年.*前完成$/)
  })
})

test('a day some months later, over the year', () => {
  const duty: PeriodicDuty = { id: 'late', clause: '1', title: '', role: 'auditor', every: 'quarter', dueMonths: 2, dueDay: 28 }
  expect(periodsOf(duty, '2026-07-01', '2026-12-31').map(({ period, endsOn, dueOn }) => [period, endsOn, dueOn])).toEqual([
    ['2026-Q3', '2026-09-30', '2026-12-28'], ['2026-Q4', '2026-12-31', '2027-03-28'],
  ])
})

test('in words', () => {
  const out: Deadline = { id: 'out', clause: '4.3', title: '', kind: 'credit', from: 'year-end', keptYears: 1, within: { months: 1 }, until: 'left-department', role: 'departmentClerk' }
  expect(zhCN.because['due-after-years'](becauseDue(out, '2023-12-31').values)).toBe('2022 年卷，留部门至 2023-12-31，+ 1 个月 = 2024-01-31')
  const signed: Deadline = { id: 'signed', clause: '3', title: '', kind: 'contract', from: 'signed', within: { months: 1 }, until: 'left-department', role: 'salesperson' }
  expect(zhCN.because['due-after-event'](becauseDue(signed, '2023-10-27').values)).toBe('签订 2023-10-27 + 1 个月 = 2023-11-27')
  expect(zhCN.because['due-after-event'](becauseDue({ ...signed, from: 'verified' }, '2023-01-31').values)).toBe('核验 2023-01-31 + 1 个月 = 2023-02-28')
})
