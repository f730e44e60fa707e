import { Group, NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../app/text.tsx'
import { scansQuery } from './queries.ts'

export type Page = { attachmentId: number; page: number }

/** The scan and the page that a form rests on, out of the party's credit dossier. */
export function EvidenceFields({ dossierId, page, onChange }: { dossierId: number | null; page: Page | null; onChange: (page: Page | null) => void }) {
  const { surveys: text } = useText()
  const dossier = useQuery({ ...scansQuery(dossierId ?? 0), enabled: dossierId !== null }).data
  const scans = (dossier?.catalogue ?? []).flatMap(({ items }) => items).flatMap(({ documents }) => documents)
    .flatMap(({ title, attachments }) => attachments.map((one) => ({ id: one.id, pages: one.pages ?? 1, label: attachments.length > 1 ? `${title} · ${one.name}` : title })))
  const chosen = scans.find(({ id }) => id === page?.attachmentId)
  return (
    <Group align="flex-start" wrap="nowrap">
      <Select
        flex={1} label={text.evidence} description={text.evidenceHint} clearable searchable nothingFoundMessage={text.noScans} placeholder={scans.length === 0 ? text.noScans : undefined}
        data={scans.map(({ id, label }) => ({ value: String(id), label }))} value={page === null ? null : String(page.attachmentId)}
        onChange={(id) => onChange(id === null ? null : { attachmentId: Number(id), page: 1 })}
      />
      {page !== null && (
        <NumberInput
          w={96} label={text.page} description={`1–${chosen?.pages ?? 1}`} min={1} max={chosen?.pages ?? 1} allowDecimal={false} clampBehavior="strict" value={page.page}
          onChange={(value) => typeof value === 'number' && onChange({ ...page, page: value })}
        />
      )}
    </Group>
  )
}
