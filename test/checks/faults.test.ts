import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FINDING_RULES, ITEM_CODES } from '../../src/shared/rules/checks/items.ts'
import { createGather } from '../../src/main/checks/gather.ts'
import { checkSealed } from '../../src/main/checks/storage.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { en } from '../../src/shared/text/en.ts'
import * as samples from '../storage/samples.ts'
import { activePdf } from './active-pdf.ts'
import { type CheckOffice, foundIn, itemOf, openCheckOffice } from './office.ts'

/* Every kind of damage is put in and must come out as its own finding. What is not found here nobody may rely on. */

let office: CheckOffice
beforeEach(async () => { office = await openCheckOffice() })
afterEach(() => office.close())

const seen = new Set<string>()
async function found() {
  const report = await office.run()
  const rules = foundIn(report)
  for (const rule of rules) seen.add(rule.split(' ')[1]!)
  return rules
}

test('a sound dossier: every item looks at something and finds nothing; the virus scan is never passed', async () => {
  const report = await office.run()
  expect(foundIn(report)).toEqual([])
  expect(report.items.map(({ code }) => code)).toEqual([...ITEM_CODES])
  for (const { code, outcome, checked } of report.items) {
    expect([code, outcome]).toEqual([code, code === 'AQ-6' ? 'notCarriedOut' : 'passed'])
    if (code !== 'AQ-6') expect(checked).toBeGreaterThan(0)
  }
  expect(report).toMatchObject({ verdict: 'unfinished', dossiers: 1, documents: office.items.length, files: office.items.length, findings: 0 })
})

describe('authenticity', () => {
  test('one byte of a stored scan is flipped', async () => {
    const file = office.fileOf(office.hashes[0]!)
    const bytes = readFileSync(file)
    bytes[bytes.length - 20]! ^= 1
    writeFileSync(file, bytes)
    expect(await found()).toEqual(['ZS-1 bytes-changed'])
  })

  test('two stored scans are exchanged: neither is the other', async () => {
    const [one, two] = [office.fileOf(office.hashes[0]!), office.fileOf(office.hashes[1]!)]
    renameSync(one, `${one}.x`)
    renameSync(two, one)
    renameSync(`${one}.x`, two)
    expect(await found()).toEqual(['ZS-1 bytes-changed', 'ZS-1 bytes-changed'])
  })

  test('an audit entry about the dossier is rewritten', async () => {
    office.sql("UPDATE audit SET actorName = '别人' WHERE seq = (SELECT max(seq) FROM audit WHERE subjectKind = 'dossier')")
    expect(await found()).toContain('ZS-2 entry-changed')
  })

  test('the entry of its opening is gone', async () => {
    office.sql("UPDATE audit SET subjectId = 0 WHERE method = 'dossiers.open'")
    expect(await found()).toEqual(['ZS-2 opening-unrecorded'])
  })

  test('a number that is not in the register, and one that its pattern does not make', async () => {
    office.sql("UPDATE dossier SET number = 'X-1'")
    expect(await found()).toContain('ZS-3 number-unregistered')
    office.sql("UPDATE dossierNumber SET number = 'X-1'")
    expect(await found()).toEqual(['ZS-3 number-pattern'])
  })

  test.each([
    ["UPDATE document SET datedOn = '2031-01-01' WHERE id = ?", 'dated-in-future'],
    ["UPDATE document SET datedOn = '2026-11-23', addedAt = '2026-11-22T02:00:00.000Z' WHERE id = ?", 'dated-after-added'],
    ["UPDATE document SET expiresOn = '2026-09-01' WHERE id = ?", 'expires-before-dated'],
    ["UPDATE document SET addedAt = '2027-01-01T00:00:00.000Z' WHERE id = ?", 'added-in-future'],
    ["UPDATE document SET addedAt = '2026-01-01T00:00:00.000Z', datedOn = '2025-12-01' WHERE id = ?", 'added-before-opened'],
    ["UPDATE attachment SET addedAt = '2026-01-01T00:00:00.000Z' WHERE documentId = ?", 'scan-before-line'],
    ["UPDATE document SET itemCode = '99.9' WHERE id = ?", 'unknown-item'],
  ])('%s', async (damage, rule) => {
    office.sql(damage, office.documents[0])
    expect(await found()).toContain(`ZS-4 ${rule}`)
  })

  test('an opening to come, and one of another year', async () => {
    office.sql("UPDATE dossier SET openedOn = '2031-01-01'")
    const rules = await found()
    expect(rules).toContain('ZS-4 opened-in-future')
    expect(rules).toContain('ZS-4 year-differs')
  })

  test('a PDF recorded as a picture, and a picture that is called a PDF', async () => {
    office.sql("UPDATE blob SET mime = 'image/png' WHERE sha256 = ?", office.hashes[0])
    office.sql("UPDATE attachment SET name = '执照.png' WHERE sha256 = ?", office.hashes[0])
    expect(await found()).toEqual(['ZS-5 kind-differs'])
    office.sql("UPDATE blob SET mime = 'application/pdf'")
    expect(await found()).toEqual(['ZS-5 extension-differs'])
  })
})

