import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCustody } from '../../src/main/archive/verify-custody.ts'
import { RECEIPT_CHECKS, type ReceiptCheck } from '../../src/main/custody/receipt-checks.ts'
import { type Office, openCustodyOffice, TEST_PASSWORD } from './office.ts'

let office: Office
beforeAll(async () => { office = await openCustodyOffice() }, 60_000)
afterAll(() => office.close())

const get = (id: number, as: Parameters<Office['callAs']>[0] = 'creditadministrator') => office.callAs(as, 'transfers.get', { id })
const spot = (login: string) => ({ login, password: TEST_PASSWORD })

describe('a transfer with a refused line', () => {
  test('from draft to both signatures: the sender answers until the receiver ticks, a refused folder is his as before', async () => {
    const { people } = office
    const [kept, refused] = [await office.dossier('甲一公司'), await office.dossier('甲二公司')]
    const id = await office.draft('salesperson', [kept, refused])
    expect(office.lying(kept.id)).toEqual({ custody: 'in', stage: 'department' })
    await office.callAs('departmentclerk', 'transfers.submit', { id })
    expect(office.lying(kept.id)).toEqual({ custody: 'moving', stage: 'department' })
    expect(office.ledger(kept.id).at(-1)).toEqual({ how: 'sent', stage: 'department', holderId: people.departmentclerk })

    office.clock.addDays(1)
    expect(await office.accept('creditadministrator', id, [kept])).toEqual({ state: 'submitted', open: 1 })
    expect(office.lying(kept.id)).toEqual({ custody: 'in', stage: 'administrator' })
    expect(office.ledger(kept.id).at(-1)).toEqual({ how: 'received', stage: 'administrator', holderId: people.creditadministrator })
    expect(await office.refusal(office.answerAs('creditadministrator', 'transfers.receive', { id, sign: true }))).toBe('lines-open')
    await office.refuseLine('creditadministrator', id, refused)
    expect(office.lying(refused.id)).toEqual({ custody: 'in', stage: 'department' })
    expect(office.ledger(refused.id).at(-1)).toEqual({ how: 'sent', stage: 'department', holderId: people.departmentclerk })

    expect(await office.callAs('creditadministrator', 'transfers.receive', { id, sign: true })).toEqual({ state: 'closed', open: 0 })
    const transfer = await get(id)
    expect(transfer).toMatchObject({ state: 'closed', folders: 2, decided: 2, refused: 1, pages: 20, may: { receive: false, close: false, withdraw: false } })
    expect(transfer.number).toMatch(/^YJ-2026-\d{4}$/)
    expect(transfer.signatures.map(({ side, signerName }) => [side, signerName])).toEqual([['sender', '测试departmentClerk'], ['receiver', '测试creditAdministrator']])
    expect(transfer.lines.map(({ state, reason, pagesIn }) => [state, reason, pagesIn])).toEqual([['accepted', null, 10], ['refused', 'pages-differ', 9]])
    expect(transfer.events.map(({ what }) => what)).toEqual(['filled', 'submitted', 'closed'])
    // The refused folder goes onto a new list.
    expect(await office.draft('departmentclerk', [refused])).toBeGreaterThan(id)
  })

  test('who answered at a moment between the two signatures', async () => {
    const { people } = office
    const one = await office.dossier('途中公司')
    const id = await office.sent('departmentclerk', [one])
    const between = office.clock.now().toISOString()
    office.clock.addDays(2)
    await office.accept('creditadministrator', id, [one])
    const number = (await get(id)).number
    expect(await office.callAs('archivist', 'custody.of', { dossierId: one.id, at: between })).toMatchObject({ at: { holderId: people.departmentclerk, how: 'sent', caseNumber: number }, onTransfer: number })
    expect(await office.callAs('archivist', 'custody.of', { dossierId: one.id, at: office.clock.now().toISOString() })).toMatchObject({ at: { holderId: people.creditadministrator }, onTransfer: null })
    expect((await office.callAs('archivist', 'custody.of', { dossierId: one.id, at: '2020-01-01T00:00:00.000Z' })).at).toBeNull()
  })

  test('the receiver takes back a tick of his own until he signs, and nobody else’s', async () => {
    const one = await office.dossier('重核公司')
    const id = await office.sent('departmentclerk', [one])
    await office.accept('creditadministrator', id, [one])
    const reopen = { id, lines: [{ dossierId: one.id, decision: 'moving' as const }] }
    expect(await office.callAs('creditadministrator', 'transfers.receive', reopen)).toEqual({ state: 'submitted', open: 1 })
    expect(office.lying(one.id)).toEqual({ custody: 'moving', stage: 'department' })
    expect(office.ledger(one.id).at(-1)).toEqual({ how: 'undone', stage: 'department', holderId: office.people.departmentclerk })
    expect(await office.refusal(office.answerAs('creditadministrator', 'transfers.receive', reopen))).toBe('wrong-state')
    await office.accept('creditadministrator', id, [one])
    await office.callAs('creditadministrator', 'transfers.receive', { id, sign: true })
    expect(await office.refusal(office.answerAs('creditadministrator', 'transfers.receive', reopen))).toBe('wrong-state')
  })

  test('a refused folder that went on to somebody is not taken back onto the list', async () => {
    const one = await office.dossier('退后借出公司')
    const id = await office.sent('departmentclerk', [one])
    await office.refuseLine('creditadministrator', id, one)
    const second = await office.sent('departmentclerk', [one])
    expect(await office.refusal(office.answerAs('creditadministrator', 'transfers.receive', { id, lines: [{ dossierId: one.id, decision: 'moving' }] }))).toBe('wrong-state')
    await office.callAs('departmentclerk', 'transfers.withdraw', { id: second, reason: '再查' })
  })
})

