import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, goTo, scan, signInSample, test } from './door.ts'

// A room counted twice with a scanner, and every kind of thing that a count can find.
const { stocktakes: words, incidents, lookups } = zhCN
const folder = join(import.meta.dirname, '../../test-results/stocktake')

type Row = readonly [drawer: string, codes: readonly string[]]

async function count(page: Page, rows: readonly Row[]): Promise<void> {
  await expect(page.getByLabel(words.count.field)).toBeFocused()
  for (const [drawer, codes] of rows) {
    await scan(page, drawer)
    for (const code of codes) await scan(page, code)
  }
  const total = rows.reduce((sum, [, codes]) => sum + codes.length, 0)
  const scanned = async () => (await ask(page, 'stocktakes.get', { id: idOf(page) })).counted.reduce((sum, one) => sum + (one.first ?? 0) + (one.second ?? 0), 0)
  await expect.poll(scanned).toBe(total)
}

const idOf = (page: Page): number => Number(/stocktakes\/(\d+)/.exec(page.url())?.[1])

/** Ends a count by its button, and says so once more in the dialog. */
async function finish(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function resolve(page: Page, code: string, way: keyof typeof words.resolution, remarks: string | null = null): Promise<void> {
  await page.getByRole('button', { name: `${words.action.resolve} ${code}`, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: words.resolution[way], exact: true }).click()
  if (remarks !== null) await dialog.getByRole('textbox', { name: /缘由|说明/u }).fill(remarks)
  await dialog.getByRole('button', { name: words.finding.confirm, exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: `${words.action.resolve} ${code}`, exact: true })).toHaveCount(0)
}

