import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type CSSProperties } from 'react'
import { Link } from 'wouter'
import { call } from '../../app/bridge.ts'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { shortDay } from '../../ui/format.ts'
import { LOWER_LEVELS } from '../../../../shared/contract/dossiers.ts'
import { DowngradeDialog } from '../clearances/index.ts'
import { CompletePeriod } from './CompletePeriod.tsx'
import { TODO_KINDS, type Todo } from './todo-kinds.ts'
import { useWhat } from './use-what.ts'
import styles from './home.module.css'

/** One thing to do: what, how its day came about, the day, and the one action. */
export function TodoLine({ line, today, style, isFirst }: { line: Todo; today: string; style: CSSProperties; isFirst: boolean }) {
  const { home, because } = useText()
  const roles = useSession()?.roles ?? []
  const remind = useRemind()
  const [isAsking, setAsking] = useState(false)
  const { icon: Sign, action: offer } = TODO_KINDS[line.kind]
  const action = offer(line, roles)
  const words = home.action[action.word]
  const what = useWhat()(line)
  const why = because[line.because.rule](line.because.values)
  const looks = action.here === 'remind' ? { variant: 'outline', color: 'seal' } : { variant: isFirst ? 'filled' : 'default' }
  const button = { className: styles.action, 'aria-label': `${words} ${what}`, ...looks }
  return (
    <div role="listitem" className={styles.line} style={style}>
      <Sign size={18} stroke={1.5} className={styles.icon} aria-hidden />
      <div className={styles.words}>
        {action.to === null
          ? <span className={styles.what} title={what}>{what}</span>
          : <Link to={action.to.replace(/\?do=.*/, '')} className={styles.what} title={what}>{what}</Link>}
        <div className={styles.why} title={why}>{why}</div>
      </div>
      <Due line={line} today={today} />
      {action.here === 'remind' && <Button {...button} onClick={() => void remind(line.subject.id)}>{words}</Button>}
      {(action.here === 'complete' || action.here === 'downgrade') && <Button {...button} onClick={() => setAsking(true)}>{words}</Button>}
      {action.here === undefined && action.to !== null && <Button component={Link} href={action.to} {...button}>{words}</Button>}
      {action.here === 'complete' && <CompletePeriod line={line} opened={isAsking} onClose={() => setAsking(false)} />}
      {action.here === 'downgrade' && <DowngradeDialog dossier={{ id: line.subject.id, number: what }} to={LOWER_LEVELS.find((level) => level === line.because.values['to']) ?? 'internal'} opened={isAsking} onClose={() => setAsking(false)} />}
    </div>
  )
}

function Due({ line, today }: { line: Todo; today: string }) {
  const { home } = useText()
  if (line.dueIn === null || line.dueOn === null) return <span className={styles.due} />
  if (line.dueIn < 0) return <span className={`${styles.due} ${styles.over}`}>{line.kind === 'expiring' ? home.due.expired(-line.dueIn) : home.due.over(-line.dueIn)}</span>
  if (line.dueIn === 0) return <span className={`${styles.due} ${styles.near}`}>{home.due.today}</span>
  return <span className={styles.due} title={line.dueOn}>{line.dueIn <= 30 ? home.due.in(line.dueIn) : shortDay(line.dueOn, today)}</span>
}

/** Records a reminder and says which one it was. */
function useRemind(): (slipId: number) => Promise<void> {
  const { home } = useText()
  const words = useErrorWords()
  const queryClient = useQueryClient()
  return async (id) => {
    try {
      notifications.show({ message: home.reminded((await call('lookups.remind', { id })).step) })
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('lookups') })
    } catch (error) {
      notifications.show({ color: 'seal', message: words(error) })
    }
  }
}
