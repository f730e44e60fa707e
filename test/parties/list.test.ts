import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GRADES, PARTY_KINDS } from '../../src/shared/contract/parties.ts'
import type { Input } from '../../src/shared/contract/index.ts'
import { creditCodeFor } from '../../src/shared/rules/parties/credit-code.ts'
import { searchWordsOf } from '../../src/shared/rules/parties/search-words.ts'
import { openTestArchive, type TestArchive, type TestLogin } from '../builders/archive.ts'

/*
 * A few hundred parties of two departments, some with dossiers in the other one, some seen through a slip; and every list
 * against the same list made without SQL from everything there is.
 */

type Made = {
  id: number; name: string; shortName: string | null; oldName: string | null; creditCode: string | null; kind: string; grade: string | null; province: string | null
  foundedOn: string | null; department: number | null; salesperson: number | null; dossiers: { number: string; department: number }[]; updatedAt: string
  pinyin: string; initials: string[]
}

const FIRST = ['重庆', '长沙', '海南', '徐州', '厦门', '上海', '唐山', 'ABC', '3M']
const SECOND = ['海汽', '锦岱', '华东', '恒岳', '长安', '绿地', '单氏', '弘柘']
const THIRD = ['锻造', '运输', '银行', '机械', '乐器', '贸易']

let office: TestArchive
let all: Made[]
const slipped = new Set<number>()

beforeAll(async () => {
  office = await openTestArchive()
  const { XS1, XS2 } = office.departments
  const { store } = office.archive
  all = []
  const pick = <Value>(values: readonly Value[], index: number) => values[index % values.length]!
  for (let index = 0; index < 240; index++) {
    const name = `${pick(FIRST, index)}${pick(SECOND, index * 5 + (index >> 3))}${pick(THIRD, index * 7 + (index >> 4))}${pick(['有限公司', '股份有限公司', '', '（集团）公司'], index >> 1)}${index > 200 ? index : ''}`
    const creditCode = index % 4 === 3 ? null : creditCodeFor(index)
    const made = await office.callAs('creditadministrator', 'parties.add', {
      kind: pick(PARTY_KINDS, index), name: `${name}·${index}`, shortName: index % 6 === 0 ? `${pick(SECOND, index)}${index}` : null, creditCode,
      province: index % 5 === 0 ? null : pick(['浙江', '江苏', '海南'], index), foundedOn: index % 3 === 0 ? null : `20${String(10 + (index % 13))}-01-01`,
      departmentId: pick([XS1, XS2, null, XS1, XS2], index), salespersonId: index % 11 === 0 ? office.people.salesperson : null,
    })
    const grade = index % 7 === 0 ? null : pick(GRADES, index)
    const dossiers = index % 3 === 1 ? [{ number: `${index % 2 ? 'XS1' : 'XS2'}-2026-${String(index).padStart(4, '0')}`, department: index % 2 ? XS1 : XS2 }] : []
    if (grade) await office.callAs('creditadministrator', 'parties.setGrade', { id: made.id, grade, reason: '测试' })
    const oldName = index % 10 === 0 ? `旧名字号${index}` : null
    store.write((trx) => {
      for (const { number, department } of dossiers) {
        const dossier = Number(trx.prepare(`INSERT INTO dossier (kind, number, partyId, departmentId, year, level, openedOn, openedBy, openedAt, required, regulationVersionId)
          VALUES ('credit', ?, ?, ?, 2026, 'internal', '2026-01-01', ?, '', 0, 1)`).run(number, made.id, department, office.people.salesperson).lastInsertRowid)
        if (index % 8 !== 4) continue
        slipped.add(made.id)
        const slip = Number(trx.prepare(`INSERT INTO slip (number, state, applicantId, unit, partyName, purpose, manner, untilOn, filledBy, filledAt, regulationVersionId)
          VALUES (?, 'signed', ?, '', '', '', 'read', '2026-11-30', ?, '', 1)`).run(`CX-2026-${String(index).padStart(4, '0')}`, office.people.salesperson, office.people.salesperson).lastInsertRowid)
        trx.prepare('INSERT INTO slipDossier (slipId, dossierId) VALUES (?, ?)').run(slip, dossier)
      }
    })
    if (oldName) {
      const card = await office.callAs('creditadministrator', 'parties.get', { id: made.id })
      const { kind, creditCode, province, foundedOn, departmentId, salespersonId, shortName } = card
      const fields = { kind, creditCode, province, foundedOn, departmentId, salespersonId, shortName }
      await office.callAs('creditadministrator', 'parties.change', { id: made.id, version: card.version, ...fields, name: oldName })
      await office.callAs('creditadministrator', 'parties.change', { id: made.id, version: card.version + 1, ...fields, name: card.name })
    } else store.write((trx) => reindex(trx, made.id))
    const row = store.prepare('SELECT * FROM party WHERE id = ?').get(made.id) as never as { name: string; departmentId: number | null; salespersonId: number | null } & Made
    const words = searchWordsOf(row.name)
    all.push({
      ...row, department: row.departmentId, salesperson: row.salespersonId, oldName, dossiers, initials: [words.initials, ...words.otherInitials],
    })
  }
}, 120_000)
afterAll(() => office.close())

