import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkCustody } from '../../src/main/archive/verify-custody.ts'
import { openPaperDesk, type PaperDesk } from './desk.ts'

let desk: PaperDesk
beforeEach(async () => { desk = await openPaperDesk() })
afterEach(() => desk.close())

const refused = (code: string, details: object = {}) => ({ ok: false, error: { code, details } })
const steps = (which: number) => desk.ledgerOf(which).map(({ how, stage, fromAt }) => [how, stage, fromAt])
const sound = () => expect(checkCustody(desk.archive.store).findings).toEqual([])

describe('a list of transfer read off its paper', () => {
  test('becomes a closed transfer with the paper’s hours, both signatures and the folders in the hands that it says', async () => {
    const { people, ago } = desk
    const list = desk.toAdministrator(0, 50, [0, 1], {
      remarks: '停电当日交接',
      lines: [
        { dossierId: desk.folderId(0), pages: 10, pagesIn: 9, remarks: '缺封底' }, { dossierId: desk.folderId(1), pages: 10, decision: 'refused', reason: 'damaged', pagesIn: 10, condition: 'damaged' },
      ],
    })
    expect(await desk.enter(list)).toMatchObject({ ok: true, value: { conflicts: 0 } })
    expect(steps(0)).toHaveLength(1)
    expect(await desk.post()).toEqual({ posted: 1, left: 0 })
    const { rows: [entry] } = await desk.callAs('archivist', 'fallback.entries', {})
    expect(entry).toMatchObject({ form: 'transfer', state: 'posted', became: { number: 'YJ-2026-0001' }, list: { senderName: '测试departmentClerk', lines: [{ decision: 'accepted' }, { decision: 'refused' }] } })
    const transfer = await desk.callAs('archivist', 'transfers.get', { id: entry!.became!.id })
    expect(transfer).toMatchObject({
      number: 'YJ-2026-0001', state: 'closed', submittedAt: ago(50), closedAt: ago(49.5), remarks: '停电当日交接', senderName: '测试departmentClerk', refused: 1, pages: 20,
      lines: [{ state: 'accepted', pages: 10, pagesIn: 9, remarks: '缺封底', decidedByName: '测试creditAdministrator' }, { state: 'refused', reason: 'damaged', condition: 'damaged' }],
      signatures: [{ side: 'sender', at: ago(50), onPaper: true, onTheSpot: false }, { side: 'receiver', signerName: '测试creditAdministrator', at: ago(49.5), onPaper: true }],
      may: { change: false, submit: false, withdraw: false, receive: false, close: false },
    })
    expect(transfer.events.map(({ what, at, remarks }) => [what, at, remarks])).toEqual([['filled', ago(50), desk.blanks.transfer[0]], ['submitted', ago(50), null], ['closed', ago(49.5), null]])
    expect(steps(0).slice(1)).toEqual([['sent', 'department', ago(50)], ['received', 'administrator', ago(49.5)]])
    expect(desk.lying(desk.folderId(0))).toEqual({ custody: 'in', stage: 'administrator' })
    // What was refused is its sender's, as at the desk.
    expect(desk.ledgerOf(1).at(-1)).toMatchObject({ how: 'sent', stage: 'department', holderId: people.departmentclerk })
    expect(desk.lying(desk.folderId(1))).toEqual({ custody: 'in', stage: 'department' })
    const at = async (hours: number) => (await desk.callAs('archivist', 'custody.of', { dossierId: desk.folderId(0), at: ago(hours) }))
    expect(await at(49.8)).toMatchObject({ onTransfer: 'YJ-2026-0001', at: { holderName: '测试departmentClerk', stage: 'department' } })
    expect((await at(40)).at).toMatchObject({ holderName: '测试creditAdministrator', stage: 'administrator' })
    expect(await desk.callAs('departmentclerk', 'fallback.ofCase', { form: 'transfer', id: transfer.id })).toMatchObject({ blank: desk.blanks.transfer[0], enteredByName: '测试archivist', note: null })
    expect(await desk.refusal(desk.answerAs('departmentclerk2', 'fallback.ofCase', { form: 'transfer', id: transfer.id }))).toBe('not-found')
    expect((await desk.callAs('archivist', 'fallback.blanks', { state: 'used' })).rows).toMatchObject([{ number: desk.blanks.transfer[0], remarks: 'YJ-2026-0001' }])
    sound()
    // The folder goes on in the program from where the paper left it.
    const next = await desk.sent('creditadministrator', [desk.folders[0]!], { from: 'administrator', to: 'archiveRoom', departmentId: null })
    await desk.accept('archivist', next, [desk.folders[0]!])
    sound()
  })

  test('a loan that the program made afterwards comes back to where the folder did belong', async () => {
    const { people } = desk
    await desk.entered(desk.slip(0, 30, 20))
    await desk.post()
    const made = await desk.callAs('archivist', 'lookups.create', { applicantId: people.salesperson, partyName: '徐州锦岱', dossierIds: [desk.folderId(0)], purpose: '查', manner: 'borrow', untilOn: '2026-12-15', submit: true })
    await desk.callAs('officedirector', 'lookups.sign', { id: made.id, decision: 'agreed' })
    await desk.callAs('archivist', 'lookups.handOut', { id: made.id, folders: [{ dossierId: desk.folderId(0), pages: 10, condition: 'good' }] })
    expect(await desk.entered(desk.toAdministrator(0, 50))).toMatchObject({ conflicts: 0 })
    await desk.post()
    expect(desk.ledgerOf(0).map(({ how, stage }) => [how, stage])).toEqual([
      ['opened', 'department'], ['sent', 'department'], ['received', 'administrator'], ['lent', 'reader'], ['returned', 'administrator'], ['lent', 'reader'],
    ])
    sound()
    desk.clock.addDays(1)
    await desk.callAs('archivist', 'lookups.takeBack', { dossierId: desk.folderId(0), pages: 10, condition: 'good' })
    expect(desk.ledgerOf(0).at(-1)).toMatchObject({ how: 'returned', stage: 'administrator' })
    sound()
  })

  test('refuses what no regulation knows and who may not have signed', async () => {
    const { people, departments } = desk
    const list = (more: Partial<typeof base>) => desk.enter({ ...base, ...more })
    const base = desk.toAdministrator(0, 50)
    expect(await list({ number: 'ZD-2026-0999' })).toMatchObject(refused('not-found'))
    expect(await list({ number: desk.blanks.slip[0]! })).toMatchObject(refused('bad-input', { path: 'number' }))
    expect(await list({ departmentId: null })).toMatchObject(refused('bad-input', { path: 'departmentId' }))
    expect(await list({ departmentId: departments.XS2 })).toMatchObject(refused('other-department'))
    expect(await list({ to: 'archiveRoom', receiverId: people.archivist2 })).toMatchObject(refused('no-transfer-step'))
    expect(await list({ senderId: people.departmentclerk2 })).toMatchObject(refused('signature-missing', { signerId: people.departmentclerk2 }))
    expect(await list({ receiverId: people.officedirector })).toMatchObject(refused('signature-missing', { signerId: people.officedirector }))
    expect(await list({ receiverId: people.departmentclerk })).toMatchObject(refused('same-person'))
    expect(await desk.enter(desk.toRoom(0, 50, [0], { receiverId: people.archivist }))).toMatchObject(refused('same-person', { role: 'signer' }))
    expect(await list({ receivedAt: desk.ago(-1) })).toMatchObject(refused('bad-input', { path: 'receivedAt' }))
    const line = (more: object) => list({ lines: [{ dossierId: desk.folderId(0), pages: 10, ...more }] })
    expect(await line({ decision: 'refused' })).toMatchObject(refused('bad-input', { path: 'reason' }))
    expect(await line({ pagesIn: 8 })).toMatchObject(refused('bad-input', { path: 'remarks' }))
    expect(await list({ lines: [...base.lines, ...base.lines] })).toMatchObject(refused('duplicate'))
    expect(await desk.enter(base, 'officedirector')).toMatchObject(refused('forbidden'))
    await desk.callAs('archivist', 'fallback.void', { number: base.number, reason: '受潮' })
    expect(await list({})).toMatchObject(refused('wrong-state'))
    expect((await desk.callAs('archivist', 'fallback.entries', {})).total).toBe(0)
  })

  test('one that was made in the program as well and linked to its blank is not entered a second time without two people', async () => {
    const id = await desk.sent('departmentclerk', [desk.folders[3]!])
    const { number } = await desk.callAs('archivist', 'transfers.get', { id })
    await desk.callAs('archivist', 'fallback.use', { number: desk.blanks.transfer[0]!, reference: number })
    expect(await desk.entered(desk.toAdministrator(0, 50))).toMatchObject({ conflicts: 1 })
    expect((await desk.conflicts())[0]).toMatchObject({ rule: 'used-already', facts: { reference: number }, may: { explain: false } })
    await desk.entered(desk.toAdministrator(1, 50, [1]))
    expect(await desk.refusal(desk.answerAs('archivist', 'fallback.use', { number: desk.blanks.transfer[1]!, reference: number }))).toBe('wrong-state')
  })
})

