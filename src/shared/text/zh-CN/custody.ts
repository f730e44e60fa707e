import { checks } from './checks.ts'
import type { custody as contract, CUSTODY_EVENTS, CUSTODY_STAGES, LINE_STATES, REFUSAL_REASONS, TRANSFER_STATES } from '../../contract/custody.ts'

type Word<Key extends string> = Record<Key, string>

const state: Word<(typeof TRANSFER_STATES)[number]> = { draft: '草稿', submitted: '待接收', closed: '已交接', withdrawn: '已撤回' }
const lineState: Word<(typeof LINE_STATES)[number]> = { listed: '未移交', moving: '待核对', accepted: '接收', refused: '退回', withdrawn: '已撤回' }
const reason: Word<(typeof REFUSAL_REASONS)[number]> = {
  'pages-differ': '页数不符', 'not-delivered': '未送到', 'wrong-folder': '不是此卷', damaged: '破损', incomplete: '缺件', 'check-failed': '检测不合格', other: '其他',
}
const stage: Word<(typeof CUSTODY_STAGES)[number]> = {
  department: '业务部门', administrator: '信用管理员', office: '领导小组办公室', archiveRoom: '档案室', reader: '借阅人', destroyed: '已销毁',
}
const event: Word<(typeof CUSTODY_EVENTS)[number]> = {
  opened: '立卷', sent: '交出', received: '接收', takenIn: '入库', undone: '撤销', lent: '借出', returned: '归还', keeperChanged: '保管人交接', destroyed: '销毁',
}

