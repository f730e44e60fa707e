import type { CHECK_OUTCOMES, CHECK_SCOPES, CHECK_VERDICTS, checks as contract } from '../../contract/checks.ts'
import type { Facts, FindingRule, ItemCode, Property } from '../../rules/checks/items.ts'

type Word<Key extends string> = Record<Key, string>

const property: Word<Property> = { authenticity: '真实性', completeness: '完整性', usability: '可用性', safety: '安全性' }
const outcome: Word<(typeof CHECK_OUTCOMES)[number]> = { passed: '合格', failed: '不合格', notRun: '未能检测', notCarriedOut: '须人工' }
const verdict: Word<(typeof CHECK_VERDICTS)[number]> = { failed: '不合格', unfinished: '待人工检测', passed: '合格' }
const scope: Word<(typeof CHECK_SCOPES)[number]> = { dossier: '案卷', transfer: '移交', archive: '全库' }

const hazard: Record<string, string> = {
  javascript: '脚本', launch: '启动程序', 'embedded-file': '内嵌文件', 'form-submit': '表单外发', 'rich-media': '富媒体', macros: '宏', 'embedded-object': '内嵌对象',
}
const condition: Record<string, string> = { damaged: '破损', incomplete: '缺件' }
const of = (facts: Facts, name: string) => String(facts[name] ?? '')

/** Each item: its name, and what exactly is looked at. */
const item: Record<ItemCode, { name: string; what: string }> = {
  'ZS-1': { name: '扫描件未被改动', what: '逐字节解密，与入库时的 SHA-256 比对' },
  'ZS-2': { name: '审计记录完整', what: '本卷的每条审计记录与其摘要、前一条相符，立卷有记录' },
  'ZS-3': { name: '档号规范', what: '档号在号册中，由立卷时的编号规则编成' },
  'ZS-4': { name: '元数据合理', what: '日期不在将来、先后不颠倒，年度与立卷日相符，类目为制度所有' },
  'ZS-5': { name: '文件与登记一致', what: '按内容判定的类型与登记的类型、文件名后缀一致' },
  'WZ-1': { name: '应有文件齐全', what: '制度目录中的必备件都在卷内' },
  'WZ-2': { name: '档号连续', what: '本部门本年度的号无漏号，作废的留在号册' },
  'WZ-3': { name: '页数齐全', what: '每件都有页数，封面件数页数与卷内目录相符' },
  'WZ-4': { name: '扫描件齐全', what: '已扫描的案卷，每件都有扫描件' },
  'WZ-5': { name: '扫描页数相符', what: '扫描件页数与目录页数、与登记的页数一致' },
  'WZ-6': { name: '无重复', what: '同一件不列两次，同一扫描件不挂两处' },
  'WZ-7': { name: '过程信息齐全', what: '已确认，保管责任不断，交接双方都有签字' },
  'WZ-8': { name: '文件都在', what: '登记的每个扫描件都在存储中' },
  'KY-1': { name: '能打开', what: 'PDF 页树、TIFF 各页、图像首尾可读' },
  'KY-2': { name: '格式合规', what: '为本库接收的通用格式，无口令加密' },
  'KY-3': { name: '文字可读', what: '题名、文件名无乱码与不可见字符' },
  'AQ-1': { name: '无活动内容', what: 'PDF 无脚本、启动、内嵌文件，Office 文件无宏' },
  'AQ-2': { name: '无伪装程序', what: '内容与文件名都不是可执行文件' },
  'AQ-3': { name: '加密存储', what: '数据库与扫描件在磁盘上只有密文' },
  'AQ-4': { name: '备份及时', what: '有读回核验过的备份，且未过期' },
  'AQ-5': { name: '实物安全', what: '案卷不缺失、归还完好、无未结事故' },
  'AQ-6': { name: '病毒查杀', what: '本程序离线运行，无法查毒' },
}

