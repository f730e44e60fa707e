import type { CONDITIONS, MANNERS, SLIP_STATES } from '../../contract/lookups.ts'

type Word<Key extends string> = Record<Key, string>

const state: Word<(typeof SLIP_STATES)[number] | 'overdue'> = {
  draft: '草稿', submitted: '待签批', signed: '待出库', refused: '已退回', out: '在借', returned: '已归还', cancelled: '已撤销', overdue: '逾期',
}
const manner: Word<(typeof MANNERS)[number]> = { read: '查阅', borrow: '借出', copy: '复制' }
const condition: Word<(typeof CONDITIONS)[number]> = { good: '完好', damaged: '破损', incomplete: '缺页' }

/** Reference text: the desk, the slip and everything done with it, the register. */
export const lookups = {
  title: '查阅借阅',
  state,
  manner,
  condition,
  tab: { desk: '办理', mine: '我的申请', all: '全部', label: '查询单的看法' },
  action: {
    blank: '空白单', scan: '扫码归还', create: '新建查询单', print: '打印', more: '更多操作',
    sign: '签批', signSpot: '当场签', handOut: '出库', takeBack: '归还', renew: '续借', remind: '催还', claim: '称已还', lost: '报遗失',
    cancel: '撤销', submit: '提交', change: '修改',
  },
  group: {
    overdue: '逾期', dueToday: '今日到期', toSign: '待签批', toHandOut: '待出库', out: '在借', drafts: '草稿',
  },
  groupHint: {
    overdue: '限期次日起算', dueToday: '今日归还', toSign: '等候签字', toHandOut: '清点页数后交出', out: '按应还日', drafts: '未提交',
  },
  jump: (name: string) => `看${name}的单`,
  list: { number: '单号', party: '客户', manner: '方式', applicant: '查阅人', due: '期限', state: '状态', filled: '填单', more: (count: number) => `等 ${count} 卷`, unknownDossier: '档案室填写', search: '单号、客户、查阅人、档号', searchLabel: '查找查询单',
    from: '填单自', to: '至', anyState: '全部状态', stateLabel: '状态', counted: (count: string) => `共 ${count} 张`,
  },
  due: {
    over: (days: number) => `逾 ${days} 天`, today: '今日', claimed: '称已还', lost: '遗失',
  },
  empty: {
    desk: '没有待办的查询单', deskHint: '填一张查询单，签批后即可查阅或借出', mine: '您还没有填过查询单', mineHint: '要看别部门的卷，先填一张查询单',
    all: '没有符合条件的查询单', allHint: '换个条件试试', slip: '未选查询单', slipHint: '在左侧选一张，或新建一张', gone: '没有这张查询单，或您不能看',
  },
  slip: {
    title: '档案查询单', number: '单号', applicant: '查阅人', unit: '单位', party: '客户名称', dossier: '档号', purpose: '用途', manner: '方式',
    until: '归还期限', level: '密级', signature: '签字', copyPages: (pages: number) => `${pages} 页`, byRoom: '由档案室按客户名称填写',
    amount: (documents: number, pages: number) => `${documents} 件 ${pages} 页`, waiting: (names: string) => `待${names}签批`,
    nobody: '无人可签', agreed: '同意', refused: '不同意', onSpot: '当场口令', inSession: '本人会话', onPaper: '纸面签字',
    digest: (hash: string) => `文摘 ${hash}`, filledBy: (name: string) => `填单　${name}`, printed: (times: number) => `已打印 ${times} 次`,
    form: (number: string) => `查询单 ${number}`, loanDays: (days: number) => `限 ${days} 天 · 借出次日起算`,
    out: (pages: number, condition: string) => `借出 ${pages} 页 ${condition}`, back: (pages: number, condition: string) => `还回 ${pages} 页 ${condition}`,
    placed: (cabinet: string, drawer: number, slot: number) => `${cabinet}-${drawer}-${slot}`, unplaced: '未上架', renewed: (times: number) => `续借 ${times} 次`,
    claimed: (at: string) => `${at} 称已还，未收到`, lostAt: (at: string) => `${at} 报遗失`, folders: '各卷', takenBack: (by: string, at: string) => `${at} ${by}收回`,
    history: '经过',
  },
  sign: {
    title: '签批', spot: '当场签批', spotHint: '签批人在本机输入自己的口令', own: '本人签批', ownHint: '以您登录的身份签字', way: '签批方式', signer: '签批人', password: '口令',
    passwordOf: (name: string) => `${name}的口令`, notSelf: '非本人申请', chained: '单文与签字一并存入审计链', agree: '同意并签字', refuse: '退回', reason: '退回原因', refuseAndSign: '退回并签字',
    noCandidates: '没有能签这张单的人：申请人与填单人不能自签', signed: '已签字', wasRefused: '已退回',
  },
  process: {
    title: '办理过程', step: { filled: '填单', submitted: '提交', signed: '签批', handedOut: '出库', returned: '归还' },
    waited: (words: string) => `等候 ${words}`, minutes: (count: number) => `${count} 分`, hours: (count: number) => `${count} 时`, days: (count: number) => `${count} 天`,
    limit: (day: string) => `限 ${day}`, done: '已完成', now: '进行中', future: '未到',
  },
  event: {
    filled: '填单', changed: '修改', submitted: '提交', agreed: '同意', refused: '退回', cancelled: '撤销', handedOut: '出库', reminded: '催还', renewed: '续借',
    claimedReturned: '称已还', lost: '报遗失', takenBack: '收回', printed: '打印',
  },
  handOut: {
    title: (number: string) => `出库　${number}`, hint: '逐卷清点页数，与目录相符后交出', pages: '清点页数', catalogue: (documents: number, pages: number) => `目录 ${documents} 件 ${pages} 页`, counted: '已清点',
    condition: '品相', remarks: '备注', differs: (pages: number) => `目录为 ${pages} 页，写明原因`, confirm: '交出', done: '已出库',
    folder: (number: string) => `${number} 的清点`, counting: (counted: number, all: number) => `已清点 ${counted} / ${all} 卷`,
  },
  takeBack: {
    title: (number: string) => `归还　${number}`, hint: '清点页数与借出时核对', pages: '还回页数', lent: (pages: number, condition: string) => `借出 ${pages} 页 ${condition}`, differs: (pages: number) => `借出时为 ${pages} 页，写明原因`,
    condition: '品相', remarks: '备注', confirm: '收回', done: (place: string) => `已收回，放回 ${place}`, doneUnplaced: '已收回，尚无架位',
  },
  scan: {
    title: '扫码归还', label: '扫档号或查询单号', hint: '扫一卷，点页数，回车收回', notFound: (code: string) => `没有“${code}”`, notOut: (code: string) => `${code} 未借出`, several: (count: number) => `此单有 ${count} 卷在借，请扫档号`,
    counted: '页数', confirm: '回车收回', list: '本次收回', none: '尚未收回', count: (count: number) => `已收回 ${count} 卷`, differs: '页数不符，写备注后回车', finish: '完成', other: '此卷尚未收回，先点页数', skip: '跳过此卷',
  },
  renew: { title: (number: string) => `续借　${number}`, dueOn: '新的归还日', was: (day: string) => `原定 ${day}`, reason: '续借原因', confirm: '续借', done: '已续借' },
  claim: { title: (number: string) => `称已还　${number}`, hint: '借阅人说已归还，档案室未收到。此卷仍记为在借，直至找到或报遗失。', remarks: '何时交给何人', confirm: '记下', done: '已记下' },
  lost: { title: (number: string) => `报遗失　${number}`, hint: '此卷记为缺失，借阅不了结，直到找到并收回。经过写入审计链。', findings: '查找经过与责任', confirm: '报遗失', done: '已报遗失' },
  cancel: { title: (number: string) => `撤销　${number}`, hint: '单号保留，不再使用。', reason: '撤销原因', confirm: '撤销', done: '已撤销' },
  remind: { done: (step: number) => `已记第 ${step} 次催还`,},
  create: {
    title: '新建查询单', changeTitle: (number: string) => `修改　${number}`, applicant: '查阅人', unit: '单位', phone: '电话', party: '客户', partyHint: '看不到的客户写客户全称或信用代码，提交时由程序核对',
    partyPlaceholder: '客户名称、简写或信用代码', typed: (name: string) => `按“${name}”提交`, dossiers: '要查的卷', noDossiers: '此客户尚无档案', byRoom: '由档案室找卷', purpose: '用途', purposeHint: '写明为何事查阅', manner: '方式',
    copyPages: '复制页数', until: '归还期限', untilHint: (regulation: string) => `${regulation} 的借阅天数由程序核对`, submit: '提交', draft: '存草稿', save: '保存', created: (number: string) => `已提交 ${number}`, kept: (number: string) => `已存草稿 ${number}`,
    changed: '已修改', searching: '查找中', hits: '相符的单位', prefillFailed: '这一卷您不能看，请写客户全称或信用代码', noUnit: '未定部门',
  },
  done: { submitted: '已提交',},
  register: {
    title: '借阅登记簿', from: '自', to: '至', period: '期间', thisMonth: '本月', thisYear: '本年', lastYear: '上年', print: '打印', xlsx: '导出 XLSX', counted: (count: string) => `${count} 笔`,
    empty: '此期间没有借阅', emptyHint: '出库的每一卷在此各记一行', exported: (file: string) => `已导出 ${file}`, file: (from: string, to: string) => `借阅登记簿 ${from} 至 ${to}`, badPeriod: '起日晚于止日',
    out: '在借', overdue: '逾期', slip: '单号', sheet: '借阅登记簿', pagesOut: '借出页数', pagesIn: '归还页数',
  },
}
