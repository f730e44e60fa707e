import type { disposal as contract } from '../../contract/disposal.ts'
import type { Details } from '../../errors.ts'
import type { DisposalState, Opinion } from '../../rules/disposal/steps.ts'
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
  title: '鉴定销毁',
  tab: { label: '鉴定销毁的看法', due: '到期', cases: '鉴定', stubs: '存根', holds: '冻结' },
  state: { appraisal: '鉴定中', approval: '待审批', execution: '待销毁', done: '已办结', cancelled: '已撤销' } satisfies Record<DisposalState, string>,
  opinion: { destroy: '销毁', keep: '延长保管', forEver: '永久保管' } satisfies Record<Opinion, string>,
  opinionUntil: (opinion: Opinion, year: number | null): string => (opinion === 'keep' ? `延长至 ${year} 年` : opinion === 'destroy' ? '销毁' : '永久保管'),
  clear: '可鉴定',
  ends: (what: string) => `${what}后可销毁`,
  due: {
    number: '档号', party: '案卷题名', department: '部门', year: '年度', kind: '类别', pages: '页数', ended: '期满', place: '位置', obstacles: '障碍', anyDepartment: '全部部门', anyYear: '全部年度', anyKind: '全部类别',
    counted: (count: string) => `${count} 卷期满`, chosen: (count: number) => `已选 ${count} 卷`, choose: (number: string) => `选 ${number}`, all: '选无障碍的', none: '不选',
    open: '提出鉴定', empty: '没有保管期满的案卷', emptyHint: '保管期限从规定的起算日逐卷推算，期满的次日列在这里。', noMatch: '没有符合条件的案卷', more: (count: number) => `等 ${count} 项`,
  },
  open: {
    title: '提出鉴定', folders: (count: number) => `${count} 卷`, group: '鉴定小组', groupHint: '至少两人，第一位为组长', head: '组长', member: '组员', approver: '审批人', remarks: '说明', confirm: '提出鉴定', opened: (number: string) => `${number} 已提出`,
    warn: '组员不能再审批', few: '至少选两人',
  },
  list: {
    number: '案号', state: '状态', folders: '卷数', destroyed: '已销毁', stopped: '停办', openedBy: '提出人', opened: '提出', closed: '办结', anyState: '全部状态', running: '未办结',
    counted: (count: string) => `${count} 案`, empty: '还没有鉴定案', emptyHint: '在“到期”中选卷，提出鉴定。', noMatch: '没有符合条件的鉴定案',
  },
  case: {
    history: '经过',
    notFound: '没有这个鉴定案', group: '鉴定小组', given: (given: number, all: number) => `${given} / ${all} 卷`, head: '组长', approvers: '审批', supervisors: '监销', waiting: '待签', opener: '提出人', clause: '依据', manner: '方式与地点', carrier: '经办',
    opine: '填意见', opineAll: '全部填意见', submit: '提交审批', approve: '审批', check: '核对', supervise: '监销签字', carryOut: '销毁', cancel: '撤销', print: '打印销毁清册',
    sentBack: (name: string, reason: string) => `${name}退回：${reason}`, stopped: '停办', destroyed: '已销毁', checked: '已核对', notChecked: '未核对', noOpinion: '未填',
    steps: { appraisal: '鉴定', approval: '审批', execution: '销毁', done: '存根' },
    columns: { number: '档号', party: '案卷题名', retention: '应保管 / 已保管', pages: '页数', opinions: '意见', decision: '结论', state: '办理', check: '核对' },
    years: (years: string, kept: number) => `${years} / ${kept} 年`, permanent: '永久', scan: '扫卷核对', scanHint: '从架上取下，逐卷扫码', scanned: (number: string) => `${number} 已核对`, notOnList: (code: string) => `“${code}”不在待销毁之列`,
    left: (left: number) => (left === 0 ? '全部核对' : `还有 ${left} 卷未核对`), supervisorsLeft: (present: number, needed: number) => `监销 ${present} / ${needed}`,
  },
  opine: { title: '鉴定意见', lines: (count: number) => `${count} 卷`, opinion: '意见', year: '延长至（年）', reason: '理由', confirm: '记下意见', done: (left: number) => (left === 0 ? '您的意见已填齐' : `还有 ${left} 卷未填`) },
  submit: { title: '提交审批', hint: '组长签字，代表鉴定小组。意见一致销毁的才销毁，否则按最长的保管。', done: (destroy: number, keep: number, stopped: number) => `销毁 ${destroy} 卷，续存 ${keep} 卷${stopped > 0 ? `，停办 ${stopped} 卷` : ''}` },
  approve: { title: '审批', agree: '同意', refuse: '退回', reason: '退回原因', own: '本人签', spot: '当场签', who: '登录名', password: '口令', done: '已签批', sentBack: '已退回鉴定小组', stopped: (count: number) => `其中 ${count} 卷有新的障碍，已停办` },
  supervise: { title: '监销人签字', hint: '监销人在销毁现场用自己的口令签字，当天有效。提出人、审批人、经办人不能监销。', who: '登录名', password: '口令', confirm: '签字', done: (present: number, needed: number) => `监销 ${present} / ${needed}` },
  carryOut: {
    title: '销毁', warn: (count: number) => `销毁 ${count} 卷。扫描件不可恢复地删去，档号、题名、页数留存根。`, manner: '方式', place: '地点', manners: ['粉碎', '化浆', '焚毁'], confirm: '销毁', done: (destroyed: number, stopped: number) => `已销毁 ${destroyed} 卷${stopped > 0 ? `，${stopped} 卷因新的障碍停办` : ''}`,
  },
  cancel: { title: (number: string) => `撤销　${number}`, hint: '案号保留。案卷回到“到期”。', reason: '撤销原因' },
  stubs: {
    linePages: (pages: number) => `${pages} 页`,
    number: '档号', party: '案卷题名', department: '部门', year: '年度', period: '起止', pages: '件 / 页', destroyed: '销毁', list: '清册', search: '档号、单位', searchLabel: '查找存根', counted: (count: string) => `${count} 卷`,
    empty: '没有存根', emptyHint: '销毁的案卷在这里永久留下档号、题名、页数和经过。', noMatch: '没有符合条件的存根', title: (number: string) => `存根　${number}`, opened: '立卷', retention: '保管', scans: '扫描件', scansGone: (count: number) => `${count} 份，已删去`, approvers: '批准', supervisors: '监销', carrier: '经办',
    how: '方式地点', hash: '内容摘要', contents: '卷内文件', place: (list: string, line: number) => `${list} 第 ${line} 行`,
  },
  holds: {
    kind: '类别', subject: '单位', dossier: '档号', amount: '金额（元）', until: '至', reason: '事由', placed: '冻结', state: '状态', release: '解除', place: '冻结', search: '单位、档号、事由', searchLabel: '查找冻结', anyKind: '全部类别', holding: '冻结中', ended: '已解除', all: '全部', wholeParty: '全部案卷',
    counted: (count: string) => `${count} 项`, empty: '没有冻结', emptyHint: '欠款、担保、诉讼未了的客户，其案卷不能销毁。', noMatch: '没有符合条件的冻结', dialog: '冻结', on: '对象', onHint: '档号，或单位全称', noSubject: (text: string) => `没有“${text}”`, untilHint: '担保到期自行解除；欠款、诉讼须人工解除',
    releaseTitle: '解除冻结', releaseReason: '解除依据', lapsed: '已到期', released: (name: string, reason: string) => `${name}　${reason}`, placedDone: '已冻结', releasedDone: '已解除',
  },
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
