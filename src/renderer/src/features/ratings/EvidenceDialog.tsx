import { Modal } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { indicatorsOf } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { type ChosenPage, PageList } from './PageList.tsx'
import { changeRating, pagesQuery, type Rating } from './queries.ts'
import styles from './ratings.module.css'

/** Which pages of the party's dossiers stand behind a mark. */
export function EvidenceDialog({ rating, code, onClose }: { rating: Rating; code: string; onClose: () => void }) {
  const { ratings: { dialog: { evidence: words }, card } } = useText()
  const indicator = indicatorsOf(rating.scheme.body).find((one) => one.code === code)!
  const mark = rating.marks[code]
  const { data: pages, error, refetch } = useQuery(pagesQuery(rating.id))
  const [chosen, setChosen] = useState<ChosenPage[]>((mark?.evidence ?? []).flatMap(({ attachmentId, page, title, isThere }) => (attachmentId !== null && isThere ? [{ attachmentId, page, title }] : [])))
  // Without a mark yet the best option is what the page is chosen for first; the digit keys change it.
  const option = mark?.option ?? (indicator.kind === 'mark' ? indicator.options[0]!.code : '')
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
        <PageList pages={pages} error={error} onRetry={() => void refetch()} isChosen={(attachmentId, page) => chosen.some((one) => one.attachmentId === attachmentId && one.page === page)} onChoose={(one) => setChosen([...chosen, one])} />
      </SaveForm>
    </Modal>
  )
}
