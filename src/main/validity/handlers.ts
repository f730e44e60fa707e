import type { validity } from '../../shared/contract/validity.ts'
import type { Handlers } from '../pipeline/context.ts'
import { validityReport } from './report.ts'

export const validityHandlers = { 'validity.report': validityReport } satisfies Handlers<keyof typeof validity>
