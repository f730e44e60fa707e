import type { MethodName } from '../../contract/index.ts'
import { checks } from './checks.ts'
import { clearances } from './clearances.ts'
import { contracts } from './contracts.ts'
import { custody } from './custody.ts'
import { defaults } from './defaults.ts'
import { deliveries } from './deliveries.ts'
import { disposal } from './disposal.ts'
import { duties } from './duties.ts'
import { fallback } from './fallback.ts'
import { importing } from './importing.ts'
import { incidents } from './incidents.ts'
import { receivables } from './receivables.ts'
import { invoices } from './invoices.ts'
import { qualifications } from './qualifications.ts'
import { regulations } from './regulations.ts'
import { limits } from './limits.ts'
import { ratings } from './ratings.ts'
import { rerating } from './rerating.ts'
import { validity } from './validity.ts'
import { risks } from './risks.ts'
import { schemes } from './schemes.ts'
import { shelving } from './shelving.ts'
import { statements } from './statements.ts'
import { stocktakes } from './stocktakes.ts'
import { surveys } from './surveys.ts'

/** Every method in words: the log is read by people. A method without words does not compile; what the program does by itself is no method. */
const method: Record<MethodName | 'schemes.bringUp', string> = {
  'schemes.bringUp': '采用随程序更新的评级方案',
  'archive.state': '查看门户状态',
  'archive.create': '建立档案库',
  'archive.createSample': '生成示例档案',
  'archive.chooseFolder': '选择文件夹',
  'archive.useFolder': '改用文件夹',
  'archive.status': '查看状态',
  'archive.changeSettings': '修改设置',
  'archive.verify': '核验',
  'archive.backup': '备份',
  'archive.restore': '恢复',
  'jobs.progress': '查看进度',
  'jobs.cancel': '取消任务',
  'session.signIn': '登录',
  'session.current': '查看登录',
  'session.lock': '锁定',
  'session.unlock': '解锁',
  'session.signOut': '退出',
  'session.recover': '用恢复码重设口令',
  'session.changePassword': '改口令',
  'people.list': '查看人员',
  'people.directory': '查看名录',
  'people.departments': '查看部门',
  'people.addDepartment': '添加部门',
  'people.changeDepartment': '修改部门',
  'people.add': '添加人员',
  'people.change': '修改人员',
  'people.disable': '停用人员',
  'people.enable': '启用人员',
  'people.resetPassword': '重设口令',
  'people.renewRecoveryCode': '换发恢复码',
  'parties.list': '列出单位',
  'parties.search': '查找',
  'parties.get': '查看单位',
  'parties.add': '新增单位',
  'parties.change': '修改单位',
  'parties.setGrade': '登记等级',
  'parties.previewImport': '预览导入',
  'parties.import': '导入单位',
  'dossiers.list': '列出档案',
  'dossiers.get': '查阅档案',
  'dossiers.open': '立卷',
  'dossiers.change': '修改档案',
  'dossiers.confirm': '确认档案',
  'dossiers.void': '作废档号',
  'dossiers.numbers': '查看编号',
  'documents.add': '归入文件',
  'documents.change': '修改文件',
  'documents.strike': '划去文件',
  'attachments.add': '添加附件',
  'attachments.strike': '划去附件',
  'attachments.view': '阅览附件',
  'cabinet.rooms': '查看库房',
  'cabinet.room': '查看档案柜',
  'cabinet.drawer': '打开抽屉',
  'cabinet.folder': '查看案卷',
  'cabinet.unshelved': '查看未上架',
  'cabinet.nextFreeSlot': '查找空位',
  'cabinet.place': '上架、移位',
  'cabinet.undoMove': '撤销移位',
  'cabinet.reportMissing': '报缺失',
  'cabinet.reportFound': '报找到',
  'cabinet.addRoom': '添加库房',
  'cabinet.addCabinet': '添加档案柜',
  'cabinet.changeDrawer': '修改抽屉',
  'lookups.create': '填查询单',
  'lookups.change': '修改查询单',
  'lookups.submit': '提交查询单',
  'lookups.cancel': '取消查询单',
  'lookups.sign': '签批',
  'lookups.handOut': '出库',
  'lookups.takeBack': '归还',
  'lookups.renew': '续借',
  'lookups.claimReturned': '自称已还',
  'lookups.reportLost': '报遗失',
  'lookups.remind': '催还',
  'lookups.get': '查看查询单',
  'lookups.find': '扫码',
  'lookups.desk': '查看办理台',
  'lookups.list': '列出查询单',
  'lookups.register': '查看登记簿',
  'audit.list': '查看日志',
  'prints.record': '打印',
  'home.overview': '查看工作台',
  ...custody.method, ...contracts.method, ...duties.method, ...stocktakes.method, ...incidents.method, ...qualifications.method,
  ...clearances.method, ...disposal.method, ...checks.method, ...fallback.method, ...regulations.method, ...shelving.method, ...statements.method, ...surveys.method, ...invoices.method, ...receivables.method, ...defaults.method, ...risks.method, ...rerating.method, ...validity.method, ...schemes.method, ...ratings.method, ...limits.method, ...deliveries.method, ...importing.method,
}

