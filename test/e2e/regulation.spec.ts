import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { expect, follow, goTo, signInSample, test } from './door.ts'

const { regulations } = zhCN

/** Local midnight so many days from now, as the program writes days. */
function dayFromNow(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

test('from a clause to its cases, and a revision from the editor to a version that is withdrawn', async ({ sampleOffice: { page } }) => {
  await signInSample(page, 'guhuaiyuan')
  await follow(page, 'regulations')

  // Every number leads to its cases, and a case to its folder.
  const overdue = page.getByRole('row', { name: /^6a / }).getByRole('link', { name: new RegExp(regulations.state.overdue, 'u') })
  const count = Number(await overdue.textContent())
  expect(count).toBeGreaterThan(0)
  await overdue.click()
  await expect(page.getByRole('heading', { name: regulations.cases.title('6a') })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: regulations.cases.counted(String(count)) })).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(count + 1)

  // What does not hold is named with its place, and cannot be saved.
  await goTo(page, '/regulations/edit')
  const save = page.getByRole('button', { name: regulations.edit.save })
  const title = page.getByRole('textbox', { name: `${regulations.edit.catalogue.itemTitle} 1.2` })
  const before = await title.inputValue()
  await title.fill('')
  await expect(page.getByText(regulations.edit.faultCount(1))).toBeVisible()
  await expect(page.getByRole('button', { name: /第 1 项 › 文件 › 第 2 项 › 名称/u })).toBeVisible()
  await expect(save).toBeDisabled()
  await title.fill(before)
  await page.getByRole('checkbox', { name: regulations.edit.catalogue.required }).nth(1).check()
  await expect(page.getByText(regulations.edit.noFaults)).toBeVisible()
  await expect(page.getByRole('complementary').getByText(`${regulations.section.credit} · ${before}`)).toBeVisible()

  // Adopted from a day to come; until then it can be taken back.
  await save.click()
  const dialog = page.getByRole('dialog', { name: regulations.adopt.title })
  await dialog.getByLabel(regulations.adopt.effectiveOn).fill(dayFromNow(2))
  await dialog.getByLabel(regulations.adopt.note).fill('税务登记证改为必备')
  await dialog.getByRole('button', { name: regulations.adopt.action }).click()
  const version = page.getByRole('navigation', { name: regulations.tab.versions }).getByRole('button', { name: new RegExp(dayFromNow(2), 'u') })
  await expect(version).toContainText(regulations.versions.state.future)
  await version.click()
  await expect(page.getByRole('row', { name: new RegExp(`^${before}`, 'u') })).toContainText(regulations.fact.required)
  await page.getByRole('button', { name: regulations.withdraw.action, exact: true }).click()
  const asked = page.getByRole('dialog', { name: regulations.withdraw.title })
  await asked.getByLabel(regulations.withdraw.reason).fill('再议')
  await asked.getByRole('button', { name: regulations.withdraw.action }).click()
  await expect(version).toContainText(regulations.versions.state.withdrawn)
})
