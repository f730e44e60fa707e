import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'

// The bundle that Electron would run, started against a typed double of `electron`: every security setting is pinned here.

const root = join(import.meta.dirname, '../..')
let report: Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- the probe's JSON, read key by key below

beforeAll(() => {
  const home = mkdtempSync(join(tmpdir(), 'juanzong-electron-'))
  const printed = execFileSync(
    process.execPath,
    ['--import', join(import.meta.dirname, 'with-electron-double.mjs'), join(import.meta.dirname, 'probe-electron.ts')],
    { cwd: root, encoding: 'utf8', env: { ...process.env, JUANZONG_ARCHIVE: join(home, 'archive'), XDG_CONFIG_HOME: home, XDG_STATE_HOME: home } },
  )
  report = JSON.parse(printed.trim().split('\n').at(-1)!)
  rmSync(home, { recursive: true, force: true })
})

describe('the built Electron main bundle', () => {
  test('declares its scheme and sandboxes before it is ready', () => {
    expect(report.order.indexOf('schemes')).toBeLessThan(report.order.indexOf('ready'))
    expect(report.order.indexOf('sandbox')).toBeLessThan(report.order.indexOf('ready'))
    expect(report.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
    ])
    expect(report.switches).toEqual(expect.arrayContaining(['host-resolver-rules', 'disable-background-networking', 'no-pings']))
  })
  test('opens its window without any power of Node', () => {
    expect(report.webPreferences).toMatchObject({
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, webSecurity: true,
      webviewTag: false, navigateOnDragDrop: false, spellcheck: false,
    })
    expect(existsSync(report.webPreferences.preload)).toBe(true)
    expect(report.urls).toEqual(['app://juanzong/'])
  })
  test('keeps the page at home', () => {
    expect(report.navigation).toEqual({
      home: false, web: true, lookalike: true, file: true, redirect: true, webview: true, window: { action: 'deny' },
    })
  })
  test('lets no request leave', () => {
    expect(report.requests).toEqual({
      'https://example.com/x': true, 'http://127.0.0.1/': true, 'ws://example.com/': true, 'file:///etc/passwd': true,
      'app://juanzong/index.html': false, 'blob:app://juanzong/1': false,
    })
    expect(report.downloadPrevented).toEqual({
      'https://example.com/x': true, 'app://juanzong/attachment/x': true, 'blob:https://example.com/1': true, 'blob:app://juanzong/1': false,
    })
  })
  test('grants no permission', () => {
    expect(report.permissions).toEqual({ camera: false, clipboard: false, check: false, device: false })
  })
  test('serves its renderer under a strict policy, and nothing outside it', () => {
    expect(report.protocol).toMatchObject({ index: 200, nosniff: 'nosniff', body: true, attachment: 401 })
    expect(report.protocol.outside).toEqual([404, 404, 404, 404, 404, 404, 404])
    const policy = String(report.protocol.csp)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy.replace("style-src 'self' 'unsafe-inline'", '')).not.toMatch(/unsafe|https?:|\*/)
  })
  test('answers its own main frame alone, on one channel', () => {
    expect(report.channels).toEqual(['call'])
    expect(report.ipc.own).toMatchObject({ ok: true, value: { phase: 'none', shell: { kind: 'electron' } } })
    const refused = { ok: false, error: { code: 'forbidden', details: {} } }
    expect([report.ipc.foreignFrame, report.ipc.foreignSender, report.ipc.noFrame]).toEqual([refused, refused, refused])
    expect(report.ipc.unknown).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
  })
})

describe('the preload', () => {
  const preload = readFileSync(join(root, 'out/preload/index.cjs'), 'utf8')
  test('is one CommonJS file that asks for electron alone', () => {
    expect([...preload.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map((match) => match[1])).toEqual(['electron'])
  })
  test('exposes exactly one function', () => {
    const exposed: Record<string, unknown> = {}
    const invoked: unknown[] = []
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: unknown) => { exposed[name] = api } },
      ipcRenderer: { invoke: (...args: unknown[]) => { invoked.push(args); return Promise.resolve({ ok: true }) } },
    }
    runInNewContext(preload, { require: () => electron, module: { exports: {} }, exports: {}, Promise })
    expect(Object.keys(exposed)).toEqual(['juanzong'])
    const api = exposed.juanzong as { call: (method: unknown, input: unknown) => Promise<unknown> }
    expect(Object.keys(api)).toEqual(['call'])
    void api.call('archive.state', {})
    expect(invoked).toEqual([['call', 'archive.state', {}]])
  })
})
