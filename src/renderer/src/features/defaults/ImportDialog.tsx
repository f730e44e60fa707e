import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { DEFAULT_KINDS, type DefaultKind } from '../../../../shared/rules/defaults/kinds.ts'
import { uploadFile } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { defaultsChanged } from './queries.ts'
import styles from './defaults.module.css'

type Outcome = Output<'defaults.import'>

/** Defaults from a table; what it does not say of kind and day is stated here. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { defaults: text, common } = useText()
  const today = useQuery(statusQuery).data?.today
  const job = useJob('defaults.import')
  const [file, setFile] = useState<File | null>(null)
  const [kind, setKind] = useState<DefaultKind | null>(null)
  const [on, setOn] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [error, setError] = useState<unknown>(null)
  const run = async (chosen: File) => {
    setError(null)
    try {
      const { token } = await uploadFile(chosen, { purpose: 'import' })
      const answer = await job.run({ upload: token, kind, on })
      await defaultsChanged()
      notifications.show({ message: text.imported(answer.added, answer.repeated, answer.none, answer.refused.length) })
      if (answer.refused.length === 0) return onClose()
      setOutcome(answer)
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <Modal opened onClose={onClose} title={text.importTitle} size={640} closeOnClickOutside={!job.isRunning}>
      <Stack gap="md">
        {outcome === null ? (
          <>
            <FileDrop multiple={false} accept=".xlsx,.csv,.tsv,.txt" disabled={job.isRunning} onFiles={([first]) => setFile(first ?? null)}>{file?.name ?? text.importTitle}</FileDrop>
            <p className={styles.nothing}>{text.importKinds}</p>
            <Group grow align="flex-start">
              <Select label={text.importKind} clearable data={DEFAULT_KINDS.map((value) => ({ value, label: text.kind[value] }))} value={kind} onChange={setKind} />
              <DayInput label={text.importOn} maxDate={today} value={on} onChange={setOn} />
            </Group>
          </>
        ) : <RefusedRows outcome={outcome} />}
        <Refusal error={error} />
        {job.isRunning ? <JobProgress label={text.importTitle} progress={job.progress} onCancel={job.cancel} /> : (
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{outcome === null ? common.cancel : common.close}</Button>
            {outcome === null && <Button variant="filled" disabled={file === null} onClick={() => file && void run(file)}>{text.run}</Button>}
          </Group>
        )}
      </Stack>
    </Modal>
  )
}

function RefusedRows({ outcome: { added, repeated, none, refused } }: { outcome: Outcome }) {
  const { defaults: text } = useText()
  return (
    <>
      <p className={styles.nothing} role="status">{text.imported(added, repeated, none, refused.length)}</p>
      <ul className={styles.refused}>
        {refused.slice(0, 200).map((row) => <li key={row.row}><span>{text.row} {row.row}</span><span className={styles.over}>{text.refusal[row.code]}</span><span className={styles.quiet}>{row.cells.filter((cell) => cell !== '').join('　')}</span></li>)}
      </ul>
    </>
  )
}
