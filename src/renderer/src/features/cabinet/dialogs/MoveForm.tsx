import { Button, Group, Select, Text } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../../../shared/contract/index.ts'
import { call } from '../../../app/bridge.ts'
import { useText } from '../../../app/text.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { freeIn } from '../fronts.ts'
import { freeRunsOf, itemsOf, type Folder } from '../geometry/index.ts'
import { drawerQuery, folderQuery, forgetCabinet, nextFreeSlotQuery, roomQuery, roomsQuery } from '../queries.ts'

type Place = Output<'cabinet.place'>
type Chosen = { readonly room: number; readonly cabinet: number | null; readonly drawer: number | null; readonly slot: number | null }

type Props = { folder: Folder; roomId: number; onClose: () => void; onPlaced: (place: Place, dossierId: number) => void }

/** Chooses a place: the one that the archive's order offers, or any free slot. */
export function MoveForm({ folder, roomId, onClose, onPlaced }: Props) {
  const { cabinet: text } = useText()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Chosen>({ room: roomId, cabinet: null, drawer: null, slot: null })
  const offered = useQuery(nextFreeSlotQuery({ dossierId: folder.dossierId }))
  const present = useQuery(folderQuery(folder.dossierId)).data?.place
  const rooms = useQuery(roomsQuery).data ?? []
  const cabinets = useQuery(roomQuery(chosen.room)).data ?? []
  const drawers = cabinets.find(({ id }) => id === chosen.cabinet)?.drawers ?? []
  const contents = useQuery({ ...drawerQuery(chosen.drawer ?? 0), enabled: chosen.drawer !== null }).data
  const runs = contents ? freeRunsOf(itemsOf(contents), contents.capacity) : []
  const slots = runs.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
  const words = (place: Place) => text.placeWords(place.roomName, place.cabinetCode, place.drawerNo, place.slot)
  const offer = offered.data

  return (
    <SaveForm
      action={folder.state === 'unshelved' ? text.shelve : text.move} isReady={chosen.drawer !== null} onClose={onClose}
      onSave={async () => {
        if (chosen.drawer === null) return
        const place = await call('cabinet.place', { dossierId: folder.dossierId, drawerId: chosen.drawer, ...(chosen.slot === null ? {} : { slot: chosen.slot }) })
        await forgetCabinet(client)
        onPlaced(place, folder.dossierId)
      }}
    >
      <Text size="sm" c="dimmed">{text.moveFrom}：{present ? words(present) : text.noPlace}</Text>
      {offer ? (
        <Button
          variant="light" justify="flex-start" fullWidth h="auto" py={7} leftSection={<IconMapPin size={16} aria-hidden />}
          onClick={() => setChosen({ room: offer.roomId, cabinet: offer.cabinetId, drawer: offer.drawerId, slot: offer.slot })}
        >
          <span style={{ display: 'grid', textAlign: 'left', lineHeight: '18px' }}>
            {words(offer)}
            <Text span size="xs">{text.offeredBecause}</Text>
          </span>
        </Button>
      ) : !offered.isPending && <Text size="sm" c="dimmed">{text.noneOffered}</Text>}
      <Group grow align="flex-start">
        <Select
          label={text.room} allowDeselect={false} data={rooms.map(({ id, name }) => ({ value: String(id), label: name }))} value={String(chosen.room)}
          onChange={(value) => value && setChosen({ room: Number(value), cabinet: null, drawer: null, slot: null })}
        />
        <Select
          label={text.moveCabinet} searchable limit={80} data={cabinets.map(({ id, code, label }) => ({ value: String(id), label: `${code}　${label}` }))}
          value={chosen.cabinet === null ? null : String(chosen.cabinet)}
          onChange={(value) => setChosen({ ...chosen, cabinet: value === null ? null : Number(value), drawer: null, slot: null })}
        />
      </Group>
      <Group grow align="flex-start">
        <Select
          label={text.moveDrawer} disabled={drawers.length === 0} value={chosen.drawer === null ? null : String(chosen.drawer)}
          data={drawers.map((drawer) => ({ value: String(drawer.id), label: text.drawerChoice(drawer.no, drawer.label, freeIn(drawer)), disabled: freeIn(drawer) === 0 }))}
          onChange={(value) => setChosen({ ...chosen, drawer: value === null ? null : Number(value), slot: null })}
        />
        <Select
          label={text.moveSlot} disabled={chosen.drawer === null} placeholder={text.firstFree} clearable searchable limit={80}
          data={slots.map((slot) => ({ value: String(slot), label: text.slot(slot) }))} value={chosen.slot === null ? null : String(chosen.slot)}
          onChange={(value) => setChosen({ ...chosen, slot: value === null ? null : Number(value) })}
        />
      </Group>
    </SaveForm>
  )
}