/** What was found, as one sentence. */
const finding: Record<FindingRule, (facts: Facts) => string> = {
  'bytes-changed': () => '扫描件内容被改动，无法解密或与摘要不符',
  'entry-changed': (facts) => `审计记录 #${of(facts, 'sequence')} 被改动或前后不接`,
  'opening-unrecorded': () => '审计中没有立卷记录',
  'chain-broken': (facts) => `审计链在 ${of(facts, 'item')} 断开`,
  'number-pattern': (facts) => `档号 ${of(facts, 'number')} 不合编号规则，应为 ${of(facts, 'made')}`,
  'number-unregistered': (facts) => `档号 ${of(facts, 'number')} 不在号册`,
  'dated-in-future': (facts) => `文件日期 ${of(facts, 'on')} 在将来`,
  'dated-after-added': (facts) => `文件日期 ${of(facts, 'on')} 晚于归卷日 ${of(facts, 'added')}`,
  'expires-before-dated': (facts) => `有效期 ${of(facts, 'until')} 早于文件日期 ${of(facts, 'on')}`,
  'added-in-future': (facts) => `归卷日 ${of(facts, 'on')} 在将来`,
  'added-before-opened': (facts) => `归卷日 ${of(facts, 'on')} 早于立卷`,
  'opened-in-future': (facts) => `立卷日 ${of(facts, 'on')} 在将来`,
  'year-differs': (facts) => `立卷日 ${of(facts, 'on')} 不在年度 ${of(facts, 'year')}`,
  'scan-before-line': (facts) => `扫描件 ${of(facts, 'on')} 早于所属文件`,
  'unknown-item': (facts) => `目录号 ${of(facts, 'item')} 不在制度目录`,
  'kind-differs': (facts) => `登记为 ${of(facts, 'recorded')}，内容为 ${of(facts, 'found')}`,
  'extension-differs': (facts) => `后缀 .${of(facts, 'ending')} 与内容 ${of(facts, 'kind')} 不符`,
  'required-missing': (facts) => `缺 ${of(facts, 'item')}`,
  'number-gap': (facts) => `${of(facts, 'department')} ${of(facts, 'year')} 年漏号 ${of(facts, 'sequence')}`,
  'no-pages': () => '页数为零，也没有扫描件',
  'cover-differs': (facts) => `封面 ${of(facts, 'coverDocuments')} 件 ${of(facts, 'coverPages')} 页，目录 ${of(facts, 'documents')} 件 ${of(facts, 'pages')} 页`,
  'empty-folder': () => '卷内没有文件',
  'scan-missing': (facts) => `列 ${of(facts, 'pages')} 页，没有扫描件`,
  'pages-differ': (facts) => `目录 ${of(facts, 'listed')} 页，扫描 ${of(facts, 'scanned')} 页`,
  'recount-differs': (facts) => `登记 ${of(facts, 'recorded')} 页，文件实有 ${of(facts, 'found')} 页`,
  'line-twice': (facts) => `同一件列了两次（${of(facts, 'otherPages')} 页、${of(facts, 'pages')} 页）`,
  'scan-twice': (facts) => `同一扫描件在卷内用了 ${of(facts, 'times')} 次`,
  'not-confirmed': () => '案卷尚未确认',
  'no-holder': () => '立卷时无保管人',
  'stage-differs': () => '所在环节与保管记录不符',
  'signature-missing': (facts) => `移交 ${of(facts, 'transfer')} 缺一方签字`,
  'file-missing': () => '扫描件不在存储中',
  'does-not-open': (facts) => `${of(facts, 'kind')} 打不开`,
  'format-refused': (facts) => `内容为 ${of(facts, 'kind')}，不是接收的格式`,
  locked: () => '文件有口令或证书加密',
  'unreadable-text': () => '题名或文件名有乱码或不可见字符',
  'active-content': (facts) => `内含${hazard[of(facts, 'kind')] ?? of(facts, 'kind')}`,
  'cannot-tell': () => '结构读不全，不能断定没有活动内容',
  executable: (facts) => `内容是可执行的 ${of(facts, 'kind')}`,
  'disguised-name': (facts) => `文件名以 .${of(facts, 'ending')} 结尾`,
  'stored-plainly': () => '数据库未加密',
  'no-backup': () => '从未备份',
  'backup-old': (facts) => `上次备份 ${of(facts, 'on')}，已 ${of(facts, 'days')} 天`,
  'folder-missing': (facts) => `案卷缺失，自 ${of(facts, 'since')}`,
  'folder-damaged': (facts) => `最近归还时${condition[of(facts, 'condition')] ?? ''}`,
  'incident-open': (facts) => `事故 ${of(facts, 'item')} 未结`,
  'not-run': (facts) => `未能检测（${of(facts, 'reason')}）`,
}

