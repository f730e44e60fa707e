import type { OPINIONS, STATEMENT_STATES, statements as contract } from '../../contract/statements.ts'
import type { Sheet, StatementFormat } from '../../rules/statements/form.ts'
import type { Unit } from '../../rules/statements/units.ts'

type Word<Key extends string> = Record<Key, string>

const format: Word<StatementFormat> = { small: '小企业', general: '一般企业' }
const sheet: Word<Sheet> = { balance: '资产负债表', income: '利润表', cash: '现金流量表' }
const unit: Word<Unit> = { yuan: '元', thousand: '千元', tenThousand: '万元' }
const opinion: Word<(typeof OPINIONS)[number]> = { clean: '无保留意见', qualified: '保留意见', adverse: '否定意见', disclaimer: '无法表示意见', none: '未经审计' }
const state: Word<(typeof STATEMENT_STATES)[number]> = { draft: '草稿', confirmed: '已确认', superseded: '已被更正', withdrawn: '已撤回' }

/** Reference text: statements. */
export const statements = {
  title: '财务报表',
  format, sheet, unit, opinion, state,
  exists: (periodEnd: string, isDraft: boolean): string => `${periodEnd} 的报表已有${isDraft ? '草稿' : '，请用更正'}。`,
  faulty: (count: string): string => `还有 ${count} 处不平，逐处写明原因后方可确认。`,

  /** Its methods in the audit log. */
  method: {
    'statements.list': '列出报表',
    'statements.get': '查阅报表',
    'statements.save': '录入报表',
    'statements.confirm': '确认报表',
    'statements.revise': '更正报表',
    'statements.withdraw': '撤回报表',
    'statements.importPreview': '预览导入报表',
    'statements.import': '导入报表',
  } satisfies Record<keyof typeof contract, string>,
}
