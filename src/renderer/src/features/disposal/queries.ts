import { queryOptions } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'

export type Due = Output<'disposal.due'>['rows'][number]
export type CaseRow = Output<'disposal.list'>['rows'][number]
export type DisposalCase = Output<'disposal.get'>
export type CaseLine = DisposalCase['lines'][number]
export type StubRow = Output<'disposal.stubs'>['rows'][number]
export type HoldRow = Output<'holds.list'>['rows'][number]

// Several people work on one case: it is read again whenever it is looked at.
export const caseQuery = (id: number) =>
  queryOptions({ queryKey: ['disposal.get', id], queryFn: () => call('disposal.get', { id }), staleTime: 0, refetchOnWindowFocus: true })

export const peopleQuery = queryOptions({ queryKey: ['disposal.people'], queryFn: () => call('disposal.people', {}) })
export const departmentsQuery = queryOptions({ queryKey: ['people.departments'], queryFn: () => call('people.departments', {}) })

/** Reading a stub is written into the audit log: once, while its dialog is open. */
export const stubQuery = (dossierId: number) =>
  queryOptions({ queryKey: ['disposal.stub', dossierId], queryFn: () => call('disposal.stub', { dossierId }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
