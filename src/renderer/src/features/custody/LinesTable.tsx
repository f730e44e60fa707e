import { Button, TextInput, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconBarcode, IconCheck, IconRotate, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Link } from 'wouter'
import { CallError } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useScans } from '../../app/scan-target.ts'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { DecideDialog, type Asking, type Failed } from './DecideDialog.tsx'
import type { Transfer, TransferLine } from './queries.ts'
import type { Deciding, Decision } from './use-deciding.ts'
import { useLineKeys } from './use-line-keys.ts'
import { obstacleWords } from './words.ts'
import styles from './custody.module.css'

const PAGES = /^\d{1,5}$/

/**
 * The lines of a list. While they are received the keys do it: a number counts pages, Space accepts, R refuses, Backspace
 * opens a line again, arrows go from line to line, and a scanned number jumps to its folder.
 */
export function LinesTable({ transfer, deciding }: { transfer: Transfer; deciding: Deciding }) {
  const { custody } = useText()
  const words = custody.page
  const errorWords = useErrorWords()
  const root = useRef<HTMLDivElement>(null)
  const [counts, setCounts] = useState<Readonly<Record<number, string>>>({})
  const [asking, setAsking] = useState<Asking | null>(null)
  const { failed } = deciding
  const asked: Asking | null = asking
    ?? (failed && { line: failed.line, decision: 'accepted', pages: deciding.stateOf(failed.line).pagesIn ?? failed.line.pages, failed: failed.error.details as Failed })
  const notAsking = () => {
    setAsking(null)
    deciding.setFailed(null)
  }
  const [scanned, setScanned] = useState('')
  const [missed, setMissed] = useState<string | null>(null)
  const isReceiving = deciding.isOpen && transfer.state === 'submitted'
  const mayTick = (line: TransferLine) => isReceiving && (deciding.isStaged ? line.state === 'moving' : line.mayDecide)
  const countOf = (line: TransferLine) => counts[line.dossierId] ?? String(deciding.stateOf(line).pagesIn ?? line.pages)

  const field = (dossierId: number) => root.current?.querySelector<HTMLInputElement>(`input[data-line="${dossierId}"]`)
  // The form to sign in is drawn once no line is open: until then it is waited for.
  const isWaiting = useRef(false)
  const toSignature = () => {
    const signing = document.querySelector<HTMLElement>('[data-signing]')
    isWaiting.current = signing === null
    signing?.focus()
  }
  useEffect(() => {
    if (isWaiting.current) toSignature()
  })
  const next = (from: TransferLine) => {
    setMissed(null)
    const index = transfer.lines.indexOf(from)
    const open = [...transfer.lines.slice(index + 1), ...transfer.lines.slice(0, index)].find((line) => deciding.stateOf(line).state === 'moving')
    if (!open) return toSignature()
    field(open.dossierId)?.select()
  }
  const send = async (line: TransferLine, decision: Decision) => {
    try {
      await deciding.decide([decision])
      if (decision.decision !== 'moving') next(line)
    } catch (error) {
      notifications.show({ color: 'seal', message: errorWords(error) })
      // The check was made as the line came in, and it failed: accepted with a remark, or refused.
      if (error instanceof CallError && error.code === 'receipt-check-failed') setAsking({ line, decision: 'accepted', pages: decision.pages ?? line.pages, failed: error.details as Failed })
    }
  }
  const accept = (line: TransferLine) => {
    const typed = countOf(line).trim()
    const pages = PAGES.test(typed) ? Number(typed) : line.pages
    if (pages !== line.pages || line.findings.some(({ blocks }) => blocks)) return setAsking({ line, decision: 'accepted', pages })
    void send(line, { dossierId: line.dossierId, decision: 'accepted', pages })
  }
  const refuse = (line: TransferLine) => {
    const typed = countOf(line).trim()
    setAsking({ line, decision: 'refused', pages: PAGES.test(typed) ? Number(typed) : line.pages })
  }
  const reopen = (line: TransferLine) => {
    setCounts(({ [line.dossierId]: _gone, ...rest }) => rest)
    void send(line, { dossierId: line.dossierId, decision: 'moving' })
  }
  const jump = (code: string) => {
    const line = transfer.lines.find(({ number }) => number.toLowerCase() === code.trim().toLowerCase())
    setMissed(line ? null : words.notOnList(code))
    if (line) field(line.dossierId)?.select()
    return line !== undefined
  }
  // Wherever the focus is: a scan on this page is of a folder on the list, and leads nowhere else.
  useScans(jump, isReceiving)
  const onScan = (event: FormEvent) => {
    event.preventDefault()
    if (scanned.trim() !== '') jump(scanned)
    setScanned('')
  }
  const onKeyDown = useLineKeys({
    lines: transfer.lines, field, accept, refuse, reopen, jump, isOpen: (line) => deciding.stateOf(line).state === 'moving',
    restore: (dossierId, value) => setCounts((was) => ({ ...was, [dossierId]: value })),
  })
  const rest = transfer.lines.filter((line) => mayTick(line) && deciding.stateOf(line).state === 'moving' && !line.findings.some(({ blocks }) => blocks))
  const acceptRest = async () => {
    try {
      await deciding.decide(rest.map(({ dossierId, pages }) => ({ dossierId, decision: 'accepted', pages })))
      toSignature()
    } catch (error) {
      notifications.show({ color: 'seal', message: errorWords(error) })
    }
  }

  return (
    <>
      {isReceiving && (
        <div className={styles.toolbar}>
          <form onSubmit={onScan}>
            <TextInput
              aria-label={words.scan} placeholder={words.scan} w={200} value={scanned} error={missed !== null} autoComplete="off"
              leftSection={<IconBarcode size={16} aria-hidden />} onChange={(event) => setScanned(event.currentTarget.value)}
            />
          </form>
          {rest.length > 0 && <Tooltip label={words.acceptRestHint}><Button onClick={() => void acceptRest()}>{words.acceptRest}　{rest.length}</Button></Tooltip>}
          <span className={missed === null ? styles.keys : `${styles.keys} ${styles.seal}`} role="status">{missed ?? (deciding.isStaged ? words.staged : words.keys)}</span>
        </div>
      )}
      <div className={styles.lines} ref={root}>
        <table className={styles.table} aria-label={isReceiving ? words.table : transfer.number}>
          <colgroup><col style={{ width: 40 }} /><col style={{ width: 148 }} /><col /><col style={{ width: 84 }} /><col style={{ width: 88 }} /><col style={{ width: isReceiving ? '24%' : '26%' }} />{isReceiving && <col style={{ width: 96 }} />}</colgroup>
          <thead>
            <tr>
              <th>{words.sequence}</th><th>{words.folder}</th><th>{words.party}</th><th className={styles.end}>{words.amount}</th>
              <th className={styles.end}>{words.counted}</th><th>{words.result}</th>{isReceiving && <th aria-label={custody.action.receive} />}
            </tr>
          </thead>
          <tbody>
            {transfer.lines.map((line, index) => (
              <tr key={line.dossierId} data-state={deciding.stateOf(line).state}>
                <td className={styles.sequence}>{index + 1}</td>
                <td className={styles.number}><Link to={paths.dossier(line.dossierId)} tabIndex={-1}>{line.number}</Link></td>
                <td title={line.title}><span className={styles.title}>{line.title}</span></td>
                <td className={styles.end}>{line.documents} / {line.pages}</td>
                <td className={styles.end}>
                  {mayTick(line)
                    ? (
                      <input
                        className={PAGES.test(countOf(line)) && Number(countOf(line)) !== line.pages ? `${styles.count} ${styles.differs}` : styles.count}
                        data-line={line.dossierId} inputMode="numeric" autoComplete="off" aria-label={words.pagesOf(line.number)} value={countOf(line)}
                        readOnly={deciding.stateOf(line).state !== 'moving'} onKeyDown={(event) => onKeyDown(event, line)}
                        onChange={(event) => {
                          // The number is read before React lets go of the event.
                          const { value } = event.currentTarget
                          setCounts((was) => ({ ...was, [line.dossierId]: value }))
                        }}
                      />
                    )
                    : deciding.stateOf(line).pagesIn ?? ''}
                </td>
                <td><Verdict line={line} state={deciding.stateOf(line)} /></td>
                {isReceiving && (
                  <td className={styles.actions}>
                    {mayTick(line) && (
                      <div>
                        {deciding.stateOf(line).state === 'moving'
                          ? (
                            <>
                              <Button size="xs" px={8} tabIndex={-1} aria-label={`${custody.lineState.accepted} ${line.number}`} onClick={() => accept(line)}><IconCheck size={16} aria-hidden /></Button>
                              <Button size="xs" px={8} tabIndex={-1} variant="outline" color="seal" aria-label={words.refuseTitle(line.number)} onClick={() => refuse(line)}><IconX size={16} aria-hidden /></Button>
                            </>
                          )
                          : <Button size="xs" variant="subtle" tabIndex={-1} leftSection={<IconRotate size={14} aria-hidden />} onClick={() => reopen(line)}>{words.undo}</Button>}
                      </div>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asked && (
        <DecideDialog
          key={`${asked.line.dossierId} ${asked.decision}`} asking={asked}
          onClose={() => { field(asked.line.dossierId)?.select(); notAsking() }}
          onDecide={async (decision) => {
            await deciding.decide([decision])
            notAsking()
            next(asked.line)
          }}
        />
      )}
    </>
  )
}

/** What came of a line; before that, what stands in its way or what the checks found. */
function Verdict({ line, state }: { line: TransferLine; state: ReturnType<Deciding['stateOf']> }) {
  const text = useText()
  const { custody } = text
  const told = line.findings.map((finding) => custody.finding[finding.check]?.(finding.values) ?? finding.check)
  if (line.obstacle) return <span className={styles.seal} title={obstacleWords(text, line.obstacle)}>{obstacleWords(text, line.obstacle)}</span>
  if (state.state === 'accepted' || state.state === 'refused') {
    const why = [state.reason && custody.reason[state.reason], state.remarks].filter(Boolean).join('　')
    return (
      <span title={why || undefined}>
        <span className={state.state === 'accepted' ? styles.green : styles.seal}>{custody.lineState[state.state]}</span>
        {why && <span className={styles.faint}>　{why}</span>}
      </span>
    )
  }
  if (told.length > 0) {
    return (
      <span className={line.findings.some(({ blocks }) => blocks) ? styles.seal : styles.amber} title={told.join('\n')}>
        <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: -2 }} /> {told.join('；')}
      </span>
    )
  }
  return <span className={styles.faint}>{custody.lineState[state.state]}</span>
}
