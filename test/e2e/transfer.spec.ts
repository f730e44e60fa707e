import { writeFileSync } from 'node:fs'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, follow, goTo, signInSample, test } from './door.ts'
import { readPdf } from './pdf-text.ts'

// Two desks and one list: the department signs and hands over, the credit administrator ticks one folder and sends one back.
const { custody: words, print } = zhCN

test('a transfer with a refused line, through two sessions, to the printed list', async ({ sampleOffice: { page, newWindow } }, testInfo) => {
  await signInSample(page, 'wutong')
  const sent = (await ask(page, 'transfers.list', { state: 'submitted' })).rows.find((row) => row.folders === 2)!
  await follow(page, 'transfers')

  await test.step('the clerk lists what is still with his department, and signs', async () => {
    await page.getByRole('link', { name: words.action.create }).click()
    const rows = page.getByRole('grid', { name: words.create.table }).getByRole('row')
    await expect(rows.nth(1)).toBeVisible()
    // What is on its way already says so and cannot be chosen.
    await expect(page.getByText(sent.number, { exact: false }).first()).toBeVisible()
    const free = rows.filter({ hasNotText: sent.number }).nth(1)
    if (!(await free.getByRole('checkbox').isChecked())) await free.press('Enter')
    await page.getByRole('button', { name: words.create.title, exact: true }).click()
    await page.getByRole('button', { name: words.sign.submitAction }).click()
    await expect(page.getByText(words.state.submitted, { exact: true })).toBeVisible()
  })

  const desk = await newWindow()
  await test.step('the receiver counts with the keys alone: one folder taken, one refused, and his signature', async () => {
    await signInSample(desk, 'chenliqun')
    expect((await ask(desk, 'home.overview', {})).todo).toContainEqual(expect.objectContaining({ kind: 'toReceive', subject: { kind: 'transfer', id: sent.id }, folders: 2 }))
    await goTo(desk, `/transfers/${sent.id}`)
    const lines = desk.getByRole('table', { name: words.page.table })
    await expect(lines.getByRole('textbox')).toHaveCount(2)
    await lines.getByRole('textbox').first().focus()
    await desk.keyboard.press('Space')
    await expect(lines.getByRole('textbox').nth(1)).toBeFocused()
    await desk.keyboard.press('r')
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel(words.page.remarks).fill('封皮破损，内页脱落')
    await desk.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await desk.getByRole('button', { name: words.sign.closeAction }).press('Enter')
    await expect(desk.getByText(words.state.closed, { exact: true })).toBeVisible()
  })

  await test.step('the refused folder is the clerk’s as before, and the list on paper says all of it', async () => {
    const list = await ask(page, 'transfers.get', { id: sent.id })
    expect(list.lines.map(({ state }) => state)).toEqual(['accepted', 'refused'])
    const [taken, back] = list.lines
    expect((await ask(page, 'custody.of', { dossierId: taken!.dossierId })).rows.at(-1)).toMatchObject({ how: 'received', holderName: '陈立群', stage: 'administrator' })
    expect((await ask(page, 'custody.of', { dossierId: back!.dossierId })).rows.at(-1)).toMatchObject({ how: 'sent', holderName: '吴桐', stage: 'department' })

    await goTo(desk, `/print/transfer/${sent.id}`)
    await desk.evaluate(() => { window.print = () => undefined })
    await desk.getByRole('button', { name: print.preview.print, exact: true }).click()
    await expect(desk.locator('[data-stamp]:not([data-stamp=""])').first()).toBeVisible()
    const bytes = await desk.pdf({ preferCSSPageSize: true, printBackground: true })
    writeFileSync(testInfo.outputPath('transfer.pdf'), bytes)
    const sheets = await readPdf(bytes)
    // Both sides' copies, A4 across, each with everything on it.
    expect(sheets).toHaveLength(2)
    for (const [index, { width, height, text }] of sheets.entries()) {
      expect(width).toBeGreaterThan(height)
      for (const written of [
        print.transfer.title, sent.number, print.transfer.copies[index]!.keeper, taken!.number, back!.number, '封皮破损，内页脱落', '吴桐', '陈立群',
        print.transfer.refused(words.reason.damaged), print.transfer.sums(1, 1),
      ]) expect(text).toContain(written.replaceAll(/\s+/gu, ''))
    }
  })
})
