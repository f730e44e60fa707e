import type { BLANK_FORMS, BLANK_STATES, fallback as contract, PAPER_STATES } from '../../contract/fallback.ts'
import type { ConflictRule } from '../../rules/fallback/conflicts.ts'
import { custody } from './custody.ts'

type Word<Key extends string> = Record<Key, string>
type Facts = Readonly<Record<string, string>>

const form: Word<(typeof BLANK_FORMS)[number]> = { slip: '查询单', transfer: '移交清单', incident: '事故登记' }
const state: Word<(typeof BLANK_STATES)[number]> = { out: '在外', used: '已用', voided: '已作废' }
const paperState: Word<(typeof PAPER_STATES)[number]> = { waiting: '待入账', posted: '已入账', setAside: '不计' }

const event = (how: string | undefined) => custody.event[how as keyof typeof custody.event] ?? how ?? ''
const stage = (name: string | undefined) => custody.stage[name as keyof typeof custody.stage] ?? name ?? ''

const rule: Record<ConflictRule, (facts: Facts, minute: (at: string) => string) => string> = {
  'entered-twice': ({ blank }) => `${blank} 录入了两次`,
  'used-already': ({ blank, reference }) => `${blank} 已登记去向 ${reference}，又录入一次`,
  'before-blank': ({ at, issuedAt }, minute) => `纸上时间 ${minute(at ?? '')} 早于空白单印制 ${minute(issuedAt ?? '')}`,
  'not-there': ({ at, openedAt, goneAt }, minute) => (openedAt ? `${minute(at ?? '')} 时尚未立卷（${minute(openedAt)}）` : `卷已作废或销毁（${minute(goneAt ?? '')}）`),
  'missing-then': ({ since }, minute) => `程序记此卷自 ${minute(since ?? '')} 缺失，未找到`,
  'back-before-out': ({ at, backAt }, minute) => `归还 ${minute(backAt ?? '')} 早于借出 ${minute(at ?? '')}`,
  'papers-overlap': () => '两张单在同一时间都借出了这一卷',
  'loan-overlaps': ({ slip }) => `程序中 ${slip} 同时借着这一卷`,
  'moved-meanwhile': ({ at, how }, minute) => `其间程序记有${event(how)}（${minute(at ?? '')}）`,
  'received-before-sent': ({ at, receivedAt }, minute) => `接收 ${minute(receivedAt ?? '')} 早于移交 ${minute(at ?? '')}`,
  'lent-while-handed': () => '查询单记此卷借出时，移交清单记它在交接',
  'on-other-list': ({ transfer }) => `程序中此卷同时在移交清单 ${transfer} 上`,
  'from-elsewhere': ({ at, stage: held, from }, minute) => `清单由${stage(from)}移出，程序记此卷自 ${minute(at ?? '')} 在${stage(held)}`,
  'moved-since': ({ at, how, stage: held }, minute) => `此后程序仍按${stage(held)}记有${event(how)}（${minute(at ?? '')}）`,
  'lists-disagree': () => '两张清单对这一卷的去向不一致',
  'holder-differs': ({ holder, answerable }) => `纸上写当时保管人${holder}，按保管台账是${answerable}`,
  'seen-since': ({ at, how }, minute) => `记为缺失之后、发现之前，又有${event(how)}（${minute(at ?? '')}）`,
  'incident-known': ({ incident }) => (incident ? `程序已登记此卷同期同类事故 ${incident}` : '两张登记写的是此卷同期同类事故'),
  'incident-settled': ({ incident }) => `已结事故 ${incident} 的当时责任人将与此单不符`,
}

