import { useQuery } from '@tanstack/react-query'
import { useText } from '../../app/text.tsx'
import { presetsQuery, versionsQuery, type SourceId } from './queries.ts'

export type SourceGroup = { group: string; items: { value: SourceId; label: string }[] }

/** Every regulation that can be looked at: this archive's versions that were not withdrawn, then the presets. */
export function useSources(): { groups: SourceGroup[]; inForce: SourceId | null; error: Error | null; refetch: () => void } {
  const { regulations, common } = useText()
  const words = regulations.compare
  const presets = useQuery(presetsQuery)
  const versions = useQuery(versionsQuery)
  const standing = (versions.data ?? []).filter(({ state }) => state !== 'withdrawn' && state !== 'replaced')
  const current = standing.find(({ state }) => state === 'inForce')
  const groups = [
    {
      group: words.versions,
      items: standing.map((version) => ({
        value: `version:${version.id}` as SourceId,
        label: version.state === 'inForce' ? words.inForce(`${version.regulation} ${version.title}`) : `${version.regulation} ${words.version(version.effectiveOn)}`,
      })),
    },
    { group: words.presets, items: (presets.data ?? []).map(({ id, title }) => ({ value: `preset:${id}` as SourceId, label: common.regulationVersion(id, title) })) },
  ]
  return {
    groups, inForce: current ? `version:${current.id}` : null, error: presets.error ?? versions.error,
    refetch: () => void Promise.all([presets.refetch(), versions.refetch()]),
  }
}

/** Reads a source from an address; null for anything else. */
export function readSource(text: string | null): SourceId | null {
  return text !== null && /^(preset:S\d\d|version:[1-9]\d{0,14})$/.test(text) ? (text as SourceId) : null
}
