import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openTestArchive } from '../builders/archive.ts'
import { fileSource } from '../../src/main/storage/file-source.ts'
import { takeIn } from '../../src/main/storage/take-in.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'
import { report, time } from './measure.ts'
import { scratchFolder } from './office.ts'

const FILES = 200
const BYTES = 5 << 20
/** As `use-uploads.ts` has it. */
const LANES = 2
const TURN = 10
/** The loop by hand holds a file three times over; of the gigabyte nothing may stay. */
const MOST_GROWTH_MB = 100

/** 200 files of 5 MB taken in and attached, against a loop that reads, hashes, encrypts and durably writes them; and the memory it takes. */
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

  const key = randomBytes(32)
  const session = office.connectionOf('salesperson').session!
  const byHand = async (index: number) => {
    const bytes = await readFile(files[index]!)
    createHash('sha256').update(bytes).digest('hex')
    const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12))
    const handle = await open(join(scratch.folder, 'plain-loop', String(index)), 'w')
    await handle.write(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]))
    await handle.sync()
    await handle.close()
  }
  const attach = async (index: number) => {
    const staged = await takeIn(office.archive.attachments, fileSource(files[index]!), `${index}.pdf`, 'attachment')
    await office.callAs('salesperson', 'attachments.add', { documentId: document.id, uploads: [office.archive.uploads.stage(session.id, staged)] })
  }

  const before = process.memoryUsage().rss
  let most = before
  const spent = { ours: 0, theirs: 0 }
  // By turns of ten files, each side first in every other turn: what else the machine does falls on both alike.
  for (let first = 0; first < FILES; first += TURN) {
    const indexes = Array.from({ length: TURN }, (_, at) => first + at)
    const turns = [
      async () => { spent.theirs += await time(async () => { for (const index of indexes) await byHand(index) }) },
      async () => { spent.ours += await time(() => inLanes(indexes, attach)) },
    ]
    for (const turn of first % (2 * TURN) === 0 ? turns : turns.toReversed()) {
      await turn()
      most = Math.max(most, process.memoryUsage().rss)
    }
  }
  const grown = (most - before) / (1 << 20)
  console.log(`${grown <= MOST_GROWTH_MB ? 'ok  ' : 'OVER'} memory while attaching 1 GB: ${grown.toFixed(0)} MB above the start  (≤ ${MOST_GROWTH_MB} MB)`)
  await office.close()
  scratch.remove()
  return [grown <= MOST_GROWTH_MB, report({ name: 'attach 200 × 5 MB / read, hash, encrypt, write in a loop', ...spent, budget: 1.3 })]
}

/** As the page sends chosen files: the next one sets out when one has arrived. */
async function inLanes(indexes: readonly number[], work: (index: number) => Promise<void>): Promise<void> {
  const waiting = [...indexes]
  const lane = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) await work(index)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
