import type { regulations as contract } from '../../contract/regulations.ts'
import type { LATER } from '../../rules/regulations/clause.ts'
import type { Section } from '../../rules/regulations/compare.ts'
import type { EVENTS, FULFILMENTS } from '../../rules/regulations/deadline.ts'
import type { Stage } from '../../rules/regulations/duties-of-office.ts'

type Word<Key extends string> = Record<Key, string>
type States = { inOrder: string; dueSoon: string; overdue: string }

const event: Word<(typeof EVENTS)[number]> = {
  'first-business': '首笔业务', opened: '立卷', 'year-end': '年末', signed: '签订', changed: '变更', performed: '履行完毕', terminated: '解除或终止',
  'received-by-administrator': '信用管理员收到', 'received-by-office': '办公室收到', verified: '核验',
}
const until: Word<(typeof FULFILMENTS)[number]> = {
  opened: '立卷', confirmed: '确认', complete: '收齐', 'left-department': '移出部门', verified: '核验', 'in-archive-room': '入档案室',
}
const stage: Word<Stage> = { department: '部门', administrator: '信用管理员', office: '领导小组办公室', archiveRoom: '档案室' }
const later: Word<(typeof LATER)[number]> = { ratings: '评级', credit: '授信', receivables: '催收与对账', relations: '客户关系', reports: '报表统计' }
const section: Word<Section> = {
  credit: '信用档案目录', contract: '合同档案目录', numbering: '编号', lookup: '借期', signers: '签批人', transfers: '移交', deadlines: '期限', periodic: '定期事项',
  grades: '等级', retention: '保管期限', qualification: '管理员资格', access: '查阅权限', approvals: '立卷、确认与销毁', clauses: '条款',
}
/** A test sees that every mechanism has its word. */
const mechanism: Record<string, string> = {
  catalogue: '应归文件', numbering: '连续编号', partyData: '基本资料', opening: '立卷', confirmation: '确认', grade: '等级', ratings: '评级', rerating: '复评', ratingSteps: '三人评级', schemes: '评级方案', validity: '评级检验', presale: '签约前评级', statements: '财务报表', surveys: '调查与公告', invoices: '发票流水', deliveries: '供货记录', warnings: '风险预警',
  listings: '不良与关注名单', defaults: '违约与投诉', receivables: '应收台账', promises: '付款承诺', limits: '授信额度', exposure: '额度占用', attachments: '扫描件', retrieval: '检索',
  lookupSlip: '查询单', signature: '签批', loanRegister: '借阅登记', visibility: '查看权限', audit: '审计链', encryption: '加密', backup: '备份', cabinet: '上架',
  custody: '保管责任', transfer: '移交', duties: '期限', contractLedger: '合同台账', qualification: '任职资格', agreement: '保密承诺', clearance: '密级准入', authorisation: '查阅授权',
  accessCounts: '调阅计数', retention: '保管期限', disposal: '鉴定销毁', stocktake: '盘库', incident: '事故', versions: '制度版本', fourProperties: '四性检测', fallback: '纸面应急', printedForms: '纸面表单',
}

