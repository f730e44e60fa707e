import type { PlannedDossier } from './dossiers.ts'
import type { Now, Timeline } from './timeline.ts'

/** Numbers of what stands in a drawer by the books, from the front. */
function standing({ call }: Now, drawerId: number) {
  return call('zhoumin', 'cabinet.drawer', { drawerId }).folders
}

function drawersOf({ call }: Now, code: string) {
  const roomId = call('zhoumin', 'cabinet.rooms', {})[0]!.id
  return call('zhoumin', 'cabinet.room', { roomId }).find((front) => front.code === code)!.drawers
}

/**
 * Work in the archive room: folders of one department and year share boxes; a count of the suppliers' cabinet is finished
 * and signed, with findings of several kinds, one of contracts waits for its second person; of two incidents one is closed.
 */
export function planArchiveRoom(timeline: Timeline, dossiers: readonly PlannedDossier[], shelved: ReadonlySet<PlannedDossier>): void {
  planBoxes(timeline, dossiers, shelved)
  const found = planFinishedCount(timeline)
  timeline.at(1, '15:10', (now) => {
    const { id } = now.call('zhoumin', 'stocktakes.open', { drawerIds: drawersOf(now, '04').map((drawer) => drawer.id) })
    for (const drawer of drawersOf(now, '04')) {
      const codes = standing(now, drawer.id).filter(({ state }) => state === 'in').map(({ number }) => number)
      if (codes.length > 0) now.call('zhoumin', 'stocktakes.scan', { id, drawerId: drawer.id, codes })
    }
    now.call('zhoumin', 'stocktakes.finishFirst', { id })
  })
  planIncidents(timeline, dossiers, shelved, found)
}

function planBoxes(timeline: Timeline, dossiers: readonly PlannedDossier[], shelved: ReadonlySet<PlannedDossier>): void {
  timeline.at(44, '10:20', ({ call }) => {
    const contracts = dossiers.filter((dossier) => dossier.kind === 'contract' && shelved.has(dossier) && dossier.openedAgo > 80)
    const opened = new Map<string, number>()
    for (const { id, department } of contracts.slice(0, 14)) {
      const { number, state } = call('zhoumin', 'cabinet.folder', { dossierId: id })
      if (state !== 'in') continue
      const sort = `${department} ${number.split('-').at(-2)}`
      const boxId = opened.get(sort)
      if (boxId === undefined) opened.set(sort, call('zhoumin', 'shelving.addBox', { dossierId: id, spineMm: 50 }).id)
      else if (call('zhoumin', 'shelving.box', { id: boxId }).filledMm < 36) call('zhoumin', 'shelving.intoBox', { boxId, dossierId: id })
    }
  })
}

type Found = { findingId: number; dossierId: number }

function planFinishedCount(timeline: Timeline): Found {
  const missing: Found = { findingId: 0, dossierId: 0 }
  const count = { id: 0 }
  timeline.at(40, '08:30', (now) => {
    count.id = now.call('zhoumin', 'stocktakes.open', { drawerIds: drawersOf(now, '03').map((drawer) => drawer.id) }).id
    scanAstray(now, count.id, 'zhoumin')
    now.call('zhoumin', 'stocktakes.finishFirst', { id: count.id })
  })
  timeline.at(39, '08:40', (now) => {
    now.call('shenqiushi', 'stocktakes.beginSecond', { id: count.id })
    scanAstray(now, count.id, 'shenqiushi')
    now.call('shenqiushi', 'stocktakes.finishSecond', { id: count.id })
  })
  timeline.at(38, '14:00', ({ call }) => {
    for (const finding of call('zhoumin', 'stocktakes.findings', { id: count.id, limit: 100 }).rows) {
      const resolve = (resolution: (typeof finding.ways)[number], remarks: string | null) =>
        call('zhoumin', 'stocktakes.resolve', { id: count.id, findingId: finding.id, resolution, remarks })
      if (finding.kind === 'missing' && missing.findingId === 0) {
        missing.findingId = finding.id
        missing.dossierId = finding.dossierId!
        resolve('reportedMissing', '两人两次未见，邻屉、案头都找过')
      } else if (finding.kind === 'misplaced' || finding.kind === 'outOfOrder') resolve('putBack', null)
      else if (finding.kind === 'unknown') resolve('removed', '旧公司留下的条码，已撕')
      else resolve('explained', '当日在扫描室')
    }
    call('zhoumin', 'stocktakes.sign', { id: count.id })
  })
  timeline.at(37, '09:00', ({ call }) => {
    call('shenqiushi', 'stocktakes.sign', { id: count.id })
  })
  return missing
}

