import type { DossierKind } from '../regulations/schema.ts'
import { lettersOfLabel } from './letters.ts'

export type DrawerChoice = {
  id: number
  cabinetId: number
  cabinetLabel: string
  label: string
  /** Already holds folders of the same kind, department and year. */
  holdsSame: boolean
}
export type FolderToShelve = { kind: DossierKind; departmentName: string; departmentCode: string; year: number; letter: string }

/** How offices write the kind of dossier on a cabinet, whatever language the program speaks. */
const KIND_WORDS: Record<DossierKind, string> = { credit: '信用', contract: '合同' }

/**
 * The drawer where a folder belongs, of those that have room, in the order one walks along them. Its own are those of a
 * cabinet where folders of the same kind, department and year stand already, then those labelled for them:
 * 1. one of its own that names its letter; 2. one of its own that names no letters; 3. any of its own, where the one with
 * its letter is full; 4. the first of all. Null only when none has room.
 */
export function chooseDrawer<Choice extends DrawerChoice>(withRoom: readonly Choice[], folder: FolderToShelve): Choice | null {
  const cabinets = new Set(withRoom.filter((drawer) => drawer.holdsSame).map((drawer) => drawer.cabinetId))
  const own = [...withRoom.filter((drawer) => cabinets.has(drawer.cabinetId)), ...withRoom.filter((drawer) => isLabelledFor(drawer, folder))]
  return own.find((drawer) => takesLetter(drawer.label, folder.letter) === true)
    ?? own.find((drawer) => takesLetter(drawer.label, folder.letter) === null)
    ?? own[0] ?? withRoom[0] ?? null
}

/** The department stands on the cabinet or the drawer, by name or by code as a word of its own, and nothing there speaks against it. */
function isLabelledFor({ cabinetLabel, label }: DrawerChoice, folder: FolderToShelve): boolean {
  const text = `${cabinetLabel} ${label}`
  const years = text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g)
  if (years && !years.includes(String(folder.year))) return false
  const kinds = (Object.keys(KIND_WORDS) as DossierKind[]).filter((kind) => text.includes(KIND_WORDS[kind]))
  if (kinds.length > 0 && !kinds.includes(folder.kind)) return false
  return text.includes(folder.departmentName) || text.split(/[\s·,，、/]+/).includes(folder.departmentCode)
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
