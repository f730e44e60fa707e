import type { qualifications as contract } from '../../contract/qualifications.ts'
import type { DEGREES, EvidenceKind } from '../../rules/qualifications/standing.ts'

const kind: Record<EvidenceKind, string> = { education: '学历', retrievalSkill: '检索能力', training: '信用培训', examination: '考核' }
const degree: Record<(typeof DEGREES)[number], string> = { college: '大专', bachelor: '本科', master: '研究生' }

/** Reference text: qualifications, trainings, confidentiality agreements. */
export const qualifications = {
  /** Its methods in the audit log. */
  method: {
    'qualifications.list': '查看任职资格', 'qualifications.record': '登记资格证明', 'qualifications.withdraw': '撤销资格证明',
    'trainings.list': '查看培训', 'trainings.record': '登记培训',
    'agreements.list': '查看保密承诺', 'agreements.record': '登记保密承诺', 'agreements.end': '终止保密承诺',
  } satisfies Record<keyof typeof contract, string>,
  kind,
  degree,
  tab: { standing: '任职资格', trainings: '培训记录', agreements: '保密承诺', clearances: '密级与授权' },
  tabs: '资格培训分页',
  asked: (clause: string, what: string) => `条款 ${clause}：档案管理员须具备${what}`,
  askedNothing: '所选制度对档案管理员没有资格要求。登记的证明留作备查。',
  what: {
    education: (name: string) => `${name}以上学历`, retrievalSkill: '数据库检索能力', training: '信用管理培训',
    examination: (score: string) => (score === '0' ? '考核合格' : `考核 ${score} 分以上`), validMonths: (months: number) => `每 ${months} 个月复核`,
  },
  valid: '有效',
  validUntil: (day: string) => `有效至 ${day}`,
  lacking: (what: string) => `缺${what}`,
  resting: '不能以档案管理员办事',
  lapsed: (day: string) => `${day} 到期`,
  notArchivist: '非档案管理员',
  person: '人员',
  standing: '状态',
  evidence: '证明',
  noEvidence: '尚无证明',
  record: '登记证明',
  recordFor: (name: string) => `登记证明 · ${name}`,
  recordHint: '本人的证明由他人登记。自登记起算，不追认以前。',
  evidenceKind: '类别',
  title: '名称',
  titleHint: { education: '毕业证书、专业', retrievalSkill: '证书或实操记录', training: '课程', examination: '考核名称' } satisfies Record<EvidenceKind, string>,
  degreeLabel: '学历',
  issuedBy: '颁发单位',
  obtainedOn: '取得日期',
  score: '成绩',
  points: (score: number) => `${score} 分`,
  notEnough: '不够',
  remarks: '备注',
  recorded: '已登记',
  withdraw: '撤销',
  withdrawTitle: (title: string) => `撤销证明 · ${title}`,
  withdrawHint: '自即刻起不再作数；此前以档案管理员所办之事不受影响。',
  reason: '原因',
  withdrawn: (day: string, reason: string) => `${day} 撤销：${reason}`,
  by: (name: string) => `登记 ${name}`,
  none: '没有档案管理员',
  noneHint: '在“人员”页给人加上档案管理员角色，再在此登记证明。',
  table: '任职资格，回车看证明',

  training: {
    add: '登记培训', title: '培训', heldOn: '举办日期', hours: '课时', trainer: '讲师', content: '内容', attendees: '参加人员', attendeesHint: '填了成绩的，同时记为考核。',
    count: (people: number) => `${people} 人`, passed: (people: number) => `${people} 人合格`, none: '还没有培训记录', noneHint: '制度要求的信用管理培训在此登记，参加者的资格随之更新。',
    table: '培训记录', hoursOf: (hours: number) => `${hours} 课时`, noScore: '未考核', failed: '不合格', choose: '选择人员',
  },
  agreement: {
    asked: (clause: string) => `条款 ${clause}：使用档案者先签保密承诺`,
    askedNothing: '所选制度不要求保密承诺。登记的承诺留作备查。',
    add: '登记承诺', addFor: (name: string) => `登记保密承诺 · ${name}`, number: '编号', signedOn: '签订日期', until: '有效至', unlimited: '长期', bound: '有效', unbound: '未签', ended: '已终止', expired: '已过期',
    end: '终止', endTitle: (name: string) => `终止保密承诺 · ${name}`, endHint: '自即刻起，制度要求承诺的查阅将被拒绝。', print: '打印承诺书', table: '保密承诺', none: '没有须登记的人员',
    paperHint: '先打印承诺书，本人签字后登记；纸质原件归人事卷。',
  },
  banner: {
    title: '任职资格未齐，档案管理员角色暂停',
    lacks: (what: string) => `缺${what}。补登后即可办事。`,
  },
  todo: { lapsing: (name: string) => `${name} 任职资格到期`, lacking: (name: string) => `${name} 任职资格未齐` },
}
