import { Modal, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from '../../../../shared/rules/surveys/forms.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { EvidenceFields, type Page } from './EvidenceFields.tsx'
import { blankForm, FormFields } from './FormFields.tsx'
import { changeSurveys, type FormKind } from './queries.ts'

type Party = { id: number; name: string; dossiers: readonly { id: number; kind: 'credit' | 'contract' }[] }

/** A form as it was found on a day, with the page behind it. */
export function SurveyDialog({ kind, party, onClose }: { kind: FormKind; party: Party; onClose: () => void }) {
  const { surveys: text } = useText()
  const today = useQuery(statusQuery).data?.today
  const [on, setOn] = useState<string | null>(today ?? null)
  const [form, setForm] = useState<unknown>(() => blankForm(kind))
  const [page, setPage] = useState<Page | null>(null)
  const [remarks, setRemarks] = useState('')
  const read = Form.safeParse(form)
  const save = async () => {
    if (!read.success) return
    await changeSurveys('surveys.record', { partyId: party.id, on: on ?? '', form: read.data, evidence: page, remarks: remarks.trim() || null })
    notifications.show({ message: text.recorded })
  }
  return (
    <Modal opened onClose={onClose} title={`${text.record(text.kind[kind])} · ${party.name}`} size={kind === 'related' ? 720 : 560}>
      <SaveForm action={text.record(text.kind[kind])} isReady={on !== null && read.success} onClose={onClose} onSave={save}>
        <DayInput label={text.on[kind]} required maxDate={today} value={on} onChange={setOn} w={180} />
        <FormFields kind={kind} form={form} onChange={setForm} />
        <EvidenceFields dossierId={party.dossiers.find((one) => one.kind === 'credit')?.id ?? null} page={page} onChange={setPage} />
        <Textarea label={text.remarks} autosize minRows={1} maxRows={4} maxLength={500} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
