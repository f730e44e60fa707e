import { ActionIcon, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconLock, IconNotes } from '@tabler/icons-react'
import { Link } from 'wouter'
import { lockScreen } from '../lock/use-idle-lock.ts'
import { paths } from '../paths.ts'
import { mayCall, overviewQuery, statusQuery, type SessionPerson } from '../session.tsx'
import { useText } from '../text.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { SearchBox } from './SearchBox.tsx'
import styles from './TopBar.module.css'

/** The one box, what waits, who is here. */
export function TopBar({ person }: { person: SessionPerson }) {
  const { common } = useText()
  const isSample = useQuery(statusQuery).data?.isSample ?? false
  const todo = useQuery(overviewQuery).data?.todoTotal ?? 0
  return (
    <header className={styles.bar}>
      {mayCall(person.roles, 'parties.search') && <div className={styles.search} role="search"><SearchBox /></div>}
      {isSample && <span className={styles.sample}>{common.sample}</span>}
      <div className={styles.right}>
        <Link to={paths.home} className={styles.todo}>
          <IconNotes size={18} stroke={1.5} aria-hidden />
          {common.todo}
          {todo > 0 && <span className={styles.number}>{todo}</span>}
        </Link>
        <PersonMenu person={person} />
        <Tooltip label={common.lock}>
          <ActionIcon variant="default" size={32} aria-label={common.lock} onClick={() => void lockScreen().catch(() => undefined)}>
            <IconLock size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  )
}
