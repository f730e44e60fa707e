import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { command, Empty, Id, line, optionalLine, query } from './method.ts'
import { Completeness, DOSSIER_KINDS, FOLDER_STATES, LEVELS, Place } from './dossiers.ts'
import { GRADES } from './parties.ts'

/** A folder (or the empty place of one) as the drawer shows it. Only what fits on a tab and a printed cover. */
export const Folder = z.object({
  dossierId: Id,
  slot: z.int(),
  number: z.string(),
  kind: z.enum(DOSSIER_KINDS),
  partyName: z.string(),
  shortName: z.string(),
  /** Latin capital of the first pinyin syllable, `#` for none. */
  letter: z.string(),
  grade: z.enum(GRADES).nullable(),
  state: z.enum(FOLDER_STATES),
  level: z.enum(LEVELS),
  retentionYears: z.int().nullable(),
  departmentName: z.string(),
  year: z.int(),
  /** The day a lent folder is due back: the out-card in its slot says it. Null for a folder that is not lent. */
  dueOn: z.string().nullable(),
})

/** How one drawer looks from outside. Folders that the reader may not see count towards the fill, nothing else. */
export const DrawerFront = z.object({
  id: Id, no: z.int(), label: z.string(), capacity: z.int(), occupied: z.int(),
  lent: z.int(), overdue: z.int(), dueToday: z.int(), moving: z.int(), missing: z.int(),
})
export const CabinetFront = z.object({ id: Id, code: z.string(), label: z.string(), drawers: z.array(DrawerFront) })
export const Room = z.object({ id: Id, name: z.string(), cabinets: z.int(), drawers: z.int(), folders: z.int() })

const keepers = ['archivist', 'departmentClerk', 'creditAdministrator'] as const

export const cabinet = {
  'cabinet.rooms': query({ who: DOSSIER_ROLES, input: Empty, output: z.array(Room) }),
  'cabinet.room': query({ who: DOSSIER_ROLES, input: z.strictObject({ roomId: Id }), output: z.array(CabinetFront) }),
  'cabinet.drawer': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ drawerId: Id }),
    output: z.object({
      id: Id, no: z.int(), label: z.string(), capacity: z.int(), cabinetId: Id, cabinetCode: z.string(), cabinetLabel: z.string(),
      roomId: Id, folders: z.array(Folder),
      /** Slots taken by folders the reader may not see: drawn as blank manila, without a name. */
      hiddenSlots: z.array(z.int()),
    }),
  }),
  /** The card beside the open drawer. */
  'cabinet.folder': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ dossierId: Id }),
    output: Folder.extend({
      partyCreditCode: z.string().nullable(),
      openedOn: z.string(),
      openedByName: z.string(),
      documents: z.int(),
      pages: z.int(),
      completeness: Completeness,
      missing: z.array(z.string()),
      place: Place.nullable(),
      holder: z.string(),
      holderSince: z.string().nullable(),
      slipId: Id.nullable(),
      lastLookup: z.object({ on: z.string(), reader: z.string(), slipNumber: z.string() }).nullable(),
    }),
  }),
  /** Folders without a place, waiting to be shelved. */
  'cabinet.unshelved': query({ who: DOSSIER_ROLES, input: Empty, output: z.array(Folder) }),
  /** Where a new folder goes: the first free slot of the drawers that hold its department, year and letter; else any. */
  'cabinet.nextFreeSlot': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ dossierId: Id.optional(), roomId: Id.optional() }),
    output: Place.nullable(),
  }),
  /** Puts a folder on a free slot (`slot` omitted: the drawer's first free one). Only a folder that is in or unshelved. */
  'cabinet.place': command({
    who: keepers,
    input: z.strictObject({ dossierId: Id, drawerId: Id, slot: z.int().positive().optional() }),
    output: Place,
  }),
  /** Takes back this person's own last move, if the old slot is still free and nothing has happened to the folder since. */
  'cabinet.undoMove': command({ who: keepers, input: Empty, output: z.object({ dossierId: Id, place: Place.nullable() }) }),
  /** A folder looked for and not found, or found again. */
  'cabinet.reportMissing': command({ who: ['archivist'], input: z.strictObject({ dossierId: Id, remarks: line(200) }), output: Empty }),
  'cabinet.reportFound': command({ who: ['archivist'], input: z.strictObject({ dossierId: Id, remarks: line(200) }), output: Empty }),
  'cabinet.addRoom': command({ who: keepers, input: z.strictObject({ name: line(40) }), output: z.object({ id: Id }) }),
  'cabinet.addCabinet': command({
    who: keepers,
    input: z.strictObject({
      roomId: Id, code: z.string().trim().regex(/^[0-9A-Za-z-]{1,8}$/), label: optionalLine(60),
      drawers: z.int().min(1).max(10).default(5), capacity: z.int().min(1).max(500).default(40),
    }),
    output: z.object({ id: Id }),
  }),
  'cabinet.changeDrawer': command({
    who: keepers,
    input: z.strictObject({ id: Id, label: optionalLine(20), capacity: z.int().min(1).max(500) }),
    output: Empty,
  }),
}
