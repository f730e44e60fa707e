import type { PlannedDossier } from './dossiers.ts'
import { SAMPLE_DEPARTMENTS, type SampleLogin } from './people.ts'
import type { Now, Timeline } from './timeline.ts'

/** Who hands a department's contracts over. */
const SENDERS: Readonly<Partial<Record<PlannedDossier['department'], SampleLogin>>> = { XS1: 'wutong', XS2: 'zhaoyuan', GY: 'xuzhiyuan' }
/** Contracts older than this were in the archive room when transfers began. */
const TRANSFERS_BEGAN_AGO = 360
/** Younger ones are still being filled. */
const YOUNGEST = 52

/** How a contract came to the archive room: taken in as old stock, or handed over; and when it can be shelved, null while it is on its way. */
export type Arrival = { takenIn: boolean; shelvedAgo: number | null }

type Batch = { dossiers: readonly PlannedDossier[]; ago: number }

/**
 * Enters how contracts go from the departments by way of the credit administrator to the archive room: lists long closed,
 * one with a folder refused, and two that wait, one for the credit administrator and one for the archivist.
 */
export function planTransfers(timeline: Timeline, dossiers: readonly PlannedDossier[]): ReadonlyMap<PlannedDossier, Arrival> {
  const arrivals = new Map<PlannedDossier, Arrival>()
  const contracts = dossiers.filter(({ kind }) => kind === 'contract')
  const handed = contracts.filter(({ openedAgo, department }) => openedAgo <= TRANSFERS_BEGAN_AGO && SENDERS[department] !== undefined)
  for (const dossier of contracts) {
    if (!handed.includes(dossier)) arrivals.set(dossier, { takenIn: true, shelvedAgo: dossier.openedAgo >= 30 ? dossier.openedAgo - 24 : null })
    else arrivals.set(dossier, { takenIn: false, shelvedAgo: null })
  }
  const gone = handed.filter(({ openedAgo }) => openedAgo > 120)
  const batches = batchesOf(gone)
  for (const batch of batches) handOver(timeline, batch)
  /** A week after the last of them has come to the administrator. */
  const whenAllThere = (some: readonly PlannedDossier[]) =>
    Math.min(...batches.filter((batch) => batch.dossiers.some((dossier) => some.includes(dossier))).map(({ ago }) => ago)) - 8
  const waiting = handed.filter(({ openedAgo, department }) => openedAgo >= YOUNGEST && openedAgo <= 120 && department === 'XS1')
  send(timeline, { dossiers: waiting, ago: 1 }, 'department')

  // What the administrator has checked goes on to the room, twice so far; the newest list waits there.
  const early = gone.filter(({ openedAgo }) => openedAgo > 300)
  const late = gone.filter(({ openedAgo }) => openedAgo > 200 && openedAgo <= 300)
  const refused = late.at(-1)
  archive(timeline, { dossiers: early, ago: whenAllThere(early) }, null, arrivals)
  archive(timeline, { dossiers: late, ago: whenAllThere(late) }, refused ?? null, arrivals)
  send(timeline, { dossiers: [...(refused ? [refused] : []), ...gone.filter(({ openedAgo }) => openedAgo <= 200)], ago: 2 }, 'administrator')
  return arrivals
}

/** Contracts of one department opened within two months of one another go on one list, three weeks after the last of them. */
function batchesOf(dossiers: readonly PlannedDossier[]): Batch[] {
  const batches: PlannedDossier[][] = []
  for (const dossier of dossiers.toSorted((one, two) => one.department.localeCompare(two.department) || two.openedAgo - one.openedAgo)) {
    const last = batches.at(-1)
    const fits = last?.[0] && last[0].department === dossier.department && last[0].openedAgo - dossier.openedAgo <= 60
    if (last && fits) last.push(dossier)
    else batches.push([dossier])
  }
  return batches.map((batch) => ({ dossiers: batch, ago: batch.at(-1)!.openedAgo - 22 }))
}

type Sent = { id: number }

function send(timeline: Timeline, { dossiers, ago }: Batch, from: 'department' | 'administrator', remarks: string | null = null): Sent {
  const sent: Sent = { id: 0 }
  const [first] = dossiers
  if (!first) return sent
  timeline.at(ago, '09:30', ({ call }) => {
    const isOutOfDepartment = from === 'department'
    const sender = isOutOfDepartment ? SENDERS[first.department]! : 'chenliqun'
    const departmentId = isOutOfDepartment ? SAMPLE_DEPARTMENTS.findIndex(({ code }) => code === first.department) + 1 : null
    sent.id = call(sender, 'transfers.create', {
      from, to: isOutOfDepartment ? 'administrator' : 'archiveRoom', departmentId, dossierIds: dossiers.map(({ id }) => id), remarks,
    }).id
    call(sender, 'transfers.submit', { id: sent.id })
  })
  return sent
}

function handOver(timeline: Timeline, batch: Batch): void {
  const sent = send(timeline, batch, 'department')
  timeline.at(batch.ago, '10:10', (now) => receive(now, 'chenliqun', sent.id, null))
}

function archive(timeline: Timeline, batch: Batch, refused: PlannedDossier | null, arrivals: Map<PlannedDossier, Arrival>): void {
  if (batch.dossiers.length === 0) return
  const sent = send(timeline, batch, 'administrator', refused ? '按季移交' : null)
  timeline.at(batch.ago, '10:20', (now) => receive(now, 'zhoumin', sent.id, refused))
  for (const dossier of batch.dossiers) if (dossier !== refused) arrivals.set(dossier, { takenIn: false, shelvedAgo: batch.ago - 2 })
}

/** Counts every folder as it is listed, and sends one back. */
function receive({ call }: Now, receiver: SampleLogin, id: number, refused: PlannedDossier | null): void {
  const { lines } = call(receiver, 'transfers.get', { id })
  call(receiver, 'transfers.receive', {
    id, sign: true,
    lines: lines.map((line) => line.dossierId === refused?.id
      ? { dossierId: line.dossierId, decision: 'refused' as const, pages: line.pages, condition: 'incomplete' as const, reason: 'incomplete' as const, remarks: '缺货物验收记录，补齐后再送' }
      : { dossierId: line.dossierId, decision: 'accepted' as const, pages: line.pages }),
  })
}