test('a stocktake with each kind of finding, the second count blind', async ({ sampleOffice: { page, newWindow } }) => {
  mkdirSync(folder, { recursive: true })
  const voided = await voidedNumber(await newWindow())
  await signInSample(page, 'zhoumin')
  const roomId = (await ask(page, 'cabinet.rooms', {}))[0]!.id
  const cabinets = await ask(page, 'cabinet.room', { roomId })
  const drawers = await Promise.all(cabinets.filter(({ code }) => code === '01' || code === '02').flatMap((cabinet) => cabinet.drawers).map(({ id }) => ask(page, 'cabinet.drawer', { drawerId: id })))
  const full = drawers.filter(({ folders }) => folders.length > 0)
  const label = (drawerId: number) => {
    const { cabinetCode, no } = full.find(({ id }) => id === drawerId)!
    return `R${roomId}-${cabinetCode}-${no}`
  }
  const big = full.toSorted((a, b) => b.folders.length - a.folders.length)[0]!
  const standing = big.folders.filter(({ state }) => state === 'in')
  const [missing, astray, forgotten, reported] = [standing[1]!, standing[3]!, standing[5]!, standing[7]!]
  const lent = full.flatMap(({ id, folders }) => folders.filter(({ state }) => state === 'lent' || state === 'overdue').map((one) => ({ ...one, drawerId: id })))[0]!
  await ask(page, 'cabinet.reportMissing', { dossierId: reported.dossierId, remarks: '上月未见' })

  const id = await test.step('the count is opened over the drawers', async () => {
    const opened = await ask(page, 'stocktakes.open', { drawerIds: full.map((drawer) => drawer.id) })
    await goTo(page, `/stocktakes/${opened.id}`)
    await expect(page.getByRole('heading', { level: 1, name: opened.number })).toBeVisible()
    return opened.id
  })
  const other = full.find((drawer) => drawer.id !== big.id)!
  const seen = (isSecond: boolean): Row[] => full.map((drawer): Row => {
    let codes = drawer.folders.filter(({ state }) => state === 'in').map(({ number }) => number).filter((number) => number !== missing.number && number !== reported.number)
    if (drawer.id === big.id) {
      // The first folder of the row stands at its end; one is in another drawer, one is overlooked the second time.
      codes = [...codes.filter((number) => number !== astray.number).slice(1), codes[0]!, 'JH-2019-0031', voided]
      if (isSecond) codes = codes.filter((number) => number !== forgotten.number)
    }
    if (drawer.id === other.id) codes = [...codes, astray.number]
    if (drawer.id === big.id) codes = [...codes, reported.number]
    if (drawer.id === lent.drawerId) codes = [...codes, lent.number]
    return [label(drawer.id), codes]
  })

  await test.step('the first count, by scanner', async () => {
    await count(page, seen(false))
    await page.screenshot({ path: join(folder, 'first-count.png') })
    await finish(page, words.action.finishFirst)
    await expect(page.getByText(words.count.blindWaitingMine)).toBeVisible()
  })

  const second = await newWindow()
  await test.step('the second person finds it among what is to do, and is led by nothing', async () => {
    await signInSample(second, 'shenqiushi')
    await second.getByRole('link', { name: new RegExp(`^${zhCN.home.action.count} .*PD-`, 'u') }).first().click()
    await goTo(second, `/stocktakes/${id}`)
    await second.getByRole('button', { name: words.action.beginSecond }).click()
    await expect(second.getByText(words.count.blindHint)).toBeVisible()
    await count(second, seen(true))
    await expect(second.getByText(words.verdict.inPlace)).toHaveCount(0)
    await second.screenshot({ path: join(folder, 'second-count.png') })
    await finish(second, words.action.finishSecond)
  })

  await test.step('each kind of finding, and what is done about it', async () => {
    await page.reload()
    await expect(page.getByRole('grid', { name: words.finding.title })).toBeVisible()
    const { byKind } = await ask(page, 'stocktakes.get', { id })
    expect(byKind.map(({ kind }) => kind).toSorted()).toEqual(['disputed', 'goneFound', 'lentFound', 'misplaced', 'missing', 'missingFound', 'outOfOrder', 'unknown'])
    await page.screenshot({ path: join(folder, 'findings.png') })
    const { rows } = await ask(page, 'stocktakes.findings', { id, limit: 100 })
    const codeOf = (kind: (typeof rows)[number]['kind']) => rows.find((row) => row.kind === kind)!.code
    expect([codeOf('missing'), codeOf('misplaced'), codeOf('lentFound'), codeOf('disputed')]).toEqual([missing.number, astray.number, lent.number, forgotten.number])
    await resolve(page, missing.number, 'reportedMissing', '两人两次未见')
    await resolve(page, astray.number, 'movedHere')
    await resolve(page, codeOf('outOfOrder'), 'putBack')
    await resolve(page, 'JH-2019-0031', 'removed')
    await resolve(page, voided, 'removed')
    await resolve(page, lent.number, 'takenBack')
    await resolve(page, reported.number, 'found')
    await resolve(page, forgotten.number, 'seenInPlace')
    await expect(page.getByText(words.finding.left(0)).first()).toBeVisible()
  })

  await test.step('both sign, the second at the first’s desk', async () => {
    await page.getByRole('button', { name: words.action.sign, exact: true }).click()
    await page.getByRole('button', { name: words.action.signSpot, exact: true }).click()
    await page.getByRole('dialog').getByLabel(words.sign.password, { exact: true }).fill('shenqiushi-2026')
    await page.getByRole('dialog').getByRole('button', { name: words.sign.title, exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByText(words.state.closed, { exact: true })).toBeVisible()
    expect((await ask(page, 'cabinet.folder', { dossierId: missing.dossierId })).state).toBe('missing')
    expect((await ask(page, 'cabinet.folder', { dossierId: astray.dossierId })).place).toMatchObject({ drawerId: other.id })
    expect((await ask(page, 'cabinet.folder', { dossierId: lent.dossierId })).state).toBe('in')
  })

  await test.step('the missing folder’s incident names who answered for it', async () => {
    await page.getByRole('radiogroup', { name: words.finding.title }).getByText(words.finding.all, { exact: true }).click()
    await page.getByRole('link', { name: words.finding.incident }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(missing.number)).toBeVisible()
    await expect(dialog.getByRole('region', { name: incidents.open.people }).getByRole('listitem')).not.toHaveCount(0)
    await dialog.getByLabel(incidents.open.what).fill('盘点两次未见')
    await dialog.getByRole('button', { name: incidents.open.confirm, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^SG-/u })).toBeVisible()
    await expect(page.getByRole('link', { name: /^PD-/u })).toBeVisible()
    await page.screenshot({ path: join(folder, 'incident.png') })
  })

  await test.step('one scan from any page: a lent folder comes back, pages first', async () => {
    const { out } = await ask(page, 'lookups.desk', {})
    const back = out.find((row) => row.dossierNumber !== null && row.dossierCount === 1)!
    await goTo(page, '/register')
    await expect(page.getByRole('heading', { level: 1, name: lookups.register.title })).toBeVisible()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await scan(page, back.dossierNumber!)
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(lookups.takeBack.title(back.number))).toBeVisible()
    await expect(dialog.locator('input[data-pages]')).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    expect((await ask(page, 'lookups.get', { id: back.id })).state).toBe('returned')
  })
})

/** The number of a dossier opened by mistake and voided. */
async function voidedNumber(page: Page): Promise<string> {
  await signInSample(page, 'chenliqun')
  const { id: partyId } = await ask(page, 'parties.add', { kind: 'customer', name: '误立试验有限公司', creditCode: null })
  const { id, number } = await ask(page, 'dossiers.open', { partyId, departmentId: (await ask(page, 'people.departments', {}))[0]!.id, level: 'internal', remarks: null })
  await ask(page, 'dossiers.void', { id, reason: '误立' })
  return number
}
