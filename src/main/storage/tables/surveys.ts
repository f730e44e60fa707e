import type { Generated } from 'kysely'
import type { Form } from '../../../shared/rules/surveys/forms.ts'

export type SurveyTable = {
  id: Generated<number>
  partyId: number
  kind: Form['kind']
  on: string
  /** A form of `rules/surveys/forms.ts`, as JSON. */
  form: string
  attachmentId: number | null
  page: number | null
  remarks: string | null
  recordedBy: number
  recordedAt: string
  clearedOn: string | null
  withdrawnAt: string | null
  withdrawnBy: number | null
  withdrawReason: string | null
}

export type IndustryOutlookTable = {
  industry: string
  /** `2026-1`, `2026-2`. */
  half: string
  growth: number
  competition: number
  demand: number
  remarks: string | null
  recordedBy: number
  recordedAt: string
}

export type SurveysTables = { survey: SurveyTable; industryOutlook: IndustryOutlookTable }