describe('on the way to the archive room', () => {
  test('a contract is shelved only once the room has received it; the numbers are gapless', async () => {
    const one = await office.dossier('入库公司')
    const { id: room } = await office.callAs('archivist', 'cabinet.addRoom', { name: '一室' })
    await office.callAs('archivist', 'cabinet.addCabinet', { roomId: room, code: '01' })
    const { id: drawerId } = office.archive.store.prepare('SELECT id FROM drawer LIMIT 1').get() as { id: number }
    const place = () => office.answerAs('archivist', 'cabinet.place', { dossierId: one.id, drawerId })
    const tray = async () => (await office.callAs('archivist', 'cabinet.unshelved', {})).map(({ dossierId }) => dossierId)
    expect(await place()).toMatchObject({ ok: false, error: { code: 'not-handed-over', details: { stage: 'department', to: 'administrator' } } })
    const first = await office.sent('departmentclerk', [one])
    expect(await office.refusal(place())).toBe('folder-not-in')
    await office.accept('creditadministrator', first, [one])
    expect(await place()).toMatchObject({ ok: false, error: { code: 'not-handed-over', details: { stage: 'administrator', to: 'archiveRoom' } } })
    expect(await tray()).not.toContain(one.id)
    const second = await office.sent('creditadministrator', [one], { from: 'administrator', to: 'archiveRoom', departmentId: null })
    await office.accept('archivist', second, [one])
    expect(office.ledger(one.id).map(({ how }) => how)).toEqual(['opened', 'sent', 'received', 'sent', 'received'])
    expect(await tray()).toContain(one.id)
    expect(await office.refusal(place())).toBeNull()
    // An accepted folder that stands on its shelf by now stays accepted.
    expect(await office.refusal(office.answerAs('archivist', 'transfers.receive', { id: second, lines: [{ dossierId: one.id, decision: 'moving' }] }))).toBe('wrong-state')
    const numbers = (office.archive.store.prepare('SELECT number FROM transfer ORDER BY id').all() as { number: string }[]).map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, index) => `YJ-2026-${String(index + 1).padStart(4, '0')}`))
  })

  test('old stock is taken in by an archivist, with a reason, and then shelved', async () => {
    const one = await office.dossier('旧藏公司')
    expect(await office.refusal(office.answerAs('creditadministrator', 'custody.takeIn', { dossierId: one.id, reason: '旧藏' }))).toBe('forbidden')
    await office.callAs('archivist', 'custody.takeIn', { dossierId: one.id, reason: '启用前已在库' })
    expect(office.ledger(one.id).at(-1)).toEqual({ how: 'takenIn', stage: 'archiveRoom', holderId: office.people.archivist })
    expect(await office.refusal(office.answerAs('archivist', 'custody.takeIn', { dossierId: one.id, reason: '再来' }))).toBe('wrong-state')
    const moving = await office.dossier('途中旧藏公司')
    await office.sent('departmentclerk', [moving], { remarks: '先送' })
    expect(await office.refusal(office.answerAs('archivist', 'custody.takeIn', { dossierId: moving.id, reason: '旧藏' }))).toBe('folder-not-in')
  })
})

