import type { Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, findScan, goTo, sampleName, signInSample, signOut, test } from './door.ts'

const { archive, dossiers, lookups, print } = zhCN

// For the eye, beside what is asserted here.
const folder = join(import.meta.dirname, '../../test-results/screens')
/** What runs over its edge does so in either light: the small screen light, the large one dark. */
const SIZES = [{ width: 1366, height: 768, colorScheme: 'light' }, { width: 1920, height: 1080, colorScheme: 'dark' }] as const

/** The longest name that a real register has given, and then some. */
const LONG_NAME = '新疆维吾尔自治区伊犁哈萨克自治州奎屯市农业生产资料与农副产品仓储物流配送供应链管理集团有限责任公司霍尔果斯分公司'

/** Shoots what is shown at each size; answers what runs over its edge or is cut. */
async function shoot(page: Page, name: string): Promise<string[]> {
  const faults: string[] = []
  for (const { width, height, colorScheme } of SIZES) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('[aria-busy=true], .mantine-Skeleton-root')).toHaveCount(0)
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), animations: 'disabled', timeout: 60_000 })
    faults.push(...(await page.evaluate(cutText)).map((fault) => `${name} at ${width}: ${fault}`))
  }
  return faults
}

/**
 * In the page. A page wider than its window; words cut without the three dots that say so; and words that must stand whole
 * cut at all: what is pressed, headings, heads of columns. A name that is cut with dots must be told whole by its title.
 */
function cutText(): string[] {
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) faults.push(`wider than the window by ${root.scrollWidth - root.clientWidth}`)
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('').trim()
    if (words === '' || element.clientWidth <= 1 || element.offsetParent === null || element.closest('.visually-hidden, [aria-hidden=true], input')) continue
    const style = getComputedStyle(element)
    if (element.scrollWidth <= element.clientWidth + 1 || !/hidden|clip/u.test(style.overflowX)) continue
    const isDotted = style.textOverflow === 'ellipsis'
    const mustStand = element.closest('button, th, label, legend, h2, h3, nav a') !== null && element.closest('[title], [role=option]') === null
    if (!isDotted || mustStand) faults.push(`cut: ${element.tagName.toLowerCase()} “${words.slice(0, 40)}”`)
  }
  return faults
}

test.use({ reducedMotion: 'reduce' })

test('the first run at every size', async ({ office: { page } }) => {
  mkdirSync(folder, { recursive: true })
  await expect(page.getByRole('button', { name: archive.start.create })).toBeVisible()
  const faults = await shoot(page, 'start')
  await page.getByRole('button', { name: archive.start.create }).click()
  faults.push(...(await shoot(page, 'create')))
  expect(faults).toEqual([])
})

