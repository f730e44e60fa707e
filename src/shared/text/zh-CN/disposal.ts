import type { disposal as contract } from '../../contract/disposal.ts'
import type { Details } from '../../errors.ts'
import type { HoldKind, ObstacleKind } from '../../rules/disposal/obstacles.ts'
import { when } from '../when.ts'

type Value = string | number | null | undefined

const event: Record<string, string> = { opened: '立卷', terminated: '合同终止', settled: '欠款结清' }
export const retentionEvent = (value: Value): string => event[String(value)] ?? ''
const ground: Record<string, string> = { own: '本卷另定', appraisal: '鉴定延长' }
/** What made it so long: the clause, the dossier's own wish, an appraisal. */
export const retentionGround = (by: Value, clause: Value): string => {
  const words = ground[String(by)] ?? (clause ? String(clause) : '')
  return words === '' ? '' : `（${words}）`
}

const obstacle: Record<ObstacleKind, string> = {
  retention: '保管期限未满', debt: '欠款未清', guarantee: '担保未解除', lawsuit: '诉讼未结', other: '另有冻结', contract: '合同未完结', contractGuarantee: '合同担保未到期',
  notInRoom: '未入档案室', lent: '在借', missing: '缺失', moving: '移交中', slip: '查询单未办结', incident: '事故未结', stocktake: '盘点未结', case: '已在另一案中',
}
/** What ends it. */
const end: Record<ObstacleKind, string> = {
  retention: '期满', debt: '结清后解除冻结', guarantee: '解除担保', lawsuit: '结案后解除冻结', other: '解除冻结', contract: '登记履行完毕或终止', contractGuarantee: '担保到期',
  notInRoom: '移交档案室', lent: '归还', missing: '找到或事故结案后作废', moving: '移交办结', slip: '办结查询单', incident: '事故结案', stocktake: '盘点结束', case: '该案办结',
}
const hold: Record<HoldKind, string> = { debt: '欠款', guarantee: '担保', lawsuit: '诉讼', other: '其他' }
const yuan = (fen: number): string => `${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })} 元`

type Shown = { kind: ObstacleKind; subject: string; until: string | null; amountFen: number | null }
const told = ({ kind, subject, until, amountFen }: Shown): string =>
  [obstacle[kind], subject, ...(amountFen === null ? [] : [yuan(amountFen)]), ...(until === null ? [] : [`至 ${when(until)}`])].filter(Boolean).join('　')

/** Reference text: disposal. */
export const disposal = {
  obstacle,
  obstacleEnd: end,
  hold,
  told,
  /** As a refusal: which folder, and the first fact that stands in its way. */
  stands: (details: Details): string => {
    const facts = Array.isArray(details['obstacles']) ? (details['obstacles'] as Shown[]) : []
    const [first] = facts
    const more = facts.length > 1 ? `等 ${facts.length} 项` : ''
    return `${typeof details['number'] === 'string' ? `${details['number']} ` : ''}不能销毁：${first ? `${told(first)}${more}` : '有事未了'}。`
  },
  /** Its methods in the audit log. */
  method: {
    'holds.list': '列出冻结', 'holds.place': '冻结', 'holds.release': '解除冻结', 'disposal.due': '列出到期', 'disposal.retention': '查看保管期限',
    'disposal.list': '列出销毁案', 'disposal.get': '查看销毁案', 'disposal.people': '列出鉴定人', 'disposal.open': '提出鉴定', 'disposal.opine': '鉴定意见',
    'disposal.submit': '提交鉴定', 'disposal.approve': '销毁审批', 'disposal.check': '销毁前核对', 'disposal.supervise': '监销签字', 'disposal.carryOut': '销毁',
    'disposal.cancel': '撤销鉴定', 'disposal.stubs': '列出存根', 'disposal.stub': '查看存根',
  } satisfies Record<keyof typeof contract, string>,
}
