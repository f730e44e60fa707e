import type { schemes as contract } from '../../contract/schemes.ts'
import type { FormulaWords } from '../../rules/schemes/describe.ts'
import type { Quantity } from '../../rules/schemes/meaning.ts'
import type { SHOWN_UNITS } from '../../rules/schemes/schema.ts'
import type { SchemeState, SchemeStep } from '../../rules/schemes/steps.ts'

type Values = Readonly<Record<string, string | number>>

const state: Record<SchemeState, string> = { draft: '编制中', submitted: '待复核', reviewed: '待批准', approved: '已批准', withdrawn: '已撤回' }
const step: Record<SchemeStep, string> = { save: '保存', submit: '提交', review: '复核', approve: '批准', withdraw: '撤回' }
const unit: Record<(typeof SHOWN_UNITS)[number], string> = { percent: '%', times: '倍', days: '天', months: '个月', years: '年', count: '个', marks: '分', yuan: '元', tenThousandYuan: '万元' }

const QUANTITY: Record<Quantity, string> = { yuan: '金额（元）', days: '天数', months: '月数', years: '年数', count: '个数', marks: '分数', pure: '比率', flag: '是否', truth: '真假', any: '数', unsure: '数' }
const quantity = (of: string | number | undefined): string => QUANTITY[of as Quantity]

const formula: FormulaWords = {
  and: '且', or: '或', not: (of) => `非 ${of}`,
  if: (condition, then, otherwise) => `若 ${condition}，取 ${then}，否则取 ${otherwise}`,
  call: (name, args) => {
    switch (name) {
      case 'min': return `最小(${args.join('，')})`
      case 'max': return `最大(${args.join('，')})`
      case 'mean': return `平均(${args.join('，')})`
      case 'abs': return `绝对值(${args.join('')})`
      case 'known': return `有${args.join('')}`
      case 'first': return args.join('，没有则取 ')
      case 'clamp': return `${args[0]}（限于 ${args[1]} 至 ${args[2]}）`
    }
  },
}

