import type { Text } from '../index.ts'

type Value = string | number | null | undefined

const EVENT: Readonly<Record<string, string>> = {
  'first-business': 'First business', 'opened': 'Opened', 'signed': 'Signed', 'changed': 'Changed', 'performed': 'Performed', 'terminated': 'Terminated',
  'received-by-administrator': 'With the credit administrator', 'received-by-office': 'With the office', 'verified': 'Verified',
}

export const dutyEvent = (event: Value): string => EVENT[String(event)] ?? String(event ?? '')
const plural = (count: Value, one: string) => `${count} ${one}${Number(count) === 1 ? '' : 's'}`
export const dutyLength = (months: Value, days: Value): string => (typeof months === 'number' ? plural(months, 'month') : plural(days, 'day'))
export function dutyPeriod(period: Value): string {
  const [year, part] = String(period ?? '').split('-') as [string, string?]
  if (part === undefined) return `Year ${year}`
  if (part.startsWith('H')) return `${part === 'H1' ? 'First' : 'Second'} half of ${year}`
  return part.startsWith('Q') ? `Quarter ${part[1]} of ${year}` : `Month ${year}-${part}`
}

/** English: duties. */
export const duties: Text['duties'] = {
  /** Its methods in the audit log. */
  method: {
    'duties.list': 'Due cases read', 'duties.counts': 'Due cases counted', 'duties.periods': 'Periodic duties read', 'duties.complete': 'Periodic duty done',
  },
  complete: {
    title: 'Mark as done', due: 'Due', remarks: 'Remarks', remarksHint: 'Number of the report, whom it was sent to', confirm: 'Mark as done', done: 'Marked as done',
  },
}
