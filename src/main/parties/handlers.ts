import type { Handlers } from '../pipeline/context.ts'
import { getParty } from './get.ts'
import { listParties } from './list.ts'
import { addParty, changeParty } from './save.ts'
import { search } from './search.ts'
import { setGrade } from './set-grade.ts'

/** The parties' methods; the imports run as jobs (`import-job.ts`). */
export const partyHandlers = {
  'parties.list': listParties,
  'parties.search': search,
  'parties.get': getParty,
  'parties.add': addParty,
  'parties.change': changeParty,
  'parties.setGrade': setGrade,
} satisfies Handlers<'parties.list' | 'parties.search' | 'parties.get' | 'parties.add' | 'parties.change' | 'parties.setGrade'>
