import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shortHead } from '../../src/main/audit/chain.ts'
import { openOffice, type Office } from './office.ts'

let office: Office
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

const PARTY = '大同锅炉制造有限公司'

describe('what is printed', () => {
  test('copies are counted by form and subject; the paper names an entry that is in the log', async () => {
    const { addDossier, callAs, archive, clock } = office
    const dossier = addDossier(PARTY)
    const id = await office.signed('salesperson', PARTY)
    const print = (as: 'archivist' | 'salesperson' = 'archivist') => callAs(as, 'prints.record', { form: 'slip', subjectId: id })
    const first = await print()
    expect(first).toMatchObject({ copy: 1, at: clock.now().toISOString(), by: '测试archivist' })
    expect((await print('salesperson')).copy).toBe(2)
    const named = archive.store.prepare('SELECT method, hash FROM audit WHERE seq = ?').get(first.auditSeq) as { method: string; hash: string }
    expect([named.method, shortHead(named.hash)]).toEqual(['lookups.sign', first.auditHead])
    const own = archive.store.prepare('SELECT method, previous, subjectLabel, detail FROM audit WHERE seq = ?').get(first.auditSeq + 1) as Record<string, string>
    expect(own).toMatchObject({ method: 'prints.record', previous: named.hash, subjectLabel: 'CX-2026-0001' })
    expect(JSON.parse(own['detail']!)).toEqual({ form: 'slip', copy: 1, asPdf: false, headSeq: first.auditSeq, head: first.auditHead })
    expect(await office.slip(id)).toMatchObject({ prints: 2 })
    expect((await office.slip(id)).events.filter((event) => event.what === 'printed')).toHaveLength(2)
    expect((await callAs('archivist', 'prints.record', { form: 'cover', subjectId: dossier.id, asPdf: true })).copy).toBe(1)
    expect((await callAs('archivist', 'prints.record', { form: 'contents', subjectId: dossier.id })).copy).toBe(1)
    expect((await callAs('archivist', 'prints.record', { form: 'slip' })).copy).toBe(1)
    expect((await callAs('archivist', 'prints.record', { form: 'register' })).copy).toBe(1)
    expect((await callAs('auditor', 'prints.record', { form: 'auditHead' })).copy).toBe(1)
    expect((await callAs('salesperson', 'prints.record', { form: 'regulation' })).copy).toBe(1)
  })

  test('nobody prints what he may not see', async () => {
    const dossier = office.addDossier(PARTY)
    const id = await office.submitted('salesperson', PARTY)
    const print = (as: 'salesperson2' | 'auditor' | 'systemadministrator', form: 'slip' | 'cover' | 'contents' | 'label' | 'register' | 'regulation', subjectId: number | null) =>
      office.refusal(office.answerAs(as, 'prints.record', { form, subjectId }))
    for (const as of ['salesperson2', 'auditor', 'systemadministrator'] as const) {
      expect(await print(as, 'slip', id)).toBe('not-found')
      for (const form of ['cover', 'contents', 'label'] as const) expect(await print(as, form, dossier.id)).toBe('not-found')
      expect(await print(as, 'register', null)).toBe('forbidden')
      if (as !== 'salesperson2') expect(await print(as, 'regulation', null)).toBe('forbidden')
    }
  })
})

describe('the log', () => {
  test('by person, method, subject, outcome, day and text; newest first, with its details', async () => {
    const { addDossier, callAs, people, clock, answerAs } = office
    addDossier(PARTY)
    const id = await office.signed('salesperson', PARTY)
    await answerAs('creditadministrator', 'lookups.cancel', { id })
    clock.addDays(1)
    await callAs('salesperson', 'lookups.cancel', { id, reason: '不需要了' })
    const list = async (input: object) => (await callAs('auditor', 'audit.list', input)).rows.map((row) => row.method.replace('lookups.', ''))
    const all = await callAs('auditor', 'audit.list', {})
    expect(all.rows.slice(0, 4).map((row) => row.method)).toEqual(['lookups.cancel', 'lookups.cancel', 'lookups.sign', 'lookups.create'])
    expect(all.total).toBe(all.rows[0]!.seq)
    expect(all.rows[0]).toMatchObject({ subjectKind: 'slip', subjectId: id, subjectLabel: 'CX-2026-0001', detail: { was: 'signed', reason: '不需要了' } })
    expect(await list({ subjectKind: 'slip', subjectId: id })).toEqual(['cancel', 'sign', 'create'])
    expect(await list({ actorId: people.salesperson, subjectKind: 'slip' })).toEqual(['cancel', 'create'])
    expect(await list({ method: 'lookups.sign' })).toEqual(['sign'])
    expect(await list({ outcome: 'refused' })).toEqual(['cancel'])
    expect(await list({ from: '2026-11-24' })).toEqual(['cancel'])
    expect((await list({ to: '2026-11-23' }))[0]).toBe('cancel')
    expect(await list({ from: '2026-11-24', to: '9999-12-31', method: 'lookups.sign' })).toEqual([])
    expect(await list({ text: 'cx-2026' })).toEqual(['cancel', 'sign', 'create'])
    expect(await list({ text: 'creditAdmin' })).toEqual(['cancel'])
    expect(await list({ text: `#${all.total}` })).toEqual(['cancel'])
    expect(await list({ text: '没有' })).toEqual([])
    expect(await list({ offset: 1, limit: 2 })).toEqual(['cancel', 'sign'])
  })

  test('a slip leaves no customer in the log', async () => {
    const dossier = office.addDossier(PARTY)
    const id = await office.lent('salesperson', dossier)
    await office.callAs('archivist', 'lookups.renew', { id, dossierId: dossier.id, dueOn: '2026-12-03', reason: '未完' }).catch(() => undefined)
    await office.takeBack(dossier.id)
    const rows = office.archive.store.prepare("SELECT subjectLabel, detail FROM audit WHERE subjectKind = 'slip'").all()
    expect(rows.length).toBeGreaterThan(3)
    expect(JSON.stringify(rows)).not.toContain('锅炉')
  })
})
