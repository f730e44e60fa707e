import type { MethodName } from '../../src/shared/contract/index.ts'
import type { TestArchive, TestLogin } from '../builders/archive.ts'
import { byTurns, report } from './measure.ts'

/** Each call at 100,000 dossiers against the same call at 10,000. */
export async function growth(large: TestArchive, small: TestArchive): Promise<boolean[]> {
  const results: boolean[] = []
  for (const [office, ratings] of [[large, 20_000], [small, 2000]] as const) {
    Object.assign(office.program, { checksOutputs: false })
    standing(office, ratings)
  }
  const calls = (office: TestArchive): [TestLogin, MethodName, object][] => {
    const { store } = office.archive
    const one = (sql: string) => (store.prepare(sql).get() as { id: number }).id
    const dossierId = one('SELECT id FROM dossier ORDER BY id LIMIT 1 OFFSET 5000')
    const drawerId = one('SELECT drawerId AS id FROM dossier WHERE drawerId IS NOT NULL ORDER BY id LIMIT 1 OFFSET 4000')
    const partyId = one('SELECT partyId AS id FROM dossier ORDER BY id LIMIT 1 OFFSET 5000')
    return [
      ['archivist', 'dossiers.get', { id: dossierId }], ['archivist', 'parties.get', { id: partyId }],
      ['archivist', 'cabinet.drawer', { drawerId }], ['archivist', 'cabinet.folder', { dossierId }], ['archivist', 'cabinet.nextFreeSlot', { dossierId }],
      ['archivist', 'cabinet.unshelved', {}], ['archivist', 'lookups.desk', {}], ['archivist', 'lookups.list', {}], ['archivist', 'archive.status', {}],
      ['auditor', 'audit.list', {}], ['archivist', 'lookups.register', { from: '2026-01-01', to: '2026-12-31' }],
      ['archivist', 'prints.record', { form: 'cover', subjectId: dossierId }], ['archivist', 'people.directory', {}],
      ['archivist', 'home.overview', {}], ['creditadministrator', 'home.overview', {}], ['archivist', 'cabinet.rooms', {}], ['archivist', 'lookups.find', { code: 'XY-XS1-2016-000001' }],
      ['archivist', 'dossiers.list', {}], ['archivist', 'dossiers.list', { sort: 'name' }], ['archivist', 'dossiers.list', { year: 2020, sort: 'opened' }],
      ['archivist', 'dossiers.list', { year: 2020 }], ['archivist', 'dossiers.list', { year: 2020, departmentId: 2, descending: true }],
      ['archivist', 'dossiers.list', { isComplete: false }], ['archivist', 'dossiers.list', { departmentId: 2, sort: 'opened' }],
      ['archivist', 'parties.list', {}], ['archivist', 'parties.list', { kind: 'customer', sort: 'updated' }], ['archivist', 'parties.list', { grade: 'A' }],
      ['archivist', 'parties.list', { hasDossier: true }], ['archivist', 'parties.list', { departmentId: 1, sort: 'founded' }],
      ['archivist', 'parties.search', { text: '9111' }], ['archivist', 'parties.search', { text: '公司' }],
      ['salesperson', 'dossiers.list', {}], ['salesperson', 'dossiers.list', { year: 2020, sort: 'opened' }], ['salesperson', 'home.overview', {}],
      ['salesperson', 'parties.list', {}], ['salesperson', 'parties.list', { grade: 'A' }], ['salesperson', 'parties.list', { hasDossier: true }],
      ['creditadministrator', 'rerating.unrated', {}], ['creditadministrator', 'rerating.unrated', { kind: 'customer', departmentId: 'none' }], ['creditadministrator', 'rerating.unrated', { offset: 4000, limit: 100 }], ['creditadministrator', 'rerating.unratedIds', {}],
      ['salesperson', 'dossiers.get', { id: one("SELECT dossier.id FROM dossier JOIN department ON department.id = departmentId WHERE code = 'XS1' LIMIT 1 OFFSET 3000") }],
    ]
  }
  const many = calls(large)
  const few = calls(small)
  for (const [index, [login, method, input]] of many.entries()) {
    const [, , fewInput] = few[index]!
    const { ours, theirs } = await byTurns(
      async () => await large.callAny(login, method, input),
      async () => await small.callAny(login, method, fewInput),
    )
    results.push(report({ name: `${login} ${method}${said(input)} at 100,000 / at 10,000`, ours, theirs, budget: 1.5 }))
  }
  return results
}

/**
 * Standing ratings of so many parties, one in five due again by its calendar and one in fifty since a default: what the first
 * page of the credit administrator counts. Written straight into the tables, as all that the bench presumes.
 */
function standing({ archive, people }: TestArchive, count: number): void {
  archive.store.write((trx) => {
    const { regulationVersionId } = trx.prepare('SELECT max(id) AS regulationVersionId FROM regulationVersion').get() as { regulationVersionId: number }
    const rating = trx.prepare(
      `INSERT INTO rating (number, partyId, kind, asOf, schemeVersionId, regulationVersionId, state, coverage, score, computedGrade, grade, madeBy, madeAt, reviewedBy, approvedBy, approvedAt, approvedOn, reviewOn, isCurrent)
       VALUES (?, ?, 'aftersale', '2026-06-01', 1, ?, 'approved', 8000, 7000, 'A', 'A', ?, '2026-06-01T01:00:00.000Z', ?, ?, '2026-06-02T01:00:00.000Z', '2026-06-02', ?, 1)`,
    )
    const record = trx.prepare(`INSERT INTO defaultRecord (partyId, kind, "on", amountFen, recordedBy, recordedAt) VALUES (?, 'late90', '2026-08-01', 100, ?, '2026-08-03T01:00:00.000Z')`)
    const parties = trx.prepare('SELECT id FROM party ORDER BY id LIMIT ?').pluck().all(count) as number[]
    parties.forEach((partyId, index) => {
      rating.run(`PJ-2026-${index + 1}`, partyId, regulationVersionId, people.creditadministrator, people.salesdirector, people.officedirector, index % 5 === 0 ? '2026-11-01' : '2027-03-01')
      if (index % 50 === 7) record.run(partyId, people.creditadministrator)
    })
    trx.prepare('ANALYZE').run()
  })
}

/** The input as a label, so that two cases of one method can be told apart. */
function said(input: object): string {
  return Object.keys(input).length === 0 ? '' : ` ${JSON.stringify(input)}`
}