describe('what cannot be on a list', () => {
  const create = (folders: readonly { id: number }[], as: Parameters<Office['callAs']>[0] = 'departmentclerk', more: object = {}) =>
    office.refusal(office.answerAs(as, 'transfers.create', {
      from: 'department', to: 'administrator', departmentId: office.departments.XS1, dossierIds: folders.map(({ id }) => id), ...more,
    }))

  test('what is on its way already, of another department, elsewhere, or led another way by its own regulation', async () => {
    const [free, moving, there] = [await office.dossier('乙一公司'), await office.dossier('乙二公司'), await office.dossier('乙三公司')]
    const [other, credit, old] = [await office.dossier('乙四公司', { department: 'XS2', by: 'salesperson2' }), await office.dossier('乙五公司', { kind: 'credit' }), await office.dossier('乙六公司', { old: true })]
    await office.sent('departmentclerk', [moving], { remarks: '先送' })
    await office.accept('creditadministrator', await office.sent('departmentclerk', [there]), [there])
    expect(await create([free, moving])).toBe('on-transfer')
    expect(await create([there])).toBe('stage-differs')
    expect(await create([other])).toBe('not-found')
    expect(await create([credit])).toBe('no-transfer-step')
    expect(await create([old])).toBe('no-transfer-step')
    expect(await create([free, free])).toBe('duplicate')
    expect(await create([free], 'departmentclerk', { departmentId: null })).toBe('bad-input')
    // The office director hands over for the whole archive, but a list has one department.
    const offices = { from: 'office', to: 'archiveRoom', departmentId: office.departments.XS1 }
    expect(await create([credit], 'officedirector', offices)).toBe('bad-input')
    expect(await create([other], 'creditadministrator')).toBe('other-department')
  })

  test('what is lent or missing; and the tray, a loan and the shelf refuse what is on its way', async () => {
    const [lent, missing, moving] = [await office.dossier('丙一公司'), await office.dossier('丙二公司'), await office.dossier('丙三公司')]
    const slip = async (one: { id: number }) => {
      const { id } = await office.callAs('archivist', 'lookups.create', {
        applicantId: office.people.salesperson2, partyName: '丙公司', dossierIds: [one.id], purpose: '核对', manner: 'borrow', untilOn: '2026-12-31', submit: true,
      })
      await office.callAs('officedirector', 'lookups.sign', { id, decision: 'agreed' })
      return office.answerAs('archivist', 'lookups.handOut', { id, folders: [{ dossierId: one.id, pages: 10, condition: 'good' }] })
    }
    expect(await office.refusal(slip(lent))).toBeNull()
    expect(await create([lent])).toBe('dossier-lent')
    await office.callAs('archivist', 'cabinet.reportMissing', { dossierId: missing.id, remarks: '不见' })
    expect(await create([missing])).toBe('folder-not-in')
    const draft = await office.draft('departmentclerk', [moving])
    await office.sent('departmentclerk', [moving], { remarks: '先送' })
    expect(await office.refusal(slip(moving))).toBe('dossier-not-shelved')
    expect(await office.refusal(office.answerAs('archivist', 'cabinet.reportMissing', { dossierId: moving.id, remarks: '不见' }))).toBe('folder-not-in')
    // A draft that was made before learns of it when it is signed.
    expect(await office.refusal(office.answerAs('departmentclerk', 'transfers.submit', { id: draft }))).toBe('on-transfer')
    expect((await get(draft)).lines[0]!.obstacle).toMatchObject({ code: 'on-transfer' })
  })

  test('a voided dossier, and a document added while the folder is on its way', async () => {
    const one = await office.dossier('丁一公司')
    await office.sent('departmentclerk', [one])
    expect(await office.refusal(office.answerAs('salesperson', 'documents.add', { dossierId: one.id, title: '补件', pages: 2 }))).toBe('folder-not-in')
    expect(await office.refusal(office.answerAs('creditadministrator', 'dossiers.void', { id: one.id, reason: '误立' }))).not.toBeNull()
  })

  test('candidates say why one cannot go', async () => {
    const { rows } = await office.callAs('departmentclerk', 'transfers.candidates', { from: 'department', to: 'administrator', departmentId: office.departments.XS1, text: '丙' })
    expect(rows.map(({ title, obstacle }) => [title, obstacle?.code])).toEqual([['丙一公司', 'dossier-lent'], ['丙二公司', 'folder-not-in'], ['丙三公司', 'on-transfer']])
    expect((await office.callAs('departmentclerk', 'transfers.ways', {})).map(({ from, to, kinds, departmentName }) => [from, to, kinds.join(), departmentName]))
      .toEqual([['department', 'administrator', 'contract', '销售一部'], ['department', 'office', 'credit', '销售一部']])
    expect(await office.callAs('salesdirector', 'transfers.ways', {})).toEqual([])
    expect((await office.callAs('archivist', 'transfers.ways', {}))).toEqual([])
  })
})

