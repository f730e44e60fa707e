import { queryOptions } from '@tanstack/react-query'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { call } from '../app/bridge.ts'
import { wholeList } from '../ui/paged.ts'

export type PrintedSlip = Output<'lookups.get'>
export type PrintedDossier = Output<'dossiers.get'>
/** What the contract ledger is narrowed by, as the page that asked for the paper wrote it into the address. */
export type LedgerAsked = Omit<Input<'contracts.ledger'>, 'offset' | 'limit'>
export type PrintedLedger = Pick<Output<'contracts.ledger'>, 'rows' | 'sums'>
export type RegisterLine = Output<'lookups.register'>['rows'][number]

export const slipQuery = (id: number) =>
  queryOptions({ queryKey: ['lookups.get', id], queryFn: () => call('lookups.get', { id }), staleTime: 0 })

/** Reading a dossier is written into the audit log, so its paper is read once and kept while the page is open. */
export const dossierQuery = (id: number) =>
  queryOptions({ queryKey: ['print', 'dossiers.get', id], queryFn: () => call('dossiers.get', { id }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })

export const regulationQuery = queryOptions({ queryKey: ['print', 'regulations.overview'], queryFn: () => call('regulations.overview', {}), staleTime: 0, gcTime: 0 })

export const registerQuery = (from: string, to: string) =>
  queryOptions({ queryKey: ['print', 'lookups.register', from, to], queryFn: () => wholeList((offset, limit) => call('lookups.register', { from, to, offset, limit })), gcTime: 0 })

/** The contracts that fit, and what they come to. */
export const ledgerQuery = (asked: LedgerAsked) =>
  queryOptions({
    queryKey: ['print', 'contracts.ledger', asked],
    queryFn: async (): Promise<PrintedLedger> => {
      let sums: PrintedLedger['sums'] | null = null
      const rows = await wholeList(async (offset, limit) => {
        const page = await call('contracts.ledger', { ...asked, offset, limit })
        sums = page.sums
        return page
      })
      return { rows: [...rows], sums: sums! }
    },
    gcTime: 0,
  })

export type AgeingAsked = Omit<Input<'receivables.ageing'>, 'offset' | 'limit'>
export type PrintedAgeing = Pick<Output<'receivables.ageing'>, 'rows' | 'sums' | 'asOf'>

export const ageingQuery = (asked: AgeingAsked) =>
  queryOptions({
    queryKey: ['print', 'receivables.ageing', asked],
    queryFn: async (): Promise<PrintedAgeing> => {
      let head: Omit<PrintedAgeing, 'rows'> | null = null
      const rows = await wholeList(async (offset, limit) => {
        const page = await call('receivables.ageing', { ...asked, offset, limit })
        head = { sums: page.sums, asOf: page.asOf }
        return page
      })
      return { rows: [...rows], ...head! }
    },
    staleTime: 0,
  })

export const departmentsQuery = queryOptions({ queryKey: ['people.departments'], queryFn: () => call('people.departments', {}) })
export const directoryQuery = queryOptions({ queryKey: ['people.directory'], queryFn: () => call('people.directory', {}) })

export type PrintedTransfer = Output<'transfers.get'>
export type PrintedKeeperChange = Output<'custody.keeperChange'>

export const transferQuery = (id: number) =>
  queryOptions({ queryKey: ['transfers.get', id], queryFn: () => call('transfers.get', { id }), staleTime: 0 })

export const keeperChangeQuery = (id: number) =>
  queryOptions({ queryKey: ['custody.keeperChange', id], queryFn: () => call('custody.keeperChange', { id }), staleTime: 0 })
