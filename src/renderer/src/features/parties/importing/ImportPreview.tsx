import { Alert, Button, Input, SegmentedControl, Text as Words } from '@mantine/core'
import { useId } from 'react'
import { IMPORT_FIELDS, PARTY_KINDS } from '../../../../../shared/contract/parties.ts'
import { useText } from '../../../app/text.tsx'
import { formatCount } from '../../../ui/format.ts'
import { ColumnTable } from '../../../ui/importing/ColumnTable.tsx'
import { JobProgress } from '../../../ui/JobProgress.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Refusal } from '../../../ui/Refusal.tsx'
import type { Preview, useImport } from './use-import.ts'
import styles from './Importing.module.css'

type Importing = ReturnType<typeof useImport>

/** What would happen: the columns, the counts, the rows that are not taken; and the button that does it. */
export function ImportPreview({ importing, preview, proposed }: { importing: Importing; preview: Preview; proposed: Preview }) {
  const { parties: { imports, kind } } = useText()
  const { columns, faults, options, job, isStale } = importing
  const labels = { existing: useId(), kind: useId() }
  const rows = preview.wouldAdd + preview.wouldUpdate
  const isBlocked = isStale || !faults.hasName || faults.twice.length > 0
  return (
    <div className={styles.preview}>
      <div className={styles.main}>
        <Panel title={imports.columns} aside={imports.columnsHint}>
          <ColumnTable columns={proposed.columns.map((column) => ({ ...column, field: columns[column.heading] ?? 'skip' }))} fields={IMPORT_FIELDS} label={imports.fields} twice={faults.twice} onChange={importing.setColumn} />
        </Panel>
        <Refused preview={preview} />
        <Duplicates preview={preview} />
      </div>
      <div className={styles.side}>
        <Panel title={imports.counts}>
          <dl className={isStale ? `${styles.counts} ${styles.stale}` : styles.counts} aria-busy={isStale}>
            <Count label={imports.wouldAdd} count={preview.wouldAdd} />
            <Count label={imports.wouldUpdate} count={preview.wouldUpdate} />
            <Count label={imports.unchanged} count={preview.unchanged} />
            <Count label={imports.refused} count={preview.refusedTotal} isRefused />
          </dl>
          <Words fz="sm" c="dimmed">{isStale ? imports.reading : `${imports.rows} ${formatCount(preview.rows)} · ${imports.encoding} ${preview.encoding}`}</Words>
        </Panel>
        <Panel title={imports.options}>
          <div className={styles.options}>
            <div>
              <Input.Label component="span" id={labels.existing}>{imports.onExisting}</Input.Label>
              <SegmentedControl
                fullWidth aria-labelledby={labels.existing} value={options.onExisting} disabled={job.isRunning} onChange={(onExisting) => importing.setOptions({ ...options, onExisting })}
                data={[{ value: 'update', label: imports.update }, { value: 'skip', label: imports.skip }]}
              />
            </div>
            <div>
              <Input.Label component="span" id={labels.kind}>{imports.defaultKind}</Input.Label>
              <SegmentedControl
                fullWidth aria-labelledby={labels.kind} value={options.defaultKind} disabled={job.isRunning} onChange={(defaultKind) => importing.setOptions({ ...options, defaultKind })}
                data={PARTY_KINDS.map((value) => ({ value, label: kind[value] }))}
              />
            </div>
          </div>
        </Panel>
        {!faults.hasName && <Alert color="seal" role="alert">{imports.noName}</Alert>}
        {importing.isCancelled && <Alert role="status">{imports.cancelled}</Alert>}
        <Refusal error={importing.error} />
        {job.isRunning
          ? <JobProgress label={imports.running} progress={job.progress} onCancel={job.cancel} />
          : <Button variant="filled" size="md" disabled={isBlocked || rows === 0} onClick={() => void importing.run()}>{rows === 0 && !isStale ? imports.nothing : imports.start(formatCount(rows))}</Button>}
      </div>
    </div>
  )
}

const Count = ({ label, count, isRefused = false }: { label: string; count: number; isRefused?: boolean }) => (
  <div className={isRefused && count > 0 ? styles.refused : undefined}><dt>{label}</dt><dd>{formatCount(count)}</dd></div>
)

function Duplicates({ preview: { duplicates } }: { preview: Preview }) {
  const { parties: { imports } } = useText()
  if (duplicates.length === 0) return null
  return (
    <Panel title={imports.duplicatesTitle} aside={formatCount(duplicates.length)}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead><tr><th scope="col" className={styles.rowColumn}>{imports.duplicateRow}</th><th scope="col">{imports.duplicateName}</th><th scope="col">{imports.duplicateExisting}</th></tr></thead>
          <tbody>{duplicates.slice(0, SHOWN).map((duplicate, index) => <tr key={index}><td>{duplicate.row}</td><td>{duplicate.name}</td><td>{duplicate.existing}</td></tr>)}</tbody>
        </table>
      </div>
    </Panel>
  )
}

/** More than this is not read on a screen; the whole list comes with the import. */
const SHOWN = 100

function Refused({ preview: { refused, refusedTotal } }: { preview: Preview }) {
  const { parties: { imports, refusal } } = useText()
  if (refusedTotal === 0) return null
  const shown = refused.slice(0, SHOWN)
  return (
    <Panel title={imports.refusedTitle} aside={shown.length < refusedTotal ? imports.refusedShown(shown.length, formatCount(refusedTotal)) : formatCount(refusedTotal)}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead><tr><th scope="col" className={styles.rowColumn}>{imports.refusedRow}</th><th scope="col" className={styles.reasonColumn}>{imports.refusedReason}</th><th scope="col">{imports.refusedCells}</th></tr></thead>
          <tbody>
            {shown.map((row) => {
              const cells = row.cells.filter((cell) => cell !== '').join('　')
              return <tr key={row.row}><td>{row.row}</td><td className={styles.reason}>{refusal[row.code]}</td><td className={styles.examples} title={cells}>{cells}</td></tr>
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
