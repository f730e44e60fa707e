import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import type { Folder } from './geometry/index.ts'
import { folderQuery, forgetCabinet } from './queries.ts'

type Place = Output<'cabinet.place'>

/** Puts folders down, takes the last move back, and tells what came of it. `onPlaced` is called with where the folder now is. */
export function usePlacing(onPlaced: (dossierId: number, place: Place | null) => void, announce: (words: string) => void) {
  const client = useQueryClient()
  const { cabinet: text } = useText()
  const errorWords = useErrorWords()

  const words = useCallback((place: Place) => text.placeWords(place.roomName, place.cabinetCode, place.drawerNo, place.slot), [text])
  const refused = useCallback((error: unknown) => {
    notifications.show({ color: 'seal', message: errorWords(error) })
    announce(errorWords(error))
  }, [announce, errorWords])

  const undo = useCallback(async () => {
    try {
      const { dossierId, place } = await call('cabinet.undoMove', {})
      notifications.hide(TOAST)
      await forgetCabinet(client)
      const { shortName } = await client.fetchQuery(folderQuery(dossierId))
      const said = place ? text.undone(shortName, words(place)) : text.undoneToTray(shortName)
      notifications.show({ message: said })
      announce(said)
      onPlaced(dossierId, place)
    } catch (error) {
      refused(error)
    }
  }, [announce, client, onPlaced, refused, text, words])

  const place = useCallback(async (folder: Folder, drawerId: number, slot?: number) => {
    try {
      const placed = await call('cabinet.place', { dossierId: folder.dossierId, drawerId, ...(slot === undefined ? {} : { slot }) })
      await forgetCabinet(client)
      const said = text.moved(folder.shortName, words(placed))
      notifications.hide(TOAST)
      notifications.show({
        id: TOAST, autoClose: 10_000,
        message: (
          <Group justify="space-between" wrap="nowrap" gap="md">
            <span>{said}</span>
            <Button size="xs" onClick={() => void undo()} style={{ flex: 'none' }}>{text.undo}</Button>
          </Group>
        ),
      })
      announce(said)
      onPlaced(folder.dossierId, placed)
    } catch (error) {
      refused(error)
    }
  }, [announce, client, onPlaced, refused, text, undo, words])

  /** To the slot that the archive's order offers. */
  const shelve = useCallback((folder: Folder) => {
    const run = async () => {
      const offered = await call('cabinet.nextFreeSlot', { dossierId: folder.dossierId })
      if (offered) await place(folder, offered.drawerId, offered.slot)
      else notifications.show({ color: 'seal', title: text.nextFreeNone, message: text.nextFreeNoneHint })
    }
    run().catch(refused)
  }, [place, refused, text])

  return useMemo(() => ({ place, undo, shelve, refused }), [place, undo, shelve, refused])
}

const TOAST = 'cabinet-moved'
