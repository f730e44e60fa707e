import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, goTo, signInSample, test } from './door.ts'
import type { Page } from '@playwright/test'

const { limits: words } = zhCN
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })

test('more than proposed: asked for with its reason, reviewed, beyond the director, approved by the general manager, in the ledger and on paper, computed again', async ({ sampleOffice }) => {
  const { page, newWindow } = sampleOffice
  await signInSample(page, 'chenliqun')
  const draft = (await ask(page, 'limits.list', { group: 'mine' })).rows.find(({ state }) => state === 'draft')!
  const asked = String(Math.ceil(draft.proposedFen / 1_000_000) + 10)

  await test.step('the maker asks for more, says why, keeps it and hands it on', async () => {
    await goTo(page, '/limits?group=mine')
    await page.getByRole('row').filter({ hasText: draft.number }).press('Enter')
    await page.getByLabel(words.ask.amount, { exact: true }).fill(asked)
    await expect(page.getByText(words.ask.reasonNeeded)).toBeVisible()
    await page.getByLabel(words.ask.reason, { exact: true }).fill('旺季集中提货')
    await button(page, words.ask.save).click()
    await expect(page.getByText(words.ask.saved, { exact: true })).toBeVisible()
    await button(page, words.act.submit).click()
    await expect(page.getByText(words.act.submitted)).toBeVisible()
    await expect(page.getByText(words.approver.proposal)).toBeVisible()
  })

  await test.step('a second person reviews; the director is not asked, the general manager is', async () => {
    for (const [login, act, done] of [['hezhenbang', words.act.review, words.act.reviewed], ['linnianzu', words.act.approve, words.act.approved]] as const) {
      const other = await newWindow()
      await signInSample(other, login)
      await goTo(other, `/limits/${draft.id}`)
      await button(other, act).click()
      await inDialog(other, act).click()
      await expect(other.getByText(done, { exact: true })).toBeVisible()
      if (login !== 'hezhenbang') continue
      const director = await newWindow()
      await signInSample(director, 'guhuaiyuan')
      await goTo(director, `/limits/${draft.id}`)
      await expect(button(director, words.act.return)).toBeVisible()
      await expect(button(director, words.act.approve)).toHaveCount(0)
    }
  })

  await test.step('it stands in the ledger, is the same when computed again, and the customer is told', async () => {
    await page.reload()
    await goTo(page, '/limits')
    const row = page.getByRole('row').filter({ hasText: draft.partyName })
    await expect(row).toContainText(asked)
    await row.press('Enter')
    await button(page, words.act.more).click()
    await page.getByRole('menuitem', { name: words.act.recompute }).click()
    await expect(page.getByText(words.act.same('').trim(), { exact: false })).toBeVisible()
    await goTo(page, `/print/limitNotice/${draft.id}`)
    await expect(page.getByText(words.print.receiptText(draft.number))).toBeVisible()
    await goTo(page, `/parties/${draft.partyId}/limits`)
    await expect(page.getByRole('link', { name: draft.number })).toBeVisible()
  })
})

test('a bad customer that is suspended: nothing available, a new case says so and goes no way but to nothing; the page behind a guarantee opens', async ({ sampleOffice }) => {
  const { page } = sampleOffice
  await signInSample(page, 'chenliqun')
  const suspended = (await ask(page, 'limits.list', { filter: 'listed' })).rows.find(({ listed }) => listed[0]!.measure === 'suspend')!
  const told = new RegExp(`${suspended.listed[0]!.number}.*暂停授信`, 'u')

  await test.step('the party’s page and the ledger name the list, and nothing is available', async () => {
    await goTo(page, '/limits?filter=listed')
    await expect(page.getByRole('row').filter({ hasText: suspended.partyName })).toContainText(zhCN.risks.listed.suspend)
    await goTo(page, `/parties/${suspended.partyId}/limits`)
    await expect(page.getByRole('link', { name: told })).toBeVisible()
    await expect(page.getByRole('definition').filter({ hasText: /^0\.00$/u })).toHaveCount(1)
  })

  await test.step('a case for more cannot be handed on; for nothing it can', async () => {
    await button(page, words.tab.make).click()
    await inDialog(page, words.create.confirm).click()
    await expect(page.getByRole('note').filter({ hasText: told })).toBeVisible()
    await expect(page.getByLabel(words.ask.amount, { exact: true })).toHaveValue('0')
    await page.getByLabel(words.ask.amount, { exact: true }).fill('5')
    await page.getByLabel(words.ask.reason, { exact: true }).fill('暂停授信')
    await button(page, words.ask.save).click()
    await expect(page.getByText(words.ask.saved, { exact: true })).toBeVisible()
    await expect(button(page, words.act.submit)).toHaveCount(0)
    await page.getByLabel(words.ask.amount, { exact: true }).fill('0')
  })

  await test.step('a guarantee on a page of something else is told, and the page opens from there', async () => {
    await button(page, words.guarantee.add).click()
    await page.getByLabel(words.guarantee.amount, { exact: true }).fill('3')
    await page.getByLabel(words.guarantee.giver, { exact: true }).fill('收据 SJ-1')
    await button(page, words.guarantee.choose).click()
    const { search, add } = zhCN.ratings.dialog.evidence
    await page.getByRole('dialog').getByLabel(search).fill('资产负债表')
    await inDialog(page, add).first().click()
    await button(page, words.ask.save).click()
    await expect(page.getByText(words.guarantee.other).first()).toBeVisible()
    await expect(page.getByRole('note').filter({ hasText: '看不出是担保文件' })).toBeVisible()
    await page.getByRole('button', { name: /^打开 资产负债表/u }).click()
    await expect(page.getByRole('dialog').getByText(/本次阅读已记入审计/u)).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: zhCN.dossiers.viewer.close }).click()
    await button(page, words.act.submit).click()
    await expect(page.getByText(words.act.submitted)).toBeVisible()
  })
})
