import type { Output } from '../../shared/contract/index.ts'
import type { Trx } from '../storage/database.ts'

type Entry = Output<'fallback.entries'>['rows'][number]

const HEAD = `
  SELECT paperEntry.id, blank.number AS blank, blank.form, paperEntry.state, happenedAt, paperEntry.remarks, enterer.name AS enteredByName, enteredAt,
    (SELECT count(*) FROM fallbackConflict WHERE fallbackConflict.state IN ('open', 'proposed') AND (entryId = paperEntry.id OR otherId = paperEntry.id)) AS conflicts,
    coalesce(paperEntry.slipId, paperEntry.transferId, paperEntry.incidentId) AS becameId, coalesce(slip.number, transfer.number, incident.number) AS becameNumber
  FROM paperEntry JOIN blank ON blank.id = blankId JOIN person AS enterer ON enterer.id = enteredBy LEFT JOIN slip ON slip.id = paperEntry.slipId
  LEFT JOIN transfer ON transfer.id = paperEntry.transferId LEFT JOIN incident ON incident.id = paperEntry.incidentId`

type Head = Omit<Entry, 'became' | 'dossiers' | 'slip' | 'list' | 'note'> & { becameId: number | null; becameNumber: string | null }

/** Papers that were read off, the newest first. */
export function entriesOf(trx: Trx, { state, limit, offset }: { state: string | null; limit: number; offset: number }): Entry[] {
  const rows = trx.prepare(`${HEAD} WHERE (:state IS NULL OR paperEntry.state = :state) ORDER BY paperEntry.id DESC LIMIT :limit OFFSET :offset`).all({ state, limit, offset }) as Head[]
  return rows.map((row) => whole(trx, row))
}

export function entryById(trx: Trx, id: number): Entry {
  return whole(trx, trx.prepare(`${HEAD} WHERE paperEntry.id = ?`).get(id) as Head)
}

function whole(trx: Trx, { becameId, becameNumber, ...head }: Head): Entry {
  const slip = head.form === 'slip' ? slipOf(trx, head.id) : null
  const list = head.form === 'transfer' ? listOf(trx, head.id) : null
  const note = head.form === 'incident' ? noteOf(trx, head.id) : null
  return { ...head, became: becameId === null ? null : { id: becameId, number: becameNumber! }, dossiers: dossiersOf(trx, head.id), slip, list, note }
}

function dossiersOf(trx: Trx, id: number): Entry['dossiers'] {
  return trx
    .prepare(
      `SELECT dossier.id, dossier.number, coalesce(party.shortName, party.name) AS title FROM dossier JOIN party ON party.id = dossier.partyId
       WHERE dossier.id IN (SELECT dossierId FROM paperFolder WHERE entryId = :id UNION SELECT dossierId FROM paperLine WHERE entryId = :id UNION SELECT dossierId FROM paperNote WHERE entryId = :id)
       ORDER BY dossier.number`,
    )
    .all({ id }) as Entry['dossiers']
}

function slipOf(trx: Trx, id: number): NonNullable<Entry['slip']> {
  const head = trx
    .prepare(
      `SELECT applicant.name AS applicantName, partyName, purpose, manner, copyPages, untilOn, signer.name AS signerName, signedAt, keeper.name AS handedByName, handedAt, taker.name AS takenBackByName
       FROM paperSlip JOIN person AS applicant ON applicant.id = applicantId JOIN person AS signer ON signer.id = signerId JOIN person AS keeper ON keeper.id = handedBy
       LEFT JOIN person AS taker ON taker.id = takenBackBy WHERE entryId = ?`,
    )
    .get(id) as Omit<NonNullable<Entry['slip']>, 'folders'>
  const folders = trx
    .prepare(
      `SELECT dossierId, pagesOut, conditionOut, returnedAt, pagesIn, conditionIn FROM paperFolder JOIN dossier ON dossier.id = dossierId WHERE entryId = ? ORDER BY dossier.number`,
    )
    .all(id) as NonNullable<Entry['slip']>['folders']
  return { ...head, folders }
}

function listOf(trx: Trx, id: number): NonNullable<Entry['list']> {
  const head = trx
    .prepare(
      `SELECT fromStage AS "from", toStage AS "to", department.name AS departmentName, sender.name AS senderName, sentAt, receiver.name AS receiverName, receivedAt
       FROM paperList JOIN person AS sender ON sender.id = senderId JOIN person AS receiver ON receiver.id = receiverId
       LEFT JOIN department ON department.id = paperList.departmentId WHERE entryId = ?`,
    )
    .get(id) as Omit<NonNullable<Entry['list']>, 'lines'>
  const lines = trx
    .prepare(
      `SELECT dossierId, paperLine.pages, decision, pagesIn, condition, reason, paperLine.remarks FROM paperLine JOIN dossier ON dossier.id = dossierId WHERE entryId = ? ORDER BY dossier.number`,
    )
    .all(id) as NonNullable<Entry['list']>['lines']
  return { ...head, lines }
}

export function noteOf(trx: Trx, id: number): NonNullable<Entry['note']> {
  return trx
    .prepare(
      `SELECT kind, dossierId, happenedFrom, happenedTo, foundAt, finder.name AS foundByName, what, holder.name AS holderName, measures, witness
       FROM paperNote JOIN person AS finder ON finder.id = foundBy LEFT JOIN person AS holder ON holder.id = holderId WHERE entryId = ?`,
    )
    .get(id) as NonNullable<Entry['note']>
}
