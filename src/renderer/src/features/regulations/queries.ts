import { queryOptions } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import type { Regulation } from '../../../../shared/rules/regulations/schema.ts'
import { call } from '../../app/bridge.ts'

export type Overview = Output<'regulations.overview'>
export type KeptClause = Overview['clauses'][number]
export type Counts = Overview['together']
export type CaseState = keyof Counts
export type Case = Output<'regulations.cases'>['rows'][number]
export type Version = Output<'regulations.versions'>[number]
export type Preset = Output<'regulations.presets'>[number]
export type { Regulation }

/** Cases move with every step anywhere, so the page is counted again whenever it is looked at. */
export const keptQuery = queryOptions({
  queryKey: ['regulations.overview'], queryFn: () => call('regulations.overview', {}), staleTime: 0, refetchOnWindowFocus: true,
})
export const presetsQuery = queryOptions({ queryKey: ['regulations.presets'], queryFn: () => call('regulations.presets', {}) })
export const versionsQuery = queryOptions({ queryKey: ['regulations.versions'], queryFn: () => call('regulations.versions', {}), staleTime: 0 })

/** A regulation by where it comes from: a preset of the program, or a version of this archive. */
export type SourceId = `preset:${string}` | `version:${number}`

export const bodyQuery = (source: SourceId) =>
  queryOptions({
    queryKey: ['regulations.body', source],
    queryFn: async (): Promise<Regulation> => {
      const [from = '', id = ''] = source.split(':')
      return from === 'preset' ? await call('regulations.preset', { id }) : (await call('regulations.version', { id: Number(id) })).body
    },
  })
