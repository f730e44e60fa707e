import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconArrowLeft, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useLocation } from 'wouter'
import { call, printPage, savePdf } from '../app/bridge.ts'
import { paths, type PrintForm } from '../app/paths.ts'
import { useText } from '../app/text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Refusal } from '../ui/Refusal.tsx'
import { fontsReady, useFontsReady } from './fonts.ts'
import { StampContext, type Stamp } from './parts/stamp.tsx'
import './print.css'
import styles from './PrintFrame.module.css'

type Props = {
  form: PrintForm
  /** What the copy is of, as the log names it; null for an empty form or a list. */
  subjectId: number | null
  /** Number that goes into the PDF's file name. */
  name: string | null
  /** Copies printed before, where the program knows. */
  printed?: number | undefined
  error?: Error | null
  onRetry?: () => void
  /** What is chosen before printing: the width of labels. */
  tools?: ReactNode
  /** Sheets; falsy while what they show is on its way. */
  children: ReactNode
}

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

/** Shows sheets as they will print, with print, PDF and back above them. Every press of print or PDF is recorded first. */
export function PrintFrame({ form, subjectId, name, printed, error = null, onRetry, tools, children }: Props) {
  const { print } = useText()
  const words = print.preview
  const [, navigate] = useLocation()
  const title = name === null ? words[form] : `${words[form]} ${name}`
  const areFontsReady = useFontsReady()
  const { stamp, isBusy, refusal, saved, run } = usePrinting(form, subjectId, title)
  const isReady = areFontsReady && Boolean(children) && error === null
  useEffect(() => {
    document.title = title
  }, [title])
  // The browser's own shortcut would print a copy that nobody recorded.
  useHotkeys([['mod+P', () => isReady && void run(false)]], [])

  return (
    <div className={styles.page} data-print-page>
      <header className={styles.bar}>
        <Button variant="subtle" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={() => (history.length > 1 ? history.back() : navigate(paths.home))}>{words.back}</Button>
        <h1 className={styles.title}>{title}</h1>
        <span className={styles.hint}>{saved !== null ? words.saved(saved) : [copies(printed, stamp, words), words.recorded].filter(Boolean).join(' · ')}</span>
        {tools}
        <span className={styles.refusal}><Refusal error={refusal} /></span>
        <Button leftSection={<IconFileTypePdf size={16} aria-hidden />} disabled={!isReady || isBusy} onClick={() => void run(true)}>{words.pdf}</Button>
        <Button variant="filled" leftSection={<IconPrinter size={16} aria-hidden />} disabled={!isReady} loading={isBusy} onClick={() => void run(false)}>
          {words.print}
        </Button>
      </header>
      <main className={styles.desk} aria-busy={!isReady && error === null}>
        {error !== null && <div className={styles.error}><ErrorState error={error} {...(onRetry && { retry: onRetry })} /></div>}
        {error === null && !isReady && <div className={styles.waiting} role="status"><span className="visually-hidden">{words.loading}</span></div>}
        {isReady && <StampContext value={stamp}>{children}</StampContext>}
      </main>
      {stamp === null && <p className={styles.unrecorded}>{words.unrecorded}</p>}
    </div>
  )
}

const copies = (printed: number | undefined, stamp: Stamp | null, words: { printed: (times: number) => string }): string | null =>
  stamp ? words.printed(stamp.copy) : printed === undefined ? null : words.printed(printed)

/** Records a copy, puts the answered audit head on the paper, waits for its letters, and only then prints or saves. */
function usePrinting(form: PrintForm, subjectId: number | null, fileName: string) {
  const queryClient = useQueryClient()
  const [stamp, setStamp] = useState<Stamp | null>(null)
  const [refusal, setRefusal] = useState<unknown>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const running = useRef(false)
  const run = async (asPdf: boolean) => {
    if (running.current) return
    running.current = true
    flushSync(() => {
      setBusy(true)
      setRefusal(null)
      setSaved(null)
    })
    try {
      const recorded = await call('prints.record', { form, subjectId, asPdf })
      flushSync(() => setStamp(recorded))
      await fontsReady()
      await nextFrame()
      if (asPdf) setSaved(await savePdf(fileName))
      else await printPage()
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('lookups'), refetchType: 'none' })
    } catch (error) {
      setRefusal(error)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { stamp, isBusy, refusal, saved, run }
}
