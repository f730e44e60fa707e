import type { Handlers } from '../pipeline/context.ts'
import { attestCheck } from './attest.ts'
import { getCheck, listChecks } from './read.ts'
import { runCheck } from './run.ts'

export const checksHandlers = {
  'checks.run': runCheck,
  'checks.attest': attestCheck,
  'checks.list': listChecks,
  'checks.get': getCheck,
} satisfies Handlers<'checks.run' | 'checks.attest' | 'checks.list' | 'checks.get'>
