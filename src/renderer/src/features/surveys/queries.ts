import { queryOptions } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type SurveyOf = Output<'surveys.list'>[number]
export type FormKind = SurveyOf['form']['kind']

/** What was found out about a party. Reading it is recorded, so it is not read again by itself. */
export const surveysQuery = (partyId: number) =>
  queryOptions({ queryKey: ['surveys.list', partyId], queryFn: () => call('surveys.list', { partyId }), refetchOnWindowFocus: false })

export const industriesQuery = queryOptions({ queryKey: ['industries.list'], queryFn: () => call('industries.list', {}) })

/** The scans of a party's credit dossier, for choosing the page that a form rests on. */
export const scansQuery = (dossierId: number) =>
  queryOptions({ queryKey: ['dossiers.get', dossierId], queryFn: () => call('dossiers.get', { id: dossierId }), refetchOnWindowFocus: false })

type Changing = 'surveys.record' | 'surveys.clear' | 'surveys.withdraw' | 'industries.record'

/** Records or takes back, then reads again what shows it. */
export async function changeSurveys<Name extends Changing & MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  await Promise.all(['surveys.list', 'industries.list', 'home.overview'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
  return answer
}
