import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A hash over the contents of everything the build reads: contents, not times, since a checkout makes all times new. */
function sourcesHash() {
  const hash = createHash('sha256')
  const add = (path) => hash.update(path).update(readFileSync(join(root, path)))
  for (const folder of ['src/main', 'src/preload', 'src/renderer', 'src/shared', 'resources/fonts']) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const file of files.map((entry) => join(entry.parentPath, entry.name).slice(root.length)).sort()) add(file)
  }
  add('package-lock.json')
  add('electron.vite.config.ts')
  return hash.digest('hex')
}

/** Builds main, preload and renderer into out/ unless what is there was built from these very sources. */
export function buildIfNeeded() {
  const stamp = join(root, 'out/built-from')
  const wanted = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  rmSync(stamp, { force: true })
  const built = spawnSync(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (built.status !== 0) {
    console.error(`${built.stdout}${built.stderr}`)
    process.exit(built.status ?? 1)
  }
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, wanted)
}
