import type { DOSSIER_KINDS, FOLDER_STATES, LEVELS } from '../../contract/dossiers.ts'
import type { GRADES } from '../../contract/parties.ts'
import type { Role } from '../../roles.ts'

type Word<Key extends string> = Record<Key, string>

const role: Word<Role> = {
  salesperson: '业务员',
  departmentClerk: '部门档案员',
  creditAdministrator: '信用管理员',
  officeDirector: '办公室主任',
  archivist: '档案管理员',
  salesDirector: '销售总监',
  generalManager: '总经理',
  systemAdministrator: '系统管理员',
  auditor: '审计员',
}
const folderState: Word<(typeof FOLDER_STATES)[number]> = {
  in: '在架', unshelved: '未上架', lent: '在借', overdue: '逾期', moving: '移交中', missing: '缺失',
}
/** The character inside the mark; a folder on its shelf has none. */
const folderMark: Word<(typeof FOLDER_STATES)[number]> = {
  in: '', unshelved: '待', lent: '借', overdue: '逾', moving: '移', missing: '缺',
}
const level: Word<(typeof LEVELS)[number]> = { public: '公开', internal: '内部', secret: '秘密', confidential: '机密' }
const dossierKind: Word<(typeof DOSSIER_KINDS)[number]> = { credit: '信用档案', contract: '合同档案' }
const grade: Word<(typeof GRADES)[number] | 'none'> = { AAA: 'AAA', AA: 'AA', A: 'A', B: 'B', C: 'C', none: '未' }

/** Reference text: common. */
export const common = {
  /** Several words in a row; halves of a sentence; something said of something. */
  list: (words: readonly string[]) => words.join('、'),
  clauses: (words: readonly string[]) => words.join('，'),
  told: (what: string, said: string) => `${what}：${said}`,
  brand: '卷宗',
  brandBadge: '卷',
  office: '信用档案室',
  role,
  folderState,
  folderMark,
  level,
  dossierKind,
  grade,
  gradeName: (letters: string | null) => (letters === null ? '未评级' : `${letters} 级`),

  page: {
    home: '工作台',
    cabinet: '档案柜',
    parties: '往来单位',
    dossiers: '信用档案',
    lookups: '查阅借阅',
    register: '登记簿',
    contracts: '合同档案',
    transfers: '移交接收',
    stocktakes: '清点盘库',
    incidents: '事故登记',
    disposal: '鉴定销毁',
    regulations: '制度条款',
    qualifications: '资格培训',
    checks: '四性检测',
    ratings: '评级', limits: '授信额度',
    receivables: '应收账龄',
    risks: '预警名单', schemes: '评级方案',
    audit: '审计日志',
    people: '人员',
    settings: '备份设置',
  },
  navigation: { label: '主导航', files: '档案', circulation: '流转', credit: '信用', regulation: '制度', system: '系统' },

  search: {
    label: '查找',
    placeholder: '扫码或输入客户、档号、信用代码',
    shortcut: 'Ctrl K',
    none: (text: string) => `没有“${text}”`,
    kind: { party: '单位', dossier: '档案', slip: '查询单' },
  },
  daysUnit: '天',
  listSeparator: '、',
  colon: '：',
  overlays: '浮层',
  skipToPage: '跳到内容',
  sample: '示例档案',
  todo: '待办',
  lock: '锁定',
  switchPerson: '换人',
  changePassword: '改口令',
  signOut: '退出',
  unsaved: {
    title: '有未保存的内容', leave: '放弃并退出', leaving: (what: string) => `${what}尚未保存，退出即丢失。`, switching: (what: string) => `${what}尚未保存。换人后他人看不到，您再登录时仍在；关闭窗口即丢失。`,
  },
  language: '语言',
  languageName: { 'zh-CN': '简体中文', en: 'English' },
  colours: '配色',
  coloursNow: (name: string) => `配色：${name}`,
  colour: { auto: '随系统', light: '浅色', dark: '深色' },

  status: {
    label: '状态',
    offline: '离线',
    encrypted: '档案已加密',
    auditChain: (seq: string) => `审计链 #${seq}`,
    lastBackup: (when: string) => `上次备份 ${when}`,
    neverBackedUp: '尚未备份',
    today: '今天',
  },
  regulationVersion: (id: string, title: string) => `${id} ${title}`,
  effectiveOn: (day: string) => `${day} 版`,

  save: '保存',
  cancel: '取消',
  close: '关闭',
  confirm: '确定',
  back: '返回',
  next: '下一步',
  add: '添加',
  remove: '删去',
  change: '修改',
  print: '打印',
  copy: '复制',
  copied: '已复制',
  retry: '重试',
  choose: '选择',
  clear: '清除',
  all: '全部',
  none: '无',
  reason: '原因',
  reasonNeeded: '写明原因',
  needed: '必填',
  optional: '选填',
  loading: '读取中',
  more: '更多',
  yes: '是',
  no: '否',

  completeness: (present: number, required: number) => `${present} / ${required}`,
  completenessLabel: (present: number, required: number) => `应有 ${required} 件，已有 ${present} 件`,
  rows: (count: string) => `共 ${count} 条`,

  /** On forms and page heads. Months and days carry no leading zero. */
  longDay: (year: number, month: number, day: number) => `${year} 年 ${month} 月 ${day} 日`,
  dayOfYear: (month: number, day: number) => `${month} 月 ${day} 日`,
  /** 0 is Sunday. */
  weekday: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],

  /** What a long piece of work is doing just now. */
  steps: {
    reading: '读取', checking: '核对', writing: '写入', hashing: '计算摘要', packing: '打包', building: '生成', finishing: '收尾',
  },

  /** How the calendar names its month (dayjs). */
  monthFormat: 'YYYY 年 M 月',
  /** Names of the calendar's arrows. */
  calendar: {
    previousMonth: '上个月', nextMonth: '下个月', previousYear: '上一年', nextYear: '下一年', previousDecade: '上一个十年', nextDecade: '下一个十年',
  },

  drop: {
    here: '拖到此处，或',
    choose: '选择文件',
    release: '松开即添加',
  },

  errorTitle: '未能显示',
  crashTitle: '页面出错',
  crashHint: '已保存的内容不受影响。重新载入后继续。',
  reload: '重新载入',
  pageNotFound: '没有这一页',
  pageNotFoundHint: '地址不对，或该页已移走',
  pageForbidden: '您的角色不使用此页',
  toHome: '回工作台',

  enter: {
    title: '地址已失效',
    used: '启动地址只能用一次，且仅限本机。',
    how: '在启动程序的终端里按 Ctrl-C，再运行启动命令，即得新地址。',
    unreachable: '程序没有回应',
    unreachableHow: '启动程序的终端可能已关闭。重新运行启动命令，再打开终端里显示的地址。',
  },
}
