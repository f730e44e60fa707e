import type { Page } from '@playwright/test'
import axeCore from 'axe-core'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { ask, expect, findScan, goTo, signInSample, signOut, sampleName, test } from './door.ts'

const { archive, cabinet, common, contracts, dossiers, fallback, lookups, parties, people, print } = zhCN

declare const axe: { run: (context: unknown, options: unknown) => Promise<{ violations: Violation[] }> }
type Violation = { id: string; nodes: { target: string[]; any: { message: string }[] }[] }

/** Looks at what is shown, in the dark for its contrast alone, and collects every violation under the page's name. */
function inspector(page: Page) {
  const found: string[] = []
  return {
    found,
    look: async (name: string) => {
      // Once a document, not once a look: the program is one document.
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
        await settled(page)
        const violations = await page.evaluate(async (runOnly) => {
          const all = (await axe.run(document, { resultTypes: ['violations'], ...(runOnly && { runOnly }) })).violations
          return all.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`).slice(0, 3).join(' | ')}`)
        }, colorScheme === 'dark' ? ['color-contrast'] : null)
        found.push(...violations.map((violation) => `${name} (${colorScheme}) ${violation}`))
      }
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    },
  }
}

/** Nothing on its way: no skeleton, no spinner, no dialog half open. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true], .mantine-Skeleton-root, .mantine-Loader-root').filter({ visible: true })).toHaveCount(0)
  await page.evaluate(async () => {
    // A change of colours begins its transitions with a later frame, on a busy machine with the one after: three quiet ones in a row.
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
      if (passing.length > 0) quiet = -1
      await Promise.allSettled(passing.map(({ finished }) => finished))
    }
  })
}

const closeDialog = async (page: Page) => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test.use({ reducedMotion: 'reduce', viewport: { width: 1366, height: 768 } })

test('the first run passes axe in both lights, step by step', async ({ office: { page } }) => {
  const { look, found } = inspector(page)
  await expect(page.getByRole('button', { name: archive.start.create })).toBeVisible()
  await look('start')
  await page.getByRole('button', { name: archive.start.restore }).click()
  await look('restore')
  await page.getByRole('button', { name: common.back }).click()
  await page.getByRole('button', { name: archive.start.create }).click()
  await page.getByRole('button', { name: common.next }).click()
  await look('create: company, with a fault')
  await page.getByLabel(archive.create.company).fill('昆仑北麓矿业营销总公司')
  await page.getByRole('button', { name: common.next }).click()
  await page.getByRole('button', { name: archive.create.addDepartment }).click()
  await look('create: departments')
  await page.getByRole('button', { name: common.next }).click()
  await page.getByRole('button', { name: common.next }).click()
  await look('create: people, with faults')
  await page.getByLabel(archive.create.person, { exact: true }).fill('陈立群')
  await page.getByLabel(archive.create.login, { exact: true }).fill('chenliqun')
  await page.getByLabel(archive.create.password, { exact: true }).fill('雪满天山路-41')
  await page.getByRole('button', { name: common.next }).click()
  await look('create: confirm')
  await page.getByRole('button', { name: archive.create.action }).click()
  await expect(page.getByLabel(archive.code.title)).toBeVisible()
  await look('recovery code')
  await page.getByLabel(archive.code.written).check()
  await page.getByRole('button', { name: archive.code.goOn }).click()
  await expect(page.getByLabel(archive.signIn.login, { exact: true })).toBeVisible()
  await look('sign-in')
  await page.getByRole('button', { name: archive.signIn.forgotten }).click()
  await look('forgotten password')
  expect(found).toEqual([])
})

test('the contracts of a department, their card and dialogs pass axe in both lights', async ({ sampleOffice: { page } }) => {
  const { look, found } = inspector(page)
  await signInSample(page, 'wutong')
  const { rows } = await ask(page, 'contracts.ledger', { state: 'performed', limit: 1 })
  await goTo(page, '/contracts')
  await page.getByRole('button', { name: contracts.filter.more }).click()
  await look('contracts: amount and dates')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: contracts.page.open, exact: true }).click()
  await page.getByRole('button', { name: contracts.field.addParty }).click()
  await page.getByRole('dialog').getByRole('button', { name: contracts.dialog.submit, exact: true }).click()
  await look('contract: open, with faults')
  await closeDialog(page)
  await goTo(page, `/contracts/${rows[0]!.id}`)
  await expect(page.getByRole('region', { name: contracts.card.title })).toBeVisible()
  await look('contract')
  for (const name of [contracts.card.record, contracts.card.change]) {
    await page.getByRole('button', { name, exact: true }).click()
    await look(`contract: ${name}`)
    await closeDialog(page)
  }
  expect(found).toEqual([])
})

test('the pages of regulation, people, hand-overs, checks and paper pass axe in both lights', async ({ sampleOffice: { page } }) => {
  const { look, found } = inspector(page)
  const { record, tab } = zhCN.qualifications
  const visit = async (paths: readonly string[]) => {
    for (const path of paths) {
      await goTo(page, path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await look(path)
    }
  }
  await signInSample(page, 'guhuaiyuan')
  await visit([
    ...Object.keys(tab).map((name) => `/qualifications?tab=${name}`), '/regulations', '/regulations/compare?left=preset:S02&right=preset:S22', '/regulations/versions',
    '/regulations/edit', '/transfers', '/transfers/1', '/checks', '/checks/1', '/print/agreement/1', '/print/transfer/1',
  ])
  await goTo(page, '/qualifications')
  await page.getByRole('button', { name: record }).click()
  await look('record evidence')
  await closeDialog(page)
  await signOut(page, sampleName('guhuaiyuan'))
  await signInSample(page, 'zhoumin')
  await visit(['/transfers/new', '/fallback', '/qualifications'])
  expect(found).toEqual([])
})

test('every page and dialog of the archivist passes axe in both lights', async ({ sampleOffice: { page } }) => {
  const { look, found } = inspector(page)
  await expect(page.getByRole('region', { name: archive.signIn.sampleTitle })).toBeVisible()
  await look('sign-in of the sample')
  await signInSample(page, 'zhoumin')
  const ids = await findSubjects(page)
  for (const path of ['/', '/cabinet', '/cabinet?view=list', '/parties', `/parties/${ids.party}`, '/dossiers', '/contracts', '/lookups', '/register', '/shelving', '/stocktakes', '/stocktakes/1', '/stocktakes/2', '/incidents', '/incidents/1', '/incidents/2', '/disposal', '/disposal?tab=cases', '/disposal?tab=stubs', '/disposal?tab=holds', '/disposal/1', '/disposal/2']) {
    await goTo(page, path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(path)
  }

  await goTo(page, `/dossiers/${ids.dossier}`)
  await look('dossier')
  await page.getByRole('table', { name: dossiers.catalogue.title }).getByRole('button', { name: ids.scan, exact: true }).first().click()
  await expect(page.getByRole('region', { name: dossiers.viewer.label }).locator('canvas').first()).toBeVisible()
  await look('dossier with viewer')
  await page.getByRole('button', { name: dossiers.page.more }).click()
  await look('dossier: menu')
  await page.getByRole('menuitem', { name: dossiers.page.change }).click()
  await look('dossier: level and retention')
  await closeDialog(page)

  await goTo(page, '/cabinet')
  await page.getByRole('button', { name: cabinet.arrange }).click()
  await page.getByRole('menuitem', { name: cabinet.addCabinet }).click()
  await look('cabinet: add')
  await closeDialog(page)

  for (const [name, path, step] of [
    ['new slip', `/lookups?new=${ids.dossier}`, lookups.create.title],
    ['hand out', `/lookups/${ids.toHandOut}?do=handOut`, lookups.handOut.hint],
    ['take back', `/lookups/${ids.out}?do=takeBack`, lookups.takeBack.hint],
  ] as const) {
    await goTo(page, path)
    await expect(page.getByRole('dialog').getByText(step)).toBeVisible()
    await look(name)
    await closeDialog(page)
  }
  await page.getByRole('button', { name: lookups.action.scan }).click()
  await look('take back by scanning')
  await closeDialog(page)
  await goTo(page, `/lookups/${ids.toSign}`)
  await expect(page.getByRole('region', { name: lookups.sign.title })).toBeVisible()
  await look('slip to be signed')

  for (const path of [`/print/slip/${ids.out}`, '/print/slip', `/print/cover/${ids.dossier}`, `/print/contents/${ids.dossier}`, `/print/label/${ids.dossier}`, `/print/register/2026-01-01_2026-12-31`, '/print/contractLedger']) {
    await goTo(page, path)
    await expect(page.getByRole('button', { name: print.preview.print, exact: true })).toBeEnabled()
    await look(path)
  }
  await goTo(page, '/')
  await page.getByRole('button', { name: common.lock, exact: true }).click()
  await expect(page.getByRole('dialog', { name: archive.lock.title })).toBeVisible()
  await look('lock')
  await page.getByRole('button', { name: archive.signIn.forgotten }).click()
  await expect(page.getByLabel(archive.recover.code)).toBeVisible()
  await look('forgotten before a locked page')
  expect(found).toEqual([])
})

test('the forms in which papers are keyed in pass axe in both lights', async ({ sampleOffice: { page } }) => {
  const { look, found } = inspector(page)
  await signInSample(page, 'zhoumin')
  const { rows } = await ask(page, 'dossiers.list', { limit: 2 })
  await goTo(page, '/fallback')
  await page.getByRole('button', { name: fallback.action.enter }).click()
  const dialog = page.getByRole('dialog')
  const form = (name: keyof typeof fallback.form) => dialog.getByRole('radiogroup', { name: fallback.enter.form }).getByText(fallback.form[name], { exact: true }).click()
  await look('paper: slip')
  await form('transfer')
  for (const { number } of rows) {
    await dialog.getByLabel(fallback.enter.folder).fill(number)
    await dialog.getByLabel(fallback.enter.folder).press('Enter')
    await expect(dialog.getByRole('group', { name: number })).toBeVisible()
  }
  await look('paper: list')
  await form('incident')
  await dialog.getByLabel(fallback.enterNote.folder).fill(rows[0]!.number)
  await dialog.getByLabel(fallback.enterNote.folder).press('Enter')
  await dialog.getByLabel(fallback.enterNote.happened).fill('2026-11-20')
  await look('paper: note')
  expect(found).toEqual([])
})

test('what others use passes axe in both lights: import, adding documents, audit, people, settings', async ({ sampleOffice: { page } }) => {
  const { look, found } = inspector(page)
  await signInSample(page, 'chenliqun')
  const ids = await findSubjects(page)
  await goTo(page, '/parties/import')
  await expect(page.getByRole('heading', { level: 1, name: parties.imports.title })).toBeVisible()
  await look('import')
  await page.locator('input[type=file]').setInputFiles({ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from('单位名称,成立日期\n天山果业有限公司,2011-05-06\n,2012-01-01\n') })
  await expect(page.getByRole('button', { name: parties.imports.start('1') })).toBeVisible()
  await look('import: preview')
  await goTo(page, '/parties/new')
  await expect(page.getByRole('heading', { level: 1, name: parties.party.addTitle })).toBeVisible()
  await look('new party')
  await goTo(page, `/parties/${ids.party}`)
  await page.getByRole('button', { name: parties.grade.change }).or(page.getByRole('button', { name: parties.grade.set })).first().click()
  await look('party: grade')
  await closeDialog(page)
  await goTo(page, `/dossiers/${ids.dossier}`)
  await page.getByRole('button', { name: dossiers.page.addFile }).click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: '说明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') })
  await expect(page.getByRole('dialog').getByText('说明.pdf')).toBeVisible()
  await look('dossier: add documents')
  await closeDialog(page)
  await signOut(page, sampleName('chenliqun'))

  await signInSample(page, 'tangxi')
  for (const path of ['/', '/audit', '/people', '/settings', '/print/auditHead']) {
    await goTo(page, path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(path)
  }
  await goTo(page, '/audit')
  await page.getByRole('row').nth(2).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('audit entry')
  await closeDialog(page)
  await goTo(page, '/people')
  await page.getByRole('button', { name: people.add }).click()
  await look('add a person')
  await closeDialog(page)
  await goTo(page, '/settings')
  await page.getByRole('button', { name: archive.settings.restoreAction }).click()
  await look('restore over an archive')
  await closeDialog(page)
  expect(found).toEqual([])
})

type Subjects = { party: number; dossier: number; scan: string; out: number; toHandOut: number; toSign: number }

/** Subjects of the sample for each kind of page. */
async function findSubjects(page: Page): Promise<Subjects> {
  const desk = await ask(page, 'lookups.desk', {})
  const { rows } = await ask(page, 'dossiers.list', { limit: 20 })
  const { dossier, scan } = await findScan(page, rows.map(({ id }) => id))
  return { party: dossier.partyId, dossier: dossier.id, scan, out: desk.out[0]!.id, toHandOut: desk.toHandOut[0]!.id, toSign: desk.toSign[0]!.id }
}
