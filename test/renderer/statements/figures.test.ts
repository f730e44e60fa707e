import { describe, expect, test } from 'vitest'
import { yearsUntil } from '../../../src/renderer/src/features/statements/FiguresPanel.tsx'
import type { StatementOf } from '../../../src/renderer/src/features/statements/queries.ts'
import { figuresOf } from '../../../src/shared/rules/statements/forms.ts'
import { SMALL_LINES } from '../../statements/worked.ts'

const set = (periodEnd: string): StatementOf => ({ id: 1, periodEnd, format: 'small', unit: 'yuan', state: 'confirmed', lines: [...SMALL_LINES] }) as unknown as StatementOf
const shown = (periodEnd: string, all: readonly StatementOf[]) => yearsUntil(set(periodEnd), figuresOf(SMALL_LINES), all).map(({ end, read }) => [end, read('income', 'revenue'), read('balance', 'totalAssets')])

describe('years beside each other', () => {
  test('a year is shown beside years, half a year beside the same half', () => {
    const all = [set('2026-06-30'), set('2025-12-31'), set('2025-06-30'), set('2024-12-31')]
    expect(shown('2025-12-31', all).map(([end]) => end)).toEqual(['2023-12-31', '2024-12-31', '2025-12-31'])
    expect(shown('2026-06-30', all).map(([end]) => end)).toEqual(['2024-06-30', '2025-06-30', '2026-06-30'])
  })
  test('the opening balances of an interim set are not those of the same months before; its flows are', () => {
    expect(shown('2026-06-30', [])).toEqual([['2025-06-30', 130_000, null], ['2026-06-30', 150_000, 110_000]])
    expect(shown('2025-12-31', [])).toEqual([['2024-12-31', 130_000, 101_200], ['2025-12-31', 150_000, 110_000]])
  })
})
