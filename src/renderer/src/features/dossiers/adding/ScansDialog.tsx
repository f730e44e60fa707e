import { Button, Group, Modal, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../app/bridge.ts'
import { useText } from '../../../app/text.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Refusal } from '../../../ui/Refusal.tsx'
import { dossierChanged, type DocumentOf } from '../queries.ts'
import { FileLine } from './FileLine.tsx'
import { useUploads } from './use-uploads.ts'

type Props = { dossierId: number; document: DocumentOf; files: readonly File[]; onClose: () => void }

/** Adds scans to a document that is entered already. */
export function ScansDialog(props: Props) {
  const { dossiers: { add } } = useText()
  return (
    <Modal opened onClose={props.onClose} title={add.scansTo(props.document.title)} size={600} closeOnClickOutside={false}>
      <ScansForm {...props} />
    </Modal>
  )
}

function ScansForm({ dossierId, document, files: first, onClose }: Props) {
  const { dossiers: { add } } = useText()
  const client = useQueryClient()
  const uploads = useUploads(first)
  const [error, setError] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)
  const tokens = uploads.files.flatMap(({ sending }) => (sending.phase === 'sent' ? [sending.upload.token] : []))
  const isSending = uploads.files.some(({ sending }) => sending.phase === 'sending' || sending.phase === 'waiting')
  const submit = async () => {
    setSaving(true)
    setError(null)
    try {
      const { ids, alreadyStored } = await call('attachments.add', { documentId: document.id, uploads: tokens })
      await dossierChanged(client, dossierId)
      const words = [add.scansAdded(ids.length), ...(alreadyStored > 0 ? [add.alreadyStored(alreadyStored)] : [])]
      notifications.show({ message: words.join(' · ') })
      onClose()
    } catch (refusal) {
      setError(refusal)
      setSaving(false)
    }
  }
  return (
    <Stack gap="md">
      <FileDrop onFiles={uploads.add}>{add.kinds}</FileDrop>
      <div>
        {uploads.files.map((chosen) => (
          <FileLine
            key={chosen.key} chosen={chosen} onStop={() => uploads.stop(chosen.key)} onRetry={() => uploads.retry(chosen.key)}
            onRemove={() => uploads.remove(chosen.key)}
          />
        ))}
      </div>
      <Refusal error={error} />
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>{add.cancel}</Button>
        <Button variant="filled" loading={isSaving} disabled={isSending || tokens.length === 0} onClick={() => void submit()}>{add.submit}</Button>
      </Group>
    </Stack>
  )
}
