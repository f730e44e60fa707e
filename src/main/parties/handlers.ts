import type { Handlers } from '../pipeline/context.ts'
import { addParty } from './add.ts'
import { changeParty } from './change.ts'
import { getParty } from './get.ts'
import { listParties } from './list.ts'
import { searchEverything } from './search.ts'
import { setGrade } from './set-grade.ts'

/** The parties' methods; the imports run as jobs (`import-job.ts`). */
export const partyHandlers = {
  'parties.list': listParties,
  'parties.search': searchEverything,
  'parties.get': getParty,
  'parties.add': addParty,
  'parties.change': changeParty,
  'parties.setGrade': setGrade,
} satisfies Handlers<'parties.list' | 'parties.search' | 'parties.get' | 'parties.add' | 'parties.change' | 'parties.setGrade'>
