import { Button, Divider, Group, Modal, Stack, Text as Words } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconCircleCheck, IconDatabaseExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { useJob } from '../../app/jobs.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { InstantText } from '../../ui/DayText.tsx'
import { formatBytes, formatCount } from '../../ui/format.ts'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { isCancelled } from './is-cancelled.ts'
import { RestoreForm } from './RestoreForm.tsx'
import styles from './SettingsPage.module.css'

/** A backup now, and the way back from one. */
export function BackupPanel() {
  const { archive, common } = useText()
  const text = archive.settings
  const lastBackupAt = useQuery(statusQuery).data?.lastBackupAt
  const job = useJob('archive.backup')
  const [done, setDone] = useState<Output<'archive.backup'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isRestoring, setRestoring] = useState(false)
  const backUp = async () => {
    setDone(null)
    setError(null)
    try {
      setDone(await job.run({}))
    } catch (refusal) {
      if (!isCancelled(refusal)) setError(refusal)
    }
  }
  return (
    <Panel title={text.backup} aside={<>{text.last} {lastBackupAt ? <InstantText instant={lastBackupAt} /> : text.never}</>}>
      <Stack gap="md">
        <Words c="dimmed">{text.backupHint}</Words>
        {job.isRunning
          ? <JobProgress label={text.backupRunning} progress={job.progress} onCancel={job.cancel} />
          : <Group><Button variant="filled" leftSection={<IconDatabaseExport size={16} stroke={1.5} aria-hidden />} onClick={() => void backUp()}>{text.backupNow}</Button></Group>}
        {done && (
          <div role="status">
            <p className={styles.good}><IconCircleCheck size={18} stroke={1.5} aria-hidden />{text.backupDone(formatBytes(done.bytes), formatCount(done.attachments))}</p>
            <Words className={styles.path}>{done.file}</Words>
            {done.missing > 0 && <p className={styles.bad}><IconAlertTriangle size={18} stroke={1.5} aria-hidden />{text.backupMissing(formatCount(done.missing))}</p>}
          </div>
        )}
        <Refusal error={error} />
        <Divider />
        <Group justify="space-between" wrap="nowrap">
          <Words c="dimmed">{text.restoreHint}</Words>
          <Button flex="none" disabled={job.isRunning} onClick={() => setRestoring(true)}>{text.restoreAction}</Button>
        </Group>
      </Stack>
      <Modal opened={isRestoring} onClose={() => setRestoring(false)} title={archive.restore.title} size={480} closeOnClickOutside={false}>
        <RestoreForm onClose={() => setRestoring(false)} closeWord={common.cancel} />
      </Modal>
    </Panel>
  )
}
