import { writeFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, follow, goTo, sampleName, signInSample, test } from './door.ts'
import { readPdf } from './pdf-text.ts'
import type { SampleLogin } from '../../src/main/archive/sample/people.ts'

// A day without power, keyed in afterwards: the second list before the first, a note between them, and a list too many.
const { fallback: words, custody, incidents, print } = zhCN

const dayBefore = (days: number) => {
  const date = new Date(Date.now() - days * 86_400_000)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}

/** Chooses in a field with a list, by typing as far as is needed. */
async function choose(dialog: Locator, label: string, wanted: string): Promise<void> {
  const field = dialog.getByRole('combobox', { name: label })
  await field.click()
  if (await field.isEditable()) await field.fill(wanted)
  await dialog.page().getByRole('option', { name: wanted }).first().click()
}

type List = { number: string; way: readonly [keyof typeof custody.stage, keyof typeof custody.stage]; department?: string; from: SampleLogin; to: SampleLogin; day: string; folder: string; pages: number }

/** Keys in one list; answers how many conflicts the program names, once it says that it is entered. */
async function keyIn(page: Page, list: List, conflicts: number): Promise<void> {
  const dialog = page.getByRole('dialog')
  // The number alone says which form lies there; Enter goes on to its first field.
  await dialog.getByLabel(words.enter.number).fill(list.number)
  await expect(dialog.getByLabel(words.enterList.sentAt)).toBeVisible()
  await dialog.getByLabel(words.enter.number).press('Enter')
  await choose(dialog, words.enterList.way, custody.way(custody.stage[list.way[0]], custody.stage[list.way[1]]))
  if (list.department) await choose(dialog, words.enterList.department, list.department)
  await choose(dialog, words.enterList.sender, sampleName(list.from))
  await dialog.getByLabel(words.enterList.sentAt).fill(`${list.day} 09:30`)
  await choose(dialog, words.enterList.receiver, sampleName(list.to))
  await dialog.getByLabel(words.enterList.receivedAt).fill(`${list.day} 10:00`)
  await dialog.getByLabel(words.enter.folder).fill(list.folder)
  await dialog.getByLabel(words.enter.folder).press('Enter')
  await dialog.getByRole('group', { name: list.folder }).getByLabel(words.enterList.pages).fill(String(list.pages))
  await page.keyboard.press('Enter')
  await expect(page.getByText(conflicts > 0 ? words.enter.conflicted(list.number, conflicts) : words.enter.done(list.number))).toBeVisible()
  await expect(dialog.getByLabel(words.enter.number)).toHaveValue('')
}

/** A folder that has been with its department for more than ten days, and can be handed over. */
async function handable(page: Page) {
  const departments = await ask(page, 'people.departments', {})
  for (const [code, sender] of [['XS2', 'zhaoyuan'], ['GY', 'xuzhiyuan']] as const) {
    const department = departments.find((one) => one.code === code)!
    const { rows } = await ask(page, 'transfers.candidates', { from: 'department', to: 'administrator', departmentId: department.id })
    for (const folder of rows.filter(({ obstacle }) => obstacle === null)) {
      const { rows: [opened, ...since] } = await ask(page, 'custody.of', { dossierId: folder.dossierId })
      if (since.length === 0 && opened!.fromAt < new Date(Date.now() - 10 * 86_400_000).toISOString()) return { department, sender, folder }
    }
  }
  throw new Error('no folder can be handed over')
}

const row = (page: Page, blank: string) => page.getByRole('grid', { name: words.tab.entries }).getByRole('row').filter({ hasText: blank })

