import { Button, NumberInput, Skeleton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import type { PageOfDossier } from './queries.ts'
import styles from './ratings.module.css'

export type ChosenPage = { attachmentId: number; page: number; title: string }
type Props = { pages: readonly PageOfDossier[] | undefined; error: Error | null; onRetry: () => void; isChosen: (attachmentId: number, page: number) => boolean; onChoose: (page: ChosenPage) => void }

/** Scans of a party's dossiers, found by name; of each a page is chosen. */
export function PageList({ pages, error, onRetry, isChosen, onChoose }: Props) {
  const { ratings: { dialog: { evidence: words } } } = useText()
  const [text, setText] = useState('')
  const [numbers, setNumbers] = useState<Record<number, number>>({})
  const found = pages?.filter(({ document, attachment, dossierNumber }) => `${document} ${attachment.name} ${dossierNumber}`.includes(text.trim())) ?? []
  return (
    <>
      <TextInput placeholder={words.search} aria-label={words.search} data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <div className={styles.pages}>
        {error && <ErrorState error={error} retry={onRetry} />}
        {!pages && !error && <Skeleton height={160} />}
        {pages?.length === 0 && <EmptyState title={words.empty} hint={words.emptyHint} />}
        {found.map(({ attachment, document, dossierNumber, itemCode }) => {
          const page = numbers[attachment.id] ?? 1
          return (
            <div key={attachment.id} className={styles.pageLine}>
              <div><strong>{[itemCode, document].filter(Boolean).join(' ')}</strong><small>{dossierNumber}　{attachment.name}　{words.pages(attachment.pages ?? 1)}</small></div>
              <NumberInput aria-label={words.page} size="xs" w={72} min={1} max={attachment.pages ?? 1} value={page} onChange={(value) => setNumbers({ ...numbers, [attachment.id]: Number(value) || 1 })} />
              <Button size="xs" disabled={isChosen(attachment.id, page)} onClick={() => onChoose({ attachmentId: attachment.id, page, title: document })}>{isChosen(attachment.id, page) ? words.chosen : words.add}</Button>
            </div>
          )
        })}
      </div>
    </>
  )
}
