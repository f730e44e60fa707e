import { Button, Loader, Modal, Progress } from '@mantine/core'
import { IconAlertTriangle, IconFile, IconFileTypeDoc, IconFileTypeXls, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '../../../app/text.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { formatBytes, formatCount } from '../../../ui/format.ts'
import type { AttachmentOf } from '../queries.ts'
import { viewKind } from './kinds.ts'
import { MediaPane } from './MediaPane.tsx'
import { ViewError, type ViewFailure } from './page-source.ts'
import { PagesPane, type PagesHandle } from './PagesPane.tsx'
import { Thumbnails } from './Thumbnails.tsx'
import { useReading, type Reading } from './useReading.ts'
import { useViewState, type ViewState } from './view-state.ts'
import { ViewerToolbar } from './ViewerToolbar.tsx'
import styles from './Viewer.module.css'

type Props = {
  attachment: AttachmentOf
  title: string
  /** Page to open at. */
  startPage?: number
  onClose: () => void
}

/**
 * Reads one attachment inside the program: pages, sound or film; other files are named, not shown. Opening it is one entry
 * in the audit log, told in the foot. There is no way to save the bytes from here.
 */
export function Viewer({ attachment, title, startPage = 1, onClose }: Props) {
  const { dossiers: { viewer } } = useText()
  const { reading, again } = useReading(attachment.id)
  const view = useViewState()
  const played = useRef(0)
  const position: Position = {
    startAt: () => played.current,
    onPosition: (seconds) => {
      played.current = seconds
    },
  }
  const pages = useRef<PagesHandle>(null)
  const [isFull, setFull] = useState(false)
  const opened = reading.phase === 'open' ? reading.opened : null
  const source = opened?.as === 'pages' ? opened.source : null
  const wasFull = useRef(false)
  const toggleFull = () => setFull((was) => !was)
  const isOpen = source !== null
  useEffect(() => {
    if (isOpen && startPage > 1) requestAnimationFrame(() => pages.current?.goTo(startPage))
  }, [isOpen, startPage])
  // What had the focus inside the full page is gone with it: reading goes on with the pages.
  useEffect(() => {
    if (wasFull.current && !isFull) pages.current?.focus()
    wasFull.current = isFull
  }, [isFull])

  const content = (
    // The browser's own menu could save what is shown.
    <section className={styles.viewer} aria-label={viewer.label} onContextMenu={(event) => event.preventDefault()}>
      <ViewerToolbar
        title={title} pages={source?.pages ?? null} view={view} isFull={isFull} canFill={opened !== null && opened.as !== 'stored'}
        onGoTo={(page) => pages.current?.goTo(page)} onFull={toggleFull} onClose={isFull ? toggleFull : onClose}
      />
      <div className={styles.body}>
        <Content
          reading={reading} attachment={attachment} view={view} position={position} pages={pages} title={title}
          onAgain={again} onFull={toggleFull}
        />
      </div>
      <Foot reading={reading} attachment={attachment} />
    </section>
  )
  if (!isFull) return content
  return (
    <Modal opened onClose={toggleFull} fullScreen withCloseButton={false} returnFocus={false} padding={0} transitionProps={{ duration: 0 }} classNames={{ body: styles.full }} attributes={{ content: { 'aria-label': title } }}>
      {content}
    </Modal>
  )
}

type Position = { startAt: () => number; onPosition: (seconds: number) => void }
type ContentProps = {
  reading: Reading
  attachment: AttachmentOf
  view: ViewState
  position: Position
  pages: React.RefObject<PagesHandle | null>
  title: string
  onAgain: () => void
  onFull: () => void
}

function Content({ reading, attachment, view, position, pages, title, onAgain, onFull }: ContentProps) {
  const { dossiers: { viewer } } = useText()
  switch (reading.phase) {
    case 'refused':
      return reading.error instanceof ViewError
        ? <Failure failure={reading.error.failure} onAgain={onAgain} />
        : <ErrorState error={reading.error} retry={onAgain} />
    case 'failed':
      return <Failure failure={reading.failure} onAgain={onAgain} />
    case 'opening':
      return <Waiting words={viewer.opening} />
    case 'reading':
      return <Waiting words={reading.share > 0 ? viewer.loading(Math.floor(reading.share * 100)) : viewer.opening} share={reading.share} />
    case 'open': {
      const { opened, ticket } = reading
      if (opened.as === 'stored') return <Stored attachment={attachment} />
      if (opened.as === 'media') {
        return <MediaPane url={opened.url} kind={opened.kind} name={attachment.name} watermark={ticket.watermark} {...position} />
      }
      const shared = { source: opened.source, first: opened.first, watermark: ticket.watermark, view }
      return (
        <>
          {view.hasThumbnails && opened.source.pages > 1 && <Thumbnails {...shared} onGoTo={(page) => pages.current?.goTo(page)} />}
          <PagesPane {...shared} ref={pages} label={title} onFull={onFull} />
        </>
      )
    }
  }
}

function Waiting({ words, share = 0 }: { words: string; share?: number }) {
  return (
    <div className={styles.plain} role="status">
      {share > 0 ? <Progress value={share * 100} w={180} size={6} aria-label={words} /> : <Loader size={22} aria-hidden />}
      <span>{words}</span>
    </div>
  )
}

function Failure({ failure, onAgain }: { failure: ViewFailure; onAgain: () => void }) {
  const { dossiers: { viewer } } = useText()
  const words: Record<ViewFailure, { title: string; hint: string | null }> = {
    damaged: { title: viewer.damaged, hint: viewer.damagedHint },
    unreadable: { title: viewer.unreadable, hint: viewer.unreadableHint },
    gone: { title: viewer.gone, hint: viewer.goneHint },
    protected: { title: viewer.protected, hint: viewer.notShownHint },
  }
  const { title, hint } = words[failure]
  return (
    <div className={styles.plain} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} className={styles.alarm} aria-hidden />
      <strong>{title}</strong>
      {hint && <span>{hint}</span>}
      {failure === 'gone' && <Button onClick={onAgain}>{viewer.retry}</Button>}
    </div>
  )
}

