import { Alert, Button, Loader, Modal, Progress } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useText } from '../../app/text.tsx'
import { FileDrop } from '../FileDrop.tsx'
import { formatCount } from '../format.ts'
import { JobProgress } from '../JobProgress.tsx'
import { refusedCsv } from '../refused-csv.ts'
import { Refusal } from '../Refusal.tsx'
import { saveText } from '../save-text.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { type Refused, RefusedRows } from './RefusedRows.tsx'
import type { SeenFile, useTableImport } from './use-table-import.ts'
import styles from './importing.module.css'

type Told<Code extends string> = { readonly refused: readonly Refused<Code>[]; readonly refusedTotal: number }
type Importing<Preview, Outcome, Field extends string> = ReturnType<typeof useTableImport<never, Preview, Outcome, Field>>
export type Counted = readonly [label: string, count: number | string, isBad?: boolean]

type Props<Preview extends Told<Code>, Outcome extends Told<Code>, Field extends string, Code extends string> = {
  title: string
  importing: Omit<Importing<Preview, Outcome, Field>, 'job'> & { job: { isRunning: boolean; cancel: () => void; progress: Parameters<typeof JobProgress>[0]['progress'] } }
  field: Readonly<Record<Field, string>>
  refusal: Readonly<Record<Code, string>>
  /** What the files are to hold, on the drop and under it. */
  drop: string
  hint: ReactNode
  isMany?: boolean
  /** What is asked before the file is chosen and beside its preview. */
  before?: ReactNode
  options?: ReactNode
  /** What is asked of one file. */
  ofFile?: (file: SeenFile<Field>, index: number) => ReactNode
  /** What may be done about a field that no column fills, beside choosing one. */
  instead?: Partial<Readonly<Record<Field, string>>>
  counts: (of: Preview | Outcome) => readonly Counted[]
  /** Rows that would be written. */
  ready: (preview: Preview) => number
  onClose: () => void
}

/** Tables of a ledger: choose, see what would happen, put the columns right, import, take home what was refused. */
export function ImportModal<Preview extends Told<Code>, Outcome extends Told<Code>, Field extends string, Code extends string>(props: Props<Preview, Outcome, Field, Code>) {
  const { title, importing, onClose } = props
  const { isRunning } = importing.job
  return (
    <Modal opened onClose={onClose} title={title} size={760} closeOnClickOutside={!isRunning} closeOnEscape={!isRunning}>
      <div className={styles.dialog}>{importing.outcome === null ? <Chooser {...props} /> : <Finished {...props} outcome={importing.outcome} />}</div>
    </Modal>
  )
}

function Chooser<Preview extends Told<Code>, Outcome extends Told<Code>, Field extends string, Code extends string>(props: Props<Preview, Outcome, Field, Code>) {
  const { importing, drop, hint, isMany = false, before, options, refusal, counts, ready } = props
  const { importing: text } = useText()
  const { sent, share, preview, files, error, job, isReading } = importing
  const count = preview === undefined ? 0 : ready(preview)
  return (
    <>
      {before}
      {share !== null ? <div className={styles.file} role="status"><span>{text.uploading(Math.floor(share * 100))}</span><Progress value={share * 100} flex={1} size={8} aria-label={drop} /></div>
        : sent.length === 0 ? <><FileDrop multiple={isMany} accept=".xlsx,.csv,.tsv,.txt" onFiles={(list) => list.length > 0 && void importing.choose(list)}>{drop}</FileDrop><p className={styles.note}>{hint}</p></>
        : preview ? (
          <>
            <ul className={styles.files}>{files.map((file, index) => <FileLine key={index} {...props} file={file} index={index} />)}</ul>
            {files.some(({ isTable }) => isTable) && <Counts of={counts(preview)} />}
          </>
        ) : error ? null : <div className={styles.file} role="status"><Loader size={20} aria-hidden /><span>{text.reading}</span></div>}
      {preview && options}
      {preview && <RefusedRows rows={preview.refused} total={preview.refusedTotal} why={refusal} files={files.map(({ name }) => name)} />}
      {importing.isCancelled && <Alert role="status">{text.cancelled}</Alert>}
      <Refusal error={error} />
      {sent.length > 0 && (
        <div className={styles.actions}>
          {job.isRunning ? <div role="status"><JobProgress label={text.running} progress={job.progress} onCancel={job.cancel} /></div> : (
            <>
              <Button onClick={importing.reset}>{text.another}</Button>
              <Button variant="filled" loading={isReading} disabled={count === 0} onClick={() => void importing.run()}>{count === 0 ? text.nothing : text.start(formatCount(count))}</Button>
            </>
          )}
        </div>
      )}
    </>
  )
}

