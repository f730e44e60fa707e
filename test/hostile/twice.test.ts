import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../src/shared/contract/index.ts'
import type { Method } from '../../src/shared/contract/method.ts'
import type { Role } from '../../src/shared/roles.ts'
import { isJobMethod } from '../../src/main/pipeline/handlers.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { openTestArchive, type TestArchive, type TestLogin } from '../builders/archive.ts'
import { type Step, validInputs } from '../pipeline/valid-inputs.ts'
import { countCall, tryCall } from './trial.ts'

// Two fingers on one button, and two people at one case: before every command of the day's work it is tried by who had a hand in
// the case before, and from another version than the one that stands; after it a second time, by the same person and by everyone else.

/** What may happen as often as somebody says so: each time it is another one. */
const EACH_IS_ANOTHER: readonly string[] = [
  // Another paper, contract, slip or box like the one before; their numbers are given out and voided, never taken back.
  'documents.add', 'contracts.open', 'lookups.create', 'shelving.addBox', 'fallback.issue', 'checks.run', 'prints.record',
  // Another reminder, the move before; the same number twice on paper, which is put to a person.
  'lookups.remind', 'cabinet.undoMove', 'fallback.enter', 'fallback.enterList', 'fallback.enterNote',
  // Written over with the same words; another code on paper.
  'parties.setGrade', 'disposal.opine', 'statements.import', 'people.renewRecoveryCode',
]
/** What everyone does for himself: another's request, view, list of his own, signature of another role. */
const EVERYONES_OWN: readonly string[] = ['authorisations.request', 'surveys.record', 'industries.record', 'transfers.create', 'disposal.approve', 'stocktakes.sign']

/** Who may not, whatever his roles: he had a hand in an earlier step of the case, or it is about himself. */
const SEPARATED: Readonly<Record<string, readonly TestLogin[]>> = {
  'dossiers.confirm': ['salesperson'],
  'listings.decide': ['creditadministrator'], 'listings.prolong': ['creditadministrator'], 'listings.decideRelease': ['creditadministrator'],
  'qualifications.record': ['archivist2'], 'qualifications.withdraw': ['archivist2'], 'trainings.record': ['archivist2'],
  'agreements.record': ['salesperson'], 'agreements.end': ['salesperson'], 'clearances.grant': ['salesperson'], 'clearances.revoke': ['salesperson'],
  'authorisations.decide': ['salesperson'],
  'lookups.sign': ['archivist', 'salesperson2'], 'lookups.renew': ['salesperson2'],
  'stocktakes.beginSecond': ['archivist'], 'stocktakes.finishSecond': ['archivist'],
  'incidents.investigate': ['archivist'], 'incidents.close': ['archivist'],
  'transfers.receive': ['departmentclerk'], 'holds.release': ['creditadministrator'],
  'disposal.approve': ['archivist', 'creditadministrator', 'salesdirector'],
  'fallback.confirm': ['archivist'],
  'schemes.review': ['creditadministrator'], 'schemes.approve': ['creditadministrator', 'salesdirector'],
  'ratings.return': ['creditadministrator'], 'ratings.review': ['creditadministrator'], 'ratings.approve': ['creditadministrator', 'salesdirector'],
}
const OFFICE_ROLES: readonly Role[] = ['salesperson', 'departmentClerk', 'creditAdministrator', 'officeDirector', 'archivist', 'salesDirector', 'generalManager']

let office: TestArchive
beforeAll(async () => { office = await openTestArchive() })
afterAll(() => office.close())

const isTried = ({ method, input }: Step) =>
  (contract[method] as Method).kind === 'command' && !isJobMethod(method) && !method.startsWith('session.') && !JSON.stringify(input).includes('assword"')

/** As if this person held every role of the office. */
async function withEveryRole<Result>(login: TestLogin, work: () => Promise<Result>): Promise<Result> {
  const { store } = office.archive
  const { roles } = store.prepare('SELECT roles FROM person WHERE login = ?').get(login) as { roles: string }
  const setRoles = (text: string) => store.prepare('UPDATE person SET roles = ? WHERE login = ?').run(text, login)
  setRoles(JSON.stringify(OFFICE_ROLES))
  try {
    return await work()
  } finally {
    setRoles(roles)
  }
}

/** Versions that do not stand: the one before and the one after. */
function otherVersions({ method, input }: Step): object[] {
  const { version } = input as { version?: number }
  return version === undefined || !('version' in ((contract[method] as Method).input.safeParse(input).data as object)) ? [] : [version - 1, version + 1].map((other) => ({ ...(input as object), version: other }))
}

test('nobody decides his own case or over a version he has not read; a second time is refused or changes nothing', async () => {
  const wrong: string[] = []
  let tried = 0
  let versions = 0
  for await (const step of validInputs(office)) {
    const { login, method, input, keep } = step
    if (isTried(step)) {
      for (const other of otherVersions(step)) {
        versions++
        const { code } = await countCall(office, login, method, other)
        if (code !== 'changed-meanwhile' && code !== 'bad-input') wrong.push(`${method} of another version: ${code}`)
      }
      for (const one of SEPARATED[method] ?? []) {
        const { code } = await withEveryRole(one, () => countCall(office, one, method, input))
        if (code !== 'same-person') wrong.push(`${method} by ${one}, who had a hand in it: ${code}`)
      }
    }
    const answer = await callByName(office.program, office.connectionOf(login), method, input)
    if (!answer.ok) throw new Error(`${method} refused: ${JSON.stringify(answer.error)}`)
    keep?.(answer.value as never)
    if (!isTried(step)) continue
    tried++
    for (const one of [login, ...(Object.keys(office.people) as TestLogin[]).filter((other) => other !== login)]) {
      const { code, changed } = await tryCall(office, one, method, input)
      expect(code, method).not.toBe('internal')
      if (changed.length > 0 && !EACH_IS_ANOTHER.includes(method) && (one === login || !EVERYONES_OWN.includes(method))) wrong.push(`${method} again by ${one}: ${changed.join(', ')}`)
    }
  }
  expect(wrong).toEqual([])
  expect(tried).toBeGreaterThan(100)
  expect(versions).toBeGreaterThan(50)
  expect(await office.callAs('auditor', 'archive.verify', {})).toMatchObject({ ok: true, findings: [] })
}, 120_000)
