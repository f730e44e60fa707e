import { queryOptions } from '@tanstack/react-query'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { figuresOf } from '../../../../shared/rules/statements/forms.ts'
import type { StatementSet } from '../../../../shared/rules/statements/check.ts'
import { call } from '../../app/bridge.ts'
import { queryClient } from '../../app/query-client.ts'

export type StatementOf = Output<'statements.get'>['statements'][number]
export type StatementRowOf = Output<'statements.list'>['rows'][number]
export type Preview = Output<'statements.importPreview'>
export type SaveInput = Input<'statements.save'>

/** What there is of a party, without figures. */
export const statementsQuery = (partyId: number) => queryOptions({ queryKey: ['statements.list', partyId], queryFn: () => call('statements.list', { partyId }), staleTime: 0 })

/** The figures. Reading them leaves an audit entry, so they are read again only where the page is opened anew or something changed them. */
export const figuresQuery = (partyId: number, ids: readonly number[] | null = null) =>
  queryOptions({
    queryKey: ['statements.get', partyId, ids], queryFn: () => call('statements.get', { partyId, ids: ids === null ? null : [...ids] }),
    staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false,
  })

/** The documents of a party's credit dossier, for choosing the paper that a set was read from. Reading them is recorded. */
export const documentsQuery = (dossierId: number) =>
  queryOptions({
    queryKey: ['statements.documents', dossierId], staleTime: Infinity, refetchOnWindowFocus: false,
    queryFn: async () => (await call('dossiers.get', { id: dossierId })).catalogue.flatMap(({ items }) => items).flatMap(({ documents }) => documents),
  })

type Changing = 'statements.save' | 'statements.confirm' | 'statements.revise' | 'statements.withdraw' | 'statements.import'

/** Changes sets of a party, then reads again what shows them. */
export async function changeStatements<Name extends Changing>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await call(method, input)
  await rereadStatements()
  return answer
}

export async function rereadStatements(): Promise<void> {
  await Promise.all([['statements.list'], ['statements.get'], ['ratings.get']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

export const setOf = (statement: Pick<StatementOf, 'format' | 'unit' | 'lines'>): StatementSet => ({ format: statement.format, unit: statement.unit, figures: figuresOf(statement.lines) })

/** A set's fields as saving takes them, with other lines where they were changed. */
export const inputOf = (statement: StatementOf, lines: SaveInput['lines'] = statement.lines): SaveInput => {
  const { id, version, partyId, periodEnd, format, unit, opinion, auditor, receivedOn, remarks, source } = statement
  return {
    id, version, partyId, periodEnd, format, unit, opinion, auditor, receivedOn, remarks, lines,
    source: source && { documentId: source.documentId, attachmentId: source.attachment?.id ?? null, page: source.page },
  }
}
