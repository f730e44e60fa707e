import { app, seen } from './electron-double.ts'

// Starts the built main bundle against the double, plays Chromium's part, and prints what came of it as JSON.

await import(new URL('../../out/main/index.js', import.meta.url).href)
for (let turn = 0; turn < 200 && seen.windows.length === 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10))

const contents = seen.contents[0]!
const event = () => {
  const state = { isPrevented: false, preventDefault: () => { state.isPrevented = true } }
  return state
}
function prevented(name: string, url?: string): boolean {
  const given = event()
  contents.emit(name, given, url)
  return given.isPrevented
}

function request(url: string): boolean {
  let isCancelled = false
  seen.beforeRequest!({ url } as never, ((answer: { cancel: boolean }) => { isCancelled = answer.cancel }) as never)
  return isCancelled
}

function permission(name: string): boolean {
  let isGranted = true
  seen.permissionRequest!(contents as never, name as never, ((granted: boolean) => { isGranted = granted }) as never)
  return isGranted
}

const fetchApp = async (url: string, init?: RequestInit) => await seen.protocolHandlers.get('app')!(new Request(url, init))
async function statusOf(url: string): Promise<number> {
  return (await fetchApp(url)).status
}

const call = seen.ipc.get('call')! as (event: unknown, method: unknown, input: unknown) => Promise<unknown>
const page = await fetchApp('app://juanzong/')
const downloadPrevented = (url: string): boolean => {
  const download = event()
  seen.willDownload!(download as never, { getURL: () => url } as never)
  return download.isPrevented
}

console.log(JSON.stringify({
  order: seen.order,
  schemes: seen.schemes,
  switches: seen.switches,
  webPreferences: seen.windows[0]!.webPreferences,
  urls: seen.urls,
  navigation: {
    home: prevented('will-navigate', 'app://juanzong/#/cabinet'), web: prevented('will-navigate', 'https://example.com/'),
    lookalike: prevented('will-navigate', 'app://juanzong.example.com/'), file: prevented('will-navigate', 'file:///etc/passwd'),
    redirect: prevented('will-redirect', 'https://example.com/'), webview: prevented('will-attach-webview'),
    window: contents.openHandler!({ url: 'https://example.com' } as never),
  },
  requests: Object.fromEntries(
    ['https://example.com/x', 'http://127.0.0.1/', 'ws://example.com/', 'file:///etc/passwd', 'app://juanzong/index.html', 'blob:app://juanzong/1']
      .map((url) => [url, request(url)]),
  ),
  permissions: { camera: permission('media'), clipboard: permission('clipboard-read'), check: seen.permissionCheck!(), device: seen.devicePermission!() },
  downloadPrevented: Object.fromEntries(['https://example.com/x', 'app://juanzong/attachment/x', 'blob:https://example.com/1', 'blob:app://juanzong/1'].map((url) => [url, downloadPrevented(url)])),
  protocol: {
    index: page.status, csp: page.headers.get('content-security-policy'), nosniff: page.headers.get('x-content-type-options'),
    body: (await page.text()).includes('<div id="root"'),
    outside: await Promise.all(
      ['app://juanzong/..%2f..%2fpackage.json', 'app://juanzong/%2e%2e/%2e%2e/package.json', 'app://juanzong/..%5c..%5cpackage.json',
        'app://juanzong//etc/passwd', 'app://juanzong/%00', 'app://other/index.html', 'app://juanzong/main/index.js'].map(statusOf),
    ),
    attachment: await statusOf('app://juanzong/attachment/no-such-ticket'),
  },
  ipc: {
    own: await call({ sender: contents, senderFrame: contents.mainFrame }, 'archive.state', {}),
    foreignFrame: await call({ sender: contents, senderFrame: { url: 'app://juanzong/' } }, 'archive.state', {}),
    foreignSender: await call({ sender: {}, senderFrame: contents.mainFrame }, 'archive.state', {}),
    noFrame: await call({ sender: contents, senderFrame: null }, 'archive.state', {}),
    unknown: await call({ sender: contents, senderFrame: contents.mainFrame }, 'shell.openExternal', {}),
  },
  channels: [...seen.ipc.keys()],
}))
app.emit('window-all-closed')
process.exit(0)
