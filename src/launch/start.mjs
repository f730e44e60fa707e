// npm start: builds what has changed, then opens the program in Electron, or through the browser door where Electron's
// own binary cannot be had.
import './check-node.mjs'
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded, root } from './build-if-needed.mjs'
import { electronBinary } from './electron-binary.mjs'

const args = process.argv.slice(2)
const wantsBrowser = args.includes('--browser')
const passed = args.filter((arg) => arg !== '--browser')

buildIfNeeded()

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
let binary = null
if (!wantsBrowser && hasDisplay) {
  binary = electronBinary()
  if (!binary) {
    // The one download there can be. Without a network it fails at once or is given up.
    spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], { stdio: 'ignore', timeout: 120_000 })
    binary = electronBinary()
  }
}

if (binary) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(binary, [...(isRoot ? ['--no-sandbox'] : []), root, ...passed], { stdio: 'inherit' })
  child.on('exit', (code) => process.exit(code ?? 1))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
} else {
  if (!wantsBrowser) {
    console.log(
      hasDisplay
        ? '这台机器没有 Electron 程序文件，也下载不到；改由浏览器打开。Electron is not to be had here: opening in the browser.'
        : '没有显示器；请在浏览器里打开下面的地址。No display: open the address below in a browser.',
    )
  }
  const { runBrowserDoor } = await import(new URL('../../out/main/loopback.js', import.meta.url).href)
  try {
    await runBrowserDoor(passed)
  } catch (error) {
    const said = refused(error)
    if (said === null) throw error
    console.error(said)
    process.exitCode = 1
  }
}

/** In one line what is wrong with how the program was started; null for a fault of the program. */
function refused({ code, message }) {
  if (code?.startsWith('ERR_PARSE_ARGS')) return `选项不对。A wrong option. ${message}`
  if (code === 'ERR_SOCKET_BAD_PORT') return '端口应为 0 到 65535 的整数。A port is a whole number from 0 to 65535.'
  if (code === 'EADDRINUSE' || code === 'EACCES') return '此端口用不了，请换一个。This port cannot be had: choose another.'
  return null
}
