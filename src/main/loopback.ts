import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { spawn } from 'node:child_process'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { closeArchive, connect, type Connection, createProgram, type Program, type ProgramParts } from './pipeline/program.ts'
import { loadPresets } from './regulations/load.ts'
import { type BackupUploads, createEndpoints, forgetBackups } from './shell/endpoints.ts'
import { appendIncident } from './shell/incidents.ts'
import { installedBrowser } from './shell/installed-browser.ts'
import { findResources } from './shell/resources.ts'
import { archiveFolder, rememberArchiveFolder } from './shell/workstation.ts'

export { loadPresets }

export type LoopbackOptions = Omit<ProgramParts, 'shell'> & { rendererFolder: string; port?: number }

export type Loopback = {
  /** The address with its one-time key: it lets in the first page that uses it, and nobody after. */
  address: string
  port: number
  program: Program
  /** A fresh one-time key, for another window; the old one lets nobody in any more. */
  newAddress: () => string
  close: () => Promise<void>
}

/** A browser gives its cookies to every port of a machine: each door has a name of its own, so that two may be open. */
const cookieName = (port: number) => `juanzong-door-${port}`

/**
 * The browser door: the archive and the renderer over 127.0.0.1, for machines without Electron's binary and for tests in
 * a real browser. Only loopback; a page gets in once by the key in its address and is known by a same-site cookie from
 * then on; Host and Origin must be this door's own.
 */
export async function openLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { rendererFolder, port = 0, ...parts } = options
  const backupUploads: BackupUploads = new Map()
  const program = createProgram({ ...parts, shell: browserShell(backupUploads) })
  const doors = new Map<string, Connection>()
  let key: string | null = newKey()
  let ownPort = port
  const ownHost = () => `127.0.0.1:${ownPort}`

  const isOwn = (request: Request): boolean => {
    if (request.headers.get('host') !== ownHost()) return false
    const origin = request.headers.get('origin')
    if (request.method !== 'GET') return origin === `http://${ownHost()}`
    return (origin === null || origin === `http://${ownHost()}`) && request.headers.get('sec-fetch-site') !== 'cross-site'
  }
  const connectionOf = (request: Request): Connection | null => doors.get(cookieOf(request, cookieName(ownPort)) ?? '') ?? null

  const app = new Hono()
  app.use(async ({ req }, next) => {
    if (!isOwn(req.raw)) return new Response(null, { status: 403 })
    return await next()
  })
  app.post('/enter', async ({ req }) => {
    const body = (await req.json().catch(() => null)) as { key?: unknown } | null
    if (key === null || typeof body?.key !== 'string' || !sameText(body.key, key)) return new Response(null, { status: 403 })
    key = null
    const cookie = newKey()
    doors.set(cookie, connect(program))
    return new Response(null, { status: 204, headers: { 'Set-Cookie': `${cookieName(ownPort)}=${cookie}; HttpOnly; SameSite=Strict; Path=/` } })
  })
  app.route('/', createEndpoints({ program, rendererFolder, connectionOf, backupUploads }))

  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port, overrideGlobalObjects: false })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  ownPort = (server.address() as AddressInfo).port
  const address = () => `http://${ownHost()}/#${key}`
  return {
    address: address(),
    port: ownPort,
    program,
    newAddress: () => {
      key = newKey()
      return address()
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await closeArchive(program)
      forgetBackups(backupUploads)
    },
  }
}

const newKey = () => randomBytes(32).toString('base64url')

function sameText(given: string, wanted: string): boolean {
  const left = Buffer.from(given)
  const right = Buffer.from(wanted)
  return left.length === right.length && timingSafeEqual(left, right)
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

function browserShell(backupUploads: BackupUploads): Program['shell'] {
  return {
    kind: 'browser',
    chooseFolder: null,
    canSavePdf: false,
    // A browser has no dialog of ours: backups lie in a folder beside the archive, whose path the answer tells.
    backupTarget: async (_asked, suggestedName, archiveFolder) => {
      const folder = `${archiveFolder}-backups`
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return join(folder, suggestedName)
    },
    backupSource: async (asked) => backupUploads.get(asked ?? '') ?? null,
  }
}

/**
 * `npm start` where Electron cannot be: opens the door, prints its address, shows it in an installed browser if there is
 * a display, and closes the archive cleanly on Ctrl-C. Options: `--archive DIR`, `--port N`, `--no-window`.
 */
export async function runBrowserDoor(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { archive: { type: 'string' }, port: { type: 'string' }, 'no-window': { type: 'boolean', default: false } },
  })
  const here = dirname(fileURLToPath(import.meta.url))
  const resourcesFolder = findResources(here)
  const door = await openLoopback({
    folder: archiveFolder(values.archive),
    port: Number(values.port ?? 0),
    presets: loadPresets(join(resourcesFolder, 'regulations')),
    workerUrl: new URL('./worker.js', import.meta.url),
    rendererFolder: join(here, '../renderer'),
    resourcesFolder,
    rememberFolder: rememberArchiveFolder,
    log: appendIncident,
  })
  console.log(door.address)
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  const browser = hasDisplay && !values['no-window'] ? installedBrowser() : null
  if (browser) spawn(browser, [`--app=${door.address}`], { stdio: 'ignore', detached: true }).unref()
  // The key is used up by the page it let in; whoever closed that page by mistake gets a new one with Enter.
  if (process.stdin.isTTY) process.stdin.on('data', () => console.log(door.newAddress()))
  const leave = () => void door.close().finally(() => process.exit(0))
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
}
