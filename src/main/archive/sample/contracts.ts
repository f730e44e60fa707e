import type { Input } from '../../../shared/contract/index.ts'
import type { ContractEventKind } from '../../../shared/rules/contracts/events.ts'
import { filePapers } from './duties.ts'
import type { PlannedDossier } from './dossiers.ts'
import { SAMPLE_PEOPLE, type SampleLogin } from './people.ts'
import type { Random } from './random.ts'
import type { Now, Timeline } from './timeline.ts'

export type Goods = readonly [name: string, unit: string, yuan: number, least: number, most: number]

const SOLD: readonly Goods[] = [
  ['主焦精煤', '吨', 1_560, 800, 12_000], ['动力煤', '吨', 640, 2_000, 40_000], ['洗精煤', '吨', 1_180, 1_000, 9_000],
  ['中煤', '吨', 410, 1_500, 15_000], ['粉煤灰', '吨', 85, 3_000, 20_000], ['煤矸石骨料', '吨', 62, 2_000, 30_000],
]
export const BOUGHT: Readonly<Record<string, Goods>> = {
  锻造: ['刮板机锻件', '件', 2_300, 40, 300], 矿机: ['液压支架立柱', '套', 46_000, 4, 30], 建材: ['井巷喷浆水泥', '吨', 430, 200, 2_000],
  物流: ['铁路专线短驳运输', '吨', 18, 5_000, 60_000], 化工: ['选煤浮选剂', '吨', 7_800, 10, 90], 电气: ['矿用高压开关柜', '台', 88_000, 2, 16],
  能源: ['配煤咨询服务', '期', 60_000, 1, 4], 热力: ['矿区供热设备检修', '次', 42_000, 1, 6], 钢构: ['输煤栈桥钢结构', '吨', 9_600, 20, 160],
  轴承: ['托辊轴承', '套', 96, 500, 8_000], 纺织: ['矿工棉工作服', '套', 168, 200, 3_000], 纸业: ['档案用纸', '令', 180, 50, 400],
  食品: ['职工食堂面粉', '袋', 92, 200, 1_500], 仪表: ['皮带秤与瓦斯传感器', '套', 5_400, 10, 80], 水务: ['矿井水处理运维', '月', 68_000, 6, 24],
  重工: ['破碎机衬板', '套', 31_000, 2, 20],
}
const TERMS = [
  '预付 30%，货到验收合格后 60 日内付 60%，余 10% 为质保金', '款到发货', '每月 25 日对账，次月 10 日前付清上月货款', '货到 90 日内电汇付清', '银行承兑汇票，期限 6 个月',
]
const GUARANTORS = ['淮海能源担保有限公司', '砚山县中小企业融资担保有限公司', '华泽物资集团有限公司']

type Event = { what: ContractEventKind; ago: number; amountFen?: number; remarks?: string }
type Terms = Omit<Input<'contracts.open'>, 'partyId' | 'departmentId' | 'level'>
export type PlannedContract = { terms: Terms; events: readonly Event[] }

/** The clerk's contracts are handled by a salesperson of his department; everybody else's by whoever opens the file. */
const HANDLERS: Readonly<Partial<Record<SampleLogin, SampleLogin>>> = { wutong: 'liruogu' }
export const handlerOf = (opener: SampleLogin): SampleLogin => HANDLERS[opener] ?? opener

/**
 * What a contract is about and what becomes of it: the oldest are performed or were terminated, some were changed on the
 * way, the newest are signed or still negotiated. Half were signed in the days before their folder was opened.
 */
