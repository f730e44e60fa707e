import type { rerating as contract } from '../../contract/rerating.ts'
import type { RerateReason } from '../../rules/rerating/due.ts'

const reason: Record<RerateReason, string> = {
  review: '到期复评', override: '人工调整到期', default: '违约', dishonest: '失信、破产或吊销', lawsuit: '涉诉', controlChanged: '控制权变更', statements: '新报表', certificate: '证照过期', listed: '列入不良名单', overLimit: '超过额度', overdue: '应收逾期超 30 天', promiseBroken: '付款承诺落空', scheme: '方案更新', grading: '制度换了等级划分',
}

/** Reference text: when to rate again, and many at once. */
export const rerating = {
  method: {
    'rerating.due': '列出待复评', 'rerating.unrated': '列出未评级', 'rerating.unratedIds': '选中未评级', 'rerating.run': '批量评级', 'rerating.step': '批量办理评级', 'rerating.list': '列出评级批次', 'rerating.get': '查看评级批次',
  } satisfies Record<keyof typeof contract, string>,
  title: '复评', tabs: '复评分页', tab: { due: '待复评', unrated: '未评级', batches: '批次' },
  reason, which: (reason: string, what: string) => `${reason}（${what}）`, dueBy: (on: string) => `待复评，应于 ${on}`, allReasons: '全部原因', search: '查找单位或评级', party: '单位', grade: '现等级', score: '得分', approvedOn: '批准', dueOn: '应于', why: '原因', running: '进行中', count: (count: string) => `${count} 家`,
  dueIn: (days: number) => (days < 0 ? `逾 ${-days} 天` : days === 0 ? '今天' : `${days} 天后`), noneDue: '没有待复评的单位', noneDueHint: '评级到期，或发生逾期、涉诉、新报表等事项后，会列在这里。', noMatch: '没有符合条件的单位',
  table: '待复评，回车看评级，空格选中', choose: (name: string) => `选中 ${name}`, chooseAll: '全选', chosen: (count: number) => `已选 ${count} 家`, run: (count: number) => (count === 0 ? '批量复评' : `批量复评 ${count} 家`), runTitle: (count: number) => `为 ${count} 家单位建评级稿`,
  runHint: '按今天的资料重取数据，定性评分沿用现评级、依据页仍在的才沿用。', kind: '类别', asOf: '截至', scheme: '方案', made: (made: number, refused: number) => (refused === 0 ? `已建 ${made} 份` : `已建 ${made} 份，${refused} 家未建`),
  refusedTitle: (count: number) => `${count} 家未办`, batch: '批次', by: '建稿', at: '时间', lines: '户数', states: '进度', noBatches: '还没有批量评过级', noBatchesHint: '在“待复评”里选中单位，一次建稿。', batchTable: '批次，回车看明细',
  moved: '变动', direction: { better: '上调', worse: '下调', same: '不变', new: '首评' }, before: '原', after: '新', noWhy: '各项未变', indicatorWhy: (name: string, moved: string) => `${name} ${moved}`, gateHit: (name: string) => `触发“${name}”`, gateLifted: (name: string) => `解除“${name}”`, overrideWhy: { set: (grade: string, until: string) => `人工调整为 ${grade}，至 ${until}`, dropped: (grade: string, until: string) => `原人工调整 ${grade}（至 ${until}）未沿用`, ended: (grade: string, until: string) => `原人工调整 ${grade} 已于 ${until} 到期` }, cutsWhy: '方案或等级划分不同', against: (isWorse: boolean, reasons: string) => `${isWorse ? '有利' : '不利'}：${reasons}`, coverageWhy: (from: string, to: string) => `覆盖率 ${from} → ${to}`,
  step: { refresh: '重取有变化的', submit: '全部提交', review: '全部审核', approve: '全部批准', return: '退回有变化的' }, stepTitle: { refresh: '重取这批评级的数据', submit: '提交这批评级', review: '审核这批评级', approve: '批准这批评级', return: '退回数据有变化的' }, stepHint: (count: number) => `${count} 份等您办理。有人工调整的须单独批准。`, refreshHint: (count: number) => `查对 ${count} 份：基准日的数据在取数后有变化的，重取数据。`, returnHint: (count: number) => `查对 ${count} 份：基准日的数据在取数后有变化的，退回经办人。`, more: '更多', toReturn: '数据有变化，请重取', stuck: (count: number) => `其中 ${count} 份只有您能批准，审核后无人批准。可请他人审核。`, remarks: '意见', returnReason: '退回理由', stepDone: (done: number, refused: number) => (refused === 0 ? `已办 ${done} 份` : `已办 ${done} 份，${refused} 份未办`),
  unrated: {
    table: '未评级的单位，回车看单位，空格选中', search: '名称、拼音或信用代码', anyKind: '全部类别', anyDepartment: '全部部门', noDepartment: '未分部门', data: '已有资料', kind: '类别', department: '部门', since: '资料最早', sinceHint: '各项资料中最早的一天', statements: '报表', invoices: '发票', receivables: '应收', deliveries: '供货', surveys: '调查',
    years: (first: string, last: string) => (first === last ? first : `${first} 至 ${last}`), span: (what: string, count: string, from: string, until: string) => `${what} ${count}，${from === until ? from : `${from} 至 ${until}`}`, sheets: (count: string) => `${count} 张`, items: (count: string) => `${count} 笔`, forms: (count: string) => `${count} 份`, volumes: (count: string) => `档案 ${count} 卷`,
    run: (count: number) => (count === 0 ? '批量评级' : `批量评级 ${count} 家`), chooseAll: '选中全部', clear: '清除', chosen: (count: string) => `已选 ${count} 家`, cut: (chosen: string, total: string, isFull: boolean) => `列出 ${total} 家，已选 ${chosen} 家：${isFull ? '一批至多 2,000 家' : '评级办理中的未选'}`, tooMany: '一批至多 2,000 家',
    runHint: '按截至日的资料取数。发票止于截至日前一季度以上的，不作为近期流水。', empty: '没有未评级的单位', emptyHint: '建了档案，或有报表、发票、应收、供货、调查而没有评过级的单位，会列在这里。',
  },
  schemeOf: { customer: '客户方案', supplier: '供应商方案' }, anyGrade: '全部新等级', firstWhy: (coverage: string) => `覆盖率 ${coverage}`, with: (schemes: string) => `方案 ${schemes}`,
  all: '全部', filter: '只看', linesTable: '批次明细，回车看评级', open: '看评级', back: '全部批次',
}
