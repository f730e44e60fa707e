import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src/shared/errors.ts'
import { readDetail } from '../../src/shared/rules/archive/finding.ts'
import { appendEntry, auditHead, shortHead } from '../../src/main/audit/chain.ts'
import { DATABASE_NAME, openArchive } from '../../src/main/archive/folder.ts'
import { sweepOrphans } from '../../src/main/archive/sweep.ts'
import { closeArchive } from '../../src/main/pipeline/program.ts'
import { openStore } from '../../src/main/storage/database.ts'
import { deriveKey } from '../../src/main/storage/derive.ts'
import { openKeyFile } from '../../src/main/storage/keys.ts'
import { type ArchiveWithScans, freeControl, makeOld, openArchiveWithScans, verify } from './archive-with-scans.ts'
import { filesBelow } from './temporary.ts'

let office: ArchiveWithScans
beforeEach(async () => { office = await openArchiveWithScans() })
afterEach(() => office.close())

async function found(input: Parameters<typeof verify>[1] = {}) {
  const { ok, findings } = await verify(office, input)
  expect(ok).toBe(findings.length === 0)
  return findings.map(({ kind, detail }) => {
    expect(readDetail(detail)).not.toBeNull()
    return `${kind} ${readDetail(detail)!.rule}`
  })
}

test('a sound archive: everything is looked at, nothing is found', async () => {
  const steps: [number, number | null][] = []
  const verification = await verify(office, {}, { ...freeControl, progress: (done, total) => steps.push([done, total]) })
  const { seq } = auditHead(office.archive.store)
  expect(verification).toEqual({ ok: true, findings: [], checked: { duties: 0, database: 1, entries: seq, attachments: 3, dossiers: 1, documents: 1, loans: 0, limits: 0, ratings: 0 } })
  expect(steps.at(-1)).toEqual([seq + 3, seq + 3])
})

test('as a job through the pipeline it leaves one entry with what came out, and reads a head from paper', async () => {
  const head = auditHead(office.archive.store)
  expect(await office.callAs('auditor', 'archive.verify', { head: { seq: head.seq, head: shortHead(head.hash) } })).toMatchObject({ ok: true })
  const entry = office.archive.store.prepare('SELECT * FROM audit ORDER BY seq DESC LIMIT 1').get() as { seq: number; method: string; detail: string }
  expect(entry).toMatchObject({ seq: head.seq + 1, method: 'archive.verify' })
  expect(JSON.parse(entry.detail)).toMatchObject({ ok: true, findings: 0 })
  expect(await found({ head: { seq: head.seq + 100, head: '7F3A-91C2' } })).toEqual(['tail-cut beyond-newest'])
  expect(await found({ head: { seq: 1, head: '00000000' } })).toEqual(['head-unknown bears-another-head'])
})

test('stops when it is asked to', async () => {
  let turns = 0
  const control = { ...freeControl, throwIfCancelled: () => { if (++turns > 3) throw new AppError('cancelled') } }
  await expect(verify(office, {}, control)).rejects.toMatchObject({ code: 'cancelled' })
})

describe('attachments', () => {
  test('changed, also in the middle of a good file', async () => {
    const file = office.fileOf(office.hashes[0]!)
    const bytes = readFileSync(file)
    bytes[bytes.length - 40]! ^= 1
    writeFileSync(file, bytes)
    const { findings } = await verify(office)
    expect(findings).toMatchObject([{ kind: 'attachment-changed', subject: `${office.dossier.number} · ${office.hashes[0]!.slice(0, 12)}` }])
  })

  test('missing', async () => {
    rmSync(office.fileOf(office.hashes[1]!))
    expect(await found()).toEqual(['attachment-missing file-missing'])
  })

  test('two in each other’s place, one under a foreign name', async () => {
    const [one, two, three] = office.hashes.map(office.fileOf) as [string, string, string]
    renameSync(one, `${one}.x`)
    renameSync(two, one)
    renameSync(`${one}.x`, two)
    const name = `${dirname(three)}/${'0'.repeat(64)}`
    renameSync(three, name)
    makeOld(name)
    expect((await found()).sort()).toEqual([
      'attachment-changed bytes-changed', 'attachment-changed bytes-changed', 'attachment-missing file-missing', 'attachment-orphaned named-by-nothing',
    ])
  })

  test('orphaned: not what is staged, nor what comes in meanwhile', async () => {
    const { archive } = office
    await office.upload('salesperson', 'staged.pdf', readFileSync(new URL('./samples.ts', import.meta.url)).fill('%PDF-1.4\n', 0, 9))
    for (const name of filesBelow(archive.attachments.folder)) makeOld(join(archive.attachments.folder, name))
    expect(await found()).toEqual([])
    archive.uploads.forgetSession(office.connectionOf('salesperson').session!.id)
    expect(await found()).toEqual(['attachment-orphaned named-by-nothing'])

    const copy = join(archive.attachments.folder, '00', 'a copy')
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(office.fileOf(office.hashes[0]!), copy)
    makeOld(copy)
    expect(await found()).toHaveLength(2)
    office.sql('DELETE FROM attachment WHERE sha256 = ?', office.hashes[2])
    office.sql('DELETE FROM blob WHERE sha256 = ?', office.hashes[2])
    expect(await found()).toHaveLength(3)
  })
})

