import type { INVOICE_DIRECTIONS, INVOICE_FIELDS, INVOICE_REFUSALS, INVOICE_STATES } from '../../contract/invoices.ts'
import type { invoices as contract } from '../../contract/invoices.ts'

type Words<Keys extends readonly string[]> = Record<Keys[number], string>

const direction: Words<typeof INVOICE_DIRECTIONS> = { sale: '销项', purchase: '进项' }
const state: Words<typeof INVOICE_STATES> = { valid: '有效', void: '作废', red: '红字', uneven: '价税合计不符' }
const field: Words<typeof INVOICE_FIELDS> = {
  party: '单位', direction: '进销', code: '发票代码', number: '发票号码', issuedOn: '开票日期', buyer: '购方', buyerCode: '购方税号', seller: '销方', sellerCode: '销方税号',
  counterparty: '对方单位', amount: '金额', tax: '税额', total: '价税合计', state: '发票状态', skip: '略过',
}
const refusal: Words<typeof INVOICE_REFUSALS> = {
  'row-unreadable': '此行无法读取', 'number-missing': '缺发票号码', 'number-unreadable': '发票号码或代码含有不允许的字符', 'date-impossible': '开票日期缺失、不存在或无法识别',
  'date-to-come': '开票日期晚于今天', 'state-unknown': '发票状态无法识别', 'direction-unknown': '分不清是进项还是销项', 'amount-missing': '缺金额', 'amount-unreadable': '金额、税额或价税合计无法识别',
  'name-too-long': '名称超过 200 字', 'party-missing': '没有写明是哪家单位', 'party-unknown': '往来单位中没有这家，请先导入单位名单', 'party-ambiguous': '有多家单位符合，须写信用代码或外部代码',
  'party-other': '是别家单位的发票',
}

/** Reference text: invoices of parties. */
export const invoices = {
  method: {
    'invoices.overview': '查看发票流水', 'invoices.list': '列出发票', 'invoices.previewImport': '预览发票导入', 'invoices.import': '导入发票', 'invoices.strikeBatch': '划销发票批次',
  } satisfies Record<keyof typeof contract, string>,
  direction, state, field, refusal,
  title: '发票流水', asOf: '截至', import: '导入发票', empty: '尚无发票', emptyHint: '导入进项、销项发票清单，营业额、波动、集中度等随即可见。', emptyReadOnly: '由信用管理员导入进项、销项发票清单。',
  span: (from: string, until: string, count: string) => `${from} 至 ${until}，共 ${count} 张`,
  window: (from: string, until: string) => `近 12 个月：${from} 至 ${until}`,
  flow: {
    until: (day: string) => `发票导入至 ${day}`, each: (sale: string, purchase: string) => `销项导入至 ${sale}，进项至 ${purchase}`, behind: '，已超过一季，指标不再计算',
    hint: '按所导入文件中最晚的开票月份计；近 12 个月的指标算到这一天为止，文件里没有票的月份才算没有开票。',
  },
  chart: { title: '月度进销', unit: '万元', label: (month: string, sale: string, purchase: string) => `${month} 销项 ${sale} 万元，进项 ${purchase} 万元`, summary: '近 36 个月销项与进项（不含税，按月）' },
  figures: {
    title: '主要指标', turnover: '销售额', purchases: '采购额', growth: '销售增长', growthNone: '上年不足一年', months: '有销售的月份', monthsOf: (months: number) => `${months} / 12`, history: '流水历史', historyOf: (months: number) => `${months} 个月`,
    volatility: '月销售波动', volatilityHint: '月销售额标准差 ÷ 平均', invoices: '销项发票', voidShare: '作废占比', redShare: '红字占比', customers: '客户数', suppliers: '供应商数',
    topCustomer: '第一大客户', topFiveCustomers: '前五大客户', topSupplier: '第一大供应商', topFiveSuppliers: '前五大供应商', count: (count: string) => `${count} 张`, firms: (count: string) => `${count} 家`, open: (what: string) => `${what}：查看发票`,
  },
  absent: { notProvided: '未提供', notApplicable: '不适用', notKept: '无流水', undefined: '无法计算' },
  largest: { sale: '前十大客户', purchase: '前十大供应商', none: '近 12 个月没有', invoices: (count: string) => `${count} 张` },
  list: {
    title: '发票', label: '发票清单', direction: '进销', number: '号码', counterparty: '对方单位', issuedOn: '开票日期', amount: '金额', tax: '税额', total: '价税合计', state: '状态', anyDirection: '进项和销项', anyState: '全部状态',
    from: '自', until: '至', search: '发票号码', count: (total: string) => `${total} 张`, clear: '清除筛选', none: '没有符合条件的发票', unnamed: '未写对方', uneven: '合计不符', only: (name: string) => `只看 ${name}`,
  },
  batches: {
    title: '导入批次', by: (name: string, day: string) => `${name}　${day}`, counts: (mine: string, added: string, parties: number) => (parties > 1 ? `本单位 ${mine} 张，全批 ${parties} 家 ${added} 张` : `${mine} 张`),
    strike: '划销', strikeTitle: '划销这一批发票', strikeHint: (parties: number, added: string) => `全批 ${parties} 家单位的 ${added} 张发票不再计入任何指标，留存备查；文件可以重新导入。`, reason: '原因', struck: (name: string, reason: string) => `${name} 已划销：${reason}`, done: '已划销',
  },
  imports: {
    title: (name: string) => `导入发票 · ${name}`, titleMany: '导入发票', kinds: 'XLSX 或 CSV（UTF-8、GB18030）；进项、销项可一次选齐', files: '发票清单', known: '按表头认列：发票号码、开票日期、金额必有；写“购方”的是销项，写“销方”的是进项。',
    ask: '进销',
    whole: '文件含全部单位的发票', wholeHint: '没有列出的单位视为同期没有开票',
    voided: '改为作废', uneven: '价税合计不符', span: '开票日期',
  },
}
