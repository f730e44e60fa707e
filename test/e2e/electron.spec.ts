import { _electron, expect } from '@playwright/test'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { follow, signInSample, test } from './door.ts'

const root = join(import.meta.dirname, '../..')
const { archive, cabinet } = zhCN
// Told from files alone: asking for the package `electron` would try to download the binary.
const { electronBinary } = (await import(pathToFileURL(join(root, 'src/launch/electron-binary.mjs')).href)) as { electronBinary: () => string | null }
const binary = electronBinary()

test.describe('in Electron itself', () => {
  test.skip(binary === null, 'Electron’s binary is not here; `npx install-electron` brings it')

  test('signs in and shows the cabinet', async ({ sampleFolder }) => {
    const home = mkdtempSync(join(tmpdir(), 'juanzong-electron-'))
    const folder = join(home, 'archive')
    cpSync(sampleFolder, folder, { recursive: true })
    const app = await _electron.launch({
      executablePath: binary!, args: [root, '--archive', folder, `--user-data-dir=${join(home, 'profile')}`, ...(process.platform === 'linux' ? ['--no-sandbox'] : [])],
    })
    try {
      const page = await app.firstWindow()
      await expect(page.getByRole('heading', { name: archive.signIn.title })).toBeVisible()
      await signInSample(page, 'zhoumin')
      await follow(page, 'cabinet')
      await expect(page.getByRole('heading', { level: 1, name: cabinet.title })).toBeVisible()
      await expect(page.locator('[data-drawer-list]')).toBeVisible()
    } finally {
      await app.close()
      rmSync(home, { recursive: true, force: true })
    }
  })
})
