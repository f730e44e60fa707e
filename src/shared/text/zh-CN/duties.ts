import type { duties as contract } from '../../contract/duties.ts'

type Value = string | number | null | undefined

const EVENT: Readonly<Record<string, string>> = {
  'first-business': '首次业务', 'opened': '立卷', 'signed': '签订', 'changed': '变更', 'performed': '履行完毕', 'terminated': '终止',
  'received-by-administrator': '信用管理员接收', 'received-by-office': '办公室接收', 'verified': '核验',
}

/** What a deadline counts from. */
export const dutyEvent = (event: Value): string => EVENT[String(event)] ?? String(event ?? '')
/** A length in months or in days. */
export const dutyLength = (months: Value, days: Value): string => (typeof months === 'number' ? `${months} 个月` : `${days} 天`)
/** `2026`, `2026-H1`, `2026-Q3`, `2026-07` as people say it. */
export function dutyPeriod(period: Value): string {
  const [year, part] = String(period ?? '').split('-') as [string, string?]
  if (part === undefined) return `${year} 年度`
  if (part.startsWith('H')) return `${year} 年${part === 'H1' ? '上' : '下'}半年`
  return part.startsWith('Q') ? `${year} 年第${'一二三四'[Number(part[1]) - 1] ?? ''}季度` : `${year} 年 ${Number(part)} 月`
}

/** Reference text: duties. */
export const duties = {
  /** Its methods in the audit log. */
  method: {
    'duties.list': '查看到期事项', 'duties.counts': '统计到期事项', 'duties.periods': '查看定期事项', 'duties.complete': '记定期事项完成',
  } satisfies Record<keyof typeof contract, string>,
  /** The dialog in which a periodic duty is marked as done. */
  complete: { title: '记为完成', due: '限期', remarks: '说明', remarksHint: '报表编号、报送对象等', confirm: '记为完成', done: '已记完成' },
}
