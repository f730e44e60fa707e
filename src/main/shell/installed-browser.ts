import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** An installed Chrome, Edge or Chromium that can show one address as a window of its own; null where there is none. */
export function installedBrowser(): string | null {
  const { env, platform } = process
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    const places = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe']
    return first(roots.flatMap((root) => places.map((place) => join(root, place))))
  }
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Microsoft Edge', 'Chromium']
    return first(names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`))
  }
  const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium', 'chromium-browser']
  return first((env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))))
}

const first = (paths: readonly string[]): string | null => paths.find((path) => existsSync(path)) ?? null
