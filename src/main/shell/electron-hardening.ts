import { app, type Session, type WebContents } from 'electron'

/** Where the program's own pages live. Everything else is somewhere else. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://juanzong'

export function isOwnPage(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`)
}

/** No page leaves the program: no foreign navigation, no windows, no embedded guests. */
export function confineContents(contents: WebContents): void {
  const stayAtHome = (event: { preventDefault: () => void }, url: string) => {
    if (!isOwnPage(url)) event.preventDefault()
  }
  contents.on('will-navigate', stayAtHome)
  contents.on('will-redirect', stayAtHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

const LOCAL = /^(app|blob|data|devtools):/

/** The program is offline, so it is made so: no permission is granted and no request leaves the machine. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !LOCAL.test(request.url) }))
  // Tables that the page itself made (refused rows, the register) may be saved through the system's dialog; nothing else,
  // least of all an attachment.
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault()
  })
}

/** Before Electron is ready: every renderer sandboxed, nothing that looks for a network. */
export function confineApplication(): void {
  app.enableSandbox()
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-pings')
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}
