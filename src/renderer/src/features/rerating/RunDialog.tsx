import { Modal, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RATING_KINDS, type RatingKind } from '../../../../shared/rules/schemes/schema.ts'
import { useJob } from '../../app/jobs.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { forgetRatings } from './queries.ts'
import styles from './rerating.module.css'

/** Drafts for the chosen parties at once; what could not be made is named on the batch's page. */
export function RunDialog({ parties, onClose, onDone }: { parties: readonly { partyId: number }[]; onClose: () => void; onDone: (batchId: number) => void }) {
  const { rerating: text, ratings } = useText()
  const today = useQuery(statusQuery).data?.today
  const job = useJob('rerating.run')
  const [kind, setKind] = useState<RatingKind>('aftersale')
  const [asOf, setAsOf] = useState<string | null>(today ?? null)
  const save = async () => {
    const { id, made, refused } = await job.run({ partyIds: parties.map(({ partyId }) => partyId), kind, ...(asOf === null ? {} : { asOf }) })
    notifications.show({ message: text.made(made, refused.length) })
    await forgetRatings()
    onDone(id)
  }
  return (
    <Modal opened onClose={onClose} title={text.runTitle(parties.length)}>
      <SaveForm action={text.run(parties.length)} isReady={parties.length > 0 && asOf !== null} onClose={onClose} onSave={save}>
        <p className={styles.hint}>{text.runHint}</p>
        <SegmentedControl fullWidth aria-label={text.kind} value={kind} onChange={setKind} data={RATING_KINDS.map((value) => ({ value, label: ratings.kind[value] }))} />
        <DayInput label={text.asOf} required maxDate={today} value={asOf} onChange={setAsOf} />
        {job.isRunning && <JobProgress label={text.run(parties.length)} progress={job.progress} onCancel={job.cancel} />}
      </SaveForm>
    </Modal>
  )
}
