import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openTestArchive } from '../builders/archive.ts'
import { takeIn } from '../../src/main/storage/take-in.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'
import { report, time } from './measure.ts'
import { scratchFolder } from './office.ts'

const FILES = 200
const BYTES = 5 << 20

/** 200 files of 5 MB taken in and attached, against a loop that reads, hashes, encrypts and durably writes them. */
export async function attaching(): Promise<boolean[]> {
  const scratch = scratchFolder()
  const files: string[] = []
  await mkdir(join(scratch.folder, 'plain-loop'))
  for (let index = 0; index < FILES; index += 1) {
    const file = join(scratch.folder, `${index}.pdf`)
    await writeFile(file, Buffer.concat([tinyPdf(String(index)), randomBytes(BYTES)]))
    files.push(file)
  }
  const office = await openTestArchive()
  const { departments } = office
  const party = await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '大卷公司', departmentId: departments.XS1 })
  const dossier = await office.callAs('salesperson', 'dossiers.open', { partyId: party.id, departmentId: departments.XS1 })
  const document = await office.callAs('salesperson', 'documents.add', { dossierId: dossier.id, title: '合同扫描件', pages: 1 })

  const theirs = await time(async () => {
    const key = randomBytes(32)
    for (const [index, file] of files.entries()) {
      const bytes = await readFile(file)
      createHash('sha256').update(bytes).digest('hex')
      const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12))
      const handle = await open(join(scratch.folder, 'plain-loop', String(index)), 'w')
      await handle.write(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]))
      await handle.sync()
      await handle.close()
    }
  })
  global.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const session = office.connectionOf('salesperson').session!
  const ours = await time(async () => {
    for (const [index, file] of files.entries()) {
      const staged = await takeIn(office.archive.attachments, createReadStream(file, { highWaterMark: 1 << 20 }), `${index}.pdf`, 'attachment')
      await office.callAs('salesperson', 'attachments.add', { documentId: document.id, uploads: [office.archive.uploads.stage(session.id, staged)] })
      most = Math.max(most, process.memoryUsage().rss)
    }
  })
  console.log(`     memory while attaching 1 GB: ${((most - before) / (1 << 20)).toFixed(0)} MB above the start`)
  await office.close()
  scratch.remove()
  return [report({ name: 'attach 200 × 5 MB / read, hash, encrypt, write in a loop', ours, theirs, budget: 1.3 })]
}
