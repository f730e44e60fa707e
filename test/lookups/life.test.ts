import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, openOffice, type Office, TEST_PASSWORD } from './office.ts'

let office: Office
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const PARTY = '山东锦岱锻造股份有限公司'

describe('the whole life of a slip', () => {
  test('filled in, signed, handed out, renewed, taken back, with every step told', async () => {
    const { callAs, addDossier, clock, slip } = office
    const dossier = addDossier(PARTY)
    const { id, number } = await callAs('salesperson2', 'lookups.create', office.fill(PARTY, { phone: '8062', submit: false }))
    expect(number).toBe('CX-2026-0001')
    expect(await slip(id, 'salesperson2')).toMatchObject({ state: 'draft', unit: '销售二部', filledOn: '2026-11-23', may: { submit: true, change: true, cancel: true } })

    await callAs('salesperson2', 'lookups.submit', { id })
    const waiting = await slip(id, 'officedirector')
    expect(waiting).toMatchObject({ state: 'submitted', dossierNumber: dossier.number, dossierCount: 1, shortName: '锦岱锻造', level: 'internal', isPartyKnown: true, may: { sign: true, handOut: false } })
    expect(waiting.signers).toMatchObject([{ role: 'officeDirector', signature: null, candidates: [{ login: 'officedirector2' }, { login: 'officedirector' }] }])

    expect(await office.agree('officedirector', id)).toEqual({ state: 'signed' })
    expect((await slip(id)).may).toMatchObject({ handOut: true, sign: false, cancel: true })
    clock.addDays(1)
    await office.handOut(id, dossier.id)
    const out = await slip(id)
    expect(out).toMatchObject({ state: 'out', dueOn: '2026-12-04', dueIn: 10, may: { handOut: false, takeBack: true, renew: false, remind: false } })
    expect(out.dossiers[0]).toMatchObject({
      pages: 40, loan: { pagesOut: 40, conditionOut: 'good', handedByName: '测试archivist', dueBecause: { rule: 'loan-due', values: { from: '2026-11-24', days: 10, due: '2026-12-04' } } },
    })

    clock.set(at('2026-12-02'))
    await callAs('archivist', 'lookups.renew', { id, dossierId: dossier.id, dueOn: '2026-12-10', reason: '合同未签完' })
    expect((await slip(id)).dossiers[0]!.loan).toMatchObject({ renewals: 1, dueOn: '2026-12-10', dueBecause: { rule: 'renewed', values: { due: '2026-12-10', by: '测试archivist' } } })

    clock.set(at('2026-12-09', 16, 30))
    expect(await office.takeBack(dossier.id, 'archivist2')).toEqual({ slipId: id, slipState: 'returned', place: null })
    const back = await slip(id, 'salesperson2')
    expect(back).toMatchObject({ state: 'returned', dueOn: null, dossierNumber: dossier.number })
    expect(back.steps.map(({ step, phase, by }) => [step, phase, by])).toEqual([
      ['filled', 'done', '二部业务员'], ['submitted', 'done', '二部业务员'], ['signed', 'done', '测试officeDirector'],
      ['handedOut', 'done', '测试archivist'], ['returned', 'done', '第二档案员'],
    ])
    expect(back.events.map((event) => event.what)).toEqual(['filled', 'submitted', 'agreed', 'handedOut', 'renewed', 'takenBack'])
    expect(Object.values(back.may).every((may) => !may)).toBe(true)
  })

  test('numbers go on without a gap, whatever becomes of a slip, and begin anew each year', async () => {
    const { callAs, answerAs, clock } = office
    const create = (as: 'salesperson' | 'archivist' = 'salesperson') => callAs(as, 'lookups.create', office.fill('某某公司', { submit: false }))
    const first = await create()
    await callAs('salesperson', 'lookups.cancel', { id: first.id })
    await answerAs('salesperson', 'lookups.create', office.fill('某某公司', { dossierIds: [999] }))
    await answerAs('salesperson', 'lookups.create', office.fill('某某公司', { untilOn: '2026-11-22' }))
    expect([first.number, (await create('archivist')).number]).toEqual(['CX-2026-0001', 'CX-2026-0002'])
    clock.set(at('2027-01-01', 0, 1))
    const next = await callAs('salesperson', 'lookups.create', office.fill('某某公司', { untilOn: '2027-01-31' }))
    expect(next.number).toBe('CX-2027-0001')
  })

  test('two folders: out from the first, returned with the last; one never fetched lapses', async () => {
    const { callAs, addDossier } = office
    const one = addDossier('甲乙丙有限公司')
    const two = addDossier('丁戊己有限公司')
    const three = addDossier('庚辛壬有限公司')
    const id = await office.signed('salesperson', '三家', { dossierIds: [one.id, two.id, three.id] })
    await office.handOut(id, one.id)
    expect(await office.slip(id)).toMatchObject({ state: 'out', may: { handOut: true } })
    await office.handOut(id, two.id, 'archivist2')
    await office.takeBack(one.id)
    expect((await office.slip(id)).state).toBe('out')
    expect(await office.takeBack(two.id)).toMatchObject({ slipState: 'returned' })
    const events = (await office.slip(id)).events.filter((event) => event.what === 'handedOut')
    expect(events.map((event) => event.remarks)).toEqual([one.number, two.number])
    const refused = await office.answerAs('archivist', 'lookups.handOut', { id, folders: [{ dossierId: three.id, pages: 40, condition: 'good' }] })
    expect(refused).toMatchObject({ ok: false, error: { code: 'wrong-state' } })
    expect((await callAs('archivist', 'lookups.find', { code: three.number })).slipId).toBeNull()
  })

  test('refused with a reason, rewritten by who filled it in, signed at last', async () => {
    const { callAs, addDossier, slip } = office
    addDossier(PARTY)
    const id = await office.submitted('salesperson2', PARTY)
    expect(await callAs('officedirector', 'lookups.sign', { id, decision: 'refused', reason: '用途不明' })).toEqual({ state: 'refused' })
    const refused = await slip(id, 'salesperson2')
    expect(refused).toMatchObject({ state: 'refused', may: { change: true, cancel: true, submit: false } })
    expect(refused.signers[0]!.signature).toMatchObject({ decision: 'refused', reason: '用途不明', signerName: '测试officeDirector' })
    const { submit: _submit, ...fields } = office.fill(PARTY, { purpose: '续签框架合同' })
    await callAs('salesperson2', 'lookups.change', { ...fields, id, version: refused.version })
    expect(await slip(id, 'salesperson2')).toMatchObject({ state: 'draft', purpose: '续签框架合同', signers: [{ signature: null }] })
    await callAs('salesperson2', 'lookups.submit', { id })
    expect(await office.agree('officedirector2', id)).toEqual({ state: 'signed' })
    expect((await slip(id)).events.map((event) => event.what)).toEqual(['filled', 'submitted', 'refused', 'changed', 'submitted', 'agreed'])
  })

  test('a confidential dossier takes two persons', async () => {
    const { answerAs, addDossier, slip } = office
    const dossier = addDossier(PARTY, { level: 'confidential' })
    const id = await office.submitted('salesperson2', PARTY)
    expect((await slip(id)).signers.map((line) => line.role)).toEqual(['officeDirector', 'generalManager'])
    expect(await office.agree('officedirector', id)).toEqual({ state: 'submitted' })
    expect(await office.refusal(answerAs('officedirector', 'lookups.sign', { id, decision: 'agreed' }))).toBe('same-person')
    expect(await office.refusal(answerAs('officedirector2', 'lookups.sign', { id, decision: 'agreed' }))).toBe('wrong-state')
    expect(await office.agree('generalmanager', id)).toEqual({ state: 'signed' })
    await office.handOut(id, dossier.id)
  })

  test('a level raised after signing stops the hand-out until the new line is signed', async () => {
    const { archive, answerAs, addDossier, callAs } = office
    const dossier = addDossier(PARTY)
    const id = await office.signed('salesperson2', PARTY)
    archive.store.prepare("UPDATE dossier SET level = 'confidential' WHERE id = ?").run(dossier.id)
    const hand = () => answerAs('archivist', 'lookups.handOut', { id, folders: [{ dossierId: dossier.id, pages: 40, condition: 'good' as const }] })
    expect(await hand()).toMatchObject({ error: { code: 'signature-missing', details: { roles: ['generalManager'] } } })
    expect((await callAs('generalmanager', 'lookups.desk', {})).toSign.map((row) => row.id)).toEqual([id])
    expect(await office.agree('generalmanager', id)).toEqual({ state: 'signed' })
    expect(await hand()).toMatchObject({ ok: true })
  })
})

