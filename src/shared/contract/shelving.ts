import * as z from 'zod'
import { DOSSIER_KINDS, FOLDER_STATES, LEVELS, Place } from './dossiers.ts'
import { command, Empty, Id, Page, pageOf, query } from './method.ts'

/** Widths of spines, in millimetres (DA/T 22). */
export const SPINE_WIDTHS = [20, 30, 40, 50] as const
const SpineMm = z.union([z.literal(20), z.literal(30), z.literal(40), z.literal(50)])
const keepers = ['archivist', 'departmentClerk', 'creditAdministrator'] as const

export const Box = z.object({
  id: Id, code: z.string(), departmentName: z.string(), year: z.int(), kind: z.enum(DOSSIER_KINDS), retentionYears: z.int().nullable(),
  spineMm: SpineMm, drawerId: Id, roomName: z.string(), cabinetCode: z.string(), drawerNo: z.int(), folders: z.int(),
  /** Millimetres taken by the folders that the books say are in it, of those there are. */
  filledMm: z.int(), capacityMm: z.int(), firstNumber: z.string().nullable(), lastNumber: z.string().nullable(),
})

const Drawer = z.object({
  id: Id, code: z.string(), roomId: Id, roomName: z.string(), cabinetCode: z.string(), no: z.int(), label: z.string(), capacity: z.int(), occupied: z.int(),
})

/** What a spine or a barcode label shows. */
export const LabelRow = z.object({
  dossierId: Id, number: z.string(), partyName: z.string(), shortName: z.string().nullable(), kind: z.enum(DOSSIER_KINDS), year: z.int(),
  retentionYears: z.int().nullable(), level: z.enum(LEVELS), departmentName: z.string(), boxCode: z.string().nullable(),
})

export const shelving = {
  /** What a scanned label is: a drawer's, a box's or a folder's, with where the folder is and where it should go. */
  'shelving.find': query({
    who: keepers,
    input: z.strictObject({ code: z.string().trim().min(1).max(60) }),
    output: z.object({
      drawer: Drawer.nullable(), box: Box.nullable(),
      folder: z.object({
        dossierId: Id, number: z.string(), partyName: z.string(), shortName: z.string(), state: z.enum(FOLDER_STATES), place: Place.nullable(),
        offered: Place.nullable(), boxCode: z.string().nullable(),
      }).nullable(),
    }),
  }),
  /** Labels for some folders: those named, those of a drawer or a box, or all without a place. At most 500. */
  'shelving.labels': query({
    who: keepers,
    input: z.strictObject({
      dossierIds: z.array(Id).max(500).optional(), drawerId: Id.optional(), boxId: Id.optional(), unshelved: z.boolean().optional(),
    }),
    output: z.array(LabelRow),
  }),
  'shelving.drawers': query({
    who: keepers, input: z.strictObject({ roomId: Id.optional(), cabinetId: Id.optional(), drawerId: Id.optional() }), output: z.array(Drawer),
  }),
  'shelving.boxes': query({
    who: keepers, input: z.strictObject({ text: z.string().max(60).default(''), drawerId: Id.nullable().default(null), ...Page }), output: pageOf(Box),
  }),
  'shelving.box': query({
    who: keepers,
    input: z.strictObject({ id: Id }),
    output: Box.extend({ contents: z.array(LabelRow.extend({ pages: z.int(), thicknessMm: z.int(), slot: z.int() })) }),
  }),
  /** A new box for this folder, in its drawer, of its department, year, kind and retention; the folder is put into it. */
  'shelving.addBox': command({
    who: keepers, input: z.strictObject({ dossierId: Id, spineMm: SpineMm }), output: z.object({ id: Id, code: z.string() }),
  }),
  /** Refuses what may not share the box (`box-mixed`) and what no longer fits (`box-full`). A folder from elsewhere comes to its drawer. */
  'shelving.intoBox': command({ who: keepers, input: z.strictObject({ boxId: Id, dossierId: Id }), output: Box }),
  'shelving.outOfBox': command({ who: keepers, input: z.strictObject({ dossierId: Id }), output: Empty }),
  /** Box and folders go to another drawer, each folder to a free slot. */
  'shelving.moveBox': command({ who: keepers, input: z.strictObject({ boxId: Id, drawerId: Id }), output: Box }),
}
