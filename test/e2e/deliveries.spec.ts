import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, goTo, signInSample, test } from './door.ts'

const { deliveries: text, ratings } = zhCN

test('a supplier’s order: recorded, arrived, corrected; a list imported twice; the rating says where its rate comes from', async ({ sampleOffice: { page } }) => {
  test.setTimeout(120_000)
  await signInSample(page, 'chenliqun')
  const { id: partyId } = await ask(page, 'parties.add', { kind: 'supplier', name: '长治恒基矿机有限公司', departmentId: 3 })
  await goTo(page, `/parties/${partyId}/deliveries`)
  await expect(page.getByText(text.empty)).toBeVisible()
  await page.getByRole('button', { name: text.record, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(text.field.orderNumber).fill('CG-100')
  await dialog.getByLabel(text.field.goods).fill('刮板机锻件')
  await dialog.getByLabel(text.field.dueOn).fill('2026-10-10')
  await dialog.getByLabel(text.field.unit).fill('件')
  await dialog.getByLabel(text.field.ordered).fill('40')
  await dialog.getByRole('button', { name: text.record, exact: true }).click()
  await expect(dialog).toBeHidden()

  // By the keys: the row opens, what arrived is added.
  const row = page.getByRole('row').filter({ hasText: 'CG-100' })
  await row.focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: text.complete, exact: true }).click()
  await dialog.getByLabel(text.field.arrivedOn).fill('2026-10-12')
  await dialog.getByLabel(text.field.accepted).fill('39')
  await dialog.getByRole('button', { name: text.complete, exact: true }).click()
  await expect(row.getByText(text.lateBy(2))).toBeVisible()
  await row.click()
  await dialog.getByRole('button', { name: text.correct, exact: true }).click()
  await dialog.getByLabel(text.field.arrivedOn).fill('2026-10-09')
  await dialog.getByLabel(text.correctReason).fill('按收货单')
  await dialog.getByRole('button', { name: text.correct, exact: true }).click()
  await expect(row.getByText(text.inTime)).toBeVisible()

  const table = '订单号,品名,计量单位,交期,订购数量,到货日期,到货数量,合格数量\nCG-101,锻件,件,2026/10/20,10,2026/10/22,10,10\nCG-102,锻件,件,2026/10/20,10,2026/10/20,,\n'
  const choose = async () => {
    await page.getByRole('button', { name: text.imports.action, exact: true }).click()
    await page.locator('input[type=file]').setInputFiles({ name: '供货.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  }
  await choose()
  await expect(dialog.getByText(text.refusal['arrived-missing'])).toBeVisible()
  await dialog.getByRole('button', { name: zhCN.importing.start('1') }).click()
  await expect(dialog.getByText(zhCN.importing.finished, { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: zhCN.importing.close }).click()
  await choose()
  await expect(dialog.getByRole('button', { name: zhCN.importing.nothing })).toBeDisabled()
  await page.keyboard.press('Escape')

  // Of two orders one came in time; the rate leads to the other, and so does the rating.
  await expect(page.getByText('50%', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: text.rates.orders('2', '1') }).click()
  await expect(page.getByText(text.list.count('1'), { exact: true })).toBeVisible()
  const { id } = await ask(page, 'ratings.create', { partyId, kind: 'aftersale', for: 'supplier' })
  await goTo(page, `/ratings/${id}`)
  await page.locator('[data-code="A1"]').click()
  await page.getByRole('link', { name: ratings.pane.open.deliveries }).click()
  await expect(page.getByRole('row').filter({ hasText: 'CG-101' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'CG-100' })).toHaveCount(0)
})