describe('signing on the spot', () => {
  const spot = (login: string, password = TEST_PASSWORD) => ({ onTheSpot: { login, password } })

  test("at somebody else's desk: signature, history and audit name the signer and whose session it was", async () => {
    const { callAs, addDossier, archive, people } = office
    addDossier(PARTY)
    const id = await office.submitted('salesperson2', PARTY)
    expect(await callAs('archivist', 'lookups.sign', { id, decision: 'agreed', ...spot('officedirector') })).toEqual({ state: 'signed' })
    const slip = await office.slip(id)
    expect(slip.signers[0]!.signature).toMatchObject({ signerName: '测试officeDirector', onTheSpot: true })
    expect(slip.events.at(-1)).toMatchObject({ what: 'agreed', by: '测试officeDirector' })
    const row = archive.store.prepare('SELECT signerId, sessionOf, text, textHash FROM slipSignature').get() as Record<string, unknown>
    expect(row).toMatchObject({ signerId: people.officedirector, sessionOf: people.archivist, textHash: slip.signers[0]!.signature!.textHash })
    const entry = (await callAs('auditor', 'audit.list', { method: 'lookups.sign' })).rows[0]!
    expect(entry).toMatchObject({
      actorName: '测试archivist', subjectLabel: slip.number,
      detail: { signer: '测试officeDirector', signerId: people.officedirector, role: 'officeDirector', onTheSpot: true, sessionOf: '测试archivist', textHash: row['textHash'] },
    })
    expect(JSON.stringify(entry)).not.toContain('锦岱')
  })

  test('a wrong password, the applicant, an archivist: nobody signs', async () => {
    const { answerAs, addDossier } = office
    addDossier(PARTY)
    const id = await office.submitted('salesperson2', PARTY)
    const by = (spotted: object) => office.refusal(answerAs('archivist', 'lookups.sign', { id, decision: 'agreed', ...spotted } as never))
    expect(await by(spot('officedirector', 'wrong password'))).toBe('wrong-password')
    expect(await by(spot('nobody'))).toBe('wrong-password')
    expect(await by(spot('archivist2'))).toBe('forbidden')
    const own = await office.submitted('officedirector', PARTY)
    expect(await office.refusal(answerAs('archivist', 'lookups.sign', { id: own, decision: 'agreed', ...spot('officedirector') }))).toBe('same-person')
    expect(await office.refusal(answerAs('salesperson', 'lookups.sign', { id, decision: 'agreed', ...spot('officedirector') }))).toBe('not-found')
    expect((await office.slip(id)).state).toBe('submitted')
  })

  test('a text that was changed after it was read is not signed', async () => {
    const { answerAs, addDossier, callAs } = office
    const dossier = addDossier(PARTY)
    const id = await office.submitted('salesperson2', '锦岱')
    const read = await office.slip(id, 'officedirector')
    await callAs('archivist', 'lookups.change', { id, version: read.version, partyName: '锦岱', purpose: read.purpose, manner: read.manner, untilOn: read.untilOn, dossierIds: [dossier.id] })
    expect(await office.refusal(answerAs('officedirector', 'lookups.sign', { id, version: read.version, decision: 'agreed' }))).toBe('changed-meanwhile')
  })

  test('who chose the dossiers of a slip does not sign it, whatever roles he has', async () => {
    const { archive, answerAs, addDossier, callAs } = office
    archive.store.prepare("UPDATE person SET roles = ? WHERE login = 'archivist2'").run(JSON.stringify(['archivist', 'officeDirector']))
    const dossier = addDossier(PARTY)
    const id = await office.submitted('salesperson2', '锦岱')
    const { version, purpose, manner, untilOn } = await office.slip(id)
    await callAs('archivist2', 'lookups.change', { id, version, partyName: '锦岱', purpose, manner, untilOn, dossierIds: [dossier.id] })
    expect(await office.refusal(answerAs('archivist2', 'lookups.sign', { id, decision: 'agreed' }))).toBe('same-person')
    const { may, signers } = await office.slip(id, 'archivist2')
    expect([may.sign, signers[0]!.candidates.map(({ login }) => login).toSorted()]).toEqual([false, ['officedirector', 'officedirector2']])
    await office.agree('officedirector', id)
  })
})
