import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { finishInterruptedRestore } from '../../src/main/archive/restore.ts'
import { claimArchive } from '../../src/main/archive/in-use.ts'
import { beginReplacement } from '../../src/main/archive/replacement.ts'
import { temporaryFolder } from './temporary.ts'

const NOW = new Date(2026, 10, 23, 10, 15, 0)

function place(content: string | null) {
  const base = temporaryFolder()
  const folder = join(base, 'archive')
  if (content !== null) fill(folder, content)
  return { base, folder, kept: `${folder}-kept-20261123-101500` }
}
function fill(folder: string, content: string) {
  mkdirSync(folder, { recursive: true })
  for (const name of ['keys.json', 'archive.db']) writeFileSync(join(folder, name), content)
}
const contentOf = (folder: string) => readFileSync(join(folder, 'archive.db'), 'utf8')

test('carried out: the new one in place, the former kept, nothing else', async () => {
  const { base, folder, kept } = place('former')
  const replacement = await beginReplacement(folder, NOW)
  fill(replacement.staging, 'new')
  expect(await replacement.carryOut(async () => expect(contentOf(folder)).toBe('former'))).toBe(kept)
  expect([contentOf(folder), contentOf(kept)]).toEqual(['new', 'former'])
  expect(readdirSync(base).toSorted()).toEqual([basename(folder), basename(kept)])
  expect(finishInterruptedRestore(folder)).toBe('nothing')
})

test('abandoned, or its preparation refused: as before', async () => {
  const { base, folder } = place('former')
  const first = await beginReplacement(folder, NOW)
  fill(first.staging, 'new')
  await first.abandon()
  const second = await beginReplacement(folder, NOW)
  await expect(second.carryOut(async () => { throw new Error('still busy') })).rejects.toThrow('still busy')
  await second.abandon()
  expect(readdirSync(base)).toEqual(['archive'])
  expect(contentOf(folder)).toBe('former')
})

test('an archive that another program has open is not replaced under its hands', async () => {
  const { base, folder } = place('former')
  const release = claimArchive(folder)
  const replacement = await beginReplacement(folder, NOW)
  fill(replacement.staging, 'new')
  await expect(replacement.carryOut(async () => {})).rejects.toMatchObject({ code: 'archive-in-use' })
  await replacement.abandon()
  release()
  expect(readdirSync(base)).toEqual(['archive'])
  expect(contentOf(folder)).toBe('former')
})

/** The state that a kill leaves, at each step of the exchange. */
function interrupted(phase: 'unpacking' | 'replacing', content: string | null, step: 'before' | 'between' | 'after') {
  const { base, folder, kept } = place(content)
  const staging = `${folder}-restoring-0123abcd`
  fill(staging, 'new')
  const journal = { phase, staging: basename(staging), kept: content === null || phase === 'unpacking' ? null : basename(kept) }
  writeFileSync(`${folder}.restore.json`, JSON.stringify(journal))
  if (step !== 'before' && content !== null) renameSync(folder, kept)
  if (step === 'after') renameSync(staging, folder)
  return { base, folder, kept, staging }
}

test('killed while unpacking: the former archive stays, the half one goes', () => {
  const { base, folder } = interrupted('unpacking', 'former', 'before')
  expect(finishInterruptedRestore(folder)).toBe('undone')
  expect(readdirSync(base)).toEqual(['archive'])
  expect(contentOf(folder)).toBe('former')
})

test('killed before the first rename: nothing has happened', () => {
  const { base, folder } = interrupted('replacing', 'former', 'before')
  expect(finishInterruptedRestore(folder)).toBe('undone')
  expect(readdirSync(base)).toEqual(['archive'])
  expect(contentOf(folder)).toBe('former')
})

test('killed between the two renames: the new one takes its place', () => {
  const { base, folder, kept } = interrupted('replacing', 'former', 'between')
  expect(existsSync(folder)).toBe(false)
  expect(finishInterruptedRestore(folder)).toBe('finished')
  expect([contentOf(folder), contentOf(kept)]).toEqual(['new', 'former'])
  expect(readdirSync(base)).toHaveLength(2)
})

test('the same where an empty folder has been made meanwhile, and where there was no archive before', () => {
  const first = interrupted('replacing', 'former', 'between')
  mkdirSync(first.folder)
  expect(finishInterruptedRestore(first.folder)).toBe('finished')
  expect(contentOf(first.folder)).toBe('new')
  const second = interrupted('replacing', null, 'between')
  expect(finishInterruptedRestore(second.folder)).toBe('finished')
  expect(contentOf(second.folder)).toBe('new')
  expect(readdirSync(second.base)).toEqual(['archive'])
})

test('killed after both: only the journal goes', () => {
  const { base, folder, kept } = interrupted('replacing', 'former', 'after')
  expect(finishInterruptedRestore(folder)).toBe('finished')
  expect([contentOf(folder), contentOf(kept)]).toEqual(['new', 'former'])
  expect(readdirSync(base)).toHaveLength(2)
})

test('the new one vanished between the renames: the former gets its name back', () => {
  const { folder, kept, staging, base } = interrupted('replacing', 'former', 'between')
  renameSync(staging, join(base, 'elsewhere'))
  expect(finishInterruptedRestore(folder)).toBe('finished')
  expect(contentOf(folder)).toBe('former')
  expect(existsSync(kept)).toBe(false)
})

test.each([
  ['not JSON', '{'],
  ['a folder elsewhere', JSON.stringify({ phase: 'unpacking', staging: '../precious', kept: null })],
  ['a folder not made for it', JSON.stringify({ phase: 'unpacking', staging: 'precious', kept: null })],
  ['a kept folder elsewhere', JSON.stringify({ phase: 'replacing', staging: 'archive-restoring-0123abcd', kept: 'archive-kept-/../../precious' })],
])('a journal that says %s deletes and moves nothing', (_, journal) => {
  const { base, folder } = place('former')
  fill(join(base, 'precious'), 'precious')
  writeFileSync(`${folder}.restore.json`, journal)
  expect(finishInterruptedRestore(folder)).toBe('nothing')
  expect(contentOf(folder)).toBe('former')
  expect(contentOf(join(base, 'precious'))).toBe('precious')
})

test('while another process restores, it is left alone; once that is dead, it is cleared up', async () => {
  const { folder, base } = place('former')
  const code = `
    const { beginReplacement } = await import(${JSON.stringify(new URL('../../src/main/archive/replacement.ts', import.meta.url).href)})
    await beginReplacement(${JSON.stringify(folder)}, new Date())
    console.log('begun')
    setInterval(() => {}, 1000)
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  expect(finishInterruptedRestore(folder)).toBe('running')
  await expect(beginReplacement(folder, NOW)).rejects.toMatchObject({ code: 'archive-in-use' })
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  expect(finishInterruptedRestore(folder)).toBe('undone')
  expect(readdirSync(base)).toEqual(['archive'])
})
