import { queryOptions } from '@tanstack/react-query'
import type { Output } from '../../../shared/contract/index.ts'
import { call } from '../app/bridge.ts'

export type PrintedSlip = Output<'lookups.get'>
export type PrintedDossier = Output<'dossiers.get'>
export type RegisterLine = Output<'lookups.register'>['rows'][number]

export const slipQuery = (id: number) =>
  queryOptions({ queryKey: ['lookups.get', id], queryFn: () => call('lookups.get', { id }), staleTime: 0 })

/** Reading a dossier is written into the audit log, so its paper is read once and kept while the page is open. */
export const dossierQuery = (id: number) =>
  queryOptions({ queryKey: ['print', 'dossiers.get', id], queryFn: () => call('dossiers.get', { id }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })

export const regulationQuery = queryOptions({ queryKey: ['print', 'regulations.overview'], queryFn: () => call('regulations.overview', {}), staleTime: 0, gcTime: 0 })

const WINDOW = 500

/** Every line of the register in a period, read window by window. */
export async function wholeRegister(from: string, to: string): Promise<readonly RegisterLine[]> {
  const lines: RegisterLine[] = []
  let total = 0
  do {
    const page = await call('lookups.register', { from, to, offset: lines.length, limit: WINDOW })
    total = page.total
    // A line that vanished meanwhile must not keep us asking for ever.
    if (page.rows.length === 0) break
    lines.push(...page.rows)
  } while (lines.length < total)
  return lines
}

export const registerQuery = (from: string, to: string) =>
  queryOptions({ queryKey: ['print', 'lookups.register', from, to], queryFn: () => wholeRegister(from, to), gcTime: 0 })