/** Reference text: audit. */
export const audit = {
  method,
  outcome: { done: '办结', refused: '拒绝' },
  /** Kinds of subject by their name in the log. */
  subjectKind: {
    import: '导入', disposal: '鉴定销毁',
    contractLedger: '合同台账', ageing: '应收账龄',
    transfer: '移交清单', keeperChange: '离任移交',
    archive: '档案库', person: '人员', department: '部门', party: '往来单位', dossier: '档案', document: '文件', attachment: '附件',
    check: '检测报告', statement: '财务报表', rating: '评级', limit: '授信', limitLedger: '额度台账', blank: '空白单', fallbackConflict: '补录冲突',
    stocktake: '盘点', incident: '事故', box: '档案盒', spine: '卷脊标签', drawerLabel: '屉签', boxSpine: '盒脊',
    industry: '行业', rerating: '评级批次', warningRules: '预警规则', listing: '名单', scheme: '评级方案', training: '培训', agreement: '保密承诺', authorisation: '查阅授权', room: '库房', cabinet: '档案柜', drawer: '抽屉', slip: '查询单', loan: '借阅', regulation: '制度版本', print: '打印件',
  } as Record<string, string>,
  table: '审计日志，回车看详情',
  count: (rows: string) => `${rows} 条`,
  seq: '序号',
  at: '时间',
  actor: '人员',
  methodHead: '事项',
  subject: '对象',
  outcomeHead: '结果',
  hash: '摘要',
  filter: {
    label: '筛选',
    text: '对象、内容',
    from: '自',
    to: '至', downgradeOn: '降密日', downgradeTo: '降为', heldOn: '举办日', obtainedOn: '取得日', signedOn: '签订日', score: '成绩', validUntil: '有效至', lacks: '缺',
    anyone: '所有人',
    anyMethod: '所有事项',
    anyOutcome: '全部',
    clear: '清除',
    subject: (label: string) => `只看 ${label}`,
  },
  none: '没有符合的记录',
  noneHint: '放宽时间或清除筛选。',
  nobody: '未登录',
  entry: (seq: string) => `记录 #${seq}`,
  detail: '内容',
  noDetail: '无',
  wholeHash: '摘要（SHA-256，含上一条）',
  onlySubject: '只看此对象',
  onlyActor: '只看此人',
  openSubject: '打开',
  head: (seq: string, head: string) => `链头 #${seq} ${head}`,
  previous: '上一条',
  next: '下一条',
  /** What a signer decided. */
  decision: { agreed: '同意', refused: '不同意' },
  /** Names of details; a name without words stands as it is. */
  detailName: {
    directorFen: '主任批准至（分）', generalManager: '由总经理批准', guarantees: '担保', lost: '失效担保', hold: '冻结或解冻', limits: '授信', proposedDays: '建议账期', proposedFen: '建议额度（分）', ratingId: '评级编号', superseded: '取代', termDays: '账期',
    decided: '核对', stage: '所在',
    applicantId: '查阅人编号', asPdf: 'PDF', asTable: '表格', at: '位于', attachmentId: '附件编号', attachments: '附件', auditHead: '链头', auditSeq: '审计序号',
    added: '新增', before: '原为', byRecoveryCode: '凭恢复码', bytes: '字节', capacity: '容量', changes: '改动', checked: '已核对', code: '拒绝原因',
    company: '单位名称', condition: '品相', copy: '份数', custody: '保管', custodySince: '自', database: '数据库', decision: '决定',
    departmentId: '部门编号', departments: '部门', detail: '说明', documentId: '文件编号', documents: '文件', dossierId: '档案编号', dossiers: '档案',
    drawerId: '抽屉编号', drawers: '抽屉', dueOn: '期限', effectiveOn: '施行日', entries: '审计记录', failuresBefore: '此前失败', file: '文件', findings: '发现', first: '其中',
    folders: '案卷', form: '表单', from: '自', grade: '等级', gradeReason: '等级依据', head: '链头', headSeq: '链头序号', idleLockMinutes: '闲置锁定（分钟）',
    isActive: '在用', itemCode: '目录号', kind: '类别', label: '标签', level: '密级', levelBefore: '原密级', loans: '借阅', login: '登录名',
    manner: '方式', missing: '缺失', missingSince: '缺失自', name: '名称', note: '缘由', number: '编号', ok: '无问题', onTheSpot: '当场签', openedArchive: '打开档案库',
    openedOn: '立卷日', pages: '页数', pagesOut: '借出页数', partyId: '单位编号', people: '人员', personId: '人员编号', presentArchiveKept: '原库已留',
    purpose: '用途', read: '读入', reason: '原因', refused: '拒绝', regulation: '制度', remarks: '备注', role: '以何角色', roles: '角色',
    rolesBefore: '原角色', roomId: '库房编号', scans: '扫描件', sessionOf: '当时登录', sha256: '内容摘要', signer: '签批人', signerId: '签批人编号',
    slipId: '查询单编号', slipNumber: '查询单', slipState: '查询单状态', slot: '位', subject: '对象', submitted: '已提交', textHash: '单据摘要', title: '题名',
    to: '至', unchanged: '未变', untilOn: '至何日', updated: '更新',
    answerable: '当时责任人', boxId: '盒编号', closing: '结案意见', consequences: '处理', digest: '摘要', dossier: '档号', expected: '应有', finding: '差异',
    findingId: '差异编号', folder: '卷', happenedFrom: '发生自', happenedTo: '发生至', inOrder: '相符', isClosed: '已结', measures: '措施', readingSeq: '查阅记录',
    resolution: '处理', round: '第几次清点', spineMm: '盒脊毫米', struck: '撤销的扫描', what: '情况',
    agreed: '同意', agrees: '同意', amountFen: '金额（分）', asOf: '截至', author: '责任者', basedOnId: '依据版本编号', batchId: '批次编号', became: '变为', blank: '空白单',
    byFen: '变动（分）', caseNumber: '案号', changed: '有改动', check: '检测', checkId: '检测报告编号', city: '城市', clearedOn: '结清日', competition: '竞争', computed: '算得',
    conflicts: '冲突', count: '数量', counterNumber: '对方合同号', coverage: '覆盖', datedOn: '日期', demand: '需求', destroy: '销毁', destroyed: '已销毁',
    direction: '方向', disposal: '鉴定', done: '已办', downgradeOn: '降密日', downgradeTo: '降为', dueBefore: '原期限', duties: '待办', entryId: '补录编号',
    eventId: '事项编号', expiresOn: '有效期至', failed: '未成', fault: '问题', faults: '问题', files: '文件', format: '格式', found: '找到', foundAt: '发现于', group: '分组',
    growth: '增长', half: '半年', handedAt: '交出于', handlerId: '承办人编号', moved: '预警有变的单位', ruleSet: '规则版号', handling: '处理', hash: '摘要', heldOn: '举办日', holdId: '阻止销毁编号', id: '编号',
    indicator: '指标', industry: '行业', invoices: '发票', isNew: '新立', isSame: '一致', isThere: '在位', item: '目录项', keep: '续存', left: '未处理', lines: '行',
    list: '清单', made: '生成', measure: '措施', moveId: '移架编号', none: '没有', notCarriedOut: '未执行', notRun: '未运行', obtainedOn: '取得日', on: '日期',
    opinion: '意见', opinions: '意见', option: '选项', originality: '原复件', over: '逾期', override: '调整', overrideAgreed: '同意调整', overrideUntil: '调整至',
    parties: '往来单位', party: '往来单位', period: '期间', periodEnd: '期末', place: '位置', posted: '已入账', present: '在卷', ratings: '评级', receivedAt: '接收于',
    receivedOn: '收到日', record: '记录', records: '记录', reference: '依据', repeated: '重复', restored: '恢复', retentionYears: '保管年限', revises: '更正自',
    revision: '修订', rule: '规则', ruleId: '规则编号', schemeVersionId: '方案版本编号', score: '得分', sentAt: '移交于', setAsideId: '作废单编号', settledOn: '结清日',
    shortName: '简称', signedOn: '签订日', state: '状态', statements: '财务报表', step: '步骤', survey: '调查', surveys: '调查', unit: '单位', until: '至',
    validUntil: '有效至', verdict: '结论', voided: '作废', warning: '预警', warnings: '预警', was: '原为', years: '年度',
    acceptedQuantity: '合格数量', arrivedOn: '到货日', arrivedQuantity: '到货数量', deliveries: '交付', delivery: '交付', completed: '补登', ended: '解除核销', import: '导入记录', importedAt: '导入于', ledger: '台账', allocatedFen: '核销金额（分）', allocations: '核销', items: '笔数', promise: '付款承诺', receipt: '收款', receiptId: '收款编号', receivable: '应收', receivableId: '应收编号', refusedTotal: '不收', isInvoiceInOrder: '发票合规', order: '订单', replaces: '代替',
  } as Record<string, string>,
}
