import { addDays } from '../../shared/rules/lookups/days.ts'
import { findItem, missingTitles } from '../../shared/rules/regulations/catalogue.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import type { FindingRule } from '../../shared/rules/checks/items.ts'
import { entryHash, type Entry } from '../audit/chain.ts'
import { localDay } from '../pipeline/days.ts'
import type { Preparation } from '../pipeline/context.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Gather } from './gather.ts'

/*
 * What the tables alone can say of dossiers. Every function is one item, reads in a few statements however many dossiers
 * there are, and finds nothing only after it has looked at all of them.
 */

export type Reader = Pick<Preparation, 'trx' | 'now' | 'today' | 'archive'>
/** Ids of dossiers, as JSON for `json_each`. */
export type MetadataCheck = (reader: Reader, ids: string, gather: Gather) => void

const CHOSEN = 'SELECT value FROM json_each(:ids)'

type DossierRow = {
  id: number; number: string; kind: 'credit' | 'contract'; year: number; openedOn: string; openedAt: string; departmentCode: string
  regulationVersionId: number; sequence: number | null; registered: string | null
}

function dossiersOf({ trx }: Reader, ids: string): DossierRow[] {
  return trx
    .prepare(
      `SELECT dossier.id, dossier.number, dossier.kind, dossier.year, dossier.openedOn, dossier.openedAt, dossier.regulationVersionId,
         department.code AS departmentCode, dossierNumber.sequence, dossierNumber.number AS registered
       FROM dossier JOIN department ON department.id = dossier.departmentId LEFT JOIN dossierNumber ON dossierNumber.number = dossier.number AND dossierNumber.dossierId = dossier.id
       WHERE dossier.id IN (${CHOSEN})`,
    )
    .all({ ids }) as DossierRow[]
}

/** ZS-3: the number is in the register, was made by the pattern of its regulation. (No two folders can bear one: the table sees to it.) */
export const checkNumbers: MetadataCheck = (reader, ids, gather) => {
  const dossiers = dossiersOf(reader, ids)
  gather.count('ZS-3', dossiers.length)
  for (const { id, number, kind, year, departmentCode, regulationVersionId, sequence } of dossiers) {
    if (sequence === null) {
      gather.find('number-unregistered', { dossierId: id }, { number })
      continue
    }
    const pattern = regulationOfVersion(reader.trx, regulationVersionId).numbering[kind]
    const made = formatNumber(pattern, { department: departmentCode, year, sequence })
    if (made !== number) gather.find('number-pattern', { dossierId: id }, { number, made })
  }
}

/** ZS-2: every entry of the log about the folder still has the hash of what it says, and follows the one before it; its opening is in it. */
export const checkEntries: MetadataCheck = ({ trx }, ids, gather) => {
  const dossiers = trx.prepare(`SELECT id, number FROM dossier WHERE id IN (${CHOSEN})`).all({ ids }) as { id: number; number: string }[]
  const entries = trx.prepare("SELECT * FROM audit WHERE subjectKind = 'dossier' AND subjectId = ? ORDER BY seq")
  const before = trx.prepare('SELECT hash FROM audit WHERE seq = ?')
  for (const { id, number } of dossiers) {
    const rows = entries.all(id) as (Omit<Entry, 'detail'> & { detail: string; seq: number; previous: string; hash: string })[]
    gather.count('ZS-2', rows.length)
    for (const row of rows) {
      const former = (before.get(row.seq - 1) as { hash: string } | undefined)?.hash
      const isSound = entryHash(row.previous, row.seq, row) === row.hash && (row.seq === 1 || former === row.previous)
      if (!isSound) gather.find('entry-changed', { dossierId: id }, { sequence: row.seq })
    }
    if (!rows.some(({ method, outcome }) => outcome === 'done' && method.endsWith('.open'))) gather.find('opening-unrecorded', { dossierId: id }, { number })
  }
}

type LineRow = {
  id: number; dossierId: number; itemCode: string | null; title: string; pages: number; datedOn: string | null; expiresOn: string | null; addedAt: string
  kind: 'credit' | 'contract'; openedAt: string; regulationVersionId: number; hasFiles: 0 | 1
}

