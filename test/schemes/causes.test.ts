import { describe, expect, test } from 'vitest'
import { causesOf } from '../../src/shared/rules/schemes/causes.ts'
import type { Grade } from '../../src/shared/rules/schemes/grades.ts'
import { type Gate, Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { finalGrade, type GateResult } from '../../src/shared/rules/schemes/score.ts'
import supplier from '../../resources/schemes/supplier.json' with { type: 'json' }

const grades = ['AAA', 'AA', 'A', 'B', 'C'] as const
type Effect = Gate['effect']
const cap = (grade: Grade): Effect => ({ kind: 'cap', grade })
const down: Effect = { kind: 'down', grades: 1 }
const veto: Effect = { kind: 'veto' }

/** G0, G1 …, each met unless it is named in `passed`; full coverage is 80 %, capped at A below, unrated below 60 %. */
function told(scoreGrade: Grade, effects: readonly Effect[], { coverage = 10_000, passed = [] as string[], unknown = [] as string[] } = {}) {
  const scheme = { ...Scheme.parse(supplier), gates: effects.map((effect, at): Gate => ({ code: `G${at}`, name: `G${at}`, when: '1 = 1', effect, unknown: 'pass' })) }
  const gates = scheme.gates.map(({ code }): GateResult => ({ code, state: passed.includes(code) ? 'pass' : unknown.includes(code) ? 'unknownHit' : 'hit' }))
  const grade = finalGrade(scheme, grades, scoreGrade, gates, coverage)
  const { gates: causes, coverage: isCoverage } = causesOf(scheme, { scoreGrade, coverage, gates, grade }, grades)
  return [grade, [...causes].join(' '), isCoverage]
}

describe('what made the grade another than the score’s', () => {
  test.each([
    ['no gate', 'AA', [], {}, ['AA', '', false]],
    ['a cap that holds', 'AA', [cap('A')], {}, ['A', 'G0', false]],
    ['a cap at the very grade of the score', 'A', [cap('A')], {}, ['A', '', false]],
    ['a cap above it', 'B', [cap('A')], {}, ['B', '', false]],
    ['one that is not met', 'AA', [cap('A')], { passed: ['G0'] }, ['AA', '', false]],
    ['one that cannot be told and counts as met', 'AA', [cap('A')], { unknown: ['G0'] }, ['A', 'G0', false]],
    ['of two caps the lower', 'AAA', [cap('A'), cap('B')], {}, ['B', 'G1', false]],
    ['two of the same height, both', 'AAA', [cap('A'), cap('A')], {}, ['A', 'G0 G1', false]],
    ['two steps down, both', 'AAA', [down, down], {}, ['A', 'G0 G1', false]],
    ['a step down that a cap goes beyond', 'AA', [down, cap('B')], {}, ['B', 'G1', false]],
    ['a step down and a cap to the same', 'AA', [down, cap('A')], {}, ['A', 'G0 G1', false]],
    ['a step down from the last', 'C', [down], {}, ['C', '', false]],
    ['a veto beside a cap', 'AA', [veto, cap('B')], {}, ['C', 'G0', false]],
    ['a veto where the score says C already', 'C', [veto], {}, ['C', '', false]],
    ['too little known for more', 'AA', [], { coverage: 7000 }, ['A', '', true]],
    ['too little known, and a cap at the same', 'AA', [cap('A')], { coverage: 7000 }, ['A', 'G0', true]],
    ['too little known, and a cap beyond it', 'AA', [cap('B')], { coverage: 7000 }, ['B', 'G0', false]],
    ['too little known to be rated', 'AA', [cap('B')], { coverage: 5000 }, [null, '', true]],
    ['a veto where too little is known', 'AA', [veto], { coverage: 5000 }, ['C', 'G0', false]],
    ['little known, but the score gives no more', 'B', [], { coverage: 7000 }, ['B', '', false]],
  ] as const)('%s', (_what, scoreGrade, effects, more, expected) => {
    expect(told(scoreGrade, effects, more as never)).toEqual(expected)
  })
})