/** Both see the same: one folder gone, one in a neighbour's drawer, one out of its row, a label of nobody's; the second oversees one. */
function scanAstray(now: Now, id: number, login: 'zhoumin' | 'shenqiushi'): void {
  const rows = drawersOf(now, '03').map((drawer) => ({
    drawerId: drawer.id, codes: standing(now, drawer.id).filter(({ state }) => state === 'in').map(({ number }) => number),
  })).filter(({ codes }) => codes.length > 0)
  const [one, two] = rows.toSorted((a, b) => b.codes.length - a.codes.length)
  if (!one || one.codes.length < 4) return
  one.codes.splice(1, 1)
  const [moved] = one.codes.splice(2, 1)
  if (two && moved) two.codes.splice(1, 0, moved)
  const first = one.codes.shift()
  if (first) one.codes.push(first)
  one.codes.push('JH-2019-0031')
  if (login === 'shenqiushi' && one.codes.length > 4) one.codes.splice(2, 1)
  for (const { drawerId, codes } of rows) if (codes.length > 0) now.call(login, 'stocktakes.scan', { id, drawerId, codes })
}

function planIncidents(timeline: Timeline, dossiers: readonly PlannedDossier[], shelved: ReadonlySet<PlannedDossier>, missing: Found): void {
  const damaged = dossiers.find((dossier) => shelved.has(dossier) && dossier.openedAgo > 200 && dossier.department === 'XS2')
  if (damaged) {
    const incident = { id: 0 }
    timeline.at(60, '09:20', ({ call }) => {
      incident.id = call('zhoumin', 'incidents.open', {
        kind: 'damaged', dossierId: damaged.id, happenedFrom: `${timeline.dayBefore(62)}T10:00:00.000Z`, happenedTo: `${timeline.dayBefore(61)}T23:00:00.000Z`,
        what: '屋顶渗水，封面与前三页受潮', foundOn: timeline.dayBefore(60),
      }).id
    })
    timeline.at(58, '16:00', ({ call }) => {
      call('chenliqun', 'incidents.investigate', {
        id: incident.id, version: 1, findings: '夜间暴雨，二号柜上方天花板接缝渗水；周末无人值守，次日上班发现', consequences: '受潮页已晾干压平，重新扫描，原件完整；不追究个人责任',
        measures: '后勤修补屋顶，柜顶加防水罩；暴雨预警当日下班前加盖检查',
      })
    })
    timeline.at(55, '10:30', ({ call }) => {
      call('guhuaiyuan', 'incidents.close', { id: incident.id, version: 2, closing: '情况属实，措施到位，同意结案' })
    })
  }
  timeline.at(36, '09:15', ({ call }) => {
    if (missing.dossierId === 0) return
    const { id } = call('zhoumin', 'incidents.open', {
      kind: 'missing', dossierId: missing.dossierId, findingId: missing.findingId, happenedFrom: `${timeline.dayBefore(150)}T00:00:00.000Z`,
      happenedTo: `${timeline.dayBefore(40)}T00:30:00.000Z`, what: '盘点时初盘、复盘均未见此卷', foundOn: timeline.dayBefore(39),
    })
    call('chenliqun', 'incidents.investigate', {
      id, version: 1, findings: '最后一次查阅后无出库记录；查遍邻屉、案头、复印间', consequences: '当时保管人书面说明；向供应商补取营业执照与合同复印件', measures: '归还当面插架，双人复核；每季抽查一屉',
    })
  })
}