function linesOf({ trx }: Reader, ids: string): LineRow[] {
  return trx
    .prepare(
      `SELECT document.id, document.dossierId, document.itemCode, document.title, document.pages, document.datedOn, document.expiresOn, document.addedAt,
         dossier.kind, dossier.openedAt, dossier.regulationVersionId,
         EXISTS (SELECT 1 FROM attachment WHERE attachment.documentId = document.id AND attachment.struckAt IS NULL) AS hasFiles
       FROM document JOIN dossier ON dossier.id = document.dossierId
       WHERE document.dossierId IN (${CHOSEN}) AND document.struckAt IS NULL ORDER BY document.dossierId, document.id`,
    )
    .all({ ids }) as LineRow[]
}

/** ZS-4: days and instants in the order in which things can have happened, values that the regulation knows. */
export const checkValues: MetadataCheck = (reader, ids, gather) => {
  const { trx, today, now } = reader
  const tomorrow = addDays(today, 1)
  for (const { id, year, openedOn, openedAt } of dossiersOf(reader, ids)) {
    gather.count('ZS-4', 1)
    if (openedOn > today || openedAt > now) gather.find('opened-in-future', { dossierId: id }, { on: openedOn })
    if (Number(openedOn.slice(0, 4)) !== year) gather.find('year-differs', { dossierId: id }, { on: openedOn, year })
  }
  for (const line of linesOf(reader, ids)) {
    gather.count('ZS-4', 1)
    const about = { dossierId: line.dossierId, documentId: line.id }
    const addedOn = localDay(new Date(line.addedAt))
    if (line.addedAt > now) gather.find('added-in-future', about, { on: addedOn })
    if (line.addedAt < line.openedAt) gather.find('added-before-opened', about, { on: addedOn })
    if (line.datedOn !== null && line.datedOn >= tomorrow) gather.find('dated-in-future', about, { on: line.datedOn })
    else if (line.datedOn !== null && line.datedOn > addedOn) gather.find('dated-after-added', about, { on: line.datedOn, added: addedOn })
    if (line.datedOn !== null && line.expiresOn !== null && line.expiresOn < line.datedOn) gather.find('expires-before-dated', about, { on: line.datedOn, until: line.expiresOn })
    if (line.itemCode !== null && !findItem(regulationOfVersion(trx, line.regulationVersionId), line.kind, line.itemCode)) {
      gather.find('unknown-item', about, { item: line.itemCode })
    }
  }
  const early = trx
    .prepare(
      `SELECT document.dossierId, document.id AS documentId, attachment.id AS attachmentId, attachment.addedAt FROM document JOIN attachment ON attachment.documentId = document.id
       WHERE document.dossierId IN (${CHOSEN}) AND document.struckAt IS NULL AND attachment.struckAt IS NULL AND attachment.addedAt < document.addedAt`,
    )
    .all({ ids }) as { dossierId: number; documentId: number; attachmentId: number; addedAt: string }[]
  for (const { addedAt, ...about } of early) gather.find('scan-before-line', about, { on: localDay(new Date(addedAt)) })
}

/** WZ-1: every document the regulation of the folder asks for is in it. */
export const checkRequired: MetadataCheck = (reader, ids, gather) => {
  const { trx } = reader
  const present = new Map<number, Set<string>>()
  for (const { dossierId, itemCode } of linesOf(reader, ids)) {
    if (itemCode === null) continue
    if (!present.has(dossierId)) present.set(dossierId, new Set())
    present.get(dossierId)!.add(itemCode)
  }
  for (const { id, kind, regulationVersionId } of dossiersOf(reader, ids)) {
    gather.count('WZ-1', 1)
    const missing = missingTitles(regulationOfVersion(trx, regulationVersionId), kind, present.get(id) ?? new Set())
    for (const item of missing) gather.find('required-missing', { dossierId: id }, { item })
  }
}

