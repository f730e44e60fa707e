import { Modal, Skeleton } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../app/text.tsx'
import styles from './limits.module.css'
import type { Limit } from './queries.ts'

const Viewer = lazy(async () => ({ default: (await import('../dossiers/index.ts')).Viewer }))

/** The page behind a guarantee: a click opens it; below it where it is filed, and whether it looks like something else. */
export function GuaranteePage({ page }: { page: NonNullable<Limit['guarantees'][number]['page']> }) {
  const { limits: { guarantee: words } } = useText()
  const [isOpen, setOpen] = useState(false)
  const name = words.pageOf(page.title, page.page)
  const { attachment } = page
  const filed = page.isThere ? words.filed(page.dossierNumber, page.type) : <span className={styles.amber}>{words.gone}</span>
  return (
    <span className={styles.behind}>
      {attachment === null ? name : <button type="button" className={styles.pageLink} aria-label={words.open(page.title, page.page)} onClick={() => setOpen(true)}>{name}</button>}
      <span className={styles.filed}>{filed}</span>
      {page.isOther && <span className={styles.filed}><span className={styles.amber}>{words.other}</span></span>}
      {isOpen && attachment !== null && (
        <Modal opened onClose={() => setOpen(false)} size="min(1200px, 92vw)" padding={0} withCloseButton={false} aria-label={name}>
          <div className={styles.viewer}>
            <Suspense fallback={<Skeleton height="100%" radius={8} />}><Viewer attachment={attachment} title={`${name}　${words.filed(page.dossierNumber, page.type)}`} startPage={page.page} onClose={() => setOpen(false)} /></Suspense>
          </div>
        </Modal>
      )}
    </span>
  )
}
