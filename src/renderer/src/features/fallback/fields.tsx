import { Button, Select, TextInput } from '@mantine/core'
import { IconScan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { readDayOrMoment, readMoment } from './moment.ts'
import { directoryQuery } from './queries.ts'
import styles from './fallback.module.css'

/* What the forms of a slip, a list and a note have in common. */

/** A form is given its blank's number, and says when the paper is entered and with how many conflicts. */
export type PaperForm = { number: string; onEntered: (conflicts: number) => void }

export const useToday = (): string => useQuery(statusQuery).data?.today ?? ''

type MomentProps = { label: string; value: string; onChange: (typed: string) => void; mayBeDay?: boolean; className?: string }

/** A day and an hour, typed as they stand on the paper; with `mayBeDay` the day alone will do. */
export function MomentField({ label, value, onChange, mayBeDay = false, className }: MomentProps) {
  const { fallback: { enter, enterList } } = useText()
  const today = useToday()
  const [isLeft, setLeft] = useState(false)
  const read = mayBeDay ? readDayOrMoment : readMoment
  const isBad = isLeft && value.trim() !== '' && read(value, today) === null
  return (
    <TextInput
      className={className} label={label} required maxLength={20} spellCheck={false} placeholder={`${today} 09:40`} value={value} error={isBad && (mayBeDay ? enterList.badMoment : enter.badMoment)}
      onChange={(event) => onChange(event.currentTarget.value)} onBlur={() => setLeft(true)}
    />
  )
}

type PersonProps = { label: string; value: string | null; onChange: (value: string | null) => void; role?: 'archivist'; isOptional?: boolean; placeholder?: string }

/** Somebody of the house, found by typing; of one role where only that can be. */
export function PersonField({ label, value, onChange, role, isOptional = false, placeholder }: PersonProps) {
  const { data: people = [] } = useQuery(directoryQuery)
  const data = people.filter(({ roles }) => role === undefined || roles.includes(role)).map(({ id, name, departmentName }) => ({ value: String(id), label: departmentName ? `${name}　${departmentName}` : name }))
  return <Select label={label} required={!isOptional} clearable={isOptional} allowDeselect={isOptional} searchable data={data} value={value} onChange={onChange} {...(placeholder !== undefined && { placeholder })} />
}

export type FoundFolder = { dossierId: number; number: string }

/**
 * A dossier's number, scanned or typed with Enter at its end; `onFound` answers whether it took it. Cleared for the next one,
 * unless there is only one: then the number stays, and `onEdited` tells that it is another now.
 */
export function FolderField({ label, width, onFound, onEdited }: { label: string; width?: number; onFound: (folder: FoundFolder) => boolean; onEdited?: () => void }) {
  const { fallback: { enter: text } } = useText()
  const [code, setCode] = useState('')
  const [missed, setMissed] = useState<string | null>(null)
  const look = async () => {
    const wanted = code.trim()
    if (wanted === '') return
    try {
      const { dossierId } = await call('lookups.find', { code: wanted.slice(0, 60) })
      if (dossierId === null || !onFound({ dossierId, number: wanted.toUpperCase() })) return setMissed(wanted)
      setMissed(null)
      setCode(onEdited ? wanted.toUpperCase() : '')
    } catch {
      setMissed(wanted)
    }
  }
  return (
    <TextInput
      label={label} required={onEdited !== undefined} placeholder={text.folderHint} {...(width !== undefined && { w: width })} maxLength={60} spellCheck={false} value={code} error={missed === null ? undefined : text.notFound(missed)}
      leftSection={<IconScan size={16} stroke={1.5} aria-hidden />} onBlur={() => void look()}
      onChange={(event) => {
        setCode(event.currentTarget.value)
        onEdited?.()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || code.trim() === '') return
        event.preventDefault()
        void look()
      }}
    />
  )
}

type FrameProps = {
  isReady: boolean
  /** How times are written. */
  hint: string
  onSend: () => Promise<{ conflicts: number }>
  onEntered: (conflicts: number) => void
  children: ReactNode
}

/** The form of a paper around its own fields: what was refused stands below, it is sent once at a time, and stays for the next paper. */
export function PaperFrame({ isReady, hint, onSend, onEntered, children }: FrameProps) {
  const { fallback: { enter: text } } = useText()
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const submit = async () => {
    setRunning(true)
    setError(null)
    try {
      onEntered((await onSend()).conflicts)
    } catch (refusal) {
      setError(refusal)
    } finally {
      setRunning(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !isRunning) void submit()
      }}
    >
      <div className={styles.form}>
        {children}
        <div className={styles.whole}><Refusal error={error} /></div>
        <div className={`${styles.whole} ${styles.foot}`}>
          <span>{hint}　{text.keys}</span>
          <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{text.confirm}</Button>
        </div>
      </div>
    </form>
  )
}
