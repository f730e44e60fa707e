import type { Locator, Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import writeXlsxFile from 'write-excel-file/node'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { expect, follow, signIn, signOut, test } from './door.ts'
import { creditCode, encodeGb18030, pdf, photo, tiff, type Paper } from './papers.ts'
import { drawPdf, isA4, readPdf } from './pdf-text.ts'

const { archive, cabinet, common, dossiers, lookups, parties, people, print, qualifications } = zhCN

const COMPANY = '昆仑北麓矿业营销总公司'
const PEOPLE = [
  { name: '陈立群', login: 'chenliqun', password: '雪满天山路-41', roles: ['systemAdministrator', 'creditAdministrator'] },
  { name: '周敏', login: 'zhoumin', password: '轻舟已过万重山-7', roles: ['archivist'] },
  { name: '顾怀远', login: 'guhuaiyuan', password: '柳暗花明又一村-9', roles: ['officeDirector'] },
  { name: '李若谷', login: 'liruogu', password: '长河落日圆圆-33', roles: ['salesperson'] },
] as const
const [ADMINISTRATOR, ARCHIVIST, DIRECTOR, SALESPERSON] = PEOPLE

const PARTY = '伊犁河谷农机有限公司'
const ROWS = 1000
const BAD = { 17: 'wrong check character', 400: 'no name', 998: 'no such day' } as const

/** A thousand customers as an old system exports them; three rows cannot be taken. */
function table(): string[][] {
  const heading = ['单位名称', '统一社会信用代码', '法定代表人', '成立日期', '地区', '部门代码']
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const code = creditCode(index + 1)
    const wrong = code.slice(0, 17) + (code.endsWith('0') ? '1' : '0')
    const name = index === 0 ? PARTY : `准噶尔盆地第${index}贸易有限公司`
    return [
      index === 400 ? '' : name, index === 17 ? wrong : code, '阿依古丽', index === 998 ? '2019-02-30' : '2012-06-18', '新疆', index % 2 === 0 ? 'XS1' : 'XS2',
    ]
  })
  return [heading, ...rows]
}

