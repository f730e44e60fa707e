import { ActionIcon, Button, Menu, SegmentedControl, Select, Tooltip } from '@mantine/core'
import { IconArchive, IconBarcode, IconDoor, IconLayoutList, IconMapPin, IconPlus } from '@tabler/icons-react'
import { Link } from 'wouter'
import { paths } from '../../../app/paths.ts'
import { useText } from '../../../app/text.tsx'
import { formatCount } from '../../../ui/format.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import type { CabinetFront, Room } from '../fronts.ts'
import { Legend } from './Legend.tsx'
import styles from './CabinetHead.module.css'

type Props = {
  rooms: readonly Room[]
  room: Room | null
  cabinets: readonly CabinetFront[]
  view: 'cabinet' | 'list'
  mayArrange: boolean
  isFinding: boolean
  onRoom: (id: number) => void
  onCabinet: (cabinet: CabinetFront) => void
  onView: (view: 'cabinet' | 'list') => void
  onNextFree: () => void
  onAddRoom: () => void
  onAddCabinet: () => void
}

/** More rooms than this are chosen from a list. */
const ROOMS_SIDE_BY_SIDE = 5
/** The same for rooms with longer names than this, letters in all. */
const NAMES_SIDE_BY_SIDE = 28
/** More cabinets than this can be looked for by name. */
const CABINETS_IN_SIGHT = 20

/** Title, room, counts, legend, view, and what keepers may do to the room. */
export function CabinetHead(props: Props) {
  const { cabinet: text } = useText()
  const { rooms, room, cabinets, view, onView, onNextFree, isFinding, mayArrange } = props
  const isCrowded = cabinets.length > CABINETS_IN_SIGHT
  return (
    <div className={isCrowded ? `${styles.head} ${styles.crowded}` : styles.head}>
      <PageHead
        title={text.title}
        beside={(
          <>
            {room && view === 'cabinet' && <RoomChoice {...props} room={room} />}
            {room && view === 'cabinet' && <span className={styles.counts}>{text.counts(formatCount(room.cabinets), formatCount(room.drawers), formatCount(room.folders))}</span>}
            {view === 'cabinet' && isCrowded && <CabinetChoice {...props} />}
          </>
        )}
      >
        <Legend isCrowded={isCrowded} />
        {rooms.length > 0 && (
          <SegmentedControl
            aria-label={text.view.label} value={view} onChange={(value) => onView(value === 'list' ? 'list' : 'cabinet')}
            data={[
              { value: 'cabinet', label: <span className={styles.choice}><IconArchive size={15} aria-hidden />{text.view.cabinet}</span> },
              { value: 'list', label: <span className={styles.choice}><IconLayoutList size={15} aria-hidden />{text.view.list}</span> },
            ]}
          />
        )}
        {room && view === 'cabinet' && cabinets.length > 0 && (
          <Button onClick={onNextFree} loading={isFinding} leftSection={<IconMapPin size={16} aria-hidden />}>{text.nextFree}</Button>
        )}
        {mayArrange && <Button component={Link} href={paths.shelving} leftSection={<IconBarcode size={16} aria-hidden />}>{text.shelveByScan}</Button>}
        {mayArrange && <Arrange {...props} />}
      </PageHead>
    </div>
  )
}

function RoomChoice({ rooms, room, onRoom }: Props & { room: Room }) {
  const { cabinet: text } = useText()
  if (rooms.length < 2) return <span className={styles.room}>{room.name}</span>
  const data = rooms.map(({ id, name }) => ({ value: String(id), label: name }))
  const isLong = rooms.reduce((sum, { name }) => sum + name.length + 2, 0) > NAMES_SIDE_BY_SIDE
  if (rooms.length > ROOMS_SIDE_BY_SIDE || isLong) {
    return (
      <Select
        aria-label={text.chooseRoom} data={data} value={String(room.id)} allowDeselect={false} searchable w={180} size="sm" maxDropdownHeight={360}
        onChange={(value) => value && onRoom(Number(value))}
      />
    )
  }
  return (
    <div className={styles.rooms}>
      <SegmentedControl aria-label={text.room} data={data} value={String(room.id)} onChange={(value) => onRoom(Number(value))} />
    </div>
  )
}

/** In a room of hundreds one goes to a cabinet by its number or label. */
function CabinetChoice({ cabinets, onCabinet }: Props) {
  const { cabinet: text } = useText()
  return (
    <Select
      aria-label={text.goToCabinet} placeholder={text.goToCabinet} searchable limit={60} w={150} size="sm" value={null} clearable={false}
      data={cabinets.map(({ id, code, label }) => ({ value: String(id), label: `${code}  ${label}` }))}
      onChange={(value) => {
        const chosen = cabinets.find(({ id }) => String(id) === value)
        if (chosen) onCabinet(chosen)
      }}
    />
  )
}

function Arrange({ room, onAddRoom, onAddCabinet }: Props) {
  const { cabinet: text } = useText()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={text.arrange}>
          <ActionIcon size={32} variant="default" aria-label={text.arrange}><IconPlus size={17} aria-hidden /></ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {room && <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={onAddCabinet}>{text.addCabinet}</Menu.Item>}
        <Menu.Item leftSection={<IconDoor size={16} aria-hidden />} onClick={onAddRoom}>{text.addRoom}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
