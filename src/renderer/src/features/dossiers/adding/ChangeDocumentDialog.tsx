import { Button, Group, Modal, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../app/bridge.ts'
import { useText } from '../../../app/text.tsx'
import { Refusal } from '../../../ui/Refusal.tsx'
import { dossierChanged, type DocumentOf, type DossierOf } from '../queries.ts'
import { DocumentFields } from './DocumentFields.tsx'
import { inputOf, missingFields, valuesOf } from './document-values.ts'

type Props = { dossier: DossierOf; document: DocumentOf; onClose: () => void }

/** Changes how a document is entered. Its scans are not touched. */
export function ChangeDocumentDialog({ dossier, document, onClose }: Props) {
  const { dossiers: { add } } = useText()
  const client = useQueryClient()
  const [values, setValues] = useState(() => valuesOf(document))
  const [isTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const missing = missingFields(values)
  const submit = async () => {
    setTried(true)
    if (missing.length > 0) return
    setSaving(true)
    setError(null)
    try {
      await call('documents.change', { id: document.id, ...inputOf(values) })
      await dossierChanged(client, dossier.id)
      notifications.show({ message: add.saved })
      onClose()
    } catch (refusal) {
      setError(refusal)
      setSaving(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={add.change} size={680} closeOnClickOutside={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSaving) void submit()
        }}
      >
        <Stack gap="md">
          <DocumentFields dossier={dossier} values={values} onChange={(part) => setValues((was) => ({ ...was, ...part }))} missing={isTried ? missing : []} withRemarks hasFocus />
          <Refusal error={error} />
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{add.cancel}</Button>
            <Button type="submit" variant="filled" loading={isSaving}>{add.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
