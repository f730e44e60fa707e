import { Alert, Button, Text as Words } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { call, CallError } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { useUnsaved } from '../../app/unsaved.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { PartyForm } from './PartyForm.tsx'
import { carryOver, emptyParty, formName, inputFrom, valuesOf, type FieldErrors, type PartyInput, type PartyValues } from './party-values.ts'
import { partiesChanged, partyQuery, type PartyOf } from './queries.ts'
import styles from './PartyPage.module.css'

type Props = {
  /** Null for a party that is to be added. */
  party: PartyOf | null
  /** Draws the head with the editor's own buttons in it. */
  head: (buttons: ReactNode) => ReactNode
  onDone: (id: number | null) => void
}

/** What was typed and not saved, for one party (0: a new one); kept while one looks something up on another page. */
type Draft = { before: PartyValues; typed: PartyValues; version: number }
const draftKey = (id: number) => `party:${id}`

/** One edit mode for the whole card. A change by somebody else meanwhile is told, and what was typed is kept. */
export function PartyEditor({ party, head, onDone }: Props) {
  const text = useText()
  const words = text.parties
  const client = useQueryClient()
  const id = party?.id ?? 0
  const { read, keep } = useUnsaved<Draft>(draftKey(id))
  const [start] = useState<Draft>(() => read() ?? startOf(party))
  const [before, setBefore] = useState(start.before)
  const [version, setVersion] = useState(start.version)
  const form = useForm<PartyValues>({ initialValues: start.typed })
  const [problem, setProblem] = useState<'changed' | { error: unknown } | { carried: string } | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [asksToLeave, setAsksToLeave] = useState(false)
  const isDone = useRef(false)
  const isTyped = JSON.stringify(form.values) !== JSON.stringify(before)

  // Leaving the page keeps what was typed; saving or giving up does not.
  useEffect(() => {
    const name = form.values.name.trim() || party?.name || words.party.addTitle
    keep(isTyped && !isDone.current ? { before, typed: form.values, version } : null, name)
  })

  const finish = (changedId: number | null) => {
    isDone.current = true
    keep(null, null)
    onDone(changedId)
  }

  const save = async () => {
    const checked = inputFrom(form.values, words)
    if ('errors' in checked) return show(checked.errors)
    setSaving(true)
    setProblem(null)
    try {
      const saved = party ? await change(party.id, version, checked.input) : (await call('parties.add', checked.input)).id
      await partiesChanged(client)
      notifications.show({ message: party ? words.party.saved : words.party.added })
      finish(saved)
    } catch (error) {
      setSaving(false)
      if (error instanceof CallError && error.code === 'changed-meanwhile') setProblem('changed')
      else if (error instanceof CallError && fieldsOf(error, text).length > 0) show(Object.fromEntries(fieldsOf(error, text)))
      else setProblem({ error })
    }
  }
  const show = (errors: FieldErrors) => {
    form.setErrors(errors)
    // The first field to correct, as it stands on the page.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const reload = async () => {
    if (!party) return
    const present = await client.fetchQuery(partyQuery(party.id))
    const presentValues = valuesOf(present)
    const { values, kept } = carryOver(before, form.values, presentValues)
    setBefore(presentValues)
    setVersion(present.version)
    form.setValues(values)
    setProblem({ carried: kept.length > 0 ? words.party.changedKept(kept.map((name) => words.labels[name]).join(text.dossiers.listSeparator)) : words.party.changedSame })
  }
  const leave = () => (isTyped ? setAsksToLeave(true) : finish(null))
  useHotkeys([['mod+S', () => void save()]], [])

  const errors = Object.keys(form.errors).length
  return (
    <form
      className={styles.page} noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSaving) void save()
      }}
    >
      <div className={styles.head}>
        {head(
          <>
            {errors > 0 && <span className={styles.toCorrect} role="status">{words.party.check(errors)}</span>}
            <Button onClick={leave}>{words.party.cancel}</Button>
            <Button type="submit" variant="filled" loading={isSaving}>{words.party.save}</Button>
          </>,
        )}
        {problem === 'changed' && (
          <Alert color="seal" title={words.party.changedTitle} role="alert" className={styles.alert}>
            <Words fz="md">{words.party.changedHint}</Words>
            <Button mt="sm" onClick={() => void reload()}>{words.party.changedReload}</Button>
          </Alert>
        )}
        {problem !== null && typeof problem === 'object' && 'carried' in problem && <Alert className={styles.alert} role="status">{problem.carried}</Alert>}
        {problem !== null && typeof problem === 'object' && 'error' in problem && <div className={styles.alert}><Refusal error={problem.error} /></div>}
      </div>
      <PartyForm form={form} isNew={party === null} />
      <ConfirmModal
        opened={asksToLeave} onClose={() => setAsksToLeave(false)} title={words.party.leave} action={words.party.leaveAnyway} isDangerous
        onConfirm={async () => finish(null)}
      >
        <Words fz="md">{words.party.leaveHint}</Words>
      </ConfirmModal>
    </form>
  )
}

/** Whether something was typed for this party and not saved: its page then opens where it was left. */
export const useHasDraft = (id: number): boolean => useUnsaved<Draft>(draftKey(id)).read() !== null

const startOf = (party: PartyOf | null): Draft => {
  const values = party ? valuesOf(party) : emptyParty
  return { before: values, typed: values, version: party?.version ?? 0 }
}

async function change(id: number, version: number, input: PartyInput): Promise<number> {
  await call('parties.change', { id, version, ...input })
  return id
}

/** The fields that a refusal is about, with its words. */
function fieldsOf(error: CallError, text: ReturnType<typeof useText>): [string, string][] {
  const { code, details } = error
  const { problems } = text.parties
  const issues: unknown = details['issues']
  const paths = Array.isArray(issues) ? issues.map((issue: { path?: unknown }) => issue.path) : [details['field'] ?? details['path']]
  const names = paths.filter((path): path is string => typeof path === 'string').map((path) => formName(path)).filter((path) => (path.split('.')[0] ?? '') in emptyParty)
  const other = details['name'] ?? details['existing']
  if (code === 'party-exists' || code === 'duplicate') {
    return (names.length > 0 ? names : ['name']).map((name) => [name, typeof other === 'string' ? problems.taken(other) : problems.takenUnnamed])
  }
  if (code === 'credit-code-invalid') {
    const { codeProblems } = text.parties
    const fault = String(details['fault'])
    return [['creditCode', fault in codeProblems ? codeProblems[fault as keyof typeof codeProblems] : (text.error['credit-code-invalid'] as string)]]
  }
  return code === 'bad-input' || code === 'forbidden' ? names.map((name) => [name, problems.other]) : []
}
