import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partyFields } from '../../src/shared/contract/parties.ts'
import { fenPerUnit, matchColumns } from '../../src/shared/rules/parties/import-columns.ts'
import { LONGEST, readRow } from '../../src/shared/rules/parties/import-row.ts'
import { countOf, dayOf, fenOf, gradeOf, kindOf, lineOf } from '../../src/shared/rules/parties/import-values.ts'
import { creditCodeFor } from '../../src/shared/rules/parties/credit-code.ts'

const WAN = 1_000_000n

describe('days', () => {
  test.each([
    ['2017-09-01', '2017-09-01'], ['2017/9/1', '2017-09-01'], ['2017.9.1', '2017-09-01'], ['20170901', '2017-09-01'],
    ['2017年9月1日', '2017-09-01'], ['2017年 9月 1日', '2017-09-01'], ['２０１７－０９－０１', '2017-09-01'],
    ['2017-09-01 08:30:00', '2017-09-01'], ['2017-09-01T00:00:00.000Z', '2017-09-01'], ['42979', '2017-09-01'], [42979, '2017-09-01'],
    [42979.75, '2017-09-01'], [new Date(Date.UTC(2017, 8, 1)), '2017-09-01'], ['2020-02-29', '2020-02-29'], ['', null], [null, null],
    ['2021-02-29', undefined], ['2017-13-01', undefined], ['2017-09', undefined], ['9/1/2017', undefined], ['1/9/17', undefined],
    ['昨天', undefined], ['123', undefined], ['0001-01-01', undefined], [new Date(Number.NaN), undefined],
  ])('%s', (cell, day) => {
    expect(dayOf(cell)).toBe(day)
  })
  test('every day written in any of the ways is read as that day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = day.split('-')
        for (const text of [day, day.replaceAll('-', ''), `${year}/${Number(month)}/${Number(dayOfMonth)}`, `${year}年${Number(month)}月${Number(dayOfMonth)}日`]) {
          expect(dayOf(text)).toBe(day)
        }
        const serial = Math.floor((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000)
        if (serial >= 10_000 && serial < 100_000) expect(dayOf(serial)).toBe(day)
      }),
    )
  })
})

describe('amounts', () => {
  test.each([
    ['500', WAN, 500_000_000], ['500万元', 100n, 500_000_000], ['1,000.5', WAN, 1_000_500_000], ['1.2亿元', WAN, 12_000_000_000],
    ['5000000元', WAN, 500_000_000], ['人民币500万元整', 100n, 500_000_000], ['￥12.34', 100n, 1234], [1234.56, 100n, 123_456],
    [0.1 + 0.2, 100n, 30], ['0.000001', WAN, 1], ['', WAN, null], ['0', WAN, 0],
    ['0.001', 100n, undefined], ['100万美元', WAN, undefined], ['-5', WAN, undefined], ['约500', WAN, undefined], ['99999999999', WAN, undefined],
    [Number.NaN, WAN, undefined],
  ])('%s', (cell, unit, fen) => {
    expect(fenOf(cell, unit)).toBe(fen)
  })
  test('the heading says the unit, 万元 where it says none', () => {
    expect(['注册资本（万元）', '注册资本', '注册资本(元)', '注册资本（亿元）', 'capital (CNY)'].map(fenPerUnit)).toEqual([
      WAN, WAN, 100n, 10_000_000_000n, 100n,
    ])
  })
  test('an amount in yuan with two decimals is never changed', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 900_000_000_000 }), (fen) => {
      expect(fenOf((fen / 100).toFixed(2), 100n)).toBe(fen)
    }))
  })
})

describe('the other cells', () => {
  test('counts', () => {
    expect(['120', '1,200', '120人', '120.0', '', '一百', '12-20', '99999999'].map((text) => countOf(text))).toEqual([
      120, 1200, 120, 120, null, undefined, undefined, undefined,
    ])
  })
  test('kinds and grades', () => {
    expect(['客户', '供应商', '客户兼供应商', '客户/供应商', 'Supplier', '', '朋友'].map((text) => kindOf(text))).toEqual([
      'customer', 'supplier', 'both', 'both', 'supplier', null, undefined,
    ])
    expect(['AAA', 'a', 'AA级', '未评级', '', 'D', '优秀'].map((text) => gradeOf(text))).toEqual(['AAA', 'A', 'AA', null, null, undefined, undefined])
  })
  test('lines are folded and lose what cannot be seen', () => {
    expect(lineOf('\ufeff 海南 \t\n 海汽\u200b　公司\u0000 ')).toBe('海南 海汽 公司')
    expect(lineOf(320404000009558)).toBe('320404000009558')
    expect(lineOf(true)).toBe('true')
  })
})

