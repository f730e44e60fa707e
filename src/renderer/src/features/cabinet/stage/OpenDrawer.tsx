import { useDebouncedValue, useReducedMotion } from '@mantine/hooks'
import { useImperativeHandle, useMemo, useRef, useState, type PointerEvent, type ReactNode, type Ref } from 'react'
import { useText } from '../../../app/text.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import type { Carried } from '../carrying.ts'
import type { CabinetFront, DrawerFront } from '../fronts.ts'
import {
  freeRunsOf, slotAt, spreadOf, stageFor, standingOf, readableRange, type Folder, type Item, type Spread, type Stage, type View,
} from '../geometry/index.ts'
import { DrawerBody } from './DrawerBody.tsx'
import { DrawerCanvas } from './DrawerCanvas.tsx'
import { DrawerFrontPanel } from './DrawerFrontPanel.tsx'
import { FolderOptions, optionId } from './FolderOptions.tsx'
import { LEAFING_TIME } from './leafing-motion.ts'
import { useDrawnWords } from './use-drawn-words.ts'
import { usePointing } from './use-pointing.ts'
import { useScrolling } from './use-scrolling.ts'
import { useSize } from './use-size.ts'
import styles from './OpenDrawer.module.css'

/** What the page may ask of the open drawer. */
export type DrawerHandle = {
  readonly element: HTMLElement | null
  /** The free slot under a point of the window; null over a folder; undefined beside the drawer. */
  readonly slotUnder: (clientX: number, clientY: number) => number | null | undefined
  /** Leafs on while something is held at the drawer's front or back edge. */
  readonly leafAtEdge: (clientY: number) => void
  /** Where the opened folder's cover ends at the right, px of the window; null when it cannot be seen. */
  readonly coverEdge: () => { x: number; y: number } | null
}

type Props = {
  cabinet: CabinetFront
  drawer: DrawerFront
  /** Front to back; null while they are being read. */
  items: readonly Item[] | null
  hidden: number
  error: unknown
  retry: () => void
  /** Index of the folder looked at; the number of items when none is. */
  opened: number
  year: string
  mayMove: boolean
  carried: Carried | null
  /** A free slot to show, without anything in the hand. */
  pointedSlot: number | null
  onLook: (folder: Folder) => void
  onOpen: () => void
  onPick: ((folder: Folder, event: PointerEvent) => void) | null
  onChangeDrawer: (() => void) | null
  /** What an empty drawer offers. */
  emptyAction: ReactNode
  handle: Ref<DrawerHandle>
}

const NOTHING: readonly Item[] = []

/** The open drawer: steel around, folders drawn, and over them the real list that keys and readers use. */
export function OpenDrawer({
  cabinet, drawer, items: read, hidden, error, retry, opened, year, mayMove, carried, pointedSlot, onLook, onOpen, onPick, onChangeDrawer,
  emptyAction, handle,
}: Props) {
  const area = useRef<HTMLDivElement>(null)
  const size = useSize(area)
  const items = read ?? NOTHING
  const stage = useMemo(() => (size && size.height > 120 ? stageFor(size.width, size.height, drawer.capacity) : null), [size, drawer.capacity])
  return (
    <div className={styles.area} ref={area}>
      {stage && (
        <Staged
          {...{ area, stage, cabinet, drawer, items, opened, year, mayMove, carried, pointedSlot, onLook, onOpen, onPick, onChangeDrawer, handle }}
          isLoading={read === null && error === null}
        >
          {error !== null && <Notice stage={stage}><ErrorState error={error} retry={retry} /></Notice>}
          {read !== null && items.length === 0 && carried === null && <Notice stage={stage}>{emptyAction}</Notice>}
          {read !== null && hidden > 0 && hidden === items.length && <OnlyHidden stage={stage} />}
        </Staged>
      )}
    </div>
  )
}

function OnlyHidden({ stage }: { stage: Stage }) {
  const { cabinet } = useText()
  return <Notice stage={stage}><p className={styles.quiet}>{cabinet.onlyHidden}</p></Notice>
}

/** Words in the drawer, where there are no folders to see. */
const Notice = ({ stage, children }: { stage: Stage; children: ReactNode }) => (
  <div className={styles.notice} style={{ top: stage.slot.y + stage.slot.height, height: stage.front.y - stage.slot.y - stage.slot.height }}>
    <div className={styles.paper}>{children}</div>
  </div>
)

/** Which folders of a deep drawer lie in sight, written on the cabinet above it. */
function Depth({ stage, view, count }: { stage: Stage; view: View; count: number }) {
  const { cabinet: text } = useText()
  const [first, last] = readableRange(stage, view, null, count)
  const { x, width, height } = stage.housing
  return (
    <span className={styles.depth} style={{ left: x + 16, width: width - 32, height }}>
      {text.depth(first + 1, last + 1, count)}
    </span>
  )
}

