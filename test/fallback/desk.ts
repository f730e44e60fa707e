import type { Input } from '../../src/shared/contract/index.ts'
import type { TestLogin } from '../builders/archive.ts'
import { type Folder, type Office, openCustodyOffice } from '../custody/office.ts'

export type PaperList = Input<'fallback.enterList'>
export type PaperNote = Input<'fallback.enterNote'>
export type PaperSlip = Input<'fallback.enter'>

/**
 * An office with blanks of every form and four contracts, all ten days old; `ago` counts hours back from its now. Slips,
 * lists and notes as a desk without power would have written them.
 */
export async function openPaperDesk() {
  const office = await openCustodyOffice()
  const folders: Folder[] = []
  for (const name of ['徐州锦岱锻造有限公司', '唐山恒岳重工有限公司', '淮北弘柘建材有限公司', '邯郸冀涧焦化有限公司']) folders.push(await office.dossier(name))
  office.clock.addDays(1)
  const blanks = {} as Record<'slip' | 'transfer' | 'incident', string[]>
  for (const form of ['slip', 'transfer', 'incident'] as const) {
    const { from } = await office.callAs('archivist', 'fallback.issue', { form, count: 30 })
    blanks[form] = Array.from({ length: 30 }, (_, index) => `${from.slice(0, -4)}${String(Number(from.slice(-4)) + index).padStart(4, '0')}`)
  }
  office.clock.addDays(9)
  const { people, departments } = office
  const base = office.clock.now().getTime()
  const ago = (hours: number) => new Date(base - hours * 3_600_000).toISOString()
  const folderId = (which: number) => folders[which]!.id

  const toAdministrator = (blank: number, hours: number, which = [0], more: Partial<PaperList> = {}): PaperList => ({
    number: blanks.transfer[blank]!, from: 'department', to: 'administrator', departmentId: departments.XS1, senderId: people.departmentclerk, sentAt: ago(hours),
    receiverId: people.creditadministrator, receivedAt: ago(hours - 0.5), lines: which.map((one) => ({ dossierId: folderId(one), pages: 10 })), ...more,
  })
  const toRoom = (blank: number, hours: number, which = [0], more: Partial<PaperList> = {}): PaperList => toAdministrator(blank, hours, which, {
    from: 'administrator', to: 'archiveRoom', departmentId: null, senderId: people.creditadministrator, receiverId: people.archivist2, ...more,
  })
  const slip = (blank: number, out: number, back: number | null, which = 0, more: Partial<PaperSlip> = {}): PaperSlip => ({
    number: blanks.slip[blank]!, applicantId: people.salesperson, partyName: '徐州锦岱锻造有限公司', purpose: '停电时查合同', manner: 'borrow', untilOn: '2027-01-15',
    signerId: people.officedirector, signedAt: ago(out + 0.1), handedBy: people.archivist, handedAt: ago(out), takenBackBy: back === null ? null : people.archivist2,
    folders: [{ dossierId: folderId(which), pagesOut: 10, returnedAt: back === null ? null : ago(back) }], ...more,
  })
  const note = (blank: number, from: number, to: number, found: number, which = 0, more: Partial<PaperNote> = {}): PaperNote => ({
    number: blanks.incident[blank]!, kind: 'damaged', dossierId: folderId(which), happenedFrom: ago(from), happenedTo: ago(to), foundAt: ago(found), foundBy: people.salesperson2,
    what: '茶水洒在封皮上', measures: '当场吸干、摊晾', witness: '保安老李', ...more,
  })
  const enter = (paper: PaperSlip | PaperList | PaperNote, login: TestLogin = 'archivist') =>
    'lines' in paper ? office.answerAs(login, 'fallback.enterList', paper) : 'what' in paper ? office.answerAs(login, 'fallback.enterNote', paper) : office.answerAs(login, 'fallback.enter', paper)
  const entered = async (paper: PaperSlip | PaperList | PaperNote) => {
    const answer = await enter(paper)
    if (!answer.ok) throw new Error(`${answer.error.code} ${JSON.stringify(answer.error.details)}`)
    return answer.value
  }
  const post = () => office.callAs('archivist', 'fallback.post', {})
  const conflicts = async () => (await office.callAs('archivist', 'fallback.conflicts', {})).rows
  const rules = async () => (await conflicts()).map(({ rule }) => rule).sort()
  /** The ledger as it holds: rows that lasted no moment are left out. */
  const ledger = (which: number) => {
    const rows = office.archive.store.prepare('SELECT fromAt, how, stage, holderId FROM custody WHERE dossierId = ? ORDER BY fromAt, id').all(folderId(which)) as
      { fromAt: string; how: string; stage: string; holderId: number }[]
    return rows.filter((row, index) => row.fromAt !== rows[index + 1]?.fromAt)
  }
  return { ...office, folders, blanks, ago, folderId, toAdministrator, toRoom, slip, note, enter, entered, post, conflicts, rules, ledgerOf: ledger }
}

export type PaperDesk = Awaited<ReturnType<typeof openPaperDesk>>
export type { Office }
