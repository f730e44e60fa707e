import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, follow, goTo, signInSample, test } from './door.ts'

const { receivables: text } = zhCN

test('what a customer owes: a bill, money allocated as proposed, a promise, a mistake struck; the book of all customers, as of a day, leads to it', async ({ sampleOffice: { page } }) => {
  test.setTimeout(180_000)
  await signInSample(page, 'chenliqun')
  const party = await ask(page, 'parties.add', { kind: 'customer', name: '徐州试行锻造有限公司', departmentId: 1 })
  await goTo(page, `/parties/${party.id}/receivables`)
  await expect(page.getByText(text.noAccount)).toBeVisible()
  const dialog = page.getByRole('dialog')

  // The term works the due day out.
  await page.getByRole('button', { name: text.add, exact: true }).click()
  await dialog.getByLabel(text.number).fill('YS-0001')
  await dialog.getByLabel(text.amountYuan).fill('1000')
  await dialog.getByLabel(text.issuedOn).fill('2026-01-10')
  await dialog.getByLabel(text.issuedOn).press('Tab')
  await dialog.getByLabel(text.term).fill('30')
  await expect(dialog.getByLabel(text.dueOn)).toHaveValue('2026-02-09')
  await dialog.getByRole('button', { name: text.add, exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('cell', { name: 'YS-0001', exact: true })).toBeVisible()
  await ask(page, 'receivables.add', { partyId: party.id, number: 'YS-0002', issuedOn: '2026-02-01', dueOn: '2026-03-01', amountFen: 500_00 })

  // More than is owed: what falls due first is paid first, the rest is an advance.
  await page.getByRole('button', { name: text.receive, exact: true }).click()
  await dialog.getByLabel(text.amountYuan).fill('1600')
  // Money of the day on which something is promised would count towards it.
  await dialog.getByLabel(text.receivedOn).fill('2026-03-10')
  await dialog.getByLabel(text.receivedOn).press('Tab')
  await expect(dialog.getByLabel(`${text.pays} YS-0001`)).toHaveValue('1,000')
  await expect(dialog.getByLabel(`${text.pays} YS-0002`)).toHaveValue('500')
  await dialog.getByLabel(`${text.pays} YS-0001`).fill('400')
  await expect(dialog.getByRole('status')).toContainText('700.00')
  await dialog.getByRole('button', { name: text.receive, exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(text.unallocated('700.00'))).toBeVisible()
  await expect(page.getByRole('cell', { name: '600.00', exact: true })).toBeVisible()

  await page.getByRole('button', { name: text.promise, exact: true }).click()
  await dialog.getByLabel(text.amountYuan).fill('600')
  await dialog.getByLabel(text.promisedDue).fill('2027-01-15')
  await dialog.getByLabel(text.promisedDue).press('Tab')
  await dialog.getByLabel(text.promisedBy).fill('王经理')
  await dialog.getByRole('button', { name: text.promise, exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(text.countsUntil('2027-01-18'))).toBeVisible()

  // As of a day before the money came all is open.
  await page.getByLabel(text.asOf).first().fill('2026-03-01')
  await page.keyboard.press('Enter')
  await expect(page.getByText(text.noReceipts)).toBeVisible()
  await expect(page.getByText('1,500.00').first()).toBeVisible()
  await page.getByLabel(text.asOf).first().fill('')
  await page.keyboard.press('Enter')
  await expect(page.getByText(text.noReceipts)).toBeHidden()

  await page.getByRole('region', { name: text.receipts }).getByRole('button', { name: /1,600\.00/ }).click()
  await page.getByRole('menuitem', { name: text.strike }).click()
  await dialog.getByLabel(text.reason).fill('记错单位')
  await dialog.getByRole('button', { name: text.strike, exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(text.noReceipts)).toBeVisible()
  // What was struck stays to be seen, with who and why; the share overdue stands with what it means.
  await page.getByRole('region', { name: text.receipts }).getByText(text.receiptState.struck, { exact: true }).click()
  await expect(page.getByText(text.struck('陈立群', '记错单位'))).toBeVisible()
  await expect(page.getByText(text.shareHint)).toBeVisible()

  // The book: no sum and no heading of it is cut, also on a small window; its unit is said.
  await page.setViewportSize({ width: 1366, height: 768 })
  await follow(page, 'receivables')
  await expect(page.getByText(text.page.inYuan)).toBeVisible()
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  const cut = () => page.getByRole('grid').locator('td, th').evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent))
  expect(await cut()).toEqual([])
  for (const heading of [text.balance, text.bucket.d365, text.bucket.older]) {
    await page.getByRole('columnheader', { name: heading }).getByRole('button').click()
    await expect(page.getByRole('columnheader', { name: heading })).toHaveAttribute('aria-sort', 'descending')
    expect(await cut()).toEqual([])
  }
  // Found, and its total is the one line's; Enter opens the account.
  await page.getByLabel(text.page.search).last().fill('试行锻造')
  await expect(page.getByRole('status').filter({ hasText: text.page.count('1') })).toBeVisible()
  await expect(page.getByRole('region', { name: text.page.total })).toContainText('1,500')
  await page.getByRole('row', { name: /徐州试行锻造/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '徐州试行锻造有限公司' })).toBeVisible()
  await expect(page.getByText(text.bucket.older).first()).toBeVisible()
})

test('a table of bills from the accounts: seen before it is taken in, twice adds nothing, struck whole it is as if it had not been', async ({ sampleOffice: { page } }) => {
  test.setTimeout(120_000)
  await signInSample(page, 'chenliqun')
  await ask(page, 'parties.add', { kind: 'customer', name: '徐州试行锻造有限公司', departmentId: 1 })
  await follow(page, 'receivables')
  const table = { name: '应收.csv', mimeType: 'text/csv', buffer: Buffer.from('单位名称,单据号,单据日期,账期,金额\n徐州试行锻造有限公司,A1,2026-03-01,30,1000\n徐州试行锻造有限公司,A2,2026-13-01,30,5\n无此公司,A3,2026-03-01,30,5\n') }
  for (const added of [1, 0]) {
    await page.getByRole('button', { name: text.imports.import, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await page.locator('input[type=file]').setInputFiles(table)
    await expect(dialog.getByText(text.refusal['date-impossible'])).toBeVisible()
    await expect(dialog.getByText(text.refusal['party-unknown'])).toBeVisible()
    if (added === 0) {
      await expect(dialog.getByRole('button', { name: zhCN.importing.nothing })).toBeDisabled()
      break
    }
    await dialog.getByRole('button', { name: zhCN.importing.start('1') }).click()
    await expect(dialog.getByText(zhCN.importing.finished, { exact: true })).toBeVisible()
    await expect(dialog.getByRole('button', { name: zhCN.importing.download })).toBeVisible()
    await dialog.getByRole('button', { name: zhCN.importing.close }).click()
  }
  await page.keyboard.press('Escape')
  const { importing } = zhCN
  await page.getByRole('button', { name: importing.past }).click()
  const mine = page.getByRole('list', { name: importing.pastTable }).getByRole('listitem').first()
  await expect(mine).toContainText('应收.csv')
  await mine.getByRole('button', { name: importing.strike }).click()
  const confirmation = page.getByRole('dialog', { name: importing.strikeTitle })
  await confirmation.getByLabel(importing.strikeReason).fill('导错了月份')
  await confirmation.getByRole('button', { name: importing.strike }).click()
  await expect(mine).toContainText(importing.struck('陈立群', '1'))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: text.imports.import, exact: true }).click()
  await page.locator('input[type=file]').setInputFiles(table)
  await expect(page.getByRole('dialog').getByRole('button', { name: importing.start('1') })).toBeEnabled()
})
