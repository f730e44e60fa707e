import { Select, Stack, Text as Words, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { archiveStateQuery } from '../../app/session.tsx'
import { FolderChoice } from '../../app/start/FolderChoice.tsx'
import { useText } from '../../app/text.tsx'
import type { Draft } from './draft.ts'

export type StepProps = { draft: Draft; onChange: (draft: Draft) => void; isShowingFaults: boolean }

/** Whose archive, under which regulation. */
export function CompanyStep({ draft, onChange, isShowingFaults }: StepProps) {
  const { archive, common } = useText()
  const regulations = useQuery(archiveStateQuery).data?.regulations ?? []
  return (
    <Stack gap="lg" maw={520}>
      <TextInput
        label={archive.create.company} description={archive.create.companyHint} required maxLength={100} autoFocus value={draft.company}
        error={isShowingFaults && draft.company.trim() === '' && common.needed}
        onChange={(event) => onChange({ ...draft, company: event.currentTarget.value })}
      />
      <Select
        label={archive.create.regulation} description={archive.create.regulationHint} required allowDeselect={false} searchable value={draft.regulation}
        data={regulations.map(({ id, title }) => ({ value: id, label: common.regulationVersion(id, title) }))} maxDropdownHeight={320}
        onChange={(regulation) => regulation !== null && onChange({ ...draft, regulation })}
      />
      <Words c="dimmed" fz="sm">{regulations.find(({ id }) => id === draft.regulation)?.summary}</Words>
    </Stack>
  )
}

/** Where it will lie, and what will be in it. */
export function FolderStep({ draft }: { draft: Draft }) {
  const { archive } = useText()
  return (
    <Stack gap="sm" align="center">
      <Words fz="lg" fw={600}>{draft.company.trim()}</Words>
      <Words c="dimmed">{draft.regulation} · {archive.create.summary(draft.people.length, draft.departments.length)}</Words>
      <FolderChoice />
    </Stack>
  )
}
