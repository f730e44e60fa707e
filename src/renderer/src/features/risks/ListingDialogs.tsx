import { Button, Group, Modal, SegmentedControl, Select, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LISTING_REASONS, LISTS } from '../../../../shared/rules/risks/listing.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import styles from './risks.module.css'
import { changeRisks, type ListingRow, type WarningRow } from './queries.ts'
import { ruleName } from './words.ts'

/** Proposes a party for a list, out of a warning or by itself; another person decides. */
export function ProposeDialog({ party, warning, onClose }: { party: { id: number; name: string }; warning: WarningRow | null; onClose: () => void }) {
  const all = useText()
  const { risks: text } = all
  const today = useQuery(statusQuery).data?.today
  const [list, setList] = useState<(typeof LISTS)[number]>('watch')
  const [reason, setReason] = useState<string | null>(warning === null ? null : 'warning')
  const [detail, setDetail] = useState(warning === null ? '' : ruleName(all, warning))
  const [measure, setMeasure] = useState<'restrict' | 'suspend'>('restrict')
  const [untilOn, setUntilOn] = useState<string | null>(null)
  const save = async () => {
    await changeRisks('listings.propose', {
      partyId: party.id, list, reason: reason as (typeof LISTING_REASONS)[number], detail, measure: list === 'watch' ? 'observe' : measure, untilOn, warningId: warning?.state === 'open' ? warning.id : null,
    })
    notifications.show({ message: text.proposed })
  }
  return (
    <Modal opened onClose={onClose} title={text.proposeTitle(party.name)} size={480}>
      <SaveForm action={text.propose} isReady={reason !== null && detail.trim() !== ''} onClose={onClose} onSave={save}>
        <SegmentedControl fullWidth aria-label={text.listLabel} value={list} onChange={(value) => setList(value)} data={LISTS.map((value) => ({ value, label: text.list[value] }))} />
        {list === 'bad' && (
          <SegmentedControl fullWidth aria-label={text.measureLabel} value={measure} onChange={(value) => setMeasure(value)} data={(['restrict', 'suspend'] as const).map((value) => ({ value, label: text.measure[value] }))} />
        )}
        <Group grow align="flex-start">
          <Select label={text.reasonLabel} required data={LISTING_REASONS.map((value) => ({ value, label: text.reason[value] }))} value={reason} onChange={setReason} />
          <DayInput label={text.until} placeholder={text.unlimited} minDate={today} value={untilOn} onChange={setUntilOn} />
        </Group>
        <Textarea label={text.detail} description={text.detailHint} required autosize minRows={2} maxRows={5} maxLength={300} data-autofocus value={detail} onChange={(event) => setDetail(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}

type Step = 'decide' | 'proposeRelease' | 'decideRelease' | 'prolong'

/** What this person may do with a listing now. */
export function ListingActions({ listing }: { listing: ListingRow }) {
  const { risks: text } = useText()
  const [step, setStep] = useState<Step | null>(null)
  const words: Record<Step, string> = { decide: text.decide, proposeRelease: text.release, decideRelease: text.decideRelease, prolong: text.prolong }
  const steps = (Object.keys(words) as Step[]).filter((one) => listing.may[one])
  if (steps.length === 0) return null
  return (
    <Group gap={8}>
      {steps.map((one) => <Button key={one} size="xs" variant={one === 'decide' || one === 'decideRelease' ? 'filled' : 'default'} onClick={(event) => { event.stopPropagation(); setStep(one) }}>{words[one]}</Button>)}
      {step !== null && <StepDialog listing={listing} step={step} onClose={() => setStep(null)} />}
    </Group>
  )
}

function StepDialog({ listing, step, onClose }: { listing: ListingRow; step: Step; onClose: () => void }) {
  const { risks: text, common } = useText()
  const today = useQuery(statusQuery).data?.today
  const [decision, setDecision] = useState<'agreed' | 'refused'>('agreed')
  const [words, setWords] = useState('')
  const [untilOn, setUntilOn] = useState<string | null>(null)
  const decides = step === 'decide' || step === 'decideRelease'
  const titles: Record<Step, string> = { decide: text.decideTitle(listing.number), proposeRelease: text.releaseTitle(listing.number), decideRelease: text.decideReleaseTitle(listing.number), prolong: text.prolongTitle(listing.number) }
  const save = async () => {
    const over = { id: listing.id, version: listing.version }
    if (decides) await changeRisks(step === 'decide' ? 'listings.decide' : 'listings.decideRelease', { ...over, decision, remarks: words.trim() || null })
    else if (step === 'proposeRelease') await changeRisks('listings.proposeRelease', { ...over, reason: words })
    else await changeRisks('listings.prolong', { ...over, untilOn: untilOn ?? '', remarks: words })
    notifications.show({ message: text.done })
  }
  const isReady = decides || (words.trim() !== '' && (step !== 'prolong' || untilOn !== null))
  return (
    <Modal opened onClose={onClose} title={titles[step]} size={460} onClick={(event) => event.stopPropagation()}>
      <SaveForm action={decides ? (decision === 'agreed' ? text.agree : text.refuse) : step === 'prolong' ? text.prolong : text.release} isReady={isReady} onClose={onClose} onSave={save}>
        <p className={styles.what}>{`${listing.partyName}　${text.onList(text.list[listing.list], text.measure[listing.measure])}`}<br />{common.told(text.reason[listing.reason], listing.detail)}
          {step === 'decideRelease' && <><br />{common.told(text.releaseReason, listing.releaseReason ?? '')}</>}
          {listing.owed && <><br /><span className={listing.owed.overdueFen > 0 ? styles.over : undefined}>{listing.owed.overdueFen > 0 ? text.owesOverdue(yuanFromFen(listing.owed.balanceFen), yuanFromFen(listing.owed.overdueFen), listing.owed.longestOverdueDays) : text.owes(yuanFromFen(listing.owed.balanceFen))}</span></>}
        </p>
        {decides && <SegmentedControl fullWidth aria-label={text.decide} value={decision} onChange={(value) => setDecision(value)} data={[{ value: 'agreed', label: text.agree }, { value: 'refused', label: text.refuse }]} />}
        {step === 'prolong' && <DayInput label={text.until} required minDate={today} value={untilOn} onChange={setUntilOn} />}
        <Textarea label={decides ? text.remarks : step === 'prolong' ? text.remarks : text.releaseReason} required={!decides} autosize minRows={2} maxRows={5} maxLength={300} data-autofocus value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
