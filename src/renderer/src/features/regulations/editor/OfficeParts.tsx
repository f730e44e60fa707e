import { Checkbox, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useText } from '../../../app/text.tsx'
import { OWN_RULE } from '../../../../../shared/rules/regulations/contradictions.ts'
import { GradeTag } from '../../../ui/GradeTag.tsx'
import type { Regulation } from '../queries.ts'
import type { Change } from './draft.ts'
import { ClauseSelect, RolesSelect, RoleSelect, WholeNumber } from './fields.tsx'
import styles from './editor.module.css'

type Props = { body: Regulation; change: Change }

export function GeneralPart({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit
  return (
    <div className={styles.stack}>
      <TextInput label={words.title} required value={body.title} maxLength={60} onChange={(event) => { const title = event.currentTarget.value; change((whole) => { whole.title = title }) }} />
      <Textarea label={words.summary} required autosize minRows={3} maxLength={400} value={body.summary} onChange={(event) => { const summary = event.currentTarget.value; change((whole) => { whole.summary = summary }) }} />
    </div>
  )
}

export function GradesPart({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.grade
  return (
    <div className={styles.stack}>
      <p className={styles.hint}>{words.hint}</p>
      {body.grades.map(({ grade, label, measures }, index) => (
        <fieldset key={grade} className={styles.gradeRow}>
          <legend className="visually-hidden">{grade}</legend>
          <GradeTag grade={grade} />
          <TextInput aria-label={`${grade} ${words.label}`} value={label} maxLength={20} onChange={(event) => { const text = event.currentTarget.value; change(({ grades }) => { grades[index]!.label = text }) }} />
          <TextInput
            aria-label={`${grade} ${words.measures}`} placeholder={words.measures} value={measures ?? ''} maxLength={200}
            onChange={(event) => {
              const text = event.currentTarget.value
              change(({ grades }) => {
                if (text === '') delete grades[index]!.measures
                else grades[index]!.measures = text
              })
            }}
          />
        </fieldset>
      ))}
    </div>
  )
}

export function QualificationPart({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.qualification
  const { qualification } = body
  const set = (apply: (asked: NonNullable<Regulation['qualification']>) => void) => change((whole) => { if (whole.qualification) apply(whole.qualification) })
  return (
    <div className={styles.stack}>
      <Switch
        label={words.on} checked={qualification !== null}
        onChange={(event) => {
          const { checked } = event.currentTarget
          change((whole) => { whole.qualification = checked ? { clause: OWN_RULE, education: 'college', retrievalSkill: true, training: true, examination: { passScore: 60 } } : null })
        }}
      />
      {qualification && (
        <fieldset className={styles.card}>
          <legend className="visually-hidden">{words.on}</legend>
          <div className={styles.fields}>
            <Select
              label={words.education} value={qualification.education ?? 'any'} allowDeselect={false}
              data={[{ value: 'any', label: words.any }, { value: 'college', label: regulations.fact.education.college }, { value: 'bachelor', label: regulations.fact.education.bachelor }]}
              onChange={(value) => set((asked) => { asked.education = value === 'college' || value === 'bachelor' ? value : null })}
            />
            <WholeNumber
              label={words.validMonths} min={0} max={600} placeholder={regulations.edit.catalogue.forEver} value={qualification.validMonths ?? 0}
              onChange={(months) => set((asked) => {
                if (months === 0) delete asked.validMonths
                else asked.validMonths = months
              })}
            />
            {qualification.examination && <WholeNumber label={words.passScore} min={0} max={100} value={qualification.examination.passScore} onChange={(score) => set((asked) => { asked.examination = { passScore: score } })} />}
          </div>
          <div className={styles.checks}>
            <Checkbox label={words.retrieval} checked={qualification.retrievalSkill} onChange={(event) => { const { checked } = event.currentTarget; set((asked) => { asked.retrievalSkill = checked }) }} />
            <Checkbox label={words.training} checked={qualification.training} onChange={(event) => { const { checked } = event.currentTarget; set((asked) => { asked.training = checked }) }} />
            <Checkbox label={words.exam} checked={qualification.examination !== null} onChange={(event) => { const { checked } = event.currentTarget; set((asked) => { asked.examination = checked ? { passScore: 60 } : null }) }} />
          </div>
        </fieldset>
      )}
    </div>
  )
}

export function ApprovalsPart({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.approvals
  return (
    <div className={styles.stack}>
      <Switch
        label={words.confirmed} checked={body.confirmation !== null}
        onChange={(event) => { const { checked } = event.currentTarget; change((whole) => { whole.confirmation = checked ? { clause: OWN_RULE, role: 'salesDirector' } : null }) }}
      />
      {body.confirmation && <div className={styles.fields}><RoleSelect label={words.role} withLabel value={body.confirmation.role} onChange={(role) => change((whole) => { if (whole.confirmation) whole.confirmation.role = role })} /></div>}
      <Textarea
        label={words.conditions} autosize minRows={2} maxRows={10} value={body.opening?.conditions.join('\n') ?? ''}
        onChange={(event) => {
          const conditions = event.currentTarget.value.split('\n')
          const isEmpty = conditions.every((line) => line === '')
          change((whole) => { whole.opening = isEmpty ? null : { clause: whole.opening?.clause ?? OWN_RULE, needs: whole.opening?.needs ?? 'all', conditions } })
        }}
      />
      <DisposalFields body={body} change={change} />
    </div>
  )
}

/** Without it nothing is ever destroyed. */
function DisposalFields({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.disposal
  const { disposal } = body
  const set = (apply: (asked: NonNullable<Regulation['disposal']>) => void) => change((whole) => { if (whole.disposal) apply(whole.disposal) })
  return (
    <>
      <Switch
        label={words.on} checked={disposal !== null}
        onChange={(event) => { const { checked } = event.currentTarget; change((whole) => { whole.disposal = checked ? { clause: OWN_RULE, approvers: ['generalManager'], supervisors: 2 } : null }) }}
      />
      {disposal && (
        <fieldset className={styles.card}>
          <legend className="visually-hidden">{words.on}</legend>
          <div className={styles.fields}>
            <div className={styles.wide}><RolesSelect label={words.approvers} value={disposal.approvers} onChange={(approvers) => set((asked) => { asked.approvers = approvers })} /></div>
            <WholeNumber label={words.supervisors} min={0} max={5} value={disposal.supervisors} onChange={(supervisors) => set((asked) => { asked.supervisors = supervisors })} />
            <ClauseSelect body={body} value={disposal.clause} onChange={(clause) => set((asked) => { asked.clause = clause })} />
          </div>
        </fieldset>
      )}
    </>
  )
}
