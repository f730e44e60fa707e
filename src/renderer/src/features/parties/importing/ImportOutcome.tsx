import { Button } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { Link } from 'wouter'
import { paths } from '../../../app/paths.ts'
import { useText } from '../../../app/text.tsx'
import { formatCount } from '../../../ui/format.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { refusedCsv } from '../../../ui/refused-csv.ts'
import { saveText } from '../../../ui/save-text.ts'
import type { Outcome } from './use-import.ts'
import styles from './Importing.module.css'

/** What the import did; the refused rows go home as a table with the reason beside each. */
export function ImportOutcome({ outcome, headings, onAgain }: { outcome: Outcome; headings: readonly string[]; onAgain: () => void }) {
  const { parties: { imports, refusal } } = useText()
  const refused = outcome.refused.length
  const download = () => {
    const words = { row: imports.rowColumn, reason: imports.reasonColumn }
    saveText(refusedCsv(headings, outcome.refused, words, (row) => refusal[row.code]), `${imports.downloadName}.csv`, 'text/csv;charset=utf-8')
  }
  const counts = [[imports.read, outcome.read], [imports.added, outcome.added], [imports.updated, outcome.updated], [imports.unchanged, outcome.unchanged], [imports.refused, refused]] as const
  return (
    <Panel className={styles.outcome}>
      <div role="status"><h2 className={styles.finished}><IconCircleCheck size={22} stroke={1.5} aria-hidden />{imports.finished}</h2></div>
      <dl className={`${styles.counts} ${styles.wideCounts}`}>
        {counts.map(([label, count]) => (
          <div key={label} className={label === imports.refused && count > 0 ? styles.refused : undefined}><dt>{label}</dt><dd>{formatCount(count)}</dd></div>
        ))}
      </dl>
      <div className={styles.actions}>
        <Button variant="filled" component={Link} to={paths.parties}>{imports.toList}</Button>
        {refused > 0 && <Button leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />} onClick={download}>{imports.download}</Button>}
        <Button variant="subtle" onClick={onAgain}>{imports.again}</Button>
      </div>
      {refused > 0 && <p className={styles.hint}>{imports.downloadHint}</p>}
    </Panel>
  )
}
