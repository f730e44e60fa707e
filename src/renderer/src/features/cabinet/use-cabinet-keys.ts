import { useEffect, useRef, type RefObject } from 'react'
import { useText } from '../../app/text.tsx'
import type { Carried, Target } from './carrying.ts'
import { cabinetBeside, drawerBeside, findDrawer, freeIn, type CabinetFront, type DrawerFront, type Standing } from './fronts.ts'
import { freeRunsOf, freeSlotBeside, nearestFreeSlot, type Folder, type Item } from './geometry/index.ts'
import { actionOf, isElsewhere, type KeyAction } from './keys.ts'
import type { useDragging } from './use-dragging.ts'
import type { usePlacing } from './use-placing.tsx'

type Options = {
  cabinets: readonly CabinetFront[]
  standing: Standing | null
  /** The open drawer's; null while they are being read. */
  items: readonly Item[] | null
  opened: number
  current: Folder | null
  mayMove: boolean
  dragging: ReturnType<typeof useDragging>
  placing: ReturnType<typeof usePlacing>
  openDrawer: (drawer: Pick<DrawerFront, 'id'>, how?: { replace?: boolean }) => void
  lookAt: (folder: Folder) => void
  openFolder: () => void
  jump: (letter: string) => void
  announce: (words: string) => void
  stage: RefObject<HTMLElement | null>
}

/** The keys of the cabinet. They work from the drawer and from the bare page; a field, a dialog or a menu keeps its own. */
export function useCabinetKeys(options: Options): void {
  const { cabinet: text } = useText()
  const latest = useRef(options)
  useEffect(() => { latest.current = options })

  // Carried by keys into another drawer: once its folders are known, the free slot nearest to where it came from.
  const { dragging: { carried, aim }, items, standing, announce } = options
  useEffect(() => {
    if (carried?.by !== 'keys' || carried.target.kind !== 'drawer' || !items || !standing || carried.target.drawerId !== standing.drawer.id) return
    if (carried.target.isFull) return
    const slot = nearestFreeSlot(freeRunsOf(items, standing.drawer.capacity), carried.from?.slot ?? 1)
    const title = text.drawerTitle(standing.cabinet.code, standing.drawer.no)
    aim(slot === null ? { ...carried.target, isFull: true } : { kind: 'slot', drawerId: standing.drawer.id, slot })
    announce(slot === null ? text.carriedToFull(title) : text.carriedTo(title, slot))
  }, [carried, aim, items, standing, announce, text])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const now = latest.current
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return
      const action = actionOf(event, now.mayMove)
      if (!action) return
      const held = now.dragging.carried
      if (held?.by === 'pointer') return
      if (action.do === 'undo') {
        if (!now.mayMove || isField(event.target)) return
        event.preventDefault()
        void now.placing.undo()
        return
      }
      const list = now.stage.current?.querySelector('[data-drawer-list]') ?? null
      if (!held && isElsewhere(event.target, list)) return
      if (held ? carry(now, held, action, text) : leaf(now, action, text)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [text])
}

type Words = ReturnType<typeof useText>['cabinet']

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** The next folder one may know, `by` places further; stops at the ends. */
function folderBeside(items: readonly Item[], from: number, by: number): Folder | null {
  const known = items.flatMap(({ folder }, index) => (folder ? [{ folder, index }] : []))
  const at = known.findIndex(({ index }) => index === from)
  return known[Math.min(Math.max(at + by, 0), known.length - 1)]?.folder ?? null
}

function leaf(now: Options, action: KeyAction, text: Words): boolean {
  const { items, standing, opened, current, cabinets } = now
  if (!standing) return false
  if (action.do === 'leaf' || action.do === 'end') {
    const by = action.do === 'leaf' ? action.by : action.at === 'first' ? -1e6 : 1e6
    const next = items && folderBeside(items, opened, by)
    if (next) now.lookAt(next)
    return true
  }
  if (action.do === 'drawer' || action.do === 'cabinet') {
    const next = action.do === 'drawer' ? drawerBeside(cabinets, standing, action.by) : cabinetBeside(cabinets, standing, action.by)
    if (next) now.openDrawer(next, { replace: true })
    return true
  }
  if (action.do === 'letter') now.jump(action.letter)
  else if (action.do === 'open') now.openFolder()
  else if (action.do === 'pick' && current && items) {
    const slot = nearestFreeSlot(freeRunsOf(items, standing.drawer.capacity), current.slot)
    const target: Target = slot === null ? { kind: 'drawer', drawerId: standing.drawer.id, isFull: true } : { kind: 'slot', drawerId: standing.drawer.id, slot }
    const title = text.drawerTitle(standing.cabinet.code, standing.drawer.no)
    now.announce(`${text.carrying(current.shortName)}。${slot === null ? text.carriedToFull(title) : text.carriedTo(title, slot)}`)
    now.dragging.pick(current, 'keys', { drawerId: standing.drawer.id, slot: current.slot }, target)
  } else return false
  return true
}

function carry(now: Options, held: Carried, action: KeyAction, text: Words): boolean {
  const { standing, items, cabinets, dragging } = now
  if (!standing) return false
  if (action.do === 'cancel') dragging.cancel()
  else if (action.do === 'open') dragging.drop(held)
  else if (action.do === 'leaf' && items && held.target.kind === 'slot') {
    const slot = freeSlotBeside(freeRunsOf(items, standing.drawer.capacity), held.target.slot, action.by > 0 ? 1 : -1)
    if (slot === null) return true
    dragging.aim({ ...held.target, slot })
    now.announce(text.carriedTo(text.drawerTitle(standing.cabinet.code, standing.drawer.no), slot))
  } else if (action.do === 'drawer' || action.do === 'cabinet') {
    const from = findDrawer(cabinets, held.target.kind === 'nowhere' ? null : held.target.drawerId) ?? standing
    const next = action.do === 'drawer' ? drawerBeside(cabinets, from, action.by) : cabinetBeside(cabinets, from, action.by)
    if (!next) return true
    const isFull = freeIn(next) === 0
    dragging.aim({ kind: 'drawer', drawerId: next.id, isFull })
    const to = findDrawer(cabinets, next.id)
    if (isFull && to) now.announce(text.carriedToFull(text.drawerTitle(to.cabinet.code, next.no)))
    now.openDrawer(next, { replace: true })
  } else return false
  return true
}
