import { Modal, NumberInput, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { REFUSAL_REASONS } from '../../../../shared/contract/custody.ts'
import { CONDITIONS } from '../../../../shared/contract/lookups.ts'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import type { TransferLine } from './queries.ts'
import type { Decision } from './use-deciding.ts'
import styles from './custody.module.css'

/** What a check found that was made as the line came in: the name of its sentence, and what fills it. */
export type Failed = { check: string } & Record<string, string | number>
export type Asking = { line: TransferLine; decision: 'accepted' | 'refused'; pages: number; /** Accepting needs a remark. */ failed?: Failed }
type Props = { asking: Asking; onClose: () => void; /** Closes the dialog too; when it rejects, the refusal is shown and the dialog stays. */ onDecide: (decision: Decision) => Promise<void> }

/** What a tick alone cannot say: why a folder is refused, or accepted though its pages differ from the list. */
export function DecideDialog({ asking, onClose, onDecide }: Props) {
  const { custody } = useText()
  const { line, decision } = asking
  return (
    <Modal opened onClose={onClose} returnFocus={false} size={440} title={decision === 'refused' ? custody.page.refuseTitle(line.number) : `${custody.lineState.accepted}　${line.number}`}>
      <DecideForm asking={asking} onClose={onClose} onDecide={onDecide} />
    </Modal>
  )
}

function DecideForm({ asking: { line, decision, pages: counted, failed }, onClose, onDecide }: Props) {
  const { custody, lookups } = useText()
  const words = custody.page
  const isRefusing = decision === 'refused'
  const known = line.findings.filter(({ blocks }) => blocks)
  const blocking = known.length === 0 && failed ? [{ check: failed.check, values: failed }] : known
  const isBlocked = blocking.length > 0
  const [reason, setReason] = useState<(typeof REFUSAL_REASONS)[number]>(counted !== line.pages ? 'pages-differ' : isBlocked ? 'check-failed' : 'damaged')
  const [pages, setPages] = useState<number | ''>(counted)
  const [condition, setCondition] = useState<(typeof CONDITIONS)[number]>('good')
  const [remarks, setRemarks] = useState('')
  const wasCounted = !isRefusing || reason !== 'not-delivered'
  const needsRemarks = (!isRefusing && isBlocked) || (wasCounted && pages !== line.pages) || (isRefusing && (reason === 'pages-differ' || reason === 'other'))
  const isReady = (!wasCounted || pages !== '') && (!needsRemarks || remarks.trim() !== '')
  const decide = async () => {
    await onDecide({
      dossierId: line.dossierId, decision, pages: wasCounted && pages !== '' ? pages : null, condition, reason: isRefusing ? reason : null,
      remarks: remarks.trim() || null,
    })
    return false
  }
  return (
    <SaveForm action={isRefusing ? words.refuse : custody.lineState.accepted} isReady={isReady} isDangerous={isRefusing} onClose={onClose} onSave={decide}>
      <p className={styles.hint}>{line.title}</p>
      {blocking.map((finding) => <p key={`${finding.check} ${Object.values(finding.values).join(' ')}`} className={styles.seal}>{custody.finding[finding.check]?.(finding.values) ?? finding.check}</p>)}
      {isRefusing && (
        <Select
          label={words.refuseReason} data={REFUSAL_REASONS.map((value) => ({ value, label: custody.reason[value] }))} value={reason} allowDeselect={false}
          data-autofocus onChange={(value) => setReason(value ?? 'other')}
        />
      )}
      {wasCounted && (
        <div className={styles.split} style={{ gridTemplateColumns: '1fr 1fr' }}>
          <NumberInput
            label={words.counted} min={0} max={100_000} value={pages} allowDecimal={false} hideControls inputWrapperOrder={['label', 'input', 'description', 'error']} description={pages === line.pages ? undefined : words.differs(line.pages)}
            onChange={(value) => setPages(typeof value === 'number' ? value : '')}
          />
          <Select
            label={words.condition} data={CONDITIONS.map((value) => ({ value, label: lookups.condition[value] }))} value={condition} allowDeselect={false}
            onChange={(value) => setCondition(value ?? 'good')}
          />
        </div>
      )}
      <Textarea
        label={words.remarks} required={needsRemarks} autosize minRows={2} maxLength={200} value={remarks} data-autofocus={!isRefusing || undefined}
        onChange={(event) => setRemarks(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
      />
    </SaveForm>
  )
}
