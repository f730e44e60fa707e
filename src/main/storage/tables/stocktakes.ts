import type { Generated } from 'kysely'
import type { FINDING_KINDS, RESOLUTIONS, STOCKTAKE_STATES } from '../../../shared/contract/stocktakes.ts'

export type BoxTable = {
  id: Generated<number>
  code: string
  drawerId: number
  departmentId: number
  year: number
  kind: 'credit' | 'contract'
  retentionYears: number | null
  spineMm: 20 | 30 | 40 | 50
  madeBy: number
  madeAt: string
}

export type StocktakeTable = {
  id: Generated<number>
  number: string
  state: (typeof STOCKTAKE_STATES)[number]
  /** What is counted, in words of the day it was opened. */
  scope: string
  expected: number
  openedAt: string
  firstBy: number
  firstEnd: string | null
  secondBy: number | null
  secondStart: string | null
  secondEnd: string | null
  inOrder: number | null
  firstSignedAt: string | null
  secondSignedAt: string | null
  closedAt: string | null
  remarks: string | null
}

export type StocktakeDrawerTable = { stocktakeId: number; drawerId: number; expected: number }

export type StocktakeItemTable = {
  stocktakeId: number
  dossierId: number
  drawerId: number
  slot: number
  state: 'in' | 'lent' | 'moving' | 'missing'
}

export type StocktakeScanTable = {
  id: Generated<number>
  stocktakeId: number
  round: 1 | 2
  drawerId: number
  code: string
  dossierId: number | null
  at: string
  struckAt: string | null
}

export type StocktakeFindingTable = {
  id: Generated<number>
  stocktakeId: number
  kind: (typeof FINDING_KINDS)[number]
  dossierId: number | null
  code: string
  homeDrawerId: number | null
  homeSlot: number | null
  firstDrawerId: number | null
  secondDrawerId: number | null
  afterCode: string | null
  beforeCode: string | null
  resolution: (typeof RESOLUTIONS)[number] | null
  resolvedBy: number | null
  resolvedAt: string | null
  remarks: string | null
}

export type StocktakesTables = {
  box: BoxTable
  stocktake: StocktakeTable
  stocktakeDrawer: StocktakeDrawerTable
  stocktakeItem: StocktakeItemTable
  stocktakeScan: StocktakeScanTable
  stocktakeFinding: StocktakeFindingTable
}
