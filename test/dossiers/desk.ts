import { expect } from 'vitest'
import type { Input, MethodName } from '../../src/shared/contract/index.ts'
import type { ErrorCode } from '../../src/shared/errors.ts'
import { reindexParty } from '../../src/main/parties/search-index.ts'
import { searchWordsOf } from '../../src/shared/rules/parties/search-words.ts'
import { openTestArchive, type TestArchive, type TestLogin } from '../builders/archive.ts'

/*
 * A desk for tests of dossiers and cabinet: parties and slips are put straight into a real archive, everything else goes
 * through the real pipeline.
 */

export type Desk = TestArchive & {
  party(name: string, options?: { department?: 'XS1' | 'XS2'; grade?: 'AAA' | 'AA' | 'A' | 'B' | 'C' }): number
  open(login: TestLogin, name: string, options?: Partial<Input<'dossiers.open'>> & { department?: 'XS1' | 'XS2'; kind?: 'credit' | 'contract' }): Promise<{ id: number; number: string; partyId: number }>
  /** A cabinet of so many drawers; answers their ids from the first down. */
  furnish(options?: { room?: string; code?: string; label?: string; drawers?: number; capacity?: number }): Promise<{ roomId: number; drawers: number[] }>
  /** A slip of this reader for these dossiers; handed out (a loan each) when it has a due day. */
  slip(login: TestLogin, dossierIds: number[], options?: { state?: 'draft' | 'signed' | 'out'; untilOn?: string; dueOn?: string }): string
  takeBack(dossierId: number): void
  /** The code of the refusal; fails when the call is not refused. */
  refusal<Name extends MethodName>(login: TestLogin, method: Name, input: Input<Name>): Promise<ErrorCode>
}

export async function openDesk(): Promise<Desk> {
  const archive = await openTestArchive()
  const { store } = archive.archive
  const now = () => archive.clock.now().toISOString()
  let slips = 0

  const party: Desk['party'] = (name, { department = 'XS1', grade } = {}) =>
    store.write((trx) => {
      const { pinyin, initials } = searchWordsOf(name)
      const { lastId } = trx.run(trx.sql.insertInto('party').values({
        kind: 'customer', name, codeState: 'none', departmentId: archive.departments[department], grade: grade ?? null, pinyin, initials, updatedAt: now(),
      } as never))
      reindexParty(trx, lastId)
      return lastId
    })

  const slip: Desk['slip'] = (login, dossierIds, { state = 'signed', untilOn = '2026-12-31', dueOn } = {}) =>
    store.write((trx) => {
      const number = `CX-2026-${String(++slips).padStart(4, '0')}`
      const person = archive.people[login]
      const { lastId: slipId } = trx.run(trx.sql.insertInto('slip').values({
        number, state: dueOn === undefined ? state : 'out', applicantId: person, unit: '测试单位', partyName: '测试', purpose: '核对', manner: 'borrow',
        untilOn, filledBy: person, filledAt: now(), regulationVersionId: 1,
      } as never))
      for (const dossierId of dossierIds) {
        trx.run(trx.sql.insertInto('slipDossier').values({ slipId, dossierId }))
        if (dueOn === undefined) continue
        trx.run(trx.sql.insertInto('loan').values({
          slipId, dossierId, handedAt: now(), handedOn: '2026-11-01', handedBy: archive.people.archivist, pagesOut: 1, conditionOut: 'good', dueOn,
        } as never))
      }
      return number
    })

  return {
    ...archive, party, slip,
    open: async (login, name, { department = 'XS1', kind = 'credit', ...options } = {}) => {
      const partyId = options.partyId ?? party(name, { department })
      const where = { departmentId: archive.departments[department], ...options, partyId }
      const opened = kind === 'credit'
        ? await archive.callAs(login, 'dossiers.open', where)
        : await archive.callAs(login, 'contracts.open', { ...where, subject: '原煤', direction: 'sale', handlerId: archive.people[department === 'XS1' ? 'salesperson' : 'salesperson2'] })
      return { ...opened, partyId }
    },
    furnish: async ({ room = '档案室一', code = '01', label, drawers = 5, capacity = 40 } = {}) => {
      const known = (await archive.callAs('archivist', 'cabinet.rooms', {})).find((candidate) => candidate.name === room)
      const roomId = known?.id ?? (await archive.callAs('archivist', 'cabinet.addRoom', { name: room })).id
      const { id } = await archive.callAs('archivist', 'cabinet.addCabinet', { roomId, code, label: label ?? null, drawers, capacity })
      const rows = store.prepare('SELECT id FROM drawer WHERE cabinetId = ? ORDER BY no').all(id) as { id: number }[]
      return { roomId, drawers: rows.map((row) => row.id) }
    },
    takeBack: (dossierId) => {
      store.write((trx) => trx.prepare('UPDATE loan SET returnedAt = ?, takenBackBy = ? WHERE dossierId = ? AND returnedAt IS NULL')
        .run(now(), archive.people.archivist, dossierId))
    },
    refusal: async (login, method, input) => {
      const answer = await archive.answerAs(login, method, input)
      expect(answer.ok, `${method} should be refused`).toBe(false)
      return (answer as Exclude<typeof answer, { ok: true }>).error.code
    },
  }
}

/** Everything that triggers and counters keep, against what can be counted anew. */
export function expectKept({ archive }: Desk): void {
  const { store } = archive
  const rows = (text: string) => store.prepare(text).all()
  expect(rows('SELECT * FROM dossierTally ORDER BY departmentId, year, kind, grade, isConfirmed, isComplete, isShelved')).toEqual(rows(
    `SELECT dossier.departmentId, year, dossier.kind, coalesce(party.grade, '') AS grade, confirmedAt IS NOT NULL AS isConfirmed,
       present >= required AS isComplete, drawerId IS NOT NULL AS isShelved, count(*) AS dossiers, sum(present) AS present, sum(required) AS required
     FROM dossier JOIN party ON party.id = dossier.partyId WHERE voidedAt IS NULL
     GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7`,
  ))
  expect(rows('SELECT id, occupied FROM drawer ORDER BY id')).toEqual(rows(
    'SELECT drawer.id, count(dossier.id) AS occupied FROM drawer LEFT JOIN dossier ON dossier.drawerId = drawer.id GROUP BY drawer.id ORDER BY drawer.id',
  ))
  expect(rows('SELECT id, documents, pages FROM dossier ORDER BY id')).toEqual(rows(
    `SELECT dossier.id, count(document.id) AS documents, coalesce(sum(document.pages), 0) AS pages
     FROM dossier LEFT JOIN document ON document.dossierId = dossier.id AND document.struckAt IS NULL GROUP BY dossier.id ORDER BY dossier.id`,
  ))
  expect(rows('SELECT id FROM dossier WHERE drawerId IS NOT NULL ORDER BY placeKey')).toEqual(rows(
    `SELECT dossier.id FROM dossier JOIN drawer ON drawer.id = dossier.drawerId JOIN cabinet ON cabinet.id = drawer.cabinetId
     ORDER BY cabinet.roomId, length(cabinet.code), upper(cabinet.code), drawer.no, dossier.slot`,
  ))
}
