import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useText } from '../../../app/text.tsx'
import { OWN_RULE } from '../../../../../shared/rules/regulations/contradictions.ts'
import { EVENTS, FULFILMENTS, PeriodicDuty, type Deadline } from '../../../../../shared/rules/regulations/deadline.ts'
import type { Regulation } from '../queries.ts'
import type { Change } from './draft.ts'
import { ClauseSays, RemoveButton, RoleSelect, WholeNumber } from './fields.tsx'
import styles from './editor.module.css'

type Props = { body: Regulation; change: Change }

/** A name of its own for a rule that the company adds. */
function freeId({ deadlines, periodic }: Regulation): string {
  const taken = new Set([...deadlines, ...periodic].map(({ id }) => id))
  for (let number = 1; ; number += 1) if (!taken.has(`own-${number}`)) return `own-${number}`
}

export function DeadlinesPart({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.deadline
  return (
    <div className={styles.stack}>
      {body.deadlines.length === 0 && <p className={styles.hint}>{words.none}</p>}
      {body.deadlines.map((deadline, index) => <DeadlineCard key={deadline.id} deadline={deadline} change={(apply) => change(({ deadlines }) => apply(deadlines[index]!))} onRemove={() => change(({ deadlines }) => { deadlines.splice(index, 1) })} />)}
      <Button
        leftSection={<IconPlus size={16} aria-hidden />} className={styles.addWide}
        onClick={() => change((whole) => { whole.deadlines.push({ id: freeId(whole), clause: OWN_RULE, title: words.add, kind: 'credit', from: 'opened', within: { months: 1 }, until: 'complete', role: 'salesperson' }) })}
      >
        {words.add}
      </Button>
    </div>
  )
}

function DeadlineCard({ deadline, change, onRemove }: { deadline: Deadline; change: (apply: (deadline: Deadline) => void) => void; onRemove: () => void }) {
  const { regulations, common } = useText()
  const words = regulations.edit.deadline
  const unit = deadline.within.months === undefined ? 'days' : 'months'
  return (
    <fieldset className={styles.card}>
      <legend className="visually-hidden">{deadline.title}</legend>
      <div className={styles.cardHead}>
        <TextInput aria-label={words.title} value={deadline.title} maxLength={80} className={styles.grow} onChange={(event) => { const title = event.currentTarget.value; change((one) => { one.title = title }) }} />
        <ClauseSays clause={deadline.clause} />
        <RemoveButton label={`${common.remove} ${deadline.title}`} onClick={onRemove} />
      </div>
      <div className={styles.fields}>
        <Select label={words.kind} value={deadline.kind} allowDeselect={false} data={(['credit', 'contract'] as const).map((value) => ({ value, label: common.dossierKind[value] }))} onChange={(kind) => kind !== null && change((one) => { one.kind = kind })} />
        <Select
          label={words.from} value={deadline.from} allowDeselect={false} data={EVENTS.map((value) => ({ value, label: regulations.event[value] }))}
          onChange={(from) => from !== null && change((one) => {
            one.from = from
            if (from === 'year-end') one.keptYears ??= 1
            else delete one.keptYears
          })}
        />
        {deadline.keptYears !== undefined && <WholeNumber label={words.kept} min={0} max={10} value={deadline.keptYears} onChange={(years) => change((one) => { one.keptYears = years })} />}
        <WholeNumber label={words.length} min={0} max={3660} value={deadline.within[unit] ?? 0} onChange={(length) => change((one) => { one.within = { [unit]: length } })} />
        <div>
          <span className={styles.label}>{words.unit}</span>
          <SegmentedControl aria-label={words.unit} value={unit} data={[{ value: 'months', label: words.months }, { value: 'days', label: words.days }]} onChange={(value) => change((one) => { one.within = { [value]: one.within.months ?? one.within.days ?? 1 } })} />
        </div>
        <Select label={words.until} value={deadline.until} allowDeselect={false} data={FULFILMENTS.map((value) => ({ value, label: regulations.until[value] }))} onChange={(until) => until !== null && change((one) => { one.until = until })} />
        <RoleSelect label={words.role} withLabel value={deadline.role} onChange={(role) => change((one) => { one.role = role })} />
      </div>
    </fieldset>
  )
}

export function PeriodicPart({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.periodic
  return (
    <div className={styles.stack}>
      {body.periodic.length === 0 && <p className={styles.hint}>{words.none}</p>}
      {body.periodic.map((duty, index) => <PeriodicCard key={duty.id} duty={duty} change={(apply) => change(({ periodic }) => apply(periodic[index]!))} onRemove={() => change(({ periodic }) => { periodic.splice(index, 1) })} />)}
      <Button
        leftSection={<IconPlus size={16} aria-hidden />} className={styles.addWide}
        onClick={() => change((whole) => { whole.periodic.push({ id: freeId(whole), clause: OWN_RULE, title: words.add, role: 'creditAdministrator', every: 'year', dueMonths: 0, dueDay: 10 }) })}
      >
        {words.add}
      </Button>
    </div>
  )
}

type Duty = Regulation['periodic'][number]

function PeriodicCard({ duty, change, onRemove }: { duty: Duty; change: (apply: (duty: Duty) => void) => void; onRemove: () => void }) {
  const { regulations, common } = useText()
  const words = regulations.edit.periodic
  return (
    <fieldset className={styles.card}>
      <legend className="visually-hidden">{duty.title}</legend>
      <div className={styles.cardHead}>
        <TextInput aria-label={words.title} value={duty.title} maxLength={80} className={styles.grow} onChange={(event) => { const title = event.currentTarget.value; change((one) => { one.title = title }) }} />
        <ClauseSays clause={duty.clause} />
        <RemoveButton label={`${common.remove} ${duty.title}`} onClick={onRemove} />
      </div>
      <div className={styles.fields}>
        <Select
          label={words.every} value={duty.every} allowDeselect={false} data={PeriodicDuty.shape.every.options.map((value) => ({ value, label: regulations.fact.every[value] ?? value }))}
          onChange={(every) => every !== null && change((one) => { one.every = every })}
        />
        <WholeNumber label={words.dueMonths} min={0} max={11} value={duty.dueMonths} onChange={(months) => change((one) => { one.dueMonths = months })} />
        <WholeNumber label={words.dueDay} min={0} max={28} value={duty.dueDay} onChange={(day) => change((one) => { one.dueDay = day })} />
        <RoleSelect label={words.role} withLabel value={duty.role} onChange={(role) => change((one) => { one.role = role })} />
      </div>
    </fieldset>
  )
}
