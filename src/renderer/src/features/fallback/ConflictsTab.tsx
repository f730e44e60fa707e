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
import { changePaper, conflictsQuery, type PaperConflict, type PaperRow } from './queries.ts'
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
        <Paper paper={papers[0]!} title={text.thisPaper} dossierId={conflict.dossierId} />
        {other ? <Paper paper={other} title={text.otherPaper} dossierId={conflict.dossierId} /> : (
          <div className={styles.side}><h2>{text.recorded}</h2><p className={styles.quiet}>{text.recordedHint}</p><p>{fallback.rule[conflict.rule](conflict.facts, localMinute)}</p></div>
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

function Paper({ paper, title, dossierId }: { paper: PaperRow; title: string; dossierId: number | null }) {
  const { fallback: text, lookups } = useText()
  return (
    <div className={styles.side}>
      <h2>{title}　{paper.blank}<span className={`${styles.chip} ${styles[paper.state]}`}>{text.paperState[paper.state]}</span></h2>
      <dl className={styles.facts}>
        <dt>{text.enter.applicant}</dt><dd>{paper.applicantName}　{lookups.manner[paper.manner]}　{paper.purpose}</dd>
        <dt>{text.conflict.signer}</dt><dd>{paper.signerName}　{localMinute(paper.signedAt)}</dd>
        <dt>{text.list.out}</dt><dd>{localMinute(paper.handedAt)}　{paper.handedByName}</dd>
        {paper.folders.map((folder) => (
          <Folder key={folder.dossierId} label={text.list.back} isSame={folder.dossierId === dossierId} words={`${folder.returnedAt ? localMinute(folder.returnedAt) : text.list.stillOut}　${folder.number} ${folder.title}`} />
        ))}
        <dt>{text.list.entered}</dt><dd>{text.conflict.entry(paper.enteredByName, localMinute(paper.enteredAt))}</dd>
      </dl>
    </div>
  )
}

const Folder = ({ label, words, isSame }: { label: string; words: string; isSame: boolean }) => <><dt>{label}</dt><dd className={isSame ? styles.same : undefined}>{words}</dd></>

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
                <Radio key={paper.id} value={String(paper.id)} label={`${text.setAside(paper.blank)}（${paper.applicantName} ${localMinute(paper.handedAt)}）`} />
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
