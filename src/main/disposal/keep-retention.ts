import { type Retention, type RetentionFacts, retentionOfDossier } from '../../shared/rules/disposal/retention.ts'
import type { DossierKind } from '../../shared/rules/regulations/schema.ts'
import { readSetting, writeSetting } from '../archive/settings.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Store, Trx } from '../storage/database.ts'

/*
 * `dossier.retentionYears` and `retentionEnds` say what the rules say of the facts. Whoever changes a fact (a dossier opened or
 * changed, its documents, its grade or level, the life of a contract, a debt entered or settled, an appraisal approved) calls
 * this in the same transaction.
 */

type Head = {
  id: number; kind: DossierKind; partyId: number; year: number; grade: string | null; level: RetentionFacts['level']
  ownYears: number | null; isKeptForEver: 0 | 1; appraisedUntil: string | null; regulationVersionId: number
  retentionYears: number | null; retentionEnds: string | null
}

function headOf(trx: Trx, dossierId: number): Head | undefined {
  return trx
    .prepare(
      `SELECT id, kind, partyId, year, grade, level, ownYears, isKeptForEver, appraisedUntil, regulationVersionId, retentionYears, retentionEnds
       FROM dossier WHERE id = ?`,
    )
    .get(dossierId) as Head | undefined
}

/** Why a dossier is kept, how long, and until when; of one that is there. */
export function retentionOf(trx: Trx, dossierId: number): Retention {
  const head = headOf(trx, dossierId)!
  return retentionOfDossier(regulationOfVersion(trx, head.regulationVersionId), factsOf(trx, head))
}

/** What its regulation asks of it, without what the dossier or an appraisal adds. */
export function regulatedRetentionOf(trx: Trx, dossierId: number): Retention {
  const head = headOf(trx, dossierId)!
  const facts = { ...factsOf(trx, head), ownYears: null, isKeptForEver: false, appraisedUntil: null }
  return retentionOfDossier(regulationOfVersion(trx, head.regulationVersionId), facts)
}

function factsOf(trx: Trx, head: Head): RetentionFacts {
  const { kind, year, grade, level, ownYears, appraisedUntil } = head
  const { amountFen, ...contracts } = contractsOf(trx, head)
  return {
    kind, year, grade, level, amountFen, contracts, ownYears, appraisedUntil, isKeptForEver: head.isKeptForEver === 1,
    itemCodes: codesOf(trx, head.id), debts: debtsOf(trx, head),
  }
}

/** A contract runs from its signing until it is performed or terminated; a change after performance has it run again. */
function contractsOf(trx: Trx, { id, kind, partyId }: Head) {
  // Each half along an index of its own: folders that are there, and stubs of those that were destroyed; neither grows with the archive.
  const which = kind === 'contract' ? 'SELECT id FROM dossier WHERE id = :id AND voidedAt IS NULL UNION ALL SELECT dossierId FROM stub WHERE dossierId = :id'
    : "SELECT id FROM dossier WHERE partyId = :id AND kind = 'contract' AND voidedAt IS NULL UNION ALL SELECT dossierId FROM stub WHERE partyId = :id"
  const row = trx
    .prepare(
      `SELECT coalesce(max(state IN ('signed', 'changed')), 0) AS isRunning, max(amountFen) AS amountFen,
         max(CASE state WHEN 'performed' THEN performedOn WHEN 'terminated' THEN terminatedOn END) AS endedOn
       FROM contract WHERE contract.dossierId IN (${which})`,
    )
    .get({ id: kind === 'contract' ? id : partyId }) as { isRunning: 0 | 1; amountFen: number | null; endedOn: string | null }
  return { ...row, isRunning: row.isRunning === 1 }
}

function codesOf(trx: Trx, dossierId: number): string[] {
  const rows = trx
    .prepare('SELECT DISTINCT itemCode FROM document WHERE dossierId = ? AND struckAt IS NULL AND itemCode IS NOT NULL')
    .all(dossierId) as { itemCode: string }[]
  return rows.map(({ itemCode }) => itemCode)
}

function debtsOf(trx: Trx, { id, partyId }: Head): RetentionFacts['debts'] {
  const row = trx
    .prepare(
      `SELECT coalesce(max(releasedAt IS NULL), 0) AS isOwed, max(releasedOn) AS settledOn FROM (
         SELECT releasedAt, releasedOn FROM hold WHERE partyId = :partyId AND kind = 'debt'
         UNION ALL SELECT releasedAt, releasedOn FROM hold WHERE dossierId = :id AND kind = 'debt')`,
    )
    .get({ id, partyId }) as { isOwed: 0 | 1; settledOn: string | null }
  return { isOwed: row.isOwed === 1, settledOn: row.settledOn }
}

/** Brings a dossier's years and last day in line; of a contract's folder also those of its party's credit dossier. */
export function keepRetention(trx: Trx, dossierId: number): void {
  const head = headOf(trx, dossierId)
  if (!head) return
  keepOne(trx, head)
  if (head.kind !== 'contract') return
  const credit = trx.prepare("SELECT id FROM dossier WHERE partyId = ? AND kind = 'credit' AND voidedAt IS NULL").get(head.partyId) as { id: number } | undefined
  if (credit) keepOne(trx, headOf(trx, credit.id)!)
}

function keepOne(trx: Trx, head: Head): void {
  const { years, until } = retentionOfDossier(regulationOfVersion(trx, head.regulationVersionId), factsOf(trx, head))
  if (years === head.retentionYears && until === head.retentionEnds) return
  trx.prepare('UPDATE dossier SET retentionYears = ?, retentionEnds = ? WHERE id = ?').run(years, until, head.id)
}

/** The same for every dossier of a party: after a change of its grade, or of a hold on all of it. */
export function keepRetentionOfParty(trx: Trx, partyId: number): void {
  const rows = trx.prepare('SELECT id FROM dossier WHERE partyId = ? AND voidedAt IS NULL').all(partyId) as { id: number }[]
  for (const { id } of rows) keepOne(trx, headOf(trx, id)!)
}

/** Counted up whenever the rules in `shared/rules/disposal/retention.ts` or their facts change what they answer. */
const ENGINE = '1'

/** Derives every dossier's retention anew, once, where an archive was kept by another version of the rules. */
export function bringRetentionUp(store: Store): void {
  if (readSetting(store, 'retentionEngine') === ENGINE) return
  store.write((trx) => {
    const rows = trx.prepare('SELECT id FROM dossier WHERE voidedAt IS NULL').all() as { id: number }[]
    for (const { id } of rows) keepOne(trx, headOf(trx, id)!)
    writeSetting(trx, 'retentionEngine', ENGINE)
  })
}
