import { Stack } from '@mantine/core'
import { IconArchive, IconFolderPlus, IconRestore, type Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { useJob } from '../../app/jobs.ts'
import { lookAgain } from '../../app/sitting.ts'
import { FolderChoice } from '../../app/start/FolderChoice.tsx'
import { StartShell } from '../../app/start/StartShell.tsx'
import { useText } from '../../app/text.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { CreateArchive } from './CreateArchive.tsx'
import { isCancelled } from './is-cancelled.ts'
import { RestoreForm } from './RestoreForm.tsx'
import styles from './StartPage.module.css'

/** The first run: try the sample in one click, found an archive of one's own, or bring one back from a backup. */
export function StartPage() {
  const { archive, common } = useText()
  const [way, setWay] = useState<'create' | 'restore' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const sample = useJob('archive.createSample')
  if (way === 'create') return <CreateArchive onBack={() => setWay(null)} />
  if (way === 'restore') {
    return <StartShell title={archive.restore.title} width={480}><RestoreForm onClose={() => setWay(null)} closeWord={common.back} /></StartShell>
  }
  const openSample = async () => {
    setError(null)
    try {
      await sample.run({})
      await lookAgain()
    } catch (refusal) {
      if (!isCancelled(refusal)) setError(refusal)
    }
  }
  return (
    <StartShell title={archive.start.title} width={760} isPlain below={<FolderChoice />}>
      <Stack gap="lg">
        <div className={styles.choices}>
          {sample.isRunning ? (
            <div className={styles.running} style={{ gridColumn: '1 / -1' }}>
              <JobProgress label={archive.start.sampleRunning} progress={sample.progress} onCancel={sample.cancel} />
            </div>
          ) : (
            <Choice icon={IconArchive} className={styles.sample} title={archive.start.sample} hint={archive.start.sampleHint} onClick={() => void openSample()} />
          )}
          <Choice icon={IconFolderPlus} className={styles.choice} title={archive.start.create} hint={archive.start.createHint} disabled={sample.isRunning} onClick={() => setWay('create')} />
          <Choice icon={IconRestore} className={styles.choice} title={archive.start.restore} hint={archive.start.restoreHint} disabled={sample.isRunning} onClick={() => setWay('restore')} />
        </div>
        <Refusal error={error} />
      </Stack>
    </StartShell>
  )
}

function Choice({ icon: Sign, className, title, hint, onClick, disabled }: {
  icon: Icon; className?: string; title: string; hint: string; onClick: () => void; disabled?: boolean
}) {
  return (
    <button type="button" className={className} onClick={onClick} disabled={disabled}>
      <span className={styles.sign} aria-hidden><Sign size={24} stroke={1.5} /></span>
      <span className={styles.title}>{title}</span>
      <span className={styles.hint}>{hint}</span>
    </button>
  )
}
