/** What the walls of a box take of its spine, in millimetres. */
const WALLS = 2
/** A folder's own boards. */
const BOARDS = 1
/** 80 g paper: a hundred sheets are a finger's breadth. */
const SHEET = 0.1

/** How much room a folder of so many pages takes, in whole millimetres, rounded up; every page a sheet of its own. */
export const thicknessMm = (pages: number): number => Math.ceil(BOARDS + pages * SHEET)

/** Room inside a box of this spine, in millimetres. */
export const capacityMm = (spineMm: number): number => spineMm - WALLS

export type Sort = { readonly departmentId: number; readonly year: number; readonly kind: 'credit' | 'contract'; readonly retentionYears: number | null }
export type Mixed = 'department' | 'year' | 'kind' | 'retention'

/** Why a folder may not share a box: files of another unit, year or retention never do (DA/T 22), nor of another kind. */
export function whyNotTogether(box: Sort, folder: Sort): Mixed | null {
  if (box.departmentId !== folder.departmentId) return 'department'
  if (box.year !== folder.year) return 'year'
  if (box.kind !== folder.kind) return 'kind'
  return box.retentionYears === folder.retentionYears ? null : 'retention'
}