const { reindexParty: reindex } = await import('../../src/main/parties/search-index.ts')

const WHOLE: readonly TestLogin[] = ['creditadministrator', 'archivist']
function seenBy(login: TestLogin): { parties: Made[]; dossier: (made: Made) => Made['dossiers'] } {
  if (WHOLE.includes(login)) return { parties: all, dossier: (made) => made.dossiers }
  const department = login === 'salesperson' || login === 'departmentclerk' ? office.departments.XS1 : office.departments.XS2
  const isReader = login === 'salesperson'
  const dossier = (made: Made) => made.dossiers.filter((one) => one.department === department || (isReader && slipped.has(made.id)))
  const parties = all.filter((made) => made.department === department || made.salesperson === office.people[login] || dossier(made).length > 0)
  return { parties, dossier }
}

function expected(login: TestLogin, input: Input<'parties.list'>): number[] {
  const { parties, dossier } = seenBy(login)
  const fold = (text: string) => text.normalize('NFKC').toLowerCase()
  const fits = (made: Made, word: string) => {
    const texts = [made.name, made.shortName, made.oldName, made.creditCode, made.pinyin, ...made.initials, ...dossier(made).map((one) => one.number)]
    const isShort = [...word].length < 3 && /^[\x00-\x7f]+$/.test(word)
    return texts.some((text) => text && (isShort ? fold(text).startsWith(word) : fold(text).includes(word)))
  }
  const found = parties.filter((made) =>
    (!input.kind || made.kind === input.kind) && (!input.grade || made.grade === (input.grade === 'none' ? null : input.grade)) &&
    (!input.departmentId || made.department === input.departmentId) && (!input.province || made.province === input.province) &&
    (input.hasDossier === undefined || input.hasDossier === null || dossier(made).length > 0 === input.hasDossier) &&
    fold(input.text ?? '').split(' ').filter(Boolean).every((word) => fits(made, word)))
  const column = { name: 'pinyin', code: 'creditCode', updated: 'updatedAt', founded: 'foundedOn' }[input.sort ?? 'name'] as 'pinyin'
  const turn = input.descending ? -1 : 1
  const order = (one: string | null, other: string | null) =>
    one === other ? 0 : one === null ? 1 : other === null ? -1 : (one < other ? -1 : 1) * turn
  return found.sort((one, other) => order(one[column], other[column]) || (one.id - other.id) * turn).map((made) => made.id)
}

const LOGINS = ['creditadministrator', 'salesperson', 'departmentclerk', 'salesperson2', 'departmentclerk2', 'archivist'] as const
const TEXTS = [
  '', '海', '海汽', '海汽运', '有限公司', '公司', '公', '霖', 'c', 'cq', 'zq', 'hn', 'cqhq', 'hainan', 'gongsi', '91', '9111', 'XS1', 'xs2-2026', 'xs1-2026-0031', '旧名', '旧名字', '旧名字号10',
  '重庆 机械', 'cq jx', '海南 91', '(集团)', '（集团）', 'abc', '3m', '·1', 'ＡＢＣ', '%', '_', '"', "' OR 1=1", '没有这家',
]

const NO_FILTER = Array<null>(8).fill(null)

