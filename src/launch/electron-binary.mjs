import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const electronFolder = fileURLToPath(new URL('../../node_modules/electron/', import.meta.url))

/**
 * Where Electron's binary is, or null. Told from its files alone: merely resolving the package `electron` would try to
 * download it. ELECTRON_OVERRIDE_DIST_PATH names a folder with a binary brought by hand.
 */
export function electronBinary() {
  try {
    const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
    const name = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron'
    if (override) return existsSync(join(override, name)) ? join(override, name) : null
    const wanted = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version
    const found = readFileSync(join(electronFolder, 'dist/version'), 'utf8').trim().replace(/^v/, '')
    const binary = join(electronFolder, 'dist', name)
    return found === wanted && existsSync(binary) ? binary : null
  } catch {
    return null
  }
}
