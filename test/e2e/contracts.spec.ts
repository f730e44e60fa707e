import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, goTo, signInSample, test } from './door.ts'

const { contracts: words, common } = zhCN

test('a contract found by its number, its change recorded, and the ledger that says how its amount came about', async ({ sampleOffice: { page } }) => {
  await signInSample(page, 'liruogu')
  const { rows } = await ask(page, 'contracts.ledger', { limit: 100 })
  const row = rows.find(({ state, amountFen, firstAmountFen }) => state === 'signed' && amountFen !== null && amountFen === firstAmountFen)!

  await test.step('the one box leads to it, and the contracts stay marked in the navigation', async () => {
    const box = page.getByRole('combobox', { name: common.search.label })
    await box.fill(row.number)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: row.partyName })).toBeVisible()
    await expect(page.getByRole('navigation', { name: common.navigation.label }).locator('[aria-current="page"]')).toHaveText(common.page.contracts)
  })

  await test.step('a change with an amount that is none is not sent; the right one is', async () => {
    await page.getByRole('button', { name: words.card.record, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(words.event.changed, { exact: true }).click()
    const amount = dialog.getByLabel(words.field.changedAmount)
    await amount.fill('若干')
    await dialog.getByRole('button', { name: words.dialog.recordAction }).click()
    await expect(dialog.getByText(words.field.badAmount)).toBeVisible()
    await amount.fill('12.5')
    await dialog.getByRole('button', { name: words.dialog.recordAction }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('list', { name: words.card.events }).getByText(words.card.wan('12.5'))).toBeVisible()
  })

  await test.step('the ledger marks the amount as changed and says from what', async () => {
    await goTo(page, '/contracts')
    const line = page.getByRole('row', { name: new RegExp(row.number, 'u') })
    await expect(line).toContainText(words.card.changedMark)
    await line.getByText('125,000.00').hover()
    await expect(page.getByRole('tooltip')).toContainText('现为 12.5 万元')
  })
})
