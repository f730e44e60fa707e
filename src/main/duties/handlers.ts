import type { Handlers } from '../pipeline/context.ts'
import { countDuties } from './counts.ts'
import { listDuties } from './list.ts'
import { completePeriod, listPeriods } from './periods.ts'

export const dutiesHandlers = {
  'duties.list': listDuties,
  'duties.counts': countDuties,
  'duties.periods': listPeriods,
  'duties.complete': completePeriod,
} satisfies Handlers<'duties.list' | 'duties.counts' | 'duties.periods' | 'duties.complete'>
