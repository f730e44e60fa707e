import { AppError } from '../../shared/errors.ts'
import { keepDuties } from '../duties/keep.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { CustodyTable } from '../storage/tables/custody.ts'

/*
 * Who answers for a folder. Rows are only added; each holds from its instant until the next one of the same folder, so a
 * folder has exactly one holder at every instant since it was opened (a trigger writes that first row, and none can be
 * changed or deleted).
 */

export type CustodyStage = CustodyTable['stage']
export type CustodyRow = Omit<CustodyTable, 'id'> & { id: number }
export type Entering = {
  dossierId: number
  stage: CustodyStage
  /** Who answers from now on. */
  holderId: number
} & Pick<CustodyTable, 'how'> & { caseKind?: NonNullable<CustodyTable['caseKind']>; caseId?: number }

/**
 * From now on this person answers for the folder. Keeps `dossier.stage`, which a loan leaves as it is: a reader has the
 * folder, but it belongs where it was lent from. A clock that was set back changes nothing that is past: the row then
 * begins with the one before it.
 */
export function enterCustody(context: Context, { dossierId, stage, holderId, how, caseKind, caseId }: Entering): void {
  const { trx, now } = context
  const last = custodyNow(trx, dossierId)
  const fromAt = last && last.fromAt > now ? last.fromAt : now
  trx.run(
    trx.sql.insertInto('custody').values({
      dossierId, fromAt, stage, holderId, how, caseKind: caseKind ?? null, caseId: caseId ?? null,
    }),
  )
  if (stage !== 'reader') trx.run(trx.sql.updateTable('dossier').set({ stage }).where('id', '=', dossierId))
  keepDuties(trx, dossierId)
}

/**
 * A loan that a paper tells of, entered between the rows of its own time. The caller has seen to it that nothing else passed
 * the folder on while it was out (`rules/fallback`); where it belongs is left as it was.
 */
export function enterPastLoan(
  { trx }: Context, loan: { dossierId: number; slipId: number; readerId: number; outAt: string; back: { at: string; keeperId: number } | null },
): void {
  const { dossierId, slipId, readerId, outAt, back } = loan
  const before = trx
    .prepare("SELECT stage FROM custody WHERE dossierId = ? AND fromAt <= ? AND stage <> 'reader' ORDER BY fromAt DESC, id DESC LIMIT 1")
    .get(dossierId, outAt) as { stage: Exclude<CustodyStage, 'reader'> } | undefined
  const row = { dossierId, caseKind: 'slip' as const, caseId: slipId }
  trx.run(trx.sql.insertInto('custody').values({ ...row, fromAt: outAt, stage: 'reader', holderId: readerId, how: 'lent' }))
  if (back) {
    trx.run(trx.sql.insertInto('custody').values({ ...row, fromAt: back.at, stage: before?.stage ?? stageOf(trx, dossierId), holderId: back.keeperId, how: 'returned' }))
  }
  keepDuties(trx, dossierId)
}

type PastLine = {
  dossierId: number; transferId: number; from: Exclude<CustodyStage, 'reader' | 'destroyed'>; to: Exclude<CustodyStage, 'reader' | 'destroyed'>
  sent: { at: string; holderId: number }
  /** Null for a line that was refused: its sender answers on. */
  received: { at: string; holderId: number } | null
}

/**
 * A line of a list that a paper tells of, entered between the rows of its own time. The caller has seen to it that the folder
 * was there then, and that nothing since says otherwise (`rules/fallback`). A loan from after it came back to where the program
 * thought the folder belonged: its return is written once more, at the same moment, to where it did.
 */
export function enterPastTransfer({ trx }: Pick<Context, 'trx'>, { dossierId, transferId, from, to, sent, received }: PastLine): void {
  const add = (row: Omit<CustodyTable, 'id' | 'dossierId'>) => trx.run(trx.sql.insertInto('custody').values({ ...row, dossierId }))
  const ofCase = { caseKind: 'transfer' as const, caseId: transferId }
  add({ ...ofCase, fromAt: sent.at, stage: from, holderId: sent.holderId, how: 'sent' })
  if (received) {
    add({ ...ofCase, fromAt: received.at, stage: to, holderId: received.holderId, how: 'received' })
    const later = trx.prepare('SELECT * FROM custody WHERE dossierId = ? AND fromAt > ? ORDER BY fromAt, id').all(dossierId, received.at) as CustodyRow[]
    const next = later.findIndex(({ how }) => how !== 'lent' && how !== 'returned')
    const returns = later.slice(0, next === -1 ? later.length : next).filter(({ how, stage }) => how === 'returned' && stage !== to)
    for (const { fromAt, holderId, caseKind, caseId } of returns) add({ fromAt, stage: to, holderId, how: 'returned', caseKind, caseId })
    if (next === -1) trx.run(trx.sql.updateTable('dossier').set({ stage: to }).where('id', '=', dossierId))
  }
  keepDuties(trx, dossierId)
}

/** The row that holds now; undefined before the folder is opened. */
export function custodyNow(trx: Trx, dossierId: number): CustodyRow | undefined {
  return trx.prepare('SELECT * FROM custody WHERE dossierId = ? ORDER BY fromAt DESC, id DESC LIMIT 1').get(dossierId) as CustodyRow | undefined
}

/** Who answered for the folder at an instant (ISO, UTC); undefined before it was opened. */
export function holderAt(trx: Trx, dossierId: number, instant: string): CustodyRow | undefined {
  return trx
    .prepare('SELECT * FROM custody WHERE dossierId = ? AND fromAt <= ? ORDER BY fromAt DESC, id DESC LIMIT 1')
    .get(dossierId, instant) as CustodyRow | undefined
}

/** Where the folder belongs, whoever has it on loan. */
export function stageOf(trx: Trx, dossierId: number): Exclude<CustodyStage, 'reader'> {
  const row = trx.prepare('SELECT stage FROM dossier WHERE id = ?').get(dossierId) as { stage: Exclude<CustodyStage, 'reader'> } | undefined
  if (!row) throw new AppError('not-found', { dossierId })
  return row.stage
}

/** The first shelving was a mistake: whoever answered before it answers again. A folder handed over to the room stays with it. */
export function undoTakingIn(context: Context, dossierId: number): void {
  const { trx } = context
  const [last, before] = trx
    .prepare('SELECT * FROM custody WHERE dossierId = ? ORDER BY fromAt DESC, id DESC LIMIT 2')
    .all(dossierId) as [CustodyRow?, CustodyRow?]
  if (last?.how !== 'takenIn' || !before) return
  enterCustody(context, { dossierId, stage: before.stage, holderId: before.holderId, how: 'undone' })
}
