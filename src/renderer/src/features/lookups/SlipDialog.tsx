import { Modal, Skeleton } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { statusQuery, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { deskQuery, directoryQuery, folderQuery, slipQuery } from './queries.ts'
import { SlipFields, type SlipDraft } from './SlipFields.tsx'

type Props = {
  /** The slip to change; null for a new one. */
  slipId: number | null
  /** The dossier a new slip is for, when one led here. */
  dossierId: number | null
  onClose: () => void
  onDone: (id: number) => void
}

/** Filling a slip in, or changing one: reads what the fields begin with, then hands over to them. */
export function SlipDialog({ slipId, dossierId, onClose, onDone }: Props) {
  const { lookups } = useText()
  const words = lookups.create
  const me = useSession()
  const [directory, status] = useQueries({ queries: [directoryQuery, statusQuery] })
  const loanDays = useQuery(deskQuery).data?.loanDays
  const slip = useQuery({ ...slipQuery(slipId ?? 0), enabled: slipId !== null })
  const folder = useQuery({ ...folderQuery(dossierId ?? 0), enabled: dossierId !== null && slipId === null })
  const error = directory.error ?? status.error ?? slip.error
  const isReady = directory.data && status.data && me && (slipId === null || slip.data) && (dossierId === null || !folder.isPending)
  const draft = (): SlipDraft => {
    if (slip.data) {
      return {
        applicantId: slip.data.applicantId, phone: slip.data.phone ?? '', partyName: slip.data.partyName, partyId: null,
        dossiers: slip.data.dossiers.map(({ dossierId: id, number, title }) => ({ id, number, title })), ticked: slip.data.dossiers.map((dossier) => dossier.dossierId),
        purpose: slip.data.purpose, manner: slip.data.manner, copyPages: slip.data.copyPages, untilOn: slip.data.untilOn,
      }
    }
    const known = folder.data
    return {
      applicantId: me?.personId ?? 0, phone: directory.data?.find(({ id }) => id === me?.personId)?.phone ?? '', partyName: known?.partyName ?? '', partyId: null,
      dossiers: known ? [{ id: known.dossierId, number: known.number, title: known.partyName }] : [], ticked: known ? [known.dossierId] : null,
      purpose: '', manner: 'borrow', copyPages: null, untilOn: null,
    }
  }
  return (
    <Modal opened onClose={onClose} size={680} title={slip.data ? words.changeTitle(slip.data.number) : words.title}>
      {error && <ErrorState error={error} retry={() => void Promise.all([directory.refetch(), status.refetch(), slip.refetch()])} />}
      {!error && !isReady && <Skeleton height={420} radius={8} />}
      {!error && isReady && (
        <SlipFields
          slip={slip.data ?? null} draft={draft()} people={directory.data} today={status.data.today} regulation={status.data.regulation.id} loanDays={loanDays}
          isPrefillRefused={folder.error !== null} onClose={onClose} onDone={onDone}
        />
      )}
    </Modal>
  )
}
