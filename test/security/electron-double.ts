import type * as Electron from 'electron'
import { EventEmitter } from 'node:events'

/*
 * A typed double of the module `electron`: it records what the built main bundle asks for, and lets a test play Chromium's
 * part afterwards (a page that wants to navigate, a request that wants to leave, a frame that is not ours).
 */

type Handler = (...args: never[]) => unknown

export const seen = {
  order: [] as string[],
  schemes: [] as Electron.CustomScheme[],
  switches: [] as string[],
  windows: [] as Electron.BrowserWindowConstructorOptions[],
  urls: [] as string[],
  protocolHandlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
  ipc: new Map<string, Handler>(),
  contents: [] as DoubleContents[],
  permissionRequest: null as Handler | null,
  permissionCheck: null as Handler | null,
  devicePermission: null as Handler | null,
  beforeRequest: null as Handler | null,
  willDownload: null as Handler | null,
}

class DoubleContents extends EventEmitter {
  readonly mainFrame = { url: 'app://juanzong/' }
  openHandler: Handler | null = null
  setWindowOpenHandler(handler: Handler) {
    this.openHandler = handler
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new DoubleContents()
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    seen.order.push('window')
    seen.windows.push(options)
    seen.contents.push(this.webContents)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string) {
    seen.urls.push(url)
    return Promise.resolve()
  }
  show() {}
  focus() {}
  restore() {}
}

class DoubleApp extends EventEmitter {
  readonly isPackaged = false
  readonly commandLine = { appendSwitch: (name: string) => void seen.switches.push(name) }
  whenReady() {
    seen.order.push('ready')
    return Promise.resolve()
  }
  enableSandbox() {
    seen.order.push('sandbox')
  }
  requestSingleInstanceLock() {
    return true
  }
  quit() {}
}
export const app = new DoubleApp()

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: Handler) => void (seen.permissionRequest = handler),
    setPermissionCheckHandler: (handler: Handler) => void (seen.permissionCheck = handler),
    setDevicePermissionHandler: (handler: Handler) => void (seen.devicePermission = handler),
    webRequest: { onBeforeRequest: (handler: Handler) => void (seen.beforeRequest = handler) },
    on: (name: string, handler: Handler) => {
      if (name === 'will-download') seen.willDownload = handler
    },
  },
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
    seen.order.push('schemes')
    seen.schemes.push(...schemes)
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => void seen.protocolHandlers.set(scheme, handler),
}

export const ipcMain = { handle: (channel: string, handler: Handler) => void seen.ipc.set(channel, handler) }
export const Menu = { setApplicationMenu: () => undefined }
export const dialog = {}