describe('completeness', () => {
  test('a required document is struck', async () => {
    await office.callAs('creditadministrator', 'attachments.strike', { id: 1, reason: '误传' })
    await office.callAs('creditadministrator', 'documents.strike', { id: office.documents[0]!, reason: '误传' })
    expect(await found()).toEqual(['WZ-1 required-missing'])
  })

  test('a number was left out', async () => {
    office.sql('UPDATE dossierNumber SET sequence = 3')
    const rules = await found()
    expect(rules.filter((rule) => rule === 'WZ-2 number-gap')).toHaveLength(2)
  })

  test('the cover says otherwise than the contents; a line has no pages; a folder has no lines', async () => {
    office.sql('UPDATE dossier SET pages = pages + 1')
    expect(await found()).toEqual(['WZ-3 cover-differs'])
    office.sql('UPDATE dossier SET pages = pages - 1')
    await office.callAs('creditadministrator', 'documents.add', { dossierId: office.dossier.id, title: '名片', pages: 0 })
    expect(await found()).toEqual(['WZ-3 no-pages', 'WZ-4 scan-missing'])
    const party = await office.callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '淮北弘柘建材有限公司', departmentId: office.departments.XS2 })
    const empty = await office.callAs('creditadministrator', 'dossiers.open', { partyId: party.id, departmentId: office.departments.XS2 })
    const rules = foundIn(await office.run('creditadministrator', 'dossier', empty.id))
    expect(rules).toContain('WZ-3 empty-folder')
    seen.add('empty-folder')
  })

  test('a page count is changed: by the line, by the record of its scan', async () => {
    await office.callAs('creditadministrator', 'documents.change', { id: office.documents[0]!, itemCode: office.items[0]!.code, title: office.items[0]!.title, pages: 7, datedOn: '2026-10-01' })
    expect(await found()).toEqual(['WZ-5 pages-differ'])
    office.sql('UPDATE document SET pages = 2 WHERE id = ?', office.documents[0])
    office.sql('UPDATE attachment SET pages = 9 WHERE sha256 = ?', office.hashes[0])
    expect((await found()).filter((rule) => rule.startsWith('WZ-5'))).toEqual(['WZ-5 pages-differ', 'WZ-5 recount-differs'])
  })

  test('a line is entered twice; a scan hangs on two lines', async () => {
    const { code, title } = office.items[0]!
    const again = await office.upload('creditadministrator', `${title}.pdf`, samples.pdf(2, { prolog: '%PDF-1.4\n%0\n' }))
    await office.callAs('creditadministrator', 'documents.add', { dossierId: office.dossier.id, itemCode: code, title: ` ${title}`, pages: 2, datedOn: '2026-10-01', uploads: [again] })
    expect(await found()).toEqual(['WZ-6 line-twice', 'WZ-6 scan-twice'])
  })

  test('not confirmed; nobody answered; another stage; a transfer that one side signed', async () => {
    office.sql('UPDATE dossier SET confirmedAt = NULL')
    office.sql("UPDATE dossier SET stage = 'archiveRoom'")
    office.sql("INSERT INTO transfer (number, fromStage, toStage, departmentId, state, filledBy, filledAt) VALUES ('YJ-2026-0099', 'department', 'archiveRoom', ?, 'closed', 1, '2026-11-01T00:00:00.000Z')", office.departments.XS1)
    office.sql("INSERT INTO transferLine (transferId, dossierId, state, pagesIn, condition, decidedBy, decidedAt) VALUES (1, ?, 'accepted', 1, 'good', 1, '2026-11-01T00:00:00.000Z')", office.dossier.id)
    expect(await found()).toEqual(['WZ-7 not-confirmed', 'WZ-7 stage-differs', 'WZ-7 signature-missing'])
    office.sql('DROP TRIGGER custody_kept')
    office.sql('DELETE FROM custody')
    expect(await found()).toContain('WZ-7 no-holder')
  })

  test('a stored scan is removed', async () => {
    rmSync(office.fileOf(office.hashes[0]!))
    expect(await found()).toEqual(['WZ-8 file-missing'])
  })
})

