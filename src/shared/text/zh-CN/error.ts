import type { Details, ErrorCode } from '../../errors.ts'
import type { Role } from '../../roles.ts'
import { common } from './common.ts'
import { regulations } from './regulations.ts'
import { qualifications } from './qualifications.ts'
import type { EvidenceKind } from '../../rules/qualifications/standing.ts'
import { contracts } from './contracts.ts'
import { disposal } from './disposal.ts'
import { ratings } from './ratings.ts'
import { statements } from './statements.ts'
import { custody } from './custody.ts'

type Words = string | ((details: Details) => string)

/** Seconds as people wait them: 45 秒, 3 分钟. */
const wait = (seconds: number) => (seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`)
const of = (details: Details, key: string, before = '', after = ''): string => {
  const value = details[key]
  return typeof value === 'string' || typeof value === 'number' ? `${before}${value}${after}` : ''
}

/** The first field that does not fit, by the name the contract gives it. */
function field(details: Details, before: string): string {
  const [issue] = Array.isArray(details['issues']) ? (details['issues'] as { path?: unknown }[]) : []
  const path = details['path'] ?? issue?.path
  return typeof path === 'string' && path !== '' ? before + path : ''
}
const stage = (details: Details, key: string): string => custody.stage[details[key] as keyof typeof custody.stage] ?? '别处'
const roleOf = (details: Details, key: string): string | undefined => common.role[details[key] as Role]

const lacks = (details: Details, before: string): string =>
  Array.isArray(details['lacks']) ? before + details['lacks'].map((kind) => qualifications.kind[kind as EvidenceKind] ?? '').join('、') : ''
type Level = keyof typeof common.level

/** Where a regulation does not hold, and why: the first place of those that were found. */
function fault(details: Details): string {
  const place = Array.isArray(details['place']) ? (details['place'] as (string | number)[]) : []
  const where = place.map((step) => (typeof step === 'number' ? regulations.nth(step + 1) : regulations.place[step] ?? step)).join(' › ')
  const why = regulations.fault[String(details['reason'])]?.(0) ?? ''
  return [where, why].filter(Boolean).map((part, index) => (index === 0 ? '：' : '，') + part).join('')
}

/** Reference text: error. Says what stands in the way, then what helps. */
export const error: Record<ErrorCode, Words> = {
  'unknown-method': '程序不认识此操作。',
  'bad-input': (details) => `填写的内容不合要求${field(details, '：')}。`,
  'not-signed-in': '尚未登录。',
  locked: '屏幕已锁定。',
  forbidden: '您的角色不能办理此事。',
  internal: (details) =>
    details['unreachable'] ? '程序没有回应。请确认它仍在运行。' : `程序出错${of(details, 'incident', '，事故编号 ')}。已记入日志。`,
  cancelled: '已取消。',
  busy: '另一项任务正在进行，请待其完成。',

  'no-archive': '此处没有档案库。',
  'archive-exists': '此处已有档案库。',
  'archive-in-use': '档案库正被另一个程序打开。',
  'archive-damaged': '档案库已损坏，请用备份恢复。',
  'archive-newer': '档案库由更新的版本建立，请先更新程序。',
  'wrong-password': (details) => (details['isNamePicked'] ? '口令不对。' : '登录名或口令不对。'),
  'wrong-recovery-code': '恢复码不对。',
  'too-many-attempts': (details) => `失败次数过多，${wait(Number(details['seconds'] ?? 60))}后再试。`,
  'password-too-weak': (details) =>
    ({ 'too-short': '口令太短，至少 8 个字符。', 'is-login': '口令不能就是登录名。', 'too-simple': '口令太简单：至少 4 种不同字符，不得连号。', unchanged: '新口令不能与原口令相同。' })[
      String(details['fault'])
    ] ?? '口令太弱。',
  'password-change-required': '请先更换临时口令。',
  'not-an-archive-backup': '这不是档案库的备份。',
  'backup-damaged': '备份已损坏，不能恢复。现有档案未动。',
  'folder-not-empty': '文件夹不是空的，请另选。',
  'disk-full': '磁盘空间不足。',
  'file-unreadable': (details) =>
    details['reason'] === 'too-large' ? '文件太大。' : `文件无法读取${of(details, 'file', '：')}${details['place'] === undefined ? '' : `${of(details, 'place', '，不合之处 ')}${of(details, 'reason', '（', '）')}`}。`,
  'file-unwritable': (details) => (details['reason'] === 'EEXIST' ? '此处已有同名文件，请换一个名字。' : '无法写入，请换一个位置。'),

  'not-found': '没有找到，或您无权查看。',
  'sums-too-large': '金额合计超出可精确计算到分的范围。',
  'over-allocated': '核销金额超过收款或应收的余额。',
  'changed-meanwhile': '他人已先修改，请重新载入后再改。',
  duplicate: (details) => `已有相同的一项${of(details, 'twin', '：')}。`,
  'wrong-state': (details) => (details['struck'] === true ? '各行都已划销，不必再划。' : '当前状态下不能办理。'),
  'same-person': '同一人不能既经办又审核。',
  'empty-file': '文件是空的。',
  'file-kind-refused': (details) => `不收此类文件${of(details, 'mime', '：')}。`,

  'login-taken': '登录名已被使用。',
  'last-administrator': '至少要留一名系统管理员。',
  'roles-conflict': (details) => `${roleOf(details, 'first') ?? '所选角色'}不能兼任${roleOf(details, 'second') ?? '其他角色'}。`,

  'credit-code-invalid': '统一社会信用代码不对，请核对。',
  'party-exists': (details) => `已有此单位${of(details, 'name', '：')}。`,
  'columns-not-found': '找不到单位名称一列，请指定。',
  'party-in-use': '此单位已有档案，不能删去。',

  'conditions-unmet': (details) => `立卷条件${details['needs'] === 'any' ? '须符合其一' : '未全符合'}：${(details['conditions'] as string[] | undefined ?? []).join('；')}。`,
  'dossier-exists': (details) => `此单位已有该类档案${of(details, 'number', '：')}。`,
  'number-voided': '此档号已作废。',
  'document-not-empty': '卷内还有文件。',
  'upload-expired': '上传的文件已失效，请重新选择。',
  'attachment-damaged': '附件与入库时不一致，已停止显示。请运行核验。',
  'attachment-missing': '附件不在档案库中。请运行核验。',

  'contract-event-refused': (details) => contracts.refused(details),

  'slot-taken': '此位已有案卷。',
  'drawer-full': '此屉已满。',
  'drawer-not-empty': '屉内还有案卷，容量不能更小。',
  'folder-not-in': '案卷不在架上。',
  'nothing-to-undo': '没有可撤销的移动。',

  'dossier-lent': (details) => `案卷已借出${of(details, 'slipNumber', '：')}${of(details, 'borrower', '，')}。`,
  'dossier-not-shelved': (details) => `案卷${of(details, 'number', ' ', ' ')}${details['custody'] === 'moving' ? '移交中' : details['custody'] === 'gone' ? '已销毁或作废' : '缺失'}，不能出库。`,
  'applicant-left': '查阅人已停用，不再为其签批、出库或续借。',
  'signature-missing': '签批未齐。',
  'due-before-today': (details) => of(details, 'dueOn', '须晚于原定的 ', '。') || of(details, 'untilOn', '期限 ', ' 已过。') || '日期早于今天。',
  'renewal-limit': (details) => of(details, 'latest', '最迟续至 ', '。') || of(details, 'max', '续借以 ', ' 次为限。') || '已到续借上限。',
  'no-dossier-on-slip': '查询单上没有可办理的案卷。',
  'pages-differ': (details) =>
    `${of(details, 'counted', '清点 ', ' 页，')}${of(details, 'expected', '应为 ', ' 页，') || '页数不符，'}请在备注中写明。`,
  'not-qualified': (details) => `任职资格未齐，不能以档案管理员办事${lacks(details, '：缺')}。`,
  'not-cleared': (details) => `涉密资格不够，不能查阅${common.level[details['level'] as Level] ?? ''}档案${of(details, 'clause', '（条款 ', '）')}。`,
  'not-authorised': (details) => `须经${roleOf(details, 'role') ?? '领导'}授权方可查阅${of(details, 'clause', '（条款 ', '）')}。`,
  'agreement-missing': (details) => `须先签保密承诺方可查阅${of(details, 'clause', '（条款 ', '）')}。`,
  'evidence-unfit': '学历须写明程度，考核须写明成绩，其他证明两者都不填。',
  'nothing-done': (details) => `一份也没有办成${of(details, 'refused', '，共 ', ' 份被拒')}。`,
  'not-due': (details) => `未到日期${of(details, 'on', '：')}。`,

  'limit-running': (details) => `${of(details, 'number')} 尚未办结，一个客户同时只办一件授信。`,
  'limit-no-scheme': '没有可用的额度测算：客户评级方案里先启用“额度”部分。',
  'limit-until': (details) => `额度到期日应在明天以后、${of(details, 'latest')} 以前，不超过一年。`,
  'limit-reason': (details) => details?.['ceilingFen'] !== undefined && details['ceilingFen'] !== null ? '限制授信期间额度超过原有额度，须写理由，由总经理批准。' : (details?.['reviewOn'] ? `评级已过复评日 ${of(details, 'reviewOn')}，按此评级授信须写理由。` : '申请的额度或账期与建议不同，须写理由。'),
  'limit-basis': '依据已变：评级、方案、担保或名单与申请时不同。退回经办人重取后再办。',
  'limit-suspended': (details) => `该客户 ${of(details, 'on')} 起暂停授信（${of(details, 'number')}），解除前不得授信。额度改为零或者不予授信。`,
  'rating-running': (details) => `${of(details, 'number')} 尚未办结，同一种评级一次只办一件。`,
  'override-refused': (details) => ratings.overrideFault(details),
  'rating-evidence': (details) => ratings.evidenceFault(details),
  'rating-basis': (details) => ratings.basisFault(details),
  'party-rated': '该单位已由评级定等级，不再手工登记。',

  'statement-exists': (details) => statements.exists(of(details, 'periodEnd'), details['state'] === 'draft'),
  'no-statement-found': '文件里没有认出报表：请确认有“项目”“期末余额”一类的表头和报表项目名称。',
  'statement-faults': (details) => statements.faulty(of(details, 'count')),

  'no-scheme': (details) => `没有可用的${details['for'] === 'supplier' ? '供应商' : '客户'}评级方案：先启用一个方案。`,
  'scheme-refused': (details) => `方案有 ${of(details, 'count') || '若干'} 处不合，先改正。`,
  'scheme-unchanged': '与现行版本相同，无须提交。',
  'warning-rules-refused': (details) => `规则有 ${of(details, 'count') || '若干'} 处不合，先改正。`,
  'warning-rules-unchanged': '与现行规则相同，无须提交。',
  'scheme-running': (details) => `这个方案已有一个版本在办${of(details, 'number', '：第 ', ' 版')}。`,

  'regulation-refused': (details) => `制度有不合之处${fault(details)}。`,
  'regulation-unchanged': '与现行版本相同，无须启用。',
  'retention-too-short': (details) => `保管期限不能短于制度所定${of(details, 'years', '的 ', ' 年') || '：永久'}${of(details, 'clause', '（条款 ', '）')}。`,
  'disposal-obstacle': (details) => disposal.stands(details),
  'disposal-not-regulated': '现行制度未定销毁的审批人和监销人，不能鉴定销毁。请先启用写明的制度版本。',
  'opinions-missing': (details) => `还有 ${of(details, 'count')} 卷意见未齐。`,
  'not-checked': (details) => `还有 ${of(details, 'count')} 卷未逐卷核对。`,
  'supervisors-missing': (details) => `监销人须有 ${of(details, 'needed')} 人当天签字，现有 ${of(details, 'present')} 人。`,
  'box-mixed': (details) => `不能同盒：${({ department: '部门', year: '年度', kind: '类别', retention: '保管期限' })[String(details['mixed'])] ?? '类别'}与盒 ${of(details, 'box')} 不同。`,
  'box-full': (details) => `盒装不下${of(details, 'needed', '：要 ', ' mm')}${of(details, 'capacity', '，只有 ', ' mm')}。`,
  'stocktake-running': (details) => `这里正在盘点${of(details, 'number', '：')}。`,
  'stocktake-blind': '盲盘未结束，另一次清点的结果不公开。',
  'findings-open': (details) => `还有 ${of(details, 'count')} 项差异未处理。`,
  'incident-unfinished': '查明、处理、措施写全后才能结案。',

  'not-handed-over': (details) =>
    `案卷${of(details, 'number', ' ', ' ')}还在${stage(details, 'stage')}，须先移交${stage(details, 'to')}并由档案室接收；启用前已在库的，先办旧卷入库。`,
  'no-transfer-step': (details) => `案卷${of(details, 'number', ' ', ' ')}所依的制度${of(details, 'regulation', ' ', ' ')}没有这一步移交。`,
  'stage-differs': (details) => `案卷${of(details, 'number', ' ', ' ')}在${stage(details, 'stage')}，不从此处移交。`,
  'other-department': (details) => `案卷${of(details, 'number', ' ', ' ')}属另一部门，请另列清单。`,
  'on-transfer': (details) => `案卷${of(details, 'number', ' ', ' ')}已在移交清单${of(details, 'transferNumber', ' ')} 上。`,
  'lines-open': (details) => `还有${of(details, 'open', ' ', ' 卷')}未核对，不能签字。`,
  'receipt-check-failed': (details) => `案卷${of(details, 'number', ' ', ' ')}检测不合格：退回，或写明备注后接收。`,
  'transfer-open': (details) => `移交清单${of(details, 'transferNumber', ' ', ' ')}尚未交接完，先接收或撤回。`,
  'keeper-unfit': (details) => `${of(details, 'name') || '接任人'}的角色不能保管${stage(details, 'stage')}的案卷。`,
}
