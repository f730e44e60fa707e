import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slipText, type SlipWords } from '../../src/shared/rules/lookups/text.ts'

const slip: SlipWords = {
  number: 'CX-2026-0412', regulation: { id: 'S22', versionId: 1, clause: '6' }, filledAt: '2026-11-23T06:02:00.000Z',
  filledBy: { login: 'zhoumin', name: '周敏' }, applicant: { login: 'liruogu', name: '李若谷' }, unit: '销售一部', phone: '8062',
  partyName: '山东锦岱锻造股份有限公司',
  dossiers: [
    { number: 'XY-XS1-2024-0138', title: '景宸暖通', level: 'public' }, { number: 'XY-XS1-2024-0137', title: '锦岱锻造', level: 'internal' },
  ],
  purpose: '2027 年度框架合同续签', manner: 'borrow', copyPages: null, untilOn: '2026-11-26', loanDays: 10,
}

describe('the text that is signed', () => {
  test('says everything a signer relies on, in one order for ever', () => {
    expect(slipText(slip)).toBe(
      [
        'lookup-slip 1',
        'number "CX-2026-0412"',
        'regulation "S22" 1 "6"',
        'filled "2026-11-23T06:02:00.000Z" "zhoumin" "周敏"',
        'applicant "liruogu" "李若谷"',
        'unit "销售一部"',
        'phone "8062"',
        'party "山东锦岱锻造股份有限公司"',
        'dossier "XY-XS1-2024-0137" "锦岱锻造" "internal"',
        'dossier "XY-XS1-2024-0138" "景宸暖通" "public"',
        'purpose "2027 年度框架合同续签"',
        'manner "borrow" null',
        'until "2026-11-26"',
        'loan-days 10',
        '',
      ].join('\n'),
    )
  })

  test('the order in which dossiers were chosen does not matter', () => {
    expect(slipText({ ...slip, dossiers: [...slip.dossiers].reverse() })).toBe(slipText(slip))
  })

  test('two different slips never have the same text, whatever is written into them', () => {
    const word = fc.string({ unit: fc.constantFrom('"', '\\', '\n', ' ', 'a', '卷'), maxLength: 6 })
    const words = fc.record({ unit: word, phone: fc.option(word), partyName: word, purpose: word, untilOn: word })
    fc.assert(
      fc.property(words, words, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other)
        expect(slipText({ ...slip, ...one }) === slipText({ ...slip, ...other })).toBe(isSame)
      }),
    )
  })
})
