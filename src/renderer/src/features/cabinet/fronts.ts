import type { Output } from '../../../../shared/contract/index.ts'

export type Room = Output<'cabinet.rooms'>[number]
export type CabinetFront = Output<'cabinet.room'>[number]
export type DrawerFront = CabinetFront['drawers'][number]
/** A drawer with the cabinet it is in, and where both stand in the row. */
export type Standing = { readonly cabinet: CabinetFront; readonly drawer: DrawerFront; readonly cabinetIndex: number; readonly drawerIndex: number }

/** From which share on a drawer counts as nearly full: its bar turns darker. */
export const NEARLY_FULL = 0.95

/** Finds a drawer in a room; null when it is not there (any more). */
export function findDrawer(cabinets: readonly CabinetFront[], drawerId: number | null): Standing | null {
  if (drawerId === null) return null
  for (const [cabinetIndex, cabinet] of cabinets.entries()) {
    const drawerIndex = cabinet.drawers.findIndex(({ id }) => id === drawerId)
    const drawer = cabinet.drawers[drawerIndex]
    if (drawer) return { cabinet, drawer, cabinetIndex, drawerIndex }
  }
  return null
}

/** The drawer that is open when none was chosen: the first with something in it, else the first. */
export const firstDrawer = (cabinets: readonly CabinetFront[]): DrawerFront | null =>
  cabinets.flatMap(({ drawers }) => drawers).find(({ occupied }) => occupied > 0) ?? cabinets[0]?.drawers[0] ?? null

/** The drawer above or below, going on in the neighbouring cabinet at either end. */
export function drawerBeside(cabinets: readonly CabinetFront[], from: Standing, step: 1 | -1): DrawerFront | null {
  const beside = from.cabinet.drawers[from.drawerIndex + step]
  if (beside) return beside
  const next = cabinets[from.cabinetIndex + step]
  return (step === 1 ? next?.drawers[0] : next?.drawers.at(-1)) ?? null
}

/** The drawer at the same height in the neighbouring cabinet, or its lowest. */
export function cabinetBeside(cabinets: readonly CabinetFront[], from: Standing, step: 1 | -1): DrawerFront | null {
  const next = cabinets[from.cabinetIndex + step]
  return next?.drawers[from.drawerIndex] ?? next?.drawers.at(-1) ?? null
}

export const freeIn = ({ capacity, occupied }: DrawerFront): number => Math.max(0, capacity - occupied)

export type FrontMark = 'overdue' | 'dueToday' | 'lent' | 'moving' | 'missing'

/** The marks of a front, the most pressing first, at most three. */
export function marksOf(drawer: DrawerFront): FrontMark[] {
  const marks: FrontMark[] = ['overdue', 'dueToday', 'lent', 'moving', 'missing']
  return marks.filter((mark) => drawer[mark] > 0).slice(0, 3)
}

/** What cabinets stand together: their label without the year, so that a department's years form a group. */
export const groupOf = ({ label }: CabinetFront): string => label.replace(/(?:19|20)\d\d\s*(?:年度?)?/u, '').trim()

export const TWO_COLUMNS_FROM = 7
/** Cabinets with many drawers have two columns: the labels stay readable. */
export const columnsOf = ({ drawers }: CabinetFront): 1 | 2 => (drawers.length >= TWO_COLUMNS_FROM ? 2 : 1)
