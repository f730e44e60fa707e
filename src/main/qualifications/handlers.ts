import type { Handlers } from '../pipeline/context.ts'
import { endAgreement, listAgreements, recordAgreement } from './agreements.ts'
import { listQualifications, recordEvidence, withdrawEvidence } from './evidence.ts'
import { listTrainings, recordTraining } from './trainings.ts'
import type { qualifications } from '../../shared/contract/qualifications.ts'

export const qualificationsHandlers = {
  'qualifications.list': listQualifications,
  'qualifications.record': recordEvidence,
  'qualifications.withdraw': withdrawEvidence,
  'trainings.list': listTrainings,
  'trainings.record': recordTraining,
  'agreements.list': listAgreements,
  'agreements.record': recordAgreement,
  'agreements.end': endAgreement,
} satisfies Handlers<keyof typeof qualifications>
