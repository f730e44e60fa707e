import type { deliveries as contract, DELIVERY_FIELDS, DELIVERY_REFUSALS, DELIVERY_STATES } from '../../contract/deliveries.ts'

const state: Record<(typeof DELIVERY_STATES)[number], string> = { open: '未到货', late: '未按期交齐', rejected: '有不合格', invoice: '开票不合规', struck: '已划销' }
const importField: Record<(typeof DELIVERY_FIELDS)[number], string> = {
  party: '供应商', orderNumber: '订单号', goods: '品名', unit: '计量单位', dueOn: '交期', ordered: '订购数量', receiptNumber: '收货单号', arrivedOn: '到货日期', arrivedQuantity: '到货数量', accepted: '合格数量', rejected: '不合格数量', invoice: '发票',
  contract: '合同', remarks: '备注', skip: '略过',
}
const refusal: Record<(typeof DELIVERY_REFUSALS)[number], string> = {
  'row-unreadable': '此行无法读取', 'party-missing': '没有写明供应商', 'party-unknown': '往来单位中没有这家', 'party-ambiguous': '有多家单位符合，须写信用代码或外部代码', 'party-other': '是别家单位的供货', 'not-supplier': '不是供应商',
  'order-missing': '缺订单号', 'text-too-long': '文字过长', 'date-impossible': '日期不存在或无法识别', 'due-missing': '缺交期', 'arrival-to-come': '到货日期晚于今天', 'arrival-missing': '有到货情况，缺到货日期', 'arrived-missing': '有到货日期，缺到货数量',
  'quantity-unreadable': '数量无法识别，至多三位小数', 'ordered-missing': '缺订购数量', 'accepted-above': '合格、不合格与到货数量不符', 'unit-missing': '缺计量单位：加一列，或写在数量后，如“5吨”', 'invoice-unknown': '发票一栏应为有、无、合规、不合规或发票号码', 'contract-unknown': '没有这份合同',
  differs: '与已登记的不同，须在系统中改正',
}

/** Reference text: what suppliers delivered. */
export const deliveries = {
  method: {
    'deliveries.overview': '查看供货记录', 'deliveries.list': '列出供货记录', 'deliveries.record': '登记供货', 'deliveries.complete': '补登到货检验', 'deliveries.correct': '改正供货记录', 'deliveries.strike': '划销供货记录',
    'deliveries.previewImport': '预览供货导入', 'deliveries.import': '导入供货记录',
  } satisfies Record<keyof typeof contract, string>,
  state, refusal,
  title: '供货', empty: '尚无供货记录', emptyHint: '登记订单的交期、到货、合格数量和发票，交付准时率、来料合格率随即可见，供应商评级按此计分。', emptyReadOnly: '由信用管理员登记。', asOf: '截至',
  span: (from: string, until: string, count: string) => `交期 ${from} 至 ${until}，共 ${count} 笔`, overdue: (count: string) => `逾期未到 ${count} 笔`,
  rates: {
    title: '近 24 个月', onTimeDelivery24: '交付准时率', acceptedQuality24: '来料合格率', invoicedInOrder24: '开票合规率',
    orders: (counted: string, failed: string) => `${counted} 份订单，${failed} 份未按期交齐`, lots: (counted: string, failed: string) => `检验 ${counted} 批，${failed} 批有不合格`, invoices: (counted: string, failed: string) => `${counted} 批，${failed} 批不合规`, none: '期间内没有', open: (what: string) => `${what}：查看有问题的供货`,
    how: {
      onTimeDelivery24: '每份订单（同一订单号、品名、交期）按交期内到货量占订购量计，取平均；到期未到计零。', acceptedQuality24: '已检验的每批按合格量占到货量计，取平均。', invoicedInOrder24: '已核对发票的批次中开票合规的占比。',
    },
  },
  chart: { title: '按月交付', onTime: '按期交齐', late: '未按期', label: (month: string, onTime: number, late: number) => `${month} 按期交齐 ${onTime} 份，未按期 ${late} 份`, summary: '近 24 个月按期与未按期的订单', inspected: (inspected: number, rejected: number) => `检验 ${inspected} 批，不合格 ${rejected} 批`, none: '近 24 个月没有到期的订单' },
  list: {
    title: '供货明细', label: '供货记录', anyState: '全部', from: '交期自', until: '交期至', search: '订单号、品名、收货单', count: (count: string) => `${count} 笔`, clear: '清除', none: '没有符合条件的供货记录',
    order: '订单号', goods: '品名', dueOn: '交期', ordered: '订购', arrivedOn: '到货', arrived: '到货量', accepted: '合格', invoice: '发票', result: '交付',
  },
  inTime: '准时', waiting: '待交', short: '欠交', lateBy: (days: number) => `迟 ${days} 天`, overdueBy: (days: number) => `逾期 ${days} 天`, invoiceYes: '合规', invoiceNo: '不合规',
  record: '登记供货', recordTitle: (name: string) => `登记供货 · ${name}`, recorded: '已登记', field: {
    orderNumber: '订单号', goods: '品名', unit: '单位', dueOn: '交期', ordered: '订购数量', orderedHint: '整份订单的数量，分批到货时各批照填', contract: '合同', noContract: '不指定', receiptNumber: '收货单号', arrivedOn: '到货日期', arrived: '到货数量', accepted: '合格数量', invoice: '发票', remarks: '备注', unknown: '未核对',
  },
  arrival: '到货与检验', arrivalHint: '还没到货就留空，到货后再补登。',
  complete: '补登', completeTitle: '补登到货检验', completed: '已补登', correct: '改正', correctTitle: '改正供货记录', corrected: '已改正', correctReason: '改正原因', strike: '划销', strikeTitle: '划销这笔供货', strikeHint: '划销后不再计入评级，记录和原因留存。', reason: '原因', struckDone: '已划销',
  imports: {
    action: '导入', title: (name: string) => `导入供货记录 · ${name}`, titleMany: '导入供货', drop: '供货清单', kinds: (isMany: boolean) => `XLSX 或 CSV；须有${isMany ? '供应商、' : ''}订单号、交期、订购数量、计量单位（可写在数量后或列名括号里，如“5吨”“订购数量（吨）”）；到货、合格数量和发票可缺。发票写有、无、合规、不合规，或写发票号码。再次导入只补登新的情况。`, field: importField, completed: '补登',
  },
  detail: { title: (order: string) => `供货 · ${order}`, by: (name: string, at: string) => `${name} 登记　${at}`, file: (file: string) => `导入自 ${file}`, struck: (name: string, reason: string) => `${name} 已划销：${reason}`, replaced: '已由改正后的记录代替', replaces: '改正了较早的一笔', close: '关闭' },
}
