import type { FINDING_KINDS, RESOLUTIONS, STOCKTAKE_STATES, stocktakes as contract, VERDICTS } from '../../contract/stocktakes.ts'

type Word<Key extends string> = Record<Key, string>

const state: Word<(typeof STOCKTAKE_STATES)[number]> = {
  first: '初盘中', waiting: '待复盘', second: '复盘中', findings: '处理差异', closed: '已结', cancelled: '已作废',
}
const kind: Word<(typeof FINDING_KINDS)[number]> = {
  missing: '缺失', misplaced: '错放', outOfOrder: '错位', unknown: '无此号', lentFound: '在借却在', missingFound: '缺失却在', movingFound: '移交却在',
  goneFound: '已销却在', disputed: '两次不符',
}
const resolution: Word<(typeof RESOLUTIONS)[number]> = {
  reportedMissing: '报缺失', putBack: '放回原位', movedHere: '改记到此', takenBack: '收回', found: '报已找到', removed: '取出', seenInPlace: '复核在位', explained: '说明',
}
const verdict: Word<(typeof VERDICTS)[number]> = {
  inPlace: '在位', elsewhere: '不在此屉', lent: '记为在借', missing: '记为缺失', moving: '记为移交中', gone: '已作废或销毁', unknown: '没有此号',
}

