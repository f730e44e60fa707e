import { useText } from '../../app/text.tsx'
import { useMay } from '../../app/session.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ArchivePanel } from './ArchivePanel.tsx'
import { BackupPanel } from './BackupPanel.tsx'
import { RecoveryPanel } from './RecoveryPanel.tsx'
import styles from './SettingsPage.module.css'
import { VerifyPanel } from './VerifyPanel.tsx'
import { WorkstationPanel } from './WorkstationPanel.tsx'

/** Backups, verification and what is set for the archive and for this workstation; each by the roles that may. */
export function SettingsPage() {
  const { archive } = useText()
  const may = useMay()
  return (
    <>
      <PageHead title={archive.settings.title} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {may('archive.backup') && <BackupPanel />}
          {may('archive.verify') && <VerifyPanel />}
        </div>
        <div className={styles.column}>
          <ArchivePanel mayChange={may('archive.changeSettings')} />
          {may('people.renewRecoveryCode') && <RecoveryPanel />}
          <WorkstationPanel />
        </div>
      </div>
    </>
  )
}
