import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requiredItems } from '../../src/shared/rules/regulations/schema.ts'
import { adoptRegulation, currentRegulation, loadPresets, regulationOfVersion } from '../../src/main/regulations/load.ts'
import { openStore, type Store } from '../../src/main/storage/database.ts'

const presetFolder = join(import.meta.dirname, '../../resources/regulations')
let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'juanzong-regulations-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the regulations that come with the program', () => {
  const presets = loadPresets(presetFolder)

  it('are in the order of their ids', () => {
    const ids = presets.map((preset) => preset.id)
    expect(ids).toEqual([...ids].sort())
    expect(ids).toEqual(expect.arrayContaining(['S02', 'S05', 'S16', 'S22']))
  })

  it.each(presets.filter(({ id }) => ['S02', 'S04', 'S05', 'S16', 'S22'].includes(id)).map((preset) => [preset.id, preset] as const))('%s has six classes for credit and eleven for contracts', (_id, preset) => {
    expect(preset.catalogues.credit.classes).toHaveLength(6)
    expect(preset.catalogues.contract.classes).toHaveLength(11)
    expect(requiredItems(preset, 'credit').length).toBeGreaterThan(5)
    expect(requiredItems(preset, 'contract').length).toBeGreaterThan(5)
  })

  it('asks the general manager besides for confidential dossiers alone, unless the text asks for him always', () => {
    for (const { lookup } of presets) {
      expect(lookup.signers.map((signer) => [signer.role, signer.fromLevel])).toEqual([['officeDirector', 'public'], ['generalManager', 'confidential']])
    }
  })
})

describe('a damaged regulation', () => {
  const sound = () => JSON.parse(readFileSync(join(presetFolder, 'S22.json'), 'utf8')) as Record<string, never> & { [key: string]: unknown }
  const damaged = (change: (body: ReturnType<typeof sound>) => void, name = 'S22.json') => {
    const body = sound()
    change(body)
    writeFileSync(join(folder, name), JSON.stringify(body))
  }

  it.each([
    ['a missing part', () => damaged((body) => { delete body['lookup'] }), 'lookup'],
    ['an unknown key', () => damaged((body) => { body['loanDays'] = 9 as never }), 'body'],
    ['a pattern without the year', () => damaged((body) => { body['numbering'] = { credit: 'XY-{department}-{sequence:4}', contract: 'HT-{department}-{year}-{sequence:4}', slip: 'CX-{year}-{sequence:4}' } as never }), 'numbering.credit'],
    ['a pattern with an unknown place', () => damaged((body) => { body['numbering'] = { credit: 'XY-{department}-{year}-{month}-{sequence:4}', contract: 'HT-{department}-{year}-{sequence:4}', slip: 'CX-{year}-{sequence:4}' } as never }), 'numbering.credit'],
    ['one pattern for both kinds', () => damaged((body) => { body['numbering'] = { credit: 'A-{department}-{year}-{sequence:4}', contract: 'A-{department}-{year}-{sequence:4}', slip: 'CX-{year}-{sequence:4}' } as never }), 'numbering.contract'],
    ['a file that is no JSON', () => writeFileSync(join(folder, 'S22.json'), '{"id":'), 'body'],
    ['a file under another name', () => damaged(() => {}, 'S21.json'), 'id'],
  ])('%s is refused with its place', (_case, write, place) => {
    write()
    expect(() => loadPresets(folder)).toThrow(expect.objectContaining({ code: 'file-unreadable', details: expect.objectContaining({ place, file: expect.stringMatching(/^S2\d\.json$/), reason: expect.stringMatching(/./) }) }))
  })

  it('refuses an item code that stands twice', () => {
    damaged((body) => {
      const credit = (body['catalogues'] as never as { credit: { classes: { items: { code: string }[] }[] } }).credit
      credit.classes[1]!.items[0]!.code = credit.classes[0]!.items[0]!.code
    })
    expect(() => loadPresets(folder)).toThrow(expect.objectContaining({ details: expect.objectContaining({ place: 'catalogues.credit.classes' }) }))
  })
})

describe('the regulation in force', () => {
  let store: Store
  beforeEach(() => { store = openStore(join(folder, 'test.db'), Buffer.alloc(32, 1), { create: true }) })
  afterEach(() => store.close())
  const preset = loadPresets(presetFolder).find((candidate) => candidate.id === 'S22')!

  it('is the newest version that is effective by the day', () => {
    const [first, second] = store.write((trx) => [
      adoptRegulation(trx, preset, '2025-01-01'), adoptRegulation(trx, { ...preset, title: '修订版' }, '2026-07-01'),
    ])
    expect(currentRegulation(store, '2026-06-30')).toEqual({ regulation: preset, versionId: first, effectiveOn: '2025-01-01' })
    expect(currentRegulation(store, '2026-07-01')).toMatchObject({ versionId: second, regulation: { title: '修订版' } })
    expect(regulationOfVersion(store, first).title).toBe(preset.title)
  })

  it('of two adopted for one day is the later one', () => {
    const [, second] = store.write((trx) => [adoptRegulation(trx, preset, '2025-01-01'), adoptRegulation(trx, { ...preset, title: '更正' }, '2025-01-01')])
    expect(currentRegulation(store, '2025-01-01').versionId).toBe(second)
  })

  it('is never the one of a version that was rolled back under the same id', () => {
    store.write((trx) => adoptRegulation(trx, preset, '2025-01-01'))
    expect(() => store.write((trx) => {
      adoptRegulation(trx, { ...preset, title: '作废' }, '2025-02-01')
      expect(currentRegulation(trx, '2025-03-01').regulation.title).toBe('作废')
      throw new Error('rolled back')
    })).toThrow('rolled back')
    store.write((trx) => adoptRegulation(trx, { ...preset, title: '生效' }, '2025-02-01'))
    store.write((trx) => expect(currentRegulation(trx, '2025-03-01').regulation.title).toBe('生效'))
  })

  it('is missed in words when there is none yet', () => {
    expect(() => currentRegulation(store, '2026-01-01')).toThrow(expect.objectContaining({ code: 'archive-damaged' }))
  })
})
