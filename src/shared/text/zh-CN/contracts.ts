import type { DIRECTIONS, PARTY_ROLES } from '../../contract/contract-facts.ts'
import type { contracts as contract } from '../../contract/contracts.ts'
import type { Details } from '../../errors.ts'
import type { ContractEventKind, ContractState, Objection } from '../../rules/contracts/events.ts'

type Word<Key extends string> = Record<Key, string>

const event: Word<ContractEventKind> = { signed: '签订', changed: '变更', performed: '履行完毕', terminated: '终止' }
const state: Word<ContractState> = { negotiating: '洽谈', signed: '已签订', changed: '已变更', performed: '已履行', terminated: '已终止' }
const direction: Word<(typeof DIRECTIONS)[number]> = { sale: '销售', purchase: '采购' }
const partyRole: Word<(typeof PARTY_ROLES)[number]> = { guarantor: '担保人', third: '第三方' }

const refusal: Record<Objection['reason'] | 'rests', (day: string, what: string) => string> = {
  'to-come': () => '日期不能晚于今天。',
  'not-signed': () => '尚未登记签订。',
  'signed-already': (day) => `${day} 已登记签订。`,
  'performed-already': (day) => `${day} 已登记履行完毕。`,
  'terminated-already': (day) => `合同已于 ${day} 终止。`,
  'before-signing': (day) => `不能早于签订日 ${day}。`,
  'before-last': (day) => `不能早于上一事项的 ${day}。`,
  rests: (day, what) => `请先划去 ${day} 的${what}。`,
}

/** Reference text: contracts. */
export const contracts = {
  event,
  state,
  direction,
  partyRole,
  refused: (details: Details): string => {
    const { reason, day } = details as { reason?: keyof typeof refusal; day?: string }
    return reason === undefined ? '与已登记的事项先后不符。' : refusal[reason](day ?? '', event[details['what'] as ContractEventKind] ?? '')
  },

  page: {
    open: '合同立卷', export: '导出 XLSX', print: '打印台账', exported: (file: string) => `已导出 ${file}`,
    count: (total: string) => `${total} 份`, ofParty: (count: number) => `全部 ${count} 份合同`, file: (day: string) => `合同台账 ${day}`, sheet: '合同台账',
    tooMany: (most: string) => `台账超过 ${most} 份，请先筛选再打印`,
    empty: '尚无合同档案', emptyHint: '一份合同立一卷，卷号即合同编号。',
    noneFound: '没有符合条件的合同', noneFoundHint: '换个词，或清除筛选。', clear: '清除筛选', tableLabel: '合同，回车打开',
  },
  filter: {
    text: '标的、对方、编号、拼音', department: '全部部门', year: '全部年度', direction: '购销不限', state: '全部状态', handler: '全部承办人',
    more: '金额与日期', party: '只看一家', amountFrom: '金额不低于', amountTo: '金额不高于', signedFrom: '签订自', signedTo: '签订至', wan: '万元', badAmount: '填写数字，单位万元',
  },
  sum: {
    label: '合计', contracts: (count: string) => `${count} 份`, wan: (amount: string) => `${amount} 万元`, unpriced: (count: string) => `${count} 份未定金额`,
    total: '合计',
  },
  column: {
    sequence: '序号', number: '合同编号', subject: '标的', party: '对方单位', department: '部门', handler: '承办人', yuan: '金额（元）',
    firstYuan: '签订金额（元）', direction: '购销', state: '状态', signed: '签订', changed: '变更', performed: '履行完毕', terminated: '终止',
    until: '履行至', from: '履行自', counterNumber: '对方编号', guarantee: '质保至', changes: '变更次数', completeness: '齐全', remarks: '备注',
  },
  field: {
    party: '对方单位', department: '编号部门', subject: '标的', direction: '购销', handler: '承办人', amount: '合同金额', amountRemarks: '金额说明',
    counterNumber: '对方合同号', signedOn: '签订日期', openedOn: '立卷日期', level: '密级', performFrom: '履行自', performUntil: '履行至', guaranteeUntil: '质保至',
    paymentTerms: '付款条件', parties: '担保人与第三方', remarks: '备注', wan: '万元', firstAmount: '签订金额', changedAmount: '变更后金额', role: '身份', name: '名称',
    partyHint: '输入名称、拼音或信用代码', subjectHint: '品名、数量', amountHint: '不定金额的框架合同可不填', departmentHint: '合同按此部门和年度连续编号',
    signedHint: '尚在洽谈可不填', addParty: '添加担保人或第三方', removeParty: (name: string) => `删去 ${name || '此方'}`, chooseParty: '选择对方单位', noHits: '没有这家单位',
    badAmount: '填写数字，至多六位小数', noAmount: '未定', more: '履行、付款与担保',
  },
  opened: (number: string) => `已立卷 ${number}`,
  saved: '已保存',
  recorded: (event: string) => `已登记${event}`,
  card: {
    title: '合同', change: '修改', record: '登记事项', struck: (by: string, reason: string) => `${by} 划去：${reason}`, strike: '划去', noEvents: '尚未登记签订',
    amount: (from: string, to: string) => `${from} → ${to} 万元`, amountChanged: (from: string, to: string) => `合同变更：签订时 ${from} 万元，现为 ${to} 万元`, changedMark: '变更', wan: (amount: string) => `${amount} 万元`, events: '经过', by: (name: string) => `${name} 登记`,
    performance: '履行期', more: '此行操作', changed: (count: number) => `变更 ${count} 次`,
  },
  dialog: {
    open: '合同立卷', change: '修改合同', record: '登记合同事项', what: '事项', on: '日期', remarks: '说明', amountHint: '整份合同变更后的总额；不变可不填',
    strike: (event: string) => `划去${event}`, strikeHint: '该行保留并注明原因，合同状态按其余事项重算。', submit: '立卷', save: '保存', recordAction: '登记',
  },

  /** Its methods in the audit log. */
  method: {
    'contracts.ledger': '查看合同台账',
    'contracts.statistics': '统计合同',
    'contracts.open': '合同立卷',
    'contracts.change': '修改合同',
    'contracts.recordEvent': '登记合同事项',
    'contracts.strikeEvent': '划去合同事项',
  } satisfies Record<keyof typeof contract, string>,
}