export function planContract(random: Random, timeline: Timeline, { party, department, openedAgo, opener }: Pick<PlannedDossier, 'party' | 'department' | 'openedAgo' | 'opener'>): PlannedContract {
  const direction = party.kind === 'supplier' || (party.kind === 'both' && (random.chance(0.5) || department === 'GY')) ? 'purchase' as const : 'sale' as const
  const [name, unit, yuan, least, most] = direction === 'sale' ? random.pick(SOLD) : BOUGHT[party.word] ?? BOUGHT['建材']!
  const quantity = least > 100 ? Math.round(random.whole(least, most) / 100) * 100 : random.whole(least, most)
  const isFramework = random.chance(0.08)
  const firstAmountFen = isFramework ? null : Math.round(quantity * yuan * (0.92 + random.next() * 0.16)) * 100
  const isNegotiated = openedAgo < 45 && random.chance(0.5)
  const signedBefore = random.chance(0.5)
  const signedAgo = isNegotiated ? null : signedBefore ? openedAgo + random.whole(1, 9) : Math.max(1, openedAgo - random.whole(2, 14))
  const length = random.pick([180, 240, 360])
  const from = signedAgo ?? openedAgo
  const terms: Terms = {
    subject: isFramework ? `${name}年度框架` : `${name} ${quantity.toLocaleString('en-US')} ${unit}`, direction, firstAmountFen,
    amountRemarks: isFramework ? '按月结算，以对账单为准' : random.chance(0.2) ? '含税，税率 13%' : null,
    counterNumber: random.chance(0.55) ? `${random.pick(['JH', 'CG', 'XS', 'HB'])}${timeline.dayBefore(from).slice(0, 4)}-${String(random.whole(3, 380)).padStart(3, '0')}` : null,
    handlerId: SAMPLE_PEOPLE.findIndex(({ login }) => login === handlerOf(opener)) + 1,
    performFrom: timeline.dayBefore(from - 5), performUntil: timeline.dayBefore(from - length), paymentTerms: random.pick(TERMS),
    guaranteeUntil: direction === 'purchase' && unit !== '吨' ? timeline.dayBefore(from - length - 365) : null,
    parties: random.chance(0.2) ? [{ role: 'guarantor', name: random.pick(GUARANTORS) }] : [],
    signedOn: signedAgo !== null && signedBefore ? timeline.dayBefore(signedAgo) : null,
  }
  return { terms, events: signedAgo === null ? [] : planEvents(random, { signedAgo, signedBefore, length, firstAmountFen }) }
}

function planEvents(random: Random, contract: { signedAgo: number; signedBefore: boolean; length: number; firstAmountFen: number | null }): Event[] {
  const { signedAgo, signedBefore, length, firstAmountFen } = contract
  const events: Event[] = signedBefore ? [] : [{ what: 'signed', ago: signedAgo }]
  if (signedAgo > 90 && random.chance(0.34)) {
    const share = random.pick([0.8, 1.1, 1.25])
    events.push({
      what: 'changed', ago: signedAgo - random.whole(30, 80), remarks: share < 1 ? '减量补充协议' : '增量补充协议',
      ...(firstAmountFen === null ? {} : { amountFen: Math.round((firstAmountFen * share) / 10_000) * 10_000 }),
    })
  }
  const endedAgo = signedAgo - length - random.whole(-20, 30)
  if (endedAgo < 1) return events
  return random.chance(0.14)
    ? [...events, { what: 'terminated', ago: endedAgo + 15, remarks: '双方协商解除' }]
    : [...events, { what: 'performed', ago: endedAgo, ...(random.chance(0.4) ? { remarks: '货款两清' } : {}) }]
}

/** Enters what happened to a contract after its folder was opened, by its handler, a day or two after it happened. */
export function enterEvents(timeline: Timeline, dossier: PlannedDossier, { events }: PlannedContract): void {
  for (const { what, ago, amountFen = null, remarks = null } of events) {
    timeline.at(Math.min(dossier.openedAgo, Math.max(0, ago - 1)), '16:10', (now) => {
      now.call(handlerOf(dossier.opener), 'contracts.recordEvent', {
        id: dossier.id, version: versionOf(now, dossier), what, on: timeline.dayBefore(ago), amountFen, remarks,
      })
    })
    filePapers(timeline, dossier, { what, ago }, handlerOf(dossier.opener))
  }
}

/** The version that a page would have read. */
const versionOf = ({ call }: Now, dossier: PlannedDossier): number => call(handlerOf(dossier.opener), 'dossiers.get', { id: dossier.id }).contract!.version
