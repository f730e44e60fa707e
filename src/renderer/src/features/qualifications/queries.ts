import { queryOptions } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type Qualifications = Output<'qualifications.list'>
export type Qualified = Qualifications['people'][number]
export type Evidence = Qualified['evidence'][number]
export type Training = Output<'trainings.list'>[number]
export type Agreements = Output<'agreements.list'>
export type Bound = Agreements['people'][number]

export const qualificationsQuery = queryOptions({ queryKey: ['qualifications.list'], queryFn: () => call('qualifications.list', {}) })
export const trainingsQuery = queryOptions({ queryKey: ['trainings.list'], queryFn: () => call('trainings.list', {}) })
export const agreementsQuery = queryOptions({ queryKey: ['agreements.list'], queryFn: () => call('agreements.list', {}) })
export const directoryQuery = queryOptions({ queryKey: ['people.directory'], queryFn: () => call('people.directory', {}) })

type Changing = 'qualifications.record' | 'qualifications.withdraw' | 'trainings.record' | 'agreements.record' | 'agreements.end'

/** Records or takes back, then reads again what follows from it: standings, trainings, agreements, and what waits. */
export async function changeStanding<Name extends Changing & MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  const stale = ['qualifications.list', 'trainings.list', 'agreements.list', 'home.overview']
  await Promise.all(stale.map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
  return answer
}