test('every page at every size, also with a very long name', async ({ sampleOffice: { page } }) => {
  mkdirSync(folder, { recursive: true })
  const faults = await shoot(page, 'sign-in')
  await signInSample(page, 'wutong')
  const { id: partyId } = await ask(page, 'parties.add', { kind: 'both', name: LONG_NAME, creditCode: null })
  const { id: longId } = await ask(page, 'dossiers.open', { partyId, departmentId: (await ask(page, 'people.departments', {}))[0]!.id, level: 'internal', remarks: null })
  await signOut(page, sampleName('wutong'))

  await signInSample(page, 'zhoumin')
  const desk = await ask(page, 'lookups.desk', {})
  const { rows } = await ask(page, 'dossiers.list', { limit: 20 })
  const contractId = (await ask(page, 'contracts.ledger', { state: 'performed', limit: 1 })).rows[0]!.id
  const { dossier, scan } = await findScan(page, rows.map(({ id }) => id))
  for (const [name, path] of [
    ['home', '/'], ['cabinet', '/cabinet'], ['cabinet-list', '/cabinet?view=list'], ['parties', '/parties'], ['party-long', `/parties/${partyId}`],
    ['dossiers', '/dossiers'], ['dossier-long', `/dossiers/${longId}`], ['dossier', `/dossiers/${dossier.id}`], ['lookups', '/lookups'], ['register', '/register'],
    ['shelving', '/shelving'], ['stocktakes', '/stocktakes'], ['stocktake', '/stocktakes/1'], ['stocktake-waiting', '/stocktakes/2'], ['incidents', '/incidents'],
    ['incident', '/incidents/2'], ['disposal-due', '/disposal'], ['disposal-case', '/disposal/2'], ['disposal-done', '/disposal/1'], ['disposal-stubs', '/disposal?tab=stubs'], ['disposal-holds', '/disposal?tab=holds'], ['incident-long', `/incidents?dossier=${longId}&kind=damaged`],
    ['contracts', '/contracts'], ['contract', `/contracts/${contractId}`],
  ] as const) {
    await goTo(page, path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (name === 'dossier') {
      await page.getByRole('table', { name: dossiers.catalogue.title }).getByRole('button', { name: scan, exact: true }).first().click()
      await expect(page.getByRole('region', { name: dossiers.viewer.label }).getByText(dossiers.viewer.matches)).toBeVisible()
    }
    faults.push(...(await shoot(page, name)))
  }
  await goTo(page, `/lookups?new=${longId}`)
  await expect(page.getByRole('dialog').getByText(lookups.create.title)).toBeVisible()
  faults.push(...(await shoot(page, 'new-slip')))
  await goTo(page, `/print/slip/${desk.out[0]!.id}`)
  await expect(page.getByRole('button', { name: print.preview.print, exact: true })).toBeEnabled()
  faults.push(...(await shoot(page, 'print-slip')))
  await goTo(page, '/')
  await signOut(page, sampleName('zhoumin'))

  await signInSample(page, 'tangxi')
  for (const name of ['audit', 'people', 'settings']) {
    await goTo(page, `/${name}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    faults.push(...(await shoot(page, name)))
  }
  expect(faults).toEqual([])
})

test('the pages of the regulation, of custody and of credit, also with a very long name', async ({ sampleOffice: { page } }) => {
  mkdirSync(folder, { recursive: true })
  const faults: string[] = []
  const look = async (pages: readonly (readonly [string, string])[]) => {
    for (const [name, path] of pages) {
      await goTo(page, path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      faults.push(...(await shoot(page, name)))
    }
  }
  await signInSample(page, 'wutong')
  const { id: longId } = await ask(page, 'parties.add', { kind: 'both', name: LONG_NAME, creditCode: null })
  await look([['new-transfer', '/transfers/new']])
  await signOut(page, sampleName('wutong'))

  await signInSample(page, 'guhuaiyuan')
  const transfer = (await ask(page, 'transfers.list', { limit: 1 })).rows[0]!
  await look([
    ['regulation', '/regulations'], ['compare', '/regulations/compare?left=preset%3AS22&right=preset%3AS01'], ['edit', '/regulations/edit?from=preset%3AS22'], ['versions', '/regulations/versions'],
    ['qualifications', '/qualifications'], ['trainings', '/qualifications?tab=trainings'], ['agreements', '/qualifications?tab=agreements'], ['clearances', '/qualifications?tab=clearances'],
    ['transfers', '/transfers'], ['transfer', `/transfers/${transfer.id}`], ['checks', '/checks'],
  ])
  await goTo(page, '/')
  await signOut(page, sampleName('guhuaiyuan'))

  await signInSample(page, 'chenliqun')
  const warned = (await ask(page, 'warnings.list', { limit: 1 })).rows[0]!
  const supplier = (await ask(page, 'parties.list', { kind: 'supplier', limit: 1 })).rows[0]!
  await look([
    ['risks', '/risks'], ['warning-rules', '/risks?tab=rules'], ['statements', `/parties/${warned.partyId}/statements`], ['surveys', `/parties/${warned.partyId}/surveys`], ['party-risks', `/parties/${warned.partyId}/risks`], ['deliveries', `/parties/${supplier.id}/deliveries`],
    ['statements-long', `/parties/${longId}/statements`], ['surveys-long', `/parties/${longId}/surveys`], ['party-risks-long', `/parties/${longId}/risks`],
  ])
  expect(faults).toEqual([])
})
