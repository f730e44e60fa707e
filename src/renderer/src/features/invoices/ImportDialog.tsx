import { Alert, Button, Checkbox, Loader, Modal, Progress, SegmentedControl } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useText } from '../../app/text.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { formatCount } from '../../ui/format.ts'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { saveText } from '../../ui/save-text.ts'
import { invoicesCsv } from './refused-csv.ts'
import { type Direction, type Outcome, type Preview, useInvoiceImport } from './use-invoice-import.ts'
import styles from './invoices.module.css'

/** Lists of invoices of one party, or of all that a column names: choose, see what would happen, import, take home what was refused. */
export function ImportDialog({ party, onClose }: { party: { id: number; name: string } | null; onClose: () => void }) {
  const { invoices: { imports: text } } = useText()
  const importing = useInvoiceImport(party?.id ?? null)
  return (
    <Modal opened onClose={onClose} title={party === null ? text.titleMany : text.title(party.name)} size={760} closeOnClickOutside={!importing.job.isRunning} closeOnEscape={!importing.job.isRunning}>
      <div className={styles.dialog}><Stage importing={importing} onClose={onClose} /></div>
    </Modal>
  )
}

type Importing = ReturnType<typeof useInvoiceImport>

function Stage({ importing, onClose }: { importing: Importing; onClose: () => void }) {
  const { invoices: { imports: text } } = useText()
  const { sent, share, outcome, preview, error } = importing
  if (outcome !== null) return <Finished importing={importing} outcome={outcome} onClose={onClose} />
  if (share !== null) return <div className={styles.file} role="status"><span>{text.uploading(Math.floor(share * 100))}</span><Progress value={share * 100} flex={1} size={8} aria-label={text.files} /></div>
  if (sent.length === 0) {
    return (
      <>
        <FileDrop accept=".xlsx,.csv,.tsv,.txt" onFiles={(files) => void importing.choose(files)}>{text.files}</FileDrop>
        <p className={styles.nothing}>{text.kinds}<br />{text.known}</p>
        <Refusal error={error} />
      </>
    )
  }
  if (!preview) return error ? <><Refusal error={error} /><Foot importing={importing} count={0} /></> : <div className={styles.file}><Loader size={20} aria-hidden /><span role="status">{text.reading}</span></div>
  return (
    <>
      <ul className={styles.files}>{preview.files.map((file, index) => <FileLine key={index} file={file} index={index} importing={importing} />)}</ul>
      <Counts of={preview} />
      {importing.setWhole && <Checkbox label={text.whole} description={text.wholeHint} checked={importing.isWhole} disabled={importing.job.isRunning} onChange={(event) => importing.setWhole?.(event.currentTarget.checked)} />}
      <Refused rows={preview.refused} total={preview.refusedTotal} files={preview.files.map(({ name }) => name)} />
      {importing.isCancelled && <Alert role="status">{text.cancelled}</Alert>}
      <Refusal error={error} />
      <Foot importing={importing} count={preview.added + preview.voided} />
    </>
  )
}

function Foot({ importing, count }: { importing: Importing; count: number }) {
  const { invoices: { imports: text } } = useText()
  const { job, isReading } = importing
  return (
    <div className={styles.actions}>
      {job.isRunning ? <div role="status"><JobProgress label={text.running} progress={job.progress} onCancel={job.cancel} /></div> : (
        <>
          <Button onClick={importing.reset}>{text.another}</Button>
          <Button variant="filled" loading={isReading} disabled={count === 0} onClick={() => void importing.run()}>{count === 0 ? text.nothing : text.start(formatCount(count))}</Button>
        </>
      )}
    </div>
  )
}

