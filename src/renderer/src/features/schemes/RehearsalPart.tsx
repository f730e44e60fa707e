import { SegmentedControl, Skeleton } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { GRADES } from '../../../../shared/contract/parties.ts'
import { indicatorsOf, type Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { OUTCOME_MONTHS } from '../../../../shared/rules/validity/outcome.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { GradeTag, type Grade } from '../../ui/GradeTag.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Rehearsal, useRehearsal } from './queries.ts'
import styles from './rehearsal.module.css'
import { numberText, pointsText } from './words.ts'

type Row = Rehearsal['rows'][number]
const MOST_SHOWN = 300
const STEPS: readonly (Grade | null)[] = [...GRADES, null]

/** How many go up and down, in a line that is always there while one edits. */
export function RehearsalLine({ data }: { data: Rehearsal | undefined }) {
  const { schemes } = useText()
  const words = schemes.rehearse
  if (!data || data.rows.length === 0) return null
  const count = (...changes: Row['change'][]) => data.rows.filter(({ change }) => changes.includes(change)).length
  return (
    <span className={styles.line} role="status">
      {words.rated(data.rows.length)} · <span className={styles.up}>{words.up} {count('up', 'newlyRated')}</span> · <span className={styles.down}>{words.down} {count('down', 'noLonger')}</span> · {words.same} {count('same')}{data.rows.some(isLimitOther) && <> · {words.limitChanges(data.rows.filter(isLimitOther).length)}</>}
    </span>
  )
}

/** Who would move and why, and what both versions would have said of those who defaulted. */
export function RehearsalPart({ scheme, rehearsal }: { scheme: Scheme; rehearsal: ReturnType<typeof useRehearsal> }) {
  const { schemes, common } = useText()
  const words = schemes.rehearse
  const [shown, setShown] = useState<'moved' | 'all'>('moved')
  const { data, error } = rehearsal.query
  if (rehearsal.waits) return <div className={styles.empty}><EmptyState icon={IconScale} title={words.waits} hint={words.hint} /></div>
  if (error) return <div className={styles.empty}><ErrorState error={error} retry={() => void rehearsal.query.refetch()} /></div>
  if (!data) return <Skeleton height="100%" mih={320} radius={8} />
  if (data.rows.length === 0) return <div className={styles.empty}><EmptyState icon={IconScale} title={words.none} hint={words.noneHint} /></div>
  const rows = [...data.rows].filter((row) => shown === 'all' || row.change !== 'same' || row.before.score !== row.after.score || isLimitOther(row))
    .sort((one, other) => Number(one.change === 'same') - Number(other.change === 'same') || Math.abs(difference(other)) - Math.abs(difference(one)))
  return (
    <div className={styles.rehearsal}>
      <div className={styles.list}>
        <div className={styles.listHead}>
          <SegmentedControl size="xs" aria-label={words.change} value={shown} data={(['moved', 'all'] as const).map((value) => ({ value, label: words[value] }))} onChange={(value) => setShown(value)} />
          <span className={styles.quiet}>{words.hint}</span>
        </div>
        <table className={styles.rows} aria-label={words.party}>
          <thead><tr><th scope="col">{words.party}</th><th scope="col">{words.before}</th><th scope="col">{words.after}</th><th scope="col" className={styles.figure}>{words.change}</th><th scope="col" className={styles.figure}>{words.limit}</th><th scope="col" className={styles.figure}>{words.limitInForce}</th><th scope="col">{words.because}</th></tr></thead>
          <tbody>{rows.slice(0, MOST_SHOWN).map((row) => <MovedRow key={row.ratingId} row={row} scheme={scheme} />)}</tbody>
        </table>
      </div>
      <div className={styles.side}>
        <Panel title={words.matrix}><Matrix data={data} /></Panel>
        <Panel title={words.defaults}><Outcomes data={data} /></Panel>
        <Panel title={words.measures}>
          <dl className={styles.measures}>{data.grades.map(({ grade, label, measures }) => <div key={grade}><dt><GradeTag grade={grade} /></dt><dd>{measures === null ? label : common.told(label, measures)}</dd></div>)}</dl>
        </Panel>
      </div>
    </div>
  )
}

const isLimitOther = ({ limit }: Row): boolean => limit.before !== limit.after
const wanText = (yuan: number | null): string => (yuan === null ? '—' : numberText(yuan / 10_000))
const difference = ({ before, after }: Row): number => (after.score ?? 0) - (before.score ?? 0)

