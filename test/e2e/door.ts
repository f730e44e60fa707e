import { test as base, expect, type Page } from '@playwright/test'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import type { Input, MethodName, Output } from '../../src/shared/contract/index.ts'
import type { Loopback } from '../../src/main/loopback.ts'
import { samplePassword, SAMPLE_PEOPLE, type SampleLogin } from '../../src/main/archive/sample/people.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'out')

/** The built browser door over a folder, as `npm start` opens it. */
export async function openDoor(folder: string, clock: { now(): Date } = { now: () => new Date() }): Promise<Loopback> {
  const { openLoopback, loadPresets } = (await import(join(out, 'main/loopback.js'))) as typeof import('../../src/main/loopback.ts')
  return await openLoopback({
    folder,
    clock,
    presets: loadPresets(join(root, 'resources/regulations')),
    workerUrl: new URL(`file://${join(out, 'main/worker.js')}`),
    rendererFolder: join(out, 'renderer'),
    resourcesFolder: join(root, 'resources'),
    log: (line) => console.error(line),
  })
}

export type Office = {
  door: Loopback
  folder: string
  page: Page
  /** Another window of its own, with its own session, let in by a fresh one-time address. */
  newWindow: () => Promise<Page>
  /** The archive's clock goes on by so many days; sessions of before are over. */
  later: (days: number) => void
}

/** Collects what goes wrong in a page without the person being told: errors, and resources that did not arrive. */
function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`)
  })
}

type Fixtures = { office: Office; sampleOffice: Office }
type Options = {
  /** The folder holding this worker's sample archive; every test gets a copy. */
  sampleFolder: string
}

export const test = base.extend<Fixtures, Options>({
  sampleFolder: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern.
    async ({}, use) => {
      const home = mkdtempSync(join(tmpdir(), 'juanzong-sample-'))
      const folder = join(home, 'archive')
      execFileSync(process.execPath, [join(root, 'src/main/cli.ts'), 'sample', '--archive', folder], { stdio: ['ignore', 'ignore', 'inherit'] })
      await use(folder)
      rmSync(home, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  /** A page in a fresh door over an empty folder. Faults of the page fail the test. */
  office: async ({ page }, use) => {
    await withOffice(page, () => undefined, use)
  },
  /** The same over a copy of the sample archive. */
  sampleOffice: async ({ page, sampleFolder }, use) => {
    await withOffice(page, (folder) => cpSync(sampleFolder, folder, { recursive: true }), use)
  },
})

async function withOffice(page: Page, prepare: (folder: string) => void, use: (office: Office) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'juanzong-e2e-'))
  const folder = join(home, 'archive')
  prepare(folder)
  let ahead = 0
  const door = await openDoor(folder, { now: () => new Date(Date.now() + ahead * 86_400_000) })
  const faults: string[] = []
  watch(page, faults)
  await page.goto(door.address)
  const others: Page[] = []
  const newWindow = async () => {
    const browser = page.context().browser()
    if (!browser) throw new Error('no browser')
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
    const other = await context.newPage()
    watch(other, faults)
    await other.goto(door.newAddress())
    others.push(other)
    return other
  }
  await use({ door, folder, page, newWindow, later: (days) => { ahead += days } })
  // What a page still asks for while its door closes is no fault of the page.
  const found = [...faults]
  for (const other of others) await other.context().close()
  await page.close()
  await door.close()
  rmSync(home, { recursive: true, force: true })
  expect(found, 'faults in the page').toEqual([])
}

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  const { signIn: words } = zhCN.archive
  await page.getByLabel(words.login, { exact: true }).fill(login)
  await page.getByLabel(words.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: words.action, exact: true }).click()
  await expect(page.getByRole('navigation', { name: zhCN.common.navigation.label })).toBeVisible()
}

export const sampleName = (login: SampleLogin): string => SAMPLE_PEOPLE.find((person) => person.login === login)!.name

/** Signs one of the sample's people in. */
export const signInSample = (page: Page, login: SampleLogin): Promise<void> => signIn(page, login, samplePassword(login))

/** Goes to a page by its address inside the program, as a followed link does. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash }, `#${path}`)
}

/** Opens a page by its entry in the side navigation. */
export async function follow(page: Page, name: keyof typeof zhCN.common.page): Promise<void> {
  const word = zhCN.common.page[name]
  const entry = page.getByRole('navigation', { name: zhCN.common.navigation.label }).getByRole('listitem').getByRole('link', { name: word })
  await entry.click()
  await expect(entry).toHaveAttribute('aria-current', 'page')
}

/** Signs out by the menu of the person at the top right. */
export async function signOut(page: Page, personName: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: personName }).click()
  await page.getByRole('menuitem', { name: zhCN.common.signOut }).click()
  await expect(page.getByLabel(zhCN.archive.signIn.login, { exact: true })).toBeVisible()
}

/** Asks the door as the person signed in on the page does: to prepare what a test is not about, and to know what it works on. */
export async function ask<Name extends MethodName>(page: Page, method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await page.evaluate(async (body) => {
    const response = await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    return (await response.json()) as { ok: boolean; value: unknown; error?: { code: string } }
  }, { method, input })
  if (!answer.ok) throw new Error(`${method}: ${answer.error?.code}`)
  return answer.value as Output<Name>
}

/** The first dossier, of those given, with a document that has exactly one scan, and that document's title. */
export async function findScan(page: Page, dossierIds: readonly number[]): Promise<{ dossier: Output<'dossiers.get'>; scan: string }> {
  for (const id of dossierIds) {
    const dossier = await ask(page, 'dossiers.get', { id })
    const documents = dossier.catalogue.flatMap(({ items }) => items).flatMap((item) => item.documents)
    const scanned = documents.find(({ attachments }) => attachments.length === 1)
    if (scanned) return { dossier, scan: scanned.title }
  }
  throw new Error('no dossier has a scan')
}

/** A code as a scanner types it: all keys at once, Enter at the end. */
export const scan = (page: Page, code: string): Promise<unknown> => Promise.all([...code, 'Enter'].map((key) => page.keyboard.press(key)))

export { expect }
