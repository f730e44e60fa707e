import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, follow, goTo, signInSample, test } from './door.ts'
import { activePdf } from '../checks/active-pdf.ts'
import { readPdf } from './pdf-text.ts'

// The four-property check: one folder, everything, a paper for the file; and a folder that is not taken in as it came.
const { checks: words, custody, print } = zhCN

/** The report that is on the page now. */
const shownReport = async (page: Page) => {
  await expect(page.getByRole('heading', { level: 1, name: /^SX-/u })).toBeVisible()
  return await ask(page, 'checks.get', { id: Number(/checks\/(\d+)/u.exec(page.url())![1]) })
}

test('a folder checked by its number, its findings with their remedies, on paper; then the whole archive', async ({ sampleOffice: { page } }, testInfo) => {
  await signInSample(page, 'chenliqun')
  const { rows } = await ask(page, 'dossiers.list', { limit: 100 })
  const lacking = rows.find(({ completeness: { present, required } }) => present > 0 && present < required)!
  await follow(page, 'checks')

  const report = await test.step('its number, Enter, and the report is there', async () => {
    const field = page.getByLabel(words.start.field)
    await field.fill('XY-XS1-1999-0001')
    await field.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(words.start.notFound('XY-XS1-1999-0001'))
    await field.fill(lacking.number)
    await field.press('Enter')
    const shown = await shownReport(page)
    expect(shown).toMatchObject({ scope: 'dossier', dossierId: lacking.id, verdict: 'failed' })
    return shown
  })

  const item = report.items.find(({ code }) => code === 'WZ-1')!
  const finding = item.shown[0]!
  const sentence = words.finding[finding.rule](finding.facts)
  await test.step('each item says what was looked at; what was found says how it is mended', async () => {
    for (const property of Object.values(words.property)) await expect(page.getByRole('heading', { level: 2, name: property })).toBeVisible()
    const table = page.getByRole('table', { name: `WZ-1 ${words.report.finding}` })
    await expect(table.getByRole('row').nth(1)).toContainText(sentence)
    await expect(table.getByRole('row').nth(1)).toContainText(words.remedy[finding.rule])
    await table.getByRole('row').nth(1).scrollIntoViewIfNeeded()
    await page.screenshot({ path: testInfo.outputPath('report.png') })
    // The number leads to where it is mended.
    await table.getByRole('link', { name: lacking.number }).first().click()
    await expect(page).toHaveURL(new RegExp(`dossiers/${lacking.id}`, 'u'))
  })

  await test.step('what no program can do, a person says that he has done', async () => {
    await goTo(page, `/checks/${report.id}`)
    await page.getByRole('button', { name: words.action.attest }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: words.attest.remarks }).fill('单位杀毒软件当日全盘扫描，无威胁')
    await dialog.getByRole('button', { name: words.attest.confirm, exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('单位杀毒软件当日全盘扫描，无威胁')).toBeVisible()
  })

  await test.step('checked again: the same, beside the one before', async () => {
    await page.getByRole('button', { name: words.action.again }).click()
    await expect(page.getByText(words.report.same)).toBeVisible()
    await expect(page.getByRole('link', { name: new RegExp(report.number, 'u') })).toBeVisible()
  })

  await test.step('the report on paper has every item, the finding and its remedy', async () => {
    await goTo(page, `/checks/${report.id}`)
    await page.getByRole('button', { name: words.action.print }).click()
    await page.evaluate(() => { window.print = () => undefined })
    await page.getByRole('button', { name: print.preview.print, exact: true }).click()
    await expect(page.locator('[data-stamp]:not([data-stamp=""])').first()).toBeVisible()
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    writeFileSync(testInfo.outputPath('report.pdf'), bytes)
    const text = (await readPdf(bytes)).map((sheet) => sheet.text).join('')
    for (const written of [print.preview.fourProperties, report.number, lacking.number, sentence, words.remedy[finding.rule], ...report.items.flatMap(({ code }) => [code, words.item[code].name])]) {
      expect(text).toContain(written.replaceAll(/\s+/gu, ''))
    }
  })

  await test.step('the whole archive, as a job to its end', async () => {
    await goTo(page, '/checks')
    await page.getByRole('button', { name: words.action.runArchive, exact: true }).click()
    await expect(page).toHaveURL(/checks\/\d+/u, { timeout: 120_000 })
    await expect(page.getByText(words.list.whole, { exact: true }).first()).toBeVisible()
    const whole = await shownReport(page)
    expect(whole).toMatchObject({ scope: 'archive', verdict: 'failed' })
    expect(whole.dossiers).toBeGreaterThanOrEqual(rows.length)
    expect(whole.items.filter(({ outcome }) => outcome === 'notRun')).toEqual([])
    await expect(page.getByRole('table', { name: `AQ-4 ${words.report.finding}` })).toContainText(words.remedy['no-backup'])
    await page.screenshot({ path: testInfo.outputPath('whole.png') })
  })
})

