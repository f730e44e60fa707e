import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, goTo, signInSample, test } from './door.ts'

const { invoices: text, defaults } = zhCN

test('invoices of a party: imported with what is refused named, from a figure to what stands behind it, a default recorded and struck', async ({ sampleOffice: { page } }) => {
  test.setTimeout(120_000)
  await signInSample(page, 'chenliqun')
  const { rows: [party] } = await ask(page, 'parties.list', { limit: 1, sort: 'updated' })
  await goTo(page, `/parties/${party!.id}/invoices`)
  await page.getByRole('button', { name: text.import }).first().click()
  const rows = Array.from({ length: 40 }, (_unused, index) => `${90_000 + index},2026/${1 + (index % 9)}/5,${index % 4 === 0 ? '甲公司' : '乙公司'},1000,130,1130,${index === 0 ? ' 作废发票' : '有效发票'}`)
  rows[1] = rows[1]!.replace('1000,130', '一千,130')
  await page.locator('input[type=file]').setInputFiles({ name: '销项.csv', mimeType: 'text/csv', buffer: Buffer.from(`票据,开票日期,购方名称,金额,税额,价税合计,发票状态\n${rows.join('\n')}\n`) })
  const dialog = page.getByRole('dialog')
  // A heading that nobody knows: the person says what it is.
  await expect(dialog.getByText(zhCN.importing.missing(text.field.number))).toBeVisible()
  await dialog.getByLabel(`${zhCN.importing.field}：票据`).click()
  await page.getByRole('option', { name: text.field.number, exact: true }).click()
  await expect(dialog.getByText(text.refusal['amount-unreadable'])).toBeVisible()
  await dialog.getByRole('button', { name: zhCN.importing.start('39') }).click()
  await expect(dialog.getByText(zhCN.importing.finished, { exact: true })).toBeVisible()
  await expect(dialog.getByRole('button', { name: zhCN.importing.download })).toBeVisible()
  await dialog.getByRole('button', { name: zhCN.importing.close }).click()

  // From the largest customer's share to his invoices; nine of forty are the other's, and one of those is void.
  await page.getByLabel(text.asOf).fill('2026-10-31')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: new RegExp(`^${text.figures.topCustomer} `) }).click()
  const list = page.getByRole('region', { name: text.list.title })
  await expect(list.getByText(text.list.count('29'))).toBeVisible()
  await expect(list.getByRole('button', { name: text.list.only('乙公司') })).toBeVisible()
  await list.getByRole('button', { name: text.list.clear }).click()
  await list.getByLabel(text.list.search).fill('9000')
  await expect(list.getByText(text.list.count('9'))).toBeVisible()

  await goTo(page, `/parties/${party!.id}/defaults`)
  await page.getByRole('button', { name: defaults.add, exact: true }).click()
  await dialog.getByRole('combobox', { name: defaults.what }).click()
  await page.getByRole('option', { name: defaults.kind.late90 }).click()
  await dialog.getByLabel(defaults.on).fill('2026-06-01')
  await dialog.getByLabel(defaults.description).fill('三次催收未付')
  await dialog.getByRole('button', { name: defaults.add, exact: true }).click()
  await expect(dialog).toBeHidden()
  // The party may have others from the sample.
  const record = page.locator('#main li').filter({ hasText: '三次催收未付' })
  await expect(record).toBeVisible()
  await record.getByRole('button', { name: defaults.strike, exact: true }).click()
  await dialog.getByLabel(defaults.reason).fill('记错单位')
  await dialog.getByRole('button', { name: defaults.strike, exact: true }).click()
  await expect(page.getByText(defaults.struck('陈立群', '记错单位'))).toBeVisible()
})