/** What does not hold in a scheme, by `rules/schemes/checks.ts`. */
const fault: Record<string, (values: Values) => string> = {
  'form-empty': () => '不能空着', 'form-small': ({ least }) => `不能少于 ${least}`, 'form-long': ({ most }) => `不能超过 ${most} 字`, 'form-big': ({ most }) => `不能大于 ${most}`,
  'form-unknown': ({ key }) => `不认得“${key}”`, 'form-format': () => '格式不对', 'form-kind': () => '缺少或类型不对',
  'weights-sum': ({ sum }) => `权重合计 ${sum}，应为 100`, 'weight-zero': () => '权重为零：只显示，不计分', 'duplicate-code': ({ code }) => `代号 ${code} 重复`,
  'duplicate-industry': ({ industry }) => `行业“${industry}”重复`,
  'formula-empty': () => '公式为空', 'formula-character': ({ at, found }) => `第 ${at} 个字符“${found}”不能用`, 'formula-number': ({ at }) => `第 ${at} 个字符处数字不对`,
  'formula-expected': ({ at, found }) => (found === '' ? '公式没有写完' : `第 ${at} 个字符“${found}”处接不上`), 'formula-unknown-function': ({ found }) => `没有“${found}”这个函数`,
  'formula-arguments': ({ found }) => `“${found}”的参数个数不对`, 'formula-too-long': () => '公式太长', 'formula-too-deep': () => '括号嵌套太深',
  'formula-constant': () => '公式里没有数据，对谁都一样', 'formula-by-zero': () => '除以零，永远算不出', 'formula-by-negative': () => '分母是负数，永远算不出', 'formula-truth': () => '公式给出的是真假，指标要的是数',
  'formula-number-for-truth': ({ gives }) => `公式给出的是${quantity(gives)}，这里要的是条件（真假）`, 'formula-number-as-truth': ({ gives }) => `${quantity(gives)}被当作条件：不为零即成立，请写明比较`,
  'formula-unit': ({ gives, unit: shown }) => `公式给出的是${quantity(gives)}，与单位“${unit[shown as keyof typeof unit]}”不符`, 'formula-unlike': ({ left, right }) => `${quantity(left)}与${quantity(right)}不能相加减或比较`,
  'formula-scale': ({ unit: shown }) => (shown === 'percent' ? '比率已按百分比显示，不必再乘 100' : `数值差一万倍：单位为“${unit[shown as keyof typeof unit]}”，金额数据以元计`),
  'unknown-fact': ({ name }) => `没有“${name}”这项数据`, 'too-far-back': ({ name, most }) => (most === 0 ? `“${name}”不能取往年数` : `“${name}”最多取 ${most} 年前`),
  'unknown-indicator': ({ code }) => `没有代号 ${code} 的指标`,
  'leak-grade': () => '用了上次评级：得分会预测自己，不得计分', 'leak-outcome': () => '用了评级日之后的结果：泄漏，不得计分',
  'band-empty': () => '下限应小于上限', 'band-below': ({ from }) => `低于 ${from} 的没有档`, 'band-above': ({ until }) => `高于 ${until} 的没有档`, 'band-hole': ({ from, until }) => `${from} 至 ${until} 之间没有档`,
  'band-overlap': ({ from }) => (from === undefined ? '两档都不设下限' : `自 ${from} 起与上一档重叠`), 'band-both': ({ at }) => `界点 ${at} 同属两档`, 'band-neither': ({ at }) => `界点 ${at} 不属任何一档`,
  'anchor-order': ({ value }) => `插值点 ${value} 应大于前一点`, 'anchor-equal': ({ value }) => `插值点 ${value} 重复`,
  'not-rising': () => '方向为越高越好，这里得分反而降', 'not-falling': () => '方向为越低越好，这里得分反而升',
  'scoring-flat': () => '各档同分：这项指标分不出高低', 'never-full': ({ most }) => `最高只得 ${most}%`,
  'options-order': () => '选项应由高到低排', 'options-equal': () => '与上一选项同分',
  'hiding-pays': () => '欠交的资料不计入分母：藏起坏报表反而得利', 'gate-idle': () => '封顶 AAA 等于没有',
  'cuts-order': ({ better, worse }) => `${worse} 的分数线应低于 ${better}`, 'cut-zero': () => 'B 的分数线为零，没有人落到 C',
  'coverage-order': () => '不封顶的覆盖率应不低于可评级的', 'coverage-idle': () => '封顶 AAA 等于不封', 'coverage-none': () => '没有数据也给等级',
  'review-order': ({ better, worse }) => `${worse} 的重评间隔比 ${better} 还长`, 'expected-order': ({ better, worse }) => `${worse} 的预期违约率比 ${better} 还低`,
  'limit-coefficient': ({ better, worse }) => `${worse} 的额度系数比 ${better} 还高`, 'limit-term': ({ better, worse }) => `${worse} 的账期比 ${better} 还长`, 'limit-worst': () => 'C 级也给额度', 'limit-graceless': () => '公式里没有额度系数：各等级同额', 'limit-cap': () => '上限低于新客户额度',
  'other-side': () => '客户方案和供应商方案不能互换',
}

