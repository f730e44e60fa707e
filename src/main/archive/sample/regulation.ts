import type { Regulation } from '../../../shared/rules/regulations/schema.ts'
import type { Timeline } from './timeline.ts'

/** Days before the sample's today on which the regulation was revised for the first time. */
const REVISED_AGO = 400

/**
 * The regulation's life in the sample: revised once, so that old dossiers run under the first version and newer ones under
 * the second, and once more for the first of January to come.
 */
export function planRegulation(timeline: Timeline, regulation: Regulation): void {
  const revised = structuredClone(regulation)
  revised.lookup.maxRenewals += 1
  const permits = revised.catalogues.credit.classes.flatMap(({ items }) => items).find(({ title }) => title === '许可证书')
  if (permits) permits.validMonths = 36
  timeline.at(REVISED_AGO, '16:20', ({ call }) => {
    call('guhuaiyuan', 'regulations.adopt', {
      body: revised, effectiveOn: timeline.dayBefore(REVISED_AGO), note: '许可证书按三年复核；续借放宽一次',
    })
  })
  const next = structuredClone(revised)
  next.lookup.loanDays.borrow = Math.max(1, next.lookup.loanDays.borrow - 3)
  const related = next.catalogues.credit.classes.flatMap(({ items }) => items).find(({ title }) => title === '客户相关方调查表')
  if (related) related.isRequired = true
  const nextYear = Number(timeline.dayBefore(0).slice(0, 4)) + 1
  timeline.at(9, '15:05', ({ call }) => {
    call('guhuaiyuan', 'regulations.adopt', { body: next, effectiveOn: `${nextYear}-01-01`, note: '年度修订：相关方调查表改为必备，借期缩短三天' })
  })
}
