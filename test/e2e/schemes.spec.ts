import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, goTo, sampleName, signIn, signInSample, test } from './door.ts'
import { samplePassword } from '../../src/main/archive/sample/people.ts'

const { edit, card, list, rehearse, state, inForce, version } = zhCN.schemes

async function dialogWith(page: Page, button: string) {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  return page.getByRole('dialog')
}

test('a band is changed, its fault shown and mended, the version rehearsed, submitted, reviewed and approved by others, and in force', async ({ sampleOffice: { page, newWindow } }) => {
  await signInSample(page, 'chenliqun')
  const schemes = await ask(page, 'schemes.list', {})
  const draft = schemes.find(({ code }) => code === 'KH')!.versions.find((one) => one.state === 'draft')!
  await goTo(page, '/schemes')
  await page.getByRole('row').filter({ hasText: state.draft }).click()

  await test.step('a hole in the bands is named beside its place, and keeps the version from being submitted', async () => {
    await page.getByRole('button', { name: /^A2/ }).click()
    const until = page.getByRole('textbox', { name: `${card.band(2)} ${card.until}`, exact: true })
    await until.fill('1.1')
    await expect(page.getByText(zhCN.schemes.faultOf('band-hole', { from: '1.1', until: '1.2' })).first()).toBeVisible()
    await expect(page.getByRole('button', { name: edit.submit, exact: true })).toBeDisabled()
    await page.getByRole('button', { name: edit.faults(1), exact: true }).click()
    await expect(page.getByRole('dialog').getByText('A2 流动比率 · 第 3 档')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: `${card.band(3)} ${card.from}`, exact: true }).fill('1.1')
    await expect(page.getByText(edit.sound)).toBeVisible()
  })

  await test.step('the formula is completed by what a fact is called, and read aloud in words', async () => {
    const formula = page.getByRole('textbox', { name: card.formula, exact: true })
    await formula.fill('ratio(流动资')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(formula).toHaveValue('ratio(currentAssets')
    await formula.fill('ratio(currentAssets, currentLiabilities)')
    await expect(page.getByText('流动资产合计 ÷ 流动负债合计').last()).toBeVisible()
  })

  await test.step('rehearsed before it is kept: who was rated is computed by both versions', async () => {
    await page.getByText(edit.part.rehearsal, { exact: true }).click()
    await page.getByText(rehearse.all, { exact: true }).click()
    await expect(page.getByRole('table', { name: rehearse.party }).getByRole('link').first()).toBeVisible()
    await expect(page.getByRole('columnheader', { name: rehearse.limit, exact: true })).toBeVisible()
    await page.getByText(edit.part.diff, { exact: true }).click()
    await expect(page.getByRole('rowheader', { name: /A2 · 流动比率 · 计分/ })).toBeVisible()
  })

  await test.step('kept and submitted; who prepared it is not offered to review it', async () => {
    await page.getByRole('button', { name: edit.save, exact: true }).click()
    const submit = await dialogWith(page, edit.submit)
    await submit.getByRole('button', { name: edit.submit, exact: true }).click()
    await expect(page.getByText(state.submitted, { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: edit.review, exact: true })).toHaveCount(0)
  })

  for (const [login, step] of [['hezhenbang', edit.review], ['guhuaiyuan', edit.approve]] as const) {
    await test.step(`${step} by ${sampleName(login)}`, async () => {
      const other = await newWindow()
      await signIn(other, login, samplePassword(login))
      await goTo(other, `/schemes/${draft.id}`)
      const decide = await dialogWith(other, step)
      await decide.getByRole('button', { name: step, exact: true }).click()
      await expect(decide).toBeHidden()
    })
  }

  await goTo(page, '/schemes')
  await page.reload()
  await expect(page.getByRole('row').filter({ hasText: version(draft.no) }).filter({ hasText: inForce })).toBeVisible()
  await expect(page.getByRole('button', { name: list.newVersion }).first()).toBeVisible()
})
