import { Button } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { WarningRule } from '../../../../shared/rules/risks/warnings.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatCount } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { RulePreviewed } from './queries.ts'
import styles from './rules.module.css'
import { ruleName } from './words.ts'

type Props = { before: readonly WarningRule[]; after: readonly WarningRule[]; preview: RulePreviewed | null; isRunning: boolean; onRun: (() => void) | null }

/** How many parties each rule hits now and then, and whose warnings appear or vanish. */
export function RulePreview({ before, after, preview, isRunning, onRun }: Props) {
  const text = useText()
  const words = text.risks.rules
  const nameOf = (code: string, rules: readonly WarningRule[]) => {
    const rule = rules.find((one) => one.code === code)
    return rule === undefined ? code : ruleName(text, rule)
  }
  if (preview === null) {
    return (
      <div className={styles.empty}>
        <EmptyState icon={IconScale} title={words.previewNone} hint={onRun === null ? words.previewAsks : words.previewWhat}>{onRun !== null && !isRunning ? <Button variant="filled" onClick={onRun}>{words.preview}</Button> : undefined}</EmptyState>
      </div>
    )
  }
  const hits = [...preview.rules].sort((one, other) => Number(one.before === one.after) - Number(other.before === other.after))
  const cell = (count: number | null) => (count === null ? '—' : formatCount(count))
  return (
    <div className={styles.preview}>
      <div className={styles.sheet} tabIndex={0}>
        <table className={styles.hits} aria-label={words.hitsTable}>
          <thead><tr><th scope="col">{words.code}</th><th scope="col">{words.name}</th><th scope="col" className={styles.figure}>{words.now}</th><th scope="col" className={styles.figure}>{words.later}</th><th scope="col" className={styles.figure}>{words.unknown}</th></tr></thead>
          <tbody>
            {hits.map((one) => (
              <tr key={one.code} className={one.before === one.after ? undefined : styles.moves}>
                <td className={styles.code}>{one.code}</td><th scope="row">{nameOf(one.code, one.after === null ? before : after)}</th>
                <td className={styles.figure}>{cell(one.before)}</td><td className={styles.figure}>{cell(one.after)}</td><td className={`${styles.figure} ${styles.quiet}`}>{cell(one.unknown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Panel className={styles.moved} title={words.movedTable} aside={<span className={styles.quiet}>{words.previewed(preview.parties, preview.withheld)}</span>}>
        {preview.moved.length === 0 ? <p className={styles.quiet}>{words.noneMoved}</p> : (
          <>
            <p className={styles.quiet}>{words.movedTotal(preview.moved.length, preview.movedTotal)}</p>
            <ul className={styles.parties}>
              {preview.moved.map((one) => (
                <li key={one.partyId}>
                  <Link href={paths.partyTab(one.partyId, 'risks')}>{one.partyName}</Link>
                  {one.appear.length > 0 && <span className={styles.appear}>{words.appear} {text.common.list(one.appear.map((code) => nameOf(code, after)))}</span>}
                  {one.vanish.length > 0 && <span className={styles.vanish}>{words.vanish} {text.common.list(one.vanish.map((code) => nameOf(code, before)))}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
      </Panel>
    </div>
  )
}
