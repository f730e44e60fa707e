import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DELETED_FROM } from '../../src/main/archive/verify-counts.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { validInputs } from '../pipeline/valid-inputs.ts'
import { verify } from '../storage/archive-with-scans.ts'

// Somebody who has the key changes the database by hand, one row after another, as it stands at the end of an office day. Either
// the database refuses it, or `archive.verify` tells of it.

let office: TestArchive
beforeAll(async () => {
  office = await openTestArchive()
  for await (const { login, method, input, keep } of validInputs(office)) {
    const answer = await callByName(office.program, office.connectionOf(login), method, input)
    if (!answer.ok) throw new Error(`${method} refused: ${JSON.stringify(answer.error)}`)
    keep?.(answer.value as never)
    // So that no two entries are of one moment; papers were filled in when the day's began.
    if (!method.startsWith('fallback.')) office.clock.set(new Date(office.clock.now().getTime() + 1000))
  }
  const { version } = office.archive.store.prepare('SELECT version FROM party WHERE id = 1').get() as { version: number }
  await office.callAs('creditadministrator', 'parties.change', { id: 1, version, kind: 'customer', name: '徐州锦岱锻造股份有限公司', departmentId: office.departments.XS1, city: '宿州' })
  // Over already when it was entered: the entry that recorded it tells of both.
  await office.callAs('creditadministrator', 'defaults.add', { partyId: 1, kind: 'dispute', on: '2026-04-01', settledOn: '2026-04-20' })
  // Who edits by hand does not ask for what hangs on a row.
  office.archive.store.connection.pragma('foreign_keys = OFF')
}, 60_000)
afterAll(() => office.close())

async function comesOf(damage: string): Promise<'refused' | 'told' | 'nothing to damage' | 'unnoticed'> {
  const { connection } = office.archive.store
  connection.exec('SAVEPOINT damage')
  try {
    if (connection.prepare(damage).run().changes === 0) return 'nothing to damage'
    return (await verify(office)).ok ? 'unnoticed' : 'told'
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) return 'refused'
    throw error
  } finally {
    connection.exec('ROLLBACK TO damage; RELEASE damage')
  }
}

async function unnoticed(damages: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const damage of damages) {
    const outcome = await comesOf(damage)
    if (outcome !== 'refused' && outcome !== 'told') found.push(`${outcome}: ${damage}`)
  }
  return found
}

test('the day itself is sound', async () => {
  expect((await verify(office)).findings).toEqual([])
})

/** What may be deleted without anybody's being told: what nothing hangs on, and what waits to be decided. */
const MAY_GO: readonly string[] = [
  // Numbers given out, settings, stamps, outlooks, former names.
  'counter', 'setting', 'bookStamp', 'industryOutlook', 'partyOldName',
  // What an open rating rests on (decided, it is frozen), and papers not yet posted.
  'ratingMark', 'ratingInput', 'ratingEvidence', 'paperList', 'paperSlip', 'paperNote', 'paperFolder', 'paperLine',
  // Up to which day a file reached, and by whom a draft was kept.
  'invoiceReach', 'invoiceWhole',
  // Of a count or a case, what its signed text and its digests repeat.
  'stocktakeDrawer', 'stocktakeItem', 'disposalLine', 'disposalOpinion', 'checkedDossier', 'incidentAnswerable', 'statementMaker',
]

