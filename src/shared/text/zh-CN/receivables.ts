import type { AGEING_ONLY, RECEIVABLE_FIELDS, RECEIVABLE_IMPORTS, RECEIVABLE_REFUSALS, RECEIVABLE_STATES, receivables as contract } from '../../contract/receivables.ts'
import type { Bucket } from '../../rules/receivables/ageing.ts'
import type { PromiseState } from '../../rules/receivables/promises.ts'
import type { PromiseManner, ReceiptMeans } from '../../rules/receivables/words.ts'

const bucket: Record<Bucket, string> = { notDue: '未到期', d30: '1–30 天', d60: '31–60 天', d90: '61–90 天', d180: '91–180 天', d365: '181–365 天', older: '365 天以上' }
const means: Record<ReceiptMeans, string> = { transfer: '转账', draft: '承兑汇票', cash: '现金', offset: '抵账' }
const manner: Record<PromiseManner, string> = { written: '书面', phone: '电话', visit: '走访' }
const promiseState: Record<PromiseState, string> = { open: '未到期', kept: '兑现', part: '部分兑现', broken: '落空' }
const itemState: Record<(typeof RECEIVABLE_STATES)[number], string> = { open: '未结清', overdue: '逾期', settled: '已结清', struck: '已划销' }
const field: Record<(typeof RECEIVABLE_FIELDS)[number], string> = {
  party: '单位', number: '单据号', issuedOn: '单据日期', dueOn: '到期日', termDays: '账期天数', receivedOn: '收款日期', amount: '金额', means: '收款方式', reference: '凭证号', contract: '合同编号', remarks: '备注', skip: '不导入',
}
const refusal: Record<(typeof RECEIVABLE_REFUSALS)[number], string> = {
  'row-unreadable': '此行无法读取', 'party-missing': '没有写明是哪家单位', 'party-unknown': '往来单位中没有这家', 'party-ambiguous': '有多家单位符合，须写信用代码或外部代码', 'party-other': '是另一家单位的', 'number-missing': '没有单据号',
  'number-differs': '单据号已登记，但日期或金额不同', 'date-missing': '没有日期', 'date-impossible': '日期不存在或无法识别', 'date-to-come': '日期晚于今天', 'date-too-early': '日期早于 1990 年', 'due-missing': '没有到期日，也没有账期', 'due-before': '到期日早于单据日期', 'due-too-late': '到期日距单据日期超过十年',
  'amount-missing': '没有金额', 'amount-unreadable': '金额无法识别', 'amount-not-positive': '金额须大于零', 'amount-too-large': '金额过大：单笔至多 1000 亿元，合计不得超出可精确计算的范围', 'means-unknown': '收款方式无法识别', 'contract-unknown': '该单位没有这份合同', 'text-too-long': '文字过长',
}
const only: Record<(typeof AGEING_ONLY)[number], string> = { overdue: '有逾期', overdue30: '逾期 30 天以上', overdue90: '逾期 90 天以上', promise: '有未到期承诺', broken: '承诺落空', advances: '有预收' }
const importWhat: Record<(typeof RECEIVABLE_IMPORTS)[number], string> = { receivables: '应收', receipts: '收款' }

