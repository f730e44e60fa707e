import { Group, NumberInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../app/bridge.ts'
import { useText } from '../../../app/text.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import type { Room } from '../fronts.ts'
import { forgetCabinet } from '../queries.ts'

/** What `cabinet.addCabinet` takes as a number. */
const CODE = /^[0-9A-Za-z-]{1,8}$/u

/** A cabinet with its number, label, drawers and their capacity. */
export function AddCabinetForm({ room, onClose }: { room: Room; onClose: () => void }) {
  const { cabinet: text, common } = useText()
  const client = useQueryClient()
  const [code, setCode] = useState(String(room.cabinets + 1).padStart(2, '0'))
  const [label, setLabel] = useState('')
  const [drawers, setDrawers] = useState<number | string>(5)
  const [capacity, setCapacity] = useState<number | string>(40)
  const isCode = CODE.test(code.trim())
  return (
    <SaveForm
      action={common.add} isReady={isCode && typeof drawers === 'number' && typeof capacity === 'number'} onClose={onClose}
      onSave={async () => {
        await call('cabinet.addCabinet', { roomId: room.id, code: code.trim(), label: label.trim() || null, drawers: Number(drawers), capacity: Number(capacity) })
        await forgetCabinet(client)
      }}
    >
      <Group grow align="flex-start">
        <TextInput
          label={text.cabinetCode} required maxLength={8} data-autofocus value={code} onChange={(event) => setCode(event.currentTarget.value)}
          error={code.trim() !== '' && !isCode && text.codeRefused}
        />
        <TextInput label={text.cabinetLabel} placeholder={text.cabinetLabelExample} maxLength={60} value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
      </Group>
      <Group grow align="flex-start">
        <NumberInput label={text.drawersIn} min={1} max={10} clampBehavior="strict" allowDecimal={false} value={drawers} onChange={setDrawers} />
        <NumberInput label={text.capacityEach} min={1} max={500} clampBehavior="strict" allowDecimal={false} value={capacity} onChange={setCapacity} />
      </Group>
    </SaveForm>
  )
}
