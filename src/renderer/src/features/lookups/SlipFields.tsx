import { Alert, Button, Checkbox, Group, NumberInput, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { MANNERS } from '../../../../shared/contract/lookups.ts'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { PartyField } from './PartyField.tsx'
import { dayAfter } from './periods.ts'
import { partyQuery, useCommand, type Person, type Slip } from './queries.ts'
import styles from './create.module.css'

type DossierChoice = { readonly id: number; readonly number: string; readonly title: string }
type Manner = (typeof MANNERS)[number]

/** What a slip is filled in with. Null for a day or for ticks: nobody has chosen yet, so what is usual stands. */
export type SlipDraft = {
  readonly applicantId: number
  readonly phone: string
  readonly partyName: string
  readonly partyId: number | null
  readonly dossiers: readonly DossierChoice[]
  readonly ticked: readonly number[] | null
  readonly purpose: string
  readonly manner: Manner
  readonly copyPages: number | null
  readonly untilOn: string | null
}

type Props = {
  slip: Slip | null
  draft: SlipDraft
  people: readonly Person[]
  today: string
  regulation: string
  /** Days a folder may be away by manner; undefined while not known. */
  loanDays: Readonly<Record<Manner, number>> | undefined
  isPrefillRefused: boolean
  onClose: () => void
  onDone: (id: number) => void
}

/** The fields of a slip, in the order of the paper form, and the two ways to finish: submit, or keep as a draft. */
export function SlipFields({ slip, draft: first, people, today, regulation, loanDays, isPrefillRefused, onClose, onDone }: Props) {
  const { lookups, common } = useText()
  const words = lookups.create
  const [draft, setDraft] = useState(first)
  const set = (change: Partial<SlipDraft>) => setDraft((was) => ({ ...was, ...change }))
  const party = useQuery({ ...partyQuery(draft.partyId ?? 0), enabled: draft.partyId !== null })
  const applicant = people.find(({ id }) => id === draft.applicantId)
  const known = party.data?.dossiers.map(({ id, number, kind }) => ({ id, number, title: common.dossierKind[kind], kind })) ?? []
  const choices: readonly DossierChoice[] = draft.partyId === null ? draft.dossiers : known
  const ticked = draft.ticked?.filter((id) => choices.some((choice) => choice.id === id)) ?? known.filter(({ kind }) => kind === 'credit').map(({ id }) => id)
  const untilOn = draft.untilOn ?? dayAfter(today, loanDays?.[draft.manner] ?? 0)
  const { isRunning, refusal, finish } = useFinish(slip, { ...draft, untilOn, ticked }, onDone)
  const isReady = draft.partyName.trim() !== '' && draft.purpose.trim() !== '' && (draft.manner !== 'copy' || draft.copyPages !== null)

  const chooseApplicant = (id: string | null) => {
    const person = people.find((one) => String(one.id) === id)
    if (person) set({ applicantId: person.id, phone: person.phone ?? '' })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) void finish(slip === null || slip.state === 'draft' || slip.state === 'refused' ? 'submit' : 'save')
  }
  const isSubmittable = slip === null || slip.may.submit || slip.state === 'refused'
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {isPrefillRefused && <Alert color="ink" variant="light" p="xs">{words.prefillFailed}</Alert>}
        <div className={styles.three}>
          <Select
            label={words.applicant} searchable allowDeselect={false} value={String(draft.applicantId)} onChange={chooseApplicant}
            data={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <div>
            <div className={styles.label}>{words.unit}</div>
            <div className={styles.given}>{applicant?.departmentName ?? words.noUnit}</div>
          </div>
          <TextInput label={words.phone} maxLength={40} value={draft.phone} onChange={(event) => set({ phone: event.currentTarget.value })} />
        </div>
        <PartyField
          value={draft.partyName} partyId={draft.partyId} isFirst={first.partyName === ''}
          onChange={(partyName, partyId) => set({ partyName, partyId, dossiers: [], ticked: null })}
        />
        <fieldset className={styles.dossiers}>
          <legend className={styles.label}>{words.dossiers}</legend>
          {choices.length === 0 && <span className={styles.hint}>{draft.partyId !== null && party.data ? words.noDossiers : words.byRoom}</span>}
          {choices.map((choice) => (
            <Checkbox
              key={choice.id} checked={ticked.includes(choice.id)} label={<>{choice.number}　<span className={styles.hint}>{choice.title}</span></>}
              onChange={(event) => set({ ticked: event.currentTarget.checked ? [...ticked, choice.id] : ticked.filter((id) => id !== choice.id) })}
            />
          ))}
        </fieldset>
        <Textarea
          label={words.purpose} required placeholder={words.purposeHint} autosize minRows={2} maxRows={5} maxLength={300} value={draft.purpose} autoFocus={first.partyName !== ''}
          onChange={(event) => set({ purpose: event.currentTarget.value.replaceAll('\n', ' ') })}
        />
        <div className={styles.three}>
          <div>
            <div className={styles.label} id="slip-manner">{words.manner}</div>
            <SegmentedControl
              fullWidth aria-labelledby="slip-manner" value={draft.manner} data={MANNERS.map((value) => ({ value, label: lookups.manner[value] }))}
              onChange={(value) => set({ manner: value, copyPages: value === 'copy' ? draft.copyPages : null })}
            />
          </div>
          <DateInput
            label={words.until} required valueFormat="YYYY-MM-DD" minDate={today} value={untilOn} onChange={(day) => set({ untilOn: day })} description={words.untilHint(regulation)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          {draft.manner === 'copy' && (
            <NumberInput
              label={words.copyPages} required min={1} max={10_000} allowDecimal={false} allowNegative={false} value={draft.copyPages ?? ''}
              onChange={(value) => set({ copyPages: value === '' ? null : Number(value) })}
            />
          )}
        </div>
        <Refusal error={refusal} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common.cancel}</Button>
          {isSubmittable && <Button disabled={!isReady || isRunning} onClick={() => void finish('keep')}>{words.draft}</Button>}
          <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{isSubmittable ? words.submit : words.save}</Button>
        </Group>
      </Stack>
    </form>
  )
}

type Chosen = SlipDraft & { readonly untilOn: string; readonly ticked: readonly number[] }

/** Writes the slip: a new one at once, an old one by changing and then, if asked, submitting it. */
function useFinish(slip: Slip | null, draft: Chosen, onDone: (id: number) => void) {
  const { lookups } = useText()
  const words = lookups.create
  const command = useCommand()
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const finish = async (how: 'submit' | 'keep' | 'save') => {
    if (isRunning) return
    setRunning(true)
    setRefusal(null)
    const fields = {
      applicantId: draft.applicantId, phone: draft.phone.trim() || null, partyName: draft.partyName.trim(), dossierIds: [...draft.ticked],
      purpose: draft.purpose.trim(), manner: draft.manner, copyPages: draft.copyPages, untilOn: draft.untilOn,
    }
    try {
      if (slip === null) {
        const { id, number } = await command('lookups.create', { ...fields, submit: how === 'submit' })
        notifications.show({ message: how === 'submit' ? words.created(number) : words.kept(number) })
        onDone(id)
      } else {
        await command('lookups.change', { id: slip.id, version: slip.version, ...fields })
        if (how === 'submit') await command('lookups.submit', { id: slip.id })
        notifications.show({ message: how === 'submit' ? words.created(slip.number) : words.changed })
        onDone(slip.id)
      }
    } catch (error) {
      setRefusal(error)
      setRunning(false)
    }
  }
  return { isRunning, refusal, finish }
}
