import type { PlannedDossier } from './dossiers.ts'
import type { Timeline } from './timeline.ts'

type PlannedDrawer = { id: number; taken: number }

const RANGES = ['A–G', 'H–L', 'M–R', 'S–W', 'X–Z'] as const

const CABINETS = [
  { code: '03', label: '销售一部 信用档案', holds: (dossier: PlannedDossier) => dossier.kind === 'credit' && dossier.department === 'XS1' },
  { code: '04', label: '销售二部 信用档案', holds: (dossier: PlannedDossier) => dossier.kind === 'credit' && dossier.department === 'XS2' },
  { code: '05', label: '供应商 信用档案', holds: (dossier: PlannedDossier) => dossier.kind === 'credit' },
  { code: '06', label: '合同档案', holds: () => true },
] as const

/**
 * Enters the steps that furnish the archive room and put the folders where they are found: by department and kind, in
 * the order of their pinyin, a few weeks after they were opened. The newest stay unshelved. Answers nothing that other
 * plans need but the days: folders are shelved before anybody asks for them.
 */
export function planCabinets(timeline: Timeline, dossiers: readonly PlannedDossier[]): ReadonlySet<PlannedDossier> {
  const shelved = new Set(dossiers.filter((dossier) => dossier.openedAgo >= 30))
  const drawersOf = new Map<string, PlannedDrawer[]>()
  timeline.at(1000, '08:30', ({ call }) => {
    const roomId = call('zhoumin', 'cabinet.rooms', {})[0]!.id
    for (const cabinet of CABINETS) {
      call('zhoumin', 'cabinet.addCabinet', { roomId, code: cabinet.code, label: cabinet.label, drawers: 5, capacity: 40 })
    }
    const office = call('zhoumin', 'cabinet.addRoom', { name: '办公室' }).id
    call('zhoumin', 'cabinet.addCabinet', { roomId: office, code: 'B1', label: '信用管理办公室', drawers: 3, capacity: 30 })
    for (const front of call('zhoumin', 'cabinet.room', { roomId })) {
      front.drawers.forEach((drawer, index) => {
        call('zhoumin', 'cabinet.changeDrawer', { id: drawer.id, label: RANGES[index]!, capacity: drawer.capacity })
      })
      drawersOf.set(front.code, front.drawers.map((drawer) => ({ id: drawer.id, taken: 0 })))
    }
  })
  const collator = new Intl.Collator('zh-CN-u-co-pinyin')
  const sorted = [...shelved].sort((a, b) => collator.compare(a.party.shortName, b.party.shortName))
  for (const dossier of sorted) {
    const cabinet = CABINETS.find(({ holds }) => holds(dossier))!
    const label = RANGES.findIndex((range) => inRange(collator, dossier.party.shortName, range))
    timeline.at(dossier.openedAgo - 24, '11:15', ({ call }) => {
      const drawer = drawersOf.get(cabinet.code)![label]!
      call('zhoumin', 'cabinet.place', { dossierId: dossier.id, drawerId: drawer.id, slot: slotOf(sorted, dossier, cabinet, label, collator) })
    })
  }
  return shelved
}

/** A first character that begins each letter's stretch in pinyin order; `inRange` compares with these. */
const LETTER_STARTS: Readonly<Record<string, string>> = { A: '阿', H: '哈', M: '妈', S: '撒', X: '夕' }
const NEXT_STARTS: Readonly<Record<string, string>> = { G: '哈', L: '妈', R: '撒', W: '夕' }

function inRange(collator: Intl.Collator, name: string, range: string): boolean {
  const [from, to] = range.split('–') as [string, string]
  const next = NEXT_STARTS[to]
  return collator.compare(name, LETTER_STARTS[from]!) >= 0 && (next === undefined || collator.compare(name, next) < 0)
}

/** Folders of one drawer stand in the order of their names, with a gap now and then for one still to come. */
function slotOf(
  sorted: readonly PlannedDossier[], dossier: PlannedDossier, cabinet: (typeof CABINETS)[number], label: number, collator: Intl.Collator,
): number {
  const range = RANGES[label]!
  const neighbours = sorted.filter(
    (other) => CABINETS.find(({ holds }) => holds(other)) === cabinet && inRange(collator, other.party.shortName, range),
  )
  const index = neighbours.indexOf(dossier)
  return index + 1 + Math.floor(index / 9)
}
