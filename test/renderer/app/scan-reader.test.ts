import { describe, expect, test } from 'vitest'
import { createScanReader } from '../../../src/renderer/src/app/frame/scan-reader.ts'

/** Presses the keys at a steady pace and answers what the last one gave. */
function press(keys: readonly string[], gap: number, reader = createScanReader(), from = 1000): string | null {
  let answer: string | null = null
  keys.forEach((key, index) => {
    answer = reader.press(key, from + index * gap)
  })
  return answer
}
const code = [...'CX-2026-0412', 'Enter']

describe('a scanner', () => {
  test('is heard', () => expect(press(code, 8)).toBe('CX-2026-0412'))
  test('is heard with the shift keys it sends for capitals', () => {
    expect(press(['Shift', 'C', 'Shift', 'X', ...'-2026-0412', 'Enter'], 8)).toBe('CX-2026-0412')
  })
  test('is heard a second time, without what came before', () => {
    const reader = createScanReader()
    press(code, 8, reader)
    expect(press([...'XY-XS1-2024-0137', 'Enter'], 8, reader, 5000)).toBe('XY-XS1-2024-0137')
  })
  test('is not disturbed by a key pressed long before', () => {
    const reader = createScanReader()
    reader.press('j', 0)
    expect(press(code, 8, reader)).toBe('CX-2026-0412')
  })
})

describe('a person', () => {
  test('typing is not a scan', () => expect(press(code, 120)).toBeNull())
  test('pressing Enter alone is not a scan', () => expect(press(['Enter'], 0)).toBeNull())
  test('drumming a few keys is not a scan', () => expect(press([...'abc', 'Enter'], 8)).toBeNull())
  test('pausing before Enter is not a scan', () => {
    const reader = createScanReader()
    press([...'CX-2026-0412'], 8, reader)
    expect(reader.press('Enter', 3000)).toBeNull()
  })
})
