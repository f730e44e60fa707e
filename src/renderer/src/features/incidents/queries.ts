import { queryOptions } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'

export type Incident = Output<'incidents.get'>
export type IncidentRow = Output<'incidents.list'>['rows'][number]
export type Answerable = Output<'incidents.answerable'>[number]
export type Kind = Incident['kind']

export const incidentQuery = (id: number) => queryOptions({ queryKey: ['incidents.get', id], queryFn: () => call('incidents.get', { id }), staleTime: 0 })

export const answerableQuery = (input: { dossierId: number; happenedFrom: string; happenedTo: string }) =>
  queryOptions({ queryKey: ['incidents.answerable', input], queryFn: () => call('incidents.answerable', input), staleTime: 0 })

/** An instant from the wall clock's words `2026-11-23 14:26`, as the machine's clock reads them; null for what is no time. */
export function instantOf(words: string | null): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)/.exec(words ?? '')
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number)
  return new Date(year, month - 1, day, hour, minute).toISOString()
}