/** Reference text: the regulation, how it is kept, and how it is changed. */
export const regulations = {
  /** Its methods in the audit log. */
  method: {
    'regulations.presets': '查看制度范本', 'regulations.preset': '查看制度范本', 'regulations.versions': '查看制度版本', 'regulations.version': '查看制度版本',
    'regulations.check': '检查制度', 'regulations.adopt': '启用制度版本', 'regulations.withdraw': '撤回制度版本', 'regulations.overview': '查看条款执行',
    'regulations.cases': '查看条款所辖',
  } satisfies Record<keyof typeof contract, string>,
  title: '制度条款',
  /** Between the parts of what a regulation says of one thing. */
  comma: '，',
  tab: { label: '制度的看法', clauses: '执行', compare: '对比', versions: '版本', edit: '修订' },
  mechanism,
  later,
  event,
  until,
  stage,
  section,
  enforcement: { prevents: '程序把关', deadline: '按期催办', records: '登记留痕', shows: '显示', prints: '出表', organisation: '组织事项' },
  state: { inOrder: '合规', dueSoon: '临近', overdue: '逾期' } satisfies States,
  /** What the three states are, where a mechanism has words of its own. */
  states: {
    catalogue: { inOrder: '齐全', dueSoon: '30 天内到期', overdue: '缺件或过期' },
    numbering: { inOrder: '已编号', dueSoon: '', overdue: '断号' },
    opening: { inOrder: '由经办部门立卷', dueSoon: '', overdue: '' },
    confirmation: { inOrder: '已确认', dueSoon: '待确认', overdue: '' },
    grade: { inOrder: '已登记等级', dueSoon: '未登记等级', overdue: '' },
    ratings: { inOrder: '有效', dueSoon: '待复评', overdue: '逾期未复评' },
    rerating: { inOrder: '有效', dueSoon: '待复评', overdue: '逾期未复评' },
    ratingSteps: { inOrder: '三人办结', dueSoon: '办理中', overdue: '' },
    schemes: { inOrder: '执行中', dueSoon: '待审批', overdue: '' },
    presale: { inOrder: '评级有效', dueSoon: '评级已过期', overdue: '未评先签' },
    statements: { inOrder: '近 18 个月', dueSoon: '待确认', overdue: '过期' },
    warnings: { inOrder: '已处理', dueSoon: '须关注', overdue: '须处置' },
    listings: { inOrder: '在册', dueSoon: '待决定或将到期', overdue: '到期未决定' },
    defaults: { inOrder: '已了结', dueSoon: '未了结', overdue: '' },
    receivables: { inOrder: '未到期', dueSoon: '7 天内到期', overdue: '有逾期' },
    limits: { inOrder: '有效', dueSoon: '将到期或冻结', overdue: '已到期' },
    exposure: { inOrder: '占用不足八成', dueSoon: '占用八成以上', overdue: '超额' },
    promises: { inOrder: '兑现或未到期', dueSoon: '7 天内到期', overdue: '未兑现' },
    cabinet: { inOrder: '在位', dueSoon: '待上架', overdue: '缺失' },
    lookupSlip: { inOrder: '已签批', dueSoon: '待签批', overdue: '无签批出库' },
    signature: { inOrder: '已签批', dueSoon: '待签批', overdue: '无签批出库' },
    loanRegister: { inOrder: '已还或在期', dueSoon: '3 天内到期', overdue: '逾期未还' },
    transfer: { inOrder: '已接收', dueSoon: '待接收', overdue: '' },
    retention: { inOrder: '保管期内', dueSoon: '期满待鉴定', overdue: '' },
    disposal: { inOrder: '已销毁', dueSoon: '办理中', overdue: '' },
    contractLedger: { inOrder: '已入台账', dueSoon: '', overdue: '' },
    duties: { inOrder: '已办或未到期', dueSoon: '30 天内到期', overdue: '逾期未办' },
    qualification: { inOrder: '资格有效', dueSoon: '30 天内失效', overdue: '资格未齐' },
    agreement: { inOrder: '已签协议', dueSoon: '30 天内失效', overdue: '未签协议' },
    authorisation: { inOrder: '授权有效', dueSoon: '待批', overdue: '' },
    clearance: { inOrder: '密级已定', dueSoon: '30 天内应降密', overdue: '逾期未降密' },
    incident: { inOrder: '已结案', dueSoon: '处理中', overdue: '' },
    stocktake: { inOrder: '已盘完', dueSoon: '盘点中', overdue: '' },
    backup: { inOrder: '已备份', dueSoon: '', overdue: '从未备份' },
  } as Record<string, States>,

  overview: {
    head: (id: string, title: string, day: string) => `${id} ${title} · ${day} 起`,
    share: '未逾期', shareHint: '各条所辖合计，同一事项只计一次', noCases: '尚无所辖',
    governed: (count: string) => `${count} 件在管`, clauses: (count: number) => `${count} 条`,
    filter: '条款筛选', all: '全部', attention: '逾期', near: '临近', later: '尚未启用', organisation: '组织事项',
    columns: { id: '条', summary: '要求', by: '由何执行', cases: '所辖', inOrder: '合规', dueSoon: '临近', overdue: '逾期', bar: '比例' },
    notYet: (names: string) => `尚未启用：${names}`, atWork: '常态执行', atWorkHint: '程序始终执行，无单独期限', organisational: '由单位执行，程序不介入',
    andLater: (names: string) => `其中${names}尚未启用`,
    none: '没有这样的条款', noneHint: '换一个筛选', noClauses: '现行版本没有列出条款', noClausesHint: '选一份范本，从某日起启用新版，即可逐条查看', choose: '去选范本',
    settledHint: '已了结的按本年计', print: '打印', seeCases: (clause: string, state: string, count: string) => `${clause.startsWith('第') ? clause : `第 ${clause} 条`} ${state} ${count} 件`,
    barLabel: (inOrder: number, dueSoon: number, overdue: number) => `合规 ${inOrder}，临近 ${dueSoon}，逾期 ${overdue}`,
    near2: (count: string) => `近 ${count}`, over2: (count: string) => `逾 ${count}`,
  },
  cases: {
    title: (clause: string) => (clause.startsWith('第') ? `${clause} 所辖` : `第 ${clause} 条所辖`), back: '回条款', all: '全部机制', mechanism: '机制', label: '编号', what: '名称', due: '期限', kind: '类别',
    counted: (count: string) => `共 ${count} 件`, none: '没有这样的事项', noneHint: '换一个状态', stateLabel: '状态',
    over: (days: number) => `逾 ${days} 天`, today: '今日', in: (days: number) => `${days} 天`, gone: '没有这一条', goneHint: '现行版本里没有此条',
    kinds: {
      dossier: '档案', slip: '查询单', party: '单位', contract: '合同', transfer: '移交', person: '人员', stocktake: '清点', incident: '事故', disposal: '销毁', check: '检测',
      department: '部门', archive: '档案库', blank: '空白单', duty: '事项', rating: '评级', scheme: '评级方案', listing: '名单', warning: '预警', default: '违约', receivable: '应收', limit: '授信',
    },
  },
  strip: { title: '制度条款', governed: (count: number) => `${count} 条在管`, share: (percent: string) => `未逾期 ${percent}`, all: '全部条款', empty: '现行版本没有列出条款' },

  compare: {
    left: '左', right: '右', onlyDifferences: '只看不同', inForce: (id: string) => `现行 ${id}`, version: (day: string) => `${day} 版`, presets: '范本', versions: '本单位版本',
    same: '相同', onlyLeft: '仅左', onlyRight: '仅右', differs: '不同', absent: '—', none: '两边没有不同', noneHint: '关掉“只看不同”可逐项查看',
    differences: (count: number) => `${count} 处不同`, use: '以此修订', item: '项目', clausesCarried: (carried: number, later: number) => `${carried} 条执行 · ${later} 条尚未启用`,
    facts: (credit: number, contract: number, deadlines: number) => `信用必备 ${credit} 件 · 合同必备 ${contract} 件 · 期限 ${deadlines} 项`,
    list: '范本', chooseHint: '点一份放到右边，与左边对比',
  },
  /** Values of two regulations side by side. Each fact by its name. */
  fact: {
    code: (value: string) => value, required: '必备', notRequired: '选备', valid: (months: number) => `有效 ${months} 个月`, days: (days: number) => `${days} 天`, sameDay: '当日', months: (months: number) => `${months} 个月`,
    times: (count: number) => `${count} 次`, years: (years: number) => `${years} 年`, forEver: '永久', fromLevel: (level: string) => `${level}起`,
    from: { opened: '自立卷次年', terminated: '自合同终止', settled: '自清偿' }, keptYears: (years: number) => `本年及前 ${years} 年留存`,
    within: (event: string, length: string, until: string) => `${event}后 ${length}内${until}`, every: { year: '每年', 'first-half': '每年上半年', 'half-year': '每半年', quarter: '每季', month: '每月' } as Record<string, string>,
    dueBy: (months: number, day: number) => (months === 0 ? `期满次月 ${day} 日前` : `期满后第 ${months + 1} 个月 ${day} 日前`),
    education: { college: '大专以上', bachelor: '本科以上' }, retrievalSkill: '数据库检索', training: '培训合格', passScore: (score: number) => `考试 ${score} 分`,
    step: (from: string, to: string) => `${from} → ${to}`, hands: (senders: string, receivers: string) => `${senders}移交，${receivers}接收`,
    amount: (yuan: string) => `${yuan} 元以上`, supervisors: (count: number) => `监销 ${count} 人`, item: (code: string) => `目录 ${code}`,
  },
  name: {
    read: '查阅', borrow: '借出', copy: '复制', maxRenewals: '续借次数', slip: '查询单', credit: '信用档案', contract: '合同档案', default: '一般', archivist: '任职条件',
    defaultLevel: '默认密级', authorisation: '查阅授权', clearance: '密级准入', agreement: '保密承诺', confirmation: '确认人', disposal: '销毁', opening: '立卷条件',
  } as Record<string, string>,

  edit: {
    from: '以何为底', start: '修订所依', inForce: '现行版本', discard: '放弃改动', discardAsk: '已作的改动将丢失。', save: '存为新版', changed: (count: number) => `${count} 处改动`, unchanged: '尚无改动',
    parts: '部分', general: '名称与说明', preview: '对新卷的影响', faults: '不合之处', noFaults: '各处相合，可以启用', faultCount: (count: number) => `${count} 处不合`, checking: '检查中',
    previewHint: '只影响启用日起新立的卷与新填的单，在办的仍按各自的版本', nothing: '与现行版本相同', was: (value: string) => `原 ${value}`, added: '新增', removed: '删去', changedWord: '改',
    onlyReading: '您可以试改和查看影响；启用由办公室主任或总经理办理。', title: '制度名称', summary: '说明',
    sums: { requiredCredit: '信用必备文件', requiredContract: '合同必备文件', deadlines: '期限', periodic: '定期事项', signers: '签批人', loanDays: '借期（天）', retentionYears: '保管（年）' },
    catalogue: {
      addClass: '添加类', addItem: '添加文件', itemTitle: '文件名称', classTitle: '类名', required: '必备', validMonths: '有效期（月）', up: '上移', down: '下移', remove: '删去', code: '编号',
      newItem: '新文件', newClass: '新类', item: (code: string) => `文件 ${code}`, class: (code: string) => `第 ${code} 类`, forEver: '长期',
    },
    numbering: { pattern: '号的样式', example: (number: string) => `下一号如 ${number}`, hint: '{department} 部门代码，{year} 年度，{sequence:4} 四位流水', broken: '样式不全' },
    lookup: { loanDays: '借期（天）', maxRenewals: '最多续借（次）', signers: '签批人', role: '角色', fromLevel: '自何密级', addSigner: '添加签批人', signer: (turn: number) => `第 ${turn} 位签批人` },
    deadline: { months: '月', days: '天', length: '长短', unit: '单位', role: '责任人', add: '添加期限', title: '名称', from: '起算', until: '须做到', kind: '档案', kept: '留存年数', none: '此版没有期限' },
    periodic: { add: '添加事项', title: '事项', every: '周期', dueDay: '日', dueMonths: '期满后（月）', role: '责任人', none: '此版没有定期事项' },
    grade: { label: '名称', measures: '措施', hint: '等级档位不变，名称与措施可改' },
    transfer: {
      add: '添加一步', kind: '档案', from: '移出', to: '移入', senders: '移交人', receivers: '接收人', step: (turn: number) => `第 ${turn} 步`, none: '此版没有移交：立卷后直接入档案室',
      way: (kind: string, stages: string) => `${kind}：${stages}`,
    },
    retention: {
      years: '保管年数', rule: (turn: number) => `第 ${turn} 项`, forEver: '永久', add: '添加规定', hint: '一卷适用多项时取最长；都不适用的按一般年数', kind: '档案', grades: '等级', levels: '密级',
      minAmount: '金额不低于', item: '含有文件', from: '起算', ordinary: '一般保管年数',
    },
    access: { defaultLevel: '默认密级', authorised: '查阅须经授权', role: '授权人', fromLevel: '自何密级', cleared: '查阅人须有相应密级准入', agreed: '查阅人须签保密承诺', validMonths: '承诺有效期（月）' },
    disposal: { on: '期满可以销毁', approvers: '批准人', supervisors: '监销人数' },
    qualification: { on: '要求任职资格', education: '学历', any: '不限', retrieval: '掌握数据库检索', training: '经过信用培训', exam: '须经考试', passScore: '合格分', validMonths: '有效期（月）' },
    approvals: { confirmed: '立卷后须确认', role: '确认人', conditions: '立卷条件（每行一条）' },
    clauseOf: (clause: string) => `依第 ${clause} 条`, clause: '依据条款', ownRule: '本单位定',
  },
  adopt: {
    title: '启用新版', effectiveOn: '自何日起', note: '修订缘由', noteHint: '写明为何修改，与版本一同留存', action: '启用', done: (day: string) => `新版自 ${day} 起施行`,
    today: '今日启用，此后新立的卷即按新版。', future: (day: string) => `${day} 前仍按现行版本；当日起自动换用，此前可以撤回。`,
  },
  withdraw: { title: '撤回版本', action: '撤回', reason: '撤回原因', hint: (day: string) => `${day} 起施行的版本将不再施行。版本与原因保留。`, done: '已撤回' },
  versions: {
    columns: { effectiveOn: '施行日', until: '至', title: '制度', state: '状态', adoptedBy: '启用人', adoptedAt: '启用时间', note: '缘由', runs: '在办', dossiers: '卷', slips: '单' },
    state: { past: '已替换', inForce: '现行', future: '待施行', replaced: '同日已替换', withdrawn: '已撤回' }, withArchive: '建库时', runs: (dossiers: string, slips: string) => `${dossiers} 卷 · ${slips} 单`,
    differences: (count: number) => `与前一版 ${count} 处不同`, first: '最早的版本', sameAsBefore: '与前一版内容相同', before: (day: string) => `对照 ${day} 版`, withdrawn: (by: string, at: string) => `${at} ${by}撤回`,
    edit: '以此修订', compare: '并排对比', detail: '版本内容', present: '至今', none: '选一个版本看它与前一版的不同',
  },

  /** Names of the parts of a regulation, for saying where something does not hold. */
  place: {
    catalogues: '目录', credit: '信用档案', contract: '合同档案', classes: '类', items: '文件', code: '编号', title: '名称', isRequired: '必备', validMonths: '有效期', numbering: '编号', slip: '查询单',
    lookup: '查阅', signers: '签批人', role: '角色', fromLevel: '密级', loanDays: '借期', read: '查阅', borrow: '借出', copy: '复制', maxRenewals: '续借次数', grades: '等级', grade: '档位', label: '名称',
    measures: '措施', retention: '保管', defaultYears: '保管年数', rules: '规定', years: '年数', from: '起点', to: '去处', opening: '立卷条件', conditions: '条件', confirmation: '确认', transfers: '移交',
    senders: '移交人', receivers: '接收人', deadlines: '期限', within: '长短', months: '月数', days: '天数', until: '须做到', keptYears: '留存年数', periodic: '定期事项', every: '周期', dueDay: '日', dueMonths: '月',
    access: '查阅权限', authorisation: '授权', clearance: '准入', agreement: '保密承诺', qualification: '资格', education: '学历', examination: '考试', passScore: '合格分', disposal: '销毁', approvers: '批准人',
    supervisors: '监销人', clauses: '条款', clause: '依据条款', id: '代号', summary: '说明', enforcement: '执行方式', by: '由何执行', later: '尚未启用', defaultLevel: '默认密级', itemCode: '目录号', levels: '密级', kind: '类别',
    minAmountFen: '金额',
  } as Record<string, string>,
  nth: (turn: number) => `第 ${turn} 项`,
  faultWith: (words: string, value: string) => `${words}：${value}`,
  /** Why something does not hold, by the name of the reason; a sentence that is no name stands as it is. */
  fault: {
    empty: () => '不能空着', too_long: (most: number) => `最多 ${most} 个字`, too_small: (least: number) => `至少 ${least}`, too_big: (most: number) => `至多 ${most}`, invalid_type: () => '没有填写', invalid_format: () => '写法不对', invalid_value: () => '不是可选的值', unknown: () => '没有这一项',
    'an item code stands twice': () => '文件编号重复', 'credit and contract dossiers would share numbers': () => '与信用档案的号会相同', 'either months or days': () => '月或天，二者填一', 'keptYears goes with year-end': () => '留存年数只用于年末起算',
    'a step leads towards the archive room': () => '移交只能向档案室方向', 'a clause is carried out by something, now or later, or asks nothing of a program': () => '条款要写明由何执行', 'pattern of the other kind': () => '另一类档案用过这种样式，号会重复',
    'stands twice': () => '重复', 'no clause at all': () => '一条条款也没有', 'no such clause': () => '没有这一条款',
    'better than the grade before it': () => '比前一等还高，等级从高到低排', 'no dossier ever comes there': () => '没有卷会到这一处',
    'no step leads out of the department': () => '没有移出部门的一步', 'no step leads on from there': () => '到此为止，没有下一步', 'no such grade': () => '没有这一等级',
    'matches no dossier': () => '一卷也不适用', 'no such item': () => '目录里没有这一项', 'a credit dossier is not terminated': () => '信用档案没有解除日',
    'kept apart from dossiers': () => '这一角色不经手档案', 'public dossiers would need no signature': () => '公开的卷将无人签批',
    'only contracts have such a day': () => '只有合同档案有这一天', 'the first business begins a credit dossier': () => '首次往来只用于信用档案',
    'no step leads to the administrator': () => '没有移交信用管理员的一步', 'no step leads to the office': () => '没有移交办公室的一步',
    'nobody on the way verifies it': () => '移交途中无人核实', 'lies before the day it counts from': () => '早于起算日',
    'nobody confirms dossiers': () => '没有定谁来确认', 'it never leaves the department': () => '没有移出部门的一步',
  } as Record<string, (value: number) => string>,
}
