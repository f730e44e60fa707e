import { expect, test } from 'vitest'
import { countPages } from '../../../src/renderer/src/features/dossiers/viewer/count-pages.ts'

test.each([
  ['image/png', 1], ['audio/wav', 0], ['video/webm', 0], ['application/msword', null], ['application/pdf', null],
] as const)('pages of %s are proposed as %j; null has to be counted by hand', async (mime, pages) => {
  expect(await countPages(new Blob(['no real file']), mime)).toBe(pages)
})
