import { shortNameOf } from '../../src/shared/rules/parties/short-name.ts'
import { searchWordsOf } from '../../src/shared/rules/parties/search-words.ts'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import type { ErrorCode } from '../../src/shared/errors.ts'
import { reindexParty } from '../../src/main/parties/search-index.ts'
import { openTestArchive, TEST_PASSWORD, type TestArchive, type TestLogin } from '../builders/archive.ts'

/*
 * A records office for tests: parties with dossiers put straight into a real archive, and the steps of a slip through the
 * real pipeline, each by one line.
 */

export type Level = 'public' | 'internal' | 'secret' | 'confidential'
export type TestDossier = { id: number; number: string; partyId: number; name: string }

export type Office = Awaited<ReturnType<typeof openOffice>>

export async function openOffice() {
  const archive = await openTestArchive()
  let sequence = 0
  /** A party with its credit dossier of 12 documents and 40 pages, on a shelf unless told otherwise. */
  const addDossier = (
    name: string, options: { department?: 'XS1' | 'XS2'; level?: Level; creditCode?: string; oldName?: string; dossier?: boolean; shortName?: string } = {},
  ): TestDossier =>
    archive.archive.store.write((trx) => {
      const department = options.department ?? 'XS1'
      const { pinyin, initials } = searchWordsOf(name)
      const partyId = trx.run(trx.sql.insertInto('party').values({
        kind: 'customer', name, shortName: options.shortName ?? shortNameOf(name), creditCode: options.creditCode ?? null,
        codeState: options.creditCode ? 'valid' : 'none', departmentId: archive.departments[department], pinyin, initials,
        updatedAt: archive.clock.now().toISOString(),
      } as never)).lastId
      if (options.oldName) trx.run(trx.sql.insertInto('partyOldName').values({ partyId, name: options.oldName, usedUntil: null }))
      if (options.dossier === false) return { id: 0, number: '', partyId, name }
      sequence++
      const number = `XY-${department}-2026-${String(sequence).padStart(4, '0')}`
      const id = trx.run(trx.sql.insertInto('dossier').values({
        kind: 'credit', number, partyId, departmentId: archive.departments[department], year: 2026, level: options.level ?? 'internal',
        openedOn: '2026-01-05', openedBy: archive.people.creditadministrator, openedAt: '2026-01-05T02:00:00.000Z',
        documents: 12, pages: 40, present: 9, required: 12, regulationVersionId: 1,
      } as never)).lastId
      reindexParty(trx, partyId)
      return { id, number, partyId, name }
    })

  const fill = (partyName: string, change: Partial<Input<'lookups.create'>> = {}): Input<'lookups.create'> =>
    ({ partyName, purpose: '核对授信额度与担保条款', manner: 'borrow', untilOn: '2026-12-31', submit: true, ...change })
  /** A submitted slip of `login` for a named party. */
  const submitted = async (login: TestLogin, partyName: string, change: Partial<Input<'lookups.create'>> = {}) =>
    (await archive.callAs(login, 'lookups.create', fill(partyName, change))).id
  const agree = (login: TestLogin, id: number) => archive.callAs(login, 'lookups.sign', { id, decision: 'agreed' })
  /** The same, signed by the office director. */
  const signed = async (login: TestLogin, partyName: string, change: Partial<Input<'lookups.create'>> = {}) => {
    const id = await submitted(login, partyName, change)
    await agree('officedirector', id)
    return id
  }
  const handOut = (id: number, dossierId: number, by: TestLogin = 'archivist') =>
    archive.callAs(by, 'lookups.handOut', { id, folders: [{ dossierId, pages: 40, condition: 'good' }] })
  const takeBack = (dossierId: number, by: TestLogin = 'archivist') =>
    archive.callAs(by, 'lookups.takeBack', { dossierId, pages: 40, condition: 'good' })
  /** The same, handed out. */
  const lent = async (login: TestLogin, dossier: TestDossier, change: Partial<Input<'lookups.create'>> = {}) => {
    const id = await signed(login, dossier.name, change)
    await handOut(id, dossier.id)
    return id
  }
  const slip = (id: number, as: TestLogin = 'archivist') => archive.callAs(as, 'lookups.get', { id })
  /** The code with which a call is refused; null when it is answered. */
  const refusal = async (answer: ReturnType<TestArchive['answerAs']>): Promise<ErrorCode | null> => {
    const result = await answer
    return result.ok ? null : result.error.code
  }
  return { ...archive, addDossier, fill, submitted, agree, signed, handOut, takeBack, lent, slip, refusal }
}

export type Slip = Output<'lookups.get'>
export { TEST_PASSWORD }

/** 09:00 on a day here, wherever the test runs. */
export function at(day: string, hour = 9, minute = 0): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, date, hour, minute)
}
