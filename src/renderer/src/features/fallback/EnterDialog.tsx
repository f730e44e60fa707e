import { Modal, SegmentedControl, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconScan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { BLANK_FORMS } from '../../../../shared/contract/fallback.ts'
import { useText } from '../../app/text.tsx'
import { EnterList } from './EnterList.tsx'
import { EnterNote } from './EnterNote.tsx'
import { EnterSlip } from './EnterSlip.tsx'
import { type BlankRow, blankQuery } from './queries.ts'
import styles from './fallback.module.css'

const FORMS = { slip: EnterSlip, transfer: EnterList, incident: EnterNote } as const
/** A whole number, without the half that a slip's two parts bear. */
const WHOLE = /^(ZD-\d{4}-\d{4,})(?:-[12])?$/i

/** One paper after another from the keyboard: its number says which form it is; Enter records it and begins the next. */
export function EnterDialog({ number: scanned, onClose }: { number: string; onClose: () => void }) {
  const { fallback: text } = useText()
  const [typed, setTyped] = useState(scanned)
  const [chosen, setChosen] = useState<BlankRow['form']>('slip')
  const first = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const number = typed.trim().toUpperCase()
  const whole = WHOLE.exec(number)?.[1] ?? ''
  const found = useQuery({ ...blankQuery(whole), enabled: whole !== '' })
  const known = whole === '' ? undefined : found.data?.rows.find((row) => row.number === whole)
  const isUnknown = whole !== '' && found.data !== undefined && known === undefined
  const form = known?.form ?? chosen
  const Form = FORMS[form]
  const onEntered = (conflicts: number) => {
    notifications.show(conflicts > 0 ? { message: text.enter.conflicted(number, conflicts), color: 'seal' } : { message: text.enter.done(number) })
    setChosen(form)
    setTyped('')
    first.current?.focus()
  }
  return (
    <Modal opened onClose={onClose} title={text.enter.title} size={1000}>
      <div className={`${styles.form} ${styles.which}`}>
        <TextInput
          ref={first} label={text.enter.number} placeholder={text.enter.numberHint} required maxLength={40} spellCheck={false} value={typed} data-autofocus className={styles.two}
          leftSection={<IconScan size={16} stroke={1.5} aria-hidden />} error={isUnknown && text.enter.notFound(whole)} onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            body.current?.querySelector('input')?.focus()
          }}
        />
        <SegmentedControl
          className={`${styles.two} ${styles.kind}`} aria-label={text.enter.form} value={form} disabled={known !== undefined} onChange={setChosen}
          data={BLANK_FORMS.map((value) => ({ value, label: text.form[value] }))}
        />
      </div>
      <div ref={body}><Form key={form} number={number} onEntered={onEntered} /></div>
    </Modal>
  )
}
