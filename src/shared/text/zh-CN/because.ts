import type { Because } from '../../contract/method.ts'
import type { Role } from '../../roles.ts'
import { when } from '../when.ts'
import type { EvidenceKind } from '../../rules/qualifications/standing.ts'
import type { GuaranteeKind } from '../../rules/limits/guarantees.ts'
import { common } from './common.ts'
import { schemes } from './schemes.ts'
import { qualifications } from './qualifications.ts'
import { retentionEvent, retentionGround } from './disposal.ts'
import { dutyEvent, dutyLength, dutyPeriod } from './duties.ts'

export type BecauseRule = Because['rule']
export type BecauseValues = Because['values']
type Sentence = (values: BecauseValues) => string

/** Roles come as one text, separated by commas; a name that is no role stays as it is. */
const roles = (value: string | number | null | undefined) =>
  String(value ?? '').split(',').map((role) => common.role[role.trim() as Role] ?? role.trim()).join('、')

const part = (value: string | number | null | undefined) => (value === null || value === undefined || value === '' ? '' : `　${value}`)

/** Fen as yuan. */
const yuan = (fen: string | number | null | undefined) => `${(Number(fen) / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 元`

/** Kinds of evidence, as one text separated by commas. */
const evidence = (value: string | number | null | undefined, separator: string) =>
  String(value ?? '').split(',').map((kind) => qualifications.kind[kind as EvidenceKind] ?? kind).join(separator)