type StagedProps = Omit<Props, 'items' | 'hidden' | 'error' | 'retry' | 'emptyAction'> & {
  area: React.RefObject<HTMLDivElement | null>
  stage: Stage
  items: readonly Item[]
  isLoading: boolean
  children: ReactNode
}

function Staged({
  area, stage, cabinet, drawer, items, isLoading, opened, year, mayMove, carried, pointedSlot, onLook, onOpen, onPick, onChangeDrawer, handle, children,
}: StagedProps) {
  const { cabinet: text } = useText()
  const words = useDrawnWords()
  const isStill = useReducedMotion()
  const [isFocused, setFocused] = useState(false)
  const isSpread = (carried !== null || pointedSlot !== null) && !isLoading
  const spread = useMemo(() => (isSpread ? spreadOf(items, freeRunsOf(items, drawer.capacity)) : null), [isSpread, items, drawer.capacity])
  // Kept after the move, so that the drawer closes up from where it stood.
  const [lastSpread, setLastSpread] = useState<Spread | null>(null)
  if (spread && spread !== lastSpread) setLastSpread(spread)
  const found = carried ? items.findIndex(({ folder }) => folder?.dossierId === carried.folder.dossierId) : -1
  const carriedIndex = found < 0 ? null : found
  const aimed = carried?.target.kind === 'slot' && carried.target.drawerId === drawer.id ? carried.target.slot : pointedSlot
  const { scroll, scrollBy, limit } = useScrolling({
    element: area, stage, items, opened, spread, subject: drawer.id, carried: carriedIndex, target: carried?.by === 'pointer' ? null : aimed,
  })
  const view = useMemo<View>(() => ({ opened, scroll, spreading: spread ? 1 : 0 }), [opened, scroll, spread])
  const { hovered, handlers } = usePointing({ stage, view, items, onLook, onPick: mayMove ? onPick : null })

  useImperativeHandle(handle, () => ({
    get element() {
      return area.current
    },
    slotUnder: (clientX, clientY) => {
      const box = area.current?.getBoundingClientRect()
      if (!box || clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom) return undefined
      return spread ? slotAt(stage, spread, scroll, { x: clientX - box.left, y: clientY - box.top }) : null
    },
    leafAtEdge: (clientY) => {
      const box = area.current?.getBoundingClientRect()
      if (!box) return
      const y = clientY - box.top
      if (y > stage.front.y - 28 && y < stage.front.y + 40) scrollBy(-0.7)
      if (y > stage.slot.y && y < stage.slot.y + stage.slot.height + 14) scrollBy(0.7)
    },
    coverEdge: () => {
      const box = area.current?.getBoundingClientRect()
      if (!box || !items[opened] || spread) return null
      const standing = standingOf(stage, view, null, opened)
      const y = standing.y + 16 * stage.unit
      return y > stage.front.y - 6 || y < stage.slot.y ? null : { x: box.left + standing.right, y: box.top + y }
    },
  }), [area, stage, spread, scroll, scrollBy, items, opened, view])

  // The real options follow when the drawing has come to rest; only it moves with every frame.
  const [settled] = useDebouncedValue(view, LEAFING_TIME / 2)
  const current = items[opened]?.folder ?? null
  const hasList = items.some(({ folder }) => folder !== null)
  const title = text.drawerTitle(cabinet.code, drawer.no)
  return (
    <>
      <DrawerBody stage={stage} />
      <DrawerCanvas
        {...{ stage, items, view, words, year, isFocused, hovered, isLoading }} isStill={isStill} subject={drawer.id} capacity={drawer.capacity}
        spread={spread ?? lastSpread} carried={carriedIndex} target={aimed}
      />
      <DrawerFrontPanel stage={stage} cabinet={cabinet} drawer={drawer} onChange={onChangeDrawer} />
      {limit > 1 && <Depth stage={stage} view={settled} count={items.length} />}
      {hasList && (
        <div
          role="listbox" tabIndex={0} className={styles.list} data-drawer-list aria-label={text.drawerLabel(title)} aria-orientation="horizontal"
          aria-description={mayMove ? `${text.drawerHelp}。${text.drawerHelpMove}` : text.drawerHelp}
          aria-activedescendant={current ? optionId(current.dossierId) : undefined}
          style={{ height: stage.front.y }}
          onFocus={() => setFocused(true)} onBlur={() => setFocused(false)} onDoubleClick={onOpen} {...handlers}
        >
          <FolderOptions stage={stage} view={settled} items={items} opened={opened} />
        </div>
      )}
      {children}
    </>
  )
}
