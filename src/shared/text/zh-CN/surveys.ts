import type { surveys as contract } from '../../contract/surveys.ts'
import type { Form, MANAGEMENT_ITEMS, NOTICES, POSITIONS, REFEREES, RELATIONS, SITE_ITEMS } from '../../rules/surveys/forms.ts'

type Words<Keys extends readonly string[]> = Record<Keys[number], string>

const kind: Record<Form['kind'], string> = { site: '现场调查', related: '相关方调查', reference: '资信与评价', notice: '公告与变动' }
const siteItem: Words<typeof SITE_ITEMS> = { utilisation: '开工与设备', stock: '存货', staff: '人员', premises: '现场管理', taxAndPower: '用电与纳税' }
const management: Words<typeof MANAGEMENT_ITEMS> = { rules: '制度健全', audited: '财务经审计', internalControl: '内控有效', noConsumptionBan: '法定代表人未被限高', stableStaff: '人员稳定' }
const position: Words<typeof POSITIONS> = { leader: '龙头', nationalTopTen: '全国前十', regionalTopTen: '区域前十', ordinary: '一般', fringe: '边缘' }
const relation: Words<typeof RELATIONS> = {
  controller: '实际控制人', shareholder: '股东', subsidiary: '子公司', sameController: '同一控制', guarantor: '为其担保', guaranteed: '被其担保', family: '近亲属',
}
const referee: Words<typeof REFEREES> = { bank: '往来银行', peer: '同行', partner: '合作伙伴', agency: '评级机构' }
const notice: Words<typeof NOTICES> = {
  dishonest: '失信被执行人', deregistered: '吊销或注销', bankruptcy: '破产受理', fraud: '欺诈', lawsuit: '涉诉', award: '表彰获奖', negative: '负面报道', controlChanged: '控制权变更',
}

/** Reference text: visits, related parties, references, notices, outlook of industries. */
export const surveys = {
  method: {
    'surveys.list': '查看调查', 'surveys.record': '登记调查', 'surveys.clear': '解除公告', 'surveys.withdraw': '撤回调查',
    'industries.list': '查看行业前景', 'industries.record': '登记行业前景',
  } satisfies Record<keyof typeof contract, string>,
  kind,
  record: (what: string) => `登记${what}`,
  recorded: '已登记',
  on: { site: '调查日期', related: '调查日期', reference: '出具日期', notice: '公告日期' } satisfies Record<Form['kind'], string>,
  none: {
    site: '还没有现场调查。评级的经营状况、行业地位等取自最近一次。', related: '还没有相关方调查。', reference: '没有十二个月内的资信证明或评价。',
    notice: '没有登记过公告。脱机无法查询，须由人录入并注明来源。',
  } satisfies Record<Form['kind'], string>,
  visitors: '调查人', place: '地点', operatingRate: '开工率', operatingRateHint: '非生产企业留空；低于 60% 时得分封顶 59', score: '现场得分', points: (points: number) => `${points} 分`,
  siteItem, itemsTitle: '现场各项，每项 0–20 分', management, managementTitle: '管理水平', positionTitle: '行业地位', position,
  marketShare: '市场占有率', marketSource: '占有率出处', marketSourceHint: '没有出处的占有率不计入评级', withinScope: '业务在经营范围内', outsideScope: '业务超出经营范围',
  relatedName: '名称', relation, relationTitle: '关系', share: '持股比例', guaranteed: '为其担保（万元）', addRelated: '添加相关方', removeRelated: (name: string) => `删除 ${name}`, noRelated: '经查没有相关方',
  referee, refereeTitle: '评价方类别', from: '评价方', mark: '评分', markHint: '0–100', externalGrade: '对方所评等级',
  notice, noticeTitle: '事项', source: '来源', sourceHint: '网站、公报、函件及查得日期', caseNumber: '文号',
  clear: '解除', clearTitle: (what: string) => `解除 · ${what}`, clearedOn: '解除日期', cleared: (day: string) => `${day} 已解除`, standing: '有效',
  withdraw: '撤回', withdrawTitle: '撤回这份登记', withdrawHint: '撤回后不再计入评级，登记和原因留存。', reason: '原因', withdrawn: (reason: string) => `已撤回：${reason}`,
  evidence: '依据页', evidenceHint: '档案中的扫描件和页码', noScans: '这家单位的信用档案里还没有扫描件', page: '页码', pageOf: (page: number) => `第 ${page} 页`, noEvidence: '无依据页',
  remarks: '备注', by: (name: string, day: string) => `${name}　${day}`, older: (count: number) => `以前的 ${count} 份`, showWithdrawn: (count: number) => `含撤回的 ${count} 份`,
  industries: {
    title: '行业前景', hint: '每个行业每半年登记一次，评级时按单位所属行业取用。', industry: '行业', half: '半年', halfOf: (half: string) => `${half.slice(0, 4)} 年${half.endsWith('1') ? '上' : '下'}半年`,
    growth: '发展趋势', competition: '竞争', demand: '市场需求', outlook: { better: '向好', same: '持平', worse: '转差' }, sum: '合计', record: '登记前景', missing: (count: number) => `${count} 个行业还没有登记`,
    none: '还没有登记行业前景', stale: '已过期',
  },
}
