import type { FINDING_KINDS } from '../../contract/stocktakes.ts'
import { outOfOrder } from './order.ts'

export type FindingKind = (typeof FINDING_KINDS)[number]
export type BookState = 'in' | 'lent' | 'missing' | 'moving' | 'unshelved' | 'gone'
/** What the books say of a folder at one moment. `gone`: voided or destroyed. */
export type Entry = { readonly drawerId: number | null; readonly slot: number | null; readonly state: BookState }
export type Expected = {
  readonly dossierId: number
  /** When the count was opened; and now: what happened between may have been seen by either count, before or after it. */
  readonly was: Entry
  readonly now: Entry
}
/** A code as it was scanned, in the order of scanning. `dossierId` null: no folder has that number. */
export type Seen = { readonly code: string; readonly dossierId: number | null; readonly drawerId: number }

export type Found = {
  readonly kind: FindingKind
  readonly dossierId: number | null
  /** Of a folder that was scanned: as scanned. Null for one that was not. */
  readonly code: string | null
  readonly home: { readonly drawerId: number; readonly slot: number } | null
  readonly firstDrawerId: number | null
  readonly secondDrawerId: number | null
  readonly afterCode: string | null
  readonly beforeCode: string | null
}
type Verdict = Exclude<FindingKind, 'disputed' | 'outOfOrder' | 'unknown'> | 'ok'

export type Comparison = { readonly inOrder: number; readonly findings: readonly Found[] }

type Counts = {
  readonly expected: readonly Expected[]
  /** What the books say now of scanned folders that were not expected, by dossier. */
  readonly strangers: ReadonlyMap<number, Entry>
  readonly first: readonly Seen[]
  readonly second: readonly Seen[]
}

/**
 * Two counts against the books. Each folder that should have been there and each code that was scanned ends in exactly one
 * place: in order, or in one finding. Where the counts differ, and nothing in the books explains it, the finding says so
 * instead of taking either's word (`disputed`).
 */
export function compareCounts({ expected, strangers, first, second }: Counts): Comparison {
  const drawers = new Set(expected.flatMap(({ was }) => (was.drawerId === null ? [] : [was.drawerId])))
  const [one, two] = [read(first), read(second)]
  const findings: Found[] = []
  const inPlace: Expected[] = []
  let inOrder = 0
  for (const folder of expected) {
    const kind = kindOf([folder.was, folder.now], one.at(folder.dossierId), two.at(folder.dossierId), drawers)
    if (kind !== 'ok') findings.push(found(kind, folder.dossierId, folder.now, one, two))
    else if (one.at(folder.dossierId) !== null && two.at(folder.dossierId) !== null) inPlace.push(folder)
    else inOrder += 1
  }
  const astray = outOfOrderIn(inPlace, one, two)
  for (const folder of inPlace) {
    if (astray.has(folder.dossierId)) findings.push(found('outOfOrder', folder.dossierId, folder.now, one, two))
    else inOrder += 1
  }
  const known = new Set(expected.map(({ dossierId }) => dossierId))
  for (const dossierId of new Set([...one.dossiers(), ...two.dossiers()])) {
    const entry = strangers.get(dossierId)
    if (known.has(dossierId) || !entry) continue
    const kind = kindOf([entry], one.at(dossierId), two.at(dossierId), NOWHERE)
    // A folder that was brought here meanwhile, and that one count came too early for, is in its place.
    if (kind !== 'ok') findings.push(found(kind, dossierId, entry, one, two))
    else inOrder += 1
  }
  for (const code of new Set([...one.unknown(), ...two.unknown()])) findings.push(unknown(code, one, two))
  return { inOrder, findings }
}

type Count = ReturnType<typeof read>