describe('who may do it', () => {
  test('a clerk hands over his own department’s; an archivist or director hands over nothing here', async () => {
    const one = await office.dossier('戊一公司')
    const create = (as: Parameters<Office['callAs']>[0]) => office.refusal(office.answerAs(as, 'transfers.create', { from: 'department', to: 'administrator', departmentId: office.departments.XS1, dossierIds: [one.id] }))
    expect(await create('departmentclerk2')).toBe('not-found')
    expect([await create('archivist'), await create('officedirector'), await create('generalmanager')]).toEqual(['forbidden', 'forbidden', 'forbidden'])
    expect([await create('systemadministrator'), await create('auditor')]).toEqual(['forbidden', 'forbidden'])
    const id = await office.draft('departmentclerk', [one])
    expect(await office.refusal(office.answerAs('salesperson2', 'transfers.get', { id }))).toBe('not-found')
    expect(await office.refusal(office.answerAs('archivist', 'transfers.submit', { id }))).toBe('forbidden')
    expect(await office.refusal(office.answerAs('archivist', 'transfers.withdraw', { id, reason: '不要' }))).toBe('forbidden')
    await office.callAs('salesperson', 'transfers.submit', { id })
    expect(await office.refusal(office.answerAs('archivist', 'transfers.receive', { id, lines: [{ dossierId: one.id, decision: 'accepted', pages: 10 }] }))).toBe('forbidden')
  })

  test('never both sides by one person, whatever roles he holds', async () => {
    const { store } = office.archive
    const roles = store.prepare('SELECT roles FROM person WHERE login = ?').get('creditadministrator') as { roles: string }
    store.prepare('UPDATE person SET roles = ?, departmentId = ? WHERE login = ?').run('["creditAdministrator","departmentClerk"]', office.departments.XS1, 'creditadministrator')
    const [signed, filled] = [await office.dossier('己一公司'), await office.dossier('己二公司')]
    const own = await office.sent('creditadministrator', [signed])
    const accept = (id: number, dossierId: number) => office.answerAs('creditadministrator', 'transfers.receive', { id, lines: [{ dossierId, decision: 'accepted', pages: 10 }] })
    expect(await office.refusal(accept(own, signed.id))).toBe('same-person')
    const made = await office.draft('creditadministrator', [filled])
    await office.callAs('departmentclerk', 'transfers.submit', { id: made })
    expect(await office.refusal(accept(made, filled.id))).toBe('same-person')
    expect((await get(own)).candidates).toEqual([])
    expect((await office.callAs('creditadministrator', 'transfers.list', { waiting: true })).rows.map(({ id }) => id)).not.toContain(own)
    store.prepare('UPDATE person SET roles = ?, departmentId = NULL WHERE login = ?').run(roles.roles, 'creditadministrator')
  })

  test('both sign on the spot with their own passwords; the session stands beside the signature', async () => {
    const one = await office.dossier('庚一公司')
    const id = await office.draft('salesperson', [one])
    expect(await office.refusal(office.answerAs('salesperson', 'transfers.submit', { id, onTheSpot: { login: 'departmentclerk', password: 'falsch-falsch' } }))).toBe('wrong-password')
    expect(await office.refusal(office.answerAs('salesperson', 'transfers.submit', { id, onTheSpot: spot('archivist') }))).toBe('forbidden')
    expect(await office.refusal(office.answerAs('salesperson', 'transfers.submit', { id, version: 9 }))).toBe('changed-meanwhile')
    await office.callAs('salesperson', 'transfers.submit', { id, onTheSpot: spot('departmentclerk') })
    const lines = [{ dossierId: one.id, decision: 'accepted' as const, pages: 10 }]
    expect(await office.refusal(office.answerAs('salesperson', 'transfers.receive', { id, lines, sign: true }))).toBe('forbidden')
    expect(await office.refusal(office.answerAs('salesperson', 'transfers.receive', { id, lines, sign: true, onTheSpot: spot('salesperson') }))).toBe('forbidden')
    expect(await office.callAs('salesperson', 'transfers.receive', { id, lines, sign: true, onTheSpot: spot('creditadministrator') })).toEqual({ state: 'closed', open: 0 })
    expect((await get(id)).signatures.map(({ onTheSpot, signerName }) => [onTheSpot, signerName])).toEqual([[true, '测试departmentClerk'], [true, '测试creditAdministrator']])
    expect(office.ledger(one.id).map(({ how, holderId }) => [how, holderId]).slice(1)).toEqual([['sent', office.people.departmentclerk], ['received', office.people.creditadministrator]])
  })
})

