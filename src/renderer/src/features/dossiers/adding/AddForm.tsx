import { Button, Group, SegmentedControl, Stack, Text as Words } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '../../../app/bridge.ts'
import { useText } from '../../../app/text.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Refusal } from '../../../ui/Refusal.tsx'
import { dossierChanged, type CatalogueItemOf, type DossierOf } from '../queries.ts'
import { DocumentFields } from './DocumentFields.tsx'
import { inputOf } from './document-values.ts'
import { FileLine } from './FileLine.tsx'
import { useEntries, type Entry, type How } from './use-entries.ts'
import { useUploads } from './use-uploads.ts'
import styles from './Adding.module.css'

type Props = { dossier: DossierOf; item: CatalogueItemOf | null; files: readonly File[]; onClose: () => void }

/** Inside the dialog, so that closing it stops the uploads and forgets what was typed. */
export function AddForm({ dossier, item, files: first, onClose }: Props) {
  const { dossiers: { add } } = useText()
  const client = useQueryClient()
  const uploads = useUploads(first)
  const [how, setHow] = useState<How>(item ? 'one' : 'each')
  const entries = useEntries(dossier, item, uploads.files, how)
  const form = useRef<HTMLFormElement>(null)
  const [isTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [refusals, setRefusals] = useState<Readonly<Record<string, unknown>>>({})
  const isSending = uploads.files.some(({ sending }) => sending.phase === 'sending' || sending.phase === 'waiting')
  // A document must not go in without a scan that was meant to be there.
  const isBroken = uploads.files.some(({ sending }) => sending.phase === 'failed' || sending.phase === 'stopped')

  const submit = async () => {
    setTried(true)
    if (entries.some((entry) => entry.missing.length > 0)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setSaving(true)
    const failed: Record<string, unknown> = {}
    let done = 0
    for (const entry of entries) {
      try {
        await addDocument(dossier.id, entry)
        for (const { key } of entry.files) uploads.remove(key)
        done += 1
      } catch (error) {
        failed[entry.key] = error
      }
    }
    if (done > 0) await dossierChanged(client, dossier.id)
    const left = Object.keys(failed).length
    if (done > 0) notifications.show({ message: left > 0 ? add.partly(done, left) : add.added(done) })
    if (left === 0) return onClose()
    setRefusals(failed)
    setSaving(false)
  }

  return (
    <form
      ref={form} noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSending && !isBroken && !isSaving) void submit()
      }}
    >
      <Stack gap="md">
        <FileDrop onFiles={uploads.add}>{add.kinds}</FileDrop>
        {uploads.files.length > 1 && (
          <Group gap="md">
            <Words fz="md" fw={500} id="add-how">{add.how}</Words>
            <SegmentedControl
              aria-labelledby="add-how" value={how} onChange={setHow}
              data={[{ value: 'each', label: add.each }, { value: 'one', label: add.oneDocument }]}
            />
          </Group>
        )}
        {entries.map((entry, index) => (
          <section key={entry.key} className={styles.entry} aria-label={entry.values.title || add.title}>
            {entry.files.map((chosen) => (
              <FileLine
                key={chosen.key} chosen={chosen} onStop={() => uploads.stop(chosen.key)} onRetry={() => uploads.retry(chosen.key)}
                onRemove={() => uploads.remove(chosen.key)}
              />
            ))}
            <DocumentFields
              dossier={dossier} values={entry.values} onChange={entry.change} missing={isTried ? entry.missing : []} isCounting={entry.isCounting}
              withRemarks={entries.length === 1} hasFocus={index === 0}
            />
            <Refusal error={refusals[entry.key]} />
          </section>
        ))}
        {uploads.files.length === 0 && <Words fz="sm" c="dimmed">{add.noFiles}</Words>}
        <Group justify="flex-end" gap="sm">
          {(isSending || isBroken) && <Words fz="sm" c="dimmed" mr="auto">{isSending ? add.stillUploading : add.settleFailed}</Words>}
          <Button onClick={onClose}>{add.cancel}</Button>
          <Button type="submit" variant="filled" loading={isSaving} disabled={isSending || isBroken}>
            {entries.length > 1 ? add.submitMany(entries.length) : add.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const addDocument = (dossierId: number, { values, files }: Entry) =>
  call('documents.add', {
    dossierId, ...inputOf(values),
    uploads: files.flatMap(({ sending }) => (sending.phase === 'sent' ? [sending.upload.token] : [])),
  })
