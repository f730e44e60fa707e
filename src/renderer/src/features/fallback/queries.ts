import { queryOptions } from '@tanstack/react-query'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type BlankRow = Output<'fallback.blanks'>['rows'][number]
export type PaperRow = Output<'fallback.entries'>['rows'][number]
export type PaperConflict = Output<'fallback.conflicts'>['rows'][number]

export const directoryQuery = queryOptions({ queryKey: ['people.directory'], queryFn: () => call('people.directory', {}) })
export const paperSumsQuery = queryOptions({ queryKey: ['fallback.entries', 'sums'], queryFn: () => call('fallback.entries', { limit: 1 }), staleTime: 0 })
export const conflictsQuery = (isOpen: boolean) =>
  queryOptions({ queryKey: ['fallback.conflicts', isOpen], queryFn: () => call('fallback.conflicts', { isOpen, limit: 200 }), staleTime: 0 })
/** The blank of a number, so that its form is known. */
export const blankQuery = (number: string) => queryOptions({ queryKey: ['fallback.blanks', 'of', number], queryFn: () => call('fallback.blanks', { text: number, limit: 5 }) })

/** What a paper changes: the register of blanks, what was entered, and once posted everything that shows a loan, a transfer or an incident. */
const TOUCHED = /^(fallback|lookups|home|dossiers|cabinet|custody|transfers|incidents|duties|contracts|regulations|shelving)\b/

export async function changePaper<Name extends MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const value = await call(method, input)
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.test(String(queryKey[0])) })
  return value
}
