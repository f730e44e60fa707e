import type { clearances } from '../../shared/contract/clearances.ts'
import type { Handlers } from '../pipeline/context.ts'
import { listAccesses } from './accesses.ts'
import { decideAuthorisation, listAuthorisations, requestAuthorisation, revokeAuthorisation } from './authorisations.ts'
import { downgrade, grantClearance, listClearances, revokeClearance } from './clearances.ts'

export const clearancesHandlers = {
  'clearances.list': listClearances,
  'clearances.grant': grantClearance,
  'clearances.revoke': revokeClearance,
  'authorisations.list': listAuthorisations,
  'authorisations.request': requestAuthorisation,
  'authorisations.decide': decideAuthorisation,
  'authorisations.revoke': revokeAuthorisation,
  'clearances.downgrade': downgrade,
  'clearances.accesses': listAccesses,
} satisfies Handlers<keyof typeof clearances>
