import { Hono } from 'hono'
import { randomBytes } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline as pipeStreams } from 'node:stream/promises'
import { type Answer, AppError } from '../../shared/errors.ts'
import { mayStillView } from '../dossiers/view.ts'
import { findActor } from '../people/passwords.ts'
import { BACKUP_START } from '../archive/backup-format.ts'
import { writeRefusal } from '../storage/atomic-file.ts'
import { takeIn } from '../storage/take-in.ts'
import { callByName } from '../pipeline/pipeline.ts'
import type { Connection, Program } from '../pipeline/program.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import { readStaticFile } from './static-files.ts'

/** Backup files taken in for a restore, by the token the page was given. Their content is encrypted as it comes. */
export type BackupUploads = Map<string, string>

export type EndpointParts = {
  program: Program
  rendererFolder: string
  /** Whose request this is; null refuses it. */
  connectionOf: (request: Request) => Connection | null
  backupUploads: BackupUploads
}

/**
 * What a page may ask of its door, for the browser and for Electron's own protocol alike: calls, files in, attachment
 * bytes out under a ticket, and the built renderer.
 */
export function createEndpoints({ program, rendererFolder, connectionOf, backupUploads }: EndpointParts): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.res.headers.set(name, value)
  })

  app.post('/call', async ({ req }) => {
    const connection = connectionOf(req.raw)
    if (!connection) return new Response(null, { status: 401 })
    const body = (await req.json().catch(() => null)) as { method?: unknown; input?: unknown } | null
    return Response.json(await callByName(program, connection, body?.method, body?.input))
  })

  app.put('/upload', async ({ req }) => {
    const connection = connectionOf(req.raw)
    if (!connection) return new Response(null, { status: 401 })
    const body = req.raw.body && partsOf(req.raw.body)
    const answered = await answer(() => takeUpload(program, connection, body?.parts() ?? null, req.raw.signal, req.query('name') ?? '', req.query('purpose')))
    await body?.readOut()
    return Response.json(answered)
  })

  app.put('/backup', async ({ req }) => {
    if (!connectionOf(req.raw)) return new Response(null, { status: 401 })
    return Response.json(await answer(() => takeBackup(req.raw, backupUploads)))
  })

  app.get('/attachment/:ticket', ({ req }) => {
    const connection = connectionOf(req.raw)
    return connection ? serveAttachment(program, connection, req.param('ticket'), req.raw) : new Response(null, { status: 401 })
  })

  app.get('*', async ({ req }) => {
    const file = await readStaticFile(rendererFolder, new URL(req.url).pathname)
    return file ? new Response(file.body, { headers: { 'Content-Type': file.type } }) : new Response(null, { status: 404 })
  })
  return app
}

async function answer<Value>(work: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const expected = writeRefusal(error)
    if (expected instanceof AppError) return { ok: false, error: { code: expected.code, details: expected.details } }
    return { ok: false, error: { code: 'file-unreadable', details: {} } }
  }
}

async function takeUpload(
  program: Program, connection: Connection, source: AsyncIterable<Uint8Array> | null, signal: AbortSignal, name: string, purpose: string | undefined,
) {
  const { archive } = program
  const { session } = connection
  if (!archive || !session) throw new AppError('not-signed-in')
  if (session.isLocked) throw new AppError('locked')
  if (!findActor(archive.store, session.personId)) throw new AppError('not-signed-in')
  if (!source) throw new AppError('empty-file')
  return await archive.uploads.arriving(async () => {
    const upload = await takeIn(archive.attachments, source, name, purpose === 'import' ? 'import' : 'attachment', signal)
    const token = archive.uploads.stage(session.id, upload)
    return { token, name: upload.name, size: upload.size, mime: upload.mime, pages: upload.pages }
  })
}

/** A body whose reader may stop early: `readOut` takes the rest and keeps nothing of it, or the page would see its connection break instead of the answer. */
function partsOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value
  }
  const readOut = async () => {
    try {
      while (!(await reader.read()).done);
    } catch {
      // The page has gone: nobody waits for the answer.
    }
  }
  return { parts, readOut }
}

async function takeBackup(request: Request, backupUploads: BackupUploads): Promise<{ file: string }> {
  if (!request.body) throw new AppError('empty-file')
  forgetBackups(backupUploads)
  const folder = await mkdtemp(join(tmpdir(), 'juanzong-restore-'))
  try {
    const path = join(folder, 'backup.jzb')
    await pipeStreams(onlyBackup(request.body as unknown as AsyncIterable<Uint8Array>), createWriteStream(path, { mode: 0o600 }))
    const token = randomBytes(16).toString('hex')
    backupUploads.set(token, path)
    return { file: token }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Of any other file not a byte comes to the disk: it may be a page of somebody's, chosen by mistake. */
async function* onlyBackup(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0)
  let isBackup = false
  for await (const part of source) {
    if (isBackup) yield part
    // Read to its end, or the page would see its connection break instead of the answer.
    if (isBackup || head.length >= BACKUP_START.length) continue
    head = Buffer.concat([head, part])
    isBackup = head.subarray(0, BACKUP_START.length).equals(BACKUP_START)
    if (isBackup) yield head
  }
  if (!isBackup) throw new AppError('not-an-archive-backup')
}

/** Removes what was taken in for a restore: before the next one, and when the door closes. */
export function forgetBackups(backupUploads: BackupUploads): void {
  for (const path of backupUploads.values()) rmSync(dirname(path), { recursive: true, force: true })
  backupUploads.clear()
}

/** Kinds a page may show. Anything else comes as plain bytes, so that no browser ever interprets it. */
const SHOWN = /^(application\/pdf|image\/(jpeg|png|tiff|webp)|audio\/[\w.+-]+|video\/[\w.+-]+)$/

function serveAttachment(program: Program, connection: Connection, code: string, request: Request): Response {
  const { archive } = program
  const { session } = connection
  if (!archive || !session || session.isLocked) return new Response(null, { status: 401 })
  const ticket = archive.tickets.redeem(code, session.id)
  if (!ticket || !mayStillView(archive, session.personId, ticket.attachmentId)) return new Response(null, { status: 404 })
  const range = parseRange(request.headers.get('range'), ticket.size)
  if (range === 'unsatisfiable') return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${ticket.size}` } })
  const start = range?.start ?? 0
  const end = range?.end ?? ticket.size
  const headers: Record<string, string> = {
    'Content-Type': SHOWN.test(ticket.mime) ? ticket.mime : 'application/octet-stream',
    'Content-Length': String(end - start),
    'Accept-Ranges': 'bytes',
    'Content-Disposition': 'inline',
  }
  if (range) headers['Content-Range'] = `bytes ${start}-${end - 1}/${ticket.size}`
  const bytes = archive.attachments.read(ticket.sha256, range ? { start, end } : undefined)
  return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array<ArrayBuffer>>, { status: range ? 206 : 200, headers })
}

/** One range of `bytes=a-b`, `a-`, `-n` as a half-open stretch; null for none or several (the whole file is then right). */
export function parseRange(header: string | null, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? size : Math.min(size, Number(match[2]) + 1)
  return start >= size || start >= end ? 'unsatisfiable' : { start, end }
}
