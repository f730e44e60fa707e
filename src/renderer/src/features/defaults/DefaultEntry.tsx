import { Button, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { localMinute } from '../../ui/format.ts'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { changeDefaults, type DefaultOf } from './queries.ts'
import styles from './defaults.module.css'

/** One record: what, when, how much, whether it is over, the page behind it, and what may still be done. */
export function DefaultEntry({ row }: { row: DefaultOf }) {
  const { defaults: text, surveys } = useText()
  const [open, setOpen] = useState<'settle' | 'strike' | null>(null)
  const strike = async (reason: string) => {
    await changeDefaults('defaults.strike', { id: row.id, reason })
    notifications.show({ message: text.struckDone })
  }
  return (
    <div className={row.struck ? styles.struck : undefined}>
      <div className={styles.head}>
        <span className={styles.day}>{row.on}</span>
        <strong>{text.kind[row.kind]}</strong>
        {row.amountFen !== null && <span className={styles.amount}>¥{yuanFromFen(row.amountFen)}</span>}
        {row.points > 0 && <span className={styles.points}>{text.points(String(row.points))}</span>}
        <span className={styles.buttons}>
          {row.may.settle && <Button size="compact-xs" onClick={() => setOpen('settle')}>{text.settle}</Button>}
          {row.may.strike && <Button size="compact-xs" variant="subtle" color="seal" onClick={() => setOpen('strike')}>{text.strike}</Button>}
        </span>
      </div>
      {row.description !== null && <p className={styles.line}>{row.description}</p>}
      <p className={styles.line}>
        {row.settled ? <span className={styles.good}>{text.settled(row.settled.on)}{row.settled.note !== null && `　${row.settled.note}`}</span> : <span className={styles.over}>{text.unsettled}</span>}
        {row.evidence && <Link className={styles.evidence} href={paths.dossier(row.evidence.dossierId)}><IconPaperclip size={14} aria-hidden />{row.evidence.title} {surveys.pageOf(row.evidence.page)}</Link>}
        <span className={styles.quiet}>{row.fileName === null ? text.by(row.recordedByName, localMinute(row.recordedAt)) : `${text.fromFile(row.fileName)}　${row.recordedByName}`}</span>
      </p>
      {row.struck && <p className={`${styles.line} ${styles.why}`}>{text.struck(row.struck.byName, row.struck.reason)}</p>}
      {open === 'settle' && <SettleDialog row={row} onClose={() => setOpen(null)} />}
      <ConfirmModal opened={open === 'strike'} onClose={() => setOpen(null)} title={text.strikeTitle} action={text.strike} isDangerous reasonLabel={text.reason} onConfirm={strike}>{text.strikeHint}</ConfirmModal>
    </div>
  )
}

function SettleDialog({ row, onClose }: { row: DefaultOf; onClose: () => void }) {
  const { defaults: text } = useText()
  const today = useQuery(statusQuery).data?.today
  const [settledOn, setSettledOn] = useState<string | null>(today ?? null)
  const [note, setNote] = useState('')
  const save = async () => {
    await changeDefaults('defaults.settle', { id: row.id, settledOn: settledOn ?? '', note: note.trim() || null })
    notifications.show({ message: text.settleDone })
  }
  return (
    <Modal opened onClose={onClose} title={`${text.settleTitle} · ${text.kind[row.kind]} ${row.on}`}>
      <SaveForm action={text.settle} isReady={settledOn !== null} onClose={onClose} onSave={save}>
        <DayInput label={text.settledOn} required minDate={row.on} maxDate={today} value={settledOn} onChange={setSettledOn} w={180} />
        <TextInput label={text.settleNote} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