test('from an empty folder to a printed, signed and returned lookup', async ({ office: { page } }, testInfo) => {

  await test.step('the archive is founded; its recovery code is shown once', async () => {
    await page.getByRole('button', { name: archive.start.create }).click()
    await page.getByLabel(archive.create.company).fill(COMPANY)
    await expect(page.getByRole('combobox', { name: archive.create.regulation })).toHaveValue(/^S22 /)
    await page.getByRole('button', { name: common.next }).click()
    await page.getByRole('button', { name: archive.create.addDepartment }).click()
    await page.getByRole('button', { name: archive.create.addDepartment }).click()
    await expect(page.getByLabel(archive.create.code)).toHaveCount(2)
    await page.getByRole('button', { name: common.next }).click()
    for (const [index, person] of PEOPLE.entries()) {
      if (index > 0) await page.getByRole('button', { name: archive.create.addPerson }).click()
      await page.getByLabel(archive.create.person, { exact: true }).nth(index).fill(person.name)
      await page.getByLabel(archive.create.login, { exact: true }).nth(index).fill(person.login)
      await page.getByLabel(archive.create.password, { exact: true }).nth(index).fill(person.password)
      if (index === 0) continue
      // An empty choice of several: its box is the control, the field in it has no width.
      await page.getByRole('combobox', { name: archive.create.roles }).nth(index).click({ force: true })
      for (const role of person.roles) await page.getByRole('option', { name: common.role[role] }).click()
      await page.keyboard.press('Escape')
      if (person !== ARCHIVIST) continue
      const shown = page.getByRole('group', { name: archive.create.shown })
      await shown.getByRole('combobox', { name: qualifications.degreeLabel }).click()
      await page.getByRole('option', { name: qualifications.degree.college }).click()
      await shown.getByLabel(archive.create.examinedOn).fill('2025-03-18')
      await page.keyboard.press('Tab')
      await shown.getByLabel(qualifications.score).fill('86')
    }
    await page.getByRole('button', { name: common.next }).click()
    await expect(page.getByText(archive.create.summary(4, 2))).toBeVisible()
    await page.getByRole('button', { name: archive.create.action }).click()

    const code = page.getByLabel(archive.code.title)
    await expect(code).toHaveText(/^[0-9A-Z]{4,}(-[0-9A-Z]{4,})+$/)
    const words = await code.innerText()
    await expect(page.getByRole('button', { name: archive.code.goOn })).toBeDisabled()
    await page.getByLabel(archive.code.written).check()
    await page.getByRole('button', { name: archive.code.goOn }).click()
    await signIn(page, ADMINISTRATOR.login, ADMINISTRATOR.password)
    await expect(page.locator('body')).not.toContainText(words)
  })

  await test.step('the salesperson is put into a department', async () => {
    await follow(page, 'people')
    await page.getByRole('row', { name: SALESPERSON.name }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: people.department }).click()
    await page.getByRole('option', { name: '销售一部' }).click()
    await dialog.getByLabel(people.phone).fill('8062')
    await dialog.getByRole('button', { name: common.save }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row', { name: SALESPERSON.name })).toContainText('销售一部')
  })

  await test.step('a GB18030 table: 997 rows are taken, three are named; as XLSX the same rows are known', async () => {
    const rows = table()
    await follow(page, 'parties')
    await page.getByRole('link', { name: parties.list.import }).or(page.getByRole('button', { name: parties.list.import })).first().click()
    await page.locator('input[type=file]').setInputFiles({
      name: '客户名单.csv', mimeType: 'text/csv', buffer: encodeGb18030(rows.map((row) => row.join(',')).join('\r\n')),
    })
    await expect(page.getByText('GB18030')).toBeVisible()
    const refused = page.getByRole('table').filter({ hasText: parties.imports.refusedReason })
    await expect(refused.locator('tbody tr')).toHaveCount(Object.keys(BAD).length)
    for (const [row, reason] of [[19, 'code-wrong-check-character'], [402, 'name-missing'], [1000, 'date-impossible']] as const) {
      await expect(refused.locator('tbody tr').filter({ has: page.getByRole('cell', { name: String(row), exact: true }) })).toContainText(parties.refusal[reason])
    }
    await page.getByRole('button', { name: parties.imports.start('997') }).click()
    await expect(page.getByRole('status').filter({ hasText: parties.imports.finished })).toBeVisible({ timeout: 60_000 })
    await expect(counted(page, parties.imports.added)).toHaveText('997')
    await expect(counted(page, parties.imports.refused)).toHaveText('3')

    await page.getByRole('button', { name: parties.imports.again }).click()
    const sheet = rows.slice(0, 60).map((row) => row.map((value) => ({ value, type: String })))
    sheet.push(['塔里木棉业有限责任公司', creditCode(5001), '买买提', '2015-03-02', '新疆', 'XS1'].map((value) => ({ value, type: String })))
    await page.locator('input[type=file]').setInputFiles({
      name: '客户名单.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await xlsx(sheet),
    })
    await page.getByRole('button', { name: parties.imports.start('1') }).click()
    await expect(counted(page, parties.imports.added)).toHaveText('1')
    await expect(counted(page, parties.imports.unchanged)).toHaveText('58')
    await page.getByRole('link', { name: parties.imports.toList }).click()
    await expect(page.getByText(parties.list.count('998'))).toBeVisible()
  })

  let number = ''
  await test.step('a credit dossier is opened', async () => {
    await page.getByRole('textbox', { name: parties.list.filter }).fill('ylhg')
    await page.getByRole('row', { name: PARTY }).click()
    await page.getByRole('button', { name: parties.dossiers.open, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('combobox', { name: parties.dossiers.department })).toHaveValue(/销售一部/)
    await dialog.getByRole('button', { name: parties.dossiers.confirm }).click()
    await expect(page.getByRole('heading', { level: 1, name: PARTY })).toBeVisible()
    const shown = page.getByRole('main').getByText(/^XY-XS1-\d{4}-0001$/).first()
    number = await shown.innerText()
  })

  await test.step('scans come by the file dialog and by drag and drop, and are read', async () => {
    await page.getByRole('button', { name: dossiers.page.addFile }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles([pdf('营业执照.pdf', 'Business licence', 2), photo('现场照片.jpg', 'ON SITE')])
    await expect(dialog.getByText(dossiers.add.ready)).toHaveCount(2)
    const entries = dialog.getByRole('region')
    // The file's name tells which line of the catalogue it belongs to.
    await expect(entries.nth(0).getByRole('combobox', { name: dossiers.add.item })).toHaveValue(/营业执照/)
    await entries.nth(1).getByLabel(dossiers.add.fileTitle).fill('厂区现场照片')
    await expect(entries.nth(0).getByLabel(dossiers.add.pages)).toHaveValue('2')
    await dialog.getByRole('button', { name: dossiers.add.submitMany(2) }).click()
    await expect(dialog).toBeHidden()

    await dropOn(page, page.locator('[data-item]').filter({ hasText: dossiers.catalogue.supply }).first(), tiff('对账单.tif', 3))
    await expect(dialog.getByText(dossiers.add.ready)).toBeVisible()
    await expect(dialog.getByLabel(dossiers.add.pages)).toHaveValue('3')
    await dialog.getByLabel(dossiers.add.fileTitle).fill('三页扫描')
    await dialog.getByRole('button', { name: dossiers.add.submit, exact: true }).click()
    await expect(dialog).toBeHidden()

    const catalogue = page.getByRole('table', { name: dossiers.catalogue.title })
    const viewer = page.getByRole('region', { name: dossiers.viewer.label })
    for (const [title, pages] of [['营业执照', 2], ['厂区现场照片', 1], ['三页扫描', 3]] as const) {
      await catalogue.getByRole('button', { name: title }).first().click()
      await expect(viewer.getByRole('heading', { name: title })).toBeVisible()
      await expect(viewer.getByText(dossiers.viewer.matches)).toBeVisible()
      await expect.poll(async () => await inkOf(viewer.getByRole('img', { name: dossiers.viewer.pageLabel(1), exact: true }))).toBeGreaterThan(0.001)
      if (pages > 1) await expect(viewer.getByText(dossiers.viewer.page(1, pages))).toBeVisible()
    }
    await viewer.getByRole('button', { name: dossiers.viewer.next }).click()
    await expect(viewer.getByText(dossiers.viewer.page(2, 3))).toBeVisible()
    await signOut(page, ADMINISTRATOR.name)
  })

  await test.step('the folder is shelved, dragged to another drawer, and back by undo', async () => {
    await signIn(page, ARCHIVIST.login, ARCHIVIST.password)
    await follow(page, 'cabinet')
    await page.getByRole('button', { name: cabinet.arrange }).click()
    await page.getByRole('menuitem', { name: cabinet.addCabinet }).click()
    await page.getByRole('dialog').getByLabel(cabinet.cabinetLabel).fill('2026 销售一部')
    await page.getByRole('dialog').getByRole('button', { name: common.add }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByText(cabinet.counts('3', '15', '0'))).toBeVisible()

    const tray = page.getByRole('region', { name: cabinet.trayLabel(1) })
    await drag(page, tray.getByRole('option').first(), page.locator('[data-drawer-id]').nth(2))
    await expect(page.getByText(/已放到 档案室 · 01 柜 3 屉 1 位/).first()).toBeVisible()
    await expect(tray).toBeHidden()
    const folder = page.getByRole('option', { name: PARTY })
    await expect(folder).toBeVisible()

    await drag(page, folder, page.locator('[data-drawer-id]').nth(4))
    await expect(page.getByText(/已放到 档案室 · 01 柜 5 屉 1 位/).first()).toBeVisible()
    await page.getByRole('button', { name: cabinet.undo, exact: true }).click()
    await expect(page.getByText(/已撤销：.*01 柜 3 屉 1 位/).first()).toBeVisible()
    await expect(page.getByRole('listbox', { name: cabinet.drawerLabel(cabinet.drawerTitle('01', 3)) })).toBeVisible()
  })

  let slip = ''
  await test.step('a slip for a colleague, signed on the spot, handed out', async () => {
    await follow(page, 'lookups')
    await page.getByRole('button', { name: lookups.action.create }).first().click()
    const dialog = page.getByRole('dialog')
    await choose(page, dialog.getByRole('combobox', { name: lookups.create.applicant }), SALESPERSON.name)
    await dialog.getByLabel(lookups.create.party).fill('ylhg')
    await page.getByRole('option', { name: PARTY }).click()
    await expect(dialog.getByRole('checkbox', { name: number })).toBeChecked()
    await dialog.getByLabel(lookups.create.purpose).fill('核对年度授信额度')
    await dialog.getByRole('button', { name: lookups.create.submit }).click()
    await expect(dialog).toBeHidden()

    slip = /CX-\d{4}-\d{4}/.exec(await page.getByRole('article').innerText())![0]
    await page.getByLabel(lookups.sign.passwordOf(DIRECTOR.name)).fill(DIRECTOR.password)
    await page.getByRole('button', { name: lookups.sign.agree }).click()
    await expect(page.getByRole('article')).toContainText(DIRECTOR.name)
    await expect(page.getByRole('article')).toContainText(lookups.slip.onSpot)
    await page.getByRole('button', { name: lookups.action.handOut }).last().click()
    await dialog.getByRole('checkbox', { name: lookups.handOut.counted }).check()
    await dialog.getByRole('button', { name: lookups.handOut.confirm }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('article')).toContainText(SALESPERSON.name)
  })

  await test.step('the slip prints as one A4 sheet of two halves, with its audit head', async () => {
    await page.getByRole('article').locator('xpath=..').getByRole('link', { name: lookups.action.print }).click()
    const button = page.getByRole('button', { name: print.preview.print, exact: true })
    await page.evaluate(() => { window.print = () => undefined })
    await button.click()
    await expect(page.getByText(print.preview.printed(1))).toBeVisible()
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const sheets = await readPdf(bytes)
    // For the eye: the sheet and its picture lie with the results.
    writeFileSync(testInfo.outputPath('lookup-slip.pdf'), bytes)
    writeFileSync(testInfo.outputPath('lookup-slip.png'), await drawPdf(bytes))
    expect(sheets).toHaveLength(1)
    const [sheet] = sheets
    expect(isA4(sheet!), `${sheet!.width} × ${sheet!.height}`).toBe(true)
    for (const words of [`${slip}-1`, `${slip}-2`, '第一联', '第二联', SALESPERSON.name, PARTY, number, DIRECTOR.name, COMPANY]) expect(sheet!.text).toContain(words)
    expect(sheet!.text).toMatch(/审计链#\d+[0-9A-F]{4}-[0-9A-F]{4}/)
    expect(sheet!.text.match(/核对年度授信额度/gu)).toHaveLength(2)
    await page.getByRole('button', { name: print.preview.back }).click()
  })

  await test.step('the folder comes back', async () => {
    await page.getByRole('button', { name: lookups.action.takeBack, exact: true }).last().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: lookups.handOut.counted }).check()
    await dialog.getByRole('button', { name: lookups.takeBack.confirm }).click()
    await expect(page.getByText(lookups.takeBack.done('01-3-1'))).toBeVisible()
    await follow(page, 'register')
    await expect(page.getByRole('row', { name: new RegExp(`${number}.*${ARCHIVIST.name}`) })).toBeVisible()
    await signOut(page, ARCHIVIST.name)
  })

  await test.step('the log shows every step; the archive verifies clean and is backed up', async () => {
    await signIn(page, ADMINISTRATOR.login, ADMINISTRATOR.password)
    await follow(page, 'audit')
    const { method } = zhCN.audit
    const steps = [
      'archive.create', 'people.change', 'parties.import', 'dossiers.open', 'documents.add', 'attachments.view', 'cabinet.addCabinet',
      'cabinet.place', 'cabinet.undoMove', 'lookups.create', 'lookups.sign', 'lookups.handOut', 'prints.record', 'lookups.takeBack',
    ] as const
    const log = page.getByRole('table', { name: zhCN.audit.table }).or(page.getByRole('grid', { name: zhCN.audit.table }))
    const filter = page.getByRole('combobox', { name: zhCN.audit.filter.anyMethod }).or(page.getByPlaceholder(zhCN.audit.filter.anyMethod)).first()
    for (const step of steps) {
      await filter.click()
      await page.getByRole('option', { name: method[step], exact: true }).click()
      await expect(log.getByRole('row').filter({ hasText: method[step] }).first()).toBeVisible()
    }
    await follow(page, 'settings')
    await page.getByRole('button', { name: archive.settings.verifyNow }).click()
    await expect(page.getByText(archive.settings.clean)).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: archive.settings.backupNow }).click()
    await expect(page.getByText(/含附件 3 件，已核对/)).toBeVisible({ timeout: 30_000 })
  })
})

