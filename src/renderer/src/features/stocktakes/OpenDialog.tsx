import { Button, Checkbox, Group, Modal, Select, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRoomCommand } from '../../app/command.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { coverageQuery, type Coverage } from './queries.ts'
import styles from './stocktakes.module.css'

const unique = (rows: readonly Coverage[], key: 'roomId' | 'cabinetId') => [...new Map(rows.map((row) => [row[key], row])).values()]

/** Which part of the rooms is counted: a room, a cabinet, or some of its drawers. */
export function OpenDialog({ onClose }: { onClose: () => void }) {
  const { stocktakes: text } = useText()
  const coverage = useQuery(coverageQuery)
  return (
    <Modal opened onClose={onClose} size={520} title={text.open.title}>
      {coverage.error && <ErrorState error={coverage.error} retry={() => void coverage.refetch()} />}
      {coverage.data && <Choice rows={coverage.data} onClose={onClose} />}
    </Modal>
  )
}

function Choice({ rows, onClose }: { rows: readonly Coverage[]; onClose: () => void }) {
  const { stocktakes: text, cabinet: words, common } = useText()
  const command = useRoomCommand()
  const [, navigate] = useLocation()
  const rooms = unique(rows, 'roomId')
  const [roomId, setRoomId] = useState(rooms[0]?.roomId ?? 0)
  const [cabinetId, setCabinetId] = useState<number | null>(null)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const inRoom = rows.filter((row) => row.roomId === roomId)
  const inCabinet = inRoom.filter((row) => row.cabinetId === cabinetId)
  const chosen = cabinetId === null ? inRoom : inCabinet.filter(({ drawerId }) => !left.has(drawerId))
  const submit = async () => {
    setRunning(true)
    setRefusal(null)
    try {
      const whole = cabinetId === null ? { roomId } : left.size === 0 ? { cabinetId } : { drawerIds: chosen.map(({ drawerId }) => drawerId) }
      const { id, number } = await command('stocktakes.open', whole)
      notifications.show({ message: text.open.opened(number) })
      navigate(paths.stocktake(id))
    } catch (error) {
      setRefusal(error)
      setRunning(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="md">
        <Select
          label={text.open.room} value={String(roomId)} allowDeselect={false} data-autofocus data={rooms.map((row) => ({ value: String(row.roomId), label: row.roomName }))}
          onChange={(value) => {
            setRoomId(Number(value))
            setCabinetId(null)
          }}
        />
        <Select
          label={text.open.cabinet} value={cabinetId === null ? '' : String(cabinetId)} allowDeselect={false} searchable
          data={[{ value: '', label: text.open.wholeRoom }, ...unique(inRoom, 'cabinetId').map((row) => ({ value: String(row.cabinetId), label: `${row.cabinetCode}　${row.cabinetLabel}` }))]}
          onChange={(value) => {
            setCabinetId(value ? Number(value) : null)
            setLeft(new Set())
          }}
        />
        {cabinetId !== null && (
          <fieldset className={styles.drawerChoice}>
            <legend>{text.open.drawers}</legend>
            {inCabinet.map((row) => (
              <Checkbox
                key={row.drawerId} checked={!left.has(row.drawerId)} label={`${words.drawerName(row.drawerNo)}　${row.label}`}
                description={`${formatCount(row.folders)}　${text.coverage.counted} ${row.countedAt ? localMinute(row.countedAt).slice(0, 10) : text.coverage.never}`}
                onChange={(event) => setLeft((all) => (event.currentTarget.checked ? new Set([...all].filter((id) => id !== row.drawerId)) : new Set([...all, row.drawerId])))}
              />
            ))}
          </fieldset>
        )}
        <div className={styles.note}>{text.open.hint}</div>
        <Refusal error={refusal} />
        <Group justify="space-between">
          <span className={styles.quiet}>{text.open.chosen(chosen.length, formatCount(chosen.reduce((sum, row) => sum + row.folders, 0)))}</span>
          <Group gap="sm">
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="filled" loading={isRunning} disabled={chosen.length === 0}>{text.open.confirm}</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
