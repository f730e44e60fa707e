import { describe, expect, test } from 'vitest'
import { contract } from '../../../src/shared/contract/index.ts'
import { zhCN } from '../../../src/shared/text/zh-CN.ts'
import { isStepDone, personFaults, toInput, type Draft, type DraftPerson } from '../../../src/renderer/src/features/archive/draft.ts'

const words = zhCN.archive
const administrator: DraftPerson = { key: 1, name: '许同', login: 'xutong', password: 'k7mq-x3hd-9wtp', roles: ['systemAdministrator'] }
const draft: Draft = {
  company: ' 砚山矿业营销总公司 ', regulation: 'S22', departments: [{ key: 1, code: 'XS1', name: '销售一部' }], people: [administrator],
}
const withPerson = (part: Partial<DraftPerson>): Draft => ({ ...draft, people: [administrator, { ...administrator, key: 2, login: 'other', ...part }] })

describe('the wizard goes on only with what the contract takes', () => {
  test('a good draft passes every step and the schema', () => {
    for (const step of ['company', 'departments', 'people', 'folder'] as const) expect(isStepDone(step, draft, words), step).toBe(true)
    expect(contract['archive.create'].input.safeParse(toInput(draft)).success).toBe(true)
  })
  test.each([
    ['no company', 'company', { ...draft, company: '  ' }],
    ['a code in lower case', 'departments', { ...draft, departments: [{ key: 1, code: 'xs1', name: 'x' }] }],
    ['one code twice', 'departments', { ...draft, departments: [{ key: 1, code: 'A', name: 'x' }, { key: 2, code: 'A', name: 'y' }] }],
    ['a department without name', 'departments', { ...draft, departments: [{ key: 1, code: 'A', name: ' ' }] }],
    ['nobody to keep the system', 'people', { ...draft, people: [{ ...administrator, roles: ['archivist'] }] }],
    ['a login with a space', 'people', withPerson({ login: 'a b' })],
    ['a login twice, differing in case', 'people', withPerson({ login: 'XuTong' })],
    ['a short password', 'people', withPerson({ password: 'k7mq' })],
    ['no role', 'people', withPerson({ roles: [] })],
    ['an archivist who shows a degree alone', 'people', withPerson({ roles: ['archivist'], shown: { degree: 'college', examinedOn: null, score: '' } })],
    ['an archivist who shows no score', 'people', withPerson({ roles: ['archivist'], shown: { degree: 'college', examinedOn: '2026-01-05', score: '' } })],
    ['an auditor with another role', 'people', withPerson({ roles: ['auditor', 'archivist'] })],
  ] as const)('%s stops it, and the end as well', (_what, step, faulty) => {
    expect(isStepDone(step, faulty as unknown as Draft, words)).toBe(false)
    expect(isStepDone('folder', faulty as unknown as Draft, words)).toBe(false)
  })
  test('an archivist shows all or nothing; nobody else shows anything', () => {
    const shown = { degree: 'bachelor', examinedOn: '2026-01-05', score: 0 } as const
    const given = (part: Partial<DraftPerson>) => toInput(withPerson(part)).people[1]?.qualification
    expect(given({ roles: ['archivist'], shown })).toEqual(shown)
    expect(given({ roles: ['archivist'] })).toBeNull()
    expect(given({ roles: ['salesperson'], shown })).toBeNull()
    expect(isStepDone('people', withPerson({ roles: ['archivist'], shown }), words)).toBe(true)
    expect(isStepDone('people', withPerson({ roles: ['salesperson'], shown: { ...shown, examinedOn: null } }), words)).toBe(true)
    expect(contract['archive.create'].input.safeParse(toInput(withPerson({ roles: ['archivist'], shown }))).success).toBe(true)
  })
  test('each fault stands at its own field', () => {
    const empty: DraftPerson = { key: 3, name: '', login: '', password: '', roles: [] }
    expect(Object.keys(personFaults(empty, [empty], words, zhCN.common.needed)).toSorted()).toEqual(['login', 'name', 'password', 'roles'])
  })
})
