import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useMemo, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import { call } from '../../app/bridge.ts'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { shortDay } from '../../ui/format.ts'
import { TODO_KINDS, type Todo } from './todo-kinds.ts'
import styles from './home.module.css'

type Item = { readonly head: Todo['group']; readonly count: number } | { readonly head: null; readonly line: Todo }
const HEAD_HEIGHT = 29
const LINE_HEIGHT = 46

/** What waits, by how pressing it is; every line says how its date came about and offers one thing to do. */
export function TodoList({ todo, total, today, children }: { todo: readonly Todo[]; total: number; today: string; children?: ReactNode }) {
  const { home } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const items = useMemo(() => (['overdue', 'today', 'soon', 'later'] as const).flatMap((group): Item[] => {
    const lines = todo.filter((line) => line.group === group)
    return lines.length === 0 ? [] : [{ head: group, count: lines.length }, ...lines.map((line): Item => ({ head: null, line }))]
  }), [todo])
  // A new function for new items: it is what tells the virtualizer that heads and lines have changed places.
  const getItemKey = useCallback((index: number) => `${index}-${items[index]?.head ?? 'line'}`, [items])
  const virtual = useVirtualizer({
    count: items.length, getItemKey, getScrollElement: () => scroller.current, overscan: 12,
    estimateSize: (index) => (items[index]?.head === null ? LINE_HEIGHT : HEAD_HEIGHT),
  })
  // One filled button in the list: the first thing that only this person can do.
  const first = todo.find(({ kind }) => TODO_KINDS[kind].isHis)
  if (todo.length === 0) {
    return <div className={styles.card}><EmptyState icon={IconCircleCheck} title={home.empty} hint={home.emptyHint}>{children}</EmptyState></div>
  }
  return (
    <section className={styles.todo} aria-label={home.todo}>
      <div className={styles.scroller} ref={scroller} tabIndex={-1}>
        <div role="list" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const item = items[index]
            if (!item) return null
            const style = { transform: `translateY(${start}px)`, height: size }
            if (item.head !== null) {
              return (
                <div role="listitem" key={item.head} className={styles.groupHead} style={style}>
                  <span className={`${styles.dot} ${styles[item.head]}`} aria-hidden /><strong>{home.group[item.head]}</strong><span>{item.count}</span>
                </div>
              )
            }
            return <TodoLine key={`${item.line.kind}-${item.line.subject.kind}-${item.line.subject.id}-${index}`} line={item.line} today={today} style={style} isFirst={item.line === first} />
          })}
        </div>
      </div>
      {total > todo.length && <p className={styles.more}>{home.more(total - todo.length)}</p>}
    </section>
  )
}

function TodoLine({ line, today, style, isFirst }: { line: Todo; today: string; style: object; isFirst: boolean }) {
  const { home, because } = useText()
  const roles = useSession()?.roles ?? []
  const remind = useRemind()
  const { icon: Sign, action: offer } = TODO_KINDS[line.kind]
  const action = offer(line, roles)
  const words = home.action[action.word]
  const what = home.what[line.kind](line.what)
  const looks = action.here === 'remind' ? { variant: 'outline', color: 'seal' } : { variant: isFirst ? 'filled' : 'default' }
  return (
    <div role="listitem" className={styles.line} style={style}>
      <Sign size={18} stroke={1.5} className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <Link to={action.to.replace(/\?do=.*/, '')} className={styles.what} title={what}>{what}</Link>
        <div className={styles.why}>{because[line.because.rule](line.because.values)}</div>
      </div>
      <Due line={line} today={today} />
      {action.here === 'remind'
        ? <Button className={styles.action} {...looks} aria-label={`${words} ${what}`} onClick={() => void remind(line.subject.id)}>{words}</Button>
        : <Button component={Link} href={action.to} className={styles.action} {...looks} aria-label={`${words} ${what}`}>{words}</Button>}
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