/** WZ-2: no number of the folders' departments and years was left out; a voided one stands in the register. */
export const checkGaps: MetadataCheck = ({ trx }, ids, gather) => {
  const series = trx
    .prepare(
      `SELECT kind, departmentId, year, code, count(*) AS given, max(sequence) AS last FROM dossierNumber JOIN department ON department.id = departmentId
       WHERE (kind, departmentId, year) IN (SELECT DISTINCT kind, departmentId, year FROM dossier WHERE id IN (${CHOSEN})) GROUP BY kind, departmentId, year`,
    )
    .all({ ids }) as { kind: string; departmentId: number; year: number; code: string; given: number; last: number }[]
  const given = trx.prepare('SELECT sequence FROM dossierNumber WHERE kind = ? AND departmentId = ? AND year = ? ORDER BY sequence')
  for (const one of series) {
    gather.count('WZ-2', one.last)
    if (one.given === one.last) continue
    const has = new Set((given.all(one.kind, one.departmentId, one.year) as { sequence: number }[]).map(({ sequence }) => sequence))
    for (let sequence = 1; sequence <= one.last; sequence++) {
      if (!has.has(sequence)) gather.find('number-gap', {}, { department: one.code, year: one.year, kind: one.kind, sequence })
    }
  }
}

/** WZ-3: every line has pages, and the cover says what the lines add up to. */
export const checkPages: MetadataCheck = (reader, ids, gather) => {
  const lines = linesOf(reader, ids)
  gather.count('WZ-3', lines.length)
  for (const line of lines) {
    // A recording has no pages; a line without a scan is paper and has.
    if (line.pages === 0 && line.hasFiles === 0) gather.find('no-pages', { dossierId: line.dossierId, documentId: line.id })
  }
  const covers = reader.trx
    .prepare(
      `SELECT dossier.id, dossier.documents AS coverDocuments, dossier.pages AS coverPages, count(document.id) AS documents, coalesce(sum(document.pages), 0) AS pages
       FROM dossier LEFT JOIN document ON document.dossierId = dossier.id AND document.struckAt IS NULL WHERE dossier.id IN (${CHOSEN}) GROUP BY dossier.id`,
    )
    .all({ ids }) as { id: number; coverDocuments: number; coverPages: number; documents: number; pages: number }[]
  for (const { id, ...sums } of covers) {
    if (sums.documents === 0) gather.find('empty-folder', { dossierId: id })
    if (sums.coverDocuments !== sums.documents || sums.coverPages !== sums.pages) gather.find('cover-differs', { dossierId: id }, sums)
  }
}

/** WZ-4: in a folder that is kept as scans, every line has its scan. */
export const checkScans: MetadataCheck = (reader, ids, gather) => {
  const lines = linesOf(reader, ids)
  const scanned = new Set(lines.filter(({ hasFiles }) => hasFiles === 1).map(({ dossierId }) => dossierId))
  for (const line of lines) {
    if (!scanned.has(line.dossierId)) continue
    gather.count('WZ-4', 1)
    if (line.hasFiles === 0) gather.find('scan-missing', { dossierId: line.dossierId, documentId: line.id }, { pages: line.pages })
  }
}

/** WZ-6: nothing is listed twice, and no scan hangs on two lines. */
export const checkDuplicates: MetadataCheck = (reader, ids, gather) => {
  const lines = linesOf(reader, ids)
  gather.count('WZ-6', lines.length)
  const first = new Map<string, LineRow>()
  for (const line of lines) {
    const key = JSON.stringify([line.dossierId, line.itemCode, line.title.normalize('NFKC').replaceAll(/\s/g, ''), line.datedOn])
    if (first.has(key)) gather.find('line-twice', { dossierId: line.dossierId, documentId: line.id }, { pages: line.pages, otherPages: first.get(key)!.pages })
    else first.set(key, line)
  }
  const scans = reader.trx
    .prepare(
      `SELECT document.dossierId, max(document.id) AS documentId, max(attachment.id) AS attachmentId, count(*) AS times FROM document JOIN attachment ON attachment.documentId = document.id
       WHERE document.dossierId IN (${CHOSEN}) AND document.struckAt IS NULL AND attachment.struckAt IS NULL GROUP BY document.dossierId, attachment.sha256 HAVING count(*) > 1`,
    )
    .all({ ids }) as { dossierId: number; documentId: number; attachmentId: number; times: number }[]
  for (const { times, ...about } of scans) gather.find('scan-twice', about, { times })
}

type Stated = { rule: Exclude<FindingRule, 'not-run'>; query: string }

