import { IconCircleDashed, IconFileText, IconListDetails, IconNotebook } from '@tabler/icons-react'
import { Fragment, type KeyboardEvent, useRef } from 'react'
import { wantedSource } from '../../../../shared/rules/ratings/wanted.ts'
import { type FormulaIndicator, type Indicator, indicatorsOf, type MarkIndicator } from '../../../../shared/rules/schemes/schema.ts'
import { scoringFor } from '../../../../shared/rules/schemes/score.ts'
import { useText } from '../../app/text.tsx'
import { BandStrip } from './BandStrip.tsx'
import type { IndicatorResult, Rating } from './queries.ts'
import styles from './ratings.module.css'
import { Spark } from './Spark.tsx'
import { mainSource, points, shown, sourceWords, unitWord } from './words.ts'

export type CardActions = { select: (code: string) => void; open: (code: string) => void; mark: (code: string, option: string | null) => void; evidence: (code: string) => void; submit: () => void }
type Props = { rating: Rating; selected: string; isSaving: boolean; actions: CardActions }

/** The card by its groups, one indicator a row. Arrow keys go from row to row, Enter opens what stands behind it, a digit gives a mark. */
export function CardTable({ rating, selected, isSaving, actions }: Props) {
  const { ratings: { card } } = useText()
  const body = useRef<HTMLTableElement>(null)
  const codes = indicatorsOf(rating.scheme.body).map(({ code }) => code)
  const go = (code: string | undefined) => {
    if (code === undefined) return
    actions.select(code)
    const row = body.current?.querySelector<HTMLElement>(`[data-code="${code}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent, indicator: Indicator) => {
    const at = codes.indexOf(indicator.code)
    if (event.altKey || event.metaKey) return
    if (event.ctrlKey) {
      if (event.key !== 'Enter') return
      event.preventDefault()
      actions.submit()
      return
    }
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(codes[at + 1]), ArrowUp: () => go(codes[at - 1]), Home: () => go(codes[0]), End: () => go(codes.at(-1)), Enter: () => actions.open(indicator.code),
    }
    if (indicator.kind === 'mark' && rating.may.change) {
      indicator.options.forEach(({ code }, index) => { keys[String(index + 1)] = () => actions.mark(indicator.code, code) })
      keys['Delete'] = keys['0'] = () => actions.mark(indicator.code, null)
      keys['e'] = keys['E'] = () => actions.evidence(indicator.code)
    }
    const act = keys[event.key]
    if (!act || (event.target as HTMLElement).closest('button') !== null && event.key === 'Enter') return
    event.preventDefault()
    act()
  }
  const results = new Map(rating.result.indicators.map((one) => [one.code, one]))
  return (
    <table className={styles.card} aria-label={card.table} ref={body} aria-busy={isSaving}>
      <thead><tr><th scope="col">{card.indicator}</th><th scope="col">{card.value}</th><th scope="col">{card.source}</th><th scope="col">{card.band}</th><th scope="col" className={styles.end}>{card.points}</th><th scope="col">{card.trend}</th></tr></thead>
      {rating.scheme.body.groups.map((group, index) => (
        <tbody key={group.code}>
          <tr className={styles.group}><th colSpan={4} scope="rowgroup">{group.name}<span>{card.weight(points(group.indicators.reduce((sum, { weight }) => sum + weight, 0)))}</span></th><td className={styles.end}>{points(rating.result.groups[index]!.points)}</td><td /></tr>
          {group.indicators.map((indicator) => (
            <Fragment key={indicator.code}>
              <Row rating={rating} indicator={indicator} result={results.get(indicator.code)!} isSelected={selected === indicator.code} actions={actions} onKeyDown={(event) => onKeyDown(event, indicator)} />
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  )
}

type RowProps = { rating: Rating; indicator: Indicator; result: IndicatorResult; isSelected: boolean; actions: CardActions; onKeyDown: (event: KeyboardEvent) => void }

function Row({ rating, indicator, result, isSelected, actions, onKeyDown }: RowProps) {
  const { ratings: { card }, facts, common } = useText()
  const isMissing = result.absent !== null
  const trend = rating.trends[indicator.code]
  const hint = indicator.hint ?? (indicator.kind === 'formula' ? common.clauses([unitWord(facts, indicator.unit), card.better[indicator.direction]].filter(Boolean)) : '')
  const trendWords = trend?.map(({ on, value }) => `${on.slice(0, 7)} ${indicator.kind === 'formula' ? shown(indicator.unit, value) : `${Math.round(value * 100)}%`}`).join('，') ?? ''
  return (
    <tr
      data-code={indicator.code} tabIndex={isSelected ? 0 : -1} aria-selected={isSelected} className={[styles.row, isMissing && styles.missing, isSelected && styles.selected].filter(Boolean).join(' ')}
      onClick={() => actions.select(indicator.code)} onDoubleClick={() => actions.open(indicator.code)} onFocus={() => { if (!isSelected) actions.select(indicator.code) }} onKeyDown={onKeyDown}
    >
      <th scope="row"><span className={styles.name}>{indicator.name}</span>{hint && <span className={styles.hint} title={hint}>{hint}</span>}</th>
      <td className={styles.value}><Value indicator={indicator} result={result} rating={rating} /></td>
      <td><SourceChip rating={rating} indicator={indicator} result={result} actions={actions} /></td>
      <td>{indicator.kind === 'mark' ? <Options rating={rating} indicator={indicator} result={result} actions={actions} /> : <Strip rating={rating} indicator={indicator} result={result} />}</td>
      <td className={styles.points}><strong>{result.weight === 0 ? '—' : points(result.points)}</strong> / {points(indicator.weight)}</td>
      <td className={styles.trend}>{trend && <Spark values={trend.map(({ value }) => value)} label={card.trendLabel(indicator.name, trendWords)} />}</td>
    </tr>
  )
}

function Value({ indicator, result, rating }: { indicator: Indicator; result: IndicatorResult; rating: Rating }) {
  const { ratings: { card }, facts } = useText()
  if (indicator.kind === 'mark') {
    const mark = rating.marks[indicator.code]
    if (!mark) return <span className={styles.amber}>{card.noMark}</span>
    const name = indicator.options.find(({ code }) => code === mark.option)?.name ?? mark.option
    return <>{name}{result.absent === 'noEvidence' && <span className={styles.amberNote}>{card.noEvidence}</span>}</>
  }
  if (result.value === null) return <span className={styles.amber}>{result.absent && result.absent !== 'noMark' && result.absent !== 'noEvidence' ? facts.absent[result.absent] : card.missing}</span>
  return <>{shown(indicator.unit, result.value)}{result.wasDemoted && <span className={styles.amberNote}>{card.demoted}</span>}</>
}

const ICONS = { statement: IconFileText, survey: IconFileText, certificates: IconFileText, contracts: IconNotebook, invoices: IconListDetails } as const

/** Where a value comes from; of a missing one what to do for it. */
function SourceChip({ rating, indicator, result, actions }: Omit<RowProps, 'isSelected' | 'onKeyDown'>) {
  const text = useText()
  const { ratings: { card } } = text
  const open = (event: React.MouseEvent) => {
    event.stopPropagation()
    actions.select(indicator.code)
    actions.open(indicator.code)
  }
  if (indicator.kind === 'mark') {
    const evidence = rating.marks[indicator.code]?.evidence ?? []
    if (evidence.length === 0) return rating.may.change ? <button type="button" tabIndex={-1} className={styles.chip} onClick={(event) => { event.stopPropagation(); actions.evidence(indicator.code) }}><IconCircleDashed size={16} stroke={1.5} aria-hidden />{card.evidence}</button> : null
    const [first] = evidence
    return <button type="button" tabIndex={-1} className={styles.chip} title={card.page(first!.title, first!.page)} onClick={open}><IconFileText size={16} stroke={1.5} aria-hidden /><span>{evidence.length === 1 ? card.page(first!.title, first!.page) : card.evidenceCount(evidence.length)}</span></button>
  }
  const source = mainSource(rating, indicator)
  if (result.absent !== null) {
    const kind = wantedSource(rating.facts, indicator)
    return <button type="button" tabIndex={-1} className={styles.chip} onClick={open}><IconCircleDashed size={16} stroke={1.5} aria-hidden /><span>{kind ? card.todo[kind] : ''}</span></button>
  }
  if (source === null) return null
  const Sign = ICONS[source.kind as keyof typeof ICONS] ?? IconNotebook
  return <button type="button" tabIndex={-1} className={styles.chip} onClick={open}><Sign size={16} stroke={1.5} aria-hidden /><span>{sourceWords(text, source)}</span></button>
}

function Strip({ rating, indicator, result }: { rating: Rating; indicator: FormulaIndicator; result: IndicatorResult }) {
  const { ratings: { card } } = useText()
  if (result.absent !== null) return <span className={styles.hint}>{missingWords(card, indicator, result)}</span>
  const scoring = scoringFor(indicator, rating.industry)
  const steps = scoring.mode === 'bands' ? scoring.bands.length : scoring.anchors.length
  const label = card.bandLabel((result.band ?? 0) + 1, steps)
  return <BandStrip scoring={scoring} value={result.value} shownEdge={(value) => shown(indicator.unit, value)} label={label} />
}

const missingWords = (card: ReturnType<typeof useText>['ratings']['card'], indicator: Indicator, result: IndicatorResult): string =>
  result.weight === 0 ? card.left(points(indicator.weight)) : result.points > 0 ? card.full(points(indicator.weight)) : card.counted(points(indicator.weight))

/** The marks there are, each with the key that gives it. */
function Options({ rating, indicator, result, actions }: { rating: Rating; indicator: MarkIndicator; result: IndicatorResult; actions: CardActions }) {
  const { ratings: { card } } = useText()
  const chosen = rating.marks[indicator.code]?.option
  if (!rating.may.change) return chosen === undefined ? <span className={styles.hint}>{missingWords(card, indicator, result)}</span> : null
  return (
    <span className={styles.options} role="group" aria-label={indicator.name}>
      {indicator.options.map(({ code, name }, index) => (
        <button
          key={code} type="button" tabIndex={-1} className={styles.option} aria-pressed={chosen === code} title={card.option(index + 1, name)}
          onClick={(event) => { event.stopPropagation(); actions.select(indicator.code); actions.mark(indicator.code, chosen === code ? null : code) }}
        >{index + 1}</button>
      ))}
    </span>
  )
}
