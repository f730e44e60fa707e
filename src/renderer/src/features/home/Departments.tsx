import { useText } from '../../app/text.tsx'
import type { Output } from '../../../../shared/contract/index.ts'
import { formatCount } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './home.module.css'

/** Under this share of what the regulation asks for, a department's bar turns amber. */
const NEAR = 0.8

/** How much of what the regulation asks for each department has filed. */
export function Departments({ departments }: { departments: Output<'home.overview'>['departments'] }) {
  const { home } = useText()
  const words = home.departments
  const required = departments.reduce((sum, department) => sum + department.required, 0)
  return (
    <Panel title={words.title} aside={words.required(formatCount(required))}>
      <ul className={styles.bars}>
        {departments.map((department) => {
          const share = department.required === 0 ? 1 : department.present / department.required
          // Rounded down: a hundred per cent means that nothing is missing.
          const percent = Math.floor(share * 100)
          return (
            <li key={department.name} className={styles.bar}>
              <span className={styles.barName} title={department.name}>{department.name}</span>
              <span className={styles.track} aria-hidden><span className={share < NEAR ? styles.nearFill : styles.fill} style={{ width: `${Math.max(percent, 4)}%` }} /></span>
              <span className={styles.percent}>{percent}%</span>
              <span className={styles.share}>{words.share(formatCount(department.present), formatCount(department.required))}</span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
