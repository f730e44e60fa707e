import { Group, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DEFAULT_FIELDS } from '../../../../shared/contract/defaults.ts'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { DEFAULT_KINDS, type DefaultKind } from '../../../../shared/rules/defaults/kinds.ts'
import { call } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { ImportModal } from '../../ui/importing/ImportModal.tsx'
import { useTableImport } from '../../ui/importing/use-table-import.ts'
import { defaultsChanged } from './queries.ts'

type Counted = Output<'defaults.previewImport'> | Output<'defaults.import'>

/** Defaults from a table; what it does not say of kind and day is stated here. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { defaults: text, importing: words } = useText()
  const today = useQuery(statusQuery).data?.today
  const job = useJob('defaults.import')
  const [kind, setKind] = useState<DefaultKind | null>(null)
  const [on, setOn] = useState<string | null>(null)
  const importing = useTableImport('defaults.previewImport', {
    job, fields: DEFAULT_FIELDS, asked: ([file], columns): Input<'defaults.import'> => ({ upload: file?.token ?? '', kind, on, ...(columns && { columns }) }), preview: (input) => call('defaults.previewImport', input),
    filesOf: (preview) => [{ ...preview, rows: preview.read }], changed: defaultsChanged,
  })
  const counts = (of: Counted) => [[words.read, of.read], [words.added, of.added], [words.repeated, of.repeated], [text.noDefault, of.none], [words.refused, of.refusedTotal, true]] as const
  return (
    <ImportModal
      title={text.importTitle} importing={importing} field={text.field} refusal={text.refusal} drop={text.importTitle} hint={text.importKinds} instead={{ kind: text.kindInstead }} onClose={onClose} counts={counts} ready={({ added }) => added}
      before={(
        <Group grow align="flex-start">
          <Select label={text.importKind} clearable disabled={job.isRunning} data={DEFAULT_KINDS.map((value) => ({ value, label: text.kind[value] }))} value={kind} onChange={setKind} />
          <DayInput label={text.importOn} maxDate={today} disabled={job.isRunning} value={on} onChange={setOn} />
        </Group>
      )}
    />
  )
}
