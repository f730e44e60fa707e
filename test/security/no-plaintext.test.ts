import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'

// Without a password no byte can be read: planted strings are in no file of the archive, of the temporary folder, of a backup.

const PLANTED = ['植入公司琥珀溪', '植入题名铁木岭', '植入用途乌金湾', '植入姓名顾盼川', 'PlantedScanContent-7f31', 'planted.login.quux', '植入导入名白鹭洲']

let home: string
let office: TestArchive
const formerTemporary = process.env.TMPDIR

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'juanzong-plain-'))
  process.env.TMPDIR = home
  office = await openTestArchive()
})
afterAll(async () => {
  await office.close()
  if (formerTemporary === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = formerTemporary
  rmSync(home, { recursive: true, force: true })
})

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (entry.isFile()) yield path
  }
}

/** Every spelling a careless program might leave: UTF-8, UTF-16, GB-free ASCII, and JSON's \u escapes. */
function spellings(text: string): Buffer[] {
  const escaped = [...text].map((letter) => (letter < '\u0080' ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('')
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(escaped)]
}

function readWhole(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    const handle = openSync(file, 'r')
    const bytes = Buffer.alloc(statSync(file).size)
    readSync(handle, bytes)
    closeSync(handle)
    return bytes
  }
}

test('planted strings are found nowhere, while the archive is open and after it is closed', async () => {
  const { departments, people } = office
  const [company, title, purpose, name, content, login, imported] = PLANTED as [string, string, string, string, string, string, string]
  await office.callAs('systemadministrator', 'people.add', { login, name, roles: ['salesperson'], departmentId: null, temporaryPassword: 'Quux-2026-long' })
  const party = await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: company, departmentId: departments.XS1 })
  const dossier = await office.callAs('salesperson', 'dossiers.open', { partyId: party.id, departmentId: departments.XS1 })
  const scan = await office.upload('salesperson', `${title}.pdf`, Buffer.concat([tinyPdf(content), Buffer.from(content.repeat(40_000))]))
  await office.callAs('salesperson', 'documents.add', { dossierId: dossier.id, title, pages: 1, uploads: [scan] })
  await office.callAs('archivist', 'lookups.create', {
    applicantId: people.salesperson2, partyName: company, dossierIds: [dossier.id], purpose, manner: 'borrow', untilOn: '2026-11-30', submit: true,
  })
  const table = await office.upload('creditadministrator', '名单.csv', Buffer.from(`企业名称\n${imported}\n`.repeat(1)), 'import')
  await office.callAs('creditadministrator', 'parties.import', { upload: table })
  await office.callAs('archivist', 'parties.search', { text: company.slice(0, 4) })
  const view = await office.callAs('archivist', 'attachments.view', { id: 1 })
  for await (const part of office.archive.attachments.read(view.sha256)) expect(part.length).toBeGreaterThan(0)
  await office.callAs('systemadministrator', 'archive.backup', { file: join(home, 'plain.jzb') })

  const search = () => {
    const found: string[] = []
    let files = 0
    for (const file of filesBelow(home)) {
      files += 1
      const bytes = readWhole(file)
      for (const text of PLANTED) {
        if (spellings(text).some((spelling) => bytes.includes(spelling))) found.push(`${text} in ${file.slice(home.length)}`)
        if (file.includes(text)) found.push(`${text} names ${file.slice(home.length)}`)
      }
    }
    return { files, found }
  }
  const whileOpen = search()
  expect(whileOpen.files).toBeGreaterThan(4)
  expect(whileOpen.found).toEqual([])
  office.archive.store.connection.pragma('wal_checkpoint(TRUNCATE)')
  expect(search().found).toEqual([])
})
