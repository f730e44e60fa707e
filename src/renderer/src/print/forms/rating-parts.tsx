import type { Output } from '../../../../shared/contract/index.ts'
import { factNames, parse } from '../../../../shared/rules/schemes/expression.ts'
import { isHit } from '../../../../shared/rules/schemes/causes.ts'
import { capIn, gateNameIn } from '../../../../shared/rules/schemes/grades.ts'
import type { Indicator } from '../../../../shared/rules/schemes/schema.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { useText } from '../../app/text.tsx'
import { wanFromFen } from '../../ui/capital.ts'
import { bindingName } from '../../ui/ProposalTable.tsx'
import { FormDay } from '../parts/FormDay.tsx'
import styles from './rating.module.css'

type Rating = Output<'ratings.get'>
export type Line = { key: string; isGroup: boolean; name: string; value: string; source: string; share: string; points: string }

const plain = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 })

function valueOf(indicator: Indicator, result: Rating['result']['indicators'][number], rating: Rating, text: Text): string {
  if (indicator.kind === 'mark') return indicator.options.find(({ code }) => code === rating.marks[indicator.code]?.option)?.name ?? text.ratings.card.noMark
  if (result.value === null) return result.absent && result.absent !== 'noMark' && result.absent !== 'noEvidence' ? text.facts.absent[result.absent] : text.ratings.print.missing
  return indicator.unit === 'percent' ? `${plain(result.value * 100)}%` : plain(result.value)
}

function sourceOf(indicator: Indicator, rating: Rating, text: Text): string {
  if (indicator.kind === 'mark') return (rating.marks[indicator.code]?.evidence ?? []).map(({ title, page }) => text.ratings.card.page(title, page)).join('；')
  const sources = factNames(parse(indicator.formula)).flatMap((name) => rating.facts[name]?.sources ?? [])
  const told = sources.map(({ kind, rows, until }) => [text.facts.sourceKind[kind], rows ? String(rows) : '', until ?? ''].filter(Boolean).join(' '))
  return [...new Set(told)].slice(0, 2).join('；')
}

/** The card line by line, each group before its indicators, the gates that were hit after them. */
export function linesOf(text: Text, rating: Rating): Line[] {
  const results = new Map(rating.result.indicators.map((one) => [one.code, one]))
  const lines = rating.scheme.body.groups.flatMap((group, index): Line[] => [
    { key: group.code, isGroup: true, name: group.name, value: '', source: '', share: '', points: `${rating.result.groups[index]!.points / 100} / ${rating.result.groups[index]!.weight / 100}` },
    ...group.indicators.map((indicator): Line => {
      const result = results.get(indicator.code)!
      return {
        key: `${group.code}-${indicator.code}`, isGroup: false, name: indicator.name, value: valueOf(indicator, result, rating, text), source: sourceOf(indicator, rating, text),
        share: result.share === null ? '—' : `${result.share / 100}%`, points: result.weight === 0 ? text.ratings.print.notCounted : `${result.points / 100} / ${indicator.weight / 100}`,
      }
    }),
  ])
  const { lowered, idle } = gatesMet(rating, text)
  const told = (gates: readonly GateMet[], state: string) => gates.map(({ code, name, effect }): Line => ({ key: `gate-${code}`, isGroup: false, name, value: state, source: '', share: '', points: effect }))
  const { side, print } = text.ratings
  return [
    ...lines, { key: 'gates', isGroup: true, name: print.gates, value: lowered.length + idle.length === 0 ? print.hitOnly : '', source: '', share: '', points: '' },
    ...told(lowered, rating.result.grade === null ? side.hit : side.changed), ...told(idle, rating.result.grade === null ? side.hit : side.unchanged),
  ]
}

export type GateMet = { readonly code: string; readonly name: string; readonly effect: string }

