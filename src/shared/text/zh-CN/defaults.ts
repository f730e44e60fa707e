import type { DEFAULT_FIELDS, DEFAULT_REFUSALS, defaults as contract } from '../../contract/defaults.ts'
import type { DefaultKind } from '../../rules/defaults/kinds.ts'

const kind: Record<DefaultKind, string> = {
  late30: '逾期 30 天以上', late90: '逾期 90 天以上', dispute: '纠纷', lawsuitLost: '诉讼败诉', misuse: '信用用途不符', writeOff: '坏账核销', complaintTheirs: '投诉（对方责任）', complaintOurs: '投诉（我方责任）',
}
const refusal: Record<(typeof DEFAULT_REFUSALS)[number], string> = {
  'row-unreadable': '此行无法读取', 'party-missing': '没有写明是哪家单位', 'party-unknown': '往来单位中没有这家', 'party-ambiguous': '有多家单位符合，须写信用代码或外部代码', 'date-impossible': '日期不存在或无法识别',
  'date-to-come': '日期晚于今天', 'date-missing': '没有日期，也没有指定日期', 'settled-before': '了结日期早于发生日期', 'kind-unknown': '类别无法识别', 'kind-missing': '没有类别，也没有指定类别', 'answer-unknown': '“是否违约”应为是或否',
  'amount-unreadable': '金额无法识别', 'text-too-long': '说明超过 1000 字',
}

/** Reference text: defaults and complaints. */
export const defaults = {
  method: {
    'defaults.list': '查看违约与投诉', 'defaults.add': '登记违约或投诉', 'defaults.settle': '登记了结', 'defaults.strike': '划销违约记录', 'defaults.previewImport': '预览违约导入', 'defaults.import': '导入违约记录',
  } satisfies Record<keyof typeof contract, string>,
  kind, refusal,
  title: '违约与投诉', defaults: '违约记录', complaints: '投诉', add: '登记', addTitle: (name: string) => `登记违约或投诉 · ${name}`, added: '已登记',
  none: '没有违约记录', noComplaints: '没有投诉', noneHint: '逾期、纠纷、败诉、用途不符、核销发生时登记；没有登记的，评级按没有违约计。',
  severity: '近三年违约分', severityHint: '逾期 30 天 1、90 天 3、纠纷 2、败诉 5、用途不符 2、核销 8，每满一年减半', open: '未了结', points: (points: string) => `${points} 分`, count: (count: number) => `${count} 笔`,
  what: '类别', on: '发生日期', amount: '金额（元）', description: '情况', settledOn: '了结日期', settled: (day: string) => `${day} 了结`, unsettled: '未了结', settle: '了结', settleTitle: '登记了结', settleNote: '如何了结', settleDone: '已登记了结',
  strike: '划销', strikeTitle: '划销这条记录', strikeHint: '划销后不再计入评级，记录和原因留存。', reason: '原因', struck: (name: string, reason: string) => `${name} 已划销：${reason}`, struckDone: '已划销',
  by: (name: string, day: string) => `${name} 登记　${day}`, fromFile: (file: string) => `导入自 ${file}`,
  import: '导入', importTitle: '导入违约记录', importKinds: 'XLSX 或 CSV；须有单位一列；类别、日期两列没有的，在上面指定；金额、说明可缺', importKind: '表中无类别时作为', importOn: '表中无日期时作为',
  noDefault: '无违约', kindInstead: '表里没有类别的，可在上面指定。',
  field: { party: '单位', kind: '类别', isDefault: '是否违约', on: '日期', amount: '金额', description: '说明', settledOn: '了结日期', skip: '略过' } satisfies Record<(typeof DEFAULT_FIELDS)[number], string>,
}
