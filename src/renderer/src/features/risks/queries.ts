import { queryOptions } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type RisksOf = Output<'risks.ofParty'>
export type WarningRow = Output<'warnings.list'>['rows'][number]
export type ListingRow = Output<'listings.list'>['rows'][number]
export type WarningState = WarningRow['state']
export type RuleSetShown = Output<'warningRules.list'>['sets'][number]
export type RulePreviewed = Output<'warningRules.preview'>

export const ruleSetsQuery = queryOptions({ queryKey: ['warningRules.list'], queryFn: () => call('warningRules.list', {}) })

/** The risks of a party as of today. Reading them is recorded, so they are not read again by themselves. */
export const risksQuery = (partyId: number) =>
  queryOptions({ queryKey: ['risks.ofParty', partyId], queryFn: () => call('risks.ofParty', { partyId }), staleTime: 0, refetchOnWindowFocus: false })

type Changing = 'warnings.handle' | 'listings.propose' | 'listings.decide' | 'listings.proposeRelease' | 'listings.decideRelease' | 'listings.prolong' | 'warningRules.save' | 'warningRules.propose' | 'warningRules.decide' | 'warningRules.withdraw'

/** Does a step, then reads again what shows it. */
export async function changeRisks<Name extends Changing & MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  await forgetRisks()
  return answer
}
export const forgetRisks = async (): Promise<void> => {
  await Promise.all(['risks.ofParty', 'warnings.list', 'listings.list', 'warningRules.list', 'home.overview'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
}
