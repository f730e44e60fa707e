import { freeRunsOf, itemsOf, spreadOf, stageFor, type Folder, type Item, type Spread, type Stage, type View } from '../../../src/renderer/src/features/cabinet/geometry/index.ts'

/** A folder with what a test says about it; the rest is believable. */
export const folder = (slot: number, given: Partial<Folder> = {}): Folder => ({
  dossierId: slot, slot, number: `XY-XS1-2024-${String(slot).padStart(4, '0')}`, kind: 'credit', partyName: `第${slot}号建材有限公司`, shortName: `${slot}号建材`,
  letter: 'H', grade: 'A', state: 'in', level: 'internal', retentionYears: 10, departmentName: '销售一部', year: 2024, dueOn: null, ...given,
})

/** The items of a drawer with folders in these slots. */
export const drawerWith = (slots: readonly number[], hiddenSlots: readonly number[] = []): Item[] =>
  itemsOf({ folders: slots.map((slot) => folder(slot)), hiddenSlots: [...hiddenSlots] })

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

/** The areas that windows of the sizes we look at leave to the drawer. */
export const AREAS: readonly (readonly [width: number, height: number])[] = [[676, 400], [740, 430], [824, 497], [834, 514], [1110, 670], [1140, 820]]

export const closed: View = { opened: 1e6, scroll: 0, spreading: 0 }

export type Set = { stage: Stage; items: Item[]; spread: Spread }
export const set = (slots: readonly number[], capacity: number, [width, height]: readonly [number, number] = [824, 497]): Set => {
  const items = drawerWith(slots)
  return { stage: stageFor(width, height, capacity), items, spread: spreadOf(items, freeRunsOf(items, capacity)) }
}
