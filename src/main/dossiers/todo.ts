import { addDays, daysBetween } from '../../shared/rules/lookups/days.ts'
import { shelvableParts } from '../custody/shelving.ts'
import { hasRole, ownDepartment } from '../people/visibility.ts'
import { versionsConfirming } from '../duties/places.ts'
import type { Trx } from '../storage/database.ts'
import { inGroup, onDay, type Reader, SOON_DAYS, undated, type Waiting, waitingByDay } from '../home/todo.ts'

const NOTHING = inGroup('later', 0, [])
type DossierLine = { dossierId: number; number: string; partyName: string; shortName: string | null; openedOn: string }
const nameOf = (line: Pick<DossierLine, 'number' | 'partyName' | 'shortName'>) => `${line.shortName ?? line.partyName} ${line.number}`

const LINE = 'dossier.id AS dossierId, dossier.number, party.name AS partyName, party.shortName, dossier.openedOn'

/**
 * Dossiers for the sales director to confirm: all that are open and not his own, the oldest first. Those of a version with
 * a deadline for it wait among the duties, with their day.
 */
export function toConfirm(reader: Reader): Waiting {
  const { trx, actor, most } = reader
  if (!hasRole(actor, ['salesDirector'])) return NOTHING
  const dated = versionsConfirming(trx)
  if (dated.length > 0) return confirmedWithoutDay(reader, dated)
  const { total } = trx
    .prepare(
      `SELECT (SELECT coalesce(sum(dossiers), 0) FROM dossierTally WHERE isConfirmed = 0)
         - (SELECT count(*) FROM dossier INDEXED BY dossier_unconfirmedBy WHERE openedBy = ? AND confirmedAt IS NULL AND voidedAt IS NULL) AS total`,
    )
    .get(actor.personId) as { total: number }
  const rows = trx
    .prepare(
      `SELECT ${LINE} FROM dossier INDEXED BY dossier_unconfirmed JOIN party ON party.id = dossier.partyId
       WHERE dossier.confirmedAt IS NULL AND dossier.voidedAt IS NULL AND dossier.openedBy <> ?
       ORDER BY dossier.openedOn, dossier.id LIMIT ?`,
    )
    .all(actor.personId, most) as DossierLine[]
  return inGroup('soon', total, rows.map(lineToConfirm))
}

const lineToConfirm = (line: DossierLine) => undated('soon', {
  kind: 'toConfirm', subject: { kind: 'dossier', id: line.dossierId }, what: nameOf(line),
  because: { rule: 'not-confirmed', values: { opened: line.openedOn } },
})

/** The same where some dossiers have a day for it: of the others, if there are any. */
function confirmedWithoutDay({ trx, actor, most }: Reader, dated: readonly number[]): Waiting {
  const from = `FROM dossier INDEXED BY dossier_unconfirmed JOIN party ON party.id = dossier.partyId
    WHERE dossier.confirmedAt IS NULL AND dossier.voidedAt IS NULL AND dossier.openedBy <> :me
      AND (dossier.kind <> 'credit' OR dossier.regulationVersionId NOT IN (SELECT value FROM json_each(:dated)))`
  const values = { me: actor.personId, dated: JSON.stringify(dated) }
  const { total } = trx.prepare(`SELECT count(*) AS total ${from}`).get(values) as { total: number }
  const rows = trx.prepare(`SELECT ${LINE} ${from} ORDER BY dossier.openedOn, dossier.id LIMIT :most`).all({ ...values, most }) as DossierLine[]
  return inGroup('soon', total, rows.map(lineToConfirm))
}

/** Without a place, in hand, and not lent. */
const IN_HAND = `dossier.drawerId IS NULL AND dossier.voidedAt IS NULL AND dossier.custody = 'in'
  AND NOT EXISTS (SELECT 1 FROM loan WHERE loan.dossierId = dossier.id AND loan.returnedAt IS NULL)`

/**
 * Folders for an archivist to shelve: without a place, neither lent nor missing nor on their way, and received by the
 * archive room where their regulation wants them handed over.
 */
export function toShelve({ trx, actor, most }: Reader): Waiting {
  if (!hasRole(actor, ['archivist'])) return NOTHING
  const parts = shelvableParts(trx)
  const { total, rows } = parts === null ? anyToShelve(trx, most) : partsToShelve(trx, parts, most)
  return inGroup('soon', total, rows.map((line) => undated('soon', {
    kind: 'unshelved', subject: { kind: 'dossier', id: line.dossierId }, what: nameOf(line),
    because: { rule: 'not-shelved', values: { since: line.openedOn } },
  })))
}

