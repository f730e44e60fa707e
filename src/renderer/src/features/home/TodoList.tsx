import { Button } from '@mantine/core'
import { IconCircleCheck, IconStack2 } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { useText } from '../../app/text.tsx'
import type { Output } from '../../../../shared/contract/index.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatCount, shortDay } from '../../ui/format.ts'
import { TODO_KINDS, type Todo } from './todo-kinds.ts'
import { TodoLine } from './TodoLine.tsx'
import { useWhat } from './use-what.ts'
import styles from './home.module.css'

type Group = Todo['group']
type Item =
  | { readonly is: 'head'; readonly group: Group; readonly count: number }
  | { readonly is: 'folded'; readonly key: string; readonly lines: readonly Todo[]; /** Beside others of the kind that are shown. */ readonly isRest: boolean }
  | { readonly is: 'line'; readonly line: Todo }
const HEIGHT = { head: 29, folded: 46, line: 46 }
/** Of what is folded away, so many are named. */
const NAMED = 3
/** Of a kind with more lines in a group than this the first few stand for all: forty old certificates do not hide what came up today. */
const FEW = 6
const SHOWN = 3

type Props = {
  todo: readonly Todo[]
  counts: Output<'home.overview'>['todoCounts']
  total: number
  today: string
  /** Asks for more lines than were read. */
  onMore: () => void
  children?: ReactNode
}

/** What waits, by how pressing it is; every line says how its date came about and offers one thing to do. */
export function TodoList({ todo, counts, total, today, onMore, children }: Props) {
  const { home } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const turn = (key: string, isOpen: boolean) => setOpened(new Set(isOpen ? [...opened, key] : [...opened].filter((one) => one !== key)))
  const items = useMemo(() => (['overdue', 'today', 'soon', 'later'] as const).flatMap((group): Item[] => {
    const lines = todo.filter((line) => line.group === group)
    if (counts[group] === 0 || lines.length === 0) return []
    const head: Item = { is: 'head', group, count: counts[group] }
    return group === 'later' && !opened.has(group) ? [head, { is: 'folded', key: group, lines, isRest: false }] : [head, ...itemsOf(group, lines, opened)]
  }), [todo, counts, opened])
  // A new function for new items: it is what tells the virtualizer that heads and lines have changed places.
  const getItemKey = useCallback((index: number) => `${index}-${items[index]?.is}`, [items])
  const virtual = useVirtualizer({
    count: items.length, getItemKey, getScrollElement: () => scroller.current, overscan: 12,
    estimateSize: (index) => HEIGHT[items[index]?.is ?? 'line'],
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
            const style = { transform: `translateY(${start}px)`, height: size }
            if (!item) return null
            if (item.is === 'line') return <TodoLine key={`${item.line.kind}-${item.line.subject.id}-${index}`} line={item.line} today={today} style={style} isFirst={item.line === first} />
            if (item.is === 'folded') return <Folded key={item.key} lines={item.lines} isRest={item.isRest} today={today} style={style} onOpen={() => turn(item.key, true)} />
            return <GroupHead key={item.group} group={item.group} count={item.count} style={style} onFold={item.group === 'later' && opened.has('later') ? () => turn('later', false) : null} />
          })}
        </div>
      </div>
      {total > todo.length && (
        <div className={styles.more}>
          <span>{home.more(formatCount(total - todo.length))}</span>
          <Button size="compact-xs" variant="subtle" onClick={onMore}>{home.showMore}</Button>
        </div>
      )}
    </section>
  )
}

/** The lines of a group in their order; of a kind that has many the rest is folded where its fourth would be. */
function itemsOf(group: Group, lines: readonly Todo[], opened: ReadonlySet<string>): Item[] {
  const kinds = Map.groupBy(lines, ({ kind }) => kind)
  return lines.flatMap((line): Item[] => {
    const own = kinds.get(line.kind)!
    const key = `${group}-${line.kind}`
    if (own.length <= FEW || opened.has(key)) return [{ is: 'line', line }]
    const place = own.indexOf(line)
    return place < SHOWN ? [{ is: 'line', line }] : place === SHOWN ? [{ is: 'folded', key, lines: own.slice(SHOWN), isRest: true }] : []
  })
}

type HeadProps = { group: Group; count: number; style: CSSProperties; onFold: (() => void) | null }

function GroupHead({ group, count, style, onFold }: HeadProps) {
  const { home } = useText()
  return (
    <div role="listitem" className={styles.groupHead} style={style}>
      <span className={`${styles.dot} ${styles[group]}`} aria-hidden /><strong>{home.group[group]}</strong><span>{formatCount(count)}</span>
      {onFold && <Button size="compact-xs" variant="subtle" className={styles.fold} aria-expanded onClick={onFold}>{home.fold}</Button>}
    </div>
  )
}

/** What has time, or is more of the same, on one line until somebody wants to see it. */
function Folded({ lines, isRest, today, style, onOpen }: { lines: readonly Todo[]; isRest: boolean; today: string; style: CSSProperties; onOpen: () => void }) {
  const { home } = useText()
  const what = useWhat()
  return (
    <div role="listitem" className={styles.line} style={style}>
      <IconStack2 size={18} stroke={1.5} className={styles.icon} aria-hidden />
      <div className={styles.folded}>
        {isRest && <strong className={styles.rest}>{home.rest(formatCount(lines.length))}</strong>}
        {lines.slice(0, NAMED).map((line, index) => (
          <span key={index} className={styles.foldedPart}>{what(line)}{line.dueOn === null ? '' : ` ${shortDay(line.dueOn, today)}`}</span>
        ))}
      </div>
      <span />
      <Button className={styles.action} variant="subtle" aria-expanded={false} onClick={onOpen}>{home.unfold}</Button>
    </div>
  )
}
