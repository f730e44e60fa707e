import { IconEqual } from '@tabler/icons-react'
import { compareSchemes, type Difference } from '../../../../shared/rules/schemes/compare.ts'
import { GUARANTEES, type FormulaIndicator, type Gate, type Limits, type MarkIndicator, type Scheme, type Scoring } from '../../../../shared/rules/schemes/schema.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './schemes.module.css'
import { numberText, readFormula, scoringText } from './words.ts'

/** What is another than in the version in force, thing by thing. */
export function DiffPart({ before, after }: { before: Scheme | null; after: Scheme }) {
  const text = useText()
  const words = text.schemes.diff
  const rows = before === null ? [] : compareSchemes(before, after)
  if (rows.length === 0) return <div className={styles.empty}><EmptyState icon={IconEqual} title={before === null ? words.noForce : words.none} hint={words.noneHint} /></div>
  return (
    <div className={styles.sheet}>
      <table className={styles.diff} aria-label={words.table}>
        <thead><tr><th scope="col">{words.place}</th><th scope="col">{words.before}</th><th scope="col">{words.after}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.part} ${row.code} ${row.field}`}>
              <th scope="row">{[row.part === 'limit' ? text.schemes.edit.part.credit : null, row.code, row.part === 'card' || row.code === null ? null : row.name, row.field === null ? null : fieldText(text, row.field)].filter(Boolean).join(' · ')}</th>
              <td className={styles.was}>{row.field === null ? (row.before === null ? '—' : words.removed) : valueText(text, row, row.before, before!)}</td>
              <td className={styles.is}>{row.field === null ? (row.after === null ? '—' : words.added) : valueText(text, row, row.after, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function fieldText({ schemes: { card, gate, limits, credit } }: Text, field: string): string {
  const named: Record<string, string> = {
    name: card.name, hint: card.hint, weight: card.weight, formula: card.formula, unit: card.unit, direction: card.direction, scoring: card.scoring, industries: card.industries, demoteWhen: card.demote, missing: card.missing,
    options: card.options, evidence: card.evidence, group: card.group, kind: card.scoring, when: gate.when, effect: gate.effect, unknown: gate.unknown, cuts: limits.cuts, coverage: limits.coverage, override: limits.override, review: limits.review,
    expected: limits.expected, kinds: limits.kinds, for: limits.forLabel,
    grades: credit.grades, capYuan: credit.cap, beginnerYuan: credit.beginner, beginnerTermDays: credit.beginnerTerm, roundToYuan: credit.round, discounts: credit.discounts,
  }
  return named[field] ?? field
}

function valueText(text: Text, { field, part, code }: Difference, value: unknown, scheme: Scheme): string {
  const { card, gate, kind, unit: units, credit } = text.schemes
  if (value === null) return '—'
  const indicator = part === 'indicator' ? scheme.groups.flatMap(({ indicators }) => indicators).find((one) => one.code === code) : undefined
  const unit = indicator?.kind === 'formula' ? indicator.unit : 'count'
  switch (field) {
    case 'weight': return String((value as number) / 100)
    case 'formula': case 'demoteWhen': case 'when': return readFormula(text, value as string) ?? (value as string)
    case 'scoring': return scoringText(value as Scoring, unit)
    case 'industries': return (value as FormulaIndicator['industries']).map((one) => text.common.told(one.industry, scoringText(one.scoring, unit))).join(' ｜ ') || '—'
    case 'options': return (value as MarkIndicator['options']).map(({ name, share }) => `${name} ${share / 100}%`).join('；')
    case 'missing': return Object.entries(value as Record<string, 'zero' | 'exclude' | 'full'>).map(([reason, rule]) => `${card.missingKind[reason as keyof typeof card.missingKind]} ${card.missingRule[rule]}`).join('；')
    case 'unit': return units[value as keyof typeof units]
    case 'direction': return card[value as 'up' | 'down' | 'none']
    case 'effect': return effectText(text, value as Gate['effect'])
    case 'unknown': return gate[value as Gate['unknown']]
    case 'kinds': return text.common.list((value as (keyof typeof kind)[]).map((one) => kind[one]))
    case 'cuts': case 'expected': return Object.entries(value as Record<string, number>).map(([grade, one]) => `${grade} ${one / 100}`).join(' · ')
    case 'coverage': return `${(value as Scheme['coverage']).rated / 100}% · ${(value as Scheme['coverage']).full / 100}% · ${(value as Scheme['coverage']).cap}`
    case 'grades': return Object.entries(value as Limits['grades']).map(([grade, one]) => credit.gradeText(grade, `${one.coefficient / 100}%`, one.termDays)).join('；')
    case 'discounts': return GUARANTEES.map((one) => `${credit.guarantee[one]} ${(value as Limits['discounts'])[one] / 100}%`).join('；')
    case 'capYuan': case 'beginnerYuan': case 'roundToYuan': return numberText(value as number)
    case 'override': case 'review': return Object.values(value as Record<string, number>).join(' · ')
    default: return typeof value === 'string' ? value : JSON.stringify(value)
  }
}

function effectText({ schemes: { gate }, common }: Text, effect: Gate['effect']): string {
  if (effect.kind === 'veto') return gate.veto
  return effect.kind === 'cap' ? `${gate.cap} ${common.grade[effect.grade]}` : gate.grades(effect.grades)
}