/** Reference text: rating schemes. */
export const schemes = {
  method: {
    'schemes.list': '列出评级方案', 'schemes.inForce': '列出可用方案', 'schemes.version': '查看评级方案', 'schemes.create': '新建评级方案', 'schemes.prepare': '编制方案新版', 'schemes.save': '保存评级方案', 'schemes.submit': '提交评级方案',
    'schemes.review': '复核评级方案', 'schemes.approve': '批准评级方案', 'schemes.withdraw': '撤回评级方案', 'schemes.rehearse': '试算评级方案',
  } satisfies Record<keyof typeof contract, string>,
  state, step, unit, formula, fault,
  faultOf: (code: string, values: Values): string => fault[code]?.(values) ?? code,
  title: '评级方案', for: { customer: '客户', supplier: '供应商' }, kind: { presale: '售前', aftersale: '售后' },
  version: (no: number) => `第 ${no} 版`, inForce: '现行', since: (day: string) => `${day} 起`, withProgram: '随程序',
  list: {
    label: '评级方案和版本', code: '代号', name: '名称', version: '版本', state: '状态', effective: '生效', prepared: '编制', reviewed: '复核', approved: '批准', newVersion: '编新版', open: '打开', copy: '另立方案', import: '从文件导入', export: '导出',
    none: '没有评级方案', noneHint: '从文件导入一个方案，再提交批准', codeHint: '大写字母开头，如 KH2', note: '说明', create: '建立', imported: '导入为', asNew: '新方案', asNext: (code: string) => `${code} 的新版`,
    running: (no: number) => `第 ${no} 版在办`,
  },
  edit: {
    back: '方案列表', part: { card: '指标', gates: '闸口', limits: '等级与限度', credit: '额度', diff: '与现行对比', rehearsal: '试算' }, parts: '方案分页',
    save: '保存', saved: '已保存', submit: '提交复核', submitNote: '改了什么、为什么', review: '复核', agree: '同意', sendBack: '退回', reason: '理由', approve: '批准', effectiveOn: '生效日', withdraw: '撤回', unsaved: '未保存',
    returned: (reason: string) => `退回：${reason}`, faults: (count: number) => `${count} 处不合`, warnings: (count: number) => `${count} 处提醒`, sound: '检查无误', formBroken: '形式不全，不能保存',
    readOnly: '已定版本，只读', sum: (points: string) => `权重合计 ${points}`, sumRight: '权重合计 100',
  },
  card: {
    table: '指标', code: '代号', name: '名称', weight: '权重', formula: '公式', reading: '读作', unit: '单位', direction: '方向', up: '越高越好', down: '越低越好', none: '居中为好', scoring: '计分', bands: '分档', interpolated: '插值',
    hint: '说明', demote: '降一档的条件', missing: '缺数据', missingKind: { notProvided: '未提供', notApplicable: '不适用', notKept: '未登记', undefined: '无法计算' }, missingRule: { zero: '记零分', exclude: '不计入', full: '记满分' },
    evidence: '须附档案页', options: '选项', from: '下限', until: '上限', share: '得分率', closed: { lower: '含下限', upper: '含上限' }, addBand: '加一档', removeBand: '去掉这档', value: '数值', addAnchor: '加一点', removeAnchor: '去掉这点',
    industries: '行业表', industry: '行业开头', addIndustry: '加行业', removeIndustry: '去掉行业', curve: '插值曲线', strip: (name: string) => `${name}的分档`, band: (no: number) => `第 ${no} 档`, unbounded: '不限',
    addIndicator: '加指标', addMark: '加评定项', remove: '删除指标', group: '组名', addGroup: '加一组', removeGroup: '删除这组', moveUp: '上移', moveDown: '下移', choose: '选一项指标来编辑', facts: '数据项', markKind: '评定', newIndicator: '新指标', newGroup: '新组', best: '最好', worst: '最差',
    points: (text: string) => `${text} 分`, back: (years: number) => `${years} 年前`,
  },
  gate: {
    table: '闸口', when: '条件', effect: '效果', veto: '直接定为最低等级', cap: '最高', down: '降级', unknown: '条件无法判断时', hit: '视为触及', pass: '视为通过', add: '加闸口', remove: '删除闸口', new: '新闸口', grades: (count: number) => `降 ${count} 级`,
    scoreName: '总分', coverageName: '覆盖率', shareName: (code: string) => `${code} 得分率`,
  },
  limits: {
    notInUse: '现行制度不用',
    cuts: '分数线', cutHint: '达到即为该等级，其余为最低等级', coverage: '数据覆盖', rated: '可评级', full: '不封顶', cap: '不足时最高', override: '人工调整', up: '最多上调', down: '最多下调', months: '有效月数', review: '重评间隔', expected: '预期违约率', expectedHint: '一年内，供评级检验对照', noExpected: '不预期', levels: '级', monthsUnit: '个月', general: '方案', forLabel: '适用', kinds: '用于',
  },
  credit: {
    on: '按等级给出额度建议', onHint: '评级和授信时取各测算值中最小的；没有这一部分，方案只给等级。', grades: '等级系数与账期', grade: '等级', coefficient: '系数', term: '账期', handling: '处置', days: '天', handlingFor: (grade: string) => `${grade} 处置`,
    candidates: '测算公式', candidatesHint: '可用“额度系数”“账期月数”和各项数据，取最小值。对方应交未交的数据，按新客户额度计。', add: '加测算', remove: (code: string) => `删除测算 ${code}`, new: '新测算',
    bounds: '上限与取整', cap: '单户上限', capNone: '不设', beginner: '新客户额度', beginnerTerm: '新客户账期', beginnerHint: '未评级，或没有可测算的数据', round: '向下取整到', yuan: '元',
    discounts: '担保折算', discountHint: '有依据页、且到额度期满前有效的担保才计入', guarantee: { cash: '现金保证金', bankGuarantee: '银行保函', mortgage: '抵押', thirdParty: '第三方保证' },
    named: { coefficient: '额度系数', termMonths: '账期月数' }, binding: { cap: '单户上限', beginner: '新客户额度', grade: '等级不予赊销' },
    gradeText: (grade: string, coefficient: string, days: number) => `${grade} ${coefficient} · ${days} 天`, none: '无此部分',
  },
  file: {
    refused: { 'no-json': '文件读不下去', 'no-scheme': '文件不是评级方案', newer: '文件出自更新的程序' },
    noJson: (line: number, column: number) => `第 ${line} 行第 ${column} 个字符处不合 JSON 格式，多半是缺了或多了逗号、引号、括号。`, cutOff: '文件是空的或不完整，请重新导出。', noScheme: '请选用本程序“导出”存下的评级方案。',
    newer: (format: number, known: number) => `方案文件的格式是 ${format}，本程序只认到 ${known}。请升级程序后再导入。`,
    faults: (name: string, count: number) => `方案${name === '' ? '' : `“${name}”`}有 ${count} 处不合`, mend: '没有导入。在文件里改好下列各处再导入，或在方案编辑里改。', more: (count: number) => `另有 ${count} 处`,
  },
  diff: { table: '与现行版本不同之处', place: '位置', before: '现行', after: '本版', none: '与现行版本相同', noneHint: '改了的地方会列在这里', noForce: '没有现行版本可比', added: '新增', removed: '删去' },
  rehearse: {
    hint: '按各户最近一次批准的评级时冻结的数据，以现行版和本版各算一次', none: '还没有批准的评级', noneHint: '有了批准的评级，这里就能试算', waits: '改正不合之处后试算', rated: (count: number) => `${count} 户`, up: '升', down: '降', same: '不变', unrated: '未评级',
    party: '单位', before: '现行', after: '本版', score: '得分', change: '变动', because: '主要因为', all: '全部', moved: '只看变动', matrix: '现行（行）与本版（列）', matrixCell: (from: string, to: string, count: number) => `${from} 到 ${to}：${count} 户`,
    defaults: '过往违约', defaultsHint: (months: number) => `批准的评级之后 ${months} 个月内有违约记录的`, noDefaults: '这些评级之后没有违约记录', defaulted: '违约', held: '未违约', grade: '等级', warned: (before: number, after: number, all: number) => `${all} 次违约中，事前评为最低两级的：现行 ${before}，本版 ${after}`,
    limit: '额度（万元）', limitInForce: '在用', limitChanges: (count: number) => `额度有变 ${count} 户`, measures: '处置',
  },
}
