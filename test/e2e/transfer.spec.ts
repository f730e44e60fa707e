import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { samplePassword } from '../../src/main/archive/sample/people.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, follow, goTo, scan, signInSample, test } from './door.ts'
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

test('a list is received on the spot at the sender’s desk: scans find its lines, a differing count asks for its reason, the receiver signs', async ({ sampleOffice: { page, folder } }) => {
  await signInSample(page, 'wutong')
  const sent = (await ask(page, 'transfers.list', { state: 'submitted' })).rows.find((row) => row.folders === 2)!
  const [first, second] = (await ask(page, 'transfers.get', { id: sent.id })).lines
  await goTo(page, `/transfers/${sent.id}`)
  const field = (line: typeof first) => page.getByRole('textbox', { name: words.page.pagesOf(line!.number) })
  await expect(field(first)).toBeVisible()

  await test.step('a scan jumps to its line wherever the focus is, and leaves the counts as they were', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await scan(page, second!.number)
    await expect(field(second)).toBeFocused()
    await scan(page, first!.number)
    await expect(field(first)).toBeFocused()
    await expect(field(second)).toHaveValue(String(second!.pages))
    await scan(page, 'XS1-2099-0001')
    await expect(page.getByRole('status').filter({ hasText: words.page.notOnList('XS1-2099-0001') })).toBeVisible()
    expect(page.url()).toContain(`/transfers/${sent.id}`)
  })

  await test.step('a count that differs is accepted or sent back only with what is to be said of it', async () => {
    await field(first).fill(String(first!.pages + 2))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(words.page.differs(first!.pages))).toBeVisible()
    await expect(dialog.getByRole('button', { name: words.lineState.accepted })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(field(first)).toBeFocused()
    await page.keyboard.press('r')
    await expect(dialog.getByLabel(words.page.refuseReason)).toHaveValue(words.reason['pages-differ'])
    await expect(dialog.getByRole('button', { name: words.page.refuse })).toBeDisabled()
    await dialog.getByLabel(words.page.remarks).fill('多出两页，未列目录')
    await page.keyboard.press('Enter')
    // On to the next line, and from the last one to the password.
    await expect(field(second)).toBeFocused()
    await page.keyboard.press('Space')
    await expect(page.getByLabel(words.sign.passwordOf('陈立群'))).toBeFocused()
    expect((await ask(page, 'transfers.get', { id: sent.id })).lines.map(({ state }) => state)).toEqual(['moving', 'moving'])
  })

  await test.step('with a wrong password nothing is received', async () => {
    await page.keyboard.type('not-his-password')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByText(words.state.submitted, { exact: true })).toBeVisible()
  })

  await test.step('what fails its check as he signs asks for the remark, and his signature takes all of it', async () => {
    // The scans of the archive are gone from the disk: the check made at receipt finds it.
    rmSync(join(folder, 'attachments'), { recursive: true })
    const sign = async () => {
      await page.getByLabel(words.sign.passwordOf('陈立群')).fill(samplePassword('chenliqun'))
      await page.keyboard.press('Enter')
    }
    await sign()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(second!.number)
    await dialog.getByLabel(words.page.remarks).fill('扫描件丢失，纸质件齐全')
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(page.getByLabel(words.sign.passwordOf('陈立群'))).toBeFocused()
    await sign()
    await expect(page.getByText(words.state.closed, { exact: true })).toBeVisible()
    const list = await ask(page, 'transfers.get', { id: sent.id })
    expect(list.lines.map(({ state, reason, pagesIn }) => [state, reason, pagesIn])).toEqual([['refused', 'pages-differ', first!.pages + 2], ['accepted', null, second!.pages]])
    expect(list.lines[1]!.remarks).toBe('扫描件丢失，纸质件齐全')
    expect(list.signatures.find(({ side }) => side === 'receiver')).toMatchObject({ signerName: '陈立群', onTheSpot: true })
    await expect(page.getByRole('region', { name: words.sign.title })).toContainText(words.sign.onSpot)
  })
})
