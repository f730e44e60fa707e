import type { Page } from '@playwright/test'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { linesAsBlock } from '../statements/as-block.ts'
import { samplePassword } from '../../src/main/archive/sample/people.ts'
import { ask, expect, goTo, sampleName, signIn, signInSample, test } from './door.ts'

// A year's statements: begun by keyboard, filled by pasting a spreadsheet, a slip found and mended, confirmed, and read as facts.
const { archive, common, statements: words } = zhCN

/** A party of which there is nothing yet, with its folder. */
async function bareParty(page: Page): Promise<number> {
  for (const { id } of (await ask(page, 'parties.list', { limit: 100 })).rows) {
    const { rows } = await ask(page, 'statements.list', { partyId: id })
    if (rows.length === 0) return id
  }
  throw new Error('every party has statements')
}

const cell = (page: Page, line: number, column: 'current' | 'prior' = 'current') => page.locator(`[data-cell="${line}:${column}"]`)

/** Pastes as the browser does when Ctrl+V is pressed over the active cell. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const data = new DataTransfer()
    data.setData('text/plain', block)
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

test('statements entered by keyboard and by pasting, a fault shown where it arises, mended and confirmed', async ({ sampleOffice: { page, newWindow } }) => {
  await signInSample(page, 'chenliqun')
  const partyId = await bareParty(page)
  await goTo(page, `/parties/${partyId}/statements`)
  await expect(page.getByText(words.tab.empty)).toBeVisible()
  await page.getByRole('button', { name: words.tab.add }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.dialog.create }).click()
  const grid = page.getByRole('grid')
  await expect(grid).toBeVisible()

  // Typed: a figure, Enter goes down; Tab goes to the year before.
  await cell(page, 1).click()
  await page.keyboard.type('120')
  await page.keyboard.press('Tab')
  await page.keyboard.type('80')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1)).toHaveText('120.00')
  await expect(cell(page, 1, 'prior')).toHaveText('80.00')
  await expect(cell(page, 2, 'prior')).toBeFocused()
  // The total shows what it comes to, and = takes it; Ctrl+Z takes it back.
  await cell(page, 15).click()
  await expect(cell(page, 15)).toHaveText('120.00')
  await page.keyboard.press('=')
  await expect(cell(page, 15)).not.toHaveAttribute('title')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 15)).toHaveAttribute('title', words.grid.sumIs('120.00'))

  // Pasted with names: all three statements at once; one total of them is wrong.
  await paste(page, linesAsBlock('small', { 'balance:15': '710' }))
  await expect(page.getByText(/按项目名称填入 \d+ 行/u)).toBeVisible()
  const fault = page.getByRole('button', { name: /流动资产合计为 710\.00，各项合计 700\.00，多 10\.00/u })
  await expect(fault).toBeVisible()
  await expect(cell(page, 15)).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(words.action.savedFaults(2))).toBeVisible()

  // Whoever entered it reads who confirms it; the second person is asked for reasons and leaves it to be mended.
  await expect(page.getByRole('note').getByText(words.about.confirmBy(['顾怀远']))).toBeVisible()
  await expect(page.getByRole('button', { name: words.action.confirm, exact: true })).toHaveCount(0)
  const second = await newWindow()
  await signInSample(second, 'guhuaiyuan')
  await goTo(second, `/parties/${partyId}/statements`)
  await second.getByRole('button', { name: words.action.confirm, exact: true }).click()
  const dialog = second.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: words.action.confirm, exact: true })).toBeDisabled()
  await second.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await fault.click()
  await expect(cell(page, 15)).toBeFocused()
  await page.keyboard.press('=')
  await expect(page.getByText(/项核对全部相符/u)).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(words.action.saved, { exact: true })).toBeVisible()
  await goTo(second, '/')
  await goTo(second, `/parties/${partyId}/statements`)
  await second.getByRole('button', { name: words.action.confirm, exact: true }).click()
  await dialog.getByRole('button', { name: words.action.confirm, exact: true }).click()
  await expect(second.getByRole('radio', { name: new RegExp(words.state.confirmed, 'u') })).toBeVisible()
  await expect(second.getByRole('grid')).toHaveAttribute('aria-readonly', 'true')

  const { statements: [read] } = await ask(page, 'statements.get', { partyId })
  expect(read).toMatchObject({ state: 'confirmed', faults: 0 })
  expect(read!.lines.find(({ sheet, line }) => sheet === 'balance' && line === 15)).toMatchObject({ current: 70_000, prior: 59_700 })
})

test('the sample’s draft shows its slip; a salesman of another department sees nothing of it', async ({ sampleOffice: { page, newWindow } }) => {
  await signInSample(page, 'chenliqun')
  let found: { id: number; departmentId: number | null } | undefined
  for (const { id } of (await ask(page, 'parties.list', { limit: 100 })).rows) {
    const { rows } = await ask(page, 'statements.list', { partyId: id })
    if (rows.some(({ state }) => state === 'draft')) found = await ask(page, 'parties.get', { id })
  }
  await goTo(page, `/parties/${found!.id}/statements`)
  await expect(page.getByRole('radio', { name: new RegExp(words.tab.faults(2), 'u') })).toBeVisible()
  await expect(page.getByRole('list', { name: words.checks.faults }).getByRole('listitem')).toHaveCount(2)

  const other = await newWindow()
  await signInSample(other, 'xuzhiyuan')
  await expect(ask(other, 'statements.get', { partyId: found!.id })).rejects.toThrow('not-found')
})

test('what is typed and not saved is its typist’s: hidden from the next person, there again for him, asked about before it is lost', async ({ sampleOffice: { page } }) => {
  await signInSample(page, 'chenliqun')
  const partyId = await bareParty(page)
  const open = () => goTo(page, `/parties/${partyId}/statements`)
  const menu = (name: string) => page.getByRole('banner').getByRole('button', { name })
  await open()
  await page.getByRole('button', { name: words.tab.add }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.dialog.create }).click()
  await cell(page, 1).click()
  await page.keyboard.type('120')
  await page.keyboard.press('Enter')
  await expect(page.getByText(words.tab.unsaved)).toBeVisible()

  // Locked and unlocked: it is there, and the keyboard goes on where it was.
  await page.getByRole('button', { name: common.lock, exact: true }).click()
  const lock = page.getByRole('dialog', { name: archive.lock.title })
  await lock.getByLabel(archive.signIn.password, { exact: true }).fill(samplePassword('chenliqun'))
  await page.keyboard.press('Enter')
  await expect(lock).toHaveCount(0)
  await expect(cell(page, 1)).toHaveText('120.00')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(words.tab.unsaved)).toHaveCount(0)

  // Ctrl+S while a figure is being typed saves that figure too.
  await cell(page, 4).click()
  await page.keyboard.type('300')
  await page.keyboard.press('Control+s')
  await expect.poll(async () => (await ask(page, 'statements.get', { partyId })).statements[0]!.lines.find(({ line }) => line === 4)?.current).toBe(30_000)

  // Another person from the menu is told of it, and does not see it.
  await cell(page, 9).click()
  await page.keyboard.type('777')
  await page.keyboard.press('Enter')
  await menu(sampleName('chenliqun')).click()
  await page.getByRole('menuitem', { name: common.switchPerson }).click()
  await expect(page.getByRole('note').filter({ hasText: words.title })).toBeVisible()
  await page.getByRole('dialog').getByLabel(archive.signIn.login, { exact: true }).fill('guhuaiyuan')
  await page.getByRole('dialog').getByLabel(archive.signIn.password, { exact: true }).fill(samplePassword('guhuaiyuan'))
  await page.keyboard.press('Enter')
  await expect(menu(sampleName('guhuaiyuan'))).toBeVisible()
  await open()
  await expect(cell(page, 1)).toHaveText('120.00')
  await expect(cell(page, 9)).toHaveText('')
  await expect(page.getByText(words.tab.unsaved)).toHaveCount(0)
  // The window knows of it all the same.
  expect(await page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(true)

  // He comes back, by the lock screen: it is there. Leaving asks, and then it is gone.
  await page.getByRole('button', { name: common.lock, exact: true }).click()
  await lock.getByRole('button', { name: archive.lock.other }).click()
  await lock.getByLabel(archive.signIn.login, { exact: true }).fill('chenliqun')
  await lock.getByLabel(archive.signIn.password, { exact: true }).fill(samplePassword('chenliqun'))
  await page.keyboard.press('Enter')
  await expect(menu(sampleName('chenliqun'))).toBeVisible()
  await open()
  await expect(cell(page, 9)).toHaveText('777.00')
  await expect(page.getByText(words.tab.unsaved)).toBeVisible()
  await menu(sampleName('chenliqun')).click()
  await page.getByRole('menuitem', { name: common.signOut }).click()
  await expect(page.getByRole('dialog').getByRole('note')).toContainText(words.title)
  await page.getByRole('dialog').getByRole('button', { name: common.cancel }).click()
  await expect(cell(page, 9)).toHaveText('777.00')
  await menu(sampleName('chenliqun')).click()
  await page.getByRole('menuitem', { name: common.signOut }).click()
  await page.getByRole('dialog').getByRole('button', { name: common.unsaved.leave }).click()
  await expect(page.getByLabel(archive.signIn.login, { exact: true })).toBeVisible()
  await expect.poll(() => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(false)
  await signIn(page, 'chenliqun', samplePassword('chenliqun'))
  await open()
  await expect(cell(page, 9)).toHaveText('')
})
