import { readdirSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteBlobs } from '../../src/main/disposal/delete-blobs.ts'
import { openArchive } from '../../src/main/archive/folder.ts'
import { openKeyFile } from '../../src/main/storage/keys.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'
import { type Desk, openDesk } from '../dossiers/desk.ts'
import { appraise, approve, carryOut, openCase, openOldDossier, watch } from './office.ts'

/*
 * The process dies between the transaction that lets a scan go and the deletion of its file, or in the middle of that. The disk
 * is stood in for; everything else is real, the reopening included.
 */

let desk: Desk
let dossierId: number
let sha256: string
beforeEach(async () => {
  desk = await openDesk()
  ;({ id: dossierId } = await openOldDossier(desk, '断电公司'))
  const { id } = await desk.callAs('archivist', 'documents.add', { dossierId, title: '合同', pages: 1, uploads: [await desk.upload('archivist', '合同.pdf', tinyPdf('power'))] })
  sha256 = (desk.archive.store.prepare('SELECT sha256 FROM attachment WHERE documentId = ?').get(id) as { sha256: string }).sha256
})
afterEach(() => desk.close())

const left = () => (desk.archive.store.prepare('SELECT count(*) AS left FROM blobToDelete').get() as { left: number }).left
const file = () => join(desk.archive.attachments.folder, desk.archive.attachments.pathOf(desk.archive.attachments.diskName(sha256)))

/** Destroys the dossier; the deletion of its file dies as `dying` says. */
async function destroyDying(dying: (destroy: () => void) => void): Promise<void> {
  const one = await openCase(desk, [dossierId])
  await appraise(desk, one, [dossierId])
  await approve(desk, one)
  await watch(desk, one, [dossierId])
  const { attachments } = desk.archive
  const real = attachments.destroy
  const store = attachments as { destroy: (hash: string) => void }
  store.destroy = (hash) => {
    dying(() => real(hash))
    throw new Error('killed')
  }
  const program = desk.program as { log: (text: string) => void }
  const { log } = program
  program.log = () => {}
  expect(await carryOut(desk, one)).toEqual({ destroyed: 1, stopped: 0 })
  program.log = log
  store.destroy = real
}

/** As after a kill: the same folder opened anew beside the dead process's handles, and tidied as signing in does. */
async function reopenTidied(): Promise<void> {
  await desk.archive.close()
  const archive = openArchive({ folder: desk.folder, dataKey: Buffer.from(dataKey), keys: openKeyFile(desk.folder), clock: desk.clock })
  desk.program.archive = archive
  ;(desk as { archive: typeof archive }).archive = archive
  await deleteBlobs(archive)
}
let dataKey: Buffer
beforeEach(() => { dataKey = Buffer.from(desk.archive.dataKey) })

test('killed before the file is touched: the destruction stands, and the next opening deletes it', async () => {
  await destroyDying(() => {})
  expect([left(), statSync(file()).size > 0]).toEqual([1, true])
  await reopenTidied()
  expect(left()).toBe(0)
  expect(await desk.archive.attachments.has(sha256)).toBe(false)
})

test('killed with the key overwritten and the file still there: nobody can read it, and it goes too', async () => {
  await destroyDying(() => {})
  const handle = await open(file(), 'r+')
  await handle.write(Buffer.alloc(76), 0, 76, 0)
  await handle.close()
  expect(await desk.archive.attachments.check(sha256)).toBe('changed')
  await reopenTidied()
  expect(readdirSync(join(file(), '..')).length).toBe(0)
})

test('killed after the file is gone: the table is cleared without complaint', async () => {
  await destroyDying((destroy) => destroy())
  expect(left()).toBe(1)
  await reopenTidied()
  expect(left()).toBe(0)
})

test('the same content entered anew in between stays', async () => {
  await destroyDying(() => {})
  const other = await openOldDossier(desk, '再来公司')
  await desk.callAs('archivist', 'documents.add', { dossierId: other.id, title: '合同', pages: 1, uploads: [await desk.upload('archivist', '合同.pdf', tinyPdf('power'))] })
  await deleteBlobs(desk.archive)
  expect(left()).toBe(0)
  expect(await desk.archive.attachments.check(sha256)).toBe('ok')
})

test('nothing is deleted while a file is coming in, which may be the same; a token of deleted content has expired', async () => {
  await destroyDying(() => {})
  await desk.archive.uploads.arriving(async () => {
    expect(await deleteBlobs(desk.archive)).toEqual({ deleted: 0 })
    expect(await desk.archive.attachments.has(sha256)).toBe(true)
  })
  const token = await desk.upload('archivist', '合同.pdf', tinyPdf('power'))
  expect(await deleteBlobs(desk.archive)).toEqual({ deleted: 1 })
  const other = await openOldDossier(desk, '后来公司')
  expect(await desk.refusal('archivist', 'documents.add', { dossierId: other.id, title: '合同', pages: 1, uploads: [token] })).toBe('upload-expired')
})
