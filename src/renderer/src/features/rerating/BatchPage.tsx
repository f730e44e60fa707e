import { Button, Menu, Modal, SegmentedControl, Skeleton, Table, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { Output } from '../../../../shared/contract/index.ts'
import { GRADES } from '../../../../shared/contract/parties.ts'
import type { ErrorCode } from '../../../../shared/errors.ts'
import { CallError } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { Caution } from '../../ui/Caution.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { errorWords } from '../../ui/error-words.ts'
import { localMinute } from '../../ui/format.ts'
import { type Grade, GradeTag } from '../../ui/GradeTag.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { batchQuery, forgetRatings, type BatchOf, type LineRow } from './queries.ts'
import styles from './rerating.module.css'

const STEPS = ['submit', 'review', 'approve'] as const
/** For those alone whose facts have moved since they were gathered. */
const MENDS = ['refresh', 'return'] as const
type Step = (typeof STEPS)[number] | (typeof MENDS)[number]
type Refused = Output<'rerating.step'>['refused']
const DIRECTIONS = ['worse', 'better', 'new', 'same'] as const

/** What was rated together: who moved, where and why; the next step for all that wait for this person. */
export function BatchPage() {
  const id = Number(useParams<{ id: string }>().id)
  const { rerating: text, ratings, common } = useText()
  const [, go] = useLocation()
  const { data, error, refetch } = useQuery(batchQuery(id))
  const columns = useColumns()
  const [step, setStep] = useState<Step | null>(null)
  const [refused, setRefused] = useState<Refused>([])
  const [shown, setShown] = useState<'all' | (typeof DIRECTIONS)[number]>('all')
  const [grade, setGrade] = useState<Grade | 'none' | null>(null)
  if (error) return <><PageHead title={text.title} /><ErrorState error={error} retry={() => void refetch()} /></>
  if (!data) return <><PageHead title={text.title} /><Skeleton height={400} radius={8} /></>
  const rows = data.rows.filter(({ direction, after }) => (shown === 'all' || direction === shown) && (grade === null || (after !== null && (after.grade ?? 'none') === grade)))
  const gradesOf = (one: Grade | 'none') => data.rows.filter(({ after }) => after !== null && (after.grade ?? 'none') === one).length
  const countOf = (direction: string) => data.rows.filter((row) => row.direction === direction).length
  return (
    <div className={styles.page}>
      <PageHead title={data.number} lead={`${ratings.kind[data.kind]}　${data.schemes.length > 0 ? `${text.with(common.list(data.schemes))}　` : ''}${text.asOf} ${data.asOf}　${data.madeByName} ${localMinute(data.madeAt)}`}>
        <Button onClick={() => go(`${paths.rerating}?tab=batches`)}>{text.back}</Button>
        <MendMenu may={data.may} onChoose={setStep} />
        {STEPS.filter((one) => data.may[one] > 0).map((one) => <Button key={one} variant="filled" onClick={() => setStep(one)}>{text.step[one]} · {data.may[one]}</Button>)}
      </PageHead>
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={text.filter} value={shown} onChange={setShown}
          data={[{ value: 'all', label: `${text.all} ${data.rows.length}` }, ...DIRECTIONS.filter((one) => countOf(one) > 0).map((value) => ({ value, label: `${text.direction[value]} ${countOf(value)}` }))]}
        />
        <FilterSelect<Grade | 'none'> label={text.anyGrade} width={148} value={grade} onChange={setGrade} data={[...GRADES, 'none' as const].filter((one) => gradesOf(one) > 0).map((value) => ({ value, label: `${common.gradeName(value === 'none' ? null : value)} · ${gradesOf(value)}` }))} />
      </div>
      <DataTable label={text.linesTable} columns={columns} count={rows.length} rowAt={(index) => rows[index]} rowKey={({ partyId }) => partyId} rowHeight={44} onOpen={(row) => row.ratingId !== null && go(paths.rating(row.ratingId))} />
      {step !== null && <StepDialog batch={data} step={step} onRefused={setRefused} onClose={() => setStep(null)} />}
      {refused.length > 0 && <RefusedDialog refused={refused} onClose={() => setRefused([])} />}
    </div>
  )
}

function MendMenu({ may, onChoose }: { may: BatchOf['may']; onChoose: (step: Step) => void }) {
  const { rerating: text } = useText()
  const mends = MENDS.filter((one) => may[one] > 0)
  if (mends.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button rightSection={<IconChevronDown size={16} stroke={1.5} aria-hidden />}>{text.more}</Button></Menu.Target>
      <Menu.Dropdown>{mends.map((one) => <Menu.Item key={one} onClick={() => onChoose(one)}>{text.step[one]}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  )
}

/** Whom a step passed over, and why. */
function RefusedDialog({ refused, onClose }: { refused: Refused; onClose: () => void }) {
  const all = useText()
  return (
    <Modal opened onClose={onClose} size={640} title={all.rerating.refusedTitle(refused.length)}>
      <Table>
        <Table.Tbody>{refused.map(({ partyId, partyName, code }) => <Table.Tr key={partyId}><Table.Td w="40%">{partyName}</Table.Td><Table.Td>{errorWords(new CallError(code as ErrorCode), all)}</Table.Td></Table.Tr>)}</Table.Tbody>
      </Table>
    </Modal>
  )
}

const share = (basisPoints: number): string => `${Math.round(basisPoints / 100)}%`
const points = (score: number | null): string => (score === null ? '—' : (score / 100).toFixed(1))

function useColumns(): Column<LineRow>[] {
  const all = useText()
  const { rerating: text, ratings } = all
  return [
    { key: 'party', heading: text.party, width: '24%', cell: (row) => <strong title={row.partyName}>{row.partyName}</strong> },
    { key: 'before', heading: text.before, width: 110, cell: (row) => row.before && <><GradeTag grade={row.before.grade} /> {points(row.before.score)}</> },
    { key: 'after', heading: text.after, width: 110, cell: (row) => row.after && <><GradeTag grade={row.after.grade} /> {points(row.after.score)}</> },
    { key: 'moved', heading: text.moved, width: 70, cell: (row) => row.direction && <span className={styles[row.direction]}>{text.direction[row.direction]}</span> },
    { key: 'why', heading: text.why, cell: (row) => (row.refusal === null ? <Why row={row} /> : <span className={styles.over}>{errorWords(new CallError(row.refusal as ErrorCode), all)}</span>) },
    { key: 'state', heading: text.states, width: 90, cell: (row) => (row.state === null ? '' : ratings.state[row.state]) },
  ]
}

function Why({ row }: { row: LineRow }) {
  const { rerating: text, common } = useText()
  if (row.direction === 'new') return row.after && <span className={styles.quiet}>{text.firstWhy(share(row.after.coverage))}</span>
  const signed = (moved: number) => `${moved > 0 ? '+' : '−'}${(Math.abs(moved) / 100).toFixed(1)}`
  const told = (one: LineRow['why'][number]): string => {
    switch (one.kind) {
      case 'override': return text.overrideWhy[one.to](common.gradeName(one.grade), one.until)
      case 'gate': return one.to === 'hit' ? text.gateHit(one.name) : text.gateLifted(one.name)
      case 'indicator': return text.indicatorWhy(one.name, signed(one.moved))
      case 'coverage': return text.coverageWhy(share(one.from), share(one.to))
      case 'cuts': return text.cutsWhy
    }
  }
  const words = row.why.map(told)
  // What points the other way made nothing move: it is told apart.
  const against = row.against.length > 0 && row.direction !== null ? text.against(row.direction === 'worse', row.against.map(told).join('　')) : null
  if (words.length === 0 && against === null) return <span className={styles.quiet}>{text.noWhy}</span>
  return <span title={[...words, ...(against === null ? [] : [against])].join('\n')}>{words.join('　')}{against !== null && <span className={styles.quiet}>　{against}</span>}</span>
}

function StepDialog({ batch, step, onRefused, onClose }: { batch: BatchOf; step: Step; onRefused: (refused: Refused) => void; onClose: () => void }) {
  const { rerating: text } = useText()
  const job = useJob('rerating.step')
  const [remarks, setRemarks] = useState(step === 'return' ? text.toReturn : '')
  const hint = step === 'refresh' ? text.refreshHint : step === 'return' ? text.returnHint : text.stepHint
  const save = async () => {
    const { done, refused } = await job.run({ id: batch.id, step, remarks: remarks.trim() || null })
    notifications.show({ message: text.stepDone(done, refused.length) })
    onRefused(refused)
    await forgetRatings()
  }
  return (
    <Modal opened onClose={onClose} title={text.stepTitle[step]}>
      <SaveForm action={text.step[step]} isReady={step !== 'return' || remarks.trim() !== ''} onClose={onClose} onSave={save}>
        <p className={styles.hint}>{hint(batch.may[step])}</p>
        {step === 'review' && batch.may.stuckAfterReview > 0 && <Caution>{text.stuck(batch.may.stuckAfterReview)}</Caution>}
        {step !== 'submit' && step !== 'refresh' && <Textarea label={step === 'return' ? text.returnReason : text.remarks} autosize minRows={1} maxRows={4} maxLength={300} data-autofocus value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />}
        {job.isRunning && <JobProgress label={text.step[step]} progress={job.progress} onCancel={job.cancel} />}
      </SaveForm>
    </Modal>
  )
}
