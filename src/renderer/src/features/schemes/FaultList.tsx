import { Button, Popover } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import type { Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import styles from './schemes.module.css'
import { faultText, placeText } from './words.ts'

type Props = { scheme: Scheme; faults: readonly SchemeFault[]; onGo: (fault: SchemeFault) => void }

/** How many places do not hold, and on pressing which; each leads to its place. */
export function FaultList({ scheme, faults, onGo }: Props) {
  const text = useText()
  const words = text.schemes.edit
  const [opened, setOpened] = useState(false)
  const wrong = faults.filter(({ level }) => level === 'fault').length
  const warnings = faults.length - wrong
  if (faults.length === 0) return <span role="status" className={styles.sound}><IconCircleCheck size={16} aria-hidden />{words.sound}</span>
  const sorted = [...faults].sort((one, other) => Number(one.level === 'warning') - Number(other.level === 'warning'))
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={420} trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" className={wrong > 0 ? styles.faultButton : styles.warningButton} leftSection={<IconAlertTriangle size={16} aria-hidden />} onClick={() => setOpened(!opened)}>
          <span aria-live="polite">{[wrong > 0 && words.faults(wrong), warnings > 0 && words.warnings(warnings)].filter(Boolean).join('，')}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={styles.faults}>
          {sorted.map((fault) => (
            <li key={`${fault.place.join('.')} ${fault.code}`}>
              <button type="button" className={fault.level === 'fault' ? styles.fault : styles.warning} onClick={() => { setOpened(false); onGo(fault) }}>
                <span className={styles.quiet}>{placeText(text, scheme, fault)}</span>
                <span>{faultText(text, scheme, fault)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

/** What does not hold at one place, under the field that says it. */
export function FaultHere({ scheme, faults }: { scheme: Scheme; faults: readonly SchemeFault[] }) {
  const text = useText()
  return (
    <>
      {faults.map((fault) => (
        <p key={`${fault.place.join('.')} ${fault.code}`} className={fault.level === 'fault' ? styles.faultHere : styles.warningHere}>
          {fault.level === 'fault' ? <IconAlertTriangle size={14} aria-hidden /> : <IconInfoCircle size={14} aria-hidden />}{faultText(text, scheme, fault)}
        </p>
      ))}
    </>
  )
}

/** Faults at or below a place. */
export const faultsAt = (faults: readonly SchemeFault[], ...place: (string | number)[]): SchemeFault[] =>
  faults.filter((fault) => place.every((step, at) => fault.place[at] === step))
