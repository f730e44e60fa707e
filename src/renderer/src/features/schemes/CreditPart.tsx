import { ActionIcon, Button, Switch, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { GRADES } from '../../../../shared/contract/parties.ts'
import { LIMIT_NAMES } from '../../../../shared/rules/schemes/checks.ts'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import { GUARANTEES, type Limits, type Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { FormulaField } from '../../ui/FormulaField.tsx'
import { GradeStep } from './GradeWord.tsx'
import credit from './credit.module.css'
import type { Change } from './draft.ts'
import { FaultHere, faultsAt } from './FaultList.tsx'
import { CentiInput, DecimalInput } from './fields.tsx'
import styles from './schemes.module.css'

type Props = { scheme: Scheme; faults: readonly SchemeFault[]; canEdit: boolean; change: Change }
type Edit = (set: (limits: Limits) => void) => void
type PartProps = { limits: Limits; edit: Edit; here: (...place: (string | number)[]) => React.ReactNode }

const grade = (coefficient: number, termDays: number) => ({ coefficient, termDays, handling: null })
/** What a scheme begins with that proposes a limit for the first time (credit.md 3.4, 3.5). */
const FIRST: Limits = {
  grades: { AAA: grade(10_000, 90), AA: grade(8000, 60), A: grade(6000, 45), B: grade(3000, 30), C: grade(0, 0) },
  candidates: [{ code: 'JZC', name: '净资产的一成', formula: 'equity * 10% * coefficient' }],
  capYuan: null, beginnerYuan: 50_000, beginnerTermDays: 30, roundToYuan: 1000,
  discounts: { cash: 10_000, bankGuarantee: 9500, mortgage: 5000, thirdParty: 3000 },
}
const whole = (value: number, least: number, most: number) => Math.min(Math.max(Math.round(value), least), most)
const MOST_YUAN = 1_000_000_000_000

/** What limit and term a grade is good for: coefficients, the formulas of which the smallest binds, bounds, and what guarantees add. */
export function CreditPart({ scheme, faults, canEdit, change }: Props) {
  const { schemes } = useText()
  const words = schemes.credit
  const { limits } = scheme
  const edit: Edit = (set) => change((next) => set(next.limits!))
  const here: PartProps['here'] = (...place) => <FaultHere scheme={scheme} faults={faultsAt(faults, 'limits', ...place)} />
  return (
    <fieldset disabled={!canEdit} className={`${styles.plain} ${credit.part}`} aria-label={schemes.edit.part.credit}>
      <div className={credit.switch}>
        <Switch label={words.on} checked={limits !== undefined} onChange={(event) => { const isOn = event.currentTarget.checked; change((next) => { if (isOn) next.limits = structuredClone(FIRST); else delete next.limits }) }} />
        <span className={styles.quiet}>{words.onHint}</span>
      </div>
      {limits !== undefined && (
        <>
          <GradesPanel limits={limits} edit={edit} here={here} />
          <div className={credit.stack}><BoundsPanel limits={limits} edit={edit} here={here} /><DiscountsPanel limits={limits} edit={edit} here={here} /></div>
          <CandidatesPanel limits={limits} edit={edit} here={here} />
        </>
      )}
    </fieldset>
  )
}

function GradesPanel({ limits, edit, here }: PartProps) {
  const { schemes: { credit: words } } = useText()
  return (
    <Panel title={words.grades}>
      <div className={`${credit.gradeRow} ${styles.quiet}`}><span>{words.grade}</span><span>{words.coefficient}</span><span>{words.term}</span><span>{words.handling}</span></div>
      {GRADES.map((one) => (
        <div key={one}>
          <div className={credit.gradeRow}>
            <GradeStep grade={one} />
            <CentiInput isBare label={`${words.coefficient} ${one}`} unit="%" value={limits.grades[one].coefficient} onChange={(coefficient) => edit((next) => { next.grades[one].coefficient = coefficient })} />
            <DecimalInput isBare label={`${words.term} ${one}`} unit={words.days} value={limits.grades[one].termDays} onChange={(days) => days !== null && edit((next) => { next.grades[one].termDays = whole(days, 0, 365) })} />
            <TextInput aria-label={words.handlingFor(one)} maxLength={60} value={limits.grades[one].handling ?? ''} onChange={(event) => { const text = event.currentTarget.value; edit((next) => { next.grades[one].handling = text === '' ? null : text }) }} />
          </div>
          {here('grades', one)}
        </div>
      ))}
    </Panel>
  )
}

function CandidatesPanel({ limits, edit, here }: PartProps) {
  const { schemes } = useText()
  const words = schemes.credit
  return (
    <Panel title={words.candidates} className={credit.wide}>
      <p className={styles.quiet}>{words.candidatesHint}</p>
      {limits.candidates.map((one, at) => (
        <div key={at} className={credit.candidate}>
          <TextInput label={schemes.card.code} maxLength={8} value={one.code} error={false} onChange={(event) => { const code = event.currentTarget.value.toUpperCase(); edit((next) => { next.candidates[at]!.code = code }) }} />
          <TextInput label={schemes.card.name} maxLength={40} value={one.name} onChange={(event) => { const name = event.currentTarget.value; edit((next) => { next.candidates[at]!.name = name }) }} />
          <FormulaField label={schemes.card.formula} ownNames={LIMIT_NAMES} value={one.formula} onChange={(formula) => edit((next) => { next.candidates[at]!.formula = formula })}>{here('candidates', at)}</FormulaField>
          <ActionIcon size={28} mt={24} variant="subtle" aria-label={words.remove(one.code)} disabled={limits.candidates.length === 1} onClick={() => edit((next) => void next.candidates.splice(at, 1))}><IconTrash size={16} aria-hidden /></ActionIcon>
        </div>
      ))}
      <Button size="xs" variant="subtle" mt={8} leftSection={<IconPlus size={14} aria-hidden />} disabled={limits.candidates.length >= 8} onClick={() => edit((next) => void next.candidates.push({ code: `E${next.candidates.length + 1}`, name: words.new, formula: 'revenue * 5% * coefficient' }))}>{words.add}</Button>
    </Panel>
  )
}

function BoundsPanel({ limits, edit, here }: PartProps) {
  const { schemes: { credit: words }, common } = useText()
  return (
    <Panel title={words.bounds}>
      <div className={credit.pair}>
        <DecimalInput label={words.cap} unit={words.yuan} isOptional placeholder={words.capNone} value={limits.capYuan} onChange={(cap) => edit((next) => { next.capYuan = cap === null ? null : whole(cap, 0, MOST_YUAN) })} />
        <DecimalInput label={words.round} unit={words.yuan} value={limits.roundToYuan} onChange={(step) => step !== null && edit((next) => { next.roundToYuan = whole(step, 1, 1_000_000) })} />
        <DecimalInput label={words.beginner} unit={words.yuan} value={limits.beginnerYuan} onChange={(yuan) => yuan !== null && edit((next) => { next.beginnerYuan = whole(yuan, 0, MOST_YUAN) })} />
        <DecimalInput label={words.beginnerTerm} unit={words.days} value={limits.beginnerTermDays} onChange={(days) => days !== null && edit((next) => { next.beginnerTermDays = whole(days, 0, 365) })} />
      </div>
      {here('capYuan')}
      <p className={`${styles.quiet} ${credit.below}`}>{common.told(words.beginner, words.beginnerHint)}</p>
    </Panel>
  )
}

function DiscountsPanel({ limits, edit }: PartProps) {
  const { schemes: { credit: words } } = useText()
  return (
    <Panel title={words.discounts}>
      <p className={`${styles.quiet} ${credit.discountHint}`}>{words.discountHint}</p>
      <div className={credit.pair}>
        {GUARANTEES.map((kind) => <CentiInput key={kind} label={words.guarantee[kind]} unit="%" value={limits.discounts[kind]} onChange={(share) => edit((next) => { next.discounts[kind] = share })} />)}
      </div>
    </Panel>
  )
}