describe('deciding a line', () => {
  test('counts that differ need words, a refusal a reason, and each line is decided once', async () => {
    const [one, two] = [await office.dossier('辛一公司'), await office.dossier('辛二公司')]
    const id = await office.sent('departmentclerk', [one, two])
    const decide = (line: object) => office.refusal(office.answerAs('creditadministrator', 'transfers.receive', { id, lines: [{ dossierId: one.id, decision: 'accepted', pages: 10, ...line }] }))
    expect(await decide({ pages: 9 })).toBe('pages-differ')
    expect(await decide({ pages: null })).toBe('bad-input')
    expect(await decide({ decision: 'refused' })).toBe('bad-input')
    expect(await decide({ decision: 'refused', reason: 'pages-differ' })).toBe('pages-differ')
    expect(await decide({ decision: 'refused', reason: 'other' })).toBe('bad-input')
    expect(await decide({ dossierId: 99_999 })).toBe('not-found')
    expect(await office.refusal(office.answerAs('creditadministrator', 'transfers.receive', { id }))).toBe('bad-input')
    expect(await decide({ pages: 9, remarks: '末页已附后' })).toBeNull()
    expect(await decide({})).toBe('wrong-state')
    await office.callAs('creditadministrator', 'transfers.receive', { id, lines: [{ dossierId: two.id, decision: 'refused', reason: 'not-delivered' }], sign: true })
    expect((await get(id)).lines.map(({ state, pagesIn, condition }) => [state, pagesIn, condition])).toEqual([['accepted', 9, 'good'], ['refused', null, null]])
  })

  test('a check at receipt is shown, and one that blocks keeps the line from being accepted', async () => {
    const check: ReceiptCheck = (_context, dossierId) => [{ check: 'seals', blocks: dossierId === blocked.id, values: { seals: 2 } }]
    const [blocked, told] = [await office.dossier('壬一公司'), await office.dossier('壬二公司')]
    const checks = RECEIPT_CHECKS as ReceiptCheck[]
    checks.push(check)
    try {
      const id = await office.sent('departmentclerk', [blocked, told])
      expect((await get(id)).lines.map(({ findings }) => findings.filter((one) => one.check === 'seals'))).toEqual([[{ check: 'seals', blocks: true, values: { seals: 2 } }], [{ check: 'seals', blocks: false, values: { seals: 2 } }]])
      expect(await office.refusal(office.answerAs('creditadministrator', 'transfers.receive', { id, lines: [{ dossierId: blocked.id, decision: 'accepted', pages: 10 }] }))).toBe('receipt-check-failed')
      await office.accept('creditadministrator', id, [told])
      await office.callAs('creditadministrator', 'transfers.receive', { id, lines: [{ dossierId: blocked.id, decision: 'refused', pages: 10, reason: 'check-failed' }], sign: true })
    } finally {
      checks.splice(checks.indexOf(check), 1)
    }
  })
})

