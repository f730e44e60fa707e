import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The Chromium that an npm package carries, unpacked into a folder of its own version: the package takes whatever
 * binary lies in its temporary folder, also one of another version.
 */
export async function chromiumBinary(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `juanzong-chromium-${version}`)
  mkdirSync(folder, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Only what a headless machine without a sandbox needs; the package's own list hides faults of CSP and of second pages. */
export const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']
