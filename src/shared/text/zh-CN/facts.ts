import type { FactUnit } from '../../rules/facts/catalogue.ts'
import type { Absence, SourceKind } from '../../rules/facts/fact.ts'

/** Reference text: facts, by their names in `rules/facts/catalogue.ts`. */
const name: Record<string, string> = {
  cash: '货币资金', receivables: '应收账款', prepayments: '预付款项', inventories: '存货', currentAssets: '流动资产合计', totalAssets: '资产总计', shortTermLoans: '短期借款',
  payables: '应付账款', currentLiabilities: '流动负债合计', totalLiabilities: '负债合计', paidInCapital: '实收资本', retainedEarnings: '留存收益', equity: '所有者权益合计',
  revenue: '营业收入', operatingCost: '营业成本', interestExpense: '利息费用', operatingProfit: '营业利润', totalProfit: '利润总额', netProfit: '净利润',
  operatingCash: '经营现金净流量', netCash: '现金净增加额', statementAgeMonths: '报表距今月数', auditQualified: '审计意见非无保留',
  turnover12: '近 12 月销项净额', purchases12: '近 12 月进项净额', monthsActive12: '近 12 月开票月数', invoiceMonths: '开票历史月数', salesVolatility12: '月开票波动',
  salesInvoices12: '近 12 月销项张数', voidShare12: '作废率', redShare12: '红字率', customers12: '近 12 月客户数', suppliers12: '近 12 月供应商数',
  topCustomerShare12: '最大客户占比', topFiveCustomersShare12: '前五客户占比', topSupplierShare12: '最大供应商占比', topFiveSuppliersShare12: '前五供应商占比',
  cooperationYears: '合作年限', contracts12: '近 12 月合同数', contractAmount12: '近 12 月合同额', contractsDue24: '近 24 月到期合同', contractsKept24: '按期履约率', tradeRank12: '交易排位',
  siteScore: '现场调查得分', operatingRate: '开工率', managementPoints: '管理水平', industryPosition: '行业地位', surveyedMarketShare: '市场占有率', relatedParties: '相关方数', relatedGuaranteesYuan: '对外担保额',
  certificatesValid: '证照有效率', licenceExpired: '执照过期', scopeExceeded: '超出经营范围', referenceMark: '资信评价分',
  dishonest: '失信被执行人', deregistered: '吊销或注销', bankruptcy: '破产受理', fraud: '欺诈', openLawsuits: '未结诉讼', reputation: '声誉净数', controlChanged12: '近一年控制权变更',
  industryOutlook: '行业前景', registeredCapital: '注册资本', yearsInBusiness: '经营年限', sizeClass: '企业规模', declaredMarketShare: '自报市场占有率',
  defaultSeverity36: '违约严重度', ownWriteOff: '本单位核销', openDefaults: '未了违约', complaints12: '近 12 月投诉纠纷', badListed: '在不良客户名单', watchListed: '在关注名单',
  paymentIndex24: '付款指数', overdueShare: '逾期占比', longestOverdueDays: '最长逾期天数', promisesKept24: '承诺兑现率', creditSales12: '近 12 月赊销额', limitUse: '额度使用率', beyondLimit: '超出额度的欠款', onTimeDelivery24: '交付准时率', acceptedQuality24: '来料合格率', invoicedInOrder24: '开票合规率', ordersDue24: '近 24 月到期订单', lotsInspected24: '近 24 月检验批次',
  previousScore: '上次得分', defaultsWithinYear: '其后一年违约',
}

const absent: Record<Absence, string> = { notProvided: '未提供', notApplicable: '不适用', notKept: '未登记', undefined: '无法计算' }
const absentHint: Record<Absence, string> = {
  notProvided: '应由对方提供，补齐后重算', notApplicable: '还没有可以衡量的事项', notKept: '本档案库没有这类记录', undefined: '分母为零或为负',
}
const sourceKind: Record<SourceKind, string> = {
  party: '基本资料', statement: '财务报表', invoices: '发票', contracts: '合同台账', survey: '调查表', certificates: '证照', references: '资信证明', notices: '公告', defaults: '违约记录',
  listings: '名单', limits: '授信额度', receivables: '应收台账', deliveries: '供货记录', industry: '行业前景', rating: '评级', outcome: '事后结果',
}
const unit: Record<FactUnit, string> = { yuan: '元', share: '%', times: '倍', days: '天', months: '个月', years: '年', count: '', marks: '分', flag: '' }

export const facts = {
  name,
  /** A fact of years ago. */
  yearsBack: (fact: string, years: number) => (years === 1 ? `上年${fact}` : `${years} 年前${fact}`),
  /** Of invoices that are known up to this day alone. */
  flowEnded: (day: string) => `发票只导入到 ${day}，此后不知`,
  absent, absentHint, sourceKind, unit,
  flag: { yes: '是', no: '否' },
  /** Marks on a scale. */
  marksOf: (value: string, least: number, most: number) => (least === 0 ? `${value} / ${most} 分` : `${value} 分（${least} 至 ${most}）`),
}
