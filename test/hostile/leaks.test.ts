import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract, type MethodName } from '../../src/shared/contract/index.ts'
import type { Method } from '../../src/shared/contract/method.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { WITH_TRANSFERS } from '../custody/office.ts'
import { adoptRegulation } from '../../src/main/regulations/load.ts'
import { openTestArchive, type TestArchive, type TestLogin } from '../builders/archive.ts'

// A party of the second department under a name that stands nowhere else, with something of every kind about it. Nobody of the
// first department, and nobody whose work is not with dossiers, reads that name in any answer.

const MARK = '暗记锟斤'
const ASKED = '2026-11-23'
let office: TestArchive
const id: Record<string, number> = {}
let number = ''

beforeAll(async () => {
  office = await openTestArchive()
  const { callAs, departments, people, clock } = office
  office.archive.store.write((trx) => adoptRegulation(trx, WITH_TRANSFERS, ASKED))
  const partyId = (await callAs('salesperson2', 'parties.add', { kind: 'customer', name: `${MARK}公司`, shortName: MARK, departmentId: departments.XS2 })).id
  const dossier = await callAs('salesperson2', 'dossiers.open', { partyId, departmentId: departments.XS2 })
  const dossierId = dossier.id
  number = dossier.number
  const documentId = (await callAs('salesperson2', 'documents.add', { dossierId, title: `${MARK}执照`, pages: 2 })).id
  await callAs('salesdirector', 'dossiers.confirm', { id: dossierId })
  const at = clock.now().toISOString()
  const contractOf = () => callAs('salesperson2', 'contracts.open', { partyId, departmentId: departments.XS2, subject: `${MARK}煤`, direction: 'sale', handlerId: people.salesperson2 })
  const contractId = (await contractOf()).id
  const transferId = (await callAs('departmentclerk2', 'transfers.create', { from: 'department', to: 'administrator', departmentId: departments.XS2, dossierIds: [contractId], remarks: MARK })).id
  await callAs('departmentclerk2', 'transfers.submit', { id: transferId })
  const holdId = (await callAs('creditadministrator', 'holds.place', { kind: 'debt', dossierId, reason: MARK })).id
  const incidentId = (await callAs('archivist', 'incidents.open', { kind: 'damaged', dossierId, happenedFrom: at, happenedTo: at, what: MARK })).id
  const slipId = (await callAs('archivist', 'lookups.create', { applicantId: people.salesperson2, partyName: `${MARK}公司`, dossierIds: [dossierId], purpose: MARK, manner: 'borrow', untilOn: '2026-12-30' })).id
  const listed = await callAs('creditadministrator', 'listings.propose', { partyId, list: 'bad', reason: 'lawsuit', detail: MARK, measure: 'restrict' })
  await callAs('creditadministrator', 'surveys.record', { partyId, on: ASKED, form: { kind: 'notice', what: 'lawsuit', source: MARK } })
  await callAs('creditadministrator', 'warnings.scan', {})
  const checkId = (await callAs('salesperson2', 'checks.run', { scope: 'dossier', id: dossierId })).id
  Object.assign(id, { partyId, dossierId, documentId, contractId, transferId, holdId, incidentId, slipId, checkId, listingId: listed.id })
})
afterAll(() => office.close())

/** Inputs that any of the readings may take: by every id there is, by the name, by days and persons. */
function inputsFor(method: MethodName): object[] {
  const ids = [...new Set(Object.values(id))]
  const keys = ['id', 'dossierId', 'partyId', 'documentId', 'transferId', 'slipId', 'contractId']
  const time = { happenedFrom: office.clock.now().toISOString(), happenedTo: office.clock.now().toISOString() }
  const made: object[] = [
    {}, { text: MARK }, { text: number }, { code: number }, { query: MARK }, { name: `${MARK}公司` }, { text: MARK, limit: 50, offset: 0 }, { number },
    { at: office.clock.now().toISOString() }, { on: ASKED }, { year: 2026 }, { month: '2026-11' }, { today: ASKED },
    ...Object.values(office.people).flatMap((personId) => [{ personId }, { personId, at: office.clock.now().toISOString() }]),
    ...keys.flatMap((key) => ids.map((value) => ({ [key]: value }))),
    ...ids.flatMap((value) => [{ dossierId: value, ...time }, { dossierId: value, at: time.happenedTo }, { scope: 'dossier', id: value }, { form: 'cover', subjectId: value }, { form: 'slip', subjectId: value }]),
    ...WITH_TRANSFERS.clauses.flatMap(({ id: clauseId }) => [{ clauseId }, { clause: clauseId }, { clauseId, state: 'all' }]),
  ]
  return made.filter((input) => (contract[method] as Method).input.safeParse(input).success)
}

/** The log's details are what an auditor is there for: amounts, reasons, names of who changed what. Its labels name no customer. */
const isDetail = (login: TestLogin, method: MethodName) => login === 'auditor' && method.startsWith('audit.')

const queries = (Object.entries(contract) as [MethodName, Method][]).filter(([, spec]) => spec.kind === 'query' || spec.kind === 'reading').map(([name]) => name)

test('the name stands in what its own people read, so that it could be found', async () => {
  const seen = JSON.stringify(await office.callAs('salesperson2', 'parties.get', { id: id.partyId! }))
  expect(seen).toContain(MARK)
})

const OUTSIDE: readonly TestLogin[] = ['salesperson', 'departmentclerk', 'auditor', 'systemadministrator']
test.each(OUTSIDE)('no answer to %s names it', async (login) => {
  const told: string[] = []
  let answered = 0
  for (const method of queries) {
    for (const input of inputsFor(method)) {
      const answer = await callByName(office.program, office.connectionOf(login), method, input)
      if (answer.ok) answered++
      const words = JSON.stringify(answer, (key, value: unknown) => (key === 'detail' && isDetail(login, method) ? undefined : value))
      if (words.includes(MARK)) told.push(`${method} ${JSON.stringify(input)}: ${words.slice(Math.max(0, words.search(MARK) - 80), words.search(MARK) + 40)}`)
    }
  }
  expect(told.slice(0, 12)).toEqual([])
  expect(answered).toBeGreaterThan(10)
}, 60_000)
