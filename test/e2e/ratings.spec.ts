import { join } from 'node:path'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, goTo, signInSample, test } from './door.ts'
import { readPdf } from './pdf-text.ts'
import type { Page } from '@playwright/test'

const { ratings: words, print } = zhCN
const results = join(import.meta.dirname, '../../test-results')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })

test('a draft is marked from the keyboard with its page, submitted, reviewed, approved by a third person, printed and computed again', async ({ sampleOffice }) => {
  const { page, newWindow } = sampleOffice
  await signInSample(page, 'chenliqun')
  const { rows } = await ask(page, 'ratings.list', { group: 'mine' })
  // The draft that nobody has marked yet.
  const cards = await Promise.all(rows.filter(({ state }) => state === 'draft').map(({ id }) => ask(page, 'ratings.get', { id })))
  const draft = cards.find(({ marks }) => marks['D2'] === undefined)!

  await test.step('the maker opens it from the list, goes to the qualitative line, gives a mark and its page', async () => {
    await goTo(page, '/ratings')
    await page.getByRole('row').filter({ hasText: draft.number }).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(draft.shortName ?? draft.partyName) })).toBeVisible()
    // What the ledgers have said since for its day is gathered before anything is handed on.
    if (draft.moved !== null) {
      await expect(button(page, words.act.submit)).toBeDisabled()
      await button(page, words.act.refresh).click()
      await expect(page.getByRole('dialog', { name: words.changes.title })).toBeVisible()
      await page.keyboard.press('Escape')
    }
    const first = page.locator('[data-code="A1"]')
    await first.focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('[data-code="A2"]')).toBeFocused()
    await page.locator('[data-code="D2"]').focus()
    await page.keyboard.press('2')
    await expect(page.locator('[data-code="D2"]')).toContainText(words.card.noEvidence)
    await page.locator('[data-code="D2"]').focus()
    await page.keyboard.press('e')
    await page.getByRole('dialog').getByRole('button', { name: words.dialog.evidence.add, exact: true }).first().click()
    await inDialog(page, words.dialog.evidence.save).click()
    await expect(page.locator('[data-code="D2"]')).not.toContainText(words.card.noEvidence)
  })

  await test.step('the statement stands beside the line it was read for', async () => {
    await page.locator('[data-code="A1"]').focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-marked]').first()).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('Ctrl+Enter hands it on', async () => {
    await page.locator('[data-code="A1"]').focus()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(words.act.submitted)).toBeVisible()
    await expect(button(page, words.act.submit)).toHaveCount(0)
  })

  await test.step('a second person reviews, a third approves', async () => {
    for (const [login, act, done] of [['hezhenbang', words.act.review, words.act.reviewed], ['guhuaiyuan', words.act.approve, words.act.approved]] as const) {
      const other = await newWindow()
      await signInSample(other, login)
      await goTo(other, `/ratings/${draft.id}`)
      await button(other, act).click()
      await inDialog(other, act).click()
      await expect(other.getByText(done, { exact: true })).toBeVisible()
    }
  })

  await test.step('the report is on paper with the names and the hash', async () => {
    await goTo(page, `/print/ratingReport/${draft.id}`)
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(print.preview.ratingReport) })).toBeVisible()
    await page.evaluate(() => { window.print = () => undefined })
    await button(page, print.preview.print).click()
    await expect(page.locator('[data-stamp]:not([data-stamp=""])').first()).toBeVisible()
    const pdf = await page.pdf({ path: join(results, 'rating-report.pdf'), preferCSSPageSize: true, printBackground: true })
    const text = (await readPdf(new Uint8Array(pdf))).map((sheet) => sheet.text).join('').replaceAll(/\s/g, '')
    for (const name of ['陈立群', '何振邦', '顾怀远']) expect(text).toContain(name)
  })

  await test.step('and computes again to the same hash', async () => {
    const again = await ask(page, 'ratings.recompute', { id: draft.id })
    expect(again).toMatchObject({ isSame: true, differences: [] })
    await goTo(page, `/ratings/${draft.id}`)
    await button(page, words.act.more).click()
    await page.getByRole('menuitem', { name: words.act.recompute }).click()
    await expect(page.getByText(words.act.same(again.hash.computed.slice(0, 16)))).toBeVisible()
  })
})

test('the sample has years behind it: ratings with what came of them, a batch of re-ratings, nothing standing without a grade', async ({ sampleOffice: { page } }) => {
  await signInSample(page, 'guhuaiyuan')
  const { report, ratings } = await ask(page, 'validity.report', {})
  expect(ratings.counted).toBeGreaterThanOrEqual(30)
  expect(report.bads).toBeGreaterThanOrEqual(10)
  expect(report.auc.value).not.toBeNull()
  expect(report.ks.value).not.toBeNull()
  const standing = await ask(page, 'ratings.list', { group: 'current', limit: 100 })
  expect(standing.rows.filter(({ grade }) => grade === null)).toEqual([])
  const { rows: [batch] } = await ask(page, 'rerating.list', {})
  expect(batch).toMatchObject({ refused: 0, states: { approved: batch!.lines } })
  const { rows } = await ask(page, 'rerating.get', { id: batch!.id })
  expect(rows.some(({ direction }) => direction === 'worse')).toBe(true)
  expect(rows.some(({ direction }) => direction === 'better')).toBe(true)
})

test('parties never rated: all of them chosen at once, rated by the scheme one chooses, and who got what', async ({ sampleOffice: { page } }) => {
  const { rerating: text } = zhCN
  await signInSample(page, 'chenliqun')
  const asked = { kind: 'customer' as const }
  const { total, parties } = await ask(page, 'rerating.unratedIds', asked)
  expect(parties.length).toBeGreaterThan(10)
  await goTo(page, '/ratings/due?tab=unrated')
  await page.getByRole('combobox', { name: text.unrated.anyKind }).click()
  await page.getByRole('option', { name: zhCN.parties.kind.customer, exact: true }).click()
  await expect(page.getByRole('status').getByText(text.count(String(total)))).toBeVisible()
  // Whom that chooses is asked for first.
  await page.getByRole('checkbox', { name: text.unrated.chooseAll }).click()
  await expect(page.getByRole('checkbox', { name: text.unrated.chooseAll })).toBeChecked()
  await button(page, text.unrated.run(parties.length)).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: text.scheme }).click()
  const scheme = (await ask(page, 'schemes.inForce', { kind: 'aftersale', on: '2026-01-01' })).find(({ code }) => code === 'FP')!
  await page.getByRole('option', { name: scheme.name }).click()
  await dialog.getByRole('button', { name: text.unrated.run(parties.length), exact: true }).click()
  await expect(page.getByText(text.with(scheme.name))).toBeVisible()
  await expect(page.getByRole('grid', { name: text.linesTable })).toHaveAttribute('aria-rowcount', String(parties.length + 1))
  const rows = await ask(page, 'rerating.unrated', { ...asked, limit: 100 })
  expect(rows.rows.every(({ running }) => running !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await goTo(page, '/ratings')
  await button(page, words.create.action).click()
  await expect(page.getByText(words.create.none)).toHaveCount(0)
})
