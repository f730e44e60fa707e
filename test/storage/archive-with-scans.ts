import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { Input } from '../../src/shared/contract/index.ts'
import type { JobControl } from '../../src/main/jobs/job.ts'
import { makePreparation } from '../../src/main/pipeline/make-context.ts'
import { findActor } from '../../src/main/people/passwords.ts'
import { verifyArchive } from '../../src/main/archive/verify.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import * as samples from './samples.ts'

export const SCANS = [samples.pdf(3), samples.jpeg(), samples.tiff(2)] as const

/** A real archive with one dossier on its shelf, one document and three scans, all through the pipeline. */
export async function openArchiveWithScans() {
  const test = await openTestArchive()
  const { archive, callAs, departments } = test
  const party = await callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '华东电缆有限公司', departmentId: departments.XS1 })
  const dossier = await callAs('creditadministrator', 'dossiers.open', { partyId: party.id, departmentId: departments.XS1 })
  const uploads = []
  for (const [index, bytes] of SCANS.entries()) uploads.push(await test.upload('creditadministrator', `scan-${index}`, bytes))
  await callAs('creditadministrator', 'documents.add', { dossierId: dossier.id, itemCode: '1.1', title: '营业执照', pages: 6, uploads })
  archive.uploads.forgetSession(test.connectionOf('creditadministrator').session!.id)
  const hashes = archive.store.prepare('SELECT sha256 FROM attachment ORDER BY id').all().map((row) => (row as { sha256: string }).sha256)
  const fileOf = (sha256: string) => join(archive.attachments.folder, archive.attachments.pathOf(archive.attachments.diskName(sha256)))
  return {
    ...test, dossier, hashes, fileOf,
    /** A copy: closing the archive wipes its own. */
    dataKey: Buffer.from(archive.dataKey),
    sql: (text: string, ...values: unknown[]) => archive.store.connection.prepare(text).run(...values),
  }
}
export type ArchiveWithScans = Awaited<ReturnType<typeof openArchiveWithScans>>

export const freeControl: JobControl = { progress: () => {}, throwIfCancelled: () => {} }

export function verify(test: TestArchive, input: Input<'archive.verify'> = {}, control: JobControl = freeControl) {
  const actor = findActor(test.archive.store, test.people.auditor)!
  return verifyArchive({ ...makePreparation(test.archive, test.archive.store, actor, 'session'), ...control }, input)
}

/** As if the file had been there since before this program began. */
export function makeOld(file: string): void {
  const before = new Date(Date.now() - process.uptime() * 1000 - 60_000)
  utimesSync(file, before, before)
}
