import { queryOptions } from '@tanstack/react-query'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'

export type Entry = Output<'audit.list'>['rows'][number]

export type AuditFilter = Required<Omit<Input<'audit.list'>, 'offset' | 'limit'>>

export const NO_FILTER: AuditFilter = {
  from: null, to: null, actorId: null, method: null, subjectKind: null, subjectId: null, outcome: null, text: '',
}

/** Newest first. */
export const fetchEntries = (filter: AuditFilter) => (offset: number, limit: number) => call('audit.list', { ...filter, offset, limit })

export const directoryQuery = queryOptions({ queryKey: ['people.directory'], queryFn: () => call('people.directory', {}) })
