import { Button, Modal, Select, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { CONDITIONS } from '../../../../shared/contract/lookups.ts'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import type { Condition } from './count.ts'
import { useCommand, type Slip, type SlipDossier } from './queries.ts'
import styles from './scan.module.css'

type Found = { readonly slip: Slip; readonly folder: SlipDossier & { loan: NonNullable<SlipDossier['loan']> } }
type Taken = { readonly number: string; readonly title: string; readonly pages: number; readonly place: string; readonly isOff: boolean }

// Keeps the fields of a row on one line where only one of them has something said under its name.
const SPACE = '\u00a0'
const PAGES = /^\d{1,5}$/

/**
 * Taking back one folder after another without the mouse: scan its number, type the pages, Enter. A number scanned into the
 * page field is not taken for pages, so that no folder slips through uncounted.
 */
export function ScanDialog({ onClose }: { onClose: () => void }) {
  const { lookups } = useText()
  const words = lookups.scan
  const [taken, setTaken] = useState<readonly Taken[]>([])
  const [found, setFound] = useState<Found | null>(null)
  const [code, setCode] = useState('')
  const [message, setMessage] = useState<string | null>(null)
  const errorWords = useErrorWords()
  const scanner = useRef<HTMLInputElement>(null)
  const isLooking = useRef(false)

  const look = async (event: FormEvent) => {
    event.preventDefault()
    const scanned = code.trim()
    if (scanned === '' || isLooking.current) return
    isLooking.current = true
    setMessage(null)
    try {
      const answer = await findFolder(scanned)
      if (typeof answer === 'string') setMessage(answer === 'not-found' ? words.notFound(scanned) : words.notOut(scanned))
      else if (typeof answer === 'number') setMessage(words.several(answer))
      else setFound(answer)
    } catch (error) {
      setMessage(errorWords(error))
    }
    setCode('')
    isLooking.current = false
  }
  const next = (done?: Taken) => {
    if (done) setTaken((all) => [done, ...all])
    setFound(null)
    setMessage(null)
  }
  // Once the field can be typed into again, the next scan goes there: a folder is counted, or passed over.
  useEffect(() => {
    if (found === null) scanner.current?.focus()
  }, [found])
  return (
    <Modal opened onClose={onClose} size={640} title={words.title}>
      <form onSubmit={(event) => void look(event)}>
        <TextInput
          ref={scanner} label={words.label} description={words.hint} data-autofocus value={code} disabled={found !== null} autoComplete="off" size="md"
          leftSection={<IconBarcode size={18} aria-hidden />} error={message} errorProps={{ role: 'alert' }} onChange={(event) => setCode(event.currentTarget.value)}
        />
      </form>
      {found && <FoundFolder key={found.folder.loan.id} found={found} onDone={next} />}
      <section className={styles.taken} aria-label={words.list}>
        <div className={styles.takenHead}>{taken.length === 0 ? words.none : words.count(taken.length)}</div>
        <ul className={styles.list}>
          {taken.map((one) => (
            <li key={one.number} className={one.isOff ? styles.offLine : undefined}>
              <strong>{one.number}</strong><span className={styles.title}>{one.title}</span>
              <span>{lookups.slip.copyPages(one.pages)}</span><span>{one.place}</span>
            </li>
          ))}
        </ul>
      </section>
      <div className={styles.foot}><Button onClick={onClose}>{words.finish}</Button></div>
    </Modal>
  )
}

/** The lent folder behind a scanned number; else how many of the slip's folders are out, or why there is none. */
async function findFolder(code: string): Promise<Found | number | 'not-found' | 'not-out'> {
  const { slipId, dossierId } = await call('lookups.find', { code })
  if (slipId === null) return dossierId === null ? 'not-found' : 'not-out'
  const slip = await call('lookups.get', { id: slipId })
  const out = slip.dossiers.flatMap(({ loan, ...rest }) => (loan !== null && loan.returnedAt === null ? [{ ...rest, loan }] : []))
  const wanted = dossierId === null ? out : out.filter((folder) => folder.dossierId === dossierId)
  if (wanted.length > 1) return wanted.length
  const folder = wanted[0]
  return folder ? { slip, folder } : 'not-out'
}

function FoundFolder({ found, onDone }: { found: Found; onDone: (done?: Taken) => void }) {
  const { lookups } = useText()
  const words = lookups.scan
  const command = useCommand()
  const errorWords = useErrorWords()
  const { slip, folder } = found
  const { loan } = folder
  const [pages, setPages] = useState('')
  const [condition, setCondition] = useState<Condition>('good')
  const [remarks, setRemarks] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isRunning, setRunning] = useState(false)
  const remarksField = useRef<HTMLInputElement>(null)
  const isOff = PAGES.test(pages.trim()) && Number(pages) !== loan.pagesOut
  const needsRemarks = isOff || condition !== 'good'

  const confirm = async () => {
    const counted = pages.trim()
    if (!PAGES.test(counted)) {
      setPages('')
      return setProblem(counted === '' ? words.counted : words.other)
    }
    if (needsRemarks && remarks.trim() === '') return remarksField.current?.focus()
    if (isRunning) return
    setRunning(true)
    setProblem(null)
    try {
      const { place } = await command('lookups.takeBack', { dossierId: folder.dossierId, pages: Number(counted), condition, remarks: remarks.trim() || null })
      onDone({
        number: folder.number, title: folder.title, pages: Number(counted), isOff: needsRemarks,
        place: place ? lookups.slip.placed(place.cabinetCode, place.drawerNo, place.slot) : lookups.slip.unplaced,
      })
    } catch (error) {
      setProblem(errorWords(error))
      setRunning(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    void confirm()
  }
  return (
    <section className={isOff ? `${styles.found} ${styles.off}` : styles.found} aria-label={folder.number}>
      <div className={styles.foundHead}>
        <strong>{folder.number}</strong><span className={styles.title} title={folder.title}>{folder.title}</span>
        <span>{slip.number}　{slip.applicantName}</span>
      </div>
      <div className={styles.fields}>
        <TextInput
          label={words.counted} description={lookups.takeBack.lent(loan.pagesOut, lookups.condition[loan.conditionOut])} autoFocus inputMode="numeric" value={pages}
          error={problem} onKeyDown={onKeyDown} autoComplete="off"
          onChange={(event) => {
            setPages(event.currentTarget.value)
            setProblem(null)
          }}
        />
        <Select
          label={lookups.takeBack.condition} description={SPACE} value={condition} allowDeselect={false} data={CONDITIONS.map((value) => ({ value, label: lookups.condition[value] }))}
          onChange={(value) => setCondition((value ?? 'good'))}
        />
        <TextInput
          ref={remarksField} label={lookups.takeBack.remarks} description={SPACE} required={needsRemarks} maxLength={200} value={remarks}
          onChange={(event) => setRemarks(event.currentTarget.value)} onKeyDown={onKeyDown}
        />
      </div>
      {isOff && <p className={styles.differs}>{words.differs}</p>}
      <div className={styles.foot}>
        <Button variant="subtle" onClick={() => onDone()}>{words.skip}</Button>
        <Button variant="filled" loading={isRunning} onClick={() => void confirm()}>{words.confirm}</Button>
      </div>
    </section>
  )
}
