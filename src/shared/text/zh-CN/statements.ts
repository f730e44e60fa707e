import type { OPINIONS, STATEMENT_STATES, statements as contract } from '../../contract/statements.ts'
import type { CheckRule } from '../../rules/statements/check.ts'
import type { Column, Sheet, StatementFormat } from '../../rules/statements/form.ts'
import type { ImportProblem } from '../../rules/statements/import/problems.ts'
import type { Unit } from '../../rules/statements/units.ts'

type Word<Key extends string> = Record<Key, string>
/** What a sentence about a check is made of; amounts as the set's unit shows them, `by` without its sign. */
export type CheckValues = { line: string; sheet: string; given: string; expected: string; by: string; isMore: boolean; count: number }

const format: Word<StatementFormat> = { small: '小企业会计准则', general: '一般企业' }
const sheet: Word<Sheet> = { balance: '资产负债表', income: '利润表', cash: '现金流量表' }
const unit: Word<Unit> = { yuan: '元', thousand: '千元', tenThousand: '万元' }
const opinion: Word<(typeof OPINIONS)[number]> = { clean: '无保留意见', qualified: '保留意见', adverse: '否定意见', disclaimer: '无法表示意见', none: '未经审计' }
const state: Word<(typeof STATEMENT_STATES)[number]> = { draft: '草稿', confirmed: '已确认', superseded: '已被更正', withdrawn: '已撤回' }
const column: Record<Sheet, Word<Column>> = {
  balance: { current: '期末余额', prior: '年初余额' }, income: { current: '本年金额', prior: '上年金额' }, cash: { current: '本年金额', prior: '上年金额' },
}
/** Of an interim set flows count from January on. */
const interimColumn: typeof column = { balance: column.balance, income: { current: '本年累计金额', prior: '上年同期金额' }, cash: { current: '本年累计金额', prior: '上年同期金额' } }
const months = (end: string) => (end.slice(5, 7) === '01' ? '1' : `1–${Number(end.slice(5, 7))}`)
const moreOrLess = ({ isMore, by }: CheckValues) => `${isMore ? '多' : '少'} ${by}`

/** A check that does not hold, in a sentence. */
const differs: Record<CheckRule, (values: CheckValues) => string> = {
  given: ({ sheet }) => `${sheet}未录入`,
  sum: (values) => `${values.line}为 ${values.given}，各项合计 ${values.expected}，${moreOrLess(values)}`,
  details: ({ sheet, count }) => `${sheet}合计有数而明细不全，${count} 项未提供，不按零计，也无法核对`,
  balance: ({ given, expected, by }) => `资产总计 ${expected}，负债和权益总计 ${given}，差 ${by}`,
  yearBefore: ({ sheet, line, by, count }) => `${sheet}有 ${count} 项与上年报表不一致，首项${line}差 ${by}`,
  partOf: ({ line, given, expected }) => `${line}的其中项合计 ${given}，超过本项 ${expected}`,
  negative: ({ line, given }) => `${line}为 ${given}，一般不为负`,
  closingCash: ({ given, expected, by }) => `期末现金 ${given}，货币资金 ${expected}，差 ${by}；有受限资金时可以不等`,
  openingCash: ({ given, expected, by }) => `期初现金 ${given}，年初货币资金 ${expected}，差 ${by}`,
  earnings: ({ given, expected }) => `留存收益增加 ${given}，多于净利润 ${expected}`,
}
/** The same where something it takes is blank. */
const missing: Record<CheckRule, (values: CheckValues) => string> = {
  ...differs,
  sum: ({ line, expected }) => (expected === '' ? `${line}只有合计，无法核对` : `${line}未填，各项合计 ${expected}`),
  balance: () => '缺资产总计或负债和权益总计，无法核对',
  closingCash: () => '缺期末现金或货币资金，无法核对', openingCash: () => '缺期初现金或年初货币资金，无法核对', earnings: () => '缺年初数或净利润，留存收益无法核对',
}
/** In the row itself, in as few words as can be. */
const inRow: Record<CheckRule, (values: CheckValues) => string> = {
  given: () => '未录入',
  sum: (values) => `比各项${moreOrLess(values)}`,
  details: () => '未提供，不按零计',
  balance: (values) => `比资产总计${moreOrLess(values)}`,
  yearBefore: () => '与上年报表不一致',
  partOf: () => '其中项超过本项',
  negative: () => '一般不为负',
  closingCash: (values) => `比货币资金${moreOrLess(values)}`,
  openingCash: (values) => `比年初货币资金${moreOrLess(values)}`,
  earnings: () => '留存收益增加多于净利润',
}
const problem: Word<ImportProblem> = {
  'name-unknown': '表上没有这个项目', 'amount-unreadable': '金额无法识别', 'line-twice': '项目重复，金额不同', 'period-unknown': '看不出是哪一年', 'row-unreadable': '此行无法识别',
}

