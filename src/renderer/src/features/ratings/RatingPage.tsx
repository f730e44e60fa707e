import { Drawer, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useParams } from 'wouter'
import { indicatorsOf } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { CardTable, type CardActions } from './CardTable.tsx'
import { EvidenceDialog } from './EvidenceDialog.tsx'
import { Gauge } from './Gauge.tsx'
import { MovedBasis } from './MovedBasis.tsx'
import { changeRating, type Rating, ratingQuery } from './queries.ts'
import styles from './ratings.module.css'
import { RatingHead } from './RatingHead.tsx'
import { GatesPanel, HistoryPanel, LiftPanel, LimitPanel } from './SidePanels.tsx'
import { SourcePane } from './SourcePane.tsx'

/** One rating: the card, what stands behind the chosen line, and what it comes to. */
export function RatingPage() {
  const id = Number(useParams<{ id: string }>().id)
  const { data, error, refetch } = useQuery(ratingQuery(id))
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.page}><Skeleton height={28} width={420} mb={16} /><div className={styles.columns}><Skeleton radius={8} /><Skeleton radius={8} /><Skeleton radius={8} /></div></div>
  return <Shown key={data.id} rating={data} />
}

function Shown({ rating }: { rating: Rating }) {
  const { ratings: { card, pane } } = useText()
  const words = useErrorWords()
  const codes = indicatorsOf(rating.scheme.body).map(({ code }) => code)
  const [selected, setSelected] = useState(codes[0] ?? '')
  const [isOpen, setOpen] = useState(false)
  const [evidenceFor, setEvidenceFor] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const isWide = useMediaQuery('(min-width: 1640px)', true, { getInitialValueInEffect: false })
  const submit = useRef<() => void>(() => undefined)
  // What was typed while a mark was on its way is done after it, on the version it made.
  const queue = useRef(Promise.resolve())
  const latest = useRef(rating)
  latest.current = rating
  const mark = (code: string, option: string | null) => {
    queue.current = queue.current.then(async () => {
      setSaving(true)
      try {
        const now = latest.current
        const kept = now.marks[code]
        const evidence = kept?.evidence.flatMap(({ attachmentId, page, isThere }) => (attachmentId !== null && isThere ? [{ attachmentId, page }] : [])) ?? []
        const { rating: changed } = await changeRating('ratings.mark', { id: now.id, version: now.version, indicator: code, option, remarks: kept?.remarks ?? null, evidence })
        latest.current = changed
        const indicator = indicatorsOf(changed.scheme.body).find((one) => one.code === code)
        const name = indicator?.kind === 'mark' ? indicator.options.find((one) => one.code === option)?.name : undefined
        if (indicator?.kind === 'mark' && indicator.evidence === 'page' && option !== null && evidence.length === 0) notifications.show({ message: `${card.marked(indicator.name, name ?? '')}　${card.todo.mark}` })
      } catch (refusal) {
        notifications.show({ color: 'seal', message: words(refusal) })
      }
      setSaving(false)
    })
  }
  const actions: CardActions = {
    select: setSelected, mark, evidence: setEvidenceFor, submit: () => submit.current(),
    open: (code) => {
      setSelected(code)
      setOpen(true)
    },
  }
  const source = <SourcePane rating={rating} code={selected} onClose={() => setOpen(false)} />
  return (
    <div className={styles.page}>
      <RatingHead rating={rating} submitRef={submit} />
      <MovedBasis rating={rating} />
      <div className={styles.columns} data-wide={isWide}>
        <div className={styles.cardBox}><CardTable rating={rating} selected={selected} isSaving={isSaving} actions={actions} /></div>
        {isWide && <div className={styles.middle}>{source}</div>}
        <aside className={styles.side}>
          <Gauge rating={rating} />
          <LiftPanel rating={rating} onSelect={(code) => { setSelected(code); document.querySelector<HTMLElement>(`[data-code="${code}"]`)?.focus() }} />
          <LimitPanel rating={rating} />
          <GatesPanel rating={rating} />
          <HistoryPanel rating={rating} />
        </aside>
      </div>
      {!isWide && <Drawer opened={isOpen} onClose={() => setOpen(false)} position="right" size={520} title={pane.title} closeButtonProps={{ 'aria-label': pane.close }}><div className={styles.drawer}>{source}</div></Drawer>}
      {evidenceFor !== null && <EvidenceDialog rating={rating} code={evidenceFor} onClose={() => setEvidenceFor(null)} />}
    </div>
  )
}
