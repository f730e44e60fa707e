import { authorOf } from './authors.ts'
import { SAMPLE_PEOPLE, samplePassword, type SampleLogin } from './people.ts'
import type { Now, Timeline } from './timeline.ts'

const idOf = (login: SampleLogin) => SAMPLE_PEOPLE.findIndex((person) => person.login === login) + 1

/** Customers of long ago: their short name, how many years ago their dossier was opened, and its documents. */
const OLD: readonly (readonly [word: string, years: number, papers: readonly (readonly [code: string, title: string, pages: number])[]])[] = [
  ['丰泽热力', 16, [['1.1', '营业执照', 2], ['2.1', '信用申请表', 3], ['5.2', '对账单', 6]]],
  ['同舟物流', 15, [['1.1', '营业执照', 2], ['2.2', '现场调查表', 4]]],
  ['博远建材', 15, [['1.1', '营业执照', 3], ['3.1', '资产负债表', 4], ['5.2', '对账单', 8]]],
  ['长河化工', 14, [['1.1', '营业执照', 2], ['5.1', '付款承诺', 2]]],
  ['明德纸业', 13, [['1.1', '营业执照', 2], ['2.1', '信用申请表', 2], ['5.2', '对账单', 12]]],
  ['瑞安电气', 13, [['1.1', '营业执照', 2], ['4.1', '信用审批表', 3]]],
  ['兴隆矿机', 12, [['1.1', '营业执照', 2], ['5.2', '对账单', 9]]],
  ['北辰钢构', 12, [['1.1', '营业执照', 2], ['3.1', '资产负债表', 4]]],
]

type Old = { dossierId: number; partyId: number }

/**
 * Disposal: old dossiers of customers long gone are entered; four were appraised two years ago, of which three are destroyed
 * and one is kept on; two are being appraised now; of two more one is due and one is held by a debt, a lawsuit and a guarantee.
 */
export function planDisposals(timeline: Timeline, thisYear: number): void {
  const old = OLD.map((): Old => ({ dossierId: 0, partyId: 0 }))
  timeline.at(760, '14:00', (now) => OLD.forEach((_one, index) => enterOld(now, old[index]!, index, thisYear)))
  planFinished(timeline, old.slice(0, 4))
  timeline.at(5, '10:30', (now) => {
    const dossierIds = [old[4]!.dossierId, old[5]!.dossierId]
    const { id } = now.call('zhoumin', 'disposal.open', { dossierIds, group: [idOf('chenliqun'), idOf('hezhenbang')], remarks: '年度鉴定' })
    now.call('hezhenbang', 'disposal.opine', { id, opinions: dossierIds.map((dossierId) => ({ dossierId, opinion: 'destroy', reason: '期满，客户已注销，无往来' })) })
  })
  timeline.at(40, '09:40', ({ call }) => {
    const { partyId, dossierId } = old[7]!
    call('chenliqun', 'holds.place', { kind: 'debt', partyId, amountFen: 38_640_000, reason: '精煤尾款，已催三次' })
    call('chenliqun', 'holds.place', { kind: 'lawsuit', dossierId, reason: '砚山县法院买卖合同纠纷，一审中' })
  })
  timeline.at(30, '09:20', ({ call }) => {
    const { id } = call('guhuaiyuan', 'holds.place', { kind: 'guarantee', dossierId: old[6]!.dossierId, untilOn: timeline.dayBefore(-200), reason: '为兴隆机电作保' })
    call('chenliqun', 'holds.release', { id, reason: '主债务已清偿，担保解除' })
  })
}

function enterOld({ call }: Now, old: Old, index: number, thisYear: number): void {
  const [word, years, papers] = OLD[index]!
  old.partyId = call('liruogu', 'parties.add', {
    kind: 'customer', name: `砚山县${word}有限公司`, shortName: word, departmentId: 1, salespersonId: idOf('liruogu'), province: '山东', city: '砚山', remarks: '多年无往来',
  }).id
  const openedOn = `${thisYear - years}-0${(index % 8) + 1}-1${index % 9}`
  old.dossierId = call('wutong', 'dossiers.open', { partyId: old.partyId, departmentId: 1, openedOn, remarks: '旧档补登' }).id
  for (const [itemCode, title, pages] of papers) {
    const author = authorOf(title, `砚山县${word}有限公司`)
    call('wutong', 'documents.add', { dossierId: old.dossierId, itemCode, title, author, pages, originality: 'original', datedOn: openedOn, remarks: null, uploads: [] })
  }
  call('hezhenbang', 'dossiers.confirm', { id: old.dossierId })
  const roomId = call('zhoumin', 'cabinet.rooms', {})[0]!.id
  const drawerId = call('zhoumin', 'cabinet.room', { roomId }).find((front) => front.code === '01')!.drawers[4]!.id
  call('zhoumin', 'cabinet.place', { dossierId: old.dossierId, drawerId })
}

function planFinished(timeline: Timeline, old: readonly Old[]): void {
  const list = { id: 0 }
  timeline.at(700, '09:30', ({ call }) => {
    const dossierIds = old.map(({ dossierId }) => dossierId)
    list.id = call('zhoumin', 'disposal.open', { dossierIds, group: [idOf('chenliqun'), idOf('hezhenbang')] }).id
  })
  timeline.at(696, '15:00', ({ call }) => {
    const keep = { dossierId: old[3]!.dossierId, opinion: 'keep' as const, keepUntilYear: new Date(`${timeline.dayBefore(0)}T12:00`).getFullYear() + 4, reason: '付款承诺尚有参考价值' }
    const gone = old.slice(0, 3).map(({ dossierId }) => ({ dossierId, opinion: 'destroy' as const, reason: '期满，无保存价值' }))
    call('chenliqun', 'disposal.opine', { id: list.id, opinions: [...gone, keep] })
    call('hezhenbang', 'disposal.opine', { id: list.id, opinions: [...gone, { dossierId: keep.dossierId, opinion: 'destroy', reason: '期满' }] })
    call('chenliqun', 'disposal.submit', { id: list.id })
  })
  timeline.at(690, '10:00', ({ call }) => call('guhuaiyuan', 'disposal.approve', { id: list.id, decision: 'agreed' }))
  timeline.at(688, '16:20', ({ call }) => call('linnianzu', 'disposal.approve', { id: list.id, decision: 'agreed' }))
  timeline.at(680, '09:10', ({ call }) => {
    call('shenqiushi', 'disposal.check', { id: list.id, dossierIds: old.slice(0, 3).map(({ dossierId }) => dossierId) })
    for (const login of ['hezhenbang', 'wutong'] as const) {
      call('shenqiushi', 'disposal.supervise', { id: list.id, onTheSpot: { login, password: samplePassword(login) } }, login)
    }
    call('shenqiushi', 'disposal.carryOut', { id: list.id, manner: '粉碎', place: '后勤楼一层' })
  })
}