/** Reference text: statements. */
export const statements = {
  title: '财务报表',
  format, sheet, unit, opinion, state, column, interimColumn,
  check: { differs, missing, inRow },
  problem,
  /** A line of the form by its code; the official name stands in the form itself. */
  lineName: (_code: string, official: string): string => official,
  lead: (lead: string): string => lead,
  captionName: (_code: string, official: string): string => official,
  exists: (periodEnd: string, isDraft: boolean): string => `${periodEnd} 的报表已有${isDraft ? '草稿' : '，请用更正'}。`,
  faulty: (count: string): string => `还有 ${count} 处不平，逐处写明原因后方可确认。`,

  tab: {
    empty: '尚无财务报表', emptyHint: '录入、从 XLSX 或 CSV 导入，或把电子表格里的数字粘贴进来。评级取最近一年已确认的报表。', emptyReadOnly: '由信用管理员录入。',
    add: '录入报表', import: '导入', years: '年度', year: (end: string) => (end.endsWith('-12-31') ? `${end.slice(0, 4)} 年` : `${end.slice(0, 4)} 年 ${months(end)} 月`),
    interim: '中期', interimHint: '中期报表不计入年度指标',
    faults: (count: number) => `${count} 处不平`, revision: (revision: number) => `第 ${revision} 版`, old: (count: number) => `历史版本 ${count}`, back: '回到现行版本',
    unsaved: '未保存', chooseSet: '选择年度',
  },
  grid: {
    label: (sheet: string) => `${sheet}，方向键移动，回车编辑`, line: '项目', number: '行次', checks: '核对', change: '增减', amount: (line: string, column: string) => `${line}，${column}`,
    unit: (unit: string) => `单位：${unit}`, keys: '直接键入数字；Enter 下移，Tab 右移，= 填入合计，Ctrl+V 粘贴，Ctrl+Z 撤销，Ctrl+S 保存',
    fillTotals: '补齐合计', filled: (count: number) => `已补 ${count} 处合计`, fillNone: '合计都已填',
    sumIs: (sum: string) => `各项合计 ${sum}，按 = 填入`, prior: (column: string, words: string) => `${column}：${words}`,
    pasted: (count: number) => `已粘贴 ${count} 格`, pastedByName: (count: number) => `按项目名称填入 ${count} 行`, pasteSkipped: (count: number) => `${count} 格不是金额，未填`,
    pasteUnknown: (names: string, count: number) => `${count} 行未认出：${names}`, pasteNothing: '剪贴板里没有金额',
    pastedUnit: (from: string, to: string) => `剪贴板写明单位为${from}，已换算为${to}`, pasteOtherPeriod: (period: string) => `剪贴板是 ${period} 的数字，与本表不是同一期，未填`, sheets: '报表', readOnly: '已确认的报表不能改，请用更正',
    original: '对照原件', notGiven: (sheet: string) => `${sheet}未提供`, undo: '撤销', redo: '重做',
  },
  figures: {
    title: '关键数字', wan: '万元', totalAssets: '资产总计', equity: '所有者权益', debtRatio: '资产负债率', revenue: '营业收入', netProfit: '净利润', operatingCash: '经营现金净额',
    trend: (name: string, points: string) => `${name}：${points}`, points: (share: string) => `${share} 百分点`,
  },
  checks: {
    title: '勾稽核对', allHold: (count: number) => `${count} 项核对全部相符`, hold: (count: number) => `其余 ${count} 项相符`, faults: '须更正或说明', hints: '提示',
    nothing: '录入后逐项核对', go: (words: string) => `到 ${words}`, reasons: '确认时的说明',
  },
  about: {
    title: '报表信息', format: '格式', unit: '单位', opinion: '审计', auditor: '审计机构', receivedOn: '收到', entered: '录入', confirmed: '确认', toConfirm: '待确认', withdrawn: '撤回', revises: '更正原因', remarks: '备注',
    original: '原件', noOriginal: '未关联', page: (page: number) => `第 ${page} 页`, by: (name: string, at: string) => `${name}　${at}`, edit: '修改信息', confirmBy: (names: readonly string[]) => (names.length === 0 ? '尚无第二人可确认' : `待${names.join('、')}确认`), openDossier: (number: string) => `打开档案 ${number}`,
  },
  action: { reload: '重新载入', save: '保存', confirm: '确认', revise: '更正', withdraw: '撤回', giveUp: '弃用草稿', saved: '已保存', savedFaults: (count: number) => `已保存，${count} 处不平`, confirmed: '已确认' },
  dialog: {
    addTitle: '录入报表', editTitle: '报表信息', create: '开始录入', save: '保存', periodEnd: '截止日', format: '格式', unit: '表上单位', opinion: '审计意见', auditor: '审计机构', receivedOn: '收到日期',
    remarks: '备注', source: '原件', sourceHint: '该单位卷内的报表文件', page: '页', noSource: '卷内没有文件', formatHint: '换格式只保留两种格式都有的项目', receivedHint: '此前各日的评级不计入这套报表',
    confirmTitle: '确认报表', confirmHint: '确认后评级即可取用，不能再改；有误时用更正另立一版，原版保留。', confirmFaults: '以下各处不平。逐处写明原因，或返回更正。', reason: '原因', reasonHint: '如：原表如此、追溯调整', same: '其余同上',
    reviseTitle: '更正报表', reviseHint: '另立一版草稿，从现有数字改起。确认后代替现版，现版保留。', reviseReason: '更正原因', withdrawTitle: '撤回报表', withdrawHint: '撤回后评级不再取用，数字保留备查。',
    giveUpTitle: '弃用草稿', giveUpHint: '草稿不再列出，仍留在历史版本中。', withdrawReason: '原因', leave: '有未保存的数字', leaveHint: '现在离开，所填数字留在本机，直到退出登录。',
  },
  imports: {
    title: '导入报表', file: '三张表的 XLSX 或 CSV，一年或多年均可，', reading: '正在识别', another: '换一个文件', years: '导入哪几年', lines: (count: number) => `${count} 行`, replaces: '代替现有草稿',
    isConfirmed: '已确认，须先更正', problems: (count: number) => `${count} 行未取`, noProblems: (count: number) => `${count} 行全部认出`, row: '行', name: '项目', why: '原因', belongs: '归入', skip: '不取', choose: '选择项目',
    run: (count: number) => `导入 ${count} 年为草稿`, done: (count: number) => `已导入 ${count} 年，请核对后确认`, periodEnd: '截止日', periodHint: '文件没有写明是哪一年', sheetRow: (sheet: string, row: number) => (sheet === '' ? String(row) : `${sheet} ${row}`),
  },

  /** Its methods in the audit log. */
  method: {
    'statements.list': '列出报表',
    'statements.get': '查阅报表',
    'statements.save': '录入报表',
    'statements.confirm': '确认报表',
    'statements.revise': '更正报表',
    'statements.withdraw': '撤回报表',
    'statements.importPreview': '预览导入报表',
    'statements.import': '导入报表',
  } satisfies Record<keyof typeof contract, string>,
}
