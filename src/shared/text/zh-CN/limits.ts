import type { limits as contract } from '../../contract/limits.ts'

/** Reference text: limits granted to parties. */
export const limits = {
  method: {
    'limits.list': '列出额度台账', 'limits.counts': '统计额度', 'limits.get': '查看授信', 'limits.ofParty': '查看单位额度', 'limits.pages': '列出担保依据页', 'limits.create': '新建授信', 'limits.save': '保存授信', 'limits.refresh': '重取授信依据',
    'limits.submit': '提交授信', 'limits.review': '审核授信', 'limits.approve': '批准授信', 'limits.refuse': '不予授信', 'limits.return': '退回授信', 'limits.withdraw': '撤销授信', 'limits.proposeHold': '提出冻结或解冻', 'limits.decideHold': '决定冻结或解冻',
    'limits.recompute': '重算授信', 'limits.matrix': '查看审批权限', 'limits.setMatrix': '设定审批权限',
  } satisfies Record<keyof typeof contract, string>,
  proposal: {
    title: '额度建议', limit: '建议额度', term: '账期', days: (days: number) => `${days} 天`, binds: '取此值', owed: (why: string) => `${why}，按新客户额度`, leftOut: (why: string) => `${why}，不计`, none: '不予赊销，款到发货',
    onGrade: (label: string, coefficient: string) => `${label}，系数 ${coefficient}`, unrated: '未评级', because: (binding: string) => `由“${binding}”决定`, noPart: '评级方案没有额度部分', wan: '万元',
  },
  title: '授信额度', caseTitle: (party: string) => `授信　${party}`,
  state: { draft: '草稿', submitted: '待审核', reviewed: '待批准', returned: '已退回', approved: '已批准', refused: '不予授信', withdrawn: '已撤销' },
  validity: { valid: '有效', frozen: '已冻结', suspended: '暂停授信', expired: '已到期' }, use: { within: '正常', near: '将满', over: '超额' }, hold: { none: '', freezeProposed: '冻结待定', frozen: '已冻结', releaseProposed: '解冻待定' },
  superseded: '已被取代', wan: '万元', inWan: (what: string) => `${what}（万元）`, none: '—', days: (days: number) => `${days} 天`,
  group: { label: '额度分组', current: '在用', mine: '待我办', running: '在办', all: '全部' }, filter: { label: '筛选', over: '超额', near: '将满', expiring: '将到期', expired: '已到期', held: '冻结', listed: '不良名单' },
  list: {
    search: '查找单位或编号', number: '编号', party: '单位', grade: '等级', gradeThen: '原', gradeBehind: '授信时等级', limit: '额度', term: '账期', used: '已用', available: '可用', use: '使用率', overdue: '逾期', until: '到期', state: '状态', lists: '名单', asked: '申请额度', proposed: '建议额度', maker: '经办人', from: '批准',
    counted: (count: string) => `${count} 户`, cases: (count: string) => `${count} 件`, sums: (granted: string, used: string) => `授信 ${granted} 万元，已用 ${used} 万元`, usedLabel: (party: string, use: string) => `${party} 使用率 ${use}`,
    empty: { current: '还没有批准的额度', mine: '没有待办的授信', running: '没有在办的授信', all: '还没有授信' }, emptyHint: '信用管理员按评级建稿，经审核、批准后定额度。', noMatch: '没有符合的额度',
    export: '导出台账', exported: (file: string) => `已导出 ${file}`, file: (day: string) => `额度台账 ${day}`, sheet: '额度台账', overdueYuan: '逾期（元）', usedYuan: '已用（元）', limitYuan: '额度（元）', availableYuan: '可用（元）', validity: '效力', oldest: '最早到期欠款',
  },
  matrix: { action: '审批权限', title: '审批权限', director: '办公室主任批准至', hint: '超过此数，或者超过建议额度、账期的，或者评级已过复评日的，或者限制授信的客户超过原有额度的，由总经理批准。', save: '保存', now: (amount: string) => `办公室主任批准至 ${amount} 万元，此上和超过建议的由总经理批准` },
  create: { action: '新建授信', title: '新建授信', party: '单位', partyHint: '名称、拼音或信用代码', confirm: '新建', made: (number: string) => `${number} 已建稿`, none: '没有找到' },
  ask: {
    title: '申请', amount: '申请额度', term: '账期', until: '到期日', untilHint: (day: string) => `至迟 ${day}`, reason: '理由', reasonNeeded: '与建议不同，须写理由', reasonPast: '评级已过复评日，须写理由', reasonListed: '限制授信，超过原有额度须写理由', asOf: '评级基准日', reviewOn: '复评日', past: '已过', scheme: '方案', reviewPast: (number: string, on: string) => `评级 ${number} 应于 ${on} 前复评，已过复评日。按此评级授信须写理由，由总经理批准。`, rerating: '正在重新评级：', remarks: '用途和说明', save: '保存', saved: '已保存', unsaved: '未保存', period: '有效期', fromTo: (from: string, until: string) => `${from} 至 ${until}`, fromApproval: (until: string) => `批准之日至 ${until}`,
    above: (by: string) => `高于建议 ${by} 万元`, below: (by: string) => `低于建议 ${by} 万元`, longer: (days: number) => `账期比建议长 ${days} 天`, shorter: (days: number) => `账期比建议短 ${days} 天`, same: '与建议相同', toProposal: '取建议数', total: '建议合计', added: '担保增加', basis: '依据', basisNone: '未评级', basisScheme: (name: string, no: number) => `${name} 第 ${no} 版`, basisOld: '依据已变（评级、方案或名单），取新依据后再提交', previous: (number: string, amount: string) => `上次 ${number}　${amount} 万元`,
  },
  guarantee: {
    title: '担保', none: '没有担保', kind: '种类', amount: '金额', until: '有效至', giver: '担保人、凭证号', page: '依据页', counted: '计入', add: '加担保', remove: (kind: string) => `去掉${kind}`, choose: '选依据页', change: '换页', pageTitle: '担保依据', done: '完成', whyNot: { 'no-page': '无依据页，不计', 'no-giver': '未写担保人和凭证，不计', 'no-end': '未写有效期，不计', lapses: '先于额度到期，不计' }, noUntil: '长期', pageOf: (title: string, page: number) => `${title} 第\u00a0${page}\u00a0页`, gone: '原件已撤', open: (title: string, page: number) => `打开 ${title} 第 ${page} 页`, filed: (dossier: string | null, type: string | null) => [dossier, type ?? '目录外文件'].filter(Boolean).join('　'), other: '看不出是担保文件', lost: (each: readonly string[]) => `原额度的担保不再有效，未带入：${each.join('；')}。`, lostOne: (what: string, why: string) => `${what}（${why}）`, endedOn: (day: string) => `${day} 到期`,
  },
  exposure: { title: '使用情况', ungranted: '无额度而欠款', used: '已用', available: '可用', overdue: '逾期', oldest: '最早到期', none: '没有欠款', ofLimit: (share: string) => `已用 ${share}` },
  approver: { title: '批准人', sum: (amount: string) => `超过 ${amount} 万元，由总经理批准`, proposal: '超过建议，由总经理批准', review: '评级已过复评日，由总经理批准', listed: '限制授信，超过原有额度，由总经理批准', director: '办公室主任批准' },
  steps: {
    title: '经过', made: '建稿', submitted: '提交', reviewed: '审核', returned: '退回', approved: '批准', refused: '不予授信', withdrawn: '撤销', superseded: '被取代', freezeProposed: '提出冻结', frozen: '同意冻结', freezeDropped: '不冻结', releaseProposed: '提出解冻', released: '同意解冻', releaseDropped: '不解冻',
  },
  act: {
    refresh: '取新依据', submit: '提交审核', review: '审核', approve: '批准', refuse: '不予授信', return: '退回', withdraw: '撤销', freeze: '冻结', release: '解冻', decideHold: '冻结待定', recompute: '重算核对', form: '打印审批表', notice: '打印通知函', more: '更多', spot: '当场签字',
    submitted: '已提交审核', reviewed: '已审核', approved: '已批准', refused: '已定不予授信', returned: '已退回', withdrawn: '已撤销', refreshed: '已取新依据', held: '已提出，待另一人决定', decided: '已决定', same: (hash: string) => `重算一致，摘要 ${hash}`, differs: (where: string) => `重算不一致：${where}`,
  },
  dialog: {
    title: (act: string, number: string) => `${act}　${number}`, told: (amount: string, days: number, until: string) => `额度 ${amount} 万元，账期 ${days} 天，至 ${until}`, who: '签字人', own: '本人', spot: '当场签字', password: '密码', remarks: '意见', reason: '理由', holdTitle: { freeze: '提出冻结', release: '提出解冻' }, holdHint: '另一人同意后生效。', agree: '同意', drop: '不同意',
    decideHint: (by: string, reason: string) => `${by}提出：${reason}`, decideTitle: { freezeProposed: '是否冻结', releaseProposed: '是否解冻' },
  },
  tab: {
    title: '信用一览', none: '没有额度', noneHint: '建稿后按评级给出建议，经审核、批准生效。', grade: '等级', limit: '额度', used: '已用', available: '可用', overdue: '逾期', oldest: '最早到期欠款', review: '下次评级', promises: '未到期承诺', promise: (count: number, on: string) => `${count} 笔，最近 ${on}`, blocks: '阻断', noBlocks: '没有阻断，可在额度内赊销', history: '历次授信', make: '新建授信', running: (number: string, state: string) => `${number} ${state}`, term: '账期', until: '到期', days: (days: number) => `逾期 ${days} 天`, advances: '预收',
  },
  print: {
    form: '授信额度审批表', notice: '授信通知函', serial: (number: string) => `编号 ${number}`, party: '客户名称', code: '统一社会信用代码', grade: '信用等级', rating: '评级依据', scheme: '额度测算', previous: '原额度', proposed: '建议额度', candidates: '测算', asked: '申请额度', term: '账期', until: '有效期', guarantees: '担保', reason: '理由', remarks: '用途和说明', used: '现欠款', maker: '经办人意见', reviewer: '审核人意见', approver: '批准人意见', lists: '名单', listed: (list: string, measure: string, number: string, on: string) => `${list}，${measure}（${number}，${on} 起）`, stopped: (day: string) => `上列额度自${day}起暂停使用，恢复时另行通知。`, sign: '签字', none: '无', hash: '依据摘要', audit: '审计记录', notYet: '本件尚未批准，仅供审阅', capital: '大写', money: (wan: string, _yuan: string) => `${wan} 万元`, annex: '授信额度审批表附表　担保', annexed: (count: number, counted: string) => `${count} 笔，合计计入 ${counted}，见附表`, counted: (amount: string) => `计入 ${amount} 万元`, level: '审批权限',
    to: (party: string) => `${party}：`, opening: (from: string, until: string) => `经本公司审定，同意自${from}起至${until}止，给予贵公司下列信用额度：`, limit: '信用额度', days: '信用期限', daysFrom: (days: number) => `自开票之日起 ${days} 天`, rules: ['在额度和有效期内，额度可循环使用；未付货款合计不超过信用额度。', '货款逾期，或者贵公司的经营、财务状况有重大变化的，本公司可以减少、冻结或者取消额度。', '额度不构成供货承诺，以双方签订的合同为准；账期与合同不一致的，以合同为准。'], closing: '请予确认，加盖公章后寄回一份。', regards: '特此通知。', company: '（公章）', receipt: '回执', receiptText: (number: string) => `已收到编号 ${number} 的授信通知函，同意其中各项。`, date: '日期', prepaid: '本期不予赊销，货款先付后发。',
  },
}