test('blanks printed, a list and a note keyed in out of order, a contradiction settled by two, and what came of it', async ({ sampleOffice: { page, newWindow } }, testInfo) => {
  await signInSample(page, 'zhoumin')
  await follow(page, 'lookups')
  await goTo(page, '/fallback')

  await test.step('two blank lists are printed, each with its own number', async () => {
    await page.getByRole('button', { name: words.action.issue }).click()
    const dialog = page.getByRole('dialog')
    await choose(dialog, words.issue.form, words.form.transfer)
    await dialog.getByLabel(words.issue.count).fill('2')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/print\/blankSlip/u)
    const issued = (await ask(page, 'fallback.blanks', { form: 'transfer', limit: 2 })).rows
    await page.evaluate(() => { window.print = () => undefined })
    await page.getByRole('button', { name: print.preview.print, exact: true }).click()
    await expect(page.locator('[data-stamp]:not([data-stamp=""])').first()).toBeVisible()
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    writeFileSync(testInfo.outputPath('blanks.pdf'), bytes)
    const sheets = await readPdf(bytes)
    expect(sheets).toHaveLength(2)
    for (const [index, { text }] of sheets.entries()) {
      for (const written of [issued[1 - index]!.number, words.form.transfer, words.print.fields.sender, words.print.fields.receiver, words.print.fields.verdict]) expect(text).toContain(written.replaceAll(/\s+/gu, ''))
    }
  })

  // Those of the day without power were printed weeks ago.
  const { rows: blanks } = await ask(page, 'fallback.blanks', { state: 'out', limit: 100 })
  const old = (form: 'transfer' | 'incident') => blanks.filter((blank) => blank.form === form && !blank.isEntered && blank.issuedAt < new Date(Date.now() - 30 * 86_400_000).toISOString()).toReversed()
  const [first, second, surplus] = old('transfer').map(({ number }) => number) as [string, string, string]
  const note = old('incident')[0]!.number
  const { department, sender, folder } = await handable(page)
  const toAdministrator = { way: ['department', 'administrator'], department: department.name, from: sender, to: 'chenliqun', folder: folder.number, pages: folder.pages } as const

  await test.step('the second list first: it begins where the folder was not, by what the program knows', async () => {
    await goTo(page, '/fallback')
    await page.getByRole('button', { name: words.action.enter }).click()
    await keyIn(page, { number: second, way: ['administrator', 'archiveRoom'], from: 'chenliqun', to: 'shenqiushi', day: dayBefore(5), folder: folder.number, pages: folder.pages }, 1)
  })

  await test.step('a note of the day between them: by the ledger still the department’s, and the paper names the administrator', async () => {
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.enter.number).fill(note)
    await expect(dialog.getByLabel(words.enterNote.what)).toBeVisible()
    await choose(dialog, words.enterNote.kind, incidents.kind.damaged)
    await dialog.getByLabel(words.enterNote.folder).fill(folder.number)
    await dialog.getByLabel(words.enterNote.folder).press('Enter')
    await dialog.getByLabel(words.enterNote.foundAt).fill(`${dayBefore(6)} 16:00`)
    await choose(dialog, words.enterNote.foundBy, sampleName(sender))
    await dialog.getByLabel(words.enterNote.happened).fill(`${dayBefore(6)} 15:00`)
    await expect(dialog.getByRole('region', { name: words.enterNote.people }).getByRole('listitem')).toHaveCount(1)
    await choose(dialog, words.enterNote.holder, sampleName('chenliqun'))
    await dialog.getByLabel(words.enterNote.what).fill('摸黑碰翻墨水，污了末页')
    await dialog.getByLabel(words.enterNote.measures).fill('当场吸干')
    await dialog.getByLabel(words.enterNote.measures).press('Enter')
    await expect(page.getByText(words.enter.conflicted(note, 1))).toBeVisible()
  })

  await test.step('the first list explains both: nothing is left in contradiction', async () => {
    await keyIn(page, { ...toAdministrator, number: first, day: dayBefore(8) }, 0)
    expect((await ask(page, 'fallback.conflicts', {})).rows.flatMap(({ papers }) => papers.map(({ blank }) => blank))).not.toContain(second)
  })

  await test.step('another list hands the same folder over once more: neither can be posted', async () => {
    await keyIn(page, { ...toAdministrator, number: surplus, day: dayBefore(7) }, 1)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(row(page, surplus)).toContainText(words.list.conflicts(1))
    // Nor what rests on one of them: the second list, and the note that names its holder.
    const { ready, waiting } = await ask(page, 'fallback.entries', { limit: 1 })
    expect(ready).toBe(0)
    await expect(page.getByText(words.list.ready(0, waiting))).toBeVisible()
    await expect(page.getByRole('button', { name: words.action.post })).toHaveCount(0)
    expect((await ask(page, 'custody.of', { dossierId: folder.dossierId })).rows).toHaveLength(1)
  })

  const title = words.rule['lists-disagree']({}, String)
  await test.step('the archivist says which does not count; the program waits for somebody else', async () => {
    await row(page, surplus).getByRole('link').first().click()
    const conflict = page.getByRole('region', { name: title })
    for (const blank of [first, surplus, folder.number]) await expect(conflict.getByText(blank).first()).toBeVisible()
    await page.screenshot({ path: testInfo.outputPath('conflict.png') })
    await conflict.getByRole('button', { name: words.action.propose }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: new RegExp(surplus, 'u') }).click()
    await dialog.getByLabel(words.conflict.reason).fill('同一次交接，抄了第二份')
    await dialog.getByRole('button', { name: words.action.propose }).click()
    await expect(dialog).toHaveCount(0)
    await expect(conflict.getByText(words.conflict.proposed)).toBeVisible()
    await expect(conflict.getByRole('button', { name: words.action.confirm })).toHaveCount(0)
  })

  const desk = await newWindow()
  await test.step('the office director finds it among what waits for him, and agrees', async () => {
    await signInSample(desk, 'guhuaiyuan')
    expect((await ask(desk, 'home.overview', {})).todo).toContainEqual(expect.objectContaining({ kind: 'paperConflict', what: first }))
    await goTo(desk, '/fallback?tab=conflicts')
    const conflict = desk.getByRole('region', { name: title })
    await expect(conflict.getByText('同一次交接，抄了第二份')).toBeVisible()
    await conflict.getByRole('button', { name: words.action.confirm, exact: true }).click()
    await expect(conflict).toHaveCount(0)
  })

  await test.step('posted: both steps in the ledger with the paper’s hours, the note with whoever had it then, the third paper kept', async () => {
    await goTo(page, '/fallback')
    await page.reload()
    await page.getByRole('button', { name: words.action.post }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.action.post }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(row(page, surplus)).toContainText(words.paperState.setAside)
    for (const blank of [first, second, note]) await expect(row(page, blank)).toContainText(words.paperState.posted)
    const { rows } = await ask(page, 'custody.of', { dossierId: folder.dossierId })
    expect(rows.map(({ how, stage, holderName }) => [how, stage, holderName]).slice(1)).toEqual([
      ['sent', 'department', sampleName(sender)], ['received', 'administrator', sampleName('chenliqun')],
      ['sent', 'administrator', sampleName('chenliqun')], ['received', 'archiveRoom', sampleName('shenqiushi')],
    ])
    expect(rows[2]!.fromAt).toBe(new Date(`${dayBefore(8)}T10:00:00`).toISOString())
  })

  await test.step('what the papers became says where it comes from', async () => {
    await row(page, first).getByRole('link').click()
    await expect(page.getByText(words.slip.fromPaper(first))).toBeVisible()
    await expect(page.getByText(custody.sign.onPaper)).toHaveCount(2)
    await goTo(page, '/fallback')
    await row(page, note).getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: /^SG-/u })).toBeVisible()
    await expect(page.getByText(words.slip.fromPaper(note))).toBeVisible()
    await expect(page.getByText('当场吸干')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: sampleName('chenliqun') })).toContainText(incidents.stage['administrator']!)
    await page.screenshot({ path: testInfo.outputPath('incident.png') })
  })
})
