import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useText } from '../../../app/text.tsx'
import { STAGES, type Transfer } from '../../../../../shared/rules/regulations/duties-of-office.ts'
import type { Regulation } from '../queries.ts'
import type { Change } from './draft.ts'
import { ClauseSelect, RemoveButton, RolesSelect } from './fields.tsx'
import { nextStep, wayOf } from './way.ts'
import styles from './editor.module.css'

type Props = { body: Regulation; change: Change }

/** The way of a folder from the department to the archive room, and who hands it over and takes it at every step. */
export function TransfersPart({ body, change }: Props) {
  const { regulations, common } = useText()
  const words = regulations.edit.transfer
  const { transfers } = body
  return (
    <div className={styles.stack}>
      {transfers.length === 0 && <p className={styles.hint}>{words.none}</p>}
      {transfers.length > 0 && (['credit', 'contract'] as const).map((kind) => (
        <p key={kind} className={styles.way}>{words.way(common.dossierKind[kind], wayOf(transfers, kind).map((stage) => regulations.stage[stage]).join(' → '))}</p>
      ))}
      {transfers.map((step, index) => (
        // Two steps may be alike for a moment, so their place is what tells them apart.
        <StepCard key={index} body={body} step={step} turn={index + 1} change={(apply) => change((whole) => apply(whole.transfers[index]!))} onRemove={() => change((whole) => { whole.transfers.splice(index, 1) })} />
      ))}
      <Button leftSection={<IconPlus size={16} aria-hidden />} className={styles.addWide} onClick={() => change((whole) => { whole.transfers.push(nextStep(whole.transfers)) })}>{words.add}</Button>
    </div>
  )
}

type CardProps = { body: Regulation; step: Transfer; turn: number; change: (apply: (step: Transfer) => void) => void; onRemove: () => void }

function StepCard({ body, step, turn, change, onRemove }: CardProps) {
  const { regulations, common } = useText()
  const words = regulations.edit.transfer
  const stages = STAGES.map((value) => ({ value, label: regulations.stage[value] }))
  return (
    <fieldset className={styles.card}>
      <legend className="visually-hidden">{words.step(turn)}</legend>
      <div className={styles.cardHead}>
        <strong className={styles.grow}>{words.step(turn)}</strong>
        <RemoveButton label={`${common.remove} ${words.step(turn)}`} onClick={onRemove} />
      </div>
      <div className={styles.fields}>
        <Select label={words.kind} value={step.kind} allowDeselect={false} data={(['credit', 'contract'] as const).map((value) => ({ value, label: common.dossierKind[value] }))} onChange={(kind) => kind !== null && change((one) => { one.kind = kind })} />
        <Select label={words.from} value={step.from} allowDeselect={false} data={stages} onChange={(from) => from !== null && change((one) => { one.from = from })} />
        <Select label={words.to} value={step.to} allowDeselect={false} data={stages} onChange={(to) => to !== null && change((one) => { one.to = to })} />
        <ClauseSelect body={body} value={step.clause} onChange={(clause) => change((one) => { one.clause = clause })} />
        <div className={styles.wide}><RolesSelect label={words.senders} value={step.senders} onChange={(senders) => change((one) => { one.senders = senders })} /></div>
        <div className={styles.wide}><RolesSelect label={words.receivers} value={step.receivers} onChange={(receivers) => change((one) => { one.receivers = receivers })} /></div>
      </div>
    </fieldset>
  )
}
