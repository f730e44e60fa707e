import { lettersOfLabel } from './letters.ts'

export type DrawerChoice = {
  id: number
  cabinetId: number
  cabinetLabel: string
  label: string
  /** Already holds folders of the same kind, department and year. */
  holdsSame: boolean
}
export type FolderToShelve = { departmentName: string; departmentCode: string; year: number; letter: string }

/**
 * The drawer where a folder belongs, of those that have room, in the order one walks along them:
 * 1. one for its department and year (by its labels, or because such folders stand there already) and its letter;
 * 2. one for its department and year that names no letters;
 * 3. any of theirs, where the one with its letter is full;
 * 4. the first of all. Null only when none has room.
 */
export function chooseDrawer<Choice extends DrawerChoice>(withRoom: readonly Choice[], folder: FolderToShelve): Choice | null {
  const theirs = withRoom.filter((drawer) => drawer.holdsSame || isLabelledFor(drawer, folder))
  return theirs.find((drawer) => takesLetter(drawer.label, folder.letter) === true)
    ?? theirs.find((drawer) => takesLetter(drawer.label, folder.letter) === null)
    ?? theirs[0] ?? withRoom[0] ?? null
}

/** The year, and the department by name or by code as a word of its own, stand on the cabinet or on the drawer. */
function isLabelledFor(drawer: DrawerChoice, folder: FolderToShelve): boolean {
  const words = `${drawer.cabinetLabel} ${drawer.label}`
  if (!words.includes(String(folder.year))) return false
  return words.includes(folder.departmentName) || words.split(/[\s·,，、/]+/).includes(folder.departmentCode)
}

function takesLetter(label: string, letter: string): boolean | null {
  const letters = lettersOfLabel(label)
  return letters && letter >= letters.from && letter <= letters.to
}

/** The first slot from 1 to `capacity` that is not taken; null when the drawer is full. `taken` may come in any order. */
export function firstFreeSlot(taken: readonly number[], capacity: number): number | null {
  const slots = new Set(taken)
  for (let slot = 1; slot <= capacity; slot++) if (!slots.has(slot)) return slot
  return null
}
