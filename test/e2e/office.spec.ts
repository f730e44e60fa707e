import type { Page } from '@playwright/test'
import type { SampleLogin } from '../../src/main/archive/sample/people.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, follow, goTo, sampleName, signInSample, test } from './door.ts'

// Roles, qualifications and leave to read: what decides in a browser who may do what, from one day to the next.
const { qualifications, clearances, home, duties, common, dossiers } = zhCN

/** A day so many days from now, as the archive writes days. */
function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** The button of a line of what is to be done, scrolled to as a person does. */
async function todoButton(page: Page, name: RegExp) {
  const list = page.getByRole('region', { name: home.todo })
  const button = list.getByRole('button', { name }).first()
  await list.hover()
  await expect(async () => {
    if (!(await button.isVisible())) await page.mouse.wheel(0, 300)
    await expect(button).toBeVisible({ timeout: 50 })
  }).toPass({ intervals: [50] })
  return button
}

test('two roles of one person, each with its own work; a report of the year is marked as done', async ({ sampleOffice: { page, newWindow, later } }) => {
  await signInSample(page, 'tangxi')
  const { id, name, departmentId, phone } = (await ask(page, 'people.list', {})).find(({ login }) => login === 'chenliqun')!
  await ask(page, 'people.change', { id, name, departmentId, phone, roles: ['creditAdministrator', 'officeDirector'] })
  // Into the first days of the next year, whenever this runs: last year's reports are due by the tenth.
  const year = new Date().getFullYear()
  later(Math.ceil((new Date(year + 1, 0, 2, 12).getTime() - Date.now()) / 86_400_000))
  const desk = await newWindow()
  await signInSample(desk, 'chenliqun')
  const { todo } = await ask(desk, 'home.overview', {})
  const report = todo.find(({ kind }) => kind === 'periodDue')!

  const roles = desk.getByRole('radiogroup', { name: home.roleLabel })
  await expect(roles.getByRole('radio', { name: home.allRoles })).toBeChecked()
  await roles.getByText(common.role.officeDirector, { exact: true }).click()
  const forDirector = (await ask(desk, 'home.overview', { role: 'officeDirector' })).todo
  await expect(desk.getByRole('region', { name: home.todo }).getByRole('link', { name: new RegExp(`^${home.action.close} `, 'u') }).first()).toBeVisible()
  expect(forDirector.some(({ kind }) => kind === 'periodDue')).toBe(false)
  await roles.getByText(common.role.creditAdministrator, { exact: true }).click()

  await (await todoButton(desk, new RegExp(`^${home.action.complete} ${report.what}`, 'u'))).click()
  const dialog = desk.getByRole('dialog')
  await expect(dialog).toContainText(report.what)
  await expect(dialog).toContainText(report.dueOn!)
  await dialog.getByLabel(duties.complete.remarks).fill('已报集团公司')
  await dialog.getByRole('button', { name: duties.complete.confirm }).click()
  await expect(dialog).toHaveCount(0)
  await expect(desk.getByRole('button', { name: new RegExp(`^${home.action.complete} ${report.what}`, 'u') })).toHaveCount(0)
  expect((await ask(desk, 'duties.periods', {})).find(({ ruleId, period }) => report.subject.code === `${ruleId}/${period}`)).toMatchObject({ doneByName: name, remarks: '已报集团公司' })
})

