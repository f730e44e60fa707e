import { ActionIcon, Popover, Tooltip } from '@mantine/core'
import { IconColorSwatch } from '@tabler/icons-react'
import { GRADES } from '../../../../../shared/contract/parties.ts'
import { useText } from '../../../app/text.tsx'
import { GradeTag } from '../../../ui/GradeTag.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import styles from './Legend.module.css'

const MARKS = ['lent', 'overdue', 'moving', 'missing'] as const

/** What the colours of tabs and the marks mean; behind a button where there is no room. */
export function Legend({ isCrowded }: { isCrowded: boolean }) {
  const { cabinet: text } = useText()
  return (
    <>
      <div className={isCrowded ? `${styles.wide} ${styles.crowded}` : styles.wide} role="group" aria-label={text.legend}><Signs /></div>
      <div className={isCrowded ? `${styles.narrow} ${styles.crowded}` : styles.narrow}>
        <Popover position="bottom-end" withArrow>
          <Popover.Target>
            <Tooltip label={text.legend}>
              <ActionIcon size={32} variant="default" aria-label={text.legend}><IconColorSwatch size={17} aria-hidden /></ActionIcon>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown><div className={styles.list}><Signs grades={text.legendGrades} states={text.legendStates} dueToday={text.dueToday} /></div></Popover.Dropdown>
        </Popover>
      </div>
    </>
  )
}

const Signs = ({ grades, states, dueToday }: { grades?: string; states?: string; dueToday?: string }) => (
  <>
    {grades !== undefined && <span className={styles.caption}>{grades}</span>}
    <span className={styles.grades}>
      {[...GRADES, null].map((grade) => <GradeTag key={grade ?? 'none'} grade={grade} className={styles.grade} />)}
    </span>
    {states !== undefined && <span className={styles.caption}>{states}</span>}
    <span className={styles.marks}>
      {MARKS.map((mark) => <span key={mark} className={styles.mark}><StateMark state={mark} /></span>)}
      {dueToday !== undefined && <span className={styles.due}>{dueToday}</span>}
    </span>
  </>
)
