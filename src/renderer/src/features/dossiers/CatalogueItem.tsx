import { IconCircleCheck, IconCircleDashed, IconClock, IconClockExclamation, IconPlus } from '@tabler/icons-react'
import { useText } from '../../app/text.tsx'
import { DocumentActions } from './DocumentActions.tsx'
import { expiryOf, type Expiry } from './expiry.ts'
import type { AttachmentOf, CatalogueItemOf, DocumentOf } from './queries.ts'
import styles from './Catalogue.module.css'

export type CatalogueActions = {
  onView: (document: DocumentOf, attachment: AttachmentOf) => void
  onSupply: (item: CatalogueItemOf) => void
  onAddScans: (document: DocumentOf) => void
  onChange: (document: DocumentOf) => void
  onStrike: (document: DocumentOf) => void
  onStrikeScan: (attachment: AttachmentOf) => void
}

type Props = CatalogueActions & {
  item: CatalogueItemOf
  /** What the party itself has written needs no saying. */
  partyName: string
  today: string
  mayWrite: boolean
  readingId: number | null
  overItem: string | null
  /** The line that Tab reaches. */
  stop: string | null
  onReach: (stop: string) => void
}

const lineStop = (document: DocumentOf) => `document-${document.id}`
const emptyStop = (item: CatalogueItemOf) => `item-${item.code}`

/** The lines of an item that the keyboard stops at: those with something to do. */
export const stopsOf = (item: CatalogueItemOf, mayWrite: boolean): string[] =>
  item.documents.length === 0
    ? (mayWrite ? [emptyStop(item)] : [])
    : item.documents.filter((document) => mayWrite || document.attachments.length > 0).map(lineStop)

/** One item of the checklist: a line for each document filed under it, or one that says it is missing. */
export function CatalogueItem(props: Props) {
  const { item } = props
  if (item.documents.length === 0) return <EmptyLine {...props} />
  return item.documents.map((document) => <Line key={document.id} document={document} {...props} />)
}

function EmptyLine({ item, mayWrite, overItem, stop, onReach, onSupply }: Props) {
  const { dossiers: { catalogue } } = useText()
  const own = emptyStop(item)
  return (
    <tr className={classes(styles.row, styles.empty, overItem === item.code && styles.over)} data-item={item.code}>
      <td className={styles.document} colSpan={4}>
        <IconCircleDashed size={16} stroke={1.5} className={styles.dashed} aria-hidden />
        <span className={styles.name} title={item.title}>{item.title}</span>
      </td>
      <td className={styles.state}>
        {item.isRequired && <strong>{catalogue.lack}</strong>}
        {mayWrite && (
          <button
            type="button" className={styles.link} data-stop tabIndex={stop === own ? 0 : -1} onFocus={() => onReach(own)}
            aria-label={catalogue.supplyItem(item.title)} onClick={() => onSupply(item)}
          >
            {item.isRequired ? catalogue.supply : <IconPlus size={14} aria-hidden />}
          </button>
        )}
      </td>
    </tr>
  )
}

function Line({ document, item, partyName, today, mayWrite, readingId, overItem, stop, onReach, onView, onAddScans, onChange, onStrike, onStrikeScan }: Props & { document: DocumentOf }) {
  const { dossiers: { catalogue } } = useText()
  const expiry = expiryOf(document.expiresOn, today)
  const isReading = readingId === document.id
  const [first] = document.attachments
  const aside = [document.author === partyName ? null : document.author, document.remarks].filter(Boolean).join(' · ')
  const view = first ? () => onView(document, first) : null
  const own = lineStop(document)
  const reach = { 'data-stop': true, tabIndex: stop === own ? 0 : -1, onFocus: () => onReach(own) } as const
  const Sign = expiry?.state === 'expired' ? IconClockExclamation : expiry?.state === 'soon' ? IconClock : IconCircleCheck
  return (
    <tr
      className={classes(styles.row, view && styles.opens, isReading && styles.reading, overItem === item.code && styles.over)} data-item={item.code}
      onClick={(event) => {
        if (view && !(event.target as HTMLElement).closest('button')) view()
      }}
    >
      <td className={styles.document}>
        <div className={styles.both}>
          <Sign size={16} stroke={1.5} className={styles[expiry?.state ?? 'good']} aria-hidden />
          {view
            ? <button type="button" className={styles.open} title={document.title} aria-current={isReading || undefined} onClick={view} {...reach}>{document.title}</button>
            : <span className={styles.name} title={document.title}>{document.title}</span>}
          {aside !== '' && <span className={styles.aside} title={aside}>{aside}</span>}
        </div>
      </td>
      <td>{catalogue.originality[document.originality]}</td>
      <td className={styles.figure}>{document.pages}</td>
      <td>{document.datedOn}</td>
      <td className={styles.state}>
        <LineState document={document} expiry={expiry} isReading={isReading} />
        {(mayWrite || document.attachments.length > 1) && (
          <DocumentActions
            document={document} mayWrite={mayWrite} reach={view ? { 'data-beside': true, tabIndex: -1 } : reach}
            onView={onView} onAddScans={onAddScans} onChange={onChange} onStrike={onStrike} onStrikeScan={onStrikeScan}
          />
        )}
      </td>
    </tr>
  )
}

function LineState({ document, expiry, isReading }: { document: DocumentOf; expiry: Expiry | null; isReading: boolean }) {
  const { dossiers: { catalogue } } = useText()
  const scans = document.attachments.length
  if (expiry?.state === 'expired') return <span className={styles.expired}>{catalogue.expiredSince(-expiry.days)}</span>
  if (expiry?.state === 'soon') return <span className={styles.soon}>{expiry.days === 0 ? catalogue.expiresToday : catalogue.expiresIn(expiry.days)}</span>
  if (isReading) return <span className={styles.now}>{catalogue.reading}</span>
  if (scans === 1) return null
  return <span className={styles.quiet}>{scans === 0 ? catalogue.noScan : catalogue.scans(scans)}</span>
}

const classes = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ')
