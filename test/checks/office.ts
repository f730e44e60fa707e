import { join } from 'node:path'
import type { Output } from '../../src/shared/contract/index.ts'
import type { ItemCode } from '../../src/shared/rules/checks/items.ts'
import { adoptRegulation } from '../../src/main/regulations/load.ts'
import { WITH_TRANSFERS } from '../custody/office.ts'
import { openTestArchive, type TestLogin } from '../builders/archive.ts'
import * as samples from '../storage/samples.ts'

export type Report = Output<'checks.get'>

/** A real archive with one confirmed dossier that has all its required documents, each scanned, and a backup: nothing is wrong with it. */
export async function openCheckOffice() {
  const test = await openTestArchive()
  const { archive, callAs, departments } = test
  const { store } = archive
  store.write((trx) => adoptRegulation(trx, WITH_TRANSFERS, '2026-11-23'))
  const party = await callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '徐州锦岱锻造有限公司', departmentId: departments.XS1 })
  const dossier = await callAs('creditadministrator', 'dossiers.open', { partyId: party.id, departmentId: departments.XS1 })
  const { regulation } = await callAs('creditadministrator', 'archive.status', {})
  const items = test.program.presets.find(({ id }) => id === regulation.id)!.catalogues.credit.classes.flatMap((group) => group.items.filter((item) => item.isRequired))
  const documents: number[] = []
  for (const [index, item] of items.entries()) {
    const scan = await test.upload('creditadministrator', `${item.title}.pdf`, samples.pdf(2, { prolog: `%PDF-1.4\n%${index}\n` }))
    documents.push((await callAs('creditadministrator', 'documents.add', { dossierId: dossier.id, itemCode: item.code, title: item.title, pages: 2, datedOn: '2026-10-01', uploads: [scan] })).id)
  }
  await callAs('salesdirector', 'dossiers.confirm', { id: dossier.id })
  store.connection.prepare("INSERT INTO setting VALUES ('lastBackupAt', '2026-11-20T02:00:00.000Z')").run()

  const hashes = (store.prepare('SELECT sha256 FROM attachment ORDER BY id').all() as { sha256: string }[]).map(({ sha256 }) => sha256)
  const fileOf = (sha256: string) => join(archive.attachments.folder, archive.attachments.pathOf(archive.attachments.diskName(sha256)))
  const run = async (login: TestLogin = 'creditadministrator', scope: 'dossier' | 'transfer' = 'dossier', id = dossier.id) =>
    callAs(login, 'checks.get', { id: (await callAs(login, 'checks.run', { scope, id })).id })
  return {
    ...test, party, dossier, documents, items, hashes, fileOf, run,
    sql: (text: string, ...values: unknown[]) => store.connection.prepare(text).run(...values),
    /** Brings one more scan in through the door. */
    scan: async (name: string, bytes: Uint8Array, documentId = documents[0]!) =>
      callAs('creditadministrator', 'attachments.add', { documentId, uploads: [await test.upload('creditadministrator', name, bytes)] }),
    /** Puts a file into the store past the door's own inspection, as a damaged or older program might have left it. */
    plant: async (name: string, bytes: Uint8Array, mime: string, pages: number | null = null, documentId = documents[0]!) => {
      async function* source() { yield bytes }
      const { sha256, size } = await archive.attachments.add(source())
      store.connection.prepare('INSERT OR IGNORE INTO blob VALUES (?, ?, ?, ?)').run(sha256, size, mime, '2026-11-23T02:00:00.000Z')
      store.connection.prepare('INSERT INTO attachment (documentId, sha256, name, pages, addedAt, addedBy) VALUES (?, ?, ?, ?, ?, ?)')
        .run(documentId, sha256, name, pages, '2026-11-23T02:00:00.000Z', test.people.creditadministrator)
    },
  }
}
export type CheckOffice = Awaited<ReturnType<typeof openCheckOffice>>

/** What a report found, `ZS-1 bytes-changed`, in the order of its items. */
export function foundIn(report: Report): string[] {
  return report.items.flatMap(({ code, shown }) => shown.map(({ rule }) => `${code} ${rule}`))
}
export const itemOf = (report: Report, code: ItemCode) => report.items.find((item) => item.code === code)!
