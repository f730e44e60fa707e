import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { MethodName } from '../../src/shared/contract/index.ts'
import { openArchive } from '../../src/main/archive/folder.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { connect, createProgram, newSession } from '../../src/main/pipeline/program.ts'
import { loadPresets } from '../../src/main/regulations/load.ts'
import { openKeyFile } from '../../src/main/storage/keys.ts'
import { takeIn } from '../../src/main/storage/take-in.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'
import { builtWorker } from '../builders/worker.ts'

/*
 * The process that is killed: it works in the archive without pause and says on standard output what has been
 * acknowledged, one JSON line each. Its parent kills it at a random moment and then asks the archive.
 */

const { values } = parseArgs({ options: { folder: { type: 'string' }, key: { type: 'string' }, round: { type: 'string' }, work: { type: 'string' } } })
const folder = values.folder!
const round = Number(values.round)
const resourcesFolder = join(import.meta.dirname, '../../resources')
const clock = { now: () => new Date() }
const program = createProgram({
  folder, clock, resourcesFolder,
  presets: loadPresets(join(resourcesFolder, 'regulations')),
  workerUrl: builtWorker,
  log: (line) => process.stderr.write(`${line}\n`),
  shell: {
    kind: 'terminal', canSavePdf: false, chooseFolder: null,
    backupTarget: async (asked) => asked ?? null, backupSource: async (asked) => asked ?? null,
  },
})
const archive = openArchive({ folder, dataKey: Buffer.from(values.key!, 'hex'), keys: openKeyFile(folder), clock })
program.archive = archive

const connections = new Map<string, ReturnType<typeof connect>>()
function as(login: string) {
  const known = connections.get(login)
  if (known) return known
  const connection = connect(program)
  const { id } = archive.store.prepare('SELECT id FROM person WHERE login = ?').get(login) as { id: number }
  connection.session = newSession(id, login, clock)
  connections.set(login, connection)
  return connection
}

const say = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`)

async function call<Value>(login: string, method: MethodName, input: object): Promise<Value> {
  const answer = await callByName(program, as(login), method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code} ${JSON.stringify(answer.error.details)}`)
  return answer.value as Value
}

async function upload(login: string, name: string, bytes: Buffer, purpose: 'attachment' | 'import' = 'attachment') {
  async function* source() {
    for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536)
  }
  return archive.uploads.stage(as(login).session!.id, await takeIn(archive.attachments, source(), name, purpose))
}

/** One import of many parties: all of them or none. */
async function importing(turn: number): Promise<void> {
  const mark = `${round}-${turn}`
  const rows = Array.from({ length: 400 }, (_unused, index) => `终止测试${mark}号${index}厂,徐州`)
  const token = await upload('creditadministrator', `${mark}.csv`, Buffer.from(`企业名称,城市\n${rows.join('\n')}\n`), 'import')
  await call('creditadministrator', 'parties.import', { upload: token })
  say({ kind: 'import', mark, count: rows.length })
}

async function attaching(turn: number): Promise<void> {
  const { id } = archive.store.prepare('SELECT id FROM document ORDER BY id LIMIT 1').get() as { id: number }
  const bytes = Buffer.concat([tinyPdf(`${round}-${turn}`), randomBytes(700_000)])
  const token = await upload('archivist', `${round}-${turn}.pdf`, bytes)
  const { ids } = await call<{ ids: number[] }>('archivist', 'attachments.add', { documentId: id, uploads: [token] })
  say({ kind: 'attachment', id: ids[0] })
}

/** One import of many invoices: all of them or none. The code is the turn's mark. */
async function invoicing(turn: number): Promise<void> {
  const mark = String(10_000_000 + round * 1000 + turn)
  const { id: partyId } = archive.store.prepare('SELECT id FROM party ORDER BY id LIMIT 1').get() as { id: number }
  const rows = Array.from({ length: 300 }, (_unused, index) => `${mark},${10_000_000 + index},2026/3/${1 + (index % 28)},乙公司${index % 7},1000,130,1130,有效发票`)
  const token = await upload('creditadministrator', `${mark}.csv`, Buffer.from(`发票代码,发票号码,开票日期,购方名称,金额,税额,价税合计,发票状态\n${rows.join('\n')}\n`), 'import')
  await call('creditadministrator', 'invoices.import', { files: [{ upload: token, direction: 'sale' }], partyId })
  say({ kind: 'invoices', mark, count: rows.length })
}

/** Many bills and their receipts, allocated as they come in: all of a table or none. The number begins with the turn's mark. */
async function receiving(turn: number): Promise<void> {
  const mark = `Z${round}-${turn}-`
  const { id: partyId } = archive.store.prepare('SELECT id FROM party ORDER BY id LIMIT 1').get() as { id: number }
  const numbers = Array.from({ length: 200 }, (_unused, index) => `${mark}${index}`)
  for (const [what, table] of [
    ['receivables', `单据号,单据日期,到期日,金额\n${numbers.map((number) => `${number},2026-03-01,2026-04-01,10.00`).join('\n')}\n`],
    ['receipts', `核销单号,收款日期,金额,凭证号\n${numbers.map((number) => `${number},2026-03-20,10.00,${number}`).join('\n')}\n`],
  ] as const) {
    const token = await upload('creditadministrator', `${mark}${what}.csv`, Buffer.from(table), 'import')
    await call('creditadministrator', 'receivables.import', { upload: token, what, partyId })
    say({ kind: what, mark, count: numbers.length })
  }
}

async function lending(turn: number): Promise<void> {
  const { id: dossierId, pages } = archive.store.prepare('SELECT id, pages FROM dossier ORDER BY id LIMIT 1').get() as { id: number; pages: number }
  const open = archive.store.prepare('SELECT pagesOut FROM loan WHERE dossierId = ? AND returnedAt IS NULL').get(dossierId) as { pagesOut: number } | undefined
  const counted = { dossierId, condition: 'good', remarks: '清点' }
  if (open) {
    // What an earlier kill has left handed out comes back first.
    await call('archivist', 'lookups.takeBack', { ...counted, pages: open.pagesOut })
  }
  const today = new Date()
  const untilOn = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, '0')}-${String(today.getDate()).padStart(2, '0')}`
  const { applicantId, name } = archive.store.prepare("SELECT person.id AS applicantId, (SELECT name FROM party ORDER BY id LIMIT 1) AS name FROM person WHERE login = 'salesperson2'").get() as { applicantId: number; name: string }
  const slip = await call<{ id: number; number: string }>('archivist', 'lookups.create', {
    applicantId, partyName: name, dossierIds: [dossierId], purpose: `终止测试 ${round}-${turn}`, manner: 'borrow', untilOn, submit: true,
  })
  say({ kind: 'slip', id: slip.id, number: slip.number })
  await call('officedirector', 'lookups.sign', { id: slip.id, decision: 'agreed' })
  say({ kind: 'signed', id: slip.id })
  await call('archivist', 'lookups.handOut', { id: slip.id, folders: [{ ...counted, pages }] })
  say({ kind: 'handedOut', id: slip.id, dossierId })
  await call('archivist', 'lookups.takeBack', { ...counted, pages })
  say({ kind: 'takenBack', id: slip.id, dossierId })
}

async function backingUp(turn: number): Promise<void> {
  const file = join(folder, '..', `backup-${round}-${turn}.jzb`)
  await call('systemadministrator', 'archive.backup', { file })
  say({ kind: 'backup', file })
}

const works = { importing, attaching, lending, backingUp, invoicing, receiving }
const work = works[values.work as keyof typeof works]
say({ kind: 'ready' })
for (let turn = 0; ; turn += 1) await work(turn)
