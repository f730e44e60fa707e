import { beforeEach, expect, test } from 'vitest'
import { forgetUnsaved, keepUnsaved, unsavedAt, unsavedOf } from '../../../src/renderer/src/app/unsaved.ts'

beforeEach(() => forgetUnsaved())

test('what one person typed is his alone, and is there when he comes back', () => {
  keepUnsaved(1, 'statement:7', { line: 1 }, '徐州锦岱　2025 年')
  expect(unsavedAt(2, 'statement:7')).toBeNull()
  expect(unsavedOf(2)).toEqual([])
  keepUnsaved(2, 'statement:7', { line: 2 }, '徐州锦岱　2025 年')
  forgetUnsaved(2)
  expect(unsavedAt(1, 'statement:7')).toEqual({ line: 1 })
  expect(unsavedOf(1)).toEqual(['徐州锦岱　2025 年'])
})

test('what is saved is told no more; what is kept without a loss is not told', () => {
  keepUnsaved(1, 'party:3', { name: '某' }, '某')
  keepUnsaved(1, 'regulation', { from: 'version:1' }, null)
  keepUnsaved(1, 'party:3', null, null)
  expect(unsavedOf(1)).toEqual([])
  expect(unsavedAt(1, 'regulation')).toEqual({ from: 'version:1' })
  forgetUnsaved()
  expect(unsavedAt(1, 'regulation')).toBeNull()
})
