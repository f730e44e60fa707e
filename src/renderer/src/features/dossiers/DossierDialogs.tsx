import { Text as Words } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { AddDialog } from './adding/AddDialog.tsx'
import { ChangeDocumentDialog } from './adding/ChangeDocumentDialog.tsx'
import { ScansDialog } from './adding/ScansDialog.tsx'
import { ChangeDossierDialog } from './ChangeDossierDialog.tsx'
import { dossierChanged, type AttachmentOf, type CatalogueItemOf, type DocumentOf, type DossierOf } from './queries.ts'

/** Which dialog of the page is open, and for what. */
export type Open =
  | { what: 'add'; item: CatalogueItemOf | null; files: readonly File[] }
  | { what: 'scans'; document: DocumentOf; files: readonly File[] }
  | { what: 'document'; document: DocumentOf }
  | { what: 'strike'; document: DocumentOf }
  | { what: 'strikeScan'; attachment: AttachmentOf }
  | { what: 'confirm' } | { what: 'change' } | { what: 'void' }

type Props = { dossier: DossierOf; open: Open | null; onClose: () => void }

/** The dialogs of the dossier's page, one at a time. */
export function DossierDialogs({ dossier, open, onClose }: Props): ReactNode {
  const { dossiers: { strike, page, void: voiding } } = useText()
  const client = useQueryClient()
  const [, go] = useLocation()
  const shared = { opened: true, onClose }
  const done = async (message: string) => {
    await dossierChanged(client, dossier.id)
    notifications.show({ message })
  }
  switch (open?.what) {
    case undefined: return null
    case 'add': return <AddDialog dossier={dossier} item={open.item} files={open.files} onClose={onClose} />
    case 'scans': return <ScansDialog dossierId={dossier.id} document={open.document} files={open.files} onClose={onClose} />
    case 'document': return <ChangeDocumentDialog dossier={dossier} document={open.document} onClose={onClose} />
    case 'change': return <ChangeDossierDialog dossier={dossier} onClose={onClose} />
    case 'strike':
      return (
        <ConfirmModal
          {...shared} title={strike.title(open.document.title)} action={strike.confirm} isDangerous reasonLabel={strike.reason}
          onConfirm={async (reason) => {
            await call('documents.strike', { id: open.document.id, reason })
            await done(strike.done)
          }}
        >
          <Words fz="md">{strike.hint}</Words>
        </ConfirmModal>
      )
    case 'strikeScan':
      return (
        <ConfirmModal
          {...shared} title={strike.title(open.attachment.name)} action={strike.confirm} isDangerous reasonLabel={strike.reason}
          onConfirm={async (reason) => {
            await call('attachments.strike', { id: open.attachment.id, reason })
            await done(strike.done)
          }}
        >
          <Words fz="md">{strike.scanHint}</Words>
        </ConfirmModal>
      )
    case 'confirm':
      return (
        <ConfirmModal
          {...shared} title={page.confirmTitle} action={page.confirm}
          onConfirm={async () => {
            await call('dossiers.confirm', { id: dossier.id })
            await done(page.confirmed)
          }}
        >
          <Words fz="md">{page.confirmHint(dossier.number, dossier.partyName)}</Words>
        </ConfirmModal>
      )
    case 'void':
      return (
        <ConfirmModal
          {...shared} title={voiding.title(dossier.number)} action={voiding.confirm} isDangerous reasonLabel={voiding.reason}
          onConfirm={async (reason) => {
            await call('dossiers.void', { id: dossier.id, reason })
            // The dossier is no longer there to be read again.
            client.removeQueries({ queryKey: ['dossiers.get', dossier.id] })
            notifications.show({ message: voiding.done(dossier.number) })
            go(paths.party(dossier.partyId))
            await client.invalidateQueries({ queryKey: ['parties.get', dossier.partyId] })
            await client.invalidateQueries({ queryKey: ['dossiers.list'] })
          }}
        >
          <Words fz="md">{voiding.hint}</Words>
        </ConfirmModal>
      )
  }
}
