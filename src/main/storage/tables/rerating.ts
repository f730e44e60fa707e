import type { Generated } from 'kysely'

export type ReratingBatchTable = { id: Generated<number>; number: string; kind: 'presale' | 'aftersale'; asOf: string; madeBy: number; madeAt: string }
export type ReratingLineTable = { batchId: number; partyId: number; ratingId: number | null; refusal: string | null; beforeId: number | null }
/** Kept by triggers alone. */
export type UnratedTable = { partyId: number; departmentId: number; kind: 'customer' | 'supplier' | 'both'; pinyin: string }
export type UnratedTallyTable = { departmentId: number; kind: UnratedTable['kind']; parties: number }
export type ReratingTables = { unrated: UnratedTable; unratedTally: UnratedTallyTable; reratingBatch: ReratingBatchTable; reratingLine: ReratingLineTable }
