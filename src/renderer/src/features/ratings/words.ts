import type { Fact, Source } from '../../../../shared/rules/facts/fact.ts'
import { factNames, parse } from '../../../../shared/rules/schemes/expression.ts'
import type { FormulaIndicator } from '../../../../shared/rules/schemes/schema.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { factTextOf } from '../../ui/facts.ts'
import type { Rating } from './queries.ts'

/** Hundredths of a point as people read them: 8.4, 12. */
export const points = (centi: number): string => String(Math.round(centi) / 100)
export const score = (centi: number | null): string => (centi === null ? '—' : (centi / 100).toFixed(1))
export const share = (basisPoints: number): string => `${Math.round(basisPoints) / 100}%`

/** A value in the unit its indicator is shown in. */
export function shown(unit: FormulaIndicator['unit'], value: number): string {
  const plain = (digits: number) => value.toLocaleString('en-US', { maximumFractionDigits: digits })
  switch (unit) {
    case 'percent': return `${(value * 100).toLocaleString('en-US', { maximumFractionDigits: 1 })}%`
    case 'times': return plain(2)
    case 'yuan': return plain(0)
    case 'tenThousandYuan': return plain(1)
    default: return plain(Math.abs(value) >= 100 ? 0 : 1)
  }
}

/** The unit's word that stands under a name, where the value itself does not say it. */
export const unitWord = (text: Text['facts'], unit: FormulaIndicator['unit']): string =>
  unit === 'percent' || unit === 'marks' || unit === 'count' ? '' : unit === 'tenThousandYuan' ? text.unit.yuan.replace(/^/, '万') : text.unit[unit]

/** A fact's value in words, or why it has none. */
export const factTold = (text: Text['facts'], name: string, fact: Pick<Fact, 'value' | 'absent'> | null): string =>
  fact === null || fact.value === null ? text.absent[fact?.absent ?? 'notKept'] : factTextOf(text, name, fact.value)

/** The facts a formula names that the rating has, in the order of their mention. */
export function factsOf(rating: Pick<Rating, 'facts'>, indicator: FormulaIndicator): { name: string; fact: Fact }[] {
  return factNames(parse(indicator.formula)).flatMap((name) => {
    const fact = rating.facts[name]
    return fact ? [{ name, fact }] : []
  })
}

/** Where an indicator's value comes from: of several the source that says most. */
export function mainSource(rating: Pick<Rating, 'facts'>, indicator: FormulaIndicator): Source | null {
  const sources = factsOf(rating, indicator).flatMap(({ fact }) => fact.sources)
  return sources.find(({ id }) => id !== null) ?? sources[0] ?? null
}

/** `balance:30` → the words on the chip. */
export function sourceWords(text: Text, source: Source): string {
  const { ratings: { card }, facts } = text
  const [sheet, line] = source.line?.split(':') ?? []
  if (source.kind === 'statement' && line && (sheet === 'balance' || sheet === 'income' || sheet === 'cash')) return card.line(card.sheet[sheet], line.replace('/prior', ''))
  const word = facts.sourceKind[source.kind]
  return source.rows !== null && source.rows > 0 ? card.rows(word, source.rows.toLocaleString('en-US')) : word
}

export const gradeLabel = (rating: Pick<Rating, 'grades'>, grade: string | null, none: string): string =>
  grade === null ? none : rating.grades.find((one) => one.grade === grade)?.label ?? grade
