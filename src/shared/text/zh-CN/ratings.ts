import type { ratings as contract } from '../../contract/ratings.ts'
import type { Details } from '../../errors.ts'
import type { RatingState, RatingStepName } from '../../rules/ratings/steps.ts'
import type { OverrideFault } from '../../rules/ratings/override.ts'
import type { RatingKind } from '../../rules/schemes/schema.ts'

const fault: Record<NonNullable<OverrideFault>, string> = {
  'not-rated': '未评出等级，不能调整', 'unknown-grade': '制度没有这一等级', 'same-grade': '与计算等级相同', 'too-far': '超出方案允许的级数', 'too-long': '超出方案允许的期限', past: '截止日已过',
}

/** Reference text: ratings. */
export const ratings = {
  method: {
    'ratings.list': '列出评级', 'ratings.counts': '评级计数', 'ratings.get': '查看评级', 'ratings.history': '查看评级历史', 'ratings.pages': '列出可作依据的页', 'ratings.create': '新建评级',
    'ratings.refresh': '重取评级数据', 'ratings.mark': '定性评分', 'ratings.remark': '评级说明', 'ratings.override': '提出人工调整', 'ratings.submit': '提交评级', 'ratings.review': '审核评级',
    'ratings.approve': '批准评级', 'ratings.return': '退回评级', 'ratings.withdraw': '撤销评级', 'ratings.endOverride': '人工调整到期', 'ratings.recompute': '重算评级',
  } satisfies Record<keyof typeof contract, string>,
  overrideFault: (details: Details): string => {
    const limits = `（上调至多 ${String(details['up'])} 级，下调至多 ${String(details['down'])} 级，至多 ${String(details['months'])} 个月）`
    return `人工调整不成立：${fault[String(details['fault']) as NonNullable<OverrideFault>] ?? ''}${limits}。`
  },
  evidenceFault: (details: Details): string => {
    const why = String(details['why'])
    if (why === 'page') return `该扫描件只有 ${String(details['pages'])} 页。`
    return why === 'party' ? '依据须取自该单位的档案。' : `依据“${String(details['title'])}”已划除或销毁，须换一页。`
  },
  kind: { presale: '售前', aftersale: '事后' } satisfies Record<RatingKind, string>,
  kindLong: { presale: '售前评估', aftersale: '事后评估' } satisfies Record<RatingKind, string>,
  state: { draft: '草稿', submitted: '待审核', reviewed: '待批准', returned: '已退回', approved: '已批准', withdrawn: '已撤销' } satisfies Record<RatingState, string>,
  step: {
    made: '建稿', gathered: '重取数据', overrideProposed: '提出人工调整', overrideDropped: '不采纳人工调整', submitted: '提交', reviewed: '审核', returned: '退回', approved: '批准', withdrawn: '撤销', overrideEnded: '人工调整到期',
  } satisfies Record<RatingStepName, string>,
}
