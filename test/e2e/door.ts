import { test as base, expect, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Loopback } from '../../src/main/loopback.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'out')

/** The built browser door over a folder, as `npm start` opens it. */
export async function openDoor(folder: string): Promise<Loopback> {
  const { openLoopback, loadPresets } = (await import(join(out, 'main/loopback.js'))) as typeof import('../../src/main/loopback.ts')
  return await openLoopback({
    folder,
    presets: loadPresets(join(root, 'resources/regulations')),
    workerUrl: new URL(`file://${join(out, 'main/worker.js')}`),
    rendererFolder: join(out, 'renderer'),
    resourcesFolder: join(root, 'resources'),
    log: (line) => console.error(line),
  })
}

export type Office = { door: Loopback; folder: string; page: Page }

/** A page in a fresh door over an empty folder. Faults of the page (errors, refused resources) fail the test. */
export const test = base.extend<{ office: Office }>({
  office: async ({ page }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'juanzong-e2e-'))
    const folder = join(home, 'archive')
    const door = await openDoor(folder)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    await page.goto(door.address)
    await use({ door, folder, page })
    await door.close()
    rmSync(home, { recursive: true, force: true })
    expect(faults).toEqual([])
  },
})
export { expect }
