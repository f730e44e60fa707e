import type { ratings as contract } from '../../contract/ratings.ts'
import type { Details } from '../../errors.ts'
import type { RatingState, RatingStepName } from '../../rules/ratings/steps.ts'
import type { OverrideFault } from '../../rules/ratings/override.ts'
import type { RatingKind } from '../../rules/schemes/schema.ts'
import { facts } from './facts.ts'

const fault: Record<NonNullable<OverrideFault>, string> = {
  'not-rated': '未评出等级，不能调整', 'unknown-grade': '制度没有这一等级', 'same-grade': '与计算等级相同', 'too-far': '超出方案允许的级数', 'too-long': '超出方案允许的期限', past: '截止日已过',
}

const points = (centi: unknown): string => (typeof centi === 'number' ? (centi / 100).toFixed(1) : '—')
/** `revenue[-1]`: of a year before. */
const factWord = (name: string): string => {
  const [base = '', back] = name.split('[-')
  return back === undefined ? facts.name[base] ?? base : facts.yearsBack(facts.name[base] ?? base, Number(back.slice(0, -1)))
}

/** Reference text: ratings. */
export const ratings = {
  method: {
    'ratings.list': '列出评级', 'ratings.counts': '评级计数', 'ratings.get': '查看评级', 'ratings.history': '查看评级历史', 'ratings.pages': '列出可作依据的页', 'ratings.create': '新建评级',
    'ratings.refresh': '重取评级数据', 'ratings.mark': '定性评分', 'ratings.remark': '评级说明', 'ratings.override': '提出人工调整', 'ratings.submit': '提交评级', 'ratings.review': '审核评级',
    'ratings.approve': '批准评级', 'ratings.return': '退回评级', 'ratings.withdraw': '撤销评级', 'ratings.recompute': '重算评级',
  } satisfies Record<keyof typeof contract, string>,
  overrideFault: (details: Details): string => {
    const { up, down, months } = details as Record<string, number | undefined>
    const limits = up === undefined ? '' : `（上调至多 ${up} 级，下调至多 ${down} 级，至多 ${months} 个月）`
    const why = fault[String(details['fault']) as NonNullable<OverrideFault>]
    return `人工调整不成立${why ? `：${why}` : ''}${limits}。`
  },
  evidenceFault: (details: Details): string => {
    const why = String(details['why'])
    if (why === 'page') return `该扫描件只有 ${String(details['pages'])} 页。`
    if (details['title'] === undefined && why !== 'party') return '依据不成立，须换一页。'
    return why === 'party' ? '依据须取自该单位的档案。' : `依据“${String(details['title'])}”已划除或销毁，须换一页。`
  },
  basisFault: (details: Details): string => {
    const { facts: names = '', industry, scheme, fromScore, toScore } = details
    const all = [...(scheme === true ? ['评级方案'] : []), ...String(names).split(' ').filter((name) => name !== '').map(factWord), ...(industry === true ? ['行业'] : [])]
    const which = all.length === 0 ? '' : `：${all.slice(0, 3).join('、')}${all.length > 3 ? `等 ${all.length} 项` : ''}`
    const moved = fromScore === toScore ? '' : `，得分 ${points(fromScore)} → ${points(toScore)}`
    return `基准日的数据在取数后有变化${which}${moved}。须由经办人重取数据后再办。`
  },
  kind: { presale: '售前', aftersale: '事后' } satisfies Record<RatingKind, string>,
  kindLong: { presale: '售前评估', aftersale: '事后评估' } satisfies Record<RatingKind, string>,
  state: { draft: '草稿', submitted: '待审核', reviewed: '待批准', returned: '已退回', approved: '已批准', withdrawn: '已撤销' } satisfies Record<RatingState, string>,
  step: {
    made: '建稿', gathered: '重取数据', overrideProposed: '提出人工调整', overrideDropped: '不采纳人工调整', submitted: '提交', reviewed: '审核', returned: '退回', approved: '批准', withdrawn: '撤销',
  } satisfies Record<RatingStepName, string>,
  title: '评级',
  group: { label: '评级的看法', mine: '待我办', running: '办理中', current: '现行等级', all: '全部' },
  list: {
    number: '编号', party: '单位', kind: '类别', state: '状态', asOf: '基准日', score: '得分', grade: '等级', coverage: '覆盖率', scheme: '方案', maker: '经办', approved: '批准', review: '复评',
    search: '单位或编号', anyKind: '全部类别', anyGrade: '全部等级', unrated: '未评级', counted: (count: string) => `${count} 件`, noMatch: '没有符合条件的评级',
    empty: { mine: '没有待您办理的评级', running: '没有办理中的评级', current: '还没有批准的评级', all: '还没有评级' },
    emptyHint: '从“新建评级”或往来单位的“评级”一页开始。', grades: '按等级', chip: (label: string, count: string) => `${label} ${count}`,
  },
  also: { rerating: '复评', validity: '检验' },
  create: {
    action: '新建评级', title: '新建评级', party: '单位', partyHint: '名称、拼音或信用代码', kind: '类别', asOf: '基准日', asOfHint: '按当天生效的方案和制度评', side: '评级方案', customer: '客户', supplier: '供应商', confirm: '新建', made: (number: string) => `${number} 已建稿`, none: '没有找到',
  },
  card: {
    table: '评级卡：上下键换行，回车看来源，数字键评分，E 选依据，Ctrl+回车提交', indicator: '指标', value: '值', source: '来源', band: '分档', points: '得分', trend: '趋势', weight: (weight: string) => `权重 ${weight}`,
    missing: '缺', noMark: '待评', noEvidence: '缺依据', better: { up: '越高越好', down: '越低越好', none: '' }, demoted: '降一档',
    counted: (weight: string) => `权重 ${weight} 计零分`, left: (weight: string) => `权重 ${weight} 不参与折算`, full: (weight: string) => `无此项即满分，权重 ${weight}`,
    todo: {
      statement: '补财务报表', invoices: '导入发票', contracts: '登记合同', survey: '登记现场调查', certificates: '补证照', references: '补资信证明', notices: '登记公告', defaults: '登记违约', listings: '查看名单', limits: '查看额度', receivables: '登记应收与收款', deliveries: '登记供货', industry: '登记行业前景', party: '补基本资料', rating: '', outcome: '', mark: '评分并选依据页',
    },
    option: (no: number, name: string) => `${no} ${name}`, clear: '撤回评分', evidence: '选依据页', evidenceCount: (count: number) => `依据 ${count} 页`, page: (title: string, page: number) => `${title} 第 ${page} 页`, rows: (what: string, rows: string) => `${what} ${rows}`,
    sheet: { balance: '资产负债', income: '利润', cash: '现金流量' }, line: (sheet: string, line: string) => `${sheet} ${line} 行`, saving: '正在保存', marked: (name: string, option: string) => `${name}：${option}`, trendLabel: (name: string, points: string) => `${name}：${points}`, bandLabel: (no: number, of: number) => `第 ${no} 档，共 ${of} 档`,
  },
  pane: {
    title: '来源', formula: '计算', none: '选一行看它的来源', years: '历年', noSource: '没有来源', open: { statement: '打开报表', invoices: '打开发票', contracts: '打开合同台账', survey: '打开调查', party: '打开单位', defaults: '打开违约记录', receivables: '打开应收', deliveries: '打开供货记录', other: '打开' }, from: (from: string, until: string) => `${from} 至 ${until}`, latest: (on: string) => `最近 ${on}`, value: '值', fact: '数据', period: '期间', evidence: '依据', close: '关闭', statement: '财务报表', amount: '金额（元）', item: '项目', prior: '上年',
  },
  side: {
    score: '得分与等级', ofWeight: (points: string, weight: string) => `${points} / ${weight} 折算`, coverage: '覆盖率', unrated: '未评级', unratedHint: (share: string) => `有数据的权重须达 ${share} 才评等级`, byHand: '人工调整',
    wayUp: '升级路径', lift: (label: string) => `升至${label}的最短路径`, wanted: '补哪些数据即可评级', wantedHint: (now: string, asked: string, then: string, isEnough: boolean) => `覆盖率 ${now}，须达 ${asked} 才评等级；${isEnough ? `补齐下列数据为 ${then}，得分以补到的数据为准` : `能补的全部补齐也只到 ${then}`}`, covers: (share: string) => `覆盖 +${share}`, changes: (count: number, from: string, to: string) => `${count} 项改变　${from} → ${to}`, top: '已是最高等级', none: '没有办法升级', noneHint: '下列门槛挡住，须先解除', blocked: '须先解除', reach: (name: string, from: string, to: string) => `${name} ${from} → ${to}`, provide: (name: string, to: string) => `补${name}，达到 ${to}`, give: (name: string, option: string) => `${name}评为“${option}”`, gained: (points: string) => `+${points}`,
    gates: '门槛与上限', hit: '已触发', pass: '未触发', unknownHit: '无法判断，按触发', unknownPass: '无法判断，按未触发', veto: '否决', cap: (label: string) => `上限 ${label}`, down: (grades: number) => `降 ${grades} 级`, changed: '已降低等级', unchanged: '未改变等级', lowCoverage: (full: string) => `覆盖率不足 ${full}`, until: (on: string) => `至 ${on}`, quiet: (count: number) => `其余 ${count} 项未触发`,
    history: '历次', before: (grade: string, score: string, on: string) => `上次 ${grade}　${score}　${on}`, notCounted: '不计分', noBefore: '首次评级', now: '本次', steps: '经过', chart: '历次得分', limits: '可调至',
  },
  head: { scheme: (name: string, on: string | null) => `方案 ${name}　${on === null ? '随程序' : `${on} 起`}`, asOf: (on: string) => `基准日 ${on}`, gathered: (at: string) => `数据取自 ${at}`, original: '原件' },
  act: {
    refresh: '重取数据', override: '人工调整', submit: '提交审核', review: '审核', approve: '批准', return: '退回', withdraw: '撤销', print: '打印报告', form: '打印审批表', recompute: '重算核对', remarks: '说明', spot: '当场签字', more: '更多',
    refreshed: (count: number) => (count === 0 ? '数据没有变化' : `${count} 项数据有变化`), submitted: '已提交审核', reviewed: '已审核', approved: '已批准', returned: '已退回', withdrawn: '已撤销', saved: '已保存',
    same: (hash: string) => `重算一致，摘要 ${hash}`, differs: (where: string) => `重算不一致：${where}`, keys: 'Ctrl+回车',
  },
  changes: { title: '数据变化', name: '数据', before: '原来', after: '现在' },
  moved: {
    title: '基准日的数据在取数后有变化', mend: '重取数据后再提交。', mendReturned: '须退回经办人重取数据。', mendOther: '须由经办人重取数据。', score: (from: string, to: string) => `得分 ${from} → ${to}`, sameScore: '得分不变', grade: (from: string, to: string) => `等级 ${from} → ${to}`, sameGrade: '等级不变',
    scheme: '评级方案', schemeNo: (no: number) => `第 ${no} 版`, industry: '行业', one: (name: string, before: string, after: string) => `${name} ${before} → ${after}`, all: (count: number) => `全部 ${count} 项`, none: '未填',
  },
  dialog: {
    who: '签字人', own: '本人', spot: '当场签字', login: '账号', password: '密码', remarks: '意见', reason: '退回理由', withdrawReason: '撤销理由', reviewTitle: (number: string) => `审核　${number}`, approveTitle: (number: string) => `批准　${number}`, returnTitle: (number: string) => `退回　${number}`, withdrawTitle: (number: string) => `撤销　${number}`, stuck: (name: string) => `能批准的只有${name}，由${name}审核后无人批准。请他人审核。`, noApprover: '现在没有人能批准，审核后会停在待批准。', result: (score: string, label: string, coverage: string) => `得分 ${score}，等级${label}，覆盖率 ${coverage}`,
    override: { title: '人工调整', grade: '调整为', until: '至', reason: '理由', hint: (up: number, down: number, months: number) => `上调至多 ${up} 级，下调至多 ${down} 级，至多 ${months} 个月；由批准人同意后生效，到期恢复计算等级。`, propose: '提出', drop: '撤回', agree: '同意', refuse: '不采纳', asked: (label: string, until: string, reason: string) => `经办人提出调整为${label}，至 ${until}。理由：${reason}`, decide: '人工调整', none: '没有可调的等级' },
    evidence: { title: (name: string) => `依据　${name}`, search: '文件名', page: '页', pages: (pages: number) => `共 ${pages} 页`, add: '选这一页', chosen: '已选', empty: '该单位的档案还没有扫描件', emptyHint: '先在档案里加扫描件，再选作依据。', save: '保存依据', remove: (title: string) => `去掉 ${title}` },
    note: { title: '评级说明', save: '保存' },
  },
  history: { title: '评级', none: '还没有批准的评级', noneHint: '评级由信用管理员建稿，经审核、批准后定等级。', today: (label: string) => `现行等级 ${label}`, until: (on: string) => `人工调整至 ${on}`, review: (on: string) => `复评 ${on}`, running: (number: string, state: string) => `${number} ${state}`, chart: '历次得分', make: { presale: '售前评估', aftersale: '事后评估' }, point: (on: string, score: string, label: string) => `${on}　${score}　${label}` },
  print: {
    report: '信用评级报告', form: '信用评级审批表', party: '评级单位', code: '统一社会信用代码', industry: '行业', kind: '评级类别', asOf: '评级基准日', scheme: '评级方案', regulation: '依据制度', score: '得分', grade: '信用等级', coverage: '数据覆盖率', measures: '等级措施', limit: '额度建议', indicators: '评分明细', gates: '门槛与上限', remarks: '评级说明', override: '人工调整', previous: '上次评级', review: '下次评级', maker: '经办人', reviewer: '审核人', approver: '批准人', hash: '依据摘要', audit: '审计记录', sign: '签字', date: '日期', marks: '定性评分', opinionOf: { maker: '经办意见', reviewer: '审核意见', approver: '批准意见' }, agreed: '同意', notYet: '本件尚未批准，仅供审阅', missing: '缺', notCounted: '不参与折算', evidence: '依据', recompute: '任何时候均可按冻结的依据重算，结果与摘要逐位一致。', none: '无', hitOnly: '未触发任何门槛', noneLowered: '没有门槛改变等级', idle: (names: string) => `触发但未改变等级：${names}`, met: (names: string) => `已触发：${names}`, byHand: (from: string, to: string, until: string, reason: string) => `${from} → ${to}，至 ${until}。理由：${reason}`, proposed: (told: string) => `提出：${told}`, hands: '人工调整', group: '小计', serial: (number: string) => `编号 ${number}`,
  },
}