/** Reference text: paper slips and their entering. */
export const fallback = {
  title: '空白单补录',
  form,
  state,
  paperState,
  rule,
  tab: { label: '补录的看法', entries: '补录', blanks: '空白单登记', conflicts: '冲突' },
  action: {
    issue: '印空白单', print: '打印', void: '作废', use: '登记去向', enter: '录入一张', post: '入账', withdraw: '撤销录入', propose: '裁定', confirm: '同意', reject: '不同意', addFolder: '加一卷', openSlip: '看查询单', slips: '查阅借阅',
  },
  blank: {
    number: '编号', form: '种类', issuedAt: '发出', issuedBy: '发出人', state: '状态', closed: '销号', remarks: '去向或原因', anyForm: '全部种类', anyState: '全部状态', search: '编号、去向', searchLabel: '查找空白单',
    entered: '已录入', counted: (count: string, out: string) => `${count} 张，${out} 张在外`, empty: '还没有空白单', emptyHint: '停电或电脑不在手边时用：先印好编号，事后补录', noMatch: '没有符合条件的空白单',
  },
  issue: { title: '印空白单', form: '种类', count: '张数', hint: '编号连续，印出后不再重用。查询单一张 A4 两联。', confirm: '取号并打印', done: (from: string, to: string) => (from === to ? `已取号 ${from}` : `已取号 ${from} 至 ${to}`) },
  voiding: { title: (number: string) => `作废　${number}`, hint: '编号与原因留在登记中，不再使用。', reason: '作废原因', done: '已作废' },
  using: { title: (number: string) => `登记去向　${number}`, hint: '已另在程序中办理的，写程序中的编号；只有纸单的，用“录入一张”。', reference: '程序中的编号', confirm: '登记', done: '已登记' },
  enter: {
    title: '录入一张', number: '空白单编号', numberHint: '扫单上的条码', applicant: '查阅人', party: '往来单位', purpose: '用途', manner: '方式', copyPages: '复制页数', until: '用至',
    signer: '签批人', signedAt: '签批时间', handedBy: '经办档案员', handedAt: '借出时间', takenBackBy: '收回档案员', remarks: '备注', folder: '档号', folderHint: '扫档号或输入后回车', pagesOut: '借出页数', isBack: '已归还',
    returnedAt: '归还时间', pagesIn: '归还页数', condition: '品相', remove: '去掉', confirm: '录入', done: (number: string) => `${number} 已录入，待入账`, conflicted: (number: string, count: number) => `${number} 已录入，有 ${count} 处冲突`, notFound: (code: string) => `没有 ${code}`,
    paperTimes: '时间照纸上所写，可省年份', badMoment: '写作 11-16 09:40', keys: '回车录入，接着录下一张', form: '种类', formOf: (number: string, name: string) => `${number}　${name}`,
  },
  enterList: {
    way: '去向', department: '移出部门', sender: '移交人', sentAt: '移交时间', receiver: '接收人', receivedAt: '接收时间', dayOnly: '只写日期的按中午 12:00 计', badMoment: '写作 11-16 或 11-16 09:40', pages: '页数', pagesIn: '清点', decision: '核对',
    accepted: '接收', refused: '退回', reason: '退回原因', remarks: '备注', remarksNeeded: '页数不符或其他原因须写备注', lines: (count: number, pages: number) => `${count} 卷 ${pages} 页`, noWay: '现行制度没有移交步骤',
  },
  enterNote: {
    kind: '事故种类', folder: '档号', happened: '发生时间', happenedFrom: '发生自', happenedTo: '至', isSpan: '只知起止', foundAt: '发现时间', foundBy: '发现人', holder: '当时保管人', holderHint: '照纸上所写，可空', what: '经过', measures: '当场处置', witness: '在场人',
    people: '当时责任人', peopleHint: '按保管台账推算，入账时为准', nobody: '当时尚未立卷',
  },
  list: {
    number: '空白单', form: '种类', who: '经手', at: '时间', outcome: '结果', became: '写成', accepted: (count: number) => `收 ${count}`, refused: (count: number) => `退 ${count}`, returned: (at: string) => `还 ${at}`, applicant: '查阅人', folders: '案卷', out: '借出', back: '归还', state: '状态', entered: '录入', anyState: '全部状态', stillOut: '未还', conflicts: (count: number) => `${count} 处冲突`,
    counted: (count: string) => `${count} 张`, ready: (ready: number, waiting: number) => `待入账 ${waiting} 张，可入账 ${ready} 张`, empty: '没有补录的单', emptyHint: '先印空白单；手写的查询单、移交清单、事故登记从“空白单登记”录入，无冲突的一并入账', noMatch: '没有此状态的单', more: (count: number) => `等 ${count} 卷`,
  },
  posting: { title: '入账', hint: (count: number) => `${count} 张单按纸上的时间写成查询单、移交清单、事故登记。有冲突的不写。`, done: (posted: number, left: number) => `已入账 ${posted} 张${left > 0 ? `，余 ${left} 张` : ''}` },
  withdrawing: { title: (number: string) => `撤销录入　${number}`, hint: '此次录入不计，空白单可重新录入。', reason: '原因', done: '已撤销' },
  conflict: {
    facts: { slip: '查询单', transfer: '移交清单', incident: '事故', answerable: '当时责任人', stage: '所在', how: '事由', at: '时间', openedAt: '立卷', goneAt: '作废或销毁', since: '缺失', issuedAt: '空白单印制', reference: '去向' },
    open: '待裁定', proposed: '待他人同意', settled: '已裁定', empty: '没有冲突', emptyHint: '两张单或单与程序记录互相矛盾时列在这里，由两人裁定', thisPaper: '此单', otherPaper: '另一单', recorded: '程序记录', recordedHint: '程序当时所记，不改',
    title: '裁定', which: '哪张单不计', neither: '都属实，说明缘由', setAside: (number: string) => `${number} 不计`, explained: '都属实', reason: '理由', proposedBy: (name: string, at: string) => `${name} ${at} 裁定`, hint: '另一人同意后生效；此前什么也不入账。',
    done: '已裁定，待另一人同意', confirmed: '已生效', rejected: '已退回重新裁定', all: '已裁定的', waiting: '待办的', entry: (name: string, at: string) => `${name} ${at} 录入`, signer: '签批', keeper: '经办', folder: (number: string) => number, sender: '移交', receiver: '接收', way: '去向', found: '发现', happened: '发生', holder: '保管人', kind: '种类', line: '案卷',
  },
  origin: { measures: '当场处置', witness: '在场人', holder: '纸上保管人' },
  slip: { fromPaper: (blank: string) => `补录自 ${blank}`, entered: (name: string, at: string, poster: string) => `${name} ${at} 录入，${poster}入账` },
  print: { title: '空白单', note: '停电、断机时用。事后逐张补录，作废的交回档案室。', fields: { from: '移交部门', to: '接收部门', sender: '移交人签字', receiver: '接收人签字', date: '日期', number: '序', dossier: '档号', name: '题名', pages: '页数', checked: '核对', remarks: '备注', kind: '事故种类', found: '发现时间', happened: '发生时间', signed: '　　月　　日　　时　　分', verdict: '收 / 退', finder: '发现人', what: '经过', holder: '当时保管人', measures: '当场处置', witness: '在场人' } },
  /** Its methods in the audit log. */
  method: {
    'fallback.issue': '印空白单', 'fallback.void': '作废空白单', 'fallback.use': '登记空白单去向', 'fallback.enter': '补录纸单', 'fallback.enterList': '补录移交清单', 'fallback.enterNote': '补录事故登记', 'fallback.withdraw': '撤销补录', 'fallback.post': '补录入账',
    'fallback.propose': '裁定冲突', 'fallback.confirm': '同意裁定', 'fallback.blanks': '列出空白单', 'fallback.entries': '列出补录', 'fallback.conflicts': '列出冲突', 'fallback.ofCase': '查看纸单出处',
  } satisfies Record<keyof typeof contract, string>,
}
