import * as z from 'zod'
import { Login, Password } from './archive.ts'
import { Place } from './dossiers.ts'
import { CONDITIONS } from './lookups.ts'
import { command, Empty, Id, Instant, line, optionalLine, Page, pageOf, query } from './method.ts'

/** `waiting`: the first count is done, nobody has begun the second. `findings`: both are, and what they found is worked off. */
export const STOCKTAKE_STATES = ['first', 'waiting', 'second', 'findings', 'closed', 'cancelled'] as const
/**
 * `outOfOrder`: in its drawer, not between its neighbours. `lentFound`, `missingFound`, `movingFound`, `goneFound`: there,
 * though the books say lent, missing, on its way, voided or destroyed. `disputed`: the two counts saw different things.
 */
export const FINDING_KINDS = [
  'missing', 'misplaced', 'outOfOrder', 'unknown', 'lentFound', 'missingFound', 'movingFound', 'goneFound', 'disputed',
] as const
/**
 * What was done about a finding. `reportedMissing`, `movedHere` (the books follow the folder), `takenBack` and `found` change
 * the books; `putBack`, `removed` and `seenInPlace` were done by hand; `explained` is a sentence.
 */
export const RESOLUTIONS = ['reportedMissing', 'putBack', 'movedHere', 'takenBack', 'found', 'removed', 'seenInPlace', 'explained'] as const
/** What a scan is, against the books; told in the first count alone. */
export const VERDICTS = ['inPlace', 'elsewhere', 'lent', 'missing', 'moving', 'gone', 'unknown'] as const

export const STOCKTAKE_READERS = ['archivist', 'creditAdministrator', 'officeDirector', 'generalManager'] as const

export const StocktakeRow = z.object({
  id: Id, number: z.string(), state: z.enum(STOCKTAKE_STATES), scope: z.string(), expected: z.int(), drawers: z.int(),
  openedAt: Instant, firstByName: z.string(), secondByName: z.string().nullable(), closedAt: Instant.nullable(),
  /** Null while it is blind. */
  findings: z.int().nullable(), unresolved: z.int().nullable(),
})

export const CountedDrawer = z.object({
  id: Id, code: z.string(), roomName: z.string(), cabinetCode: z.string(), no: z.int(), label: z.string(), expected: z.int(),
  /** Codes scanned; null for a count that the reader may not see. */
  first: z.int().nullable(), second: z.int().nullable(),
})

export const Stocktake = StocktakeRow.extend({
  firstBy: Id, secondBy: Id.nullable(), firstEnd: Instant.nullable(), secondStart: Instant.nullable(), secondEnd: Instant.nullable(),
  inOrder: z.int().nullable(), firstSignedAt: Instant.nullable(), secondSignedAt: Instant.nullable(), remarks: z.string().nullable(),
  counted: z.array(CountedDrawer),
  /** The count that the reader is about to make, if it is his. */
  round: z.union([z.literal(1), z.literal(2)]).nullable(),
  byKind: z.array(z.object({ kind: z.enum(FINDING_KINDS), count: z.int(), unresolved: z.int() })),
  /** The counters who have not signed, once everything is dealt with. */
  signers: z.array(z.object({ login: z.string(), name: z.string() })),
  may: z.object({ count: z.boolean(), beginSecond: z.boolean(), resolve: z.boolean(), sign: z.boolean(), cancel: z.boolean() }),
})

export const Scan = z.object({
  id: Id, code: z.string(), dossierId: Id.nullable(), title: z.string().nullable(), at: Instant,
  /** Null in the second count: it must not be led. */
  verdict: z.enum(VERDICTS).nullable(), home: z.string().nullable(),
})

const Where = z.object({ drawerId: Id, words: z.string() })
export const Finding = z.object({
  id: Id, kind: z.enum(FINDING_KINDS), dossierId: Id.nullable(), code: z.string(), title: z.string().nullable(),
  home: Where.extend({ slot: z.int().nullable() }).nullable(), first: Where.nullable(), second: Where.nullable(),
  afterCode: z.string().nullable(), beforeCode: z.string().nullable(),
  /** The loan that is open now, for what may be taken back. */
  loan: z.object({ slipId: Id, slipNumber: z.string(), pagesOut: z.int() }).nullable(),
  resolution: z.enum(RESOLUTIONS).nullable(), resolvedByName: z.string().nullable(), resolvedAt: Instant.nullable(), remarks: z.string().nullable(),
  incident: z.object({ id: Id, number: z.string() }).nullable(),
  /** What may be done about it. */
  ways: z.array(z.enum(RESOLUTIONS)),
})

