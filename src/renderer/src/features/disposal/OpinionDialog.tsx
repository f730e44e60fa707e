import { Modal, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { OPINIONS, type Opinion } from '../../../../shared/rules/disposal/steps.ts'
import { useRoomCommand } from '../../app/command.ts'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import type { CaseLine } from './queries.ts'
import styles from './disposal.module.css'

/** One's opinion on a line, or the same on all. */
export function OpinionDialog({ id, lines, onClose }: { id: number; lines: readonly CaseLine[]; onClose: () => void }) {
  const { disposal: text } = useText()
  const words = text.opine
  const command = useRoomCommand()
  const [opinion, setOpinion] = useState<Opinion>('destroy')
  const [thisYear] = useState(() => new Date().getFullYear())
  const [year, setYear] = useState<number | string>(thisYear + 5)
  const [reason, setReason] = useState('')
  const isReady = reason.trim() !== '' && (opinion !== 'keep' || typeof year === 'number')
  const save = async () => {
    const keepUntilYear = opinion === 'keep' ? Number(year) : null
    const { left } = await command('disposal.opine', { id, opinions: lines.map(({ dossierId }) => ({ dossierId, opinion, keepUntilYear, reason })) })
    notifications.show({ message: words.done(left) })
  }
  return (
    <Modal opened onClose={onClose} size={460} title={words.title}>
      <SaveForm action={words.confirm} isReady={isReady} onClose={onClose} onSave={save}>
        <p className={styles.note}>{lines.length === 1 ? `${lines[0]!.number}　${lines[0]!.partyName}` : words.lines(lines.length)}</p>
        <SegmentedControl aria-label={words.opinion} fullWidth value={opinion} onChange={setOpinion} data={OPINIONS.map((value) => ({ value, label: text.opinion[value] }))} />
        {opinion === 'keep' && <NumberInput label={words.year} value={year} onChange={setYear} min={thisYear} max={2300} allowDecimal={false} hideControls />}
        <TextInput label={words.reason} value={reason} maxLength={200} data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
