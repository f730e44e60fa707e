import type { FormLine, Sheet, StatementFormat } from '../form.ts'
import { forms } from '../forms.ts'

/*
 * Which line a name means. Programs and accountants write the same line in many ways, and statements drawn up under older
 * forms have lines that today's form has put together.
 */

/** A name without what varies: ordinals, 加 减 其中, blanks, punctuation, remarks in brackets. */
export function nameKey(name: string): string {
  return name.normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replace(/^[△▲☆★#*＊·•-]+/u, '')
    .replace(/^(?:[一二三四五六七八九十]+[、.．:]|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.．](?!\d))/u, '')
    .replaceAll(/\([^()]*\)/gu, '')
    .replace(/^(?:其中|加|减)[::]?(?=.)/u, (lead) => (lead.endsWith(':') || lead.startsWith('其中') ? '' : lead))
    .replaceAll(/[^\p{Script=Han}\p{L}\p{N}]/gu, '')
    .replaceAll('帐', '账').replaceAll('股东权益', '所有者权益').replaceAll('其它', '其他')
}

/**
 * How a name means a line:
 * - `same`   the line itself;
 * - `added`  a line of its own under older forms that today's form counts in with it;
 * - `before` the same, but only above the line: below it, it is an 其中 of it and counted already;
 * - `parts`  together with others of its kind the line, where the line itself is not there;
 * - `whole`  the line and more: taken where there is nothing better.
 */
type Sense = 'same' | 'added' | 'before' | 'parts' | 'whole'
type Alias = readonly [code: string, names: string, sense?: Sense, format?: StatementFormat]

const ALIASES: Readonly<Record<Sheet, readonly Alias[]>> = {
  balance: [
    ['shortInvestments', '交易性金融资产', 'same', 'small'],
    ['tradingAssets', '以公允价值计量且其变动计入当期损益的金融资产 短期投资', 'same', 'general'],
    ['tradingLiabilities', '以公允价值计量且其变动计入当期损益的金融负债', 'same', 'general'],
    ['receivables', '应收账款净额 应收账款账面价值'], ['receivables', '应收票据及应收账款', 'whole'],
    ['prepayments', '预付账款 预付款项'], ['advances', '预收账款 预收款项'],
    ['otherReceivables', '其他应收款净额'], ['otherReceivables', '应收利息 应收股利', 'before', 'general'],
    ['inventories', '存货净额'], ['rawMaterials', '原料及主要材料'], ['finishedGoods', '产成品'],
    ['otherCurrentAssets', '待摊费用', 'added'], ['dueWithinYearAssets', '一年内到期的长期债券投资', 'same', 'general'],
    ['fixedAssetsCost', '固定资产原值', 'same', 'small'],
    ['fixedAssets', '固定资产账面价值 固定资产净值 固定资产净额 固定资产'], ['fixedAssets', '固定资产清理', 'added', 'general'],
    ['construction', '工程物资', 'added', 'general'], ['intangibles', '无形资产净值'], ['deferredExpenses', '递延资产 长期待摊'],
    ['nonCurrentAssets', '长期资产合计'], ['totalAssets', '资产合计 资产总额'],
    ['payables', '应付票据及应付账款', 'whole'],
    ['wagesPayable', '应付工资 应付福利费', 'parts'], ['taxesPayable', '应缴税费'], ['taxesPayable', '应交税金 其他应交款', 'parts'],
    ['profitPayable', '应付股利', 'same', 'small'], ['otherPayables', '应付利息 应付股利 应付利润', 'before', 'general'],
    ['otherCurrentLiabilities', '预提费用', 'added'], ['otherCurrentLiabilities', '一年内到期的非流动负债', 'added', 'small'],
    ['longTermPayables', '专项应付款', 'added', 'general'],
    ['nonCurrentLiabilities', '长期负债合计'], ['totalLiabilities', '负债总计 负债总额'],
    ['paidInCapital', '实收资本 股本 实收资本净额'], ['undistributedProfit', '未分配利润'],
    ['equity', '所有者权益合计 所有者权益总计 净资产合计 净资产'], ['equity', '归属于母公司所有者权益合计', 'whole'],
    ['liabilitiesAndEquity', '负债和所有者权益总计 负债及所有者权益总计 负债和所有者权益合计 负债及所有者权益合计 负债与所有者权益总计'],
  ],
  income: [
    ['revenue', '主营业务收入 其他业务收入', 'parts'], ['revenue', '营业总收入', 'whole'],
    ['operatingCost', '主营业务成本 其他业务成本 其他业务支出', 'parts'],
    ['taxes', '营业税金及附加 主营业务税金及附加'], ['sellingExpenses', '营业费用'],
    ['interestExpense', '利息支出 利息费用'], ['research', '研发费用', 'same', 'small'], ['researchExpenses', '研究费用 研究开发费用', 'same', 'general'],
    ['incomeTax', '所得税'], ['otherGains', '补贴收入', 'same', 'general'], ['totalProfit', '利润总额'], ['netProfit', '净利润'],
    ['associatesIncome', '对联营企业和合营企业的投资收益', 'same', 'general'],
    ['otherComprehensive', '其他综合收益税后净额', 'same', 'general'],
    ['propertyTaxes', '城镇土地使用税房产税车船税印花税', 'same', 'small'],
  ],
  cash: [
    ['cashFromSales', '销售商品提供劳务收到的现金 销售产成品商品提供劳务收到的现金'],
    ['otherOperatingIn', '收到的其他与经营活动有关的现金'], ['otherOperatingIn', '收到的税费返还', 'added', 'small'],
    ['cashForGoods', '购买商品接受劳务支付的现金 购买原材料商品接受劳务支付的现金'],
    ['cashForWages', '支付给职工以及为职工支付的现金 支付的职工薪酬 支付给职工的现金'], ['cashForTaxes', '支付的各项税费 支付的税费'],
    ['otherOperatingOut', '支付的其他与经营活动有关的现金'],
    ['operatingCash', '经营活动现金流量净额 经营活动产生的现金流量净额'],
    ['cashFromInvestments', '收回投资收到的现金 收回投资所收到的现金'], ['cashFromReturns', '取得投资收益所收到的现金'],
    ['cashFromDisposals', '处置固定资产无形资产和其他长期资产收回的现金净额 处置固定资产无形资产和其他长期资产所收回的现金净额'],
    ['otherInvestingIn', '收到的其他与投资活动有关的现金', 'same', 'general'], ['otherInvestingOut', '支付的其他与投资活动有关的现金', 'same', 'general'],
    ['cashForAssets', '购建固定资产无形资产和其他长期资产支付的现金 购建固定资产无形资产和其他长期资产所支付的现金'], ['cashForInvestments', '投资支付的现金 投资所支付的现金'],
    ['investingCash', '投资活动现金流量净额'],
    ['cashFromOwners', '吸收投资收到的现金 吸收投资所收到的现金'], ['cashFromLoans', '取得借款收到的现金 借款所收到的现金'],
    ['otherFinancingIn', '收到的其他与筹资活动有关的现金', 'same', 'general'], ['otherFinancingOut', '支付的其他与筹资活动有关的现金', 'same', 'general'],
    ['cashForLoans', '偿还债务支付的现金 偿还债务所支付的现金 偿还借款本金支付的现金'],
    ['cashForDividends', '分配股利利润或偿付利息所支付的现金', 'same', 'general'],
    ['financingCash', '筹资活动现金流量净额'],
    ['netCash', '现金净增加额 现金及现金等价物净增加额 现金及现金等价物的净增加额'],
    ['openingCash', '期初现金余额 期初现金及现金等价物余额 年初现金余额'], ['closingCash', '期末现金余额 期末现金及现金等价物余额 年末现金余额'],
  ],
}

export type Match = { readonly sheet: Sheet; readonly line: FormLine; readonly sense: Sense }

/** By format and key: every line that the name may mean, in the order of the form. */
const BOOK = new Map<string, Match[]>()
const enter = (format: StatementFormat, key: string, match: Match) => {
  const at = `${format}:${key}`
  const known = BOOK.get(at) ?? []
  if (!known.some(({ sheet, line }) => sheet === match.sheet && line === match.line)) BOOK.set(at, [...known, match])
}
for (const format of ['small', 'general'] as const) {
  for (const sheet of ['balance', 'income', 'cash'] as const) {
    for (const line of forms[format][sheet].lines) enter(format, nameKey(line.name), { sheet, line, sense: 'same' })
  }
  // After all the forms' own names: a name that a form has of its own never means another line.
  for (const sheet of ['balance', 'income', 'cash'] as const) {
    for (const [code, names, sense = 'same', only] of ALIASES[sheet]) {
      const line = forms[format][sheet].lines.find((candidate) => candidate.code === code)
      if (!line || (only && only !== format)) continue
      for (const name of names.split(' ')) if (!BOOK.get(`${format}:${nameKey(name)}`)?.some((match) => match.sheet === sheet)) enter(format, nameKey(name), { sheet, line, sense })
    }
  }
}

/** The lines a name may mean in a format; none for a name nobody knows. */
export const matchesOf = (format: StatementFormat, name: string): readonly Match[] => BOOK.get(`${format}:${nameKey(name)}`) ?? []
