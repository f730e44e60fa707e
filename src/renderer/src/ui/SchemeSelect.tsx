import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../shared/contract/index.ts'
import type { RatingKind } from '../../../shared/rules/schemes/schema.ts'
import { call } from '../app/bridge.ts'
import { useText } from '../app/text.tsx'

export type SchemeInForce = Output<'schemes.inForce'>[number]

/** What may be chosen to rate by as of a day; with a party those of its side alone. Nothing while it is not asked for (`on` null). */
export function useSchemesInForce(kind: RatingKind, on: string | null, partyId: number | null = null): readonly SchemeInForce[] {
  const { data = [] } = useQuery({
    queryKey: ['schemes.inForce', kind, on, partyId], queryFn: () => call('schemes.inForce', { kind, on: on!, partyId }), enabled: on !== null, staleTime: 0,
  })
  return data
}

/** The one chosen, as long as it may be; else the one that the program would take. */
export const schemeOf = (schemes: readonly SchemeInForce[], chosen: number | null): SchemeInForce | undefined =>
  schemes.find(({ schemeId }) => schemeId === chosen) ?? schemes[0]

type Props = { label: string; schemes: readonly SchemeInForce[]; value: number | null; onChange: (schemeId: number) => void }

/** Which of several schemes rates; nothing where there is no choice. */
export function SchemeSelect({ label, schemes, value, onChange }: Props) {
  const { ratings: { create } } = useText()
  if (schemes.length < 2) return null
  const isBoth = new Set(schemes.map((one) => one.for)).size > 1
  return (
    <Select
      label={label} allowDeselect={false} value={String(schemeOf(schemes, value)!.schemeId)} onChange={(id) => id !== null && onChange(Number(id))}
      data={schemes.map(({ schemeId, code, name, for: side }) => ({ value: String(schemeId), label: isBoth ? `${create[side]}　${name}　${code}` : `${name}　${code}` }))}
    />
  )
}
