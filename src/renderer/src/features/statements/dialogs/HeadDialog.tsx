import { Modal, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OPINIONS } from '../../../../../shared/contract/statements.ts'
import { FORMATS, type StatementFormat } from '../../../../../shared/rules/statements/form.ts'
import { lineAt, lineByCode } from '../../../../../shared/rules/statements/forms.ts'
import { isAnnual, monthEnd } from '../../../../../shared/rules/statements/period.ts'
import { UNITS } from '../../../../../shared/rules/statements/units.ts'
import { statusQuery } from '../../../app/session.tsx'
import { useText } from '../../../app/text.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { changeStatements, documentsQuery, inputOf, type SaveInput, type StatementOf } from '../queries.ts'
import styles from '../statements.module.css'
import type { StatementsParty } from '../StatementsTab.tsx'
import { type Fields, type Known, newFields } from './new-fields.ts'

type Props = {
  party: StatementsParty
  /** Null: a new set. */
  statement: StatementOf | null
  /** Its figures as they stand on the screen. */
  lines?: SaveInput['lines']
  /** What there is already, newest first, to propose the next year, and the form and unit that the party writes in. */
  years: readonly Known[]
  onClose: () => void
  onDone: (id: number, version: number) => void
}

/** Of what year, in what form and unit, how audited, when received, from which paper. */
export function HeadDialog({ party, statement, lines = [], years, onClose, onDone }: Props) {
  const { statements: { dialog: words } } = useText()
  return (
    <Modal opened onClose={onClose} title={statement ? words.editTitle : words.addTitle} size={560}>
      <HeadForm party={party} statement={statement} lines={lines} years={years} onClose={onClose} onDone={onDone} />
    </Modal>
  )
}

function HeadForm({ party, statement, lines = [], years, onClose, onDone }: Props) {
  const { statements: words } = useText()
  const today = useQuery(statusQuery).data?.today ?? ''
  const [fields, setFields] = useState<Fields>(() => (statement ? inputOf(statement) : newFields(party.id, today, years)))
  const set = (part: Partial<Fields>) => setFields((was) => ({ ...was, ...part }))
  const save = async () => {
    const kept = statement && fields.format !== statement.format ? converted(lines, statement.format, fields.format) : lines
    const { id, version } = await changeStatements('statements.save', { ...fields, lines: kept, ...(statement && { id: statement.id, version: statement.version }) })
    onDone(id, version)
  }
  const { dialog } = words
  const isReady = fields.periodEnd !== '' && fields.receivedOn !== ''
  return (
    <SaveForm action={statement ? dialog.save : dialog.create} isReady={isReady} onClose={onClose} onSave={save}>
      <div className={styles.two}>
        <DayInput
          label={dialog.periodEnd} required maxDate={today} value={fields.periodEnd || null} disabled={statement !== null && statement.revisesId !== null}
          description={fields.periodEnd !== '' && !isAnnual(fields.periodEnd) ? `${words.tab.year(fields.periodEnd)}　${words.tab.interimHint}` : undefined}
          onChange={(day) => set({ periodEnd: day === null ? '' : monthEnd(day) })}
        />
        <DayInput label={dialog.receivedOn} required maxDate={today} value={fields.receivedOn || null} onChange={(day) => set({ receivedOn: day ?? '' })} />
        <Select
          label={dialog.format} allowDeselect={false} data={FORMATS.map((value) => ({ value, label: words.format[value] }))} value={fields.format} onChange={(format) => format && set({ format })}
          description={statement && fields.format !== statement.format ? dialog.formatHint : undefined}
        />
        <Select label={dialog.unit} allowDeselect={false} data={UNITS.map((value) => ({ value, label: words.unit[value] }))} value={fields.unit} onChange={(unit) => unit && set({ unit })} />
        <Select label={dialog.opinion} allowDeselect={false} data={OPINIONS.map((value) => ({ value, label: words.opinion[value] }))} value={fields.opinion} onChange={(opinion) => opinion && set({ opinion })} />
        <TextInput label={dialog.auditor} maxLength={100} data-autofocus value={fields.auditor ?? ''} onChange={(event) => set({ auditor: event.currentTarget.value })} />
        <SourceField party={party} known={statement?.source ?? null} source={fields.source ?? null} onChange={(source) => set({ source })} />
        <Textarea className={styles.wide} label={dialog.remarks} autosize minRows={1} maxRows={4} maxLength={500} value={fields.remarks ?? ''} onChange={(event) => set({ remarks: event.currentTarget.value })} />
        <p className={`${styles.hint} ${styles.wide}`}>{dialog.receivedHint}</p>
      </div>
    </SaveForm>
  )
}

/** Lines that both forms have, where the other form has them. */
function converted(lines: SaveInput['lines'], from: StatementFormat, to: StatementFormat): SaveInput['lines'] {
  return lines.flatMap((one) => {
    const code = lineAt(from, one.sheet, one.line)?.code
    const line = code === undefined ? undefined : lineByCode(to, one.sheet, code)
    return line ? [{ ...one, line: line.number }] : []
  })
}

type Source = NonNullable<Fields['source']>

/** The paper in the party's folder; its documents are read when one asks for them. */
function SourceField({ party, known, source, onChange }: { party: StatementsParty; known: StatementOf['source']; source: Source | null; onChange: (source: Source | null) => void }) {
  const { statements: { dialog: words } } = useText()
  const dossierId = party.dossiers.find(({ kind }) => kind === 'credit')?.id ?? null
  const [isAsked, setAsked] = useState(false)
  const documents = useQuery({ ...documentsQuery(dossierId ?? 0), enabled: isAsked && dossierId !== null }).data
  const choices = documents?.flatMap(({ id, title, datedOn, attachments }) =>
    [{ value: `${id}:${attachments[0]?.id ?? ''}`, label: [title, datedOn].filter(Boolean).join('　'), pages: attachments[0]?.pages ?? null }])
    ?? (known ? [{ value: `${known.documentId}:${known.attachment?.id ?? ''}`, label: known.title, pages: known.attachment?.pages ?? null }] : [])
  const value = source ? `${source.documentId}:${source.attachmentId ?? ''}` : null
  const pages = choices.find((choice) => choice.value === value)?.pages ?? null
  return (
    <>
      <Select
        label={words.source} description={words.sourceHint} clearable searchable data={choices.map(({ value, label }) => ({ value, label }))} value={value} nothingFoundMessage={words.noSource} disabled={dossierId === null}
        placeholder={dossierId === null ? words.noSource : undefined} onDropdownOpen={() => setAsked(true)}
        onChange={(chosen) => {
          const [documentId, attachmentId] = (chosen ?? '').split(':')
          onChange(chosen === null ? null : { documentId: Number(documentId), attachmentId: attachmentId ? Number(attachmentId) : null, page: null })
        }}
      />
      <NumberInput
        label={words.page} description={pages === null ? ' ' : `1–${pages}`} min={1} max={pages ?? 10_000} allowDecimal={false} disabled={source === null} value={source?.page ?? ''}
        onChange={(page) => source && onChange({ ...source, page: typeof page === 'number' ? page : null })}
      />
    </>
  )
}
