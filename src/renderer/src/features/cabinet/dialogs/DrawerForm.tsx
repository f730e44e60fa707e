import { NumberInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../app/bridge.ts'
import { useText } from '../../../app/text.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import type { DrawerFront } from '../fronts.ts'
import { forgetCabinet } from '../queries.ts'

/** Label and capacity of a drawer. The capacity cannot go below the last slot taken. */
export function DrawerForm({ drawer, lastSlot, onClose }: { drawer: DrawerFront; lastSlot: number; onClose: () => void }) {
  const { cabinet: text, common } = useText()
  const client = useQueryClient()
  const [label, setLabel] = useState(drawer.label)
  const [capacity, setCapacity] = useState<number | string>(drawer.capacity)
  const isTooSmall = typeof capacity === 'number' && capacity < lastSlot
  return (
    <SaveForm
      action={common.save} isReady={typeof capacity === 'number' && capacity >= 1 && !isTooSmall} onClose={onClose}
      onSave={async () => {
        await call('cabinet.changeDrawer', { id: drawer.id, label: label.trim() || null, capacity: Number(capacity) })
        await forgetCabinet(client)
      }}
    >
      <TextInput label={text.drawerLabelField} placeholder={text.drawerLabelExample} maxLength={20} data-autofocus value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
      <NumberInput
        label={text.capacity} min={1} max={500} clampBehavior="strict" allowDecimal={false} value={capacity} onChange={setCapacity}
        error={isTooSmall && text.capacityTooSmall(lastSlot)}
      />
    </SaveForm>
  )
}
