/*
 * What stands in the way of a destruction: each is a fact of the archive, told with what it is about and when, or by whose
 * doing, it ends. Business first (money, guarantees, cases), then where the folder is, then what the office is busy with.
 */

export const OBSTACLE_KINDS = [
  'retention', 'debt', 'guarantee', 'lawsuit', 'other', 'contract', 'contractGuarantee', 'notInRoom', 'lent', 'missing', 'moving', 'slip', 'incident',
  'stocktake', 'case',
] as const
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number]

/** `subject`: number or name of what stands in the way; `until`: the last day of it, where it ends by itself. */
export type Obstacle = { kind: ObstacleKind; subject: string; until: string | null; amountFen: number | null }

export const HOLD_KINDS = ['debt', 'guarantee', 'lawsuit', 'other'] as const
export type HoldKind = (typeof HOLD_KINDS)[number]

/**
 * Whether a hold still holds on a day. A guarantee, or a hold for another reason, ends by itself after the last day that was
 * entered; money that is owed and a case that is open end only when somebody says so, whatever day was hoped for.
 */
export function isHolding({ kind, untilOn, releasedAt }: { kind: HoldKind; untilOn: string | null; releasedAt: string | null }, today: string): boolean {
  if (releasedAt !== null) return false
  return kind === 'debt' || kind === 'lawsuit' || untilOn === null || untilOn >= today
}