describe('columns', () => {
  test.each([
    [['企业名称', '统一社会信用代码', '成立日期'], ['name', 'creditCode', 'foundedOn']],
    [['name', 'uscc', 'reg_date', 'province', 'city'], ['name', 'creditCode', 'foundedOn', 'province', 'city']],
    [['*客户名称（必填）', '社会信用代码：', '注册资本(万元)'], ['name', 'creditCode', 'registeredCapital']],
    [['序号', '名称', '名称', '不知何物'], ['skip', 'name', 'skip', 'skip']],
    [['单位名称', '联系人', '联系电话'], ['name', 'contactName', 'contactPhone']],
    [['单位名称', '联系电话'], ['name', 'phone']],
    [['单位名称', '联系人', '联系电话', '电话'], ['name', 'contactName', 'contactPhone', 'phone']],
    [['Company Name', 'Credit Code', 'Legal Representative'], ['name', 'creditCode', 'legalRepresentative']],
  ])('%j', (headings, fields) => {
    expect(matchColumns(headings).fields).toEqual(fields)
  })
  test('the caller decides over what the heading says', () => {
    expect(matchColumns(['甲', '名称', '乙'], { 甲: 'name', 乙: 'remarks' }).fields).toEqual(['name', 'skip', 'remarks'])
    expect(matchColumns(['名称', '备注'], { 备注: 'skip' }).fields).toEqual(['name', 'skip'])
    expect(matchColumns(['名称'], { 没有的: 'city' }).unknown).toEqual(['没有的'])
    expect(matchColumns(['甲', '乙'], { 甲: 'name', 乙: 'name' }).doubled).toEqual(['name'])
  })
})

describe('rows', () => {
  const fields = ['name', 'creditCode', 'foundedOn', 'registeredCapital', 'remarks'] as const
  const read = (...cells: string[]) => readRow(cells, fields, WAN)

  test('a good row', () => {
    expect(read(' 甲公司 ', creditCodeFor(1), '2017/9/1', '500', '第一行\r\n第二行')).toEqual({
      name: '甲公司', creditCode: creditCodeFor(1), codeState: 'valid', texts: { remarks: '第一行\n第二行' }, kind: null, grade: null,
      firstBusinessOn: null, foundedOn: '2017-09-01', registeredCapitalFen: 500_000_000, employees: null,
    })
  })
  test.each([
    [['', creditCodeFor(1)], 'name-missing'],
    [['甲'.repeat(201), ''], 'name-too-long'],
    [['甲', creditCodeFor(1).toLowerCase()], 'code-lower-case'],
    [['甲', '12345'], 'code-wrong-length'],
    [['甲', '', '2021-02-29'], 'date-impossible'],
    [['甲', '', '', '很多'], 'number-unreadable'],
    [['甲', '', '', '', '乙'.repeat(2001)], 'field-too-long'],
    [['甲\ufffd公司'], 'row-unreadable'],
  ])('%j', (cells, reason) => {
    expect(readRow(cells, fields, WAN)).toBe(reason)
  })
  test('a number without a name is the party’s own', () => {
    expect(readRow(['甲', '139'], ['name', 'contactPhone'], WAN)).toMatchObject({ texts: { phone: '139' } })
  })
  test('what is taken in here the contract takes in as well', () => {
    for (const [field, longest] of Object.entries(LONGEST)) {
      if (!Object.hasOwn(partyFields, field)) continue
      const schema = partyFields[field as 'name']
      expect(schema.safeParse('字'.repeat(longest)).success, field).toBe(true)
      expect(schema.safeParse('字'.repeat(longest + 1)).success, field).toBe(false)
    }
  })
  test('no row, whatever it holds, does more than be taken or refused', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 8 }), (cells) => {
      const result = readRow(cells, fields, WAN)
      if (typeof result !== 'string') expect(partyFields.name.safeParse(result.name).success).toBe(true)
    }), { numRuns: 40 })
  })
})
