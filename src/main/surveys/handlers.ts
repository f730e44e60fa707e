import type { surveys } from '../../shared/contract/surveys.ts'
import type { Handlers } from '../pipeline/context.ts'
import { listIndustries, recordIndustry } from './industries.ts'
import { listSurveys } from './list.ts'
import { clearNotice, recordSurvey, withdrawSurvey } from './record.ts'

export const surveysHandlers = {
  'surveys.list': listSurveys,
  'surveys.record': recordSurvey,
  'surveys.clear': clearNotice,
  'surveys.withdraw': withdrawSurvey,
  'industries.list': listIndustries,
  'industries.record': recordIndustry,
} satisfies Handlers<keyof typeof surveys>
