import { HandOutDialog, TakeBackDialog } from './CountDialogs.tsx'
import type { Dialog } from './dialog.ts'
import { ScanDialog } from './ScanDialog.tsx'
import { SlipDialog } from './SlipDialog.tsx'
import { CancelDialog, ClaimDialog, LostDialog, RenewDialog } from './StepDialogs.tsx'

/** Whatever is open over the desk; closing forgets what was typed. */
export function Dialogs({ dialog, onClose, onCreated }: { dialog: Dialog | null; onClose: () => void; onCreated: (slipId: number) => void }) {
  if (dialog === null) return null
  switch (dialog.kind) {
    case 'create': return <SlipDialog slipId={null} dossierId={dialog.dossierId} onClose={onClose} onDone={onCreated} />
    case 'change': return <SlipDialog slipId={dialog.slipId} dossierId={null} onClose={onClose} onDone={onCreated} />
    case 'scan': return <ScanDialog onClose={onClose} />
    case 'handOut': return <HandOutDialog slipId={dialog.slipId} folderId={dialog.folderId ?? null} onClose={onClose} />
    case 'takeBack': return <TakeBackDialog slipId={dialog.slipId} folderId={dialog.folderId ?? null} onClose={onClose} />
    case 'cancel': return <CancelDialog slipId={dialog.slipId} onClose={onClose} />
    case 'renew': return <RenewDialog slipId={dialog.slipId} dossierId={dialog.dossierId} onClose={onClose} />
    case 'claim': return <ClaimDialog slipId={dialog.slipId} dossierId={dialog.dossierId} onClose={onClose} />
    case 'lost': return <LostDialog slipId={dialog.slipId} dossierId={dialog.dossierId} onClose={onClose} />
  }
}