/** Reference text: custody. */
export const custody = {
  /** Its methods in the audit log. */
  method: {
    'transfers.ways': '查看移交去向', 'transfers.candidates': '查看可移交案卷', 'transfers.create': '列移交清单', 'transfers.change': '修改移交清单',
    'transfers.submit': '移交签字', 'transfers.withdraw': '撤回移交', 'transfers.receive': '接收核对', 'transfers.get': '查看移交清单', 'transfers.list': '列出移交',
    'custody.of': '查看保管责任', 'custody.at': '查看某时保管', 'custody.takeIn': '旧卷入库', 'custody.keepers': '查看保管人', 'custody.changeKeeper': '离任移交',
    'custody.keeperChange': '查看离任移交', 'custody.keeperChanges': '列出离任移交',
  } satisfies Record<keyof typeof contract, string>,
  title: '移交接收',
  state,
  lineState,
  reason,
  stage,
  event,
  /** Where a list leads: 销售一部 → 信用管理员. */
  way: (from: string, to: string) => `${from} → ${to}`,
  folders: (count: number) => `${count} 卷`,
  amount: (documents: number, pages: number) => `${documents} 件 ${pages} 页`,
  tab: { label: '移交的看法', waiting: '待我办理', all: '全部', keepers: '保管人', moment: '时点查询' },
  action: {
    create: '新建移交', submit: '签字移交', receive: '接收核对', sign: '签字', withdraw: '撤回', change: '修改', print: '打印', open: '打开', takeIn: '旧卷入库', keeper: '离任移交',
  },
  list: {
    number: '清单号', way: '去向', sender: '移交人', on: '日期', folders: '卷数', progress: '核对', state: '状态', search: '清单号、档号', searchLabel: '查找移交',
    anyState: '全部状态', counted: (count: string) => `共 ${count} 张`, decided: (done: number, all: number) => `${done} / ${all}`, refused: (count: number) => `退 ${count}`, waits: '待办',
  },
  empty: {
    waiting: '没有待您办理的移交', waitingHint: '交来的清单与您的草稿会列在这里', all: '还没有移交', allHint: '把到期的案卷列成清单，双方签字交接', found: '没有符合条件的移交', foundHint: '换个条件试试',
    gone: '没有这张清单，或您不能看',
    ways: '没有可移交的去向', waysHint: '现行制度没有由您的角色移出的步骤', candidates: '此去向没有案卷', candidatesHint: '换年度、类别或去向',
    keepers: '没有保管人', keepersHint: '立卷之后即有人保管', moment: '该时刻没有案卷', momentHint: '换一个时刻或条件', changes: '还没有离任移交',
  },
  create: {
    title: '新建移交', changeTitle: (number: string) => `修改　${number}`, way: '去向', year: '年度', kind: '类别', anyYear: '全部年度', anyKind: '全部类别', search: '档号或客户', searchLabel: '在候选中查找', remarks: '备注',
    table: '可移交的案卷，空格勾选', chosen: (folders: number, pages: number) => `已选 ${folders} 卷 ${pages} 页`, chooseDue: '选到期的', chooseNone: '全不选', due: '应移交', isDue: '到期', noDue: '未定期', folder: '档号', party: '客户', pages: '页数', holder: '现保管人',
    why: '说明', draft: '存草稿', submit: '签字移交', made: (number: string) => `已列清单 ${number}`, kept: (number: string) => `已存草稿 ${number}`, changed: '已修改', most: (count: number) => `一张清单至多 ${count} 卷`,
    shown: (shown: string, total: string) => `显示 ${shown} / ${total} 卷`,
  },
  page: {
    table: '移交清单，空格接收，R 退回，数字键入页数', sequence: '序', folder: '档号', party: '题名', amount: '件 / 页', counted: '清点', condition: '品相', result: '核对', remarks: '备注',
    keys: '空格 接收　R 退回　数字 页数　退格 重核　扫码 跳到该卷', scan: '扫档号跳到该卷', scanned: (number: string) => `${number} 在清单上`, notOnList: (code: string) => `${code} 不在清单上`,
    progress: (done: number, all: number) => `已核对 ${done} / ${all} 卷`, refusedCount: (count: number) => `退回 ${count} 卷`, accepted: (count: number) => `接收 ${count} 卷`,
    refuseTitle: (number: string) => `退回　${number}`, refuseReason: '退回原因', refuse: '退回', pagesOf: (number: string) => `${number} 清点页数`, differs: (pages: number) => `清单为 ${pages} 页，须写备注`,
    remarksOf: (number: string) => `${number} 备注`, undo: '重核', staged: '当场接收：先逐卷核对，末了由接收人输口令签字', finding: '检测', responsible: '接收前由移交人负责', acceptRest: '其余按清单接收', acceptRestHint: '未核对的各卷逐卷记为接收，页数照清单',
  },
  sign: {
    title: '签字', sender: '移交人签字', receiver: '接收人签字', own: '本人签字', spot: '当场签字', way: '签字方式', ownHint: '以您登录的身份签字', spotHint: '签字人在本机输入自己的口令', signer: '签字人', password: '口令', passwordOf: (name: string) => `${name}的口令`,
    nobody: '没有能签字的人：同一人不能既移交又接收', waitingFor: '未签', signedAt: (at: string) => at, digest: (hash: string) => `文摘 ${hash}`, onSpot: '当场口令', inSession: '本人会话', onPaper: '纸面签字', submitAction: '签字移交', closeAction: '签字接收', stillOpen: (count: number) => `还有 ${count} 卷未核对`,
    submitted: '已签字移交，待接收', closed: '已签字接收，交接完毕', chained: '清单全文与签字一并存入审计链',
  },
  withdraw: { title: (number: string) => `撤回　${number}`, hint: '案卷留在移交人处，清单号不再使用。', reason: '撤回原因', confirm: '撤回', done: '已撤回' },
  history: '经过',
  eventOf: { filled: '列单', changed: '修改', submitted: '移交签字', withdrawn: '撤回', closed: '接收签字', printed: '打印' },
  takeIn: { title: (number: string) => `旧卷入库　${number}`, hint: '启用程序前已在档案室的卷，不经移交，由您接管并记入审计。', reason: '依据', confirm: '入库', done: '已入库，可上架' },
  keeper: {
    title: '离任移交', table: '各保管人名下的案卷', name: '保管人', folders: '名下', stages: '所在', successor: '接任人', disabled: '已停用', noSuccessor: '没有角色相符的接任人', change: '交接', hint: (name: string, folders: number) => `${name}名下 ${folders} 卷全部转交，由接任人签字后生效。借出的卷仍由借阅人负责。`,
    password: (name: string) => `${name}的口令`, remarks: '备注', confirm: '签字接任', done: (number: string, folders: number) => `${number}：${folders} 卷已交接`, list: '离任移交清单', of: (from: string, to: string) => `${from} → ${to}`, print: '打印清单',
  },
  moment: {
    title: '时点查询', at: '时刻', day: '日期', time: '时间', holder: '责任人', stage: '所在', department: '部门', since: '自', how: '事由', folder: '档号', party: '题名', anyHolder: '全部责任人', anyStage: '全部所在', anyDepartment: '全部部门', counted: (count: string) => `共 ${count} 卷`, table: '该时刻各卷的责任人',
  },
  of: {
    title: '保管责任', ask: '查时点', at: '何时', answer: (name: string, stage: string) => `${name}　${stage}`, nobody: '当时尚未立卷', onTransfer: (number: string) => `移交途中 ${number}，移交人负责`, since: (at: string, how: string) => `${at} ${how}`, ledger: '责任沿革',
  },
  /** What the checks at receipt say, by the name of the check. */
  finding: { fourProperties: checks.atReceipt, notChecked: () => '未检测，接收时自动检测' } as Record<string, (values: Record<string, string | number>) => string>,
}
