import { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { callByName } from './pipeline/pipeline.ts'
import { closeArchive, connect, createProgram } from './pipeline/program.ts'
import { loadPresets } from './regulations/load.ts'
import { APP_ORIGIN, APP_SCHEME, confineApplication, confineContents, confineSession, isOwnPage } from './shell/electron-hardening.ts'
import { callShell, electronShell, losesUnsaved } from './shell/electron-shell.ts'
import { createEndpoints } from './shell/endpoints.ts'
import { appendIncident } from './shell/incidents.ts'
import { findResources } from './shell/resources.ts'
import { archiveFolder, rememberArchiveFolder } from './shell/workstation.ts'

// The Electron door: one window, one archive. Composition only; what it may and may not do is in shell/.

const here = dirname(fileURLToPath(import.meta.url))

function argument(name: string): string | undefined {
  const index = process.argv.indexOf(name)
  return index === -1 ? undefined : process.argv[index + 1]
}

function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1120,
    minHeight: 680,
    show: false,
    backgroundColor: '#f6f5f1',
    title: '卷宗',
    webPreferences: {
      preload: join(here, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}

async function start(): Promise<void> {
  await app.whenReady()
  confineSession(session.defaultSession)
  Menu.setApplicationMenu(null)
  const resourcesFolder = findResources(here, app.isPackaged ? process.resourcesPath : undefined)
  const windowOf = { current: null as BrowserWindow | null }
  const program = createProgram({
    folder: archiveFolder(argument('--archive')),
    shell: electronShell(() => windowOf.current!),
    presets: loadPresets(join(resourcesFolder, 'regulations')),
    workerUrl: new URL('./worker.js', import.meta.url),
    resourcesFolder,
    rememberFolder: rememberArchiveFolder,
    log: appendIncident,
  })
  const connection = connect(program)
  const endpoints = createEndpoints({
    program, rendererFolder: join(here, '../renderer'), connectionOf: () => connection, backupUploads: new Map(),
  })
  protocol.handle(APP_SCHEME, (request) =>
    isOwnPage(request.url) ? endpoints.fetch(request) : new Response(null, { status: 404 }),
  )
  ipcMain.handle('call', async (event, method: unknown, input: unknown) => {
    const window = windowOf.current
    const frame = event.senderFrame
    if (!window || event.sender !== window.webContents || frame !== window.webContents.mainFrame || !frame || !isOwnPage(frame.url)) {
      return { ok: false, error: { code: 'forbidden', details: {} } }
    }
    return (typeof method === 'string' ? await callShell(window, method, input) : undefined) ?? callByName(program, connection, method, input)
  })
  const window = openWindow()
  windowOf.current = window
  let isOpen = true
  window.once('closed', () => { isOpen = false })
  window.webContents.on('will-prevent-unload', (event) => {
    if (losesUnsaved(window)) event.preventDefault()
  })
  app.on('second-instance', () => {
    windowOf.current?.restore()
    windowOf.current?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  let isClosed = false
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    // The window goes first: it may have something unsaved, and stay.
    if (isOpen) return window.close()
    void closeArchive(program).finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
])
confineApplication()
app.on('web-contents-created', (_event, contents) => confineContents(contents))
if (app.requestSingleInstanceLock()) void start()
else app.quit()
