import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWatermark } from '../../src/main/incidents/trace.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'
import { type Desk, openDesk } from '../dossiers/desk.ts'

let desk: Desk
let dossier: { id: number; number: string }
beforeEach(async () => {
  desk = await openDesk()
  dossier = await desk.open('salesperson', '事故公司')
})
afterEach(() => desk.close())

const now = () => desk.clock.now().toISOString()
const open = (more: object = {}, login: 'archivist' | 'creditadministrator' = 'archivist') =>
  desk.callAs(login, 'incidents.open', { kind: 'missing', dossierId: dossier.id, happenedFrom: now(), happenedTo: now(), what: '查无此卷', ...more })
const found = { findings: '夹在邻卷', consequences: '批评教育', measures: '每月抽查' }
/** Opened by the salesperson; then shelved by the archivist, three days later. */
const shelve = async () => {
  const { drawers } = await desk.furnish()
  desk.clock.addDays(3)
  await desk.callAs('archivist', 'cabinet.place', { dossierId: dossier.id, drawerId: drawers[0]! })
}

describe('who answered for it', () => {
  it('is whoever had it at that instant, by the custody ledger', async () => {
    const inDepartment = now()
    await shelve()
    const who = async (happenedFrom: string, happenedTo = happenedFrom) =>
      (await desk.callAs('archivist', 'incidents.answerable', { dossierId: dossier.id, happenedFrom, happenedTo })).map(({ personId, stage, how }) => [personId, stage, how])
    expect(await who(inDepartment)).toEqual([[desk.people.salesperson, 'department', 'opened']])
    expect(await who(now())).toEqual([[desk.people.archivist, 'archiveRoom', 'takenIn']])
    expect(await who('2020-01-01T00:00:00.000Z')).toEqual([])
    expect(await who(inDepartment, now())).toEqual([[desk.people.salesperson, 'department', 'opened'], [desk.people.archivist, 'archiveRoom', 'takenIn']])
    expect(await desk.refusal('archivist', 'incidents.answerable', { dossierId: dossier.id, happenedFrom: now(), happenedTo: inDepartment })).toBe('bad-input')
  })

  it('is taken down when the incident is opened, and stays', async () => {
    const then = now()
    await shelve()
    const { id, number } = await open({ happenedFrom: then, happenedTo: then })
    expect(number).toBe('SG-2026-0001')
    const incident = await desk.callAs('officedirector', 'incidents.get', { id })
    expect(incident).toMatchObject({ state: 'open', dossierNumber: dossier.number, title: '事故公司', answerable: '测试salesperson', foundOn: '2026-11-26', may: { close: false, investigate: false } })
    expect(incident.people).toMatchObject([{ personId: desk.people.salesperson, stage: 'department', fromAt: then }])
    expect(incident.people[0]!.untilAt).not.toBeNull()
  })
})

describe('an incident’s life', () => {
  it('is investigated, and closed by the office director', async () => {
    await shelve()
    const { id } = await open()
    expect(await desk.refusal('officedirector', 'incidents.close', { id, version: 1, closing: '同意' })).toBe('incident-unfinished')
    expect(await desk.callAs('archivist2', 'incidents.investigate', { id, version: 1, ...found, measures: null })).toEqual({ version: 2 })
    expect(await desk.refusal('officedirector', 'incidents.close', { id, version: 2, closing: '同意' })).toBe('incident-unfinished')
    expect(await desk.refusal('creditadministrator', 'incidents.investigate', { id, version: 1, ...found })).toBe('changed-meanwhile')
    await desk.callAs('creditadministrator', 'incidents.investigate', { id, version: 2, ...found })
    expect((await desk.callAs('officedirector', 'incidents.get', { id })).may).toEqual({ investigate: false, close: true })
    expect(await desk.refusal('officedirector', 'incidents.close', { id, version: 2, closing: '同意' })).toBe('changed-meanwhile')
    await desk.callAs('officedirector', 'incidents.close', { id, version: 3, closing: '同意' })
    expect(await desk.callAs('archivist', 'incidents.get', { id })).toMatchObject({ state: 'closed', closedByName: '测试officeDirector', closing: '同意', ...found })
    expect(await desk.refusal('archivist2', 'incidents.investigate', { id, version: 4, ...found })).toBe('wrong-state')
    expect(await desk.refusal('officedirector2', 'incidents.close', { id, version: 4, closing: '再结' })).toBe('wrong-state')
    expect(await desk.callAs('archivist', 'prints.record', { form: 'incident', subjectId: id })).toMatchObject({ copy: 1 })
    expect(await desk.refusal('salesperson', 'prints.record', { form: 'incident', subjectId: id })).toBe('forbidden')
    expect(await desk.refusal('archivist', 'prints.record', { form: 'incident', subjectId: 999 })).toBe('not-found')
  })

  it('is not closed by whoever opened it or answers for it, whatever his roles', async () => {
    desk.archive.store.prepare("UPDATE person SET roles = ? WHERE login = 'archivist'").run(JSON.stringify(['archivist', 'officeDirector']))
    await shelve()
    const { id } = await open({}, 'creditadministrator')
    await desk.callAs('creditadministrator', 'incidents.investigate', { id, version: 1, ...found })
    expect(await desk.refusal('archivist', 'incidents.close', { id, version: 2, closing: '同意' })).toBe('same-person')
    await desk.callAs('officedirector', 'incidents.close', { id, version: 2, closing: '同意' })
  })

  it('refuses a time that is none, and what belongs to another folder', async () => {
    const refusal = (more: object) => desk.refusal('archivist', 'incidents.open', { kind: 'damaged', dossierId: dossier.id, happenedFrom: now(), happenedTo: now(), what: '水渍', ...more })
    expect(await refusal({ happenedTo: '2020-01-01T00:00:00.000Z' })).toBe('bad-input')
    expect(await refusal({ happenedFrom: '2030-01-01T00:00:00.000Z', happenedTo: '2030-01-01T00:00:00.000Z' })).toBe('bad-input')
    expect(await refusal({ foundOn: '2027-01-01' })).toBe('bad-input')
    expect(await refusal({ dossierId: 999 })).toBe('not-found')
    const other = await desk.open('salesperson', '别家公司')
    const { id: documentId } = await desk.callAs('salesperson', 'documents.add', { dossierId: other.id, title: '执照', pages: 1 })
    for (const more of [{ documentId }, { findingId: 1 }, { slipId: 1 }, { readingSeq: 1 }, { foundBy: 9999 }]) expect(await refusal(more)).toBe('not-found')
    expect(await desk.refusal('salesperson', 'incidents.open', { kind: 'damaged', dossierId: dossier.id, happenedFrom: now(), happenedTo: now(), what: '水渍' })).toBe('forbidden')
  })

  it('is found by kind, state, day, number, dossier and party', async () => {
    const { id } = await open()
    const other = await desk.open('salesperson', '别家公司')
    await open({ kind: 'damaged', dossierId: other.id, foundOn: '2026-11-01' })
    const list = async (input: object) => (await desk.callAs('archivist', 'incidents.list', input)).rows.map(({ number }) => number)
    expect(await list({})).toEqual(['SG-2026-0002', 'SG-2026-0001'])
    expect(await list({ kind: 'damaged' })).toEqual(['SG-2026-0002'])
    expect(await list({ from: '2026-11-02' })).toEqual(['SG-2026-0001'])
    expect(await list({ text: '事故公' })).toEqual(['SG-2026-0001'])
    expect(await list({ text: other.number })).toEqual(['SG-2026-0002'])
    expect(await list({ dossierId: dossier.id })).toEqual(['SG-2026-0001'])
    await desk.callAs('archivist', 'incidents.investigate', { id, version: 1, ...found })
    await desk.callAs('officedirector', 'incidents.close', { id, version: 2, closing: '同意' })
    expect(await list({ state: 'open' })).toEqual(['SG-2026-0002'])
  })
})

