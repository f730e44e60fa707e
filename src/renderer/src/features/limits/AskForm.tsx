import { Button, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { departs, isAboveCeiling } from '../../../../shared/rules/limits/steps.ts'
import { useText } from '../../app/text.tsx'
import { fenFromWan, wanFromFen } from '../../ui/capital.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Against } from './Against.tsx'
import { type Drafted, GuaranteesForm, isWhole, sentOf } from './GuaranteesForm.tsx'
import styles from './limits.module.css'
import { LostGuarantees } from './LostGuarantees.tsx'
import { changeLimit, type Limit } from './queries.ts'

const drafted = ({ guarantees }: Limit): Drafted[] => guarantees.map(({ kind, amountFen, until, giver, page, countedFen, why }, at) => ({
  key: at, kind, amount: wanFromFen(amountFen), until, giver: giver ?? '', page: page?.isThere && page.attachmentId !== null ? { attachmentId: page.attachmentId, page: page.page, title: page.title } : null, shown: page, counted: { countedFen, why },
}))

/** What the maker asks for, beside what is proposed; kept before it is submitted. */
export function AskForm({ limit }: { limit: Limit }) {
  const { limits: { ask: words, wan, guarantee }, common } = useText()
  const [amount, setAmount] = useState(wanFromFen(limit.amountFen))
  const [term, setTerm] = useState(String(limit.termDays))
  const [untilOn, setUntil] = useState<string | null>(limit.untilOn)
  const [reason, setReason] = useState(limit.reason ?? '')
  const [remarks, setRemarks] = useState(limit.remarks ?? '')
  const [guarantees, setGuarantees] = useState<Drafted[]>(() => drafted(limit))
  const [error, setError] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)
  const read = fenFromWan(amount)
  const amountFen = 'fen' in read ? read.fen : null
  const termDays = /^\d{1,3}$/.test(term.trim()) && Number(term) <= 365 ? Number(term) : null
  const asked = { amountFen: amountFen ?? limit.amountFen, termDays: termDays ?? limit.termDays, proposedFen: limit.proposedFen, proposedDays: limit.proposedDays }
  const isChanged = amountFen !== limit.amountFen || termDays !== limit.termDays || untilOn !== limit.untilOn || reason !== (limit.reason ?? '') || remarks !== (limit.remarks ?? '')
    || JSON.stringify(guarantees.map(sentOf)) !== JSON.stringify(drafted(limit).map(sentOf))
  const isReady = amountFen !== null && termDays !== null && untilOn !== null && guarantees.every(isWhole)
  const save = async () => {
    setSaving(true)
    setError(null)
    try {
      await changeLimit('limits.save', { id: limit.id, version: limit.version, amountFen: amountFen!, termDays: termDays!, untilOn: untilOn!, reason: reason.trim() || null, remarks: remarks.trim() || null, guarantees: guarantees.map(sentOf) })
      notifications.show({ message: words.saved })
    } catch (refusal) {
      setError(refusal)
      setSaving(false)
    }
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (isReady && isChanged && !isSaving) void save() }} className={styles.main}>
      <Panel title={words.title} aside={<button type="button" className={styles.link} onClick={() => { setAmount(wanFromFen(limit.proposedFen)); setTerm(String(limit.proposedDays)) }}>{words.toProposal}</button>}>
        <div className={styles.fields}>
          <TextInput label={words.amount} inputMode="decimal" classNames={{ input: styles.right }} rightSection={<span className={styles.unit}>{wan}</span>} rightSectionWidth={wan.length > 4 ? 92 : 52} value={amount} error={amountFen === null} onChange={(event) => setAmount(event.currentTarget.value)} />
          <TextInput label={words.term} inputMode="numeric" classNames={{ input: styles.right }} rightSection={<span className={styles.unit}>{common.daysUnit}</span>} rightSectionWidth={44} value={term} error={termDays === null} onChange={(event) => setTerm(event.currentTarget.value)} />
          <DayInput label={words.until} maxDate={limit.latestUntil} value={untilOn} onChange={setUntil} error={untilOn === null} />
          <div className={styles.all}><Against limit={asked} /></div>
          <Textarea className={styles.all} label={words.reason} autosize minRows={2} maxRows={4} maxLength={300} value={reason} error={reason.trim() !== '' ? undefined : isAboveCeiling(asked, limit) ? words.reasonListed : departs(asked) ? words.reasonNeeded : limit.rating?.isReviewPast ? words.reasonPast : undefined} onChange={(event) => setReason(event.currentTarget.value)} />
          <Textarea className={styles.all} label={words.remarks} autosize minRows={2} maxRows={6} maxLength={1000} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
        </div>
      </Panel>
      <Panel title={guarantee.title}><LostGuarantees limit={limit} /><GuaranteesForm partyId={limit.partyId} rows={guarantees} onChange={setGuarantees} /></Panel>
      <div>
        <Refusal error={error} />
        <div className={styles.actions}>
          <Button type="submit" variant={isChanged ? 'filled' : 'default'} disabled={!isReady || !isChanged} loading={isSaving}>{words.save}</Button>
          {isChanged && <span className={styles.amber}>{words.unsaved}</span>}
        </div>
      </div>
    </form>
  )
}
