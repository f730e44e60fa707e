import type { Locator, Page } from '@playwright/test'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, findScan, follow, goTo, sampleName, signInSample, test } from './door.ts'

const { archive, cabinet, common, dossiers, lookups } = zhCN

/** How many dossiers the list says there are for the person signed in. */
async function dossierCount(page: Page): Promise<number> {
  await follow(page, 'dossiers')
  const shown = page.getByText(/^[\d,]+ 卷$/).first()
  await expect(shown).toBeVisible()
  return Number((await shown.innerText()).replaceAll(/\D/gu, ''))
}

/** What the one box says to words. */
async function hitsFor(page: Page, words: string): Promise<Locator> {
  await page.getByRole('combobox', { name: common.search.label }).fill(words)
  return page.getByRole('banner').getByRole('search')
}

test('another department sees nothing; a signed slip opens exactly one dossier, with a watermark, until it is back', async ({ sampleOffice: { page: desk, newWindow } }) => {
  const reader = await newWindow()
  await signInSample(desk, 'zhoumin')
  await signInSample(reader, 'liruogu')
  const { dossier, other, betrayed } = await pickDossiers(desk, reader)
  const every = await dossierCount(desk)
  const visible = await dossierCount(reader)
  expect(visible).toBeGreaterThan(0)
  expect(visible).toBeLessThan(every)

  await test.step('before the slip: not in the list, not by its address, not by searching, not in the cabinet', async () => {
    // Nor does a hidden dossier's number lead to a party that he knows otherwise: that would tell whose it is.
    for (const words of [dossier.number, dossier.party, betrayed]) {
      await expect(await hitsFor(reader, words)).toContainText(common.search.none(words))
      await reader.keyboard.press('Escape')
    }
    await goTo(reader, `/dossiers/${dossier.id}`)
    await expect(reader.getByRole('alert').filter({ hasText: common.errorTitle })).toBeVisible()
    await expect(reader.getByText(dossier.party)).toHaveCount(0)
    await goTo(reader, `/cabinet?folder=${dossier.id}`)
    await expect(reader.getByRole('listbox').or(reader.getByText(cabinet.onlyHidden)).first()).toBeVisible()
    await expect(reader.getByText(dossier.number)).toHaveCount(0)
  })

  await test.step('he asks by the customer’s name; the director signs on the spot; the folder is handed out', async () => {
    await goTo(reader, '/lookups')
    await reader.getByRole('button', { name: lookups.action.create }).first().click()
    const dialog = reader.getByRole('dialog')
    await dialog.getByLabel(lookups.create.party).fill(dossier.party)
    await dialog.getByLabel(lookups.create.purpose).fill('投标前核对供方资质')
    await dialog.getByRole('button', { name: lookups.create.submit }).click()
    await expect(dialog).toBeHidden()
    // Until somebody has signed, he does not learn which dossier it is.
    await expect(reader.getByRole('article')).not.toContainText(dossier.number)
    const slip = /CX-\d{4}-\d{4}/.exec(await reader.getByRole('article').innerText())![0]

    await expect(await hitsFor(desk, slip)).toContainText(dossier.party)
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('article', { name: lookups.slip.form(slip) })).toContainText(dossier.number)
    await desk.getByLabel(lookups.sign.passwordOf(sampleName('guhuaiyuan'))).fill('guhuaiyuan-2026')
    await desk.getByRole('button', { name: lookups.sign.agree }).click()
    await expect(desk.getByRole('article')).toContainText(lookups.slip.onSpot)
    await desk.getByRole('button', { name: lookups.action.handOut, exact: true }).last().click()
    await desk.getByRole('dialog').getByRole('checkbox', { name: lookups.handOut.counted }).check()
    await desk.getByRole('dialog').getByRole('button', { name: lookups.handOut.confirm }).click()
    await expect(desk.getByRole('dialog')).toBeHidden()
  })

  await test.step('now he reads that dossier, and no other; every page bears his name', async () => {
    await follow(reader, 'home')
    await goTo(reader, `/dossiers/${dossier.id}`)
    await expect(reader.getByRole('heading', { level: 1, name: dossier.party })).toBeVisible()
    await expect(reader.getByText(/^凭查询单 CX-/)).toBeVisible()
    await expect(reader.getByRole('button', { name: dossiers.page.addFile })).toHaveCount(0)
    const marked = await openFirstScan(reader, dossier.scan)
    await goTo(desk, `/dossiers/${dossier.id}`)
    const plain = await openFirstScan(desk, dossier.scan)
    // Same page, same size, same zoom: only the mark differs, and it lies across the whole sheet.
    expect(marked.size).toEqual(plain.size)
    const differing = marked.cells.filter((dark, index) => dark - plain.cells[index]! > 0.2).length
    expect(differing).toBeGreaterThan(marked.cells.length * 0.2)
    await goTo(reader, `/dossiers/${other}`)
    await expect(reader.getByRole('alert').filter({ hasText: common.errorTitle })).toBeVisible()
    expect(await dossierCount(reader)).toBe(visible + 1)
  })

  await test.step('once it is back, he reads it no more', async () => {
    await follow(desk, 'lookups')
    await desk.getByRole('button', { name: lookups.action.scan }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel(lookups.scan.label).fill(dossier.number)
    await desk.keyboard.press('Enter')
    await dialog.getByLabel(lookups.scan.counted, { exact: true }).fill(String(dossier.pages))
    await desk.keyboard.press('Enter')
    await expect(dialog.getByText(lookups.scan.count(1))).toBeVisible()
    await follow(reader, 'home')
    await goTo(reader, `/dossiers/${dossier.id}`)
    await expect(reader.getByRole('alert').filter({ hasText: common.errorTitle })).toBeVisible()
    expect(await dossierCount(reader)).toBe(visible)
  })
})