/** One table: what its columns are taken for, to be put right where they say too little or another thing. */
function FileLine<Preview extends Told<Code>, Outcome extends Told<Code>, Field extends string, Code extends string>({ file, index, importing, field, instead = {}, ofFile }: Props<Preview, Outcome, Field, Code> & { file: SeenFile<Field>; index: number }) {
  const { importing: text, common } = useText()
  const named = (any: readonly Field[]) => any.map((one) => field[one]).reduce(text.or)
  const [isOpen, setOpen] = useState(!file.isTable)
  const known = file.columns.filter((column) => column.field !== 'skip')
  return (
    <li>
      <div className={styles.file}>
        <strong title={file.name}>{file.name}</strong>
        <span className={styles.note}>{text.rows(formatCount(file.rows))} · {file.encoding}</span>
        {ofFile?.(file, index)}
        <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? text.done : text.change}</Button>
      </div>
      {!file.isTable && <p className={`${styles.known} ${styles.why}`} role="alert">{text.missing(common.list(file.missing.map(named)))}{file.missing.flat().map((one) => instead[one] ?? '').join('')}</p>}
      {isOpen ? <div className={styles.columns}><ColumnTable columns={file.columns} fields={importing.fields} label={field} isDisabled={importing.job.isRunning} onChange={importing.setColumn} /></div>
        : <p className={styles.known}>{known.map((column) => <span key={column.field}>{column.heading === field[column.field] ? column.heading : `${column.heading} → ${field[column.field]}`}</span>)}</p>}
    </li>
  )
}

const Counts = ({ of }: { of: readonly Counted[] }) => (
  <dl className={styles.counts}>{of.map(([label, count, isBad]) => <div key={label} className={isBad && count !== 0 ? styles.bad : undefined}><dt>{label}</dt><dd>{typeof count === 'number' ? formatCount(count) : count}</dd></div>)}</dl>
)

function Finished<Preview extends Told<Code>, Outcome extends Told<Code>, Field extends string, Code extends string>({ importing, refusal, counts, outcome, onClose }: Props<Preview, Outcome, Field, Code> & { outcome: Outcome }) {
  const { importing: text } = useText()
  const files = importing.sent.map(({ name }) => name)
  const download = () => {
    const headings = importing.files[outcome.refused[0]?.file ?? 0]?.columns.map(({ heading }) => heading) ?? []
    // Of several files each row says which it is from.
    const isMany = files.length > 1
    const rows = isMany ? outcome.refused.map((row) => ({ ...row, cells: [files[row.file ?? 0] ?? '', ...row.cells] })) : outcome.refused
    saveText(refusedCsv(isMany ? [text.file, ...headings] : headings, rows, { row: text.rowColumn, reason: text.reasonColumn }, ({ code }) => refusal[code]), `${text.downloadName}.csv`, 'text/csv;charset=utf-8')
  }
  return (
    <>
      <p role="status" className={styles.note}>{text.finished}</p>
      <Counts of={counts(outcome)} />
      <RefusedRows rows={outcome.refused} total={outcome.refusedTotal} why={refusal} files={files} />
      <div className={styles.actions}>
        {outcome.refusedTotal > 0 && <Button leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />} onClick={download}>{text.download}</Button>}
        <Button onClick={importing.reset}>{text.again}</Button>
        <Button variant="filled" data-autofocus onClick={onClose}>{text.close}</Button>
      </div>
    </>
  )
}
