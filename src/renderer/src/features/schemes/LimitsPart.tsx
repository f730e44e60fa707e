import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { type ReactNode } from 'react'
import { GRADES } from '../../../../shared/contract/parties.ts'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import { RATING_KINDS, type Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Change } from './draft.ts'
import { FaultHere, faultsAt } from './FaultList.tsx'
import { GradeStep, useGradeWord } from './GradeWord.tsx'
import { CentiInput, DecimalInput } from './fields.tsx'
import styles from './schemes.module.css'

type Props = { scheme: Scheme; faults: readonly SchemeFault[]; canEdit: boolean; change: Change }
const CUT = ['AAA', 'AA', 'A', 'B'] as const
const whole = (value: number, least: number, most: number) => Math.min(Math.max(Math.round(value), least), most)

/** Where the grades are cut, how much data a grade wants, how far a person may move it, and when it is looked at again. */
export function LimitsPart({ scheme, faults, canEdit, change }: Props) {
  const { schemes, common } = useText()
  const words = schemes.limits
  const wordOf = useGradeWord()
  const here = (...place: string[]) => <FaultHere scheme={scheme} faults={faultsAt(faults, ...place)} />
  const { cuts, coverage, override, review, expected } = scheme
  return (
    <fieldset disabled={!canEdit} className={`${styles.plain} ${styles.limits}`}>
      <Panel title={words.general}>
        <TextInput label={schemes.card.name} maxLength={40} value={scheme.name} onChange={(event) => { const name = event.currentTarget.value; change((next) => { next.name = name }) }} />
        {here('name')}
        <Textarea label={schemes.card.hint} autosize minRows={2} maxRows={6} maxLength={400} mt={12} value={scheme.hint ?? ''} onChange={(event) => { const hint = event.currentTarget.value; change((next) => { next.hint = hint === '' ? null : hint }) }} />
        <MultiSelect label={words.kinds} mt={12} value={scheme.kinds} data={RATING_KINDS.map((value) => ({ value, label: schemes.kind[value] }))} onChange={(kinds) => change((next) => { next.kinds = RATING_KINDS.filter((kind) => kinds.includes(kind)) })} />
        {here('kinds')}
      </Panel>
      <Panel title={words.cuts}>
        <p className={styles.quiet}>{words.cutHint}</p>
        {CUT.map((grade) => (
          <div key={grade}>
            <Row grade={grade}><CentiInput isBare label={`${words.cuts} ${grade}`} value={cuts[grade]} onChange={(cut) => change((next) => { next.cuts[grade] = cut })} /></Row>
            {here('cuts', grade)}
          </div>
        ))}
        <Row grade="C"><span className={styles.quiet}>{`< ${cuts.B / 100}`}</span></Row>
      </Panel>
      <Panel title={words.coverage}>
        <CentiInput label={words.rated} unit="%" value={coverage.rated} onChange={(rated) => change((next) => { next.coverage.rated = rated })} />
        {here('coverage', 'rated')}
        <CentiInput label={words.full} unit="%" value={coverage.full} onChange={(full) => change((next) => { next.coverage.full = full })} />
        {here('coverage', 'full')}
        <Select label={words.cap} allowDeselect={false} value={coverage.cap} data={GRADES.map((grade) => ({ value: grade, label: `${common.grade[grade]} · ${wordOf(grade)}` }))} onChange={(cap) => cap !== null && change((next) => { next.coverage.cap = GRADES.find((grade) => grade === cap)! })} />
        {here('coverage', 'cap')}
      </Panel>
      <Panel title={words.override}>
        <DecimalInput label={words.up} unit={words.levels} value={override.up} onChange={(up) => up !== null && change((next) => { next.override.up = whole(up, 0, 2) })} />
        <DecimalInput label={words.down} unit={words.levels} value={override.down} onChange={(down) => down !== null && change((next) => { next.override.down = whole(down, 0, 4) })} />
        <DecimalInput label={words.months} unit={words.monthsUnit} value={override.months} onChange={(months) => months !== null && change((next) => { next.override.months = whole(months, 1, 24) })} />
      </Panel>
      <Panel title={words.review}>
        {GRADES.map((grade) => (
          <div key={grade}>
            <Row grade={grade}><DecimalInput isBare label={`${words.review} ${grade}`} unit={words.monthsUnit} value={review[grade]} onChange={(months) => months !== null && change((next) => { next.review[grade] = whole(months, 1, 60) })} /></Row>
            {here('review', grade)}
          </div>
        ))}
      </Panel>
      <Panel title={words.expected}>
        <p className={styles.quiet}>{words.expectedHint}</p>
        <Checkbox mb={8} label={words.noExpected} checked={expected === null} onChange={(event) => { const isNone = event.currentTarget.checked; change((next) => { next.expected = isNone ? null : { AAA: 20, AA: 60, A: 200, B: 800, C: 2500 } }) }} />
        {expected !== null && GRADES.map((grade) => (
          <div key={grade}>
            <Row grade={grade}><CentiInput isBare label={`${words.expected} ${grade}`} unit="%" value={expected[grade]} onChange={(share) => change((next) => { next.expected![grade] = share })} /></Row>
            {here('expected', grade)}
          </div>
        ))}
      </Panel>
    </fieldset>
  )
}

const Row = ({ grade, children }: { grade: (typeof GRADES)[number]; children: ReactNode }) => <div className={styles.gradeRow}><GradeStep grade={grade} />{children}</div>