describe('a leaked page', () => {
  it('a watermark as people type it', () => {
    expect(readWatermark('二部业务员  CX-2026-0001  11-23 10:07')).toEqual({ name: '二部业务员', slip: 'CX-2026-0001', month: 11, day: 23, hour: 10, minute: 7 })
    expect(readWatermark('Mary Ward cx-2026-0001 1-3　９：０５')).toMatchObject({ name: 'Mary Ward', slip: 'CX-2026-0001', month: 1, hour: 9 })
    expect(readWatermark('CX-2026-0001 11-23 10:07')).toMatchObject({ name: '' })
    for (const none of ['', 'CX-2026-0001', 'CX-2026-0001 13-01 10:00', 'CX-2026-0001 11-23 25:00']) expect(readWatermark(none)).toBeNull()
  })

  it('leads to the slip and its reading, and the reader answers', async () => {
    const { id: documentId } = await desk.callAs('salesperson', 'documents.add', {
      dossierId: dossier.id, title: '执照', pages: 1, uploads: [await desk.upload('salesperson', '执照.pdf', tinyPdf('leak'))],
    })
    const slip = desk.slip('salesperson2', [dossier.id])
    const [attachment] = desk.archive.store.prepare('SELECT id FROM attachment WHERE documentId = ?').all(documentId) as { id: number }[]
    const { watermark, auditSeq } = await desk.callAs('salesperson2', 'attachments.view', { id: attachment!.id })
    const traced = await desk.callAs('creditadministrator', 'incidents.trace', { watermark: watermark! })
    expect(traced).toMatchObject({ slip: { number: slip }, readings: [{ seq: auditSeq, personId: desk.people.salesperson2, dossierNumber: dossier.number, attachment: '执照.pdf', isNamed: true }] })
    expect((await desk.callAs('archivist', 'incidents.trace', { watermark: watermark!.replace('二部业务员', '别人') })).readings).toMatchObject([{ isNamed: false }])
    const hour = /(\d\d):(\d\d)$/u.exec(watermark!)!
    expect((await desk.callAs('archivist', 'incidents.trace', { watermark: watermark!.replace(hour[0], hour[1] === '03' ? '04:00' : '03:00') })).readings).toEqual([])
    expect(await desk.refusal('archivist', 'incidents.trace', { watermark: '某人 CX-2026-9999 11-23 10:00' })).toBe('not-found')
    expect(await desk.refusal('archivist', 'incidents.trace', { watermark: '看不清' })).toBe('bad-input')
    const { id } = await open({ kind: 'leaked', documentId, readingSeq: auditSeq, slipId: traced.slip.id, what: '网上见到执照' })
    const incident = await desk.callAs('archivist', 'incidents.get', { id })
    expect(incident).toMatchObject({ kind: 'leaked', documentTitle: '执照', slip: { number: slip }, readingSeq: auditSeq })
    expect(incident.people).toMatchObject([{ how: 'opened' }, { personId: desk.people.salesperson2, how: 'read' }])
  })
})
