import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { wantedForGrade } from '../../../../shared/rules/ratings/wanted.ts'
import { capIn, gateNameIn, type Grade } from '../../../../shared/rules/schemes/grades.ts'
import { indicatorsOf } from '../../../../shared/rules/schemes/schema.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProposalTable } from '../../ui/ProposalTable.tsx'
import { localMinute } from '../../ui/format.ts'
import { HistoryChart } from './HistoryChart.tsx'
import type { Rating } from './queries.ts'
import styles from './ratings.module.css'
import { gradeLabel, points, score, share, shown } from './words.ts'

/** The smallest set of changes that reaches the next grade. */
export function LiftPanel({ rating, onSelect }: { rating: Rating; onSelect: (code: string) => void }) {
  const { ratings: { side }, common } = useText()
  const { lift } = rating
  if (rating.result.grade === null) return <WantedPanel rating={rating} onSelect={onSelect} />
  if (lift === null) return <Panel title={side.wayUp}><p className={styles.hint}>{side.top}</p></Panel>
  const title = side.lift(gradeLabel(rating, lift.target, ''))
  const gateName = (code: string) => gateNameIn(rating.scheme.body.gates.find((gate) => gate.code === code)?.name ?? code, rating.grades)
  return (
    <Panel title={title}>
      {lift.changes === null && <p className={styles.hint}><strong>{side.none}</strong>　{side.noneHint}</p>}
      {lift.changes !== null && <p className={styles.hint}>{side.changes(lift.changes.length + (lift.blockedBy.length), score(rating.result.score), score(lift.score))}</p>}
      <ol className={styles.lift}>
        {lift.blockedBy.map((code) => <li key={code} className={styles.blocked}><IconAlertTriangle size={14} stroke={1.5} aria-hidden /><span>{common.told(side.blocked, gateName(code))}</span></li>)}
        {lift.changes?.map((change) => (
          <li key={change.code}>
            <button type="button" className={styles.liftLine} onClick={() => onSelect(change.code)}><ChangeWords rating={rating} change={change} /></button>
            <strong>{side.gained(points(change.gained))}</strong>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/** Without a grade: which data would bring one, by how much of the weights they cover; what they will say is not foretold. */
function WantedPanel({ rating, onSelect }: { rating: Rating; onSelect: (code: string) => void }) {
  const { ratings: { side, card }, facts, common } = useText()
  const { wants, covered, asked } = wantedForGrade(rating.scheme.body, rating.facts, rating.result)
  const nameOf = (code: string) => indicatorsOf(rating.scheme.body).find((one) => one.code === code)!.name
  return (
    <Panel title={side.wanted}>
      <p className={styles.hint}>{side.wantedHint(share(rating.result.coverage), share(asked), share(covered), covered >= asked)}</p>
      <ol className={styles.lift}>
        {wants.map(({ kind, codes, share: more }) => (
          <li key={kind}>
            <button type="button" className={styles.liftLine} onClick={() => onSelect(codes[0]!)}>{common.told(card.todo[kind] || (kind === 'mark' ? '' : facts.sourceKind[kind]), common.list(codes.map(nameOf)))}</button>
            <strong>{side.covers(share(more))}</strong>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function ChangeWords({ rating, change }: { rating: Rating; change: NonNullable<NonNullable<Rating['lift']>['changes']>[number] }) {
  const { ratings: { side } } = useText()
  const indicator = indicatorsOf(rating.scheme.body).find(({ code }) => code === change.code)!
  if (indicator.kind === 'mark') return <>{side.give(indicator.name, indicator.options[change.band]?.name ?? '')}</>
  const value = rating.result.indicators.find(({ code }) => code === change.code)?.value ?? null
  const to = change.threshold === null ? '—' : shown(indicator.unit, change.threshold)
  return <>{change.isMissing || value === null ? side.provide(indicator.name, to) : side.reach(indicator.name, shown(indicator.unit, value), to)}</>
}

/** The limit that goes with the grade, where the scheme proposes one. */
export function LimitPanel({ rating }: { rating: Rating }) {
  const { limits } = useText()
  if (rating.limit === null || rating.scheme.body.limits === undefined) return null
  return <Panel title={limits.proposal.title}><ProposalTable limits={rating.scheme.body.limits} proposal={rating.limit} gradeLabel={gradeLabel(rating, rating.limit.grade, '')} /></Panel>
}

/** Gates that are hit or cannot be told, each with its effect; those that are not, on demand. */
export function GatesPanel({ rating }: { rating: Rating }) {
  const { ratings: { side }, common } = useText()
  const [showsAll, setShowsAll] = useState(false)
  const lowered = new Set(rating.causes.gates)
  const inUse = rating.grades.map(({ grade }) => grade)
  const capped = (grade: Grade) => gradeLabel(rating, capIn(grade, inUse), '')
  // A cap that the best of the grades in use does not exceed asks nothing of anybody.
  const gates = rating.scheme.body.gates.map((gate, index) => ({ gate, state: rating.result.gates[index]!.state })).filter(({ gate: { effect: one } }) => one.kind !== 'cap' || capIn(one.grade, inUse) !== null)
  const isRated = rating.result.grade !== null
  const isHit = (state: string) => state === 'hit' || state === 'unknownHit'
  const first = gates.filter(({ state }) => isHit(state)).sort((a, b) => Number(lowered.has(b.gate.code)) - Number(lowered.has(a.gate.code)))
  const rest = gates.filter(({ state }) => !isHit(state))
  const effect = ({ effect: one }: (typeof gates)[number]['gate']) => (one.kind === 'veto' ? side.veto : one.kind === 'cap' ? side.cap(capped(one.grade)) : side.down(one.grades))
  const { coverage } = rating.scheme.body
  return (
    <Panel title={side.gates}>
      <ul className={styles.gates}>
        {rating.causes.coverage && rating.result.grade !== null && (
          <li className={styles.hit}><IconAlertTriangle size={16} stroke={1.5} aria-hidden /><div><span>{common.told(side.lowCoverage(share(coverage.full)), side.cap(capped(coverage.cap)))}</span><small>{side.changed}</small></div></li>
        )}
        {first.map(({ gate, state }) => (
          <li key={gate.code} className={lowered.has(gate.code) ? styles.hit : undefined}>
            <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
            <div><span>{common.told(gateNameIn(gate.name, rating.grades), effect(gate))}</span><small>{common.clauses([state === 'unknownHit' ? side.unknownHit : side.hit, ...(isRated ? [lowered.has(gate.code) ? side.changed : side.unchanged] : [])])}</small></div>
          </li>
        ))}
        {(showsAll ? rest : rest.slice(0, first.length > 3 ? 1 : 4 - first.length)).map(({ gate, state }) => (
          <li key={gate.code}>
            {state === 'unknownPass' ? <IconCircleDashed size={16} stroke={1.5} aria-hidden /> : <IconCircleCheck size={16} stroke={1.5} className={styles.ok} aria-hidden />}
            <div><span>{gateNameIn(gate.name, rating.grades)}</span>{state === 'unknownPass' && <small>{side.unknownPass}</small>}</div>
          </li>
        ))}
      </ul>
      {!showsAll && rest.length > 4 - Math.min(3, first.length) && <button type="button" className={styles.more} onClick={() => setShowsAll(true)}>{side.quiet(rest.length - Math.max(1, 4 - first.length))}</button>}
    </Panel>
  )
}

/** The scores so far, this one last; the steps of the case below. */
export function HistoryPanel({ rating }: { rating: Rating }) {
  const { ratings: { side, step } } = useText()
  return (
    <Panel title={side.history} aside={side.notCounted}>
      <HistoryChart
        height={96}
        points={[
          ...rating.previous.map((one) => ({ id: one.id, on: one.asOf, score: one.score, grade: one.grade, label: one.asOf.slice(0, 7) })),
          { id: rating.id, on: rating.asOf, score: rating.result.score, grade: rating.grade, label: side.now },
        ]}
        grades={rating.grades} cuts={rating.scheme.body.cuts}
      />
      <h3 className={styles.stepsTitle}>{side.steps}</h3>
      <ol className={styles.steps}>
        {rating.steps.map((one, index) => (
          <li key={index}><span>{step[one.what]}　{one.byName}{one.onTheSpot ? `（${one.sessionOfName}）` : ''}</span><small>{localMinute(one.at)}{one.reason ? `　${one.reason}` : ''}</small></li>
        ))}
      </ol>
      {rating.reviewOn && <Link className={styles.more} href={paths.partyTab(rating.partyId, 'ratings')}>{side.history}</Link>}
    </Panel>
  )
}