const counted = (page: Page, label: string) => page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) }).locator('dd')

async function xlsx(rows: { value: string; type: StringConstructor }[][]): Promise<Buffer> {
  return await writeXlsxFile(rows).toBuffer()
}

/** Types into a searchable choice and takes the one option that fits. */
async function choose(page: Page, box: Locator, option: string | RegExp): Promise<void> {
  await box.click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Drags with the mouse as a person does: press, move in steps, rest, let go. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await atRest(from)
  const end = await atRest(to)
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(start.x + start.width / 2 + 12, start.y + start.height / 2 + 12, { steps: 3 })
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 10 })
  await page.mouse.up()
}

/** Where an element is once it has stopped moving: a drawer comes forward, folders are leafed. */
async function atRest(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  let before = ''
  await expect(async () => {
    const now = JSON.stringify(await target.boundingBox())
    const isSame = now === before
    before = now
    expect(isSame && now !== 'null').toBe(true)
  }).toPass({ intervals: [200], timeout: 15_000 })
  return JSON.parse(before) as { x: number; y: number; width: number; height: number }
}

/** Drops a file on an element, as from the system's own window. */
async function dropOn(page: Page, target: Locator, file: Paper): Promise<void> {
  const transfer = await page.evaluateHandle(({ name, mimeType, data }) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const all = new DataTransfer()
    all.items.add(new File([bytes], name, { type: mimeType }))
    return all
  }, { name: file.name, mimeType: file.mimeType, data: file.buffer.toString('base64') })
  for (const event of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer: transfer })
}

/** The share of dark pixels on a page's canvas: nothing drawn yet is none. */
async function inkOf(sheet: Locator): Promise<number> {
  return await sheet.evaluate((element) => {
    const canvas = element.querySelector('canvas')
    const context = canvas?.getContext('2d')
    if (!canvas || !context || canvas.width === 0) return 0
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 100 && data[at + 3]! > 200) dark += 1
    return dark / (data.length / 4)
  })
}
