import type { risks as contract } from '../../contract/risks.ts'
import type { AltmanZone } from '../../rules/risks/altman.ts'
import type { LISTING_REASONS, ListingState, LISTS, MEASURES } from '../../rules/risks/listing.ts'
import { warningRules } from './warning-rules.ts'
import type { Aspect, Severity, WarningCode } from '../../rules/risks/warnings.ts'

const warning: Record<WarningCode, string> = {
  W01: '销项同比下降超过三成', W02: '近一年开票不足七个月', W03: '开工率低于六成', W04: '月开票大起大落', W05: '营业执照过期', W06: '有证照过期', W07: '近一年控制权变更',
  W11: '一家客户占销售过半', W12: '一家供应商占采购七成以上', W13: '所属行业前景转差', W14: '业务超出经营范围',
  W21: '资不抵债', W22: '连续两年亏损', W23: '资产负债率高于 75%', W24: '经营与总现金流均为负', W25: '应收增长快过收入三成以上', W26: '报表超过 18 个月', W27: '对外担保超过净资产一半', W28: '审计意见非无保留',
  W31: '失信、破产、吊销或欺诈', W32: '有未了违约', W33: '有未结诉讼', W34: '作废或红字发票偏多', W35: '近一年投诉纠纷三次以上', W39: '超过授信额度', W36: '有应收逾期 30 天以上', W37: '逾期超过应收三成', W38: '近两年有付款承诺落空',
}
const aspect: Record<Aspect, string> = { operating: '经营风险', market: '市场风险', financial: '财务风险', conduct: '履约与声誉' }
const severity: Record<Severity, string> = { act: '须处理', look: '须关注' }
const list: Record<(typeof LISTS)[number], string> = { watch: '关注名单', bad: '不良客户名单' }
const measure: Record<(typeof MEASURES)[number], string> = { observe: '跟踪观察', restrict: '限制授信', suspend: '暂停授信' }
const reason: Record<(typeof LISTING_REASONS)[number], string> = {
  overdue: '逾期', brokenPromise: '承诺落空', default: '违约', lawsuit: '诉讼', dishonest: '失信', fraud: '欺诈', deterioration: '经营恶化', warning: '预警', other: '其他',
}
const state: Record<ListingState, string> = { proposed: '待决定', inForce: '在册', refused: '未同意', releaseProposed: '拟解除', released: '已解除' }
const zone: Record<AltmanZone, string> = { safe: '安全区', grey: '灰区', distress: '困境区' }

/** Reference text: risks, early warnings, lists. */
export const risks = {
  method: {
    'risks.ofParty': '查看风险', 'warnings.list': '列出预警', 'warnings.scan': '预警扫描', 'warnings.handle': '处理预警', 'listings.list': '列出名单', 'listings.propose': '提名入册',
    ...warningRules.method, 'listings.decide': '决定入册', 'listings.proposeRelease': '提请解除', 'listings.decideRelease': '决定解除', 'listings.prolong': '延长期限',
  } satisfies Record<keyof typeof contract, string>,
  rules: warningRules, warning, aspect, severity, list, measure, reason, state, zone, listed: { observe: '关注 · 观察', restrict: '不良 · 限制', suspend: '不良 · 暂停' } satisfies Record<(typeof MEASURES)[number], string>,
  listedTitle: (list: string, number: string, on: string) => `${list} ${number}，${on} 起`, limitOf: (amount: string, available: string) => `额度 ${amount}，可用 ${available}`,
  tabs: '预警名单分页', tab: { warnings: '预警', bad: '不良客户名单', watch: '关注名单', rules: '预警规则' },
  owes: (balance: string) => `现欠 ${balance} 元，无逾期`, owesOverdue: (balance: string, overdue: string, days: number) => `现欠 ${balance} 元，其中逾期 ${overdue} 元，最长 ${days} 天`,
  unknown: '缺数据，无法判断', partly: (clear: number, unknown: number) => `${clear} 条未触发，${unknown} 条缺数据`, unknownCount: (count: number) => `${count} 条规则缺数据`, clear: '没有触发', hits: (count: number) => `${count} 条预警`, asOf: (day: string) => `截至 ${day}`,
  altman: 'Altman Z″', altmanHint: '旁证，不计入评级；按最近年报计算', altmanNone: '缺报表，无法计算', altmanParts: { X1: '营运资本 ÷ 总资产', X2: '留存收益 ÷ 总资产', X3: '息税前利润 ÷ 总资产', X4: '权益 ÷ 负债' } as Record<string, string>,
  scan: '扫描预警', scanHint: '按规则检查每个有档案的单位', scanned: (parties: number, found: number, over: number) => `查了 ${parties} 家，新增 ${found} 条，消除 ${over} 条`, scannedOn: (day: string) => `上次扫描 ${day}`, neverScanned: '还没有扫描过',
  noWarnings: '没有预警', noWarningsHint: '录入报表、发票、调查后扫描一次，触发规则的单位会列在这里。', warningTable: '预警，回车看单位', warningState: { open: '未处理', handled: '已处理', over: '已消除' },
  stateLabel: '状态', allRules: '全部规则', party: '单位', rule: '预警', found: '出现', basis: '依据', since: (first: string, last: string) => (first === last ? first : `${first} 至 ${last}`),
  handle: '处理', handleTitle: (party: string) => `处理预警 · ${party}`, handling: '处理情况', handlingHint: '写明核实结果和采取的措施', handled: (name: string) => `${name} 已处理`,
  propose: '提名', proposeTitle: (party: string) => `提名入册 · ${party}`, listLabel: '名单', reasonLabel: '事由', detail: '情况', detailHint: '写明事实、金额和依据', measureLabel: '措施', measureAndLimit: '措施、额度（万元）', until: '期限', untilHint: '到期须解除或延长；留空为不定期', unlimited: '不定期', proposed: '已提名，待另一人决定',
  number: '编号', term: '期限', termOver: '已到期', by: '提名', decidedBy: '决定',
  decide: '决定', agree: '同意', refuse: '不同意', decideTitle: (number: string) => `决定入册 · ${number}`, remarks: '意见', release: '提请解除', releaseTitle: (number: string) => `提请解除 · ${number}`, releaseReason: '解除事由', decideRelease: '决定解除', decideReleaseTitle: (number: string) => `决定解除 · ${number}`,
  prolong: '延长', prolongTitle: (number: string) => `延长期限 · ${number}`, done: '已办理', noListings: '名单上没有单位', noListingsHint: '从预警或单位的风险页提名，由办公室主任或总经理决定。', listingTable: '名单，回车看单位', current: '在册', past: '已结束', search: '查找单位或编号',
  onList: (what: string, measure: string) => `${what}：${measure}`, notListed: '不在任何名单上', listings: '名单', history: (count: number) => `历史 ${count} 次`,
}
