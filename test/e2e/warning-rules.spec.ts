import { expect } from '@playwright/test'
import { samplePassword } from '../../src/main/archive/sample/people.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, goTo, signIn, signInSample, test } from './door.ts'

const { risks, schemes } = zhCN
const words = risks.rules

test('a rule is changed with its own words, tried over the archive, proposed, decided by another, and ends what it no longer asks', async ({ sampleOffice: { page, newWindow } }) => {
  await signInSample(page, 'chenliqun')
  await goTo(page, '/risks?tab=rules')

  await test.step('a formula that cannot be read, then words that the program no longer has for it', async () => {
    await page.getByRole('button', { name: risks.warning.W06, exact: true }).press('Enter')
    const dialog = page.getByRole('dialog')
    const save = dialog.getByRole('button', { name: words.save, exact: true })
    const formula = dialog.getByRole('textbox', { name: words.when, exact: true })
    await formula.fill('certificates < 1')
    await expect(dialog.getByText(schemes.faultOf('unknown-fact', { name: 'certificates' }))).toBeVisible()
    await formula.fill('certificatesValid < 50%')
    await page.keyboard.press('Escape')
    await expect(dialog.getByText('证照有效率 < 50%')).toBeVisible()
    await expect(dialog.getByText(words.faultOf('rule-name', {})!)).toBeVisible()
    await expect(save).toBeDisabled()
    await dialog.getByRole('textbox', { name: words.ownName }).fill('半数证照过期')
    await dialog.getByRole('textbox', { name: words.adviceLabel }).fill('要求补交有效证照，交齐前不签新合同')
    await save.click()
    await expect(dialog).toBeHidden()
  })

  await test.step('it is still there after the page is loaded anew; another rule is switched off', async () => {
    await page.reload()
    await expect(page.getByRole('button', { name: '半数证照过期', exact: true })).toBeVisible()
    await page.getByRole('switch', { name: words.turn(risks.warning.W13) }).press('Space')
    await page.getByText(words.part.changes, { exact: true }).click()
    await expect(page.getByRole('table', { name: words.changesTable }).getByText('证照有效率 < 50%')).toBeVisible()
    await expect(page.getByRole('rowheader', { name: risks.warning.W13 })).toBeVisible()
  })

  const before = (await ask(page, 'warnings.list', { code: 'W13', limit: 1 })).total
  expect(before).toBeGreaterThan(0)

  await test.step('tried: how many it hits now and then, and whose warnings vanish', async () => {
    await page.getByRole('button', { name: words.preview, exact: true }).first().click()
    await expect(page.getByRole('table', { name: words.hitsTable }).getByRole('row').filter({ hasText: 'W13' })).toContainText(String(before))
    await expect(page.getByRole('region', { name: words.movedTable }).getByRole('link').first()).toBeVisible()
  })

  await test.step('proposed with a reason; whoever wrote it is not asked to decide it', async () => {
    await page.getByRole('button', { name: words.propose, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: words.reason }).fill('一张证照过期太常见，行业前景由季报看')
    await dialog.getByRole('button', { name: words.propose, exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: words.decide, exact: true })).toHaveCount(0)
  })

  await test.step('the general manager finds it among what waits for him, sees what changes, and agrees', async () => {
    const other = await newWindow()
    await signIn(other, 'linnianzu', samplePassword('linnianzu'))
    await other.getByRole('link', { name: '预警规则待决定' }).last().click()
    await expect(other.getByRole('table', { name: words.changesTable }).getByText('半数证照过期').first()).toBeVisible()
    await other.getByRole('button', { name: words.decide, exact: true }).click()
    const dialog = other.getByRole('dialog')
    await dialog.getByRole('button', { name: words.agree, exact: true }).click()
    await expect(dialog).toBeHidden()
    await other.getByText(words.part.history, { exact: true }).click()
    await expect(other.getByRole('row').filter({ hasText: '一张证照过期太常见' })).toContainText(words.inForce)
  })

  expect((await ask(page, 'warnings.list', { code: 'W13', limit: 1 })).total).toBe(0)
  expect((await ask(page, 'warnings.list', { code: 'W13', state: 'over', limit: 1 })).rows[0]).toMatchObject({ name: null, endedById: 2 })
  await ask(page, 'warnings.scan', {})
  expect((await ask(page, 'warnings.list', { code: 'W06', limit: 1 })).rows[0]).toMatchObject({ name: '半数证照过期', when: 'certificatesValid < 50%' })
})
