import { describe, expect, test } from 'vitest'
import { gradeAt } from '../../src/shared/rules/schemes/grades.ts'
import { presets } from '../builders/archive.ts'
import { cardOf } from './cards.ts'

const { cuts } = cardOf('customer')
/** Lowest hundredths at which each word of a regulation is reached, best first, walking every hundredth of 0–100. */
function stepsOf(grades: (typeof presets)[number]['grades']): [string, number][] {
  const inUse = grades.map(({ grade }) => grade)
  const steps: [string, number][] = []
  for (let score = 10_000; score >= 0; score -= 1) {
    const word = grades.find(({ grade }) => grade === gradeAt(score, cuts, inUse))!.label
    if (steps.at(-1)?.[0] !== word) steps.push([word, score])
    steps.at(-1)![1] = score
  }
  return steps
}

const FIVE = [9000, 8000, 7000, 6000, 0]
const FOUR = [8000, 7000, 6000, 0]
/** From which score each wording of the regulations holds: from 0–100 there is always exactly one. */
const WORDINGS: Record<string, [string, number][]> = Object.fromEntries([
  ...['S01', 'S02', 'S04', 'S05', 'S06', 'S10', 'S11', 'S12', 'S13', 'S14', 'S15', 'S16', 'S21', 'S22'].map((id) => [id, ['极好', '良好', '一般', '较差', '差'].map((word, at) => [word, FIVE[at]])]),
  ['S08', ['风险极低', '风险较低', '风险适中', '风险较高', '风险极高'].map((word, at) => [word, FIVE[at]])],
  ...([['S03', '不良'], ['S07', '较差'], ['S09', '风险'], ['S17', '风险'], ['S20', '不合作']] as const).map(([id, last]) => [id, ['优秀', '良好', '一般', last].map((word, at) => [word, FOUR[at]])]),
  ['S18', [['A 级（1 级）', 7000], ['B 级（2 级）', 6000], ['C 级（3 级）', 0]]],
  ['S19', [['A 优良', 7000], ['B 一般', 6000], ['C 风险', 0]]],
])

test('all twenty-two have their wordings here', () => {
  expect(presets.map(({ id }) => id)).toEqual(Object.keys(WORDINGS).sort())
})

describe('one score, every wording', () => {
  test.each(presets.map((preset) => [preset.id, preset] as const))('%s', (id, { grades }) => {
    expect(stepsOf(grades)).toEqual(WORDINGS[id])
  })
})
