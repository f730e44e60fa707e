import { join } from 'node:path'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { samplePassword } from '../../src/main/archive/sample/people.ts'
import { expect, follow, signInSample, test } from './door.ts'
import { readPdf } from './pdf-text.ts'
import type { Page } from '@playwright/test'

const { disposal: words, common, print } = zhCN
const results = join(import.meta.dirname, '../../test-results')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })

/** Opens the running appraisal of the sample by the keyboard: the first row of the list. */
async function openRunning(page: Page): Promise<void> {
  await follow(page, 'disposal')
  await page.getByText(words.tab.cases, { exact: true }).click()
  await page.getByRole('row').filter({ hasText: words.state.appraisal }).or(page.getByRole('row').filter({ hasText: words.state.approval }))
    .or(page.getByRole('row').filter({ hasText: words.state.execution })).first().press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^XH-/ })).toBeVisible()
}

test('a destruction stopped by a debt, then carried out, its list printed, its stub found', async ({ sampleOffice }) => {
  const { page, newWindow } = sampleOffice

  await test.step('the head of the group gives his opinions and submits; a debt comes to light meanwhile', async () => {
    await signInSample(page, 'chenliqun')
    await openRunning(page)
    await button(page, words.case.opineAll).click()
    await page.getByRole('dialog').getByLabel(words.opine.reason).fill('期满，客户已注销')
    await inDialog(page, words.opine.confirm).click()
    await button(page, words.case.submit).click()
    await inDialog(page, words.case.submit).click()
    await expect(page.getByText(words.submit.done(2, 0, 0))).toBeVisible()
  })
  const [first, second] = await page.getByRole('row').filter({ hasText: 'XY-' }).evaluateAll((rows) => rows.map((row) => /XY-[\w-]+\d/.exec(row.textContent ?? '')![0]))

  await test.step('the office director approves, the general manager at the same desk', async () => {
    const director = await newWindow()
    await signInSample(director, 'guhuaiyuan')
    await openRunning(director)
    await button(director, words.case.approve).click()
    await inDialog(director, words.approve.agree).click()
    await expect(director.getByText(words.approve.done)).toBeVisible()
    await button(director, words.case.approve).click()
    await director.getByRole('dialog').getByLabel(words.approve.who).fill('linnianzu')
    await director.getByRole('dialog').getByLabel(words.approve.password).fill(samplePassword('linnianzu'))
    await inDialog(director, words.approve.agree).click()
    await expect(director.getByText(words.state.execution, { exact: true })).toBeVisible()
  })

  await test.step('money is owed after all', async () => {
    await follow(page, 'disposal')
    await page.getByText(words.tab.holds, { exact: true }).click()
    await button(page, words.holds.place).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.holds.on).fill(first!)
    await dialog.getByLabel(words.holds.reason).fill('补发现尾款未付')
    await dialog.getByLabel(words.holds.amount).fill('12000')
    await inDialog(page, words.holds.place).click()
    await expect(page.getByText(words.holds.placedDone)).toBeVisible()
  })

  const archivist = await newWindow()
  await test.step('the archivist takes both from the shelf by the scanner; two supervisors sign; one is destroyed, one stopped', async () => {
    await signInSample(archivist, 'shenqiushi')
    await openRunning(archivist)
    for (const number of [first!, second!]) {
      await archivist.getByLabel(words.case.scan).fill(number)
      await archivist.keyboard.press('Enter')
      await expect(archivist.getByText(words.case.scanned(number))).toBeVisible()
    }
    for (const [turn, login] of (['hezhenbang', 'wutong'] as const).entries()) {
      await button(archivist, words.case.supervise).click()
      await archivist.getByRole('dialog').getByLabel(words.supervise.who).fill(login)
      await archivist.getByRole('dialog').getByLabel(words.supervise.password).fill(samplePassword(login))
      await inDialog(archivist, words.supervise.confirm).click()
      await expect(archivist.getByText(words.supervise.done(turn + 1, 2)).first()).toBeVisible()
    }
    await button(archivist, words.case.carryOut).click()
    await archivist.getByRole('dialog').getByLabel(words.carryOut.place).fill('后勤楼一层')
    await inDialog(archivist, words.carryOut.confirm).click()
    await expect(archivist.getByText(words.carryOut.done(1, 1))).toBeVisible()
    await expect(archivist.getByText(`${words.case.stopped}　${words.obstacle.debt}`)).toBeVisible()
    await archivist.screenshot({ path: join(results, 'disposal-done.png') })
  })

  await test.step('the destruction list says which is gone and what stopped the other', async () => {
    await archivist.getByRole('link', { name: words.case.print }).click()
    await expect(archivist.getByText(print.destructionList.keep)).toBeVisible()
    await archivist.evaluate(() => { window.print = () => undefined })
    await button(archivist, print.preview.print).click()
    await expect(archivist.locator('[data-stamp]:not([data-stamp=""])').first()).toBeVisible()
    const pdf = await archivist.pdf({ path: join(results, 'destruction-list.pdf'), preferCSSPageSize: true, printBackground: true })
    const sheets = await readPdf(new Uint8Array(pdf))
    const text = sheets.map((sheet) => sheet.text).join('')
    expect(sheets.length).toBe(2)
    for (const part of [print.destructionList.title, '何振邦', '吴桐', '顾怀远', '林念祖', first!, second!, words.obstacle.debt]) expect(text).toContain(part.replaceAll(/\s/gu, ''))
    await archivist.goBack()
  })

  await test.step('what is gone is in no list, and its stub is found by its number', async () => {
    await archivist.getByLabel(common.search.label, { exact: true }).fill(second!)
    await archivist.keyboard.press('Enter')
    await expect(archivist.getByLabel(words.stubs.searchLabel)).toHaveValue(second!)
    await expect(archivist.getByRole('row').filter({ hasText: second! })).toHaveCount(1)
    await archivist.getByRole('row').filter({ hasText: second! }).press('Enter')
    await expect(archivist.getByRole('dialog').getByText('何振邦、吴桐')).toBeVisible()
    await archivist.keyboard.press('Escape')
    await expect(archivist.getByRole('dialog')).toHaveCount(0)
  })
})
