import type { RuleField } from '../../rules/risks/rule-set.ts'
import type { RuleSetState } from '../../rules/risks/rule-set-steps.ts'
import type { WarningCode } from '../../rules/risks/warnings.ts'

type Values = Readonly<Record<string, string | number>>

/** What to do about a warning of the program's: no threshold stands in it. */
const advice: Record<WarningCode, string> = {
  W01: '问清订单和客户流失情况，暂不加额', W02: '核实是否停产或换了开票主体', W03: '现场走访，看订单和库存', W04: '分清季节性和订单不稳，按低月份安排供货', W05: '停止新签，要求补交新照', W06: '要求补交有效证照', W07: '重新调查实际控制人和担保',
  W11: '了解那家大客户的付款情况', W12: '了解供货是否稳定、有无替代', W13: '缩短账期，加密走访', W14: '核对合同标的与经营范围',
  W21: '停止赊销，要求担保或现款', W22: '要求近月报表，缩减额度', W23: '查短期借款到期日和担保', W24: '问清还款来源，缩短账期', W25: '要求应收账龄，看是否压货', W26: '催交最近年度报表', W27: '查被担保人状况，重估净资产', W28: '问清审计保留的事项',
  W31: '停止发货，报办公室主任处理', W32: '催收，停止新增赊销', W33: '核实案由、金额和保全情况', W34: '核对作废、红冲原因和退货', W35: '核实投诉纠纷，必要时复评', W39: '停止发货或收款后再发', W36: '催收并取得付款承诺', W37: '停止新增赊销，逐笔催收', W38: '约见负责人，改为现款或担保',
}
const state: Record<RuleSetState, string> = { draft: '草稿', proposed: '待决定', agreed: '已同意', refused: '未同意', withdrawn: '已撤回' }
const field: Record<RuleField, string> = { isOn: '启停', severity: '轻重', aspect: '方面', when: '条件', name: '名称', advice: '处置' }
/** What does not hold in a rule beyond what `schemes.fault` says of formulas. */
const fault: Record<string, (values: Values) => string> = {
  'rule-code': ({ code }) => `程序没有规则 ${code}`, 'rule-name': () => '条件不是程序原来的，名称要由本单位写', 'rule-advice': () => '条件不是程序原来的，处置要由本单位写',
  'rule-factless': () => '条件里没有数据项，对谁都一样', 'rule-no-question': () => '条件要能答是或否，如“longestOverdueDays > 60”', 'rules-all-off': () => '至少启用一条规则',
  'rule-share': ({ name, value, percent }) => `“${name}”是比例，${value} 就是 ${percent}%；多半要写 ${value}%`, 'rule-range': ({ name, least, most, value }) => `“${name}”在 ${least} 至 ${most} 之间，与 ${value} 比总是同一结果`,
  'leak-outcome': () => '用了以后才知道的结果，预警时没有',
}

/** Reference text: the company's own rules of early warning. */
export const warningRules = {
  method: {
    'warningRules.list': '列出预警规则', 'warningRules.save': '编预警规则', 'warningRules.propose': '提出预警规则', 'warningRules.decide': '决定预警规则', 'warningRules.withdraw': '撤回预警规则', 'warningRules.preview': '试查预警规则',
  },
  advice, state, field,
  faultOf: (code: string, values: Values): string | undefined => fault[code]?.(values),
  parts: '规则分页', part: { rules: '规则', changes: '变化', preview: '试查', history: '历次' },
  programSet: '程序的规则', set: (id: number) => `第 ${id} 版`, inForce: '现行', since: (day: string) => `${day} 起`, draftOf: (name: string) => `${name}编写`, proposedBy: (name: string, reason: string) => `${name}提出：${reason}`, decidedBy: (name: string) => `${name}决定`,
  shown: '看哪一版', edition: '版次', table: '预警规则，回车编辑', code: '代号', name: '预警', reads: '条件', state_: '状态', on: '启用', off: '停用', turn: (name: string) => `启用 ${name}`,
  own: '本单位', changed: '已改', count: (on: number, all: number) => `启用 ${on} 条，共 ${all} 条`, changes: (count: number) => `与现行相比 ${count} 条不同`,
  edit: (code: string) => `规则 ${code}`, add: '增加规则', addTitle: (code: string) => `增加规则 ${code}`, save: '保存', remove: '删除这条', reset: '恢复程序的', resetAll: '全部恢复程序的', resetAllSure: '草稿里的规则全部换成程序的，本单位增加的不再保留。',
  aspect: '方面', severity: '轻重', when: '条件', whenHint: '如 longestOverdueDays > 60，比例写 30%', ownName: '名称', nameHint: '留空用程序的', adviceLabel: '怎样处置', whenOfProgram: (formula: string) => `程序的条件：${formula}`,
  propose: '提交决定', proposeTitle: (id: number) => `提交预警规则第 ${id} 版`, reason: '改了什么、为什么', proposed: '已提交，待另一人决定', withdraw: '撤回', withdrawSure: '撤回后不再生效，可在现行规则上另编。',
  decide: '决定', decideTitle: (id: number) => `决定预警规则第 ${id} 版`, agree: '同意', refuse: '不同意', remarks: '意见', fromToday: '今天起按它扫描；不再查的预警随即消除。', decided: (ended: number) => (ended === 0 ? '已决定' : `已决定，消除 ${ended} 条预警`),
  preview: '试查', previewHint: '按现行规则和这一版各查一遍，只算不写', previewNone: '还没有试查', previewWhat: '试查告诉每条规则现在和改后各命中几家，哪些单位新出现、不再出现预警。', previewAsks: '与现行规则没有不同，不用试查。',
  previewed: (parties: number, withheld: number) => (withheld === 0 ? `查了 ${parties} 家` : `查了 ${parties} 家，另 ${withheld} 家无权看数据`), hitsTable: '各规则命中家数', movedTable: '预警有变的单位', now: '现行', later: '改后', unknown: '缺数据', appear: '新出现', vanish: '不再出现', party: '单位', noneMoved: '没有单位的预警因此变化', movedTotal: (shown: number, total: number) => (shown === total ? `${total} 家` : `${total} 家，列前 ${shown} 家`),
  changesTable: '这一版改了什么', noChanges: '没有改动', noChangesHint: '改了条件、轻重、启用或名称，这里列出来。', before: '原来', after: '改为', added: '新增', removed: '删除', yes: '启用', no: '停用',
  historyNone: '一直用程序的规则', historyNoneHint: '信用管理员编一版、说明理由，办公室主任或总经理同意后按它预警。', historyTable: '历次规则', who: '经手', why: '理由与意见', look: '查看', startFrom: '以此编新版',
  foundBy: (set: string) => `按${set}查出`, endedBy: (id: number) => `第 ${id} 版规则不再查`,
  oneRunning: (name: string) => `${name}正在编一版，先办完它。`,
}