/** Reference text: what customers owe, paid and promised. */
export const receivables = {
  method: {
    'receivables.ofParty': '查看应收', 'receivables.items': '列出应收', 'receivables.receipts': '列出收款', 'receivables.propose': '试算核销', 'receivables.add': '登记应收', 'receivables.receive': '登记收款', 'receivables.allocate': '调整核销',
    'receivables.promise': '登记付款承诺', 'receivables.strike': '划销应收、收款或承诺', 'receivables.ageing': '查看应收账龄', 'receivables.previewImport': '预览导入应收', 'receivables.import': '导入应收或收款',
  } satisfies Record<keyof typeof contract, string>,
  bucket, bucketShort: bucket, means, manner, promiseState, itemState, field, refusal, only, importWhat,
  receiptState: { standing: '有效', advances: '有预收', struck: '已划销' },
  balance: '应收余额', open: '未结清', overdue: '逾期', advances: '预收', oldest: '最早到期', longest: (days: number) => `逾期 ${days} 天`, notOverdue: '没有逾期', balanceHint: '未结清减预收', index: '付款指数', indexHint: '近 24 月，按金额加权；到期当天付 80，提前 100，逾期越久越低', noIndex: '尚无到期',
  share: '逾期占比', shareHint: '当前与近 12 个月末平均，取较高者', sales: '近 12 月赊销', asOf: '截至', today: '今天', buckets: '账龄', bucketBar: (name: string, amount: string, share: string) => `${name} ${amount}，占 ${share}`,
  items: '应收', receipts: '收款', promises: '付款承诺', count: (count: string) => `${count} 笔`, number: '单据号', issuedOn: '单据日期', dueOn: '到期日', amount: '金额', openAmount: '未结清', late: '逾期', longestDays: '最长逾期', days: (days: number) => `${days} 天`, contract: '合同',
  receivedOn: '收款日期', meansLabel: '方式', reference: '凭证号', pays: '核销', unallocated: (amount: string) => `预收 ${amount}`, paysNothing: '未核销', paid: (day: string, amount: string) => `${day} 收 ${amount}`, settledOn: '结清', remarks: '备注', state: '状态', itemsTable: '应收，上下键选行', receiptsTable: '收款，上下键选行',
  noAccount: '没有应收记录', noAccountHint: '登记应收和收款，或从财务系统的表格导入；评级的付款、逾期、承诺三项由此计算。', noItems: '没有应收', noReceipts: '没有收款', noPromises: '没有付款承诺',
  add: '登记应收', addTitle: (name: string) => `登记应收 · ${name}`, added: '已登记应收', receive: '登记收款', receiveTitle: (name: string) => `登记收款 · ${name}`, received: '已登记收款', promise: '登记承诺', promiseTitle: (name: string) => `登记付款承诺 · ${name}`, promised: '已登记承诺',
  amountYuan: '金额（元）', term: '账期（天）', termHint: '填天数即算出到期日', noContract: '不属于某份合同', allocation: '核销', propose: '先到期先销', clear: '全部转预收', allocated: '核销合计', rest: '余为预收', over: '超过收款金额', owed: '未结清', nothingOpen: '没有未结清的应收，全部作为预收。', reallocate: '调整核销', reallocateTitle: (day: string, amount: string) => `调整核销 · ${day} ${amount}`, reallocated: '已调整核销',
  madeOn: '承诺日期', promisedDue: '承诺付款日', promisedBy: '承诺人', how: '方式', from: (who: string, how: string) => `${who}　${how}`, receivedOf: (received: string, amount: string) => `已收 ${received} / ${amount}`, countsUntil: (day: string) => `计至 ${day}`,
  strike: '划销', strikeTitle: { receivable: '划销这笔应收', receipt: '划销这笔收款', promise: '划销这项承诺' }, strikeHint: { receivable: '划销后不再计算；已核销的收款转为预收。记录和原因留存。', receipt: '划销后不再计算；它核销的应收恢复未结清。记录和原因留存。', promise: '划销后不再计算。记录和原因留存。' }, reason: '原因', struckDone: '已划销', struck: (name: string, reason: string) => `${name} 已划销：${reason}`,
  by: (name: string, day: string) => `${name} 登记　${day}`, fromFile: (file: string) => `导入自 ${file}`, more: '更多', actions: (what: string) => `${what} 的操作`, openParty: '看单位',
  page: {
    title: '应收账龄', count: (count: string) => `${count} 家`, table: '应收账龄，回车看单位', search: '查找单位', party: '单位', department: '部门', salesperson: '业务员', promise: '付款承诺', promiseDue: (day: string, amount: string) => `${day} 付 ${amount}`, all: '全部', onlyLabel: '只看', allDepartments: '全部部门',
    clear: '清除条件', none: '没有未结清的应收', noneHint: '在客户的“应收”页登记，或导入财务系统的应收表和收款表。', noMatch: '没有符合条件的客户', noMatchHint: '换个条件，或清除条件。', total: '合计', withheld: (count: number) => `另有 ${count} 家按密级或授权不列出`, identity: '各账龄之和减预收等于余额',
    export: '导出', inYuan: '金额单位：元', exported: (file: string) => `已导出 ${file}`, file: (day: string) => `应收账龄-${day}`, sheet: '应收账龄', currency: '元', share: (share: string) => `占 ${share}`,
  },
  imports: {
    import: '导入', title: '导入应收或收款', titleOf: (name: string) => `导入应收或收款 · ${name}`, what: '表格内容', file: 'XLSX 或 CSV', kinds: { receivables: '须有单位、单据号、单据日期、金额，到期日或账期一列；合同编号、备注可缺', receipts: '须有单位、收款日期、金额；收款方式、凭证号、核销单号、备注可缺' }, allocate: '按先到期先销核销', allocateHint: '表中写明核销单号的先销该单；不勾选则其余作为预收',
    amount: '金额', allocated: '已核销',
  },
}
