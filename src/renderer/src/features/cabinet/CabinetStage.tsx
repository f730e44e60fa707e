import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { statusQuery, useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import type { Address, Go } from './address.ts'
import { DrawerSummary } from './card/DrawerSummary.tsx'
import { FolderCard } from './card/FolderCard.tsx'
import { IndexStrip } from './card/IndexStrip.tsx'
import { KeyHints } from './card/KeyHints.tsx'
import type { Dialog } from './dialogs/Dialogs.tsx'
import type { CabinetFront, DrawerFront, Room } from './fronts.ts'
import { itemsOf, labelCovers, lettersOf, stripLetters, type Folder } from './geometry/index.ts'
import { CarryNote, Ghost } from './Ghost.tsx'
import { Links } from './Links.tsx'
import { drawerQuery, unshelvedQuery } from './queries.ts'
import { CabinetRow, type RowHandle } from './row/CabinetRow.tsx'
import { OpenDrawer, type DrawerHandle } from './stage/OpenDrawer.tsx'
import { Tray } from './tray/Tray.tsx'
import { useCabinetKeys } from './use-cabinet-keys.ts'
import { useDragging } from './use-dragging.ts'
import { useOpenDrawer } from './use-open-drawer.ts'
import { usePlacing } from './use-placing.tsx'
import { useTravel } from './use-travel.ts'
import styles from './CabinetPage.module.css'

type Props = {
  room: Room
  cabinets: readonly CabinetFront[]
  address: Address
  go: Go
  openDialog: (dialog: Dialog) => void
  /** A free slot to show for a moment. */
  pointed: { drawerId: number; slot: number } | null
  onPointedSeen: () => void
}

const NO_FOLDERS: readonly Folder[] = []

/** One room: the row of cabinets, the open drawer, the card of the folder looked at. */
export function CabinetStage({ room, cabinets, address, go, openDialog, pointed, onPointedSeen }: Props) {
  const text = useText()
  const may = useMay()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const mayMove = may('cabinet.place')
  const today = useQuery(statusQuery).data?.today ?? ''
  const stage = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLElement>(null)
  const drawerHandle = useRef<DrawerHandle>(null)
  const rowHandle = useRef<RowHandle>(null)
  const [said, announce] = useState('')

  const { standing, openId, contents, items, hidden, opened, current, look } = useOpenDrawer(cabinets, address, go)
  const unshelved = useQuery({ ...unshelvedQuery, enabled: mayMove }).data ?? NO_FOLDERS
  const spans = useMemo(() => lettersOf(items ?? []), [items])
  const letters = useMemo(() => stripLetters(new Set(spans.keys())), [spans])
  const elsewhere = useMemo(() => new Set(letters.filter((letter) => standing?.cabinet.drawers.some(({ id, label }) => id !== openId && labelCovers(label, letter)))), [letters, standing?.cabinet, openId])

  const openDrawer = useCallback((drawer: Pick<DrawerFront, 'id'>, how?: { replace?: boolean }) => go({ room: room.id, drawer: drawer.id, folder: null }, how), [go, room.id])
  // Whoever opens a drawer or jumps in it goes on there with the keys, once its folders have come.
  const wantsKeys = useRef(false)
  const giveKeys = useCallback(() => {
    const list = stage.current?.querySelector<HTMLElement>('[data-drawer-list]')
    if (list) list.focus({ preventScroll: true })
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    wantsKeys.current = list === null
  }, [])
  useEffect(() => { if (wantsKeys.current && items) giveKeys() }, [items, giveKeys])
  const enterDrawer = useCallback((drawer: DrawerFront) => {
    openDrawer(drawer)
    wantsKeys.current = true
    if (drawer.id === openId) giveKeys()
  }, [openDrawer, giveKeys, openId])

  const placing = usePlacing(useCallback((dossierId, place) => {
    if (place) go({ room: place.roomId, drawer: place.drawerId, folder: dossierId }, { replace: true })
  }, [go]), announce)
  const dragging = useDragging({
    cabinets, openId, drawer: drawerHandle, row: rowHandle,
    onOpenDrawer: (id) => openDrawer({ id }, { replace: true }),
    onDrop: (folder, target) => {
      if (target.kind === 'slot') void placing.place(folder, target.drawerId, target.slot)
      if (target.kind === 'drawer') void placing.place(folder, target.drawerId)
    },
    onRefused: (folder) => announce(text.cabinet.notMovable(text.common.folderState[folder.state])),
    onCancelled: () => announce(text.cabinet.cancelled),
  })
  const { carried } = dragging

  const jump = useCallback((letter: string) => {
    const span = spans.get(letter)
    const folder = span && items?.[span.index]?.folder
    if (folder) return look(folder.dossierId)
    const drawer = standing?.cabinet.drawers.find(({ id, label }) => id !== openId && labelCovers(label, letter))
    if (!drawer) return
    openDrawer(drawer)
    void client.fetchQuery(drawerQuery(drawer.id)).then((other) => {
      const first = itemsOf(other).find((item) => item.folder?.letter === letter)?.folder
      if (first) look(first.dossierId)
    })
  }, [client, items, look, openDrawer, openId, spans, standing?.cabinet])

  const lookAt = useCallback((folder: Folder) => {
    onPointedSeen()
    look(folder.dossierId)
  }, [look, onPointedSeen])
  const openFolder = useCallback(() => { if (current) navigate(paths.dossier(current.dossierId)) }, [current, navigate])
  useCabinetKeys({ cabinets, standing, items, opened, current, mayMove, dragging, placing, openDrawer, lookAt, openFolder, jump, announce, stage })
  useTravel(stage, openId)

  useEffect(() => {
    if (!pointed) return undefined
    const timer = setTimeout(onPointedSeen, 4000)
    return () => clearTimeout(timer)
  }, [pointed, onPointedSeen])

  const near = useCallback((drawer: DrawerFront) => void client.prefetchQuery({ ...drawerQuery(drawer.id), staleTime: 10_000 }), [client])
  const tabs = useMemo(() => (items ?? []).flatMap(({ folder }) => (folder ? [folder.grade] : [])).slice(0, 10), [items])
  const jumpFromStrip = useCallback((letter: string) => {
    wantsKeys.current = true
    jump(letter)
    giveKeys()
  }, [jump, giveKeys])
  const { shelve } = placing
  const { pick, drag } = dragging
  const pickFromTray = useCallback((folder: Folder) => {
    if (openId === null) return
    pick(folder, 'keys', null, { kind: 'drawer', drawerId: openId, isFull: false })
    giveKeys()
  }, [pick, giveKeys, openId])
  const dragFromTray = useCallback((folder: Folder, event: PointerEvent) => drag(folder, null, event), [drag])
  const aimed = carried?.target.kind === 'drawer' ? carried.target : null
  const coverEdge = useCallback(() => drawerHandle.current?.coverEdge() ?? null, [])
  if (!standing || openId === null) return null
  const { cabinet, drawer } = standing
  const waiting = unshelved[0]
  return (
    <div className={carried?.by === 'pointer' ? `${styles.stage} ${styles.carrying}` : styles.stage} ref={stage}>
      <div className={styles.scene}>
        <div className={styles.wall} data-row>
          {mayMove && unshelved.length > 0 && (
            <Tray
              folders={unshelved} carriedId={carried?.folder.dossierId ?? null} onShelve={shelve} onPick={pickFromTray} onDrag={dragFromTray}
            />
          )}
          <CabinetRow cabinets={cabinets} openId={openId} tabs={tabs} aimed={aimed} isCarrying={carried !== null} onStep={openDrawer} onOpen={enterDrawer} onNear={near} handle={rowHandle} />
        </div>
        <div className={styles.lower}>
          <div className={styles.drawer} data-open-drawer>
            <OpenDrawer
              handle={drawerHandle} cabinet={cabinet} drawer={drawer} items={items} hidden={hidden} error={contents.error} retry={() => void contents.refetch()}
              opened={opened} year={today.slice(0, 4)} mayMove={mayMove} carried={carried} pointedSlot={pointed?.drawerId === openId ? pointed.slot : null}
              onLook={lookAt} onOpen={openFolder}
              onPick={(folder, event) => dragging.drag(folder, { drawerId: openId, slot: folder.slot }, event)}
              onChangeDrawer={mayMove ? () => openDialog({ kind: 'drawer', cabinet, drawer, lastSlot: items?.at(-1)?.slot ?? drawer.occupied }) : null}
              emptyAction={(
                <div className={styles.empty}>
                  <p className={styles.emptyTitle}>{text.cabinet.emptyDrawer}</p>
                  {mayMove && <p className={styles.emptyHint}>{text.cabinet.emptyDrawerHint}</p>}
                  {mayMove && waiting && <Button size="xs" onClick={() => void placing.place(waiting, openId)}>{text.cabinet.shelveHere(waiting.shortName)}</Button>}
                </div>
              )}
            />
            {carried?.by === 'keys' && <CarryNote carried={carried} cabinets={cabinets} />}
          </div>
          <div className={styles.aside}>
            <DrawerSummary cabinet={cabinet} drawer={drawer} items={items} hidden={hidden} />
            <div className={styles.cardPlace}>
              {current ? (
                <FolderCard
                  ref={card} folder={current} today={today} mayLookUp={may('lookups.create')} mayMove={mayMove} mayReport={may('cabinet.reportMissing')}
                  onMove={() => openDialog({ kind: 'move', folder: current, roomId: room.id })}
                  onReport={(what) => openDialog({ kind: what, folder: current })}
                />
              ) : items === null ? contents.isPending && <Skeleton height={330} radius={8} /> : (
                <div className={styles.noCard}><p className={styles.emptyTitle}>{text.cabinet.noFolderChosen}</p></div>
              )}
            </div>
          </div>
          <div className={styles.strip}><IndexStrip letters={letters} spans={spans} current={current?.letter ?? null} elsewhere={elsewhere} onJump={jumpFromStrip} /></div>
          <div className={styles.hints}><KeyHints mayMove={mayMove} /></div>
        </div>
      </div>
      <Links stage={stage} coverEdge={coverEdge} card={card} openId={openId} after={`${openId} ${opened} ${items?.length} ${carried !== null} ${pointed?.slot}`} />
      {carried?.by === 'pointer' && <Ghost carried={carried} cabinets={cabinets} ref={dragging.ghost} />}
      <div className="visually-hidden" aria-live="polite">{said}</div>
    </div>
  )
}