/** How it is mended. */
const remedy: Record<FindingRule, string> = {
  'bytes-changed': '从备份恢复此文件，或取实物重扫，并登记事故', 'entry-changed': '封存现库，与纸质审计头核对，从备份恢复', 'opening-unrecorded': '查立卷依据，报审计',
  'chain-broken': '封存现库，与纸质审计头核对，从备份恢复', 'number-pattern': '核对编号规则，作废后重新立卷', 'number-unregistered': '查号册，报审计',
  'dated-in-future': '改正文件日期', 'dated-after-added': '改正文件日期', 'expires-before-dated': '改正有效期', 'added-in-future': '校正本机时钟', 'added-before-opened': '校正本机时钟，报审计',
  'opened-in-future': '校正本机时钟', 'year-differs': '作废后按年度重新立卷', 'scan-before-line': '校正本机时钟，报审计', 'unknown-item': '改选制度目录中的类目',
  'kind-differs': '注销后重新上传，由程序重新判定', 'extension-differs': '以正确后缀重新上传', 'required-missing': '向经办人补收',
  'number-gap': '查号册，说明漏号原因', 'no-pages': '清点后补页数', 'cover-differs': '重新清点，打印新封面', 'empty-folder': '补收文件，或作废', 'scan-missing': '补扫', 'pages-differ': '清点实物，改页数或补扫',
  'recount-differs': '重新上传扫描件', 'line-twice': '注销重复的一件', 'scan-twice': '注销多余的扫描件', 'not-confirmed': '请有权的人确认', 'no-holder': '报审计，补保管记录', 'stage-differs': '报审计，核对保管记录',
  'signature-missing': '报审计，补签', 'file-missing': '从备份恢复此文件，或取实物重扫，并登记事故', 'does-not-open': '取实物重扫', 'format-refused': '转为接收的格式后重新上传', locked: '解密后重新上传',
  'unreadable-text': '改正题名或文件名', 'active-content': '重新扫描或另存为纯 PDF 后替换', 'cannot-tell': '重新扫描或另存为标准 PDF 后替换', executable: '注销此文件，报信息部门', 'disguised-name': '注销此文件，报信息部门',
  'stored-plainly': '停用，报信息部门', 'no-backup': '立即备份', 'backup-old': '立即备份', 'folder-missing': '查找，登记事故', 'folder-damaged': '修复或补件，登记事故', 'incident-open': '查明并结案',
  'not-run': '排除原因后重新检测',
}

/** Reference text: the four-property check. */
export const checks = {
  title: '四性检测',
  property,
  outcome,
  verdict,
  scope,
  item,
  finding,
  remedy,
  byHand: '用单位的查毒软件查存储介质，登记结果',
  action: {
    run: '检测', runArchive: '检测全库', attest: '登记人工检测', print: '打印报告', back: '全部报告', open: '看案卷', again: '重新检测', expand: '展开', fold: '收起', toTransfer: '看移交',
  },
  list: {
    number: '报告号', scope: '范围', subject: '对象', at: '时间', by: '检测人', verdict: '结论', items: '合格项', findings: '问题', files: '文件',
    anyScope: '全部范围', counted: (count: string) => `${count} 份`, whole: '全库', empty: '还没有检测', emptyHint: '输入档号检测一卷，或检测全库', noMatch: '此范围还没有报告',
  },
  start: {
    field: '档号或移交清单号', hint: '扫码或输入后回车', running: '正在检测', notFound: (code: string) => `没有 ${code}`, archiveHint: '逐一读完全部扫描件', reading: '读取文件', done: (number: string) => `${number} 已出`,
  },
  report: {
    of: (number: string) => `四性检测报告　${number}`, checked: (count: string) => `查 ${count}`, found: (count: string) => `${count} 处`, none: '无问题', more: (count: string) => `另有 ${count} 处未列`, required: '接收必备',
    isNew: '新', former: (number: string, at: string) => `上次 ${number}（${at}）`, mended: (count: number) => `已改 ${count}`, added: (count: number) => `新增 ${count}`, noFormer: '首次检测', same: '与上次相同',
    amount: (dossiers: string, documents: string, files: string, size: string) => `${dossiers} 卷　${documents} 件　${files} 个文件　${size}`,
    auditSeq: (seq: number) => `审计 #${seq}`, attested: (name: string, at: string) => `${name} ${at} 登记`, line: '文件', code: '项号', item: '检测项', finding: '问题', remedy: '办法', wholeArchive: '全库', general: '总体', notFound: '没有这份报告，或您不能看',
    sums: (passed: number, all: number) => `合格 ${passed} / ${all}`,
  },
  attest: { title: '登记人工检测', hint: '写明用何软件、何时、查何介质、结果如何。登记后不能改。', remarks: '情况', confirm: '登记', done: '已登记' },
  /** One sentence for a receiver's line. */
  atReceipt: (facts: Facts) => {
    const rule = of(facts, 'rule') as FindingRule
    const count = Number(facts['count'] ?? 1)
    return `${of(facts, 'code')} ${finding[rule]?.(facts) ?? rule}${count > 1 ? `，等 ${count} 处` : ''}`
  },
  /** Its methods in the audit log. */
  method: {
    'checks.run': '四性检测', 'checks.runArchive': '全库四性检测', 'checks.attest': '登记人工检测', 'checks.list': '列出检测报告', 'checks.get': '查看检测报告',
  } satisfies Record<keyof typeof contract, string>,
}