test('the address works once; a reload keeps the session; the lock hides the page behind', async ({ sampleOffice: { door, page } }) => {
  await signInSample(page, 'zhoumin')
  await goTo(page, '/parties')
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: common.page.parties })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText(sampleName('zhoumin'))

  await test.step('somebody who finds the used address sees a plain page and nothing of the archive', async () => {
    const context = await page.context().browser()!.newContext()
    const stranger = await context.newPage()
    await stranger.goto(door.address)
    await expect(stranger.getByText(common.enter.title)).toBeVisible()
    await expect(stranger.getByText(common.enter.used)).toBeVisible()
    await expect(stranger.locator('body')).not.toContainText('砚山')
    expect(new URL(stranger.url()).hash).not.toContain(new URL(door.address).hash.slice(1))
    await context.close()
  })

  await test.step('locked: nothing of the page is seen or read; unlocked: the same place', async () => {
    const row = page.getByRole('row').nth(3)
    const name = (await row.getByRole('gridcell').first().innerText()).trim()
    await page.getByRole('button', { name: common.lock, exact: true }).click()
    const lock = page.getByRole('dialog', { name: archive.lock.title })
    await expect(lock).toBeVisible()
    await expect(page.getByText(name).first()).toBeHidden()
    expect(await page.title()).not.toContain(common.page.parties)
    await page.reload()
    await expect(lock).toBeVisible()
    await expect(page.getByRole('table')).toHaveCount(0)
    await lock.getByLabel(archive.signIn.password, { exact: true }).fill('zhoumin-2026')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: common.page.parties })).toBeVisible()
  })
})

type Picked = { id: number; number: string; party: string; scan: string; pages: number }

/**
 * Of the supply department: a dossier on its shelf with a scan, of a party the reader does not know; another such; and the
 * number of one of a party that he does know by another dossier.
 */
async function pickDossiers(desk: Page, reader: Page): Promise<{ dossier: Picked; other: number; betrayed: string }> {
  const listed = async (page: Page) => (await ask(page, 'dossiers.list', { limit: 200 })).rows
  const seen = await listed(reader)
  const known = new Set(seen.map(({ partyName }) => partyName))
  const hidden = (await listed(desk)).filter(({ number }) => number.includes('-GY-') && !seen.some((row) => row.number === number))
  const betrayed = hidden.find(({ partyName }) => known.has(partyName))
  const unknown = hidden.filter(({ partyName, state, level }) => !known.has(partyName) && state === 'in' && level === 'internal')
  const { dossier, scan } = await findScan(desk, unknown.filter(({ number }) => number.startsWith('XY-')).map(({ id }) => id))
  const other = unknown.find(({ partyName }) => partyName !== dossier.partyName)
  if (!other || !betrayed) throw new Error('the sample has no such dossiers')
  const { id, number, partyName, pages } = dossier
  return { dossier: { id, number, party: partyName, scan, pages }, other: other.id, betrayed: betrayed.number }
}

/** Opens a document; answers its first page as a grid of how dark each part is, 0 to 255. */
async function openFirstScan(page: Page, title: string): Promise<{ size: number[]; cells: number[] }> {
  await page.getByRole('table', { name: dossiers.catalogue.title }).getByRole('button', { name: title, exact: true }).first().click()
  const viewer = page.getByRole('region', { name: dossiers.viewer.label })
  await expect(viewer.getByText(dossiers.viewer.matches)).toBeVisible()
  const sheet = viewer.getByRole('img', { name: dossiers.viewer.pageLabel(1), exact: true })
  await expect(sheet.locator('canvas')).toBeVisible()
  return await sheet.locator('canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    const side = 24
    const sums = Array.from({ length: side * side }, () => 0)
    const counts = Array.from({ length: side * side }, () => 0)
    for (let y = 0; y < canvas.height; y += 1) {
      for (let x = 0; x < canvas.width; x += 1) {
        const cell = Math.floor((y / canvas.height) * side) * side + Math.floor((x / canvas.width) * side)
        sums[cell]! += 255 - data[(y * canvas.width + x) * 4]!
        counts[cell]! += 1
      }
    }
    return { size: [canvas.width, canvas.height], cells: sums.map((sum, index) => sum / counts[index]!) }
  })
}