describe('a list says what is there for the person who asks, in order, with the total of it', () => {
  test('whatever is asked, whoever asks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...LOGINS),
        fc.record({
          text: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 3, arbitrary: fc.constantFrom(...TEXTS) }), kind: fc.constantFrom(...NO_FILTER, ...PARTY_KINDS), grade: fc.constantFrom(...NO_FILTER, 'none' as const, ...GRADES),
          department: fc.constantFrom(...NO_FILTER, 'XS1' as const, 'XS2' as const), province: fc.constantFrom(...NO_FILTER, '浙江', '没有'),
          hasDossier: fc.constantFrom(...NO_FILTER, true, false), sort: fc.constantFrom('name' as const, 'code' as const, 'updated' as const, 'founded' as const),
          descending: fc.boolean(), offset: fc.constantFrom(0, 0, 3, 50, 200, 10_000), limit: fc.constantFrom(1, 7, 50, 500),
        }),
        async (login, { department, ...asked }) => {
          const input = { ...asked, departmentId: department && office.departments[department] }
          const { total, rows } = await office.callAs(login, 'parties.list', input)
          const wanted = expected(login, input)
          expect(total).toBe(wanted.length)
          expect(rows.map((row) => row.id)).toEqual(wanted.slice(input.offset, input.offset + input.limit))
          const { dossier } = seenBy(login)
          for (const row of rows) expect(row.dossiers).toBe(dossier(all.find((made) => made.id === row.id)!).length)
        },
      ),
      { numRuns: 800 },
    )
  }, 120_000)
})

describe('search as one types', () => {
  const titles = async (login: TestLogin, text: string) => (await office.callAs(login, 'parties.search', { text })).map((hit) => hit.title)

  test('shows nothing but what the person may see, and at most twelve', async () => {
    for (const login of LOGINS) {
      const { parties, dossier } = seenBy(login)
      for (const text of TEXTS) {
        const hits = await office.callAs(login, 'parties.search', { text })
        expect(hits.length).toBeLessThanOrEqual(12)
        expect(new Set(hits.map((hit) => `${hit.kind}${hit.id}`)).size).toBe(hits.length)
        for (const hit of hits.filter((one) => one.kind === 'party')) expect(parties.map((made) => made.id), `${login} ${text}`).toContain(hit.id)
        const numbers = parties.flatMap((made) => dossier(made).map((one) => one.number))
        for (const hit of hits.filter((one) => one.kind === 'dossier')) expect(numbers, `${login} ${text}`).toContain(hit.code)
      }
    }
  })
  test('finds whatever the list would find', async () => {
    for (const login of LOGINS) {
      for (const text of TEXTS.filter(Boolean)) {
        const wanted = expected(login, { text }).length
        const hits = (await office.callAs(login, 'parties.search', { text })).filter((hit) => hit.kind === 'party')
        if (wanted > 0 && !/xs\d/i.test(text)) expect(hits.length, `${login} ${text}`).toBeGreaterThan(0)
        if (wanted === 0) expect(hits, `${login} ${text}`).toEqual([])
      }
    }
  })
  test('the exact code comes first, then names that begin so', async () => {
    const target = all.find((made) => made.creditCode && made.department === office.departments.XS1)!
    expect((await titles('salesperson', target.creditCode!))[0]).toBe(target.name)
    expect((await titles('salesperson', ` ${target.creditCode!.toLowerCase()} `))[0]).toBe(target.name)
    for (const title of (await titles('creditadministrator', '海南')).slice(0, 5)) expect(title).toMatch(/^海南/)
  })
  test('a dossier by its number, for those only who may see it', async () => {
    const hidden = all.find((made) => made.dossiers.some((one) => one.department === office.departments.XS2) && !slipped.has(made.id) && made.department === office.departments.XS1)!
    const { number } = hidden.dossiers[0]!
    expect((await office.callAs('creditadministrator', 'parties.search', { text: number }))[0]).toMatchObject({ kind: 'dossier', code: number, title: hidden.name })
    expect(await office.callAs('salesperson', 'parties.search', { text: number })).toEqual([])
    expect((await office.callAs('salesperson', 'parties.list', { text: number })).total).toBe(0)
    expect((await office.callAs('salesperson', 'parties.list', { text: hidden.name })).total).toBe(1)
  })
  test('a slip by its number, for the applicant and the desk', async () => {
    const slip = (office.archive.store.prepare('SELECT number FROM slip LIMIT 1').get() as { number: string }).number
    for (const login of ['salesperson', 'archivist'] as const) {
      expect((await office.callAs(login, 'parties.search', { text: slip.toLowerCase() }))[0]).toMatchObject({ kind: 'slip', code: slip })
      expect((await office.callAs(login, 'parties.search', { text: `${slip}-2` }))[0]).toMatchObject({ kind: 'slip', code: slip })
    }
    expect(await office.callAs('salesperson2', 'parties.search', { text: slip })).toEqual([])
  })
  test('both readings of a character find the company', async () => {
    for (const text of ['cqh', 'zqh']) expect((await titles('creditadministrator', text)).some((title) => title.startsWith('重庆')), text).toBe(true)
  })
})
