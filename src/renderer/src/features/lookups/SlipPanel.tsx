import { Button, Skeleton } from '@mantine/core'
import { IconFileText, IconPencil, IconPrinter } from '@tabler/icons-react'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { CallError } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FromPaper } from '../../ui/FromPaper.tsx'
import type { Dialog } from './dialog.ts'
import { FolderLines } from './FolderLines.tsx'
import { PaperSlip } from './PaperSlip.tsx'
import { ProcessLine } from './ProcessLine.tsx'
import { slipQuery, useCommand, type Slip } from './queries.ts'
import { SigningPanel } from './SigningPanel.tsx'
import styles from './slip.module.css'

type Props = {
  id: number | null
  today: string
  onOpen: (dialog: Dialog) => void
  /** Counts up when the row asked for a signature: the panel then takes the focus. */
  signing: number
}

/** The selected slip: its form, what can be done with it now, its folders, how it went. Waits while the desk is read. */
export function SlipPanel({ id, isWaiting, ...rest }: Props & { isWaiting: boolean }) {
  const { lookups } = useText()
  const slip = useQuery({ ...slipQuery(id ?? 0), enabled: id !== null })
  const waiting = <><Skeleton height={380} radius={3} /><Skeleton height={110} radius={8} /></>
  if (id === null && isWaiting) return waiting
  if (id === null) return <div className={styles.box}><EmptyState icon={IconFileText} title={lookups.empty.slip} hint={lookups.empty.slipHint} /></div>
  if (slip.error) {
    const isGone = slip.error instanceof CallError && (slip.error.code === 'not-found' || slip.error.code === 'forbidden')
    return (
      <div className={styles.box}>
        {isGone ? <EmptyState icon={IconFileText} title={lookups.empty.gone} /> : <ErrorState error={slip.error} retry={() => void slip.refetch()} />}
      </div>
    )
  }
  if (!slip.data) return waiting
  return <Loaded slip={slip.data} {...rest} />
}

function Loaded({ slip, today, onOpen, signing }: Omit<Props, 'id'> & { slip: Slip }) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (signing === 0) return
    panel.current?.scrollIntoView({ block: 'nearest' })
    panel.current?.querySelector<HTMLElement>('input[data-signing], [data-signing] input, button[data-signing]')?.focus()
  }, [signing])
  return (
    <>
      <PaperSlip slip={slip} />
      <FromPaper form="slip" id={slip.id} />
      <SigningPanel key={slip.id} slip={slip} ref={panel} />
      <SlipActions slip={slip} onOpen={onOpen} />
      <FolderLines slip={slip} onOpen={onOpen} />
      <ProcessLine slip={slip} today={today} />
    </>
  )
}

/** What the slip as a whole offers now; the step that comes next is the filled one. */
function SlipActions({ slip, onOpen }: { slip: Slip; onOpen: (dialog: Dialog) => void }) {
  const { lookups } = useText()
  const words = lookups.action
  const { submit, remind } = useSteps()
  const { may, id } = slip
  const isBack = may.takeBack && slip.dossiers.some(({ loan }) => loan !== null && loan.returnedAt === null)
  return (
    <div className={styles.actions}>
      <Button component={Link} href={paths.print('slip', id)} leftSection={<IconPrinter size={16} aria-hidden />}>{words.print}</Button>
      {may.cancel && <Button variant="subtle" color="seal" onClick={() => onOpen({ kind: 'cancel', slipId: id })}>{words.cancel}</Button>}
      {may.change && <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onOpen({ kind: 'change', slipId: id })}>{words.change}</Button>}
      {may.remind && <Button variant="outline" color="seal" onClick={() => void remind(id)}>{words.remind}</Button>}
      {may.submit && <Button variant="filled" onClick={() => void submit(id)}>{words.submit}</Button>}
      {may.handOut && <Button variant="filled" onClick={() => onOpen({ kind: 'handOut', slipId: id })}>{words.handOut}</Button>}
      {isBack && <Button variant="filled" onClick={() => onOpen({ kind: 'takeBack', slipId: id })}>{words.takeBack}</Button>}
    </div>
  )
}

/** The steps that need nothing more said: submitting and reminding. What came of it is told in a message. */
export function useSteps(): { submit: (id: number) => Promise<void>; remind: (id: number) => Promise<void> } {
  const { lookups } = useText()
  const words = useErrorWords()
  const command = useCommand()
  const told = async (step: () => Promise<string>) => {
    try {
      notifications.show({ message: await step() })
    } catch (error) {
      notifications.show({ color: 'seal', message: words(error) })
    }
  }
  return {
    submit: (id) => told(async () => {
      await command('lookups.submit', { id })
      return lookups.done.submitted
    }),
    remind: (id) => told(async () => lookups.remind.done((await command('lookups.remind', { id })).step)),
  }
}
