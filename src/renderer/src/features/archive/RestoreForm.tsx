import { Button, Group, PasswordInput, SegmentedControl, Stack, Text as Words, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { uploadBackup } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { archiveStateQuery } from '../../app/session.tsx'
import { lookAgain } from '../../app/sitting.ts'
import { useAttempt } from '../../app/start/use-attempt.ts'
import { useText } from '../../app/text.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { formatBytes, formatCount, shortHead } from '../../ui/format.ts'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { isCancelled } from './is-cancelled.ts'

/**
 * Puts a backup in the place of the archive; the present one is kept. Opened by a system administrator of the backup or by
 * its recovery code. Afterwards everybody signs in again, so the result is told in a message that outlives this form.
 */
export function RestoreForm({ onClose, closeWord }: { onClose: () => void; closeWord: string }) {
  const { archive } = useText()
  // Electron asks for the file in its own dialog once it is needed; a browser has to hand it over.
  const asksItself = useQuery(archiveStateQuery).data?.shell.kind === 'electron'
  const [file, setFile] = useState<File | null>(null)
  const [by, setBy] = useState<'person' | 'code'>('person')
  const [login, setLogin] = useState('')
  const [secret, setSecret] = useState('')
  const [sent, setSent] = useState<{ done: number; total: number } | null>(null)
  const sending = useRef<AbortController | null>(null)
  const attempt = useAttempt()
  const job = useJob('archive.restore')

  const isReady = (asksItself || file !== null) && secret.trim() !== '' && (by === 'code' || login.trim() !== '') && attempt.waiting === 0
  const send = async (backup: File): Promise<string> => {
    sending.current = new AbortController()
    try {
      const { file: token } = await uploadBackup(backup, {
        signal: sending.current.signal, onProgress: (done, total) => setSent({ done, total }),
      })
      return token
    } finally {
      setSent(null)
    }
  }
  const restore = () =>
    attempt.run(async () => {
      try {
        const taken = file && !asksItself ? await send(file) : undefined
        const { auditSeq, auditHead, keptAs } = await job.run({
          password: by === 'code' ? secret.trim() : secret, ...(taken !== undefined && { file: taken }), ...(by === 'person' && { login: login.trim() }),
        })
        notifications.show({
          title: archive.restore.done, autoClose: false,
          message: [archive.restore.doneHint(formatCount(auditSeq), shortHead(auditHead)), keptAs && archive.restore.keptAs(keptAs)].filter(Boolean).join(' · '),
        })
        await lookAgain()
      } catch (error) {
        if (!isCancelled(error)) throw error
      }
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !attempt.isRunning) void restore()
      }}
    >
      <Stack gap="md">
        <Words c="dimmed">{archive.restore.hint}</Words>
        {!asksItself && (file === null ? (
          <FileDrop multiple={false} accept=".jzb" onFiles={([first]) => setFile(first ?? null)}>{archive.restore.file}</FileDrop>
        ) : (
          <Group justify="space-between" wrap="nowrap">
            <Words truncate title={file.name}>{file.name} · {formatBytes(file.size)}</Words>
            <Button size="xs" disabled={attempt.isRunning} onClick={() => setFile(null)}>{archive.restore.chooseOther}</Button>
          </Group>
        ))}
        <SegmentedControl
          aria-label={archive.restore.by} value={by} onChange={(value) => { setBy(value); setSecret('') }}
          data={[{ value: 'person', label: archive.restore.byPerson }, { value: 'code', label: archive.restore.byCode }]}
        />
        {by === 'person' && (
          <TextInput
            label={archive.signIn.login} description={archive.restore.personHint} value={login} maxLength={40} spellCheck={false} autoComplete="username"
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
        )}
        {by === 'person'
          ? <PasswordInput label={archive.signIn.password} value={secret} maxLength={200} autoComplete="current-password" onChange={(event) => setSecret(event.currentTarget.value)} />
          : <TextInput label={archive.recover.code} value={secret} maxLength={200} spellCheck={false} autoComplete="off" ff="monospace" onChange={(event) => setSecret(event.currentTarget.value)} />}
        <Refusal error={attempt.error} />
        {sent && <JobProgress label={archive.restore.sending} progress={{ done: sent.done, total: sent.total, step: '' }} onCancel={() => sending.current?.abort()} />}
        {job.isRunning && <JobProgress label={archive.restore.running} progress={job.progress} />}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose} disabled={job.isRunning}>{closeWord}</Button>
          <Button type="submit" variant="filled" disabled={!isReady} loading={attempt.isRunning}>
            {attempt.waiting > 0 ? archive.signIn.wait(attempt.waiting) : archive.restore.action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
