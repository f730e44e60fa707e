import type { Locator } from '@playwright/test'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, follow, goTo, signInSample, test } from './door.ts'

const { regulations, common } = zhCN

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
  // Somebody mends a word in the middle: the caret stays where he types.
  await title.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('甲乙')
  await expect(title).toHaveValue(`${before.slice(0, 1)}甲乙${before.slice(1)}`)
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

test('the steps of transfers, access, retention and disposal: a wrong one is told beside it at once, the right ones stand in the new version', async ({ sampleOffice: { page } }) => {
  const { edit, section, fault } = regulations
  await signInSample(page, 'guhuaiyuan')
  await goTo(page, '/regulations/edit')
  const part = async (name: keyof typeof section) => page.getByRole('navigation', { name: edit.parts }).getByRole('button', { name: section[name] }).click()
  const faults = page.getByRole('region', { name: edit.faults })
  const holds = () => expect(faults.getByText(edit.noFaults)).toBeVisible()
  const choose = async (field: Locator, option: string) => {
    await field.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: option, exact: true }).click()
  }

  await test.step('transfers: a way that is broken, then mended by the step that is offered', async () => {
    await part('transfers')
    const step = (turn: number) => page.getByRole('group', { name: edit.transfer.step(turn) })
    await page.getByRole('button', { name: `${common.remove} ${edit.transfer.step(1)}` }).click()
    await expect(faults.getByText(fault['no step leads out of the department']!(0)).first()).toBeVisible()
    await expect(page.getByRole('button', { name: edit.save })).toBeDisabled()
    await page.getByRole('button', { name: edit.transfer.add }).click()
    await holds()
    // Nobody takes it; then the office takes it too.
    await step(2).getByRole('combobox', { name: edit.transfer.receivers }).focus()
    await page.keyboard.press('Backspace')
    await expect(faults.getByText(fault['too_small']!(1))).toBeVisible()
    await choose(step(2).getByRole('combobox', { name: edit.transfer.receivers }), common.role.creditAdministrator)
    await page.getByRole('option', { name: common.role.officeDirector, exact: true }).click()
    await page.keyboard.press('Escape')
    await holds()
  })

  await test.step('access: an authorisation and an agreement for two years', async () => {
    await part('access')
    await page.getByRole('switch', { name: edit.access.authorised }).click()
    await choose(page.getByRole('combobox', { name: edit.access.role, exact: true }), common.role.generalManager)
    await choose(page.getByRole('combobox', { name: edit.access.fromLevel }), regulations.fact.fromLevel(common.level.confidential))
    await page.getByRole('switch', { name: edit.access.agreed }).click()
    await page.getByLabel(edit.access.validMonths).fill('24')
    await holds()
  })

  await test.step('retention: a credit dossier has no termination to count from', async () => {
    await part('retention')
    await page.getByRole('button', { name: edit.retention.add }).click()
    const rule = page.getByRole('group', { name: /^第 \d+ 项$/u }).last()
    await choose(rule.getByRole('combobox', { name: edit.retention.kind }), common.dossierKind.credit)
    await expect(faults.getByText(fault['a credit dossier is not terminated']!(0))).toBeVisible()
    await choose(rule.getByRole('combobox', { name: edit.retention.from }), regulations.fact.from.opened)
    await rule.getByLabel(edit.retention.years).fill('25')
    await holds()
  })

  await test.step('disposal: one supervisor is none', async () => {
    await part('approvals')
    await page.getByLabel(edit.disposal.supervisors).fill('1')
    await faults.getByRole('button', { name: new RegExp(regulations.place['supervisors']!, 'u') }).click()
    await expect(page.getByRole('button', { name: edit.save })).toBeDisabled()
    await page.getByLabel(edit.disposal.supervisors).fill('3')
    await holds()
  })

  await page.getByRole('button', { name: edit.save }).click()
  const dialog = page.getByRole('dialog', { name: regulations.adopt.title })
  await dialog.getByLabel(regulations.adopt.effectiveOn).fill(dayFromNow(2))
  await dialog.getByLabel(regulations.adopt.note).fill('移交、查阅、保管、销毁各改一处')
  await dialog.getByRole('button', { name: regulations.adopt.action }).click()
  await expect(dialog).toHaveCount(0)
  const adopted = (await ask(page, 'regulations.versions', {})).find(({ effectiveOn }) => effectiveOn === dayFromNow(2))!
  expect(adopted.state).toBe('future')
  const { body } = await ask(page, 'regulations.version', { id: adopted.id })
  expect(body.transfers.find(({ kind, from }) => kind === 'contract' && from === 'department')).toMatchObject({ to: 'administrator', receivers: ['creditAdministrator', 'officeDirector'] })
  expect(body.access).toMatchObject({ authorisation: { role: 'generalManager', fromLevel: 'confidential' }, agreement: { validMonths: 24 } })
  expect(body.retention.rules).toContainEqual(expect.objectContaining({ kind: 'credit', from: 'opened', years: 25 }))
  expect(body.disposal).toMatchObject({ supervisors: 3 })
})