/** WZ-7: who opened and confirmed it, who answers for it, and that both sides signed for every hand-over. */
const PROCESS: readonly Stated[] = [
  { rule: 'not-confirmed', query: `SELECT id AS dossierId FROM dossier WHERE id IN (${CHOSEN}) AND confirmedAt IS NULL` },
  {
    rule: 'no-holder',
    query: `SELECT id AS dossierId FROM dossier WHERE id IN (${CHOSEN})
      AND NOT EXISTS (SELECT 1 FROM custody WHERE custody.dossierId = dossier.id AND custody.fromAt <= dossier.openedAt)`,
  },
  {
    rule: 'stage-differs',
    query: `SELECT dossier.id AS dossierId, dossier.stage, held.stage AS held FROM dossier JOIN custody AS held ON held.id = (
        SELECT id FROM custody WHERE custody.dossierId = dossier.id AND custody.stage <> 'reader' ORDER BY fromAt DESC, id DESC LIMIT 1)
      WHERE dossier.id IN (${CHOSEN}) AND held.stage <> dossier.stage`,
  },
  {
    rule: 'signature-missing',
    query: `SELECT transferLine.dossierId, transfer.number AS transfer FROM transferLine JOIN transfer ON transfer.id = transferLine.transferId
      WHERE transferLine.dossierId IN (${CHOSEN}) AND transfer.state = 'closed' AND transferLine.state = 'accepted'
        AND (SELECT count(DISTINCT side) FROM transferSignature WHERE transferSignature.transferId = transfer.id) < 2`,
  },
]

export const checkProcess: MetadataCheck = ({ trx }, ids, gather) => {
  gather.count('WZ-7', (JSON.parse(ids) as number[]).length)
  state(trx, ids, gather, PROCESS)
}

/** AQ-5: the folder is where it belongs, whole, and nothing about it is unsettled. */
const CARE: readonly Stated[] = [
  { rule: 'folder-missing', query: `SELECT id AS dossierId, substr(custodySince, 1, 10) AS since FROM dossier WHERE id IN (${CHOSEN}) AND custody = 'missing'` },
  {
    rule: 'folder-damaged',
    query: `SELECT loan.dossierId, loan.conditionIn AS condition FROM loan
      WHERE loan.dossierId IN (${CHOSEN}) AND loan.conditionIn IN ('damaged', 'incomplete')
        AND loan.id = (SELECT max(id) FROM loan AS last WHERE last.dossierId = loan.dossierId AND last.returnedAt IS NOT NULL)`,
  },
  { rule: 'incident-open', query: `SELECT dossierId, number AS item FROM incident WHERE dossierId IN (${CHOSEN}) AND state = 'open'` },
]

export const checkCare: MetadataCheck = ({ trx }, ids, gather) => {
  gather.count('AQ-5', (JSON.parse(ids) as number[]).length)
  state(trx, ids, gather, CARE)
}

function state(trx: Reader['trx'], ids: string, gather: Gather, stated: readonly Stated[]): void {
  for (const { rule, query } of stated) {
    for (const { dossierId, ...facts } of trx.prepare(query).all({ ids }) as ({ dossierId: number } & Record<string, string | number>)[]) {
      gather.find(rule, { dossierId }, facts)
    }
  }
}

/** KY-3: titles and names can be read: nothing unseen, no character that an import could not read. */
export const checkTexts: MetadataCheck = ({ trx }, ids, gather) => {
  const texts = trx
    .prepare(
      `SELECT dossier.id AS dossierId, NULL AS documentId, NULL AS attachmentId, party.name AS text FROM dossier JOIN party ON party.id = dossier.partyId WHERE dossier.id IN (${CHOSEN})
       UNION ALL SELECT dossierId, id, NULL, title || coalesce(remarks, '') FROM document WHERE dossierId IN (${CHOSEN}) AND struckAt IS NULL
       UNION ALL SELECT document.dossierId, document.id, attachment.id, attachment.name FROM document JOIN attachment ON attachment.documentId = document.id
         WHERE document.dossierId IN (${CHOSEN}) AND document.struckAt IS NULL AND attachment.struckAt IS NULL`,
    )
    .all({ ids }) as { dossierId: number; documentId: number | null; attachmentId: number | null; text: string }[]
  gather.count('KY-3', texts.length)
  for (const { text, ...about } of texts) {
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd\u202a-\u202e\u2066-\u2069]/u.test(text) || text.trim() === '') gather.find('unreadable-text', about)
  }
}