describe('a list that cannot be true together with', () => {
  const program = async (which: number) => {
    const id = await desk.sent('departmentclerk', [desk.folders[which]!])
    await desk.accept('creditadministrator', id, [desk.folders[which]!])
    await desk.callAs('creditadministrator', 'transfers.receive', { id, sign: true })
  }

  test('a transfer that the program made since: kept, put to two people, nothing posted', async () => {
    desk.clock.set(new Date(desk.ago(40)))
    await program(0)
    desk.clock.set(new Date(desk.ago(0)))
    expect(await desk.entered(desk.toAdministrator(0, 50))).toMatchObject({ conflicts: 1 })
    const [conflict] = await desk.conflicts()
    expect(conflict).toMatchObject({ rule: 'moved-since', facts: { how: 'sent', stage: 'department' }, papers: [{ form: 'transfer', blank: desk.blanks.transfer[0] }] })
    expect(await desk.post()).toEqual({ posted: 0, left: 1 })
    const propose = (setAsideId: number | null) => desk.answerAs('archivist', 'fallback.propose', { id: conflict!.id, setAsideId, reason: '同一次交接，程序里已办' })
    expect(await propose(null)).toMatchObject(refused('bad-input'))
    expect(await propose(conflict!.papers[0]!.id)).toMatchObject({ ok: true })
    expect(await desk.answerAs('archivist', 'fallback.confirm', { id: conflict!.id, agreed: true })).toMatchObject(refused('same-person'))
    await desk.callAs('officedirector', 'fallback.confirm', { id: conflict!.id, agreed: true })
    expect(await desk.post()).toEqual({ posted: 0, left: 0 })
    // Nothing is lost: the paper stays as it was read off, set aside, with who said so.
    expect((await desk.callAs('archivist', 'fallback.entries', { state: 'setAside' })).rows).toMatchObject([{ blank: desk.blanks.transfer[0], list: { lines: [{ pages: 10 }] } }])
    expect(steps(0).map(([how]) => how)).toEqual(['opened', 'received'])
    sound()
  })

  test('a transfer that was under way then', async () => {
    desk.clock.set(new Date(desk.ago(60)))
    await desk.sent('departmentclerk', [desk.folders[0]!])
    desk.clock.set(new Date(desk.ago(0)))
    await desk.entered(desk.toAdministrator(0, 50))
    expect(await desk.conflicts()).toMatchObject([{ rule: 'on-other-list', facts: { transfer: 'YJ-2026-0001' } }])
  })

  test('where the program had the folder, until the list before it is entered too, in whatever order', async () => {
    expect(await desk.entered(desk.toRoom(1, 30))).toMatchObject({ conflicts: 1 })
    expect(await desk.conflicts()).toMatchObject([{ rule: 'from-elsewhere', facts: { from: 'administrator', stage: 'department' } }])
    expect(await desk.post()).toEqual({ posted: 0, left: 1 })
    expect(await desk.entered(desk.toAdministrator(0, 50))).toMatchObject({ conflicts: 0 })
    expect(await desk.conflicts()).toEqual([])
    expect(await desk.post()).toEqual({ posted: 2, left: 0 })
    expect(desk.lying(desk.folderId(0)).stage).toBe('archiveRoom')
    expect(steps(0).map(([how, stage]) => [how, stage])).toEqual([['opened', 'department'], ['sent', 'department'], ['received', 'administrator'], ['sent', 'administrator'], ['received', 'archiveRoom']])
    sound()
  })

  test('a list that rests on one in conflict waits with it', async () => {
    await desk.entered(desk.toRoom(2, 30))
    await desk.entered(desk.toAdministrator(0, 50))
    await desk.entered(desk.slip(0, 50.2, 49))
    expect(await desk.rules()).toEqual(['lent-while-handed'])
    expect(await desk.callAs('archivist', 'fallback.entries', {})).toMatchObject({ waiting: 3, ready: 0 })
    expect(await desk.post()).toEqual({ posted: 0, left: 3 })
    const [conflict] = await desk.conflicts()
    await desk.callAs('archivist', 'fallback.propose', { id: conflict!.id, setAsideId: conflict!.papers.find(({ form }) => form === 'slip')!.id, reason: '借的是另一卷' })
    await desk.callAs('officedirector', 'fallback.confirm', { id: conflict!.id, agreed: true })
    expect(await desk.post()).toEqual({ posted: 2, left: 0 })
    sound()
  })

  test('another list: the same folder to two receivers, before and after the other is posted', async () => {
    await desk.entered(desk.toAdministrator(0, 50))
    await desk.entered(desk.toAdministrator(1, 20))
    expect(await desk.conflicts()).toMatchObject([{ rule: 'lists-disagree', papers: [{ blank: desk.blanks.transfer[0] }, { blank: desk.blanks.transfer[1] }] }])
    await desk.entered(desk.toAdministrator(2, 50, [1]))
    await desk.post()
    await desk.entered(desk.toAdministrator(3, 20, [1]))
    expect(await desk.rules()).toEqual(['from-elsewhere', 'lists-disagree'])
    expect(await desk.entered(desk.toAdministrator(4, 80, [1]))).toMatchObject({ conflicts: 1 })
    expect((await desk.conflicts()).at(-1)!.rule).toMatch(/lists-disagree|moved-since/)
  })

  test.each([
    ['a loan of the program', 'loan-overlaps', async () => {
      await desk.entered(desk.slip(0, 52, 40))
      await desk.post()
      await desk.entered(desk.toAdministrator(0, 50))
    }],
    ['the day on which the folder was opened', 'not-there', async () => {
      const late = await desk.dossier('迟立公司')
      await desk.entered(desk.toAdministrator(0, 50, [], { lines: [{ dossierId: late.id, pages: 10 }] }))
    }],
    ['a folder that is missing', 'missing-then', async () => {
      desk.clock.set(new Date(desk.ago(60)))
      await desk.callAs('archivist', 'cabinet.reportMissing', { dossierId: desk.folderId(0), remarks: '不见' })
      desk.clock.set(new Date(desk.ago(0)))
      await desk.entered(desk.toAdministrator(0, 50))
    }],
    ['the order of its own hours', 'received-before-sent', async () => { await desk.entered(desk.toAdministrator(0, 50, [0], { receivedAt: desk.ago(51) })) }],
    ['the day of its blank', 'before-blank', async () => { await desk.entered(desk.toAdministrator(0, 24 * 9 + 2)) }],
    ['a closed incident', 'incident-settled', async () => {
      const { id } = await desk.callAs('archivist', 'incidents.open', { kind: 'damaged', dossierId: desk.folderId(0), happenedFrom: desk.ago(45), happenedTo: desk.ago(44), what: '破损' })
      const { version } = await desk.callAs('archivist', 'incidents.investigate', { id, version: 1, findings: '查', consequences: '无', measures: '修' })
      await desk.callAs('officedirector', 'incidents.close', { id, version, closing: '结' })
      await desk.entered(desk.toAdministrator(0, 50))
    }],
  ] as const)('%s', async (_what, rule, act) => {
    await act()
    expect(await desk.rules()).toEqual([rule])
    expect((await desk.post()).posted).toBe(0)
    sound()
  })
})