test('a row deleted from any table is told of', async () => {
  const tables = office.archive.store
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%Search%' AND name NOT LIKE '%Term' ORDER BY name")
    .all() as { name: string }[]
  const rest = tables.filter(({ name }) => !MAY_GO.includes(name) && office.archive.store.prepare(`SELECT 1 FROM "${name}"`).get())
  expect(rest.length).toBeGreaterThan(50)
  const columns = (name: string) => (office.archive.store.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0').all(name) as { name: string }[]).map((column) => `"${column.name}"`)
  const first = (name: string) => `DELETE FROM "${name}" WHERE (${columns(name).join(', ')}) = (SELECT ${columns(name).join(', ')} FROM "${name}" ORDER BY ${columns(name).join(', ')} LIMIT 1)`
  expect(await unnoticed(rest.map(({ name }) => first(name)))).toEqual([])
}, 60_000)

test('of tables with a running number the program deletes only from those that may have gaps', () => {
  const { store } = office.archive
  const numbered = (store.prepare("SELECT name FROM sqlite_master WHERE sql LIKE '%PRIMARY KEY AUTOINCREMENT%'").all() as { name: string }[]).map(({ name }) => name)
  const main = join(import.meta.dirname, '../../src/main')
  const texts = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.includes('migrations')).map((file) => readFileSync(join(main, file), 'utf8'))
  const deleted = texts.flatMap((text) => [...text.matchAll(/(?:DELETE FROM |deleteFrom\(')(\w+)/g)].map((match) => match[1]!))
  expect(deleted.length).toBeGreaterThan(10)
  expect(deleted.filter((table) => numbered.includes(table) && !DELETED_FROM.includes(table))).toEqual([])
})

test('a trigger dropped, an index added', async () => {
  for (const change of ['DROP TRIGGER custody_unchanged', 'CREATE TRIGGER helpful AFTER INSERT ON slip BEGIN UPDATE slip SET state = state; END', 'DROP INDEX transferLine_moving']) {
    office.archive.store.connection.exec('SAVEPOINT damage')
    office.archive.store.connection.exec(change)
    expect((await verify(office)).findings, change).toMatchObject([{ kind: 'database-damaged', detail: expect.stringContaining('schema-differs') as string }])
    office.archive.store.connection.exec('ROLLBACK TO damage; RELEASE damage')
  }
})

const ON_LAST = (table: string, set: string, where = 'true') => `UPDATE ${table} SET ${set} WHERE rowid = (SELECT min(rowid) FROM ${table} WHERE ${where})`

test('who may do and see what is not changed by hand', async () => {
  expect(await unnoticed([
    `UPDATE person SET roles = '["officeDirector"]' WHERE login = 'salesperson'`, `UPDATE person SET roles = '["archivist"]' WHERE login = 'xinren'`,
    `UPDATE person SET isActive = 0 WHERE login = 'auditor'`,
    `INSERT INTO person (login, name, roles, createdAt) SELECT 'zwei', '二', '["generalManager"]', createdAt FROM person LIMIT 1`,
    ON_LAST('clearance', "level = 'confidential'"), ON_LAST('clearance', 'revokedAt = NULL, revokedBy = NULL, revokeReason = NULL'), ON_LAST('clearance', 'personId = personId + 1'),
    `INSERT INTO clearance (personId, level, fromOn, reason, grantedBy, grantedAt) SELECT 2, level, fromOn, reason, grantedBy, grantedAt FROM clearance`,
    ON_LAST('authorisation', "untilOn = '2030-01-01'"), ON_LAST('authorisation', 'dossierId = 3'), ON_LAST('authorisation', 'revokedAt = NULL, revokedBy = NULL'),
    `INSERT INTO authorisation (personId, dossierId, purpose, untilOn, requestedAt, decision, decidedBy, decidedAt) SELECT 2, dossierId, purpose, untilOn, requestedAt, decision, decidedBy, decidedAt FROM authorisation`,
    ON_LAST('agreement', "signedOn = '2026-01-01'"), ON_LAST('agreement', 'endedAt = NULL, endedBy = NULL'),
    ON_LAST('qualification', 'withdrawnAt = NULL, withdrawnBy = NULL', 'withdrawnAt IS NOT NULL'), ON_LAST('qualification', "obtainedOn = '2030-01-01'", 'withdrawnAt IS NOT NULL'),
    `UPDATE dossier SET level = 'public' WHERE id = 1`,
    `UPDATE regulationVersion SET body = json_set(body, '$.lookup.maxRenewals', 99) WHERE id = 1`, ON_LAST('regulationVersion', "effectiveOn = '2026-12-01'", 'adoptedAt IS NOT NULL'),
    ON_LAST('regulationVersion', 'withdrawnAt = NULL, withdrawnBy = NULL', 'withdrawnAt IS NOT NULL'),
  ])).toEqual([])
}, 60_000)

test('who had a folder, who signed for it and what it holds is not changed by hand', async () => {
  expect(await unnoticed([
    ON_LAST('custody', 'holderId = holderId + 1'), ON_LAST('document', 'pages = pages - 1', 'struckAt IS NULL'), ON_LAST('document', "title = '别的'"), ON_LAST('document', 'struckAt = NULL, strikeReason = NULL', 'struckAt IS NOT NULL'),
    ON_LAST('attachment', 'struckAt = NULL', 'struckAt IS NOT NULL'), ON_LAST('attachment', 'documentId = documentId + 1'),
    ON_LAST('loan', 'pagesOut = pagesOut + 1'), ON_LAST('loan', 'pagesIn = pagesIn + 1'), ON_LAST('loan', "dueOn = '2030-01-01'"), ON_LAST('loan', 'handedBy = handedBy + 1'), ON_LAST('loan', 'takenBackBy = takenBackBy + 1'),
    ON_LAST('slip', "purpose = '别的'"), ON_LAST('slip', "untilOn = '2030-01-01'"), `INSERT INTO slipDossier (slipId, dossierId) VALUES (1, 3)`, `UPDATE slipDossier SET dossierId = 3 WHERE slipId = 1`,
    ON_LAST('slipSignature', 'signerId = signerId + 1'), ON_LAST('slipSignature', "decision = 'refused'"), ON_LAST('slipSignature', "text = text || ' '"), ON_LAST('slipSignature', `textHash = 'x'`), ON_LAST('slipEvent', 'by = by + 1'),
    ON_LAST('transferSignature', 'signerId = signerId + 1'), ON_LAST('transferSignature', "text = text || ' '"), 'UPDATE transferLine SET pagesIn = pagesIn + 1 WHERE transferId = 2', 'UPDATE transferLine SET decidedBy = decidedBy + 1 WHERE transferId = 2',
    ON_LAST('keeperChange', 'toId = toId + 1'), ON_LAST('keeperChange', 'folders = 0'), ON_LAST('transferEvent', 'by = by + 1'), ON_LAST('move', 'by = by + 1'),
    ON_LAST('contractEvent', "\"on\" = '2026-01-01'"), ON_LAST('contractEvent', 'amountFen = 1', "what = 'changed'"), ON_LAST('contractEvent', 'struckAt = NULL, struckBy = NULL, strikeReason = NULL', 'struckAt IS NOT NULL'),
    ON_LAST('contract', 'amountFen = 1'), ON_LAST('contract', "signedOn = '2026-01-01'"), ON_LAST('contract', "counterNumber = '别的'"), ON_LAST('contract', "direction = 'purchase'"), ON_LAST('contract', 'handlerId = handlerId + 1'),
    ON_LAST('stocktakeScan', 'struckAt = NULL'), ON_LAST('stocktakeFinding', "resolution = 'moved'"), ON_LAST('stocktakeFinding', 'resolvedBy = resolvedBy + 1'),
    `INSERT INTO stocktakeScan (stocktakeId, round, drawerId, code, at) SELECT stocktakeId, 2, drawerId, 'X', at FROM stocktakeScan`,
    ON_LAST('incident', "happenedFrom = '2026-01-01T00:00:00.000Z'"), ON_LAST('incident', "what = '别的'"), ON_LAST('incident', "findings = '别的'"), ON_LAST('incident', "closing = '别的'"), ON_LAST('incident', 'dossierId = 3'),
    ON_LAST('dossier', 'confirmedBy = confirmedBy + 1'), ON_LAST('dossier', 'confirmedAt = NULL, confirmedBy = NULL'), `UPDATE dossier SET retentionEnds = '2026-01-01' WHERE id = 1`, `UPDATE dossierNumber SET number = 'X' WHERE dossierId = 1`,
    ON_LAST('paperEntry', 'enteredBy = enteredBy + 1'), `UPDATE paperSlip SET purpose = '别的' WHERE entryId = 2`, `UPDATE paperLine SET pages = pages + 1`, `UPDATE paperNote SET happenedFrom = '2026-01-01T00:00:00.000Z'`,
    ON_LAST('fallbackConflict', 'confirmedBy = confirmedBy + 1'),
    ON_LAST('hold', 'amountFen = 1'), ON_LAST('hold', 'releasedAt = NULL, releasedBy = NULL, releasedOn = NULL, releaseReason = NULL'),
    ON_LAST('disposalSignature', 'signerId = signerId + 1'), ON_LAST('disposalSignature', "text = text || ' '"), ON_LAST('stub', "contentHash = 'x'"), `UPDATE disposal SET manner = '别的' WHERE id = 2`, `UPDATE disposal SET state = 'cancelled' WHERE id = 2`,
    `UPDATE disposalAppraiser SET personId = 1 WHERE disposalId = 2 AND ordinal = 1`, 'UPDATE disposalLine SET checkedBy = 1 WHERE disposalId = 2',
  ])).toEqual([])
}, 60_000)

test('what a party is judged by is not changed by hand', async () => {
  expect(await unnoticed([
    ON_LAST('statement', "periodEnd = '2024-12-31'"), ON_LAST('statement', 'confirmedBy = confirmedBy + 1'), 'UPDATE statementLine SET currentFen = currentFen + 1 WHERE statementId = 1',
    ON_LAST('rating', "grade = 'AAA'"), ON_LAST('rating', 'score = 1'), ON_LAST('ratingStep', 'by = by + 1'), ON_LAST('ratingCapsule', "body = body || ' '"),
    ON_LAST('schemeVersion', `hash = 'x'`, 'preparedBy IS NOT NULL'), ON_LAST('schemeVersion', 'approvedBy = approvedBy + 1', 'approvedBy IS NOT NULL'),
    ON_LAST('listing', "measure = 'suspend'"), ON_LAST('listing', "untilOn = '2030-01-01'"), ON_LAST('listing', "state = 'inForce'"), ON_LAST('listing', 'decidedBy = decidedBy + 1'),
    ...["body = '[]'", "hash = 'x'", "state = 'refused', fromOn = NULL", 'decidedBy = decidedBy + 1', "reason = '别的'", 'proposedBy = proposedBy + 1', 'savedBy = savedBy + 1'].map((change) => ON_LAST('warningRuleSet', change)),
    `INSERT INTO warningRuleSet (body, hash, state, savedBy, savedAt, reason, proposedBy, proposedAt, decidedBy, decidedAt, fromOn) SELECT body, hash, state, savedBy, savedAt, reason, proposedBy, proposedAt, decidedBy, decidedAt, fromOn FROM warningRuleSet WHERE state = 'agreed'`,
    ON_LAST('survey', "\"on\" = '2026-01-01'"), ON_LAST('survey', 'clearedOn = NULL'), ON_LAST('survey', 'withdrawnAt = NULL, withdrawnBy = NULL, withdrawReason = NULL'), ON_LAST('warning', 'handledBy = handledBy + 1'),
    ON_LAST('defaultRecord', 'amountFen = 1'), ON_LAST('defaultRecord', "settledOn = '2026-07-01'"), ON_LAST('defaultRecord', 'struckAt = NULL, struckBy = NULL, strikeReason = NULL'),
    ON_LAST('invoice', 'isStruck = 0'), ON_LAST('invoice', 'amountFen = 1'), ON_LAST('invoiceBatch', 'added = 2'), ON_LAST('invoiceBatch', 'struckAt = NULL, struckBy = NULL, strikeReason = NULL'), 'UPDATE invoiceBatchParty SET added = added + 1',
    ON_LAST('receivable', 'allocatedFen = 1'), ON_LAST('receivable', "settledOn = '2026-09-01'"), ON_LAST('receivable', 'amountFen = 1'), ON_LAST('receipt', 'struckAt = NULL, struckBy = NULL, strikeReason = NULL'),
    `INSERT INTO receipt (partyId, receivedOn, amountFen, means, reference, recordedBy, recordedAt) SELECT partyId, receivedOn, 99, means, 'x', recordedBy, recordedAt FROM receipt LIMIT 1`,
    `UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'receipt'`, ON_LAST('allocation', 'endedBy = endedBy + 1'), ON_LAST('allocation', 'amountFen = 1'), ON_LAST('promise', 'amountFen = 1'), ON_LAST('promise', 'recordedBy = recordedBy + 1'),
    `UPDATE party SET city = '别处' WHERE id = 1`, 'UPDATE dossier SET grade = NULL WHERE id = 1',
    ...['dossierTally', 'gapTally', 'contractTally', 'ratingTally', 'partyTally', 'dutyTally'].map((tally) => `UPDATE ${tally} SET ${{ dossierTally: 'dossiers', gapTally: 'dossiers', contractTally: 'contracts', ratingTally: 'ratings', partyTally: 'parties', dutyTally: 'duties' }[tally]} = 99`),
    ON_LAST('room', 'folders = folders + 1'), ON_LAST('party', 'dossiers = dossiers + 1'), ON_LAST('periodicDone', 'doneBy = 1').replaceAll('rowid', 'doneAt'),
    ON_LAST('checkReport', 'findings = 0'), ON_LAST('agreement', 'recordedBy = recordedBy + 1'),
  ])).toEqual([])
}, 60_000)

test('what a party may owe and what it delivered is not changed by hand', async () => {
  expect(await unnoticed([
    ON_LAST('limitCase', 'isCurrent = 0', 'isCurrent = 1'), ON_LAST('limitCase', "hold = 'none', holdReason = NULL, holdBy = NULL", "hold <> 'none'"),
    ON_LAST('limitCase', 'amountFen = amountFen + 1', "state = 'approved'"), ON_LAST('limitCase', "untilOn = '2030-01-01'", "state = 'approved'"), ON_LAST('limitCase', 'partyId = partyId + 1', "state = 'approved'"),
    ON_LAST('limitStep', 'by = by + 1'), ON_LAST('limitCapsule', "body = body || ' '"), ON_LAST('limitGuarantee', 'amountFen = amountFen + 1'),
    `INSERT INTO limitCase (number, partyId, schemeVersionId, proposal, proposedFen, proposedDays, amountFen, termDays, fromOn, untilOn, state, madeBy, madeAt, submittedAt, reviewedBy, reviewedAt, decidedBy, decidedAt)
       SELECT 'ED-X', partyId, schemeVersionId, proposal, proposedFen, proposedDays, 99, termDays, fromOn, untilOn, state, madeBy, madeAt, submittedAt, reviewedBy, reviewedAt, decidedBy, decidedAt FROM limitCase WHERE state = 'approved' LIMIT 1`,
    ON_LAST('delivery', "arrivedOn = '2026-01-01'"), ON_LAST('delivery', 'acceptedQuantity = 1'), ON_LAST('delivery', 'struckAt = NULL, struckBy = NULL, strikeReason = NULL', 'struckAt IS NOT NULL'), ON_LAST('delivery', "dueOn = '2030-01-01'"),
    `INSERT INTO delivery (partyId, orderNumber, goods, unit, dueOn, orderedQuantity, recordedBy, recordedAt) SELECT partyId, 'X', goods, unit, dueOn, 1, recordedBy, recordedAt FROM delivery LIMIT 1`,
  ])).toEqual([])
}, 60_000)
