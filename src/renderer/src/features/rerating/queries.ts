import { queryOptions } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type DueRow = Output<'rerating.due'>['rows'][number]
export type UnratedRow = Output<'rerating.unrated'>['rows'][number]
export type BatchRow = Output<'rerating.list'>['rows'][number]
export type BatchOf = Output<'rerating.get'>
export type LineRow = BatchOf['rows'][number]

export const batchQuery = (id: number) => queryOptions({ queryKey: ['rerating.get', id], queryFn: () => call('rerating.get', { id }), staleTime: 0 })

export const departmentsQuery = queryOptions({ queryKey: ['people.departments'], queryFn: () => call('people.departments', {}) })

/** After ratings were made or moved on together: whatever shows them is read again. */
export const forgetRatings = async (): Promise<void> => {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => /^(rerating|ratings|parties|home)\./.test(String(queryKey[0])) })
}