describe('usability', () => {
  test('a PDF cut in the middle, a TIFF that points nowhere, a picture without its end', async () => {
    const whole = samples.pdf(2)
    await office.plant('断.pdf', whole.subarray(0, whole.length - 60), 'application/pdf')
    await office.plant('断.jpg', samples.jpeg().subarray(0, 60), 'image/jpeg')
    const rules = await found()
    expect(rules.filter((rule) => rule === 'KY-1 does-not-open')).toHaveLength(2)
    expect(rules).toContain('AQ-1 cannot-tell')
  })

  test('a kind that the archive does not take; a PDF behind a password', async () => {
    await office.plant('图.gif', samples.gif(), 'image/png')
    await office.plant('锁.pdf', Buffer.from(activePdf('').toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 2 >>'), 'latin1'), 'application/pdf', 1)
    const rules = await found()
    expect(rules).toContain('KY-2 format-refused')
    expect(rules).toContain('KY-2 locked')
  })

  test('a name that nobody can read', async () => {
    office.sql("UPDATE attachment SET name = '合\ufffd\ufffd.pdf' WHERE sha256 = ?", office.hashes[0])
    expect(await found()).toEqual(['KY-3 unreadable-text'])
  })
})

describe('safety', () => {
  test.each([
    ['a script that runs when it is opened', '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>', [], 'javascript'],
    ['a script in its names', '/Names << /JavaScript << /Names [(a) 4 0 R] >> >>', ['<< /S /JavaScript /JS (x) >>'], 'javascript'],
    ['a program it launches', '/OpenAction 4 0 R', ['<< /S /Launch /F (cmd.exe) >>'], 'launch'],
    ['a file inside', '/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>', ['<< /Type /Filespec /F (a.exe) >>'], 'embedded-file'],
  ])('a PDF with %s', async (_what, catalog, more, kind) => {
    await office.scan('新件.pdf', activePdf(catalog, more))
    office.sql('UPDATE document SET pages = 3 WHERE id = ?', office.documents[0])
    office.sql('UPDATE dossier SET pages = pages + 1')
    const report = await office.run()
    expect(foundIn(report)).toEqual(['AQ-1 active-content'])
    expect(itemOf(report, 'AQ-1').shown[0]!.facts).toEqual({ kind })
    seen.add('active-content')
  })

  test('a PDF that only opens at its second page, and one with the word in its text, are harmless', async () => {
    await office.scan('新件.pdf', activePdf('/OpenAction [3 0 R /Fit] /Title (about /JavaScript and /Launch)'))
    expect((await found()).filter((rule) => rule.startsWith('AQ-1'))).toEqual([])
  })

  test('an Office file with macros, in a new and in an old format', async () => {
    await office.plant('表.docx', samples.docm(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    await office.plant('旧.doc', samples.compound(['WordDocument', 'Macros']), 'application/msword')
    expect((await found()).filter((rule) => rule === 'AQ-1 active-content')).toHaveLength(2)
  })

  test('a program under a harmless name, and a harmless file under the name of a program', async () => {
    await office.plant('合同.pdf', samples.exe(), 'application/pdf')
    await office.scan('合同.pdf.exe', samples.pdf(1))
    const rules = await found()
    expect(rules).toContain('AQ-2 executable')
    expect(rules).toContain('AQ-2 disguised-name')
  })

  test('a database that lies on the disk in the clear', () => {
    const file = join(office.folder, '..', 'plain.db')
    const plain = new Database(file)
    plain.exec('CREATE TABLE dossier (id INTEGER)')
    plain.close()
    const gather = createGather()
    checkSealed({ archive: { ...office.archive, store: { ...office.archive.store, file } } }, gather)
    expect(gather.results().find(({ code }) => code === 'AQ-3')).toMatchObject({ outcome: 'failed', findings: [{ rule: 'stored-plainly' }] })
    seen.add('stored-plainly')
  })

  test('never backed up, and not for long', async () => {
    office.clock.addDays(40)
    expect(await found()).toContain('AQ-4 backup-old')
    office.sql("DELETE FROM setting WHERE name = 'lastBackupAt'")
    expect(await found()).toContain('AQ-4 no-backup')
  })

  test('a missing folder, one that came back damaged, an open incident', async () => {
    office.sql("UPDATE dossier SET custody = 'missing', custodySince = '2026-11-01T00:00:00.000Z'")
    await office.callAs('archivist', 'incidents.open', {
      kind: 'damaged', dossierId: office.dossier.id, happenedFrom: '2026-11-22T00:00:00.000Z', happenedTo: '2026-11-22T01:00:00.000Z', what: '受潮',
    })
    office.sql("INSERT INTO slip (number, state, applicantId, unit, partyName, purpose, manner, untilOn, filledBy, filledAt, regulationVersionId) VALUES ('X', 'returned', 1, '', '', '', 'read', '2026-11-30', 1, '', 1)")
    office.sql("INSERT INTO loan (slipId, dossierId, handedAt, handedOn, handedBy, pagesOut, conditionOut, dueOn, returnedAt, takenBackBy, pagesIn, conditionIn) VALUES (1, ?, '', '2026-11-01', 1, 1, 'good', '2026-11-02', '2026-11-02', 1, 1, 'damaged')", office.dossier.id)
    expect((await found()).filter((rule) => rule.startsWith('AQ-5'))).toEqual(['AQ-5 folder-missing', 'AQ-5 folder-damaged', 'AQ-5 incident-open'])
  })
})

describe('a check that could not run is a failure', () => {
  test('the folder of a scan cannot be read', async () => {
    const folder = dirname(office.fileOf(office.hashes[0]!))
    renameSync(folder, `${folder}-away`)
    writeFileSync(folder, '')
    const report = await office.run()
    rmSync(folder)
    renameSync(`${folder}-away`, folder)
    expect(report.verdict).toBe('failed')
    for (const code of ['ZS-1', 'ZS-5', 'WZ-5', 'WZ-8', 'KY-1', 'KY-2', 'AQ-1', 'AQ-2'] as const) {
      expect(itemOf(report, code).outcome).toBe('notRun')
      expect(new Set(itemOf(report, code).shown.map(({ rule, facts }) => `${rule} ${facts['reason']}`))).toEqual(new Set(['not-run ENOTDIR']))
    }
    seen.add('not-run')
  })

  test('a scan is a folder instead of a file', async () => {
    const file = office.fileOf(office.hashes[0]!)
    renameSync(file, `${file}-away`)
    mkdirSync(file)
    expect(itemOf(await office.run(), 'ZS-1').outcome).toBe('notRun')
  })

  test('a table that an item reads is broken; the other items go on', async () => {
    office.sql('ALTER TABLE incident RENAME TO incidentAway')
    const report = await office.run()
    expect(itemOf(report, 'AQ-5')).toMatchObject({ outcome: 'notRun' })
    expect(report.items.filter(({ outcome }) => outcome === 'passed')).toHaveLength(ITEM_CODES.length - 2)
  })

  test('the whole archive: a chain that was cut', async () => {
    office.sql('DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)')
    const { id } = await office.callAs('auditor', 'checks.runArchive', {})
    const report = await office.callAs('auditor', 'checks.get', { id })
    expect(foundIn(report)).toContain('ZS-2 chain-broken')
    seen.add('chain-broken')
  })
})

test('every finding has been put in by a test above, and has its sentence and its remedy in both languages', () => {
  const unseen = FINDING_RULES.filter((rule) => !seen.has(rule))
  expect(unseen).toEqual([])
  for (const { checks } of [zhCN, en]) {
    for (const rule of FINDING_RULES) {
      expect(checks.finding[rule]({ kind: 'javascript', item: '利润表' }).length).toBeGreaterThan(1)
      expect(checks.remedy[rule].length).toBeGreaterThan(1)
    }
    for (const code of ITEM_CODES) expect(checks.item[code].what).not.toBe('')
  }
})
