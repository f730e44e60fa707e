import type { Held, ListPaper, Named, NotePaper, Paper, Recorded, SlipPaper } from '../../shared/rules/fallback/facts.ts'
import type { Trx } from '../storage/database.ts'

/** Papers as the rules want them: those that wait, or one by its id. */
export function readPapers(trx: Trx, which: 'waiting' | number): Paper[] {
  const value = which === 'waiting' ? null : which
  return [...readSlips(trx, value), ...readLists(trx, value), ...readNotes(trx, value)]
}

const HEAD = 'paperEntry.id, blank.number AS blank, blank.issuedAt'
const OF = "JOIN paperEntry ON paperEntry.id = entryId JOIN blank ON blank.id = paperEntry.blankId"
const WANTED = "WHERE (:id IS NULL AND paperEntry.state = 'waiting') OR paperEntry.id = :id"
const named = (column: string, alias: string) => `json_object('id', ${column}, 'name', (SELECT name FROM person WHERE id = ${column})) AS ${alias}`

type Texts<Of, Parsed extends keyof Of> = Omit<Of, Parsed | 'form'> & Record<Parsed, string | null>
const parsed = <Value>(text: string | null) => JSON.parse(text ?? 'null') as Value

function readSlips(trx: Trx, id: number | null): SlipPaper[] {
  const rows = trx
    .prepare(
      `SELECT ${HEAD}, handedAt AS outAt, ${named('applicantId', 'reader')}, CASE WHEN takenBackBy IS NOT NULL THEN ${named('takenBackBy', 'keeper').replace(' AS keeper', '')} END AS keeper,
         (SELECT json_group_array(json_object('dossierId', dossierId, 'backAt', returnedAt)) FROM paperFolder WHERE entryId = paperEntry.id) AS folders
       FROM paperSlip ${OF} ${WANTED}`,
    )
    .all({ id }) as Texts<SlipPaper, 'reader' | 'keeper' | 'folders'>[]
  return rows.map((row) => ({ ...row, form: 'slip', reader: parsed<Named>(row.reader), keeper: parsed<Named | null>(row.keeper), folders: parsed<SlipPaper['folders']>(row.folders) }))
}

function readLists(trx: Trx, id: number | null): ListPaper[] {
  const rows = trx
    .prepare(
      `SELECT ${HEAD}, fromStage AS "from", toStage AS "to", sentAt, receivedAt, ${named('senderId', 'sender')}, ${named('receiverId', 'receiver')},
         (SELECT json_group_array(json_object('dossierId', dossierId, 'isAccepted', json(iif(decision = 'accepted', 'true', 'false')))) FROM paperLine WHERE entryId = paperEntry.id) AS folders
       FROM paperList ${OF} ${WANTED}`,
    )
    .all({ id }) as Texts<ListPaper, 'sender' | 'receiver' | 'folders'>[]
  return rows.map((row) => ({ ...row, form: 'transfer', sender: parsed<Named>(row.sender), receiver: parsed<Named>(row.receiver), folders: parsed<ListPaper['folders']>(row.folders) }))
}

function readNotes(trx: Trx, id: number | null): NotePaper[] {
  const rows = trx
    .prepare(
      `SELECT ${HEAD}, kind, dossierId, happenedFrom, happenedTo, foundAt, CASE WHEN holderId IS NOT NULL THEN ${named('holderId', 'holder').replace(' AS holder', '')} END AS holder
       FROM paperNote ${OF} ${WANTED}`,
    )
    .all({ id }) as Texts<NotePaper, 'holder'>[]
  return rows.map((row) => ({ ...row, form: 'incident', holder: parsed<Named | null>(row.holder) }))
}

export const foldersOf = (papers: readonly Paper[]): number[] =>
  [...new Set(papers.flatMap((paper) => (paper.form === 'incident' ? [paper.dossierId] : paper.folders.map(({ dossierId }) => dossierId))))]

/** What the program recorded of these folders. What was entered from paper is recorded too once it is posted. */
export function recordedOf(trx: Trx, dossierIds: readonly number[]): Recorded[] {
  const ids = JSON.stringify(dossierIds)
  const all = <Found>(text: string) => Map.groupBy(trx.prepare(text).all(ids) as (Found & { dossierId: number })[], ({ dossierId }) => dossierId)
  const loans = all<Recorded['loans'][number]>(
    `SELECT loan.dossierId, slip.number AS slip, loan.handedAt AS outAt, loan.returnedAt AS backAt FROM loan JOIN slip ON slip.id = loan.slipId
     WHERE loan.dossierId IN (SELECT value FROM json_each(?)) ORDER BY loan.handedAt, loan.id`,
  )
  const ledger = all<Omit<Held, 'holder'> & { holderId: number; holderName: string }>(
    `SELECT dossierId, fromAt AS at, stage, how, holderId, person.name AS holderName FROM custody JOIN person ON person.id = holderId
     WHERE dossierId IN (SELECT value FROM json_each(?)) ORDER BY fromAt, custody.id`,
  )
  const handed = all<Recorded['handed'][number]>(
    `SELECT dossierId, transfer.number AS transfer, transfer.submittedAt AS sentAt,
       CASE WHEN transferLine.state = 'moving' THEN NULL ELSE coalesce(transferLine.decidedAt, transfer.closedAt) END AS until
     FROM transferLine JOIN transfer ON transfer.id = transferId
     WHERE transfer.submittedAt IS NOT NULL AND dossierId IN (SELECT value FROM json_each(?)) ORDER BY transfer.submittedAt, transfer.id`,
  )
  const incidents = all<Omit<Recorded['incidents'][number], 'isClosed'> & { state: 'open' | 'closed' }>(
    `SELECT dossierId, number AS incident, kind, state, happenedFrom, happenedTo FROM incident WHERE dossierId IN (SELECT value FROM json_each(?)) ORDER BY id`,
  )
  const dossiers = trx
    .prepare(
      `SELECT dossier.id AS dossierId, openedAt, CASE WHEN dossier.custody = 'missing' THEN custodySince END AS missingSince,
         coalesce(voidedAt, (SELECT min(fromAt) FROM custody WHERE custody.dossierId = dossier.id AND stage = 'destroyed')) AS goneAt
       FROM dossier WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(ids) as { dossierId: number; openedAt: string; missingSince: string | null; goneAt: string | null }[]
  return dossiers.map((dossier) => ({
    ...dossier, loans: loans.get(dossier.dossierId) ?? [], handed: handed.get(dossier.dossierId) ?? [],
    ledger: (ledger.get(dossier.dossierId) ?? []).map(({ holderId, holderName, ...row }) => ({ ...row, holder: { id: holderId, name: holderName } })),
    incidents: (incidents.get(dossier.dossierId) ?? []).map(({ state, ...incident }) => ({ ...incident, isClosed: state === 'closed' })),
  }))
}