/** Reference text: stocktakes. */
export const stocktakes = {
  title: '清点盘库',
  state,
  kind,
  /** What each kind of finding means. */
  kindHint: {
    missing: '应在架，两次都未见', misplaced: '不在自己的屉里', outOfOrder: '在本屉，不在左右邻卷之间', unknown: '档号册里没有这个号', lentFound: '账上在借，实物在架',
    missingFound: '账上缺失，实物在架', movingFound: '账上移交中，实物在架', goneFound: '账上已作废或销毁，实物在架', disputed: '初盘与复盘所见不同',
  } satisfies Word<(typeof FINDING_KINDS)[number]>,
  resolution,
  resolutionHint: {
    reportedMissing: '柜中标为缺失，找到再报', putBack: '实物已放回账上的位置', movedHere: '账随实物，记到发现的屉里', takenBack: '清点页数，了结借阅',
    found: '撤销缺失，回到原位', removed: '实物已从屉中取出', seenInPlace: '再看一次，卷在原位', explained: '写明缘由，账实不动',
  } satisfies Word<(typeof RESOLUTIONS)[number]>,
  verdict,
  tab: { label: '清点的看法', counts: '盘点单', drawers: '各屉' },
  action: {
    open: '新盘点', finishFirst: '结束初盘', beginSecond: '开始复盘', finishSecond: '结束复盘', sign: '签字', signSpot: '另一人当场签', cancel: '作废', print: '打印盘点表',
    resolve: '处理', look: '查看',
  },
  list: {
    number: '编号', scope: '范围', state: '状态', expected: '应有', drawers: '屉', first: '初盘', second: '复盘', findings: '差异', opened: '开始', closed: '结束',
    anyState: '全部状态', running: '未结', counted: (count: string) => `${count} 次`, open: (count: string) => `余 ${count}`,
    empty: '还没有盘点', emptyHint: '每两三年全部清点一次；换人、搬动之后也要清点。', noMatch: '没有符合条件的盘点',
  },
  coverage: {
    room: '房间', cabinet: '柜', drawer: '屉', label: '屉签', folders: '卷数', counted: '上次清点', never: '从未', running: '盘点中', years: (years: string) => `${years} 年前`,
    thisYear: '一年内', empty: '还没有柜', total: (drawers: string, never: string) => `${drawers} 屉，${never} 屉从未清点`,
  },
  open: {
    title: '新盘点', room: '房间', cabinet: '柜', wholeRoom: '整个房间', drawers: '屉', allDrawers: '全部', hint: '现在的账面记为应有。您做初盘，复盘须由另一人。', confirm: '开始初盘',
    chosen: (drawers: number, folders: string) => `${drawers} 屉，${folders} 卷`, opened: (number: string) => `${number} 已开始`,
  },
  steps: { first: '初盘', second: '复盘', findings: '差异', signed: '签字', waiting: '待', by: (name: string) => name },
  count: {
    drawers: '屉', scanned: (scanned: string, expected: string) => `${scanned} / ${expected}`, scannedOnly: (scanned: string) => `已扫 ${scanned}`,
    field: '扫卷或屉签', hint: '扫屉签换屉，扫卷记入当前屉；从前到后，一卷一扫。', blindHint: '盲盘：不显示应有与初盘，只记所见。从前到后，一卷一扫。',
    current: '当前屉', noDrawer: '先扫屉签，或在左侧选一屉', last: '刚扫', books: '账面', list: '本屉已扫', none: '尚未扫卷', strike: '撤销', again: '已扫过', moved: '改记到此屉',
    home: (place: string) => `应在 ${place}`, noHome: '未上架', unreadable: (code: string) => `“${code}”没有记上`, waiting: (count: number) => `${count} 个待记`,
    foreignDrawer: (code: string) => `${code} 不在此次范围`, drawerNow: (code: string) => `换到 ${code}`, recorded: '已记',
    unscanned: (drawers: number) => (drawers === 0 ? '各屉都已扫过' : `${drawers} 屉应有卷而未扫`), finishTitle: '结束清点', finishHint: '结束后不能再扫。',
    blindWaiting: '初盘已结束，结果未公开', blindWaitingMine: '等候另一位档案管理员复盘。初盘的人不能复盘。', blindBegin: '由您复盘。复盘看不到初盘结果。',
    secondRunning: (name: string) => `${name}复盘中，结果未公开`, firstRunning: (name: string) => `${name}初盘中`, cancelled: '此次盘点已作废',
    pasteTitle: '从采集器粘贴', paste: '粘贴多个', pasteHint: '一行一个，按扫的先后', pasteConfirm: '记入当前屉', pasted: (count: number) => `已记 ${count} 个`,
  },
  finding: {
    title: '差异', kind: '差异', number: '档号', name: '题名', home: '账上位置', found: '所见', neighbours: '邻卷', resolution: '处理', open: '未处理', all: '全部',
    noHome: '未上架', notSeen: '未见', both: (place: string) => place, differs: (first: string, second: string) => `初 ${first}，复 ${second}`,
    between: (after: string, before: string) => `${after} 与 ${before} 之间`, after: (code: string) => `${code} 之后`, before: (code: string) => `${code} 之前`,
    none: '两次清点与账面全部相符', noneLeft: '此类没有', incident: '登记事故', incidentNumber: (number: string) => `事故 ${number}`,
    way: '怎样处理', remarks: '说明', remarksNeeded: '写明缘由', pages: '还回页数', condition: '品相', lent: (slip: string, pages: number) => `${slip}，借出 ${pages} 页`,
    confirm: '确定', resolved: (number: string) => `${number} 已处理`, left: (count: number) => (count === 0 ? '差异已全部处理' : `还有 ${count} 项`),
  },
  sums: { expected: '应有', first: '初盘', second: '复盘', inOrder: '相符', findings: '差异', unresolved: '未处理' },
  sign: {
    title: '签字', own: (name: string) => `${name}签字`, spotTitle: '当场签字', who: '签字人', password: '口令', done: '已签字', closed: '两人签字齐全，盘点已结', waiting: (name: string) => `待${name}签字`,
    signed: (name: string, at: string) => `${name} ${at}`,
  },
  cancel: { title: (number: string) => `作废　${number}`, hint: '编号保留，不再使用。已扫的保留备查。', reason: '作废原因', done: '已作废' },
  notFound: '没有这次盘点',
  /** Its methods in the audit log. */
  method: {
    'stocktakes.list': '列出盘点', 'stocktakes.coverage': '查看清点日期', 'stocktakes.get': '查看盘点', 'stocktakes.scans': '查看扫描', 'stocktakes.findings': '查看差异',
    'stocktakes.open': '开始盘点', 'stocktakes.scan': '盘点扫描', 'stocktakes.strikeScan': '撤销扫描', 'stocktakes.finishFirst': '结束初盘',
    'stocktakes.beginSecond': '开始复盘', 'stocktakes.finishSecond': '结束复盘', 'stocktakes.resolve': '处理差异', 'stocktakes.sign': '盘点签字',
    'stocktakes.cancel': '作废盘点',
  } satisfies Record<keyof typeof contract, string>,
}
