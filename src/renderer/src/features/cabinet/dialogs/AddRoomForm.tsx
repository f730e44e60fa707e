import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../app/bridge.ts'
import { useText } from '../../../app/text.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { forgetCabinet } from '../queries.ts'

/** A room by its name. */
export function AddRoomForm({ onClose, onAdded }: { onClose: () => void; onAdded: (roomId: number) => void }) {
  const { cabinet: text, common } = useText()
  const client = useQueryClient()
  const [name, setName] = useState('')
  return (
    <SaveForm
      action={common.add} isReady={name.trim() !== ''} onClose={onClose}
      onSave={async () => {
        const { id } = await call('cabinet.addRoom', { name: name.trim() })
        await forgetCabinet(client)
        onAdded(id)
      }}
    >
      <TextInput label={text.roomName} placeholder={text.roomExample} required maxLength={40} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
    </SaveForm>
  )
}