/** How a date or a step came about, from the values that the use case found. Reference text of `BECAUSE_RULES`. */
export const because: Record<BecauseRule, Sentence> = {
  'loan-due': ({ from, days, due }) => `借出 ${when(from)} + ${days} 天 = ${when(due)}，次日起逾期`,
  'loan-overdue': ({ due, days }) => `应还 ${when(due)}，次日起算，逾 ${days} 天`,
  'renewed': ({ due, by }) => `续借至 ${when(due)}${part(by)}`,
  'signed-by': ({ at, by }) => `${when(at)} 已签批${part(by)}`,
  'waiting-for-signature': ({ since, roles: who }) => `${when(since)} 提交，待${roles(who)}签批`,
  'opened': ({ on, by }) => `${when(on)} 立卷${part(by)}`,
  'confirmed': ({ on, by }) => `${when(on)} 确认${part(by)}`,
  'not-confirmed': ({ opened }) => `${when(opened)} 立卷，待销售总监确认`,
  'shelved': ({ since }) => `${when(since)} 上架`,
  'not-shelved': ({ since }) => `${when(since)} 起未上架`,
  'lent': ({ slip, due }) => `${slip}，限 ${when(due)} 还`,
  'missing': ({ since, by }) => `${when(since)} 起查无此卷${part(by)}`,
  'retention': ({ years, from, until, clause, by }) =>
    until === null || until === undefined
      ? `永久保管${retentionGround(by, clause)}`
      : `保管 ${years} 年，自 ${when(from)} 起算，至 ${when(until)}${retentionGround(by, clause)}`,
  'disposal-waits': ({ since, folders }) => `${when(since)} 起，${folders} 卷`,
  'retention-over': ({ folders, oldest }) => `${folders} 卷，最早 ${when(oldest)} 期满`,
  'retention-waits': ({ years, event, clause, by }) => `保管 ${years} 年，自${retentionEvent(event)}次年 1 月 1 日起算，尚未起算${retentionGround(by, clause)}`,
  'expires': ({ title, on, days }) =>
    Number(days) < 0 ? `${title}于 ${when(on)} 失效，过期 ${-Number(days)} 天` : `${title}有效至 ${when(on)}，余 ${days} 天`,
  'refused': ({ by, reason }) => `${by} 退回：${reason ?? '未写理由'}`,
  'draft': ({ since }) => `${when(since)} 存为草稿，未提交`,
  'claimed-returned': ({ at, by }) => `${by} ${when(at)} 称已还，档案室未收到`,
  'due-after-event': ({ event, on, months, days, due }) => `${dutyEvent(event)} ${when(on)} + ${dutyLength(months, days)} = ${when(due)}`,
  'due-after-years': ({ year, until, months, days, due }) => `${year} 年卷，留部门至 ${when(until)}，+ ${dutyLength(months, days)} = ${when(due)}`,
  'due-after-period': ({ period, due }) => `${dutyPeriod(period)}，应于 ${when(due)} 前完成`,
  'lost': ({ at }) => `${when(at)} 报遗失`,
  'qualification-lacks': ({ clause, kinds }) => `条款 ${clause}：缺${evidence(kinds, '、')}`,
  'qualification-lapses': ({ months, until }) => `考核合格起 ${months} 个月，有效至 ${when(until)}`,
  'authorisation-asked': ({ at, purpose }) => `${when(at)} 提交　${purpose}`,
  'paper-conflict': ({ at }) => `${when(at)} 录入时发现矛盾，待裁定`,
  'paper-proposed': ({ at }) => `${when(at)} 录入时发现矛盾，已裁定，待您同意`,
  'blanks-out': ({ count, at, days }) => `${count} 张在外超过 ${days} 天，最早 ${when(at)} 发出`,
  'downgrade-planned': ({ on, to }) => `定密时订明 ${when(on)} 降为${common.level[to as keyof typeof common.level] ?? to}`,
  'first-count-done': ({ on, by }) => `${when(on)} ${by}初盘结束，待另一人复盘`,
  'incident-investigated': ({ on, by }) => `${when(on)} ${by}登记，已查明，待结案`,
  'first-due-first': ({ count, first }) => (first === null ? '没有未结清的应收，全部作为预收' : `先到期先销，从 ${when(first)} 到期的起，共 ${count} 笔`),
  'statements-entered': ({ by, on, sets }) => `${when(on)} ${by}录入${Number(sets) > 1 ? ` ${sets} 年` : ''}，待另一人确认`,
  'rating-waits': ({ since, by, reason }) => `${when(since)} ${by}${reason ? `退回：${reason}` : ''}`,
  'rating-review': ({ on, asOf, months, grade }) => `${when(on)} 批准${grade ? `为${grade}` : '，未评出等级'}，${asOf ? `自基准日 ${when(asOf)} 起 ` : ''}${months} 个月后复评`,
  'override-ends': ({ until, grade, computed }) => `人工调整为${grade}，至 ${when(until)}，此后恢复计算等级${computed}`,
  'limit-none': () => '没有授信额度，款到发货', 'limit-expired': ({ until }) => `额度 ${when(until)} 到期`, 'limit-frozen': ({ reason }) => `额度已冻结：${reason}`, 'limit-over': ({ since }) => `${when(since)} 起超过额度`,
  'limit-overdue': ({ days }) => `最久的欠款已逾期 ${days} 天`, 'limit-suspended': ({ number, on }) => `${when(on)} 列入不良客户名单（${number}），暂停授信：额度停用，不得再给额度`,
  'limit-restricted': ({ number, on, ceilingFen }) => `${when(on)} 列入不良客户名单（${number}），限制授信${ceilingFen === undefined || ceilingFen === null ? '' : `：额度超过 ${Number(ceilingFen) / 1_000_000} 万元的须写理由，由总经理批准`}`,
  'limit-watched': ({ number, on }) => `${when(on)} 列入关注名单（${number}），跟踪观察`,
  'guarantee-page': ({ kind, title, page, type }) => `${schemes.credit.guarantee[kind as GuaranteeKind] ?? '担保'}的依据页是“${title}”第 ${page} 页，文件类型“${type}”，看不出是担保文件，请核对原件`,
  'limit-hold': ({ since, by, reason }) => `${when(since)} ${by}提出：${reason}`,
  'limit-ends': ({ until }) => `额度至 ${when(until)}，到期前须重新授信`, 'limits-over': ({ parties, first }) => `涉及 ${parties} 家，最早 ${when(first)} 起`,
  'listing-proposed': ({ by, on }) => `${when(on)} ${by}提出，待另一人决定`,
  'listing-term': ({ until }) => `期限至 ${when(until)}，到期须解除或延长`,
  'reratings-due': ({ late, first }) => (Number(late) > 0 ? `${late} 家已过应评日，最早 ${when(first)}` : `最早 ${when(first)}`),
  'promises-broken': ({ parties, days, first }) => `近 ${days} 天落空、未再承诺仍欠款的 ${parties} 家，最早 ${when(first)}`,
  'promise-broken': ({ dueOn, on, amountFen, receivedFen }) => `承诺 ${when(dueOn)} 付 ${yuan(amountFen)}，${Number(receivedFen) > 0 ? `到账 ${yuan(receivedFen)}` : '分文未到'}，${when(on)} 落空`,
  'warning-rules-proposed': ({ by, on }) => `${when(on)} ${by}提出，待另一人决定`,
  'warnings-open': ({ parties, first }) => `涉及 ${parties} 家，最早 ${when(first)} 出现`,
  'handed-over': ({ transfer }) => `${transfer} 移交`,
  'taken-in': ({ on }) => `${when(on)} 旧卷入库`,
  'on-transfer': ({ transfer, since }) => `${when(since)} 交出，${transfer} 待接收`,
  'to-hand-over': ({ clause }) => `按条款 ${clause} 移交`,
  'keeper-changed': ({ list }) => `${list} 离任移交`,
  'to-receive': ({ since, by }) => `${when(since)} ${by}交来，核对前由移交人负责`,
}