type ToShelve = { total: number; rows: DossierLine[] }

/** Nothing is handed over here: the tally knows how many have no place. */
function anyToShelve(trx: Trx, most: number): ToShelve {
  const { total } = trx
    .prepare(
      `SELECT (SELECT coalesce(sum(dossiers), 0) FROM dossierTally WHERE isShelved = 0)
         - (SELECT count(*) FROM dossier INDEXED BY dossier_custody WHERE custody <> 'in' AND drawerId IS NULL AND voidedAt IS NULL)
         - (SELECT count(*) FROM loan INDEXED BY loan_due CROSS JOIN dossier ON dossier.id = loan.dossierId
            WHERE loan.returnedAt IS NULL AND dossier.drawerId IS NULL AND dossier.custody = 'in' AND dossier.voidedAt IS NULL) AS total`,
    )
    .get() as { total: number }
  const rows = trx
    .prepare(
      `SELECT ${LINE} FROM dossier INDEXED BY dossier_unshelved JOIN party ON party.id = dossier.partyId
       WHERE ${IN_HAND} ORDER BY dossier.id LIMIT ?`,
    )
    .all(most) as DossierLine[]
  return { total, rows }
}

function partsToShelve(trx: Trx, parts: readonly unknown[], most: number): ToShelve {
  const from = `json_each(:parts) AS part CROSS JOIN dossier INDEXED BY dossier_shelvable
    ON dossier.stage = part.value ->> 'stage' AND dossier.regulationVersionId = part.value ->> 'versionId' AND dossier.kind = part.value ->> 'kind'`
  const values = { parts: JSON.stringify(parts) }
  const { total } = trx.prepare(`SELECT count(*) AS total FROM ${from} WHERE ${IN_HAND}`).get(values) as { total: number }
  const rows = trx
    .prepare(`SELECT ${LINE} FROM ${from} JOIN party ON party.id = dossier.partyId WHERE ${IN_HAND} ORDER BY dossier.id LIMIT :most`)
    .all({ ...values, most }) as DossierLine[]
  return { total, rows }
}

/** A document whose successor (same line of the contents, same title) is good for longer is done with. */
const EXPIRING = `
  FROM document INDEXED BY document_expires CROSS JOIN dossier ON dossier.id = document.dossierId
  CROSS JOIN party ON party.id = dossier.partyId
  WHERE document.expiresOn IS NOT NULL AND document.expiresOn <= :until AND document.struckAt IS NULL AND dossier.voidedAt IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM document AS newer INDEXED BY document_dossier
      WHERE newer.dossierId = document.dossierId AND newer.struckAt IS NULL AND newer.itemCode IS document.itemCode
        AND newer.title = document.title
        AND (newer.expiresOn > document.expiresOn OR (newer.id > document.id AND coalesce(newer.expiresOn, document.expiresOn) >= document.expiresOn)))`

/** Documents that expire within 30 days or have expired: for the credit administrator all, else those of one's department. */
export function expiring({ trx, actor, today, most }: Reader): Waiting {
  const isEverybodys = hasRole(actor, ['creditAdministrator'])
  const department = ownDepartment(actor)
  if (!isEverybodys && department === null) return NOTHING
  const condition = isEverybodys ? EXPIRING : `${EXPIRING} AND dossier.departmentId = :department`
  const values = { until: addDays(today, SOON_DAYS), ...(isEverybodys ? {} : { department }) }
  const rows = trx
    .prepare(
      `SELECT ${LINE}, document.title, document.expiresOn ${condition} ORDER BY document.expiresOn, document.id LIMIT :most`,
    )
    .all({ ...values, most }) as (DossierLine & { title: string; expiresOn: string })[]
  return waitingByDay({ trx, today }, 'document.expiresOn', condition, values, rows.map((line) => onDay(today, {
    kind: 'expiring', subject: { kind: 'dossier', id: line.dossierId }, what: nameOf(line), dueOn: line.expiresOn,
    because: { rule: 'expires', values: { title: line.title, on: line.expiresOn, days: daysBetween(today, line.expiresOn) } },
  })))
}
