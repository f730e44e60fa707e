import { Button, Group, Modal, Radio, SegmentedControl, Skeleton, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { localMinute } from '../../ui/format.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { changePaper, conflictsQuery, type PaperConflict } from './queries.ts'
import { PaperSide, RecordSide } from './PaperSide.tsx'
import styles from './fallback.module.css'

/** Contradictions with both sides beside each other: one person decides, another one agrees. */
export function ConflictsTab() {
  const { fallback: { conflict: text, tab } } = useText()
  const [isOpen, setOpen] = useState(true)
  const [deciding, setDeciding] = useState<PaperConflict | null>(null)
  const { data, error, refetch } = useQuery(conflictsQuery(isOpen))
  return (
    <>
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={tab.conflicts} value={isOpen ? 'waiting' : 'all'} onChange={(value) => setOpen(value === 'waiting')}
          data={[{ value: 'waiting', label: text.waiting }, { value: 'all', label: text.all }]}
        />
        {isOpen && <span className={styles.quiet}>{text.hint}</span>}
      </div>
      {error && <div className={styles.card}><ErrorState error={error} retry={() => void refetch()} /></div>}
      {!data && !error && <Skeleton height={240} radius={8} />}
      {data && data.rows.length === 0 && <div className={styles.card}><EmptyState icon={IconCircleCheck} title={text.empty} hint={text.emptyHint} /></div>}
      {data && data.rows.length > 0 && <div className={styles.conflicts}>{data.rows.map((conflict) => <Conflict key={conflict.id} conflict={conflict} onDecide={() => setDeciding(conflict)} />)}</div>}
      {deciding && <DecideDialog conflict={deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

function Conflict({ conflict, onDecide }: { conflict: PaperConflict; onDecide: () => void }) {
  const { fallback } = useText()
  const text = fallback.conflict
  const [error, setError] = useState<unknown>(null)
  const { papers, state, may } = conflict
  const other = papers[1]
  const answer = async (agreed: boolean) => {
    setError(null)
    try {
      await changePaper('fallback.confirm', { id: conflict.id, agreed })
      notifications.show({ message: agreed ? text.confirmed : text.rejected })
    } catch (refusal) {
      setError(refusal)
    }
  }
  const decided = conflict.reason !== null && [
    conflict.setAside === null ? text.explained : text.setAside(conflict.setAside), conflict.reason, text.proposedBy(conflict.proposedByName ?? '', localMinute(conflict.proposedAt ?? '')), conflict.confirmedByName,
  ].filter(Boolean).join('　')
  return (
    <section className={styles.conflict} aria-label={fallback.rule[conflict.rule](conflict.facts, localMinute)}>
      <div className={styles.top}>
        <span className={`${styles.chip} ${styles[state]}`}>{state === 'proposed' ? text.proposed : state === 'settled' ? text.settled : text.open}</span>
        <strong>{fallback.rule[conflict.rule](conflict.facts, localMinute)}</strong>
        {conflict.dossierId !== null && <Link to={paths.dossier(conflict.dossierId)}>{conflict.dossierNumber}</Link>}
      </div>
      <div className={styles.sides}>
        <PaperSide paper={papers[0]!} title={text.thisPaper} dossierId={conflict.dossierId} />
        {other ? <PaperSide paper={other} title={text.otherPaper} dossierId={conflict.dossierId} /> : (
          <RecordSide conflict={conflict} />
        )}
      </div>
      {(may.propose || decided || error !== null) && (
        <div className={styles.bottom}>
          <p>{decided}</p>
          <Refusal error={error} />
          {may.propose && <Button variant="filled" onClick={onDecide}>{fallback.action.propose}</Button>}
          {may.confirm && <><Button onClick={() => void answer(false)}>{fallback.action.reject}</Button><Button variant="filled" onClick={() => void answer(true)}>{fallback.action.confirm}</Button></>}
        </div>
      )}
    </section>
  )
}

function DecideDialog({ conflict, onClose }: { conflict: PaperConflict; onClose: () => void }) {
  const { fallback, common } = useText()
  const text = fallback.conflict
  const choices = conflict.papers.filter(({ state }) => state === 'waiting')
  const [choice, setChoice] = useState<string | null>(choices.length === 1 && !conflict.may.explain ? String(choices[0]!.id) : null)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const isReady = choice !== null && reason.trim() !== ''
  const propose = async () => {
    setRunning(true)
    setError(null)
    try {
      await changePaper('fallback.propose', { id: conflict.id, setAsideId: choice === 'both' ? null : Number(choice), reason: reason.trim() })
      notifications.show({ message: text.done })
      onClose()
    } catch (refusal) {
      setError(refusal)
      setRunning(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={text.title} size={480}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isRunning) void propose()
        }}
      >
        <Stack gap="md">
          <span>{fallback.rule[conflict.rule](conflict.facts, localMinute)}</span>
          <Radio.Group label={text.which} value={choice} onChange={setChoice}>
            <Stack gap="xs" pt={6}>
              {choices.map((paper) => (
                <Radio key={paper.id} value={String(paper.id)} label={`${text.setAside(paper.blank)}（${fallback.form[paper.form]} ${localMinute(paper.happenedAt)}）`} />
              ))}
              {conflict.may.explain && <Radio value="both" label={text.neither} />}
            </Stack>
          </Radio.Group>
          <Textarea label={text.reason} required autosize minRows={2} maxRows={6} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Refusal error={error} />
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{fallback.action.propose}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
