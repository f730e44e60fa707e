import { useQuery } from '@tanstack/react-query'
import { IconPlugConnectedX, IconShieldLock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { formatCount, localMinute, shortDay, shortHead } from '../../ui/format.ts'
import { statusQuery } from '../session.tsx'
import { useText } from '../text.tsx'
import styles from './StatusLine.module.css'

/** How the archive stands, always in sight: offline, encrypted, the audit chain's head, the last backup, the day. */
export function StatusLine() {
  const { common } = useText()
  const status = useQuery(statusQuery).data
  const now = useMinute()
  return (
    <footer className={styles.line} aria-label={common.status.label}>
      <span className={styles.item}><IconPlugConnectedX size={14} stroke={1.5} aria-hidden />{common.status.offline}</span>
      <span className={styles.item}><IconShieldLock size={14} stroke={1.5} aria-hidden />{common.status.encrypted}</span>
      {status && (
        <>
          <span className={styles.item}>{common.status.auditChain(formatCount(status.auditSeq))}</span>
          <span className={styles.item}>{shortHead(status.auditHead)}</span>
          <span className={styles.item}>
            {status.lastBackupAt ? common.status.lastBackup(backupTime(status.lastBackupAt, status.today, common.status.today)) : common.status.neverBackedUp}
          </span>
          <span className={styles.clock}><Day day={status.today} /> {now}</span>
        </>
      )}
    </footer>
  )
}

/** The wall clock to the minute. */
function useMinute(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return localMinute(now).slice(11)
}

function backupTime(at: string, today: string, todayWord: string): string {
  const minute = localMinute(at)
  const day = minute.slice(0, 10)
  return day === today ? `${todayWord} ${minute.slice(11)}` : `${shortDay(day, today)} ${minute.slice(11)}`
}

function Day({ day }: { day: string }) {
  const { common } = useText()
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const weekday = common.weekday[new Date(year, month - 1, date).getDay()]
  return <time dateTime={day}>{common.longDay(year, month, date)} {weekday}</time>
}
