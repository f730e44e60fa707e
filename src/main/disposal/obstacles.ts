import { type HoldKind, isHolding, type Obstacle, type ObstacleKind } from '../../shared/rules/disposal/obstacles.ts'
import type { Trx } from '../storage/database.ts'

export type HoldRow = { kind: HoldKind; untilOn: string | null; releasedAt: string | null; amountFen: number | null; reason: string; number: string | null; partyName: string }

type Head = {
  id: number; number: string; kind: 'credit' | 'contract'; partyId: number; stage: string; custody: 'in' | 'moving' | 'missing'
  retentionEnds: string | null; voidedAt: string | null; drawerId: number | null
}
type Found = { subject: string; until?: string | null; amountFen?: number | null }
type Finder = (trx: Trx, dossier: Head, today: string) => { kind: ObstacleKind; found: readonly Found[] }

const asked = (kind: ObstacleKind, text: string): Finder => (trx, dossier, today) =>
  ({ kind, found: trx.prepare(text).all({ id: dossier.id, partyId: dossier.partyId, kind: dossier.kind, drawerId: dossier.drawerId, today }) as Found[] })

/** Every fact that can stand in the way, each with the query that finds it; no query looks further than one dossier and its party. */
const FINDERS: readonly Finder[] = [
  (_trx, { retentionEnds }, today) => ({
    kind: 'retention', found: retentionEnds !== null && retentionEnds < today ? [] : [{ subject: '', until: retentionEnds }],
  }),
  // Business with the customer goes on: his credit dossier is in use.
  asked('contract', `SELECT contract.number AS subject FROM dossier AS other JOIN contract ON contract.dossierId = other.id
    WHERE other.partyId = :partyId AND other.kind = 'contract' AND other.voidedAt IS NULL AND contract.state IN ('signed', 'changed')
      AND (:kind = 'credit' OR other.id = :id) ORDER BY contract.number`),
  // A guarantee of the contract itself; for the credit dossier those of all the party's contracts, and those it guarantees for others.
  asked('contractGuarantee', `SELECT contract.number AS subject, contract.guaranteeUntil AS until FROM contract
    WHERE contract.guaranteeUntil >= :today AND contract.voidedAt IS NULL AND contract.dossierId IN (
      SELECT :id WHERE :kind = 'contract'
      UNION SELECT id FROM dossier WHERE :kind = 'credit' AND partyId = :partyId AND kind = 'contract' AND voidedAt IS NULL
      UNION SELECT dossierId FROM contractParty WHERE :kind = 'credit' AND partyId = :partyId AND role = 'guarantor') ORDER BY contract.number`),
  (_trx, { stage }) => ({ kind: 'notInRoom', found: stage === 'archiveRoom' ? [] : [{ subject: '' }] }),
  asked('lent', `SELECT slip.number AS subject, loan.dueOn AS until FROM loan JOIN slip ON slip.id = loan.slipId
    WHERE loan.dossierId = :id AND loan.returnedAt IS NULL`),
  (_trx, { custody }) => ({ kind: 'missing', found: custody === 'missing' ? [{ subject: '' }] : [] }),
  (trx, { id, custody }) => {
    const open = trx.prepare(`SELECT transfer.number AS subject FROM transferLine JOIN transfer ON transfer.id = transferLine.transferId
      WHERE transferLine.dossierId = ? AND transferLine.state IN ('listed', 'moving') AND transfer.state IN ('draft', 'submitted')`).all(id) as Found[]
    return { kind: 'moving', found: open.length > 0 || custody !== 'moving' ? open : [{ subject: '' }] }
  },
  asked('slip', `SELECT slip.number AS subject, slip.untilOn AS until FROM slipDossier JOIN slip ON slip.id = slipDossier.slipId
    WHERE slipDossier.dossierId = :id AND slip.state IN ('submitted', 'signed') AND slip.untilOn >= :today`),
  asked('incident', "SELECT number AS subject FROM incident WHERE dossierId = :id AND state = 'open' ORDER BY id"),
  asked('stocktake', `SELECT DISTINCT stocktake.number AS subject FROM stocktake INDEXED BY stocktake_running
    WHERE stocktake.state NOT IN ('closed', 'cancelled') AND (
      EXISTS (SELECT 1 FROM stocktakeItem WHERE stocktakeItem.stocktakeId = stocktake.id AND stocktakeItem.dossierId = :id)
      OR EXISTS (SELECT 1 FROM stocktakeDrawer WHERE stocktakeDrawer.stocktakeId = stocktake.id AND stocktakeDrawer.drawerId = :drawerId))`),
]

/** Holds on a dossier and on its whole party, released ones too. */
export function holdsOn(trx: Trx, dossierId: number, partyId: number): HoldRow[] {
  return trx
    .prepare(
      `SELECT hold.kind, hold.untilOn, hold.releasedAt, hold.amountFen, hold.reason FROM hold WHERE hold.partyId = :partyId
       UNION ALL SELECT hold.kind, hold.untilOn, hold.releasedAt, hold.amountFen, hold.reason FROM hold WHERE hold.dossierId = :dossierId`,
    )
    .all({ dossierId, partyId }) as HoldRow[]
}

/**
 * Every fact that stands in the way of destroying a dossier on a day, the most telling first; none for one that may go. Another
 * case that has it counts too, but for the one that asks (`exceptCase`).
 */
export function obstacles(trx: Trx, dossierId: number, today: string, exceptCase: number | null = null): Obstacle[] {
  const dossier = trx
    .prepare('SELECT id, number, kind, partyId, stage, custody, retentionEnds, voidedAt, drawerId FROM dossier WHERE id = ?')
    .get(dossierId) as Head
  const held = holdsOn(trx, dossierId, dossier.partyId).filter((hold) => isHolding(hold, today))
    .map(({ kind, reason, untilOn, amountFen }): Obstacle => ({ kind, subject: reason, until: untilOn, amountFen }))
  const [retention, ...rest] = FINDERS.map((find) => find(trx, dossier, today))
  const cases = casesWith(trx, dossierId, exceptCase)
  const shown = ({ kind, found }: ReturnType<Finder>) => found.map(({ subject, until, amountFen }): Obstacle => ({ kind, subject, until: until ?? null, amountFen: amountFen ?? null }))
  return [...shown(retention!), ...held, ...rest.flatMap(shown), ...shown({ kind: 'case', found: cases })]
}

function casesWith(trx: Trx, dossierId: number, exceptCase: number | null): Found[] {
  return trx
    .prepare(
      `SELECT disposal.number AS subject FROM disposalLine JOIN disposal ON disposal.id = disposalLine.disposalId
       WHERE disposalLine.dossierId = ? AND disposalLine.stoppedAt IS NULL AND disposal.state IN ('appraisal', 'approval', 'execution')
         AND disposal.id IS NOT ? AND NOT (disposal.state = 'execution' AND disposalLine.decision <> 'destroy')`,
    )
    .all(dossierId, exceptCase) as Found[]
}
