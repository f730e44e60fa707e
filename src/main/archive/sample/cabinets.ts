import type { NewRoom } from '../create.ts'
import type { PlannedDossier } from './dossiers.ts'
import type { Timeline } from './timeline.ts'
import type { Arrival } from './transfers.ts'

type Shelf = { code: string; label: string; drawers: readonly (string | null)[]; holds: (dossier: PlannedDossier) => boolean }

/** Which cabinet a folder goes into: the first that holds its kind. */
const SHELVES: readonly Shelf[] = [
  { code: '01', label: '销售一部 信用档案', drawers: ['A–L', 'M–R', 'S–W', 'X–Z', null], holds: ({ kind, department }) => kind === 'credit' && department === 'XS1' },
  { code: '02', label: '销售二部 信用档案', drawers: ['A–L', 'M–R', 'S–W', 'X–Z', null], holds: ({ kind, department }) => kind === 'credit' && department === 'XS2' },
  { code: '03', label: '供应商 信用档案', drawers: ['A–L', 'M–R', 'S–W', 'X–Z', null], holds: ({ kind }) => kind === 'credit' },
  { code: '04', label: '合同档案', drawers: ['A–L', 'M–R', 'S–W', 'X–Z', null], holds: () => true },
]

/** The sample's rooms as they are from the first day. */
export const SAMPLE_ROOMS: readonly NewRoom[] = [
  { name: '档案室', cabinets: SHELVES.map(({ code, label, drawers }) => ({ code, label, drawers, capacity: 40 })) },
  { name: '办公室', cabinets: [{ code: 'B1', label: '信用管理办公室', drawers: [null, null, null], capacity: 30 }] },
]

/**
 * Enters the steps that put the folders where they are found: by department and kind, in the order of their pinyin, a
 * few weeks after they were opened, contracts once the room has them. The newest stay unshelved. Answers the shelved ones.
 */
export function planCabinets(
  timeline: Timeline, dossiers: readonly PlannedDossier[], arrivals: ReadonlyMap<PlannedDossier, Arrival>,
): ReadonlySet<PlannedDossier> {
  const collator = new Intl.Collator('zh-CN-u-co-pinyin')
  const shelvedAgo = (dossier: PlannedDossier) => {
    const arrival = arrivals.get(dossier)
    return arrival ? arrival.shelvedAgo : dossier.openedAgo >= 30 ? dossier.openedAgo - 24 : null
  }
  const shelved = dossiers.filter((dossier) => shelvedAgo(dossier) !== null)
  const inDrawers = Map.groupBy(shelved, (dossier) => {
    const shelf = SHELVES.find(({ holds }) => holds(dossier))!
    return `${shelf.code}/${shelf.drawers.findIndex((range) => range !== null && inRange(collator, dossier.party.shortName, range))}`
  })
  for (const [drawer, folders] of inDrawers) {
    const [code, index] = drawer.split('/') as [string, string]
    const sorted = folders.toSorted((a, b) => collator.compare(a.party.shortName, b.party.shortName))
    sorted.forEach((dossier, position) => {
      timeline.at(shelvedAgo(dossier)!, '11:15', ({ call }) => {
        if (arrivals.get(dossier)?.takenIn) call('zhoumin', 'custody.takeIn', { dossierId: dossier.id, reason: '立卷时原件已在档案室，补登' })
        const roomId = call('zhoumin', 'cabinet.rooms', {})[0]!.id
        const drawerId = call('zhoumin', 'cabinet.room', { roomId }).find((front) => front.code === code)!.drawers[Number(index)]!.id
        // A gap now and then for a folder still to come.
        call('zhoumin', 'cabinet.place', { dossierId: dossier.id, drawerId, slot: position + 1 + Math.floor(position / 9) })
      })
    })
  }
  return new Set(shelved)
}

/** A first character that begins each letter's stretch in pinyin order; `inRange` compares with these. */
const LETTER_STARTS: Readonly<Record<string, string>> = { A: '阿', M: '妈', S: '撒', X: '夕' }
const NEXT_STARTS: Readonly<Record<string, string>> = { L: '妈', R: '撒', W: '夕' }

function inRange(collator: Intl.Collator, name: string, range: string): boolean {
  const [from, to] = range.split('–') as [string, string]
  const next = NEXT_STARTS[to]
  return collator.compare(name, LETTER_STARTS[from]!) >= 0 && (next === undefined || collator.compare(name, next) < 0)
}
