import { Button, Modal, NumberInput, Skeleton, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { indicatorsOf } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { changeRating, pagesQuery, type Rating } from './queries.ts'
import styles from './ratings.module.css'

type Chosen = { attachmentId: number; page: number; title: string }

/** Which pages of the party's dossiers stand behind a mark. */
export function EvidenceDialog({ rating, code, onClose }: { rating: Rating; code: string; onClose: () => void }) {
  const { ratings: { dialog: { evidence: words }, card } } = useText()
  const indicator = indicatorsOf(rating.scheme.body).find((one) => one.code === code)!
  const mark = rating.marks[code]
  const { data: pages, error, refetch } = useQuery(pagesQuery(rating.id))
  const [text, setText] = useState('')
  const [numbers, setNumbers] = useState<Record<number, number>>({})
  const [chosen, setChosen] = useState<Chosen[]>((mark?.evidence ?? []).flatMap(({ attachmentId, page, title, isThere }) => (attachmentId !== null && isThere ? [{ attachmentId, page, title }] : [])))
  // Without a mark yet the best option is what the page is chosen for first; the digit keys change it.
  const option = mark?.option ?? (indicator.kind === 'mark' ? indicator.options[0]!.code : '')
  const found = pages?.filter(({ document, attachment, dossierNumber }) => `${document} ${attachment.name} ${dossierNumber}`.includes(text.trim())) ?? []
  const save = () => changeRating('ratings.mark', {
    id: rating.id, version: rating.version, indicator: code, option, remarks: mark?.remarks ?? null, evidence: chosen.map(({ attachmentId, page }) => ({ attachmentId, page })),
  })
  return (
    <Modal opened onClose={onClose} size={640} title={words.title(indicator.name)}>
      <SaveForm action={words.save} isReady={pages !== undefined} onClose={onClose} onSave={save}>
        {chosen.length > 0 && (
          <ul className={styles.chosen} aria-label={words.chosen}>
            {chosen.map((one) => (
              <li key={`${one.attachmentId}:${one.page}`}>{card.page(one.title, one.page)}
                <button type="button" aria-label={words.remove(card.page(one.title, one.page))} onClick={() => setChosen(chosen.filter((other) => other !== one))}><IconX size={14} aria-hidden /></button>
              </li>
            ))}
          </ul>
        )}
        <TextInput placeholder={words.search} aria-label={words.search} data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <div className={styles.pages}>
          {error && <ErrorState error={error} retry={() => void refetch()} />}
          {!pages && !error && <Skeleton height={160} />}
          {pages?.length === 0 && <EmptyState title={words.empty} hint={words.emptyHint} />}
          {found.map(({ attachment, document, dossierNumber, itemCode }) => {
            const page = numbers[attachment.id] ?? 1
            const isChosen = chosen.some((one) => one.attachmentId === attachment.id && one.page === page)
            return (
              <div key={attachment.id} className={styles.pageLine}>
                <div><strong>{[itemCode, document].filter(Boolean).join(' ')}</strong><small>{dossierNumber}　{attachment.name}　{words.pages(attachment.pages ?? 1)}</small></div>
                <NumberInput aria-label={words.page} size="xs" w={72} min={1} max={attachment.pages ?? 1} value={page} onChange={(value) => setNumbers({ ...numbers, [attachment.id]: Number(value) || 1 })} />
                <Button size="xs" disabled={isChosen} onClick={() => setChosen([...chosen, { attachmentId: attachment.id, page, title: document }])}>{isChosen ? words.chosen : words.add}</Button>
              </div>
            )
          })}
        </div>
      </SaveForm>
    </Modal>
  )
}
