import { Button, Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArchive, IconDoor } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { useAddress } from './address.ts'
import { CabinetStage } from './CabinetStage.tsx'
import { Dialogs, type Dialog } from './dialogs/Dialogs.tsx'
import { CabinetHead } from './head/CabinetHead.tsx'
import { ListView } from './list/ListView.tsx'
import { drawerQuery, folderQuery, nextFreeSlotQuery, roomQuery, roomsQuery } from './queries.ts'
import styles from './CabinetPage.module.css'

/** The filing cabinet: the rooms with their cabinets, one drawer open, one folder looked at. */
export function CabinetPage() {
  const { cabinet: text } = useText()
  const errorWords = useErrorWords()
  const client = useQueryClient()
  const may = useMay()
  const mayArrange = may('cabinet.addRoom')
  const [address, go] = useAddress()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [pointed, setPointed] = useState<{ drawerId: number; slot: number } | null>(null)
  const [isFinding, setFinding] = useState(false)
  const rooms = useQuery(roomsQuery)
  const roomId = useRoomId(address, go, rooms.data ?? [])
  const cabinets = useQuery({ ...roomQuery(roomId ?? 0), enabled: roomId !== null })
  const room = rooms.data?.find(({ id }) => id === roomId) ?? null
  const closeDialog = useCallback(() => setDialog(null), [])
  const clearPointed = useCallback(() => setPointed(null), [])

  const findFree = async () => {
    if (roomId === null) return
    setFinding(true)
    try {
      const place = await client.fetchQuery(nextFreeSlotQuery({ roomId }))
      if (!place) notifications.show({ color: 'seal', title: text.nextFreeNone, message: text.nextFreeNoneHint })
      else {
        go({ room: place.roomId, drawer: place.drawerId, folder: null, view: 'cabinet' })
        setPointed({ drawerId: place.drawerId, slot: place.slot })
        notifications.show({ message: text.nextFreeFound(text.placeWords(place.roomName, place.cabinetCode, place.drawerNo, place.slot)) })
      }
    } catch (error) {
      notifications.show({ color: 'seal', message: errorWords(error) })
    } finally {
      setFinding(false)
    }
  }

  return (
    <div className={styles.page}>
      <CabinetHead
        rooms={rooms.data ?? []} room={room} cabinets={cabinets.data ?? []} view={address.view} mayArrange={mayArrange} isFinding={isFinding}
        onRoom={(id) => go({ room: id, drawer: null, folder: null })}
        onCabinet={(cabinet) => go({ room: roomId, drawer: cabinet.drawers[0]?.id ?? null, folder: null })}
        onView={(view) => go({ view })}
        onNextFree={() => void findFree()}
        onAddRoom={() => setDialog({ kind: 'addRoom' })}
        onAddCabinet={() => room && setDialog({ kind: 'addCabinet', room })}
      />
      {rooms.error ? <ErrorState error={rooms.error} retry={() => void rooms.refetch()} />
        : rooms.data?.length === 0 ? (
          <EmptyState icon={IconDoor} title={text.noRooms} hint={mayArrange ? text.noRoomsHint : text.noRoomsReader}>
            {mayArrange && <Button variant="filled" onClick={() => setDialog({ kind: 'addRoom' })}>{text.addRoom}</Button>}
          </EmptyState>
        )
        : address.view === 'list' ? <ListView onShow={(place, folder) => go({ room: place.roomId, drawer: place.drawerId, folder, view: 'cabinet' })} />
        : cabinets.error ? <ErrorState error={cabinets.error} retry={() => void cabinets.refetch()} />
        : !room || !cabinets.data ? <Waiting />
        : cabinets.data.length === 0 ? (
          <EmptyState icon={IconArchive} title={text.noCabinets} hint={mayArrange ? text.noCabinetsHint : text.noRoomsReader}>
            {mayArrange && <Button variant="filled" onClick={() => setDialog({ kind: 'addCabinet', room })}>{text.addCabinet}</Button>}
          </EmptyState>
        )
        : (
          <CabinetStage
            key={room.id} room={room} cabinets={cabinets.data} address={address} go={go} openDialog={setDialog} pointed={pointed} onPointedSeen={clearPointed}
          />
        )}
      <Dialogs
        dialog={dialog} onClose={closeDialog} onPlaced={(place, folder) => go({ room: place.roomId, drawer: place.drawerId, folder })}
        onRoomAdded={(id) => go({ room: id, drawer: null, folder: null, view: 'cabinet' })}
      />
    </div>
  )
}

/** The room of the address; a drawer or a folder alone is enough to find it. */
function useRoomId(address: ReturnType<typeof useAddress>[0], go: ReturnType<typeof useAddress>[1], rooms: readonly { id: number }[]): number | null {
  const folder = useQuery({ ...folderQuery(address.folder ?? 0), enabled: address.folder !== null && address.drawer === null })
  const drawer = useQuery({ ...drawerQuery(address.drawer ?? 0), enabled: address.drawer !== null && address.room === null })
  const place = address.drawer === null ? folder.data?.place : null
  useEffect(() => {
    if (place) go({ room: place.roomId, drawer: place.drawerId }, { replace: true })
  }, [place, go])
  const wanted = address.room ?? place?.roomId ?? drawer.data?.roomId
  const isSearching = address.room === null && (folder.isFetching && address.drawer === null || drawer.isFetching)
  if (rooms.some(({ id }) => id === wanted)) return wanted ?? null
  return isSearching ? null : (rooms[0]?.id ?? null)
}

const Waiting = () => (
  <div className={styles.waiting} aria-busy>
    <div className={styles.waitingRow}>{[0, 1, 2, 3, 4, 5, 6, 7].map((key) => <Skeleton key={key} height={150} width={104} radius={3} />)}</div>
    <div className={styles.waitingLower}><Skeleton height="100%" radius={6} /><Skeleton height="100%" width={284} radius={8} style={{ flex: 'none' }} /></div>
  </div>
)