function Stored({ attachment }: { attachment: AttachmentOf }) {
  const { dossiers: { viewer } } = useText()
  const isSheet = /sheet|excel/u.test(attachment.mime)
  const Sign = viewKind(attachment.mime) === 'other' ? IconFile : isSheet ? IconFileTypeXls : IconFileTypeDoc
  const facts: [string, ReactNode][] = [
    [viewer.name, attachment.name], [viewer.type, viewer.kindWord[viewKind(attachment.mime)]], [viewer.size, formatBytes(attachment.size)],
    [viewer.addedBy, `${attachment.addedBy}　${attachment.addedAt.slice(0, 10)}`],
  ]
  return (
    <div className={styles.plain}>
      <Sign size={40} stroke={1.25} aria-hidden />
      <strong>{viewer.notShown}</strong>
      <span>{viewer.notShownHint}</span>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
    </div>
  )
}

function Foot({ reading, attachment }: { reading: Reading; attachment: AttachmentOf }) {
  const { dossiers: { viewer } } = useText()
  const isDamaged = (reading.phase === 'failed' && reading.failure === 'damaged')
    || (reading.phase === 'refused' && reading.error instanceof ViewError && reading.error.failure === 'damaged')
  const check = reading.phase === 'open' ? reading.opened.check : null
  const verdict = isDamaged ? viewer.differs : check === 'matches' ? viewer.matches : check === 'inParts' ? viewer.checkedInParts : null
  const Sign = isDamaged ? IconShieldX : IconShieldCheck
  return (
    <footer className={isDamaged ? `${styles.foot} ${styles.alarm}` : styles.foot}>
      <Sign size={16} stroke={1.5} aria-hidden />
      <span title={attachment.sha256}>{viewer.hash(shortHash(attachment.sha256))} {verdict}</span>
      {reading.ticket && <><span aria-hidden>•</span><span>{viewer.audited(formatCount(reading.ticket.auditSeq))}</span></>}
    </footer>
  )
}

/** First and last four characters, as people compare them. */
const shortHash = (hash: string) => `${hash.slice(0, 4)}…${hash.slice(-4)}`.toUpperCase()
