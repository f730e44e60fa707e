import { Button, Modal, Skeleton, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { isExplained, type Count } from './count.ts'
import { CountLine } from './CountLine.tsx'
import { slipQuery, useCommand, type Slip } from './queries.ts'
import styles from './counting.module.css'

type Props = { slipId: number; /** This folder alone, of those of the slip; null: all. */ folderId: number | null; onClose: () => void }

const isAsked = (folderId: number | null, dossierId: number): boolean => folderId === null || folderId === dossierId

/** Handing out: every folder counted against its catalogue before it leaves the room. */
export function HandOutDialog({ slipId, folderId, onClose }: Props) {
  const { lookups } = useText()
  const words = lookups.handOut
  const command = useCommand()
  // Folders that are out already, here or on another slip, wait: those that are counted go.
  const start = (slip: Slip): Count[] => slip.dossiers.filter(({ loan, dossierId }) => loan === null && isAsked(folderId, dossierId)).map((dossier) => ({
    dossierId: dossier.dossierId, number: dossier.number, title: dossier.title, expected: dossier.pages, pages: dossier.pages,
    condition: 'good', remarks: '', isCounted: false, hint: words.catalogue(dossier.documents, dossier.pages),
  }))
  const confirm = async (counts: readonly Count[]) => {
    await command('lookups.handOut', {
      id: slipId,
      folders: counts.map(({ dossierId, pages, condition, remarks }) => ({ dossierId, pages: pages ?? 0, condition, remarks: remarks.trim() || null })),
    })
    return words.done
  }
  return (
    <CountDialog
      slipId={slipId} onClose={onClose} title={words.title} hint={words.hint} action={words.confirm} start={start} confirm={confirm}
      pagesLabel={words.pages} differsHint={words.differs}
    />
  )
}

/** Taking back: pages and condition compared with those handed out, folder by folder, as many as were brought. */
export function TakeBackDialog({ slipId, folderId, onClose }: Props) {
  const { lookups } = useText()
  const words = lookups.takeBack
  const command = useCommand()
  const start = (slip: Slip): Count[] => slip.dossiers.flatMap(({ loan, ...dossier }) =>
    loan && loan.returnedAt === null && isAsked(folderId, dossier.dossierId)
      ? [{
          dossierId: dossier.dossierId, number: dossier.number, title: dossier.title, expected: loan.pagesOut, pages: loan.pagesOut, condition: 'good' as const,
          remarks: '', isCounted: false, hint: words.lent(loan.pagesOut, lookups.condition[loan.conditionOut]),
        }]
      : [])
  const confirm = async (counts: readonly Count[]) => {
    let told = words.doneUnplaced
    for (const { dossierId, pages, condition, remarks } of counts) {
      const { place } = await command('lookups.takeBack', { dossierId, pages: pages ?? 0, condition, remarks: remarks.trim() || null })
      told = place ? words.done(lookups.slip.placed(place.cabinetCode, place.drawerNo, place.slot)) : words.doneUnplaced
    }
    return told
  }
  return (
    <CountDialog
      slipId={slipId} onClose={onClose} title={words.title} hint={words.hint} action={words.confirm} start={start} confirm={confirm}
      pagesLabel={words.pages} differsHint={words.differs}
    />
  )
}

type DialogProps = Omit<Props, 'folderId'> & {
  title: (number: string) => string
  hint: string
  action: string
  pagesLabel: string
  differsHint: (expected: number) => string
  start: (slip: Slip) => Count[]
  confirm: (counts: readonly Count[]) => Promise<string>
}

function CountDialog({ slipId, onClose, title, ...rest }: DialogProps) {
  const slip = useQuery(slipQuery(slipId))
  let content: ReactNode = <Skeleton height={140} radius={8} />
  if (slip.error) content = <ErrorState error={slip.error} retry={() => void slip.refetch()} />
  else if (slip.data) content = <Counting slip={slip.data} onClose={onClose} {...rest} />
  return <Modal opened onClose={onClose} size={720} title={title(slip.data?.number ?? '')}>{content}</Modal>
}

function Counting({ slip, onClose, hint, action, pagesLabel, differsHint, start, confirm }: Omit<DialogProps, 'slipId' | 'title'> & { slip: Slip }) {
  const { lookups, common } = useText()
  const [counts, setCounts] = useState(() => start(slip))
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const root = useRef<HTMLFormElement>(null)
  // Counting begins at once, whatever the dialog itself would focus first.
  useEffect(() => {
    const timer = setTimeout(() => root.current?.querySelector<HTMLInputElement>('input[data-pages]')?.select(), 60)
    return () => clearTimeout(timer)
  }, [])
  const counted = counts.filter(({ isCounted }) => isCounted)
  const isReady = counted.length > 0 && counted.every(isExplained)
  const change = (next: Count) => setCounts((all) => all.map((count) => (count.dossierId === next.dossierId ? next : count)))

  const enter = (count: Count) => {
    const next = count.pages === null ? count : { ...count, isCounted: true }
    // At once, so that the button this may enable can take the focus.
    flushSync(() => change(next))
    const line = (dossierId: number) => root.current?.querySelector<HTMLFieldSetElement>(`[data-counting="${dossierId}"]`)
    if (!isExplained(next)) return line(count.dossierId)?.querySelector<HTMLInputElement>('input[data-remarks]')?.focus()
    const following = counts.find(({ dossierId, isCounted }) => !isCounted && dossierId !== count.dossierId)
    if (following) line(following.dossierId)?.querySelector<HTMLInputElement>('input[data-pages]')?.select()
    else root.current?.querySelector<HTMLButtonElement>('button[type="submit"]')?.focus()
  }
  const submit = async () => {
    if (!isReady || isRunning) return
    setRunning(true)
    setRefusal(null)
    try {
      notifications.show({ message: `${slip.number} ${await confirm(counted)}` })
      onClose()
    } catch (error) {
      setRefusal(error)
      setRunning(false)
    }
  }
  return (
    <form
      ref={root}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="md">
        <div className={styles.note}>{hint}</div>
        <div className={styles.list}>
          {counts.map((count) => (
            <CountLine
              key={count.dossierId} count={count} pagesLabel={pagesLabel} differsHint={differsHint} onChange={change}
              onEnter={() => enter(count)}
            />
          ))}
        </div>
        <Refusal error={refusal} />
        <div className={styles.foot}>
          <span className={styles.note}>{counted.length < counts.length && lookups.handOut.counting(counted.length, counts.length)}</span>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{action}</Button>
        </div>
      </Stack>
    </form>
  )
}
