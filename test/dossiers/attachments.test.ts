import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEndpoints } from '../../src/main/shell/endpoints.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(() => desk.close())

let dossierId: number
let documentId: number
let count = 0
beforeEach(async () => {
  dossierId = (await desk.open('salesperson', `扫描公司${++count}`)).id
  documentId = (await desk.callAs('salesperson', 'documents.add', { dossierId, itemCode: '1.1', title: '执照', pages: 1 })).id
})
const scan = (mark: string, login: 'salesperson' | 'salesperson2' | 'archivist' = 'salesperson') => desk.upload(login, `${mark}.pdf`, tinyPdf(mark))
const scans = async () =>
  (await desk.callAs('salesperson', 'dossiers.get', { id: dossierId })).catalogue[0]!.items[0]!.documents[0]!.attachments

describe('adding scans', () => {
  it('names each once, with what its content says', async () => {
    const { ids, alreadyStored } = await desk.callAs('salesperson', 'attachments.add', { documentId, uploads: [await scan('一'), await scan('二')] })
    expect(ids).toHaveLength(2)
    expect(alreadyStored).toBe(0)
    expect(await scans()).toMatchObject([{ name: '一.pdf', mime: 'application/pdf', addedBy: '测试salesperson' }, { name: '二.pdf' }])
  })

  it('comes with a new document as well', async () => {
    await desk.callAs('salesperson', 'documents.add', { dossierId, title: '现场调查表', itemCode: '2.2', pages: 4, uploads: [await scan('现场')] })
    const { catalogue } = await desk.callAs('salesperson', 'dossiers.get', { id: dossierId })
    expect(catalogue[1]!.items[1]!.documents[0]!.attachments).toHaveLength(1)
  })

  it('refuses the same content twice on one document, and keeps nothing of the refused call', async () => {
    await desk.callAs('salesperson', 'attachments.add', { documentId, uploads: [await scan('重')] })
    const input = { documentId, uploads: [await scan('另'), await desk.upload('salesperson', '改名.pdf', tinyPdf('重'))] }
    expect(await desk.refusal('salesperson', 'attachments.add', input)).toBe('duplicate')
    const token = await scan('同')
    expect(await desk.refusal('salesperson', 'attachments.add', { documentId, uploads: [token, token] })).toBe('duplicate')
    expect(await scans()).toHaveLength(1)
  })

  it('takes it again once the first is struck', async () => {
    const { ids } = await desk.callAs('salesperson', 'attachments.add', { documentId, uploads: [await scan('撤')] })
    await desk.callAs('salesperson', 'attachments.strike', { id: ids[0]!, reason: '扫歪' })
    await desk.callAs('salesperson', 'attachments.add', { documentId, uploads: [await scan('撤')] })
    expect(await scans()).toHaveLength(1)
  })

  it('stores equal content once, and counts it only for those who may see where it is', async () => {
    const mark = `共用${count}`
    await desk.callAs('salesperson', 'attachments.add', { documentId, uploads: [await scan(mark)] })
    const { id: second } = await desk.callAs('salesperson', 'documents.add', { dossierId, title: '副本', pages: 1 })
    expect(await desk.callAs('salesperson', 'attachments.add', { documentId: second, uploads: [await scan(mark)] })).toMatchObject({ alreadyStored: 1 })
    const { id: elsewhere } = await desk.open('salesperson2', `二部扫描${count}`, { department: 'XS2' })
    const { id: third } = await desk.callAs('salesperson2', 'documents.add', { dossierId: elsewhere, title: '执照', pages: 1 })
    expect(await desk.callAs('salesperson2', 'attachments.add', { documentId: third, uploads: [await scan(mark, 'salesperson2')] })).toMatchObject({ alreadyStored: 0 })
    const stored = desk.archive.store.prepare('SELECT count(*) AS blobs FROM blob WHERE sha256 IN (SELECT sha256 FROM attachment WHERE name = ?)').get(`${mark}.pdf`)
    expect(stored).toEqual({ blobs: 1 })
  })

  it('refuses a token of somebody else’s session', async () => {
    const token = await scan('别人的', 'archivist')
    expect(await desk.refusal('salesperson', 'attachments.add', { documentId, uploads: [token] })).toBe('upload-expired')
  })
})

