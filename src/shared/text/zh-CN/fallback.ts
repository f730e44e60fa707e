import type { BLANK_FORMS, BLANK_STATES, fallback as contract, PAPER_STATES } from '../../contract/fallback.ts'
import type { ConflictRule } from '../../rules/fallback/conflicts.ts'
import { custody } from './custody.ts'

type Word<Key extends string> = Record<Key, string>
type Facts = Readonly<Record<string, string>>

const form: Word<(typeof BLANK_FORMS)[number]> = { slip: '查询单', transfer: '移交清单', incident: '事故登记' }
const state: Word<(typeof BLANK_STATES)[number]> = { out: '在外', used: '已用', voided: '已作废' }
const paperState: Word<(typeof PAPER_STATES)[number]> = { waiting: '待入账', posted: '已入账', setAside: '不计' }

const rule: Record<ConflictRule, (facts: Facts, minute: (at: string) => string) => string> = {
  'entered-twice': ({ blank }) => `${blank} 录入了两次`,
  'back-before-out': ({ at, backAt }, minute) => `归还 ${minute(backAt ?? '')} 早于借出 ${minute(at ?? '')}`,
  'papers-overlap': () => '两张单在同一时间都借出了这一卷',
  'loan-overlaps': ({ slip }) => `程序中 ${slip} 同时借着这一卷`,
  'not-there': ({ at, openedAt, goneAt }, minute) => (openedAt ? `借出 ${minute(at ?? '')} 时尚未立卷（${minute(openedAt)}）` : `卷已作废或销毁（${minute(goneAt ?? '')}）`),
  'moved-meanwhile': ({ at, how }, minute) => `借出期间程序记有${custody.event[how as keyof typeof custody.event] ?? how}（${minute(at ?? '')}）`,
  'before-blank': ({ at, issuedAt }, minute) => `借出 ${minute(at ?? '')} 早于空白单印制 ${minute(issuedAt ?? '')}`,
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
  using: { title: (number: string) => `登记去向　${number}`, hint: '此单已录入程序，写程序中的编号。', reference: '程序中的编号', confirm: '登记', done: '已登记' },
  enter: {
    title: '录入一张', number: '空白单编号', numberHint: '扫单上的条码', applicant: '查阅人', party: '往来单位', purpose: '用途', manner: '方式', copyPages: '复制页数', until: '用至',
    signer: '签批人', signedAt: '签批时间', handedBy: '经办档案员', handedAt: '借出时间', takenBackBy: '收回档案员', remarks: '备注', folder: '档号', folderHint: '扫档号或输入后回车', pagesOut: '借出页数', isBack: '已归还',
    returnedAt: '归还时间', pagesIn: '归还页数', condition: '品相', remove: '去掉', confirm: '录入', done: (number: string) => `${number} 已录入，待入账`, conflicted: (number: string, count: number) => `${number} 已录入，有 ${count} 处冲突`, notFound: (code: string) => `没有 ${code}`,
    paperTimes: '时间照纸上所写，可只写月日', badMoment: '写作 11-16 09:40', keys: '回车录入，接着录下一张',
  },
  list: {
    number: '空白单', applicant: '查阅人', folders: '案卷', out: '借出', back: '归还', state: '状态', slip: '查询单', entered: '录入', anyState: '全部状态', stillOut: '未还', conflicts: (count: number) => `${count} 处冲突`,
    counted: (count: string) => `${count} 张`, ready: (ready: number, waiting: number) => `待入账 ${waiting} 张，可入账 ${ready} 张`, empty: '没有补录的单', emptyHint: '录入手写的查询单；无冲突的一并入账', noMatch: '没有此状态的单', more: (count: number) => `等 ${count} 卷`,
  },
  posting: { title: '入账', hint: (count: number) => `${count} 张单按纸上的时间写入查询单与借阅登记。有冲突的不写。`, done: (posted: number, left: number) => `已入账 ${posted} 张${left > 0 ? `，余 ${left} 张` : ''}` },
  withdrawing: { title: (number: string) => `撤销录入　${number}`, hint: '此次录入不计，空白单可重新录入。', reason: '原因', done: '已撤销' },
  conflict: {
    open: '待裁定', proposed: '待他人同意', settled: '已裁定', empty: '没有冲突', emptyHint: '两张单或单与程序记录互相矛盾时列在这里，由两人裁定', thisPaper: '此单', otherPaper: '另一单', recorded: '程序记录', recordedHint: '程序当时所记，不改',
    title: '裁定', which: '哪张单不计', neither: '都属实，说明缘由', setAside: (number: string) => `${number} 不计`, explained: '都属实', reason: '理由', proposedBy: (name: string, at: string) => `${name} ${at} 裁定`, hint: '另一人同意后生效；此前借阅登记不动。',
    done: '已裁定，待另一人同意', confirmed: '已生效', rejected: '已退回重新裁定', all: '已裁定的', waiting: '待办的', entry: (name: string, at: string) => `${name} ${at} 录入`, signer: '签批', keeper: '经办', folder: (number: string) => number,
  },
  slip: { fromPaper: (blank: string) => `补录自 ${blank}`, entered: (name: string, at: string, poster: string) => `${name} ${at} 录入，${poster}入账` },
  print: { title: '空白单', note: '停电、断机时用。事后逐张补录，作废的交回档案室。', fields: { from: '移交部门', to: '接收部门', sender: '移交人签字', receiver: '接收人签字', date: '日期', number: '序', dossier: '档号', name: '题名', pages: '页数', checked: '核对', remarks: '备注', kind: '事故种类', found: '发现时间', finder: '发现人', what: '经过', holder: '当时保管人', measures: '当场处置', witness: '在场人' } },
  /** Its methods in the audit log. */
  method: {
    'fallback.issue': '印空白单', 'fallback.void': '作废空白单', 'fallback.use': '登记空白单去向', 'fallback.enter': '补录纸单', 'fallback.withdraw': '撤销补录', 'fallback.post': '补录入账',
    'fallback.propose': '裁定冲突', 'fallback.confirm': '同意裁定', 'fallback.blanks': '列出空白单', 'fallback.entries': '列出补录', 'fallback.conflicts': '列出冲突', 'fallback.ofSlip': '查看纸单出处',
  } satisfies Record<keyof typeof contract, string>,
}