const spot = z.strictObject({ login: Login, password: Password })

export const stocktakes = {
  'stocktakes.list': query({
    who: STOCKTAKE_READERS, input: z.strictObject({ state: z.enum([...STOCKTAKE_STATES, 'running']).nullable().default(null), ...Page }),
    output: pageOf(StocktakeRow),
  }),
  /** Every drawer with the day of its last finished count: what a new one should take. */
  'stocktakes.coverage': query({
    who: STOCKTAKE_READERS, input: Empty,
    output: z.array(z.object({
      roomId: Id, roomName: z.string(), cabinetId: Id, cabinetCode: z.string(), cabinetLabel: z.string(), drawerId: Id, drawerNo: z.int(),
      label: z.string(), folders: z.int(), countedAt: Instant.nullable(), running: z.string().nullable(),
    })),
  }),
  'stocktakes.get': query({ who: STOCKTAKE_READERS, input: z.strictObject({ id: Id }), output: Stocktake }),
  /** The scans of one count in one drawer, in their order. While counting, only one's own (`stocktake-blind`). */
  'stocktakes.scans': query({
    who: ['archivist'], input: z.strictObject({ id: Id, drawerId: Id, round: z.union([z.literal(1), z.literal(2)]) }),
    output: z.array(Scan),
  }),
  'stocktakes.findings': query({
    who: STOCKTAKE_READERS,
    input: z.strictObject({ id: Id, kind: z.enum(FINDING_KINDS).nullable().default(null), isOpen: z.boolean().nullable().default(null), ...Page }),
    output: pageOf(Finding),
  }),
  /** Takes down what should be there now. Whoever opens it makes the first count. A drawer is in one running count at most. */
  'stocktakes.open': command({
    who: ['archivist'],
    input: z.strictObject({ roomId: Id.optional(), cabinetId: Id.optional(), drawerIds: z.array(Id).min(1).max(5000).optional() })
      .refine(({ roomId, cabinetId, drawerIds }) => [roomId, cabinetId, drawerIds].filter((part) => part !== undefined).length === 1, { path: ['drawerIds'] }),
    output: z.object({ id: Id, number: z.string() }),
  }),
  /** One code, or as many as a scanner with a memory has, in their order. */
  'stocktakes.scan': command({
    who: ['archivist'],
    input: z.strictObject({ id: Id, drawerId: Id, codes: z.array(z.string().trim().min(1).max(60)).min(1).max(1000) }),
    output: z.object({ scans: z.array(Scan.extend({ isAgain: z.boolean() })) }),
  }),
  'stocktakes.strikeScan': command({ who: ['archivist'], input: z.strictObject({ id: Id, scanId: Id }), output: Empty }),
  'stocktakes.finishFirst': command({ who: ['archivist'], input: z.strictObject({ id: Id }), output: z.object({ scans: z.int() }) }),
  /** By somebody else than the first count. */
  'stocktakes.beginSecond': command({ who: ['archivist'], input: z.strictObject({ id: Id }), output: Empty }),
  /** Ends the second count and compares both with the books. */
  'stocktakes.finishSecond': command({ who: ['archivist'], input: z.strictObject({ id: Id }), output: z.object({ findings: z.int() }) }),
  'stocktakes.resolve': command({
    who: ['archivist'],
    input: z.strictObject({
      id: Id, findingId: Id, resolution: z.enum(RESOLUTIONS), remarks: optionalLine(200),
      /** For `takenBack`. */
      counted: z.strictObject({ pages: z.int().min(0), condition: z.enum(CONDITIONS) }).optional(),
    }),
    output: z.object({ place: Place.nullable(), unresolved: z.int() }),
  }),
  /** Each counter signs once every finding is dealt with; the second signature closes the count. */
  'stocktakes.sign': command({
    who: ['archivist'], input: z.strictObject({ id: Id, onTheSpot: spot.optional() }), output: z.object({ isClosed: z.boolean() }),
  }),
  /** Gives a count up before its findings are known. Its number stays. */
  'stocktakes.cancel': command({ who: ['archivist'], input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),
}