/** One table: what it is taken for, and what its columns fill; which way it goes is asked where its columns do not say. */
function FileLine({ file, index, importing }: { file: Preview['files'][number]; index: number; importing: Importing }) {
  const { invoices: { imports: text, direction, field } } = useText()
  const known = file.columns.filter((column) => column.field !== 'skip')
  const asked = importing.sent[index]?.direction ?? null
  const names = (...fields: string[]) => known.some((column) => fields.includes(column.field))
  const isAsked = file.isTable && !names('direction') && names('buyer', 'buyerCode') === names('seller', 'sellerCode')
  return (
    <li>
      <div className={styles.file}>
        <strong className={styles.name} title={file.name}>{file.name}</strong>
        <span className={styles.quiet}>{text.rows(formatCount(file.rows))} · {file.encoding}</span>
        {isAsked
          ? <SegmentedControl size="xs" aria-label={text.ask} disabled={importing.job.isRunning} value={asked ?? ''} onChange={(value) => importing.setDirection(index, value as Direction)} data={(['purchase', 'sale'] as const).map((value) => ({ value, label: direction[value] }))} />
          : <span>{file.direction === null ? '' : direction[file.direction]}</span>}
      </div>
      {file.isTable ? <p className={styles.columns}>{known.map((column) => <span key={column.heading}>{column.heading === field[column.field] ? column.heading : `${column.heading} → ${field[column.field]}`}</span>)}</p>
        : <p className={`${styles.columns} ${styles.red}`}>{text.notTable}</p>}
    </li>
  )
}

function Counts({ of }: { of: Preview | Outcome }) {
  const { invoices: { imports: text } } = useText()
  const counts = [[text.read, of.read], [text.added, of.added], [text.repeated, of.repeated], [text.voided, of.voided], [text.parties, of.parties], [text.uneven, of.uneven], [text.refused, of.refusedTotal]] as const
  return (
    <dl className={styles.counts}>
      {counts.map(([label, count], index) => (index < 3 || count > 0) && <div key={label} className={count > 0 && (label === text.refused || label === text.uneven) ? styles.bad : undefined}><dt>{label}</dt><dd>{formatCount(count)}</dd></div>)}
      {of.from !== null && <div><dt>{text.span}</dt><dd>{of.from} — {of.until}</dd></div>}
    </dl>
  )
}

const SHOWN = 100

function Refused({ rows, total, files }: { rows: Preview['refused']; total: number; files: readonly string[] }) {
  const { invoices: { imports: text, refusal } } = useText()
  if (total === 0) return null
  const shown = rows.slice(0, SHOWN)
  return (
    <div>
      <p className={styles.nothing}>{text.refusedTitle}　{shown.length < total && text.shown(shown.length, formatCount(total))}</p>
      <div className={styles.refused}>
        <table>
          <thead><tr>{files.length > 1 && <th scope="col">{text.file}</th>}<th scope="col">{text.row}</th><th scope="col">{text.reason}</th><th scope="col">{text.cells}</th></tr></thead>
          <tbody>
            {shown.map((row, index) => {
              const cells = row.cells.filter((cell) => cell !== '').join('　')
              return <tr key={index}>{files.length > 1 && <td>{files[row.file]}</td>}<td>{row.row}</td><td className={styles.red}>{refusal[row.code]}</td><td title={cells}>{cells}</td></tr>
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Finished({ importing, outcome, onClose }: { importing: Importing; outcome: Outcome; onClose: () => void }) {
  const { invoices: { imports: text, refusal } } = useText()
  const files = importing.sent.map(({ name }) => name)
  const headings = importing.preview?.files.map(({ columns }) => columns.map(({ heading }) => heading)) ?? []
  const download = () => saveText(invoicesCsv(outcome.refused, files, headings, { file: text.fileColumn, row: text.rowColumn, reason: text.reasonColumn }, ({ code }) => refusal[code]), `${text.downloadName}.csv`, 'text/csv;charset=utf-8')
  return (
    <>
      <p role="status" className={styles.nothing}>{text.finished}</p>
      <Counts of={outcome} />
      <Refused rows={outcome.refused} total={outcome.refusedTotal} files={files} />
      <div className={styles.actions}>
        {outcome.refusedTotal > 0 && <Button leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />} onClick={download}>{text.download}</Button>}
        <Button onClick={importing.reset}>{text.again}</Button>
        <Button variant="filled" onClick={onClose}>{text.close}</Button>
      </div>
    </>
  )
}