describe('the sweep', () => {
  async function* orphanBytes() { yield Buffer.from('an orphan') }
  const files = () => filesBelow(office.archive.attachments.folder)
  const reopen = async () => {
    const { folder, clock, dataKey } = office
    return openArchive({ folder, dataKey: Buffer.from(dataKey), keys: openKeyFile(folder), clock })
  }

  test('removes what a crash has left behind, and only that', async () => {
    const { archive } = office
    const { folder } = archive.attachments
    const named = files()
    const orphan = await archive.attachments.add(orphanBytes())
    await office.upload('salesperson', 'staged.pdf', Buffer.from('%PDF-1.4 staged'))
    writeFileSync(join(folder, 'half.part'), 'x')
    mkdirSync(join(folder, 'notes'))
    writeFileSync(join(folder, 'notes', 'by somebody.txt'), 'x')

    expect(await sweepOrphans(archive)).toEqual({ removed: 2 })
    expect(existsSync(office.fileOf(orphan.sha256))).toBe(false)
    expect(files()).toHaveLength(named.length + 2)
    expect(await sweepOrphans(archive)).toEqual({ removed: 0 })
  })

  test('leaves for the verification what was there before the archive was opened', async () => {
    const { archive } = office
    const orphan = await archive.attachments.add(orphanBytes())
    makeOld(office.fileOf(orphan.sha256))
    expect(await sweepOrphans(archive)).toEqual({ removed: 0 })
    expect(await found()).toEqual(['attachment-orphaned named-by-nothing'])
  })

  test('closing clears away what was staged and never used; then there is nothing to sweep at opening', async () => {
    const { archive, program, folder } = office
    const named = files()
    expect(archive.wasInterrupted).toBe(false)
    await office.upload('salesperson', 'staged.pdf', Buffer.from('%PDF-1.4 staged'))
    expect(files()).toHaveLength(named.length + 1)
    await closeArchive(program)
    expect(files()).toEqual(named)
    expect(existsSync(join(folder, 'open-since'))).toBe(false)
    const again = await reopen()
    expect(again.wasInterrupted).toBe(false)
    program.archive = again
  })

  test('killed, the next opening knows, and sweeps what had come in since the archive was opened', async () => {
    const { archive, program, folder } = office
    const named = files()
    await archive.attachments.add(orphanBytes())
    cpSync(folder, `${folder}-killed`, { recursive: true, preserveTimestamps: true })
    await closeArchive(program)
    rmSync(folder, { recursive: true })
    renameSync(`${folder}-killed`, folder)
    const again = await reopen()
    program.archive = again
    expect(again.wasInterrupted).toBe(true)
    expect(await sweepOrphans(again)).toEqual({ removed: 1 })
    expect(files()).toEqual(named)
  })
})

