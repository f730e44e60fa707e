import { Skeleton } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'
import { useText } from '../../app/text.tsx'
import { statusQuery } from '../../app/session.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { isReadingRefused, ReadingRefused } from '../clearances/index.ts'
import { ContractPanel } from '../contracts/index.ts'
import { CustodyMoment } from '../custody/index.ts'
import { RetentionNote } from '../disposal/index.ts'
import { Catalogue } from './Catalogue.tsx'
import { CustodyLine } from './CustodyLine.tsx'
import { DossierDialogs, type Open } from './DossierDialogs.tsx'
import { DossierHead } from './DossierHead.tsx'
import { DossierSummary } from './DossierSummary.tsx'
import { FolderCover } from './FolderCover.tsx'
import { dossierQuery, itemsOf, type DossierOf } from './queries.ts'
import { usePageDrop } from './use-page-drop.ts'
import { Viewer } from './viewer/index.ts'
import styles from './DossierPage.module.css'

/** One dossier: who has the folder, its cover, what is in it and what is missing, and its documents to read. */
export function DossierPage() {
  const id = Number(useParams<{ id: string }>().id)
  const dossier = useQuery(dossierQuery(id))
  if (isReadingRefused(dossier.error)) return <Closed error={dossier.error} id={id} />
  if (dossier.error) return <Failed error={dossier.error} retry={() => void dossier.refetch()} />
  if (!dossier.data) return <Waiting />
  return <DossierView key={id} dossier={dossier.data} />
}

function DossierView({ dossier }: { dossier: DossierOf }) {
  const { dossiers: { catalogue } } = useText()
  const { data: status } = useQuery(statusQuery)
  const [open, setOpen] = useState<Open | null>(null)
  const [readingId, setReadingId] = useState<number | null>(null)
  const items = itemsOf(dossier)
  const reading = findReading(dossier, readingId)

  const drop = usePageDrop(dossier.mayWrite && open === null, (files, code) => {
    const item = items.find((each) => each.code === code) ?? null
    // A paper document that was entered without a scan is waiting for just this.
    const waiting = item?.documents.filter((document) => document.attachments.length === 0) ?? []
    setOpen(waiting.length === 1 && waiting[0] ? { what: 'scans', document: waiting[0], files } : { what: 'add', item, files })
  })
  const over = items.find((item) => item.code === drop?.item)

  return (
    <div className={styles.page}>
      <DossierHead
        dossier={dossier} onAdd={() => setOpen({ what: 'add', item: null, files: [] })} onConfirm={() => setOpen({ what: 'confirm' })}
        onChange={() => setOpen({ what: 'change' })} onVoid={() => setOpen({ what: 'void' })}
      />
      <CustodyLine steps={dossier.custody}>
        <RetentionNote dossierId={dossier.id} today={status?.today ?? localDay()} />
        <CustodyMoment dossierId={dossier.id} today={status?.today ?? localDay()} />
      </CustodyLine>
      <div className={reading ? `${styles.columns} ${styles.isReading}` : styles.columns}>
        <FolderCover dossier={dossier} />
        <Catalogue
          dossier={dossier} today={status?.today ?? localDay()} mayWrite={dossier.mayWrite} readingId={reading?.document.id ?? null} overItem={drop?.item ?? null}
          onView={(_document, attachment) => setReadingId(attachment.id)}
          onSupply={(item) => setOpen({ what: 'add', item, files: [] })}
          onAddScans={(document) => setOpen({ what: 'scans', document, files: [] })}
          onChange={(document) => setOpen({ what: 'document', document })}
          onStrike={(document) => setOpen({ what: 'strike', document })}
          onStrikeScan={(attachment) => setOpen({ what: 'strikeScan', attachment })}
        />
        {reading
          ? <Viewer key={reading.attachment.id} attachment={reading.attachment} title={reading.title} onClose={() => setReadingId(null)} />
          : <Beside dossier={dossier} />}
      </div>
      {drop && (
        <div className={styles.drop} role="status">
          <span><IconUpload size={18} stroke={1.5} aria-hidden />{over ? catalogue.dropHere(over.title) : catalogue.dropAnywhere}</span>
        </div>
      )}
      <DossierDialogs dossier={dossier} open={open} onClose={() => setOpen(null)} />
    </div>
  )
}

/** Beside the catalogue while nothing is read: the contract, where the folder is one's, and the dossier in words. */
function Beside({ dossier }: { dossier: DossierOf }) {
  const { contract } = dossier
  if (contract === null) return <DossierSummary dossier={dossier} />
  return (
    <div className={styles.beside}>
      <ContractPanel dossier={{ ...dossier, contract }} />
      <DossierSummary dossier={dossier} />
    </div>
  )
}

/** The document and scan being read, as the dossier stands now; null once it was struck out. */
function findReading(dossier: DossierOf, attachmentId: number | null) {
  if (attachmentId === null) return null
  for (const document of dossier.catalogue.flatMap((group) => group.items).flatMap((item) => item.documents)) {
    const attachment = document.attachments.find((each) => each.id === attachmentId)
    if (attachment) return { document, attachment, title: document.attachments.length > 1 ? `${document.title} · ${attachment.name}` : document.title }
  }
  return null
}

/** Until the archive says which day it is: this machine's. */
const localDay = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10)

function Waiting() {
  const { common } = useText()
  return (
    <div className={styles.page} aria-busy>
      <PageHead title={common.page.dossiers}><Skeleton height={32} width={280} /></PageHead>
      <Skeleton height={86} radius={8} />
      <div className={styles.columns}>
        <Skeleton height="100%" radius={6} /><Skeleton height="100%" radius={8} /><Skeleton height="100%" radius={8} />
      </div>
    </div>
  )
}

/** It may be known of, and not read. */
function Closed({ error, id }: { error: unknown; id: number }) {
  const { common } = useText()
  return (
    <div className={styles.page}>
      <PageHead title={common.page.dossiers} />
      <ReadingRefused error={error} dossierId={id} title={common.page.dossiers} />
    </div>
  )
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const { common } = useText()
  return (
    <div className={styles.page}>
      <PageHead title={common.page.dossiers} />
      <ErrorState error={error} retry={retry} />
    </div>
  )
}
