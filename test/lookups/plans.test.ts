import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MethodName } from '../../src/shared/contract/index.ts'
import type { TestLogin } from '../builders/archive.ts'
import { openOffice, type Office } from './office.ts'

/*
 * What is asked every minute must not walk through what lies behind: every statement that these calls run is explained,
 * and none may go through all slips, loans, dossiers, documents, parties or entries.
 */

let office: Office
const statements = new Set<string>()
beforeAll(async () => {
  office = await openOffice()
  const { connection } = office.archive.store
  const prepare = connection.prepare.bind(connection)
  Object.defineProperty(connection, 'prepare', {
    value: (text: string) => {
      statements.add(text)
      return prepare(text)
    },
  })
  const dossier = office.addDossier('大同锅炉制造有限公司')
  await office.lent('salesperson', dossier)
})
afterAll(() => office.close())

/** Partial indexes hold only what is open; an index read backwards to the end of a page is left after that page. */
const MAY_BE_READ = [
  /USING (COVERING )?INDEX (loan_due|loan_open|slip_waiting|dossier_unshelved|dossier_unconfirmed|dossier_custody)\b/,
]
const READ_TO_THE_PAGE = /^SCAN (slip USING (COVERING )?INDEX slip_filledAt|audit$|party USING (COVERING )?INDEX party_pinyin)/
/** Without a WHERE SQLite counts the pages of the narrowest index. */
const COUNTED = /^SCAN (slip|audit|party) USING COVERING INDEX/

function walksThrough(text: string): string[] {
  const { connection } = office.archive.store
  const names = [...text.matchAll(/[:@$](\w+)/g)].map((match) => [match[1]!, null] as const)
  const plan = connection.prepare(`EXPLAIN QUERY PLAN ${text}`)
  const places = (text.match(/\?/g) ?? []).length
  const rows = (names.length > 0 ? plan.all(Object.fromEntries(names)) : plan.all(...Array.from({ length: places }, () => null))) as { detail: string }[]
  return rows
    .map((row) => row.detail)
    .filter((detail) => /^SCAN (slip|loan|dossier|document|party|audit|slipDossier|slipEvent|slipSignature)\b/.test(detail))
    .filter((detail) => !MAY_BE_READ.some((allowed) => allowed.test(detail)))
    .filter((detail) => !(READ_TO_THE_PAGE.test(detail) && /LIMIT/i.test(text)))
    .filter((detail) => !(COUNTED.test(detail) && /count\(\*\)/i.test(text) && !/where/i.test(text)))
}

const CALLS: [TestLogin, MethodName, object][] = [
  ...(['archivist', 'officedirector', 'salesperson'] as const).map((login): [TestLogin, MethodName, object] => [login, 'lookups.desk', {}]),
  ...(['archivist', 'salesdirector', 'creditadministrator', 'salesperson', 'auditor'] as const).map((login): [TestLogin, MethodName, object] => [login, 'home.overview', {}]),
  ['archivist', 'lookups.get', { id: 1 }], ['salesperson', 'lookups.get', { id: 1 }],
  ['archivist', 'lookups.find', { code: 'CX-2026-0001-1' }], ['archivist', 'lookups.find', { code: 'XY-XS1-2026-0001' }],
  ['archivist', 'lookups.list', {}], ['archivist', 'lookups.list', { state: 'returned' }], ['archivist', 'lookups.list', { state: 'overdue' }],
  ['archivist', 'lookups.list', { mine: true, from: '2026-01-01' }], ['archivist', 'lookups.list', { from: '2026-01-01', to: '2026-12-31', state: 'out' }],
  ['archivist', 'lookups.list', { text: '大同' }], ['archivist', 'lookups.list', { text: '0001', state: 'out' }], ['salesperson', 'lookups.list', { state: 'out' }],
  ['archivist', 'lookups.register', { from: '2026-01-01', to: '2026-12-31' }],
  ['auditor', 'audit.list', {}], ['auditor', 'audit.list', { outcome: 'refused' }], ['auditor', 'audit.list', { method: 'lookups.sign' }],
  ['auditor', 'audit.list', { subjectKind: 'slip', subjectId: 1 }], ['auditor', 'audit.list', { from: '2026-11-01', to: '2026-11-30', method: 'lookups.sign' }],
  ['auditor', 'audit.list', { actorId: 1 }],
  ['archivist', 'lookups.create', { partyName: '大同锅炉制造有限公司', purpose: '核对', manner: 'read', untilOn: '2026-12-31', submit: true }],
  ['archivist', 'lookups.takeBack', { dossierId: 1, pages: 40, condition: 'good' }],
  ['archivist', 'prints.record', { form: 'slip', subjectId: 1 }],
]

describe('plans', () => {
  test('nothing that is asked every minute walks through the past', async () => {
    const { connection } = office.archive.store
    // As in an archive that has just been made, whose tables the planner knows nothing of.
    connection.exec('DELETE FROM sqlite_stat1; ANALYZE sqlite_schema')
    for (const [login, method, input] of CALLS) await office.callAs(login, method, input)
    const reads = [...statements].filter((text) => /^\s*(SELECT|select)/.test(text))
    expect(reads.length).toBeGreaterThan(50)
    expect(reads.map((text) => [text, walksThrough(text)] as const).filter(([, walks]) => walks.length > 0)).toEqual([])
  })
})
