import type { validity as contract } from '../../contract/validity.ts'

/** Reference text: does the rating hold. */
export const validity = {
  method: { 'validity.report': '查看评级检验' } satisfies Record<keyof typeof contract, string>,
  title: '评级检验',
  lead: (days: number) => `评级批准时冻结，对照基准日后十二个月的违约。基准日后超过 ${days} 天才批准的是事后评定：批准人可能已知结果，默认不计入`,
  scheme: '方案', kindLabel: '类别', allKinds: '售前和事后', from: '评级自', until: '至', none: '还没有可以检验的评级', noneHint: '评级满十二个月后，结果才算数。先登记违约记录，再回来看。',
  counted: '计入', bads: '违约', open: '未满一年', inDefault: '评时已违约', superseded: '被后评替代', all: '已批准', hindsight: '事后评定',
  withHindsight: (count: number) => `一并计入事后评定（${count} 份）`, onlyHindsight: (count: number) => `没有当时批准的评级可计入，${count} 份都是事后评定`, onlyHindsightHint: (days: number) => `都在基准日后超过 ${days} 天才批准，批准人可能已知结果，不能当作预测来检验。可一并计入，数字会标明。`,
  hindsightCounted: (counted: number, cases: number) => `计入的 ${cases} 户中 ${counted} 户为事后评定：批准时结果可能已知，数字说明方案能否把结果分开，不能证明当时预见了违约`,
  auc: '区分度 AUC', aucHint: '好客户得分高于违约客户的机会，平局算一半', interval: (low: string, high: string) => `95% 区间 ${low} – ${high}`,
  ks: 'KS', ksHint: '两类客户累计分布的最大距离', floor: (value: string) => `毫无用处的评分也会到 ${value}`, aboveFloor: '高于底线', belowFloor: '未过底线，说明不了问题',
  brier: 'Brier', brierHint: '预期与结果的均方差，越小越好', brierNone: '方案没有写明预期违约率',
  lacks: (defaults: number, others: number) => (defaults > 0 ? `违约太少，还差 ${defaults} 次才给数` : `对照太少，还差 ${others} 家才给数`),
  psi: 'PSI', psiHint: '一年间等级分布的变化', psiLine: (line: string) => `没有变化时也会到 ${line}`, psiQuiet: '在噪声线以内', psiMoved: '超出噪声线，分布变了', psiNone: '一年前后各须有 10 家评级才可比',
  byGrade: '各等级违约率', unrated: '未评级', grade: '等级', cases: '户数', rate: '违约率', rateInterval: '95% 区间', expected: '预期', calibration: '符合度', p: (value: string) => `p ${value}`, off: '明显不符', fits: '相符', unknown: '未写明',
  reversed: (better: string, worse: string) => `${worse} 的违约率反而低于 ${better}`,
  migration: '等级迁移', migrationHint: (before: string, after: string) => `${before} → ${after}`, fromTo: '期初＼期末', moves: (stayed: number, better: number, worse: number) => `不变 ${stayed}　上调 ${better}　下调 ${worse}`,
  overrides: '人工调整', up: '上调', down: '下调', overrideLine: (cases: number, bads: number) => `${cases} 户，其中违约 ${bads}`, overridesNone: '没有人工调整过的评级', overridesLeft: (open: number, other: number) => (open > 0 ? `调整过的另有 ${open} 份未满一年${other > 0 ? `，${other} 份因其他原因未计入` : ''}` : `调整过的另有 ${other} 份未计入`),
  indicators: '指标的区分力 IV', iv: 'IV', ivWord: (value: number): string => (value < 0.02 ? '无' : value < 0.1 ? '弱' : value < 0.3 ? '中' : '强'), band: '得分占比', absent: '缺', indicatorsTable: '指标、信息量、各档违约',
  leaks: '泄漏', leaksNone: '计入的评级中，没有发现指标用了基准日之后的数据、上次等级或结果', leak: { grade: '含上次等级', outcome: '含事后结果', future: '用了基准日以后的数据' }, leakLine: (name: string, fact: string, ratings: number) => `${name}：${fact}，${ratings} 份评级`,
  useless: '以下数字因泄漏而不可信',
}
