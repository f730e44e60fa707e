import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { Output } from '../../../../../shared/contract/index.ts'
import { call } from '../../../app/bridge.ts'
import { useOfferIncident } from '../../../app/offer-incident.tsx'
import { useText } from '../../../app/text.tsx'
import { ConfirmModal } from '../../../ui/ConfirmModal.tsx'
import type { CabinetFront, DrawerFront, Room } from '../fronts.ts'
import type { Folder } from '../geometry/index.ts'
import { forgetCabinet } from '../queries.ts'
import { AddCabinetForm } from './AddCabinetForm.tsx'
import { AddRoomForm } from './AddRoomForm.tsx'
import { DrawerForm } from './DrawerForm.tsx'
import { MoveForm } from './MoveForm.tsx'

type Place = Output<'cabinet.place'>

/** Which dialog of the cabinet is open, and what it is about. */
export type Dialog =
  | { readonly kind: 'addRoom' }
  | { readonly kind: 'addCabinet'; readonly room: Room }
  | { readonly kind: 'drawer'; readonly cabinet: CabinetFront; readonly drawer: DrawerFront; readonly lastSlot: number }
  | { readonly kind: 'move'; readonly folder: Folder; readonly roomId: number }
  | { readonly kind: 'missing' | 'found'; readonly folder: Folder }

type Props = {
  dialog: Dialog | null
  onClose: () => void
  onPlaced: (place: Place, dossierId: number) => void
  onRoomAdded: (roomId: number) => void
}

/** The dialogs of the cabinet, one at a time. */
export function Dialogs({ dialog, onClose, onPlaced, onRoomAdded }: Props) {
  const { cabinet: text } = useText()
  const client = useQueryClient()
  const offerIncident = useOfferIncident()
  const isReport = dialog?.kind === 'missing' || dialog?.kind === 'found'
  const title = isReport ? '' : titleOf(dialog, text)
  return (
    <>
      <Modal opened={dialog !== null && !isReport} onClose={onClose} title={title} size={440}>
        {dialog?.kind === 'addRoom' && <AddRoomForm onClose={onClose} onAdded={onRoomAdded} />}
        {dialog?.kind === 'addCabinet' && <AddCabinetForm room={dialog.room} onClose={onClose} />}
        {dialog?.kind === 'drawer' && <DrawerForm drawer={dialog.drawer} lastSlot={dialog.lastSlot} onClose={onClose} />}
        {dialog?.kind === 'move' && <MoveForm folder={dialog.folder} roomId={dialog.roomId} onClose={onClose} onPlaced={onPlaced} />}
      </Modal>
      <ConfirmModal
        opened={isReport} onClose={onClose} title={isReport ? `${dialog.kind === 'missing' ? text.reportMissing : text.reportFound}：${dialog.folder.shortName}` : ''}
        action={dialog?.kind === 'missing' ? text.reportMissing : text.reportFound} isDangerous={dialog?.kind === 'missing'}
        reasonLabel={dialog?.kind === 'missing' ? text.whereLooked : text.whereFound}
        onConfirm={async (remarks) => {
          if (!isReport) return
          const { folder: { dossierId } } = dialog
          await call(dialog.kind === 'missing' ? 'cabinet.reportMissing' : 'cabinet.reportFound', { dossierId, remarks })
          await forgetCabinet(client)
          if (dialog.kind === 'missing') offerIncident(dossierId, dialog.folder.number)
        }}
      >
        <p style={{ margin: 0 }}>{dialog?.kind === 'missing' ? text.reportMissingHint : text.reportFoundHint}</p>
      </ConfirmModal>
    </>
  )
}

function titleOf(dialog: Dialog | null, text: ReturnType<typeof useText>['cabinet']): string {
  if (dialog?.kind === 'addRoom') return text.addRoom
  if (dialog?.kind === 'addCabinet') return text.addCabinet
  if (dialog?.kind === 'drawer') return text.drawerTitle(dialog.cabinet.code, dialog.drawer.no)
  return dialog?.kind === 'move' ? text.moveTitle(dialog.folder.shortName) : ''
}