/** A page that runs a program when it is opened. */
const WITH_SCRIPT = activePdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>').toString('latin1')

test('a folder with active content is not taken in by a tick: sent back, or taken with what was done about it', async ({ sampleOffice: { page, newWindow } }, testInfo) => {
  await signInSample(page, 'zhaoyuan')
  const departmentId = (await ask(page, 'people.departments', {})).find(({ code }) => code === 'XS2')!.id
  const { rows: candidates } = await ask(page, 'transfers.candidates', { from: 'department', to: 'administrator', departmentId })
  const folders = candidates.filter(({ obstacle }) => obstacle === null).slice(0, 2)
  expect(folders).toHaveLength(2)
  const [bad, good] = folders as [(typeof folders)[number], (typeof folders)[number]]

  await test.step('a scan with a script lies in one of the two folders that are handed over', async () => {
    const token = await page.evaluate(async (body) => {
      const response = await fetch(`/upload?name=${encodeURIComponent('补充协议.pdf')}&purpose=attachment`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body })
      return ((await response.json()) as { value: { token: string } }).value.token
    }, WITH_SCRIPT)
    await ask(page, 'documents.add', { dossierId: bad.dossierId, title: '补充协议', pages: 1, uploads: [token] })
    const { id } = await ask(page, 'transfers.create', { from: 'department', to: 'administrator', departmentId, dossierIds: [bad.dossierId, good.dossierId] })
    await goTo(page, `/transfers/${id}`)
    await page.getByRole('button', { name: custody.sign.submitAction }).click()
    await expect(page.getByText(custody.state.submitted, { exact: true })).toBeVisible()
  })
  const id = Number(/transfers\/(\d+)/u.exec(page.url())![1])

  const desk = await newWindow()
  const lines = desk.getByRole('table', { name: custody.page.table })
  const line = (number: string) => lines.getByRole('row').filter({ hasText: number })
  await test.step('nobody has checked it: the tick makes the check first, and asks what is done about the finding', async () => {
    await signInSample(desk, 'chenliqun')
    await goTo(desk, `/transfers/${id}`)
    await expect(line(bad.number)).toBeVisible()
    await line(bad.number).getByRole('textbox').first().focus()
    await desk.keyboard.press('Space')
    const dialog = desk.getByRole('dialog')
    await expect(dialog).toContainText(words.finding['active-content']({ kind: 'javascript' }))
    await desk.screenshot({ path: testInfo.outputPath('blocked.png') })
    await expect(dialog.getByRole('button', { name: custody.lineState.accepted, exact: true })).toBeDisabled()
    await desk.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    const { lines: now } = await ask(desk, 'transfers.get', { id })
    expect(now.map(({ state }) => state)).toEqual(['moving', 'moving'])
    expect((await ask(desk, 'custody.of', { dossierId: bad.dossierId })).rows.at(-1)).toMatchObject({ how: 'sent', stage: 'department' })
  })

  await test.step('the list’s own check names it too, with its remedy', async () => {
    await desk.getByRole('button', { name: words.title, exact: true }).click()
    const report = await shownReport(desk)
    expect(report).toMatchObject({ scope: 'transfer', transferId: id, verdict: 'failed' })
    const table = desk.getByRole('table', { name: `AQ-1 ${words.report.finding}` })
    await expect(table).toContainText(bad.number)
    await expect(table).toContainText(words.remedy['active-content'])
    await desk.getByRole('link', { name: words.action.toTransfer }).click()
    const { lines: now } = await ask(desk, 'transfers.get', { id })
    expect(now.find(({ dossierId }) => dossierId === bad.dossierId)!.findings).toContainEqual(expect.objectContaining({ check: 'fourProperties', blocks: true }))
  })

  await test.step('the good one is taken, the other one goes back for the reason that was found', async () => {
    await line(good.number).getByRole('textbox').first().focus()
    await desk.keyboard.press('Space')
    await expect(line(good.number)).toContainText(custody.lineState.accepted)
    await line(bad.number).getByRole('textbox').first().focus()
    await desk.keyboard.press('r')
    const dialog = desk.getByRole('dialog')
    await expect(dialog).toContainText(words.finding['active-content']({ kind: 'javascript' }))
    await dialog.getByLabel(custody.page.remarks).fill('补充协议内含脚本，重扫后再送')
    await desk.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await desk.getByRole('button', { name: custody.sign.closeAction }).click()
    await expect(desk.getByText(custody.state.closed, { exact: true })).toBeVisible()
    const { lines: decided } = await ask(desk, 'transfers.get', { id })
    expect(decided.find(({ dossierId }) => dossierId === bad.dossierId)).toMatchObject({ state: 'refused', reason: 'check-failed' })
    expect((await ask(desk, 'custody.of', { dossierId: bad.dossierId })).rows.at(-1)).toMatchObject({ how: 'sent', stage: 'department' })
    expect((await ask(desk, 'custody.of', { dossierId: good.dossierId })).rows.at(-1)).toMatchObject({ how: 'received', stage: 'administrator' })
  })
})
