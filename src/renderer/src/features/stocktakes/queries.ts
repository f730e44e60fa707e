import { queryOptions } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'

export type Stocktake = Output<'stocktakes.get'>
export type StocktakeRow = Output<'stocktakes.list'>['rows'][number]
export type CountedDrawer = Stocktake['counted'][number]
export type Coverage = Output<'stocktakes.coverage'>[number]
export type Finding = Output<'stocktakes.findings'>['rows'][number]
export type Scan = Output<'stocktakes.scans'>[number]

// Two people work on one count: it is read again whenever it is looked at.
export const stocktakeQuery = (id: number) =>
  queryOptions({ queryKey: ['stocktakes.get', id], queryFn: () => call('stocktakes.get', { id }), staleTime: 0, refetchOnWindowFocus: true })

export const coverageQuery = queryOptions({ queryKey: ['stocktakes.coverage'], queryFn: () => call('stocktakes.coverage', {}), staleTime: 0 })

export const scansQuery = (id: number, drawerId: number, round: 1 | 2) =>
  queryOptions({ queryKey: ['stocktakes.scans', id, drawerId, round], queryFn: () => call('stocktakes.scans', { id, drawerId, round }), staleTime: 0 })
