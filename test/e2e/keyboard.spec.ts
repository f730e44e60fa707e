import type { Locator, Page } from '@playwright/test'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, sampleName, scan as scanHere, test } from './door.ts'

// Nothing in this file touches the mouse: whoever cannot use one does the same work.
const { archive, cabinet, common, dossiers, lookups } = zhCN

const MOST_TABS = 120

/** Goes on with Tab until the control has the focus; a control that Tab does not reach fails. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let count = 0; count < MOST_TABS; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not reach it')
}

const isOn = async (page: Page, role: 'heading', name: string | RegExp) => expect(page.getByRole(role, { level: 1, name })).toBeVisible()

/** A scan while no field has the focus. */
async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await scanHere(page, code)
}

test('the day’s work by keyboard alone', async ({ sampleOffice: { page } }) => {
  await test.step('sign in', async () => {
    await expect(page.getByLabel(archive.signIn.login, { exact: true })).toBeFocused()
    await page.keyboard.type('zhoumin')
    await page.keyboard.press('Tab')
    await page.keyboard.type('zhoumin-2026')
    await page.keyboard.press('Enter')
    await isOn(page, 'heading', zhCN.home.title)
  })

  await test.step('into the cabinet: leaf, jump to a letter, move a folder and take it back, open it', async () => {
    await tabTo(page, page.getByRole('link', { name: common.page.cabinet }))
    await page.keyboard.press('Enter')
    await isOn(page, 'heading', cabinet.title)
    const drawer = page.locator('[data-drawer-list]')
    await tabTo(page, drawer)
    const chosen = drawer.getByRole('option', { selected: true })
    const first = await chosen.getAttribute('id')
    await page.keyboard.press('ArrowRight')
    await expect(chosen).not.toHaveAttribute('id', first!)
    await page.keyboard.press('Home')
    await expect(chosen).toHaveAttribute('id', first!)

    const letter = await lastLetter(page)
    await page.keyboard.press(letter === 'M' ? 'Shift+M' : letter)
    await expect(chosen).not.toHaveAttribute('id', first!)

    await page.keyboard.press('End')
    await pickMovable(page, chosen)
    const folder = (await chosen.getAttribute('aria-label'))!
    const before = /(\d+) 位/u.exec(folder)![0]
    await page.keyboard.press('m')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/已放到 .* 位/u).first()).toBeVisible()
    await expect(chosen).not.toHaveAttribute('aria-label', folder)
    await page.keyboard.press('Control+z')
    await expect(page.getByText(new RegExp(`已撤销：.*${before}`, 'u')).first()).toBeVisible()
    await expect(chosen).toHaveAttribute('aria-label', folder)
    await page.keyboard.press('Enter')
    await isOn(page, 'heading', folder.split('，')[0]!)
  })

  let party = ''
  let number = ''
  await test.step('Ctrl K finds by pinyin initials; the dossier opens from the party', async () => {
    const wanted = await findByInitials(page)
    ;({ party, number } = wanted)
    await page.keyboard.press('Control+k')
    await page.keyboard.type(wanted.initials, { delay: 60 })
    await expect(page.getByRole('option', { name: party })).toBeVisible()
    const hit = page.getByRole('search').getByRole('option', { name: party })
    // What is chosen while hits are still coming goes with them.
    await expect(async () => {
      await page.keyboard.press('ArrowDown')
      const id = (await hit.getAttribute('id')) ?? 'not drawn yet'
      await expect(page.getByRole('combobox', { name: common.search.label })).toHaveAttribute('aria-activedescendant', id, { timeout: 300 })
    }).toPass({ timeout: 15_000 })
    await page.keyboard.press('Enter')
    await isOn(page, 'heading', party)
    await tabTo(page, page.getByRole('link', { name: number }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table', { name: dossiers.catalogue.title })).toBeVisible()
  })

  let slip = ''
  await test.step('a new slip', async () => {
    await tabTo(page, page.getByRole('link', { name: common.page.lookups }))
    await page.keyboard.press('Enter')
    await isOn(page, 'heading', lookups.title)
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel(lookups.create.party)).toBeFocused()
    // For a colleague: nobody hands a folder out to himself.
    const applicant = dialog.getByRole('combobox', { name: lookups.create.applicant })
    await tabTo(page, applicant)
    await page.keyboard.press('Control+a')
    await page.keyboard.type(sampleName('liruogu'))
    await expect(page.getByRole('option', { name: sampleName('liruogu') })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(applicant).toHaveValue(sampleName('liruogu'))
    await tabTo(page, dialog.getByLabel(lookups.create.party))
    await page.keyboard.type(party)
    await expect(page.getByRole('option', { name: party })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('checkbox', { name: number })).toBeChecked()
    await tabTo(page, dialog.getByLabel(lookups.create.purpose))
    await page.keyboard.type('年度复核')
    await tabTo(page, dialog.getByRole('button', { name: lookups.create.submit }))
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    slip = /CX-\d{4}-\d{4}/.exec(await page.getByRole('article').innerText())![0]
  })

  await test.step('signed on the spot', async () => {
    await tabTo(page, page.getByLabel(lookups.sign.passwordOf(sampleName('guhuaiyuan'))))
    await page.keyboard.type('guhuaiyuan-2026')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article')).toContainText(lookups.slip.onSpot)
  })

  let pages = ''
  await test.step('the slip’s code is scanned from another page; the folder is counted and handed out', async () => {
    await tabTo(page, page.getByRole('link', { name: common.page.parties }))
    await page.keyboard.press('Enter')
    await isOn(page, 'heading', common.page.parties)
    await scan(page, slip)
    await expect(page.getByRole('article', { name: lookups.slip.form(slip) })).toBeVisible()
    await tabTo(page, page.getByRole('row', { selected: true }).getByRole('button', { name: lookups.action.handOut, exact: true }))
    await page.keyboard.press('Enter')
    const counted = page.getByRole('dialog').getByLabel(lookups.handOut.pages)
    await expect(counted).toBeFocused()
    pages = await counted.inputValue()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByRole('button', { name: lookups.handOut.confirm })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText(`${slip} ${lookups.handOut.done}`)).toBeVisible()
  })

  await test.step('taken back by scanning the dossier’s code', async () => {
    await tabTo(page, page.getByRole('button', { name: lookups.action.scan }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel(lookups.scan.label)).toBeFocused()
    await page.keyboard.type(`${number}\n`)
    await expect(dialog.getByLabel(lookups.scan.counted, { exact: true })).toBeFocused()
    await page.keyboard.type(`${pages}\n`)
    await expect(dialog.getByText(lookups.scan.count(1))).toBeVisible()
    await expect(dialog.getByLabel(lookups.scan.label)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('lock and unlock', async () => {
    await tabTo(page, page.getByRole('button', { name: common.lock, exact: true }))
    await page.keyboard.press('Enter')
    const lock = page.getByRole('dialog', { name: archive.lock.title })
    await expect(lock.getByLabel(archive.signIn.password, { exact: true })).toBeFocused()
    await page.keyboard.type('zhoumin-2026\n')
    await expect(lock).toBeHidden()
    await isOn(page, 'heading', lookups.title)
  })
})

/** The last letter of the index strip under which the open drawer has a folder. */
async function lastLetter(page: Page): Promise<string> {
  const here = page.getByRole('button', { name: /^[A-Z]，\d+ 卷$/u })
  return ((await here.last().getAttribute('aria-label')) ?? (await here.last().innerText())).charAt(0)
}

/** Leafs back until the folder chosen stands on its shelf, since one that is out cannot be moved. */
async function pickMovable(page: Page, chosen: Locator): Promise<void> {
  for (let count = 0; count < 20; count += 1) {
    if ((await chosen.getAttribute('aria-label'))?.endsWith(common.folderState.in)) return
    const was = await chosen.getAttribute('id')
    await page.keyboard.press('ArrowLeft')
    await expect(chosen).not.toHaveAttribute('id', was!)
  }
  throw new Error('every folder of the drawer is out')
}

/** A party of the sample with its credit dossier on the shelf, and the initials of its name's first four characters. */
async function findByInitials(page: Page): Promise<{ party: string; number: string; initials: string }> {
  const { rows } = await ask(page, 'dossiers.list', { limit: 100, kind: 'credit', state: 'in' })
  const row = rows.find(({ level }) => level === 'internal')
  if (!row) throw new Error('the sample has no such dossier')
  const { pinyin } = await import('pinyin-pro')
  return { party: row.partyName, number: row.number, initials: pinyin(row.partyName.slice(0, 4), { pattern: 'first', toneType: 'none', type: 'array' }).join('') }
}
