import type { Page } from '@playwright/test'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, goTo, scan, signInSample, test } from './door.ts'
import { readPdf } from './pdf-text.ts'

// A sitting at the shelves with a scanner in the hand: folders to drawers and into boxes, a box elsewhere, labels for all of it.
const { shelving: words, print } = zhCN

async function printed(page: Page): Promise<string> {
  await page.evaluate(() => { window.print = () => undefined })
  await page.getByRole('button', { name: print.preview.print, exact: true }).click()
  await expect(page.locator('[data-stamp]:not([data-stamp=""])').first()).toBeVisible()
  return (await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).map(({ text }) => text).join('')
}

test('folders are shelved and boxed by scanner alone, the box moves, and labels are printed', async ({ sampleOffice: { page } }) => {
  await signInSample(page, 'zhoumin')
  const [one, two] = await ask(page, 'cabinet.unshelved', {})
  const drawers = await ask(page, 'shelving.drawers', {})
  const placeOf = async (dossierId: number) => (await ask(page, 'cabinet.folder', { dossierId })).place
  await goTo(page, '/shelving')
  const said = page.getByRole('status').first()
  const hand = page.getByRole('region', { name: words.scan.folder })
  const field = page.getByLabel(words.scan.field)
  await expect(field).toBeFocused()

  await test.step('a folder, then Enter: the slot offered; another, then a drawer’s label', async () => {
    await scan(page, drawers[0]!.code)
    await expect(said).toHaveText(words.scan.folderFirst(drawers[0]!.code))
    await scan(page, one!.number)
    await expect(hand).toContainText(one!.partyName)
    await page.keyboard.press('Enter')
    await expect(said).toContainText('已放到')
    const free = drawers.find(({ occupied, cabinetCode }) => cabinetCode === '02' && occupied === 0)!
    await scan(page, two!.number)
    await scan(page, free.code)
    await expect(said).toContainText(`${free.cabinetCode}-${free.no}`)
    expect(await placeOf(one!.dossierId)).not.toBeNull()
    expect(await placeOf(two!.dossierId)).toMatchObject({ drawerId: free.id })
    await expect(page.getByText(words.scan.noneWaiting)).toBeVisible()
    await page.getByRole('button', { name: words.scan.undo }).click()
    await expect(page.getByRole('button', { name: `${words.scan.takeUp} ${two!.number}` })).toBeVisible()
    expect(await placeOf(two!.dossierId)).toBeNull()
  })

  const code = await test.step('a new box for a folder; the next of its kind goes in, one of another department does not', async () => {
    const lent = (await ask(page, 'lookups.desk', {})).out.find(({ dossierNumber }) => dossierNumber !== null)!
    await scan(page, lent.dossierNumber!)
    await expect(said).toContainText('不能上架')
    const known = new Set((await ask(page, 'shelving.boxes', {})).rows.map((box) => box.code))
    await expect(field).toBeFocused()
    await scan(page, one!.number)
    await page.getByRole('button', { name: words.scan.newBox }).click()
    await page.getByRole('menuitem', { name: words.scan.spine(30) }).click()
    await expect(said).toContainText('已装入')
    await expect(field).toBeFocused()
    const made = (await ask(page, 'shelving.boxes', {})).rows.find((box) => !known.has(box.code))!
    await scan(page, two!.number)
    await scan(page, made.code)
    await expect(said).toContainText(words.mixed['department']!.slice(0, 2))
    expect((await ask(page, 'shelving.box', { id: made.id })).contents.map(({ number }) => number)).toEqual([one!.number])
    return made.code
  })

  await test.step('the box goes to the drawer whose label is scanned', async () => {
    await page.getByRole('radiogroup', { name: words.tab.label }).getByText(words.tab.boxes, { exact: true }).click()
    await page.getByRole('grid', { name: words.tab.boxes }).getByRole('row', { name: new RegExp(code, 'u') }).click()
    const card = page.getByRole('region', { name: words.boxes.contents(code) })
    await expect(card).toContainText(one!.number)
    await card.getByRole('button', { name: words.boxes.move, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel(words.boxes.moveField)).toBeFocused()
    await scan(page, 'R1-99-9')
    await expect(dialog.getByRole('alert')).toHaveText(words.scan.notFound('R1-99-9'))
    const target = drawers.findLast(({ occupied }) => occupied === 0)!
    await scan(page, target.code)
    await expect(dialog).toHaveCount(0)
    expect(await placeOf(one!.dossierId)).toMatchObject({ drawerId: target.id })
    // Its spine is printed from here, and the way back leads to the same box.
    await card.getByRole('link', { name: words.boxes.printSpine }).click()
    expect(await printed(page)).toContain(one!.number)
    await page.goBack()
    await expect(card).toContainText(one!.number)
  })

  await test.step('labels by number: what is not there is named, what is there is printed', async () => {
    await page.getByRole('radiogroup', { name: words.tab.label }).getByText(words.tab.labels, { exact: true }).click()
    await page.getByRole('radiogroup', { name: words.labels.what }).getByText(words.labels.list, { exact: true }).click()
    const preview = page.getByRole('button', { name: words.labels.preview }).first()
    await page.getByLabel(words.labels.listField).fill(`XY-XS1-2099-0001\n${one!.number}`)
    await preview.click()
    await expect(page.getByText(words.labels.notFound('XY-XS1-2099-0001'))).toBeVisible()
    await page.getByLabel(words.labels.listField).fill(`${one!.number}\n${two!.number}`)
    await preview.click()
    const text = await printed(page)
    for (const { partyName } of [one!, two!]) expect(text).toContain(partyName)
  })
})
