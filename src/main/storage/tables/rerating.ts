import type { Generated } from 'kysely'

export type ReratingBatchTable = { id: Generated<number>; number: string; kind: 'presale' | 'aftersale'; asOf: string; madeBy: number; madeAt: string }
export type ReratingLineTable = { batchId: number; partyId: number; ratingId: number | null; refusal: string | null; beforeId: number | null }
export type ReratingTables = { reratingBatch: ReratingBatchTable; reratingLine: ReratingLineTable }