function MovedRow({ row, scheme }: { row: Row; scheme: Scheme }) {
  const text = useText()
  const by = difference(row)
  return (
    <tr>
      <th scope="row"><Link href={paths.party(row.partyId)} title={row.partyName}>{row.partyName}</Link></th>
      <td><Standing standing={row.before} /></td>
      <td><Standing standing={row.after} /></td>
      <td className={`${styles.figure} ${by > 0 ? styles.up : by < 0 ? styles.down : styles.quiet}`}>{by > 0 ? '+' : by < 0 ? '−' : ''}{pointsText(Math.abs(by))}</td>
      <td className={`${styles.figure} ${isLimitOther(row) ? '' : styles.quiet}`}>{isLimitOther(row) ? <>{wanText(row.limit.before)} → <strong>{wanText(row.limit.after)}</strong></> : wanText(row.limit.after)}</td>
      <td className={`${styles.figure} ${styles.quiet}`}>{wanText(row.limit.inForceFen === null ? null : row.limit.inForceFen / 100)}</td>
      <td className={styles.cause}>{row.causes.map((cause) => causeText(text, scheme, cause)).join('；')}</td>
    </tr>
  )
}

function Standing({ standing: { score, grade } }: { standing: Row['before'] }) {
  return <span className={styles.standing}><GradeTag grade={grade} /><span>{score === null ? '—' : pointsText(score)}</span></span>
}

function causeText({ schemes }: Text, scheme: Scheme, { kind, code, points }: Row['causes'][number]): string {
  if (kind === 'cut') return schemes.limits.cuts
  if (kind === 'gate') return `${code} ${scheme.gates.find((gate) => gate.code === code)?.name ?? schemes.diff.removed}`
  return `${code} ${indicatorsOf(scheme).find((one) => one.code === code)?.name ?? schemes.diff.removed} ${points > 0 ? '+' : '−'}${pointsText(Math.abs(points))}`
}

function Matrix({ data }: { data: Rehearsal }) {
  const { schemes, common } = useText()
  const words = schemes.rehearse
  const inUse = STEPS.filter((grade) => data.matrix.some(({ from, to }) => from === grade || to === grade))
  const cell = (from: Grade | null, to: Grade | null) => data.matrix.find((one) => one.from === from && one.to === to)?.ratings ?? 0
  const name = (grade: Grade | null) => (grade === null ? words.unrated : common.grade[grade])
  return (
    <table className={styles.matrix} aria-label={words.matrix}>
      <thead><tr><td />{inUse.map((grade) => <th key={grade} scope="col"><GradeTag grade={grade} /></th>)}</tr></thead>
      <tbody>
        {inUse.map((from) => (
          <tr key={from}>
            <th scope="row"><GradeTag grade={from} /></th>
            {inUse.map((to) => {
              const ratings = cell(from, to)
              const way = from === to ? styles.stays : STEPS.indexOf(to) < STEPS.indexOf(from) ? styles.up : styles.down
              return <td key={to} className={ratings === 0 ? styles.quiet : way} title={words.matrixCell(name(from), name(to), ratings)}>{ratings === 0 ? '·' : ratings}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Those who defaulted among all, by the grade either version gave them beforehand. */
function Outcomes({ data }: { data: Rehearsal }) {
  const { schemes } = useText()
  const words = schemes.rehearse
  const all = data.outcomes.reduce((sum, { before }) => sum + before.defaulted, 0)
  const low = (side: 'before' | 'after') => data.outcomes.filter(({ grade }) => grade === 'B' || grade === 'C').reduce((sum, one) => sum + one[side].defaulted, 0)
  if (all === 0) return <p className={styles.quiet}>{words.noDefaults}</p>
  const cell = ({ defaulted, held }: Rehearsal['outcomes'][number]['before']) => <td><span className={defaulted > 0 ? styles.down : styles.quiet}>{defaulted}</span> <span className={styles.quiet}>/ {defaulted + held}</span></td>
  return (
    <>
      <p className={styles.quiet}>{words.defaultsHint(OUTCOME_MONTHS)}</p>
      <table className={styles.matrix} aria-label={words.defaults}>
        <thead><tr><th scope="col">{words.grade}</th><th scope="col">{words.before}</th><th scope="col">{words.after}</th></tr></thead>
        <tbody>{data.outcomes.map((one) => <tr key={one.grade}><th scope="row"><GradeTag grade={one.grade} /></th>{cell(one.before)}{cell(one.after)}</tr>)}</tbody>
      </table>
      <p className={styles.warned}>{words.warned(low('before'), low('after'), all)}</p>
    </>
  )
}
