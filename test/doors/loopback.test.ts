import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Loopback, openLoopback } from '../../src/main/loopback.ts'
import { parseRange } from '../../src/main/shell/endpoints.ts'
import { presets, resourcesFolder } from '../builders/archive.ts'
import { builtWorker } from '../builders/worker.ts'

const root = join(import.meta.dirname, '../..')
let home: string
let door: Loopback

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'juanzong-door-'))
  door = await openLoopback({
    folder: join(home, 'archive'), presets, resourcesFolder, rendererFolder: join(root, 'out/renderer'),
    workerUrl: builtWorker,
  })
})
afterEach(async () => {
  await door.close()
  rmSync(home, { recursive: true, force: true })
})

type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: string }

/** Raw HTTP, since fetch sets Host and Origin by itself. */
function ask({ method = 'GET', path, headers = {}, body }: Asked): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: door.port, method, path, headers: { host: `127.0.0.1:${door.port}`, ...headers } }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => { text += chunk.toString() })
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const own = () => ({ origin: `http://127.0.0.1:${door.port}`, 'content-type': 'application/json' })
const key = () => door.address.split('#')[1]!

async function enter(): Promise<string> {
  const answer = await ask({ method: 'POST', path: '/enter', headers: own(), body: JSON.stringify({ key: key() }) })
  expect(answer.status).toBe(204)
  const cookie = String((answer.headers['set-cookie'] as string[])[0])
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
  return cookie.split(';')[0]!
}

describe('the browser door', () => {
  test('lets the key in once', async () => {
    await enter()
    const again = await ask({ method: 'POST', path: '/enter', headers: own(), body: JSON.stringify({ key: key() }) })
    expect(again.status).toBe(403)
  })
  test('a fresh address makes the former key worthless', async () => {
    const former = key()
    const fresh = door.newAddress().split('#')[1]!
    expect((await ask({ method: 'POST', path: '/enter', headers: own(), body: JSON.stringify({ key: former }) })).status).toBe(403)
    expect((await ask({ method: 'POST', path: '/enter', headers: own(), body: JSON.stringify({ key: fresh }) })).status).toBe(204)
  })
  test('answers calls to whoever has entered, and to nobody else', async () => {
    const body = JSON.stringify({ method: 'archive.state', input: {} })
    expect((await ask({ method: 'POST', path: '/call', headers: own(), body })).status).toBe(401)
    const cookie = await enter()
    const answer = await ask({ method: 'POST', path: '/call', headers: { ...own(), cookie }, body })
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { phase: 'none' } })
  })
  test('refuses a foreign Host, a foreign or missing Origin, and cross-site reading', async () => {
    const cookie = await enter()
    const body = JSON.stringify({ method: 'archive.state', input: {} })
    const statuses = await Promise.all([
      ask({ path: '/', headers: { host: 'localhost' } }),
      ask({ path: '/', headers: { host: `evil.example:${door.port}` } }),
      ask({ path: '/', headers: { 'sec-fetch-site': 'cross-site' } }),
      ask({ method: 'POST', path: '/call', headers: { cookie, 'content-type': 'application/json' }, body }),
      ask({ method: 'POST', path: '/call', headers: { ...own(), cookie, origin: 'http://evil.example' }, body }),
      ask({ method: 'POST', path: '/call', headers: { ...own(), cookie, origin: 'null' }, body }),
      ask({ method: 'PUT', path: '/upload?name=a.pdf', headers: { cookie }, body: 'x' }),
    ])
    expect(statuses.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403, 403, 403])
  })
  test('a large file that is refused is told so, and not by a connection that breaks', async () => {
    const cookie = await enter()
    const answer = await ask({ method: 'PUT', path: '/upload?name=large.pdf', headers: { ...own(), cookie }, body: 'x'.repeat(120 * 1024 * 1024) })
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'not-signed-in' } })
  })
  test('serves its renderer under a strict policy, and nothing outside it', async () => {
    const page = await ask({ path: '/' })
    expect(page.status).toBe(200)
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    for (const path of ['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '//etc/passwd', '/%00', '/../main/index.js', '/..%5c..%5cpackage.json', '/%']) {
      expect((await ask({ path })).status, path).toBe(404)
    }
  })
  test('listens on loopback alone', () => {
    expect(door.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/)
  })
  test('two doors in one browser do not shut each other out', async () => {
    const other = await openLoopback({
      folder: join(home, 'other'), presets, resourcesFolder, rendererFolder: join(root, 'out/renderer'),
      workerUrl: builtWorker,
    })
    const entered = await fetch(`http://127.0.0.1:${other.port}/enter`, {
      method: 'POST', headers: { origin: `http://127.0.0.1:${other.port}` }, body: JSON.stringify({ key: other.address.split('#')[1] }),
    })
    // As a browser keeps them: by host and name, whatever the port.
    const jar = new Map([await enter(), entered.headers.get('set-cookie')!.split(';')[0]!].map((pair) => pair.split('=') as [string, string]))
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const answer = await ask({ method: 'POST', path: '/call', headers: { ...own(), cookie }, body: JSON.stringify({ method: 'archive.state' }) })
    await other.close()
    expect(answer.status).toBe(200)
  })
  test('of a file that is no backup nothing comes to the disk; of one that is, no copy outlasts the next or the door', async () => {
    const cookie = await enter()
    const copies = () => readdirSync(home).filter((name) => name.startsWith('juanzong-restore-'))
    vi.stubEnv('TMPDIR', home)
    const put = async (body: string) => JSON.parse((await ask({ method: 'PUT', path: '/backup', headers: { ...own(), cookie }, body })).text) as unknown
    expect(await put('薪酬表：谁也不该看')).toEqual({ ok: false, error: { code: 'not-an-archive-backup', details: {} } })
    expect(await put('form')).toMatchObject({ ok: false })
    expect(await put('x'.repeat(100_000_000))).toMatchObject({ error: { code: 'not-an-archive-backup' } })
    expect(copies()).toEqual([])
    for (let times = 0; times < 2; times++) expect(await put(`format.json\0${'x'.repeat(1000)}`)).toMatchObject({ ok: true })
    expect(copies()).toHaveLength(1)
    await door.close()
    expect(copies()).toEqual([])
    vi.unstubAllEnvs()
  })
  test('no ticket, no bytes', async () => {
    const cookie = await enter()
    expect((await ask({ path: '/attachment/none' })).status).toBe(401)
    expect((await ask({ path: '/attachment/none', headers: { cookie } })).status).toBe(401)
  })
})

test.each([
  [null, null], ['bytes=0-', { start: 0, end: 100 }], ['bytes=10-19', { start: 10, end: 20 }], ['bytes=-5', { start: 95, end: 100 }],
  ['bytes=90-200', { start: 90, end: 100 }], ['bytes=100-', 'unsatisfiable'], ['bytes=5-4', 'unsatisfiable'], ['bytes=0-1,3-4', null], ['items=0-1', null],
])('range %s', (header, expected) => {
  expect(parseRange(header, 100)).toEqual(expected)
})