describe('viewing', () => {
  let id: number
  beforeEach(async () => { id = (await desk.callAs('salesperson', 'attachments.add', { documentId, uploads: [await scan(`看${count}`)] })).ids[0]! })

  it('gives a ticket of this session alone, without a watermark to the department and the archive room', async () => {
    for (const login of ['salesperson', 'archivist', 'generalmanager'] as const) {
      const { ticket, watermark, sha256 } = await desk.callAs(login, 'attachments.view', { id })
      expect(watermark).toBeNull()
      const sessionId = desk.connectionOf(login).session!.id
      expect(desk.archive.tickets.redeem(ticket, sessionId)).toMatchObject({ sha256, mime: 'application/pdf' })
      expect(desk.archive.tickets.redeem(ticket, 'another session')).toBeUndefined()
    }
  })

  it('gives no byte more once the slip is over, the scan struck or the person disabled, whatever window is still open', async () => {
    const door = (login: 'salesperson' | 'salesperson2') => createEndpoints({
      program: desk.program, rendererFolder: '', connectionOf: () => desk.connectionOf(login), backupUploads: new Map(),
    })
    const fetched = async (login: 'salesperson' | 'salesperson2', ticket: string) => (await door(login).request(`/attachment/${ticket}`)).status
    desk.slip('salesperson2', [dossierId], { untilOn: '2026-11-23' })
    const { ticket } = await desk.callAs('salesperson2', 'attachments.view', { id })
    expect(await fetched('salesperson2', ticket)).toBe(200)
    desk.clock.addDays(1)
    expect(await fetched('salesperson2', ticket)).toBe(404)
    desk.clock.addDays(-1)

    const own = await desk.callAs('salesperson', 'attachments.view', { id })
    expect(await fetched('salesperson', own.ticket)).toBe(200)
    const setActive = desk.archive.store.prepare("UPDATE person SET isActive = ? WHERE login = 'salesperson'")
    setActive.run(0)
    const upload = await door('salesperson').request('/upload?name=a.pdf', { method: 'PUT', body: new Uint8Array(tinyPdf('迟')) })
    expect([await fetched('salesperson', own.ticket), await upload.json()]).toMatchObject([404, { error: { code: 'not-signed-in' } }])
    setActive.run(1)
    await desk.callAs('salesperson', 'attachments.strike', { id, reason: '扫歪' })
    expect(await fetched('salesperson', own.ticket)).toBe(404)
  })

  it('through a slip bears reader, slip and minute, and ends with the slip', async () => {
    expect(await desk.refusal('salesperson2', 'attachments.view', { id })).toBe('not-found')
    const number = desk.slip('salesperson2', [dossierId], { untilOn: '2026-11-23' })
    const { watermark, auditSeq } = await desk.callAs('salesperson2', 'attachments.view', { id })
    expect(watermark).toBe(`二部业务员  ${number}  11-23 10:00`)
    const entry = desk.archive.store.prepare('SELECT method, subjectId, actorName FROM audit WHERE seq = ?').get(auditSeq)
    expect(entry).toEqual({ method: 'attachments.view', subjectId: dossierId, actorName: '二部业务员' })
    desk.clock.addDays(1)
    try {
      expect(await desk.refusal('salesperson2', 'attachments.view', { id })).toBe('not-found')
    } finally {
      desk.clock.addDays(-1)
    }
  })

  it('is refused of what has been struck out, by itself or with its document', async () => {
    await desk.callAs('salesperson', 'attachments.strike', { id, reason: '扫错' })
    expect(await desk.refusal('salesperson', 'attachments.view', { id })).toBe('wrong-state')
    expect(await desk.refusal('salesperson', 'attachments.strike', { id, reason: '再注销' })).toBe('wrong-state')
    const { ids } = await desk.callAs('salesperson', 'attachments.add', { documentId, uploads: [await scan(`又${count}`)] })
    await desk.callAs('salesperson', 'documents.strike', { id: documentId, reason: '归错' })
    expect(await desk.refusal('archivist', 'attachments.view', { id: ids[0]! })).toBe('wrong-state')
  })
})
