import * as z from 'zod'
import { LISTS, MEASURES } from '../rules/risks/listing.ts'
import { Day } from './method.ts'

/** A list that a party is on today, beside its name or its limit. */
export const Listed = z.object({
  number: z.string(), list: z.enum(LISTS), measure: z.enum(MEASURES), fromOn: Day, untilOn: Day.nullable(),
  /** To be released or prolonged; it holds until then. */
  isTermOver: z.boolean(),
})