describe('custody', () => {
  async function lend() {
    const { archive, people, dossier } = office
    const slip = await office.callAs('salesperson', 'lookups.create', {
      partyName: '华东电缆有限公司', purpose: '核对', manner: 'borrow', untilOn: '2026-12-31', submit: true,
    })
    await office.callAs('officedirector', 'lookups.sign', { id: slip.id, decision: 'agreed' })
    await office.callAs('archivist', 'lookups.handOut', { id: slip.id, folders: [{ dossierId: dossier.id, pages: 6, condition: 'good' }] })
    expect(people.archivist).toBeGreaterThan(0)
    expect(archive.store.prepare('SELECT count(*) AS loans FROM loan').get()).toEqual({ loans: 1 })
    return slip.id
  }

  test('a folder lent, and taken back, contradicts nothing', async () => {
    const id = await lend()
    expect(await found()).toEqual([])
    await office.callAs('archivist', 'lookups.reportLost', { id, dossierId: office.dossier.id, findings: '寻找未果' })
    expect(await found()).toEqual([])
    await office.callAs('archivist', 'lookups.takeBack', { dossierId: office.dossier.id, pages: 6, condition: 'good' })
    expect(await found()).toEqual([])
  })

  test('an open loan of a slip that is not out', async () => {
    await lend()
    office.sql("UPDATE slip SET state = 'returned'")
    const { findings } = await verify(office)
    expect(findings).toMatchObject([{ kind: 'custody-contradiction', subject: office.dossier.number }])
    expect(readDetail(findings[0]!.detail)).toMatchObject({ rule: 'open-loan-of-slip', values: { state: 'returned' } })
  })

  test('a slip that is out without a loan', async () => {
    await lend()
    office.sql("UPDATE loan SET returnedAt = '2026-11-23T02:00:00.000Z'")
    expect(await found()).toEqual(['custody-contradiction out-without-loan', 'custody-contradiction holder-not-reader', 'log-contradiction not-in-log'])
  })

  test('a folder in a slot that its drawer has not, and a drawer that miscounts', async () => {
    const { archive, dossier } = office
    const drawer = archive.store.prepare('SELECT id, capacity FROM drawer LIMIT 1').get() as { id: number; capacity: number }
    office.sql('UPDATE dossier SET drawerId = ?, slot = ? WHERE id = ?', drawer.id, drawer.capacity, dossier.id)
    expect(await found()).toEqual([])
    office.sql('UPDATE drawer SET capacity = capacity - 1 WHERE id = ?', drawer.id)
    expect(await found()).toEqual(['custody-contradiction beyond-capacity'])
    office.sql('UPDATE drawer SET capacity = capacity + 1, occupied = 7 WHERE id = ?', drawer.id)
    expect(await found()).toEqual(['custody-contradiction drawer-counted-otherwise'])
  })

  test.each(['documents', 'pages', 'present', 'required'])('a dossier whose %s are counted otherwise', async (column) => {
    office.sql(`UPDATE dossier SET ${column} = ${column} + 1`)
    expect(await found()).toEqual(['custody-contradiction counted-otherwise'])
  })

  test('a dossier said to lack nothing in a class in which it does', async () => {
    office.sql("UPDATE dossier SET gaps = ',99,'")
    expect(await found()).toEqual(['custody-contradiction gaps-otherwise'])
  })

  test('a document struck out behind the program’s back, and one added', async () => {
    office.sql("UPDATE document SET struckAt = '2026-11-23T02:00:00.000Z'")
    expect(await found()).toEqual(['custody-contradiction counted-otherwise', 'custody-contradiction gaps-otherwise', 'log-contradiction not-in-log'])
    office.sql('UPDATE document SET struckAt = NULL')
    office.sql("INSERT INTO document (dossierId, title, originality, pages, addedAt, addedBy) SELECT dossierId, 'x', 'copy', 0, addedAt, addedBy FROM document")
    expect(await found()).toEqual(['custody-contradiction counted-otherwise', 'log-contradiction not-in-log', 'log-contradiction stands-other-than-logged'])
  })

  test('a voided dossier on a shelf', async () => {
    office.sql('UPDATE dossier SET voidedAt = openedAt, drawerId = (SELECT min(id) FROM drawer), slot = 1')
    expect(await found()).toContain('custody-contradiction voided-in-place')
  })
})

describe('the database', () => {
  test('a reference to nothing', async () => {
    office.archive.store.connection.pragma('foreign_keys = OFF')
    office.sql('UPDATE document SET addedBy = 4711')
    expect(await found()).toContain('database-damaged reference-broken')
  })

  test('a page changed on the disk is found by whoever reads it, and the other checks run', async () => {
    const { archive, folder, program } = office
    archive.store.write((trx) => {
      for (let index = 0; index < 12_000; index++) {
        appendEntry(trx, { at: '2026-11-23T02:00:00.000Z', actorId: 1, actorName: '甲', method: 'x', outcome: 'done', subjectKind: null, subjectId: null, subjectLabel: null, detail: { index } })
      }
    })
    const key = deriveKey(archive.dataKey, 'juanzong/database')
    archive.store.connection.pragma('wal_checkpoint(TRUNCATE)')
    archive.store.close()
    const file = join(folder, DATABASE_NAME)
    const bytes = readFileSync(file)
    // The last pages are the entries just written; what a call reads before anything else lies before them.
    for (let page = bytes.length / 4096 - 100; page < bytes.length / 4096; page++) bytes[page * 4096 + 2000]! ^= 1
    writeFileSync(file, bytes)
    const store = openStore(file, key)
    const damaged = { ...archive, store, close: async () => store.close() }
    office = { ...office, archive: damaged }
    program.archive = damaged
    const kinds = (await verify(office)).findings.map((finding) => finding.kind)
    expect(kinds.length).toBeGreaterThan(0)
    expect(new Set(kinds)).toEqual(new Set(['database-damaged']))
  })

  test('a check that cannot run is a finding', async () => {
    office.sql('DROP TABLE slipDossier')
    office.sql('ALTER TABLE slip RENAME TO slip2')
    expect(await found()).toContain('check-not-run not-run')
  })

  test('of very many faults the first two hundred are told, and how many more there are', async () => {
    const { archive } = office
    archive.store.write((trx) => {
      const insert = trx.prepare("INSERT INTO blob (sha256, size, mime, storedAt) VALUES (printf('%064x', ?), 1, 'application/pdf', '')")
      for (let index = 0; index < 500; index++) insert.run(index)
    })
    const { findings } = await verify(office)
    expect(findings).toHaveLength(201)
    expect(findings.at(-1)).toEqual({ kind: 'attachment-missing', subject: 'attachments', detail: 'and-more: count=300' })
  })

})
