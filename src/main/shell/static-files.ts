import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2', '.woff': 'font/woff', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ico': 'image/x-icon', '.json': 'application/json', '.wasm': 'application/wasm', '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream', '.ttf': 'font/ttf', '.map': 'application/json', '.icc': 'application/octet-stream',
}

/**
 * A file of the built renderer by its URL path; null for anything that is not one. The real path has to lie inside the
 * folder, so neither `..` nor a link leads out.
 */
export async function readStaticFile(folder: string, urlPath: string): Promise<{ body: Buffer<ArrayBuffer>; type: string } | null> {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const wanted = join(folder, path === '/' ? 'index.html' : path)
  const type = TYPES[extname(wanted).toLowerCase()]
  if (!type) return null
  try {
    const root = await realpath(folder)
    const real = await realpath(wanted)
    if (!real.startsWith(root + sep)) return null
    return { body: await readFile(real), type }
  } catch {
    return null
  }
}
