import { describe, expect, test } from 'vitest'
import {
  emptyDocument, inputOf, itemNamedBy, missingFields, titleFromFile,
} from '../../../src/renderer/src/features/dossiers/adding/document-values.ts'
import { daysBetween, expiryOf } from '../../../src/renderer/src/features/dossiers/expiry.ts'
import type { DossierOf } from '../../../src/renderer/src/features/dossiers/queries.ts'

describe('how a document stands', () => {
  test.each([
    [null, null], ['2026-11-22', { state: 'expired', days: -1 }], ['2026-11-23', { state: 'soon', days: 0 }], ['2026-12-23', { state: 'soon', days: 30 }],
    ['2026-12-24', { state: 'good', days: 31 }],
  ])('valid until %s', (expiresOn, expected) => expect(expiryOf(expiresOn, '2026-11-23')).toEqual(expected))
  test('days are calendar days over the change of the clock', () => expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31))
})

describe('an entry', () => {
  test('lacks a title and pages until they are there', () => {
    expect(missingFields(emptyDocument)).toEqual(['title', 'pages'])
    expect(missingFields({ ...emptyDocument, title: '对账单', pages: 0 })).toEqual([])
  })
  test('cannot expire before it was written', () => {
    expect(missingFields({ ...emptyDocument, title: '证书', pages: 1, datedOn: '2026-05-02', expiresOn: '2026-05-01' })).toEqual(['expiresOn'])
  })
  test('goes to the archive trimmed, empty remarks as none', () => {
    expect(inputOf({ ...emptyDocument, title: ' 对账单 ', pages: 3, remarks: '  ' })).toMatchObject({ title: '对账单', pages: 3, remarks: null })
  })
  test.each([
    ['2023_资产负债表.pdf', '2023 资产负债表'], ['对账单.2024.xlsx', '对账单.2024'], ['无后缀', '无后缀'], ['第 3 期. 说明文字', '第 3 期. 说明文字'],
  ])('takes its title from the file %s', (name, title) => expect(titleFromFile(name)).toBe(title))
})

describe('the item that a file name names', () => {
  const item = (code: string, title: string, documents: number) => ({ code, title, isRequired: true, documents: Array.from({ length: documents }) })
  const dossier = {
    catalogue: [
      { code: '1', items: [item('1.1', '营业执照', 1), item('1.2', '许可证书', 0)] },
      { code: '3', items: [item('3.1', '资产负债表', 0), item('3.2', '利润表', 0)] },
      { code: '', items: [item('', '', 1)] },
    ],
  } as unknown as DossierOf
  test.each([
    ['2023年资产负债表（审计）.pdf', '3.1'], ['营业执照 副本.jpg', '1.1'], ['许可证书.tiff', '1.2'], ['IMG_0021.jpg', null], ['表.pdf', null],
  ])('%s', (name, code) => expect(itemNamedBy(name, dossier)?.code ?? null).toBe(code))
})