/** One count by folder, by unknown code, and by drawer. */
function read(seen: readonly Seen[]) {
  const byDossier = new Map<number, Seen>()
  const byCode = new Map<string, Seen>()
  const byDrawer = Map.groupBy(seen, ({ drawerId }) => drawerId)
  for (const scan of seen) {
    if (scan.dossierId === null) byCode.set(scan.code, scan)
    else byDossier.set(scan.dossierId, scan)
  }
  return {
    at: (dossierId: number) => byDossier.get(dossierId)?.drawerId ?? null,
    scanOf: (dossierId: number) => byDossier.get(dossierId) ?? null,
    unknownAt: (code: string) => byCode.get(code)?.drawerId ?? null,
    unknownScan: (code: string) => byCode.get(code) ?? null,
    dossiers: () => byDossier.keys(),
    unknown: () => byCode.keys(),
    inDrawer: (drawerId: number) => byDrawer.get(drawerId) ?? [],
    drawers: () => byDrawer.keys(),
  }
}

const NOWHERE: ReadonlySet<number> = new Set()

/** What one count's look says, against what the books said at one moment. */
function judge({ drawerId, state }: Entry, seenIn: number | null, drawers: ReadonlySet<number>): Verdict {
  if (seenIn === null) return state === 'in' && drawerId !== null && drawers.has(drawerId) ? 'missing' : 'ok'
  if (state === 'gone') return 'goneFound'
  if (state === 'lent') return 'lentFound'
  if (state === 'missing') return 'missingFound'
  if (state === 'moving') return 'movingFound'
  return state === 'in' && drawerId === seenIn ? 'ok' : 'misplaced'
}

function kindOf(entries: readonly Entry[], one: number | null, two: number | null, drawers: ReadonlySet<number>): FindingKind | 'ok' {
  const verdict = (seenIn: number | null): Verdict => {
    const verdicts = entries.map((entry) => judge(entry, seenIn, drawers))
    return verdicts.includes('ok') ? 'ok' : verdicts.at(-1)!
  }
  const [a, b] = [verdict(one), verdict(two)]
  if (a === 'ok' && b === 'ok') return 'ok'
  return a === b && one === two ? a : 'disputed'
}

/** Out of order in both counts: in one alone it may be the hand that scanned. */
function outOfOrderIn(folders: readonly Expected[], one: Count, two: Count): ReadonlySet<number> {
  const slotIn = new Map<number, Map<number, number>>()
  for (const { dossierId, was, now } of folders) {
    for (const { drawerId, slot } of [was, now]) {
      if (drawerId === null || slot === null) continue
      if (!slotIn.has(drawerId)) slotIn.set(drawerId, new Map())
      slotIn.get(drawerId)!.set(dossierId, slot)
    }
  }
  const astray = (count: Count) => new Set([...count.drawers()].flatMap((drawerId) => {
    const slots = slotIn.get(drawerId)
    const row = count.inDrawer(drawerId).flatMap(({ dossierId }) => {
      const slot = dossierId === null ? undefined : slots?.get(dossierId)
      return slot === undefined ? [] : [{ dossierId: dossierId!, slot }]
    })
    return outOfOrder(row.map(({ slot }) => slot)).map((index) => row[index]!.dossierId)
  }))
  return astray(one).intersection(astray(two))
}

function found(kind: FindingKind, dossierId: number, entry: Entry, one: Count, two: Count): Found {
  const scan = one.scanOf(dossierId) ?? two.scanOf(dossierId)
  const home = entry.drawerId === null || entry.slot === null ? null : { drawerId: entry.drawerId, slot: entry.slot }
  return {
    kind, dossierId, code: scan?.code ?? null, home, firstDrawerId: one.at(dossierId), secondDrawerId: two.at(dossierId),
    ...neighbours(scan, one.scanOf(dossierId) ? one : two),
  }
}

function unknown(code: string, one: Count, two: Count): Found {
  const scan = one.unknownScan(code) ?? two.unknownScan(code)
  return {
    kind: 'unknown', dossierId: null, code, home: null, firstDrawerId: one.unknownAt(code), secondDrawerId: two.unknownAt(code),
    ...neighbours(scan, one.unknownScan(code) ? one : two),
  }
}

/** What was scanned before and after it in the same drawer: where the hand finds it again. */
function neighbours(scan: Seen | null, count: Count): Pick<Found, 'afterCode' | 'beforeCode'> {
  if (!scan) return { afterCode: null, beforeCode: null }
  const row = count.inDrawer(scan.drawerId)
  const index = row.indexOf(scan)
  return { afterCode: row[index - 1]?.code ?? null, beforeCode: row[index + 1]?.code ?? null }
}