test('an archivist’s role rests without a valid qualification and comes back with an examination passed', async ({ sampleOffice: { page, newWindow } }) => {
  const words = qualifications
  const name = sampleName('zhoumin')
  await signInSample(page, 'guhuaiyuan')
  await follow(page, 'qualifications')
  const tab = (which: keyof typeof words.tab) => page.getByRole('radiogroup', { name: words.tabs }).getByText(words.tab[which], { exact: true }).click()
  const row = page.getByRole('grid', { name: words.table }).getByRole('row', { name: new RegExp(name, 'u') })
  await row.click()
  const shown = (await ask(page, 'qualifications.list', {})).people.find((person) => person.name === name)!
  await page.getByRole('button', { name: words.withdrawTitle(shown.evidence.find(({ kind }) => kind === 'examination')!.title) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.reason).fill('成绩单有误')
  await dialog.getByRole('button', { name: words.withdraw, exact: true }).click()
  await expect(row).toContainText(words.resting)

  const desk = await newWindow()
  await test.step('at her desk: why she cannot, on the first page and on every other', async () => {
    await signInSample(desk, 'zhoumin')
    await expect(desk.getByText(words.banner.title)).toBeVisible()
    await goTo(desk, '/shelving')
    await expect(desk.getByText(common.pageForbidden)).toBeVisible()
    await expect(desk.getByText(words.banner.lacks(words.kind.examination))).toBeVisible()
    // What she has begun is not offered: she could not go on with it.
    expect((await ask(desk, 'home.overview', {})).todo).toEqual([])
  })

  await test.step('a training with an examination: not passed changes nothing, passed brings the role back', async () => {
    const train = async (title: string, score: string) => {
      await tab('trainings')
      await page.getByRole('button', { name: words.training.add }).click()
      await dialog.getByLabel(words.training.title).fill(title)
      await dialog.getByLabel(words.training.attendees).click()
      await page.getByRole('option', { name }).click()
      await page.keyboard.press('Tab')
      await dialog.getByLabel(`${name} ${words.score}`).fill(score)
      await dialog.getByRole('button', { name: words.training.add, exact: true }).click()
      await expect(dialog).toHaveCount(0)
      await expect(page.getByRole('grid', { name: words.training.table }).getByRole('row', { name: new RegExp(title, 'u') })).toBeVisible()
      await tab('standing')
    }
    await train('信用档案管理复训', '58')
    await expect(row).toContainText(words.resting)
    await train('信用档案管理补考', '86')
    await expect(row).toContainText('有效至')
    await desk.reload()
    await expect(desk.getByRole('heading', { level: 1, name: zhCN.shelving.title })).toBeVisible()
  })
})

test('a confidential dossier: agreement signed, leave asked for, given and used; on its day the level goes down', async ({ sampleOffice: { page, newWindow, later } }) => {
  const words = clearances.authorisation
  await signInSample(page, 'guhuaiyuan')
  const today = (await ask(page, 'home.overview', {})).today
  const preset = await ask(page, 'regulations.preset', { id: 'S01' })
  const body = { ...preset, access: { ...preset.access, agreement: { clause: '本单位定' } } }
  await ask(page, 'regulations.adopt', { body, effectiveOn: today, note: '机密档案须总经理授权' })

  const at = async (login: SampleLogin) => {
    const window = await newWindow()
    await signInSample(window, login)
    return window
  }
  const [reader, keeper] = [await at('hezhenbang'), await at('chenliqun')]
  const { rows } = await ask(keeper, 'dossiers.list', { limit: 50 })
  const dossier = rows.find(({ kind, isConfirmed }) => kind === 'credit' && isConfirmed)!

  await test.step('the credit administrator sets the level, its ground and the day on which it goes down', async () => {
    await goTo(keeper, `/dossiers/${dossier.id}`)
    await keeper.getByRole('button', { name: dossiers.page.more }).click()
    await keeper.getByRole('menuitem', { name: dossiers.page.change }).click()
    const dialog = keeper.getByRole('dialog')
    await dialog.getByText(common.level.confidential, { exact: true }).click()
    await dialog.getByLabel(dossiers.change.levelReason).fill('含担保条件')
    await dialog.getByLabel(clearances.downgrade.on).fill(dayFromNow(3))
    await keeper.keyboard.press('Tab')
    await dialog.getByRole('button', { name: dossiers.change.save }).click()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('without an agreement nothing is read; it is recorded, and shown', async () => {
    await goTo(reader, `/dossiers/${dossier.id}`)
    await expect(reader.getByText(/^须先签保密承诺.*本单位定/u)).toBeVisible()
    await goTo(page, '/qualifications?tab=agreements')
    await page.getByRole('button', { name: `${qualifications.agreement.add} ${sampleName('hezhenbang')}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: qualifications.agreement.add }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('row', { name: new RegExp(sampleName('hezhenbang'), 'u') })).toContainText(qualifications.agreement.bound)
  })

  await test.step('then the general manager’s leave: asked for here, given by him, and used', async () => {
    await reader.reload()
    await expect(reader.getByText(/^须经总经理授权/u)).toBeVisible()
    await reader.getByRole('button', { name: words.request }).click()
    const dialog = reader.getByRole('dialog')
    await dialog.getByLabel(words.purpose).fill('续签前核对授信')
    await dialog.getByLabel(words.untilOn).fill(dayFromNow(10))
    await reader.keyboard.press('Tab')
    await dialog.getByRole('button', { name: words.request }).click()
    await expect(reader.getByText(words.pending('续签前核对授信', dayFromNow(10)))).toBeVisible()

    const manager = await at('linnianzu')
    await (await todoLink(manager, sampleName('hezhenbang'))).click()
    await manager.getByRole('button', { name: `${words.agree} ${sampleName('hezhenbang')}`, exact: true }).click()
    await expect(manager.getByRole('grid', { name: words.table }).getByText(words.agreed)).toBeVisible()
    await reader.reload()
    await expect(reader.getByRole('heading', { level: 1, name: dossier.partyName })).toBeVisible()
    await expect(reader.getByText(common.level.confidential, { exact: true }).first()).toBeVisible()
  })

  await test.step('on its day the level goes down from the list of what is to be done, by one whom it keeps out', async () => {
    later(4)
    const archivist = await at('zhoumin')
    const line = new RegExp(`^${home.action.downgrade} .*${dossier.number}`, 'u')
    await (await todoButton(archivist, line)).click()
    const dialog = archivist.getByRole('dialog')
    await expect(dialog).toContainText(clearances.downgrade.change(common.level.internal))
    await dialog.getByRole('button', { name: clearances.downgrade.now, exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await goTo(archivist, `/dossiers/${dossier.id}`)
    await expect(archivist.getByRole('heading', { level: 1, name: dossier.partyName })).toBeVisible()
    expect(await ask(archivist, 'dossiers.get', { id: dossier.id })).toMatchObject({ level: 'internal', downgradeOn: null })
  })
})

const todoLink = async (page: Page, who: string) => {
  const link = page.getByRole('region', { name: home.todo }).getByRole('link', { name: new RegExp(`^${home.action.decide} .*${who}`, 'u') })
  await expect(link).toBeVisible()
  return link
}
