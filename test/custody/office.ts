import type { Input, Output } from '../../src/shared/contract/index.ts'
import type { ErrorCode } from '../../src/shared/errors.ts'
import type { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import { adoptRegulation } from '../../src/main/regulations/load.ts'
import { openTestArchive, presets, TEST_PASSWORD, type TestArchive, type TestLogin } from '../builders/archive.ts'

/*
 * An office that hands its folders over: contracts from the department to the credit administrator and on to the archive
 * room, credit dossiers by way of the leading group's office. What was opened under the version before knows no transfers.
 */

export const WITHOUT_TRANSFERS: Regulation = { ...presets.find((preset) => preset.id === 'S22')!, transfers: [] }
export const WITH_TRANSFERS: Regulation = {
  ...WITHOUT_TRANSFERS,
  transfers: [
    { clause: '4', kind: 'contract', from: 'department', to: 'administrator', senders: ['salesperson', 'departmentClerk'], receivers: ['creditAdministrator'] },
    { clause: '4', kind: 'contract', from: 'administrator', to: 'archiveRoom', senders: ['creditAdministrator'], receivers: ['archivist'] },
    { clause: '4.3', kind: 'credit', from: 'department', to: 'office', senders: ['departmentClerk'], receivers: ['officeDirector'] },
    { clause: '4.4', kind: 'credit', from: 'office', to: 'archiveRoom', senders: ['officeDirector'], receivers: ['archivist'] },
  ],
}

export type Folder = { id: number; number: string; partyId: number }
export type Office = TestArchive & {
  /** A dossier with one document of so many pages, opened under the regulation with transfers unless told otherwise. */
  dossier(name: string, options?: { kind?: 'credit' | 'contract'; department?: 'XS1' | 'XS2'; pages?: number; by?: TestLogin; old?: boolean }): Promise<Folder>
  draft(login: TestLogin, folders: readonly Folder[], input?: Partial<Input<'transfers.create'>>): Promise<number>
  /** A draft signed by who filled it in. */
  sent(login: TestLogin, folders: readonly Folder[], input?: Partial<Input<'transfers.create'>>): Promise<number>
  accept(login: TestLogin, id: number, folders: readonly Folder[], pages?: number): Promise<Output<'transfers.receive'>>
  refuseLine(login: TestLogin, id: number, folder: Folder, remarks?: string): Promise<Output<'transfers.receive'>>
  /** The code with which a call is refused; null when it is answered. */
  refusal(answer: ReturnType<TestArchive['answerAs']>): Promise<ErrorCode | null>
  ledger(dossierId: number): { how: string; stage: string; holderId: number }[]
  lying(dossierId: number): { custody: string; stage: string }
}

export { TEST_PASSWORD }

export async function openCustodyOffice(): Promise<Office> {
  const archive = await openTestArchive()
  const { store } = archive.archive
  store.write((trx) => {
    adoptRegulation(trx, WITHOUT_TRANSFERS, '2026-01-01')
    adoptRegulation(trx, WITH_TRANSFERS, '2026-11-23')
  })
  const now = archive.clock.now()
  const way = { from: 'department', to: 'administrator', departmentId: archive.departments.XS1 } as const

  const dossier: Office['dossier'] = async (name, { kind = 'contract', department = 'XS1', pages = 10, by = 'salesperson', old = false } = {}) => {
    if (old) archive.clock.set(new Date(2026, 0, 15, 10))
    const departmentId = archive.departments[department]
    const { id: partyId } = await archive.callAs(by, 'parties.add', { kind: 'customer', name, departmentId })
    const opened = kind === 'credit'
      ? await archive.callAs(by, 'dossiers.open', { partyId, departmentId })
      : await archive.callAs(by, 'contracts.open', { partyId, departmentId, subject: '主焦精煤', direction: 'sale', handlerId: archive.people[by] })
    await archive.callAs(by, 'documents.add', { dossierId: opened.id, title: '正本', pages })
    if (old) archive.clock.set(now)
    return { ...opened, partyId }
  }
  const draft: Office['draft'] = async (login, folders, input = {}) =>
    (await archive.callAs(login, 'transfers.create', { ...way, dossierIds: folders.map(({ id }) => id), ...input })).id
  const sent: Office['sent'] = async (login, folders, input) => {
    const id = await draft(login, folders, input)
    await archive.callAs(login, 'transfers.submit', { id })
    return id
  }
  return {
    ...archive, dossier, draft, sent,
    accept: (login, id, folders, pages = 10) =>
      archive.callAs(login, 'transfers.receive', { id, lines: folders.map((one) => ({ dossierId: one.id, decision: 'accepted' as const, pages })) }),
    refuseLine: (login, id, one, remarks = '缺末页') =>
      archive.callAs(login, 'transfers.receive', { id, lines: [{ dossierId: one.id, decision: 'refused', pages: 9, reason: 'pages-differ', remarks }] }),
    refusal: async (answer) => {
      const result = await answer
      return result.ok ? null : result.error.code
    },
    ledger: (dossierId) => store.prepare('SELECT how, stage, holderId FROM custody WHERE dossierId = ? ORDER BY fromAt, id').all(dossierId) as ReturnType<Office['ledger']>,
    lying: (dossierId) => store.prepare('SELECT custody, stage FROM dossier WHERE id = ?').get(dossierId) as ReturnType<Office['lying']>,
  }
}