describe('withdrawing and changing', () => {
  test('until the first line is decided; the folders stay with their sender', async () => {
    const [one, two] = [await office.dossier('癸一公司'), await office.dossier('癸二公司')]
    const id = await office.sent('departmentclerk', [one, two])
    await office.callAs('departmentclerk', 'transfers.withdraw', { id, reason: '漏列' })
    expect(office.lying(one.id)).toEqual({ custody: 'in', stage: 'department' })
    expect(await get(id)).toMatchObject({ state: 'withdrawn', lines: [{ state: 'withdrawn' }, { state: 'withdrawn' }] })
    const second = await office.sent('departmentclerk', [one, two])
    await office.accept('creditadministrator', second, [one])
    expect(await office.refusal(office.answerAs('departmentclerk', 'transfers.withdraw', { id: second, reason: '漏列' }))).toBe('wrong-state')
  })

  test('a draft is changed, a signed list is not', async () => {
    const [one, two] = [await office.dossier('子一公司'), await office.dossier('子二公司')]
    const id = await office.draft('departmentclerk', [one])
    expect(await office.callAs('salesperson', 'transfers.change', { id, version: 1, dossierIds: [one.id, two.id], remarks: '补一卷' })).toEqual({ version: 2 })
    expect(await office.refusal(office.answerAs('departmentclerk', 'transfers.change', { id, version: 1, dossierIds: [one.id] }))).toBe('changed-meanwhile')
    await office.callAs('departmentclerk', 'transfers.submit', { id })
    expect(await office.refusal(office.answerAs('departmentclerk', 'transfers.change', { id, version: 3, dossierIds: [one.id] }))).toBe('wrong-state')
    expect((await get(id)).folders).toBe(2)
  })
})

test('lists: by state, by number of list or dossier, what waits for whom; nothing of another department', async () => {
  const list = (as: Parameters<Office['callAs']>[0], filter: object = {}) => office.callAs(as, 'transfers.list', filter)
  const all = await list('creditadministrator')
  expect(all.rows.map(({ id }) => id)).toEqual(all.rows.map(({ id }) => id).toSorted((one, two) => two - one))
  const waiting = await list('creditadministrator', { waiting: true })
  expect(waiting.total).toBe(waiting.waiting)
  expect(waiting.rows.every(({ state, waits }) => waits && state === 'submitted')).toBe(true)
  const closed = await list('departmentclerk', { state: 'closed' })
  expect(closed.total).toBeGreaterThan(0)
  const one = await get(closed.rows[0]!.id)
  expect((await list('departmentclerk', { text: one.lines[0]!.number })).rows.map(({ number }) => number)).toContain(one.number)
  expect((await list('departmentclerk2')).total).toBe(0)
  expect((await list('archivist', { waiting: true })).rows.map(({ toStage }) => toStage)).toEqual(['archiveRoom'])
})

test('the archive’s own check agrees with everything above', () => {
  expect(checkCustody(office.archive.store).findings).toEqual([])
})
