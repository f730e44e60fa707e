import { Alert, Button, Checkbox, Loader, Modal, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { RECEIVABLE_IMPORTS } from '../../../../shared/contract/receivables.ts'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { formatCount } from '../../ui/format.ts'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { refusedCsv } from '../../ui/refused-csv.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { saveText } from '../../ui/save-text.ts'
import { type Outcome, type Preview, useReceivablesImport } from './use-receivables-import.ts'
import styles from './receivables.module.css'

type Importing = ReturnType<typeof useReceivablesImport>

/** Receivables or receipts from a table, of one party or of all that a column names: choose, see what would happen, import, take home what was refused. */
export function ImportDialog({ party, onClose }: { party: { id: number; name: string } | null; onClose: () => void }) {
  const { receivables: { imports: text } } = useText()
  const importing = useReceivablesImport(party?.id ?? null)
  const { isRunning } = importing.job
  return (
    <Modal opened onClose={onClose} title={party === null ? text.title : text.titleOf(party.name)} size={760} closeOnClickOutside={!isRunning} closeOnEscape={!isRunning}>
      <div className={styles.dialog}>{importing.outcome ? <Finished importing={importing} outcome={importing.outcome} onClose={onClose} /> : <Chooser importing={importing} />}</div>
    </Modal>
  )
}

function Chooser({ importing }: { importing: Importing }) {
  const { receivables: { imports: text, importWhat } } = useText()
  const { what, job, preview, error, isSending, hasFile } = importing
  return (
    <>
      <SegmentedControl aria-label={text.what} disabled={job.isRunning} value={what} onChange={(value) => importing.setWhat(value)} data={RECEIVABLE_IMPORTS.map((value) => ({ value, label: importWhat[value] }))} />
      {!hasFile && !isSending ? (
        <>
          <FileDrop multiple={false} accept=".xlsx,.csv,.tsv,.txt" onFiles={([file]) => file && void importing.choose(file)}>{text.file}</FileDrop>
          <p className={styles.nothing}>{text.kinds[what]}</p>
        </>
      ) : preview ? <Seen preview={preview} /> : error ? null : <div className={styles.file}><Loader size={20} aria-hidden /><span role="status">{text.reading}</span></div>}
      {what === 'receipts' && hasFile && <Checkbox label={text.allocate} description={text.allocateHint} disabled={job.isRunning} checked={importing.allocate} onChange={(event) => importing.setAllocate(event.currentTarget.checked)} />}
      {importing.isCancelled && <Alert role="status">{text.cancelled}</Alert>}
      <Refusal error={error} />
      {job.isRunning ? <JobProgress label={text.running} progress={job.progress} onCancel={job.cancel} /> : hasFile && (
        <div className={styles.foot}>
          <Button onClick={importing.reset}>{text.another}</Button>
          <Button variant="filled" loading={importing.isReading} disabled={!preview || preview.added === 0} onClick={() => void importing.run()}>{!preview || preview.added === 0 ? text.nothing : text.start(formatCount(preview.added))}</Button>
        </div>
      )}
    </>
  )
}

/** What the table is taken for: its columns, and what would become of its rows. */
function Seen({ preview }: { preview: Preview }) {
  const { receivables: { imports: text, field } } = useText()
  const known = preview.columns.filter((column) => column.field !== 'skip')
  return (
    <>
      <div>
        <div className={styles.file}><strong>{preview.name}</strong><span className={styles.zero}>{text.rows(formatCount(preview.read))} · {preview.encoding}</span></div>
        {preview.isTable ? <p className={styles.columnsFound}>{known.map((column) => <span key={column.heading}>{column.heading === field[column.field] ? column.heading : `${column.heading} → ${field[column.field]}`}</span>)}</p>
          : <p className={`${styles.columnsFound} ${styles.late}`} role="alert">{text.notTable}</p>}
      </div>
      {preview.isTable && <Counts of={preview} added={text.added} />}
      <Refused of={preview} />
    </>
  )
}

function Counts({ of, added }: { of: Preview | Outcome; added: string }) {
  const { receivables: { imports: text } } = useText()
  return (
    <dl className={styles.counts}>
      <div><dt>{text.read}</dt><dd>{formatCount(of.read)}</dd></div>
      <div><dt>{added}</dt><dd>{formatCount(of.added)}</dd></div>
      <div><dt>{text.repeated}</dt><dd>{formatCount(of.repeated)}</dd></div>
      <div><dt>{text.parties}</dt><dd>{formatCount(of.parties)}</dd></div>
      <div><dt>{text.amount}</dt><dd>{yuanFromFen(of.amountFen)}</dd></div>
      {of.allocatedFen > 0 && <div><dt>{text.allocated}</dt><dd>{yuanFromFen(of.allocatedFen)}</dd></div>}
      <div className={of.refusedTotal > 0 ? styles.bad : undefined}><dt>{text.refused}</dt><dd>{formatCount(of.refusedTotal)}</dd></div>
    </dl>
  )
}

const SHOWN = 100

function Refused({ of: { refused, refusedTotal } }: { of: Preview | Outcome }) {
  const { receivables: { imports: text, refusal } } = useText()
  if (refusedTotal === 0) return null
  const shown = refused.slice(0, SHOWN)
  return (
    <div>
      <p className={styles.nothing}>{text.refusedTitle}{shown.length < refusedTotal && `　${text.shown(shown.length, formatCount(refusedTotal))}`}</p>
      <div className={styles.refused}>
        <table className={styles.table}>
          <thead><tr><th scope="col">{text.row}</th><th scope="col">{text.why}</th><th scope="col">{text.cells}</th></tr></thead>
          <tbody>{shown.map((row) => <tr key={row.row}><td>{row.row}</td><td className={styles.late}>{refusal[row.code]}</td><td>{row.cells.filter((cell) => cell !== '').join('　')}</td></tr>)}</tbody>
        </table>
      </div>
    </div>
  )
}

function Finished({ importing, outcome, onClose }: { importing: Importing; outcome: Outcome; onClose: () => void }) {
  const { receivables: { imports: text, refusal } } = useText()
  const headings = importing.preview?.columns.map(({ heading }) => heading) ?? []
  const download = () => saveText(refusedCsv(headings, outcome.refused, { row: text.row, reason: text.why }, ({ code }) => refusal[code]), `${text.downloadName}.csv`, 'text/csv;charset=utf-8')
  return (
    <>
      <p role="status" className={styles.nothing}>{text.finished}</p>
      <Counts of={outcome} added={text.done} />
      <Refused of={outcome} />
      <div className={styles.foot}>
        {outcome.refusedTotal > 0 && <Button leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />} onClick={download}>{text.download}</Button>}
        <Button onClick={importing.reset}>{text.again}</Button>
        <Button variant="filled" onClick={onClose}>{text.close}</Button>
      </div>
    </>
  )
}