/** What lowered the grade, too little coverage first; and the gates that were met and did not. */
export function gatesMet({ scheme: { body }, result, causes, grades }: Rating, { ratings: { side } }: Text): { lowered: GateMet[]; idle: GateMet[] } {
  const inUse = grades.map(({ grade }) => grade)
  const labelOf = (cap: (typeof inUse)[number]) => grades.find(({ grade }) => grade === capIn(cap, inUse))?.label ?? cap
  const effectOf = ({ effect }: Rating['scheme']['body']['gates'][number]) => (effect.kind === 'veto' ? side.veto : effect.kind === 'cap' ? side.cap(labelOf(effect.grade)) : side.down(effect.grades))
  // A cap that the best of the grades in use does not exceed asks nothing of anybody.
  const met = body.gates.filter(({ effect }, index) => isHit(result.gates[index]!) && (effect.kind !== 'cap' || capIn(effect.grade, inUse) !== null)).map((gate) => ({ code: gate.code, name: gateNameIn(gate.name, grades), effect: effectOf(gate) }))
  const coverage = { code: '', name: side.lowCoverage(`${(result.grade === null ? body.coverage.rated : body.coverage.full) / 100}%`), effect: result.grade === null ? side.unrated : side.cap(labelOf(body.coverage.cap)) }
  return {
    lowered: [...(causes.coverage ? [coverage] : []), ...met.filter(({ code }) => causes.gates.includes(code))],
    idle: met.filter(({ code }) => !causes.gates.includes(code)),
  }
}

/** From which grade to which, until when and why; a draft's is proposed only. */
export function overrideTold(rating: Rating, { ratings: { print, list } }: Text): string {
  const { override, result, grades } = rating
  if (override === null) return print.none
  const label = (grade: string | null) => (grade === null ? list.unrated : grades.find((one) => one.grade === grade)?.label ?? grade)
  const told = print.byHand(label(result.grade), label(override.grade), override.until, override.reason)
  return override.isAgreed ? told : print.proposed(told)
}

/** Who was rated, under what, and what it came to. */
export function RatingHeadTable({ rating, isBrief = false }: { rating: Rating; /** Without remarks and override, which stand elsewhere. */ isBrief?: boolean }) {
  const text = useText()
  const { ratings, limits: { proposal } } = text
  const words = ratings.print
  const label = (grade: Rating['grade']) => (grade === null ? ratings.list.unrated : rating.grades.find((one) => one.grade === grade)?.label ?? grade)
  const stated = (grade: Rating['grade']) => (grade === null || label(grade) === grade ? label(grade) : `${label(grade)}（${grade}）`)
  const measures = rating.grades.find(({ grade }) => grade === rating.grade)?.measures ?? null
  const before = rating.previous.at(-1)
  return (
    <table className={styles.table}>
      <colgroup><col style={{ width: '28mm' }} /><col /><col style={{ width: '28mm' }} /><col style={{ width: '48mm' }} /></colgroup>
      <tbody>
        <tr><th scope="row">{words.party}</th><td>{rating.partyName}</td><th scope="row">{words.code}</th><td>{rating.creditCode}</td></tr>
        <tr><th scope="row">{words.kind}</th><td>{ratings.kindLong[rating.kind]}</td><th scope="row">{words.asOf}</th><td><FormDay day={rating.asOf} /></td></tr>
        <tr><th scope="row">{words.scheme}</th><td>{rating.schemeName}　{rating.scheme.hash.slice(0, 12)}</td><th scope="row">{words.regulation}</th><td>{rating.regulation.id} {rating.regulation.title}</td></tr>
        <tr><th scope="row">{words.grade}</th><td><strong className={styles.grade}>{stated(rating.grade)}</strong></td><th scope="row">{words.score}</th><td><strong>{rating.result.score === null ? '—' : (rating.result.score / 100).toFixed(1)}</strong>　{words.coverage} {rating.result.coverage / 100}%</td></tr>
        <tr><th scope="row">{words.previous}</th><td>{before ? `${label(before.grade)}　${before.score === null ? '—' : (before.score / 100).toFixed(1)}　${before.asOf}` : words.none}</td><th scope="row">{words.review}</th><td><FormDay day={rating.nextOn} /></td></tr>
        {!isBrief && rating.limit && rating.scheme.body.limits && <tr><th scope="row">{words.limit}</th><td colSpan={3}><strong>{wanFromFen(rating.limit.limitYuan * 100)}</strong> {proposal.wan}　{proposal.term} {proposal.days(rating.limit.termDays)}　{proposal.because(bindingName(text, rating.scheme.body.limits, rating.limit.binding))}</td></tr>}
        {measures && <tr><th scope="row">{words.measures}</th><td colSpan={3}>{measures}</td></tr>}
        {rating.override && !isBrief && <tr><th scope="row">{words.override}</th><td colSpan={3}>{overrideTold(rating, text)}</td></tr>}
        {rating.remarks && !isBrief && <tr><th scope="row">{words.remarks}</th><td colSpan={3}>{rating.remarks}</td></tr>}
      </tbody>
    </table>
  )
}
