import { Button, Loader, Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { call, uploadFile } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { useText } from '../../app/text.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { formatCount } from '../../ui/format.ts'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { refusedCsv } from '../../ui/refused-csv.ts'
import { saveText } from '../../ui/save-text.ts'
import { deliveriesChanged } from './queries.ts'
import styles from './deliveries.module.css'

type Preview = Output<'deliveries.previewImport'>
type Outcome = Output<'deliveries.import'>

/** A table of one supplier's orders and deliveries, or of all that a column names: choose, see what would happen, import, take home what was refused. */
export function ImportDialog({ party, onClose }: { party: { id: number; name: string } | null; onClose: () => void }) {
  const { deliveries: { imports: text } } = useText()
  const job = useJob('deliveries.import')
  const [token, setToken] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [error, setError] = useState<unknown>(null)
  const input = { upload: token ?? '', partyId: party?.id ?? null }
  const preview = useQuery({ queryKey: ['deliveries.previewImport', input], queryFn: () => call('deliveries.previewImport', input), enabled: token !== null && outcome === null && !job.isRunning, gcTime: 0, retry: false, refetchOnWindowFocus: false })
  const attempt = async (work: () => Promise<void>) => {
    setError(null)
    try {
      await work()
    } catch (refusal) {
      setError(refusal)
    }
  }
  const choose = ([file]: readonly File[]) => file && void attempt(async () => setToken((await uploadFile(file, { purpose: 'import' })).token))
  const run = () => attempt(async () => {
    setOutcome(await job.run(input))
    await deliveriesChanged()
  })
  const again = () => {
    setToken(null)
    setError(null)
  }
  const stage = () => {
    if (outcome !== null) return <Finished outcome={outcome} headings={preview.data?.columns.map(({ heading }) => heading) ?? []} onClose={onClose} />
    if (token === null) return <><FileDrop multiple={false} accept=".xlsx,.csv,.tsv,.txt" onFiles={choose}>{text.drop}</FileDrop><p className={styles.note}>{text.kinds}</p></>
    if (!preview.data) return preview.error ? null : <p className={styles.note} role="status"><Loader size={16} aria-hidden /> {text.reading}</p>
    return <Before preview={preview.data} isMany={party === null} />
  }
  const ready = preview.data === undefined ? 0 : preview.data.added + preview.data.completed
  return (
    <Modal opened onClose={onClose} title={party === null ? text.titleMany : text.title(party.name)} size={720} closeOnClickOutside={!job.isRunning} closeOnEscape={!job.isRunning}>
      <div className={styles.dialog}>
        {stage()}
        <Refusal error={error ?? preview.error} />
        {token !== null && outcome === null && (
          <div className={styles.actions}>
            {job.isRunning ? <div role="status"><JobProgress label={text.running} progress={job.progress} onCancel={job.cancel} /></div> : (
              <>
                <Button onClick={again}>{text.another}</Button>
                <Button variant="filled" loading={preview.isFetching} disabled={ready === 0} onClick={() => void run()}>{ready === 0 ? text.nothing : text.start(formatCount(ready))}</Button>
              </>
            )}
          </div>
        )}
      </div>
    </Modal>
  )
}

function Before({ preview, isMany }: { preview: Preview; isMany: boolean }) {
  const { deliveries: { imports: text } } = useText()
  const known = preview.columns.filter(({ field }) => field !== 'skip')
  return (
    <>
      <div className={styles.file}><strong title={preview.name}>{preview.name}</strong><span className={styles.quiet}>{text.rows(formatCount(preview.read))} · {preview.encoding}</span></div>
      {preview.isTable
        ? <p className={styles.columns}>{known.map(({ heading, field }) => <span key={heading}>{heading === text.field[field] ? heading : `${heading} → ${text.field[field]}`}</span>)}</p>
        : <p className={styles.bad}>{isMany ? text.notTableMany : text.notTable}</p>}
      {preview.isTable && <Counts of={preview} />}
      <Refused rows={preview.refused} total={preview.refusedTotal} />
    </>
  )
}

function Finished({ outcome, headings, onClose }: { outcome: Outcome; headings: readonly string[]; onClose: () => void }) {
  const { deliveries: { imports: text, refusal } } = useText()
  const download = () => saveText(refusedCsv(headings, outcome.refused, { row: text.rowColumn, reason: text.reasonColumn }, ({ code }) => refusal[code]), `${text.downloadName}.csv`, 'text/csv;charset=utf-8')
  return (
    <>
      <p role="status" className={styles.note}>{text.finished}</p>
      <Counts of={outcome} />
      <Refused rows={outcome.refused} total={outcome.refusedTotal} />
      <div className={styles.actions}>
        {outcome.refusedTotal > 0 && <Button leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />} onClick={download}>{text.download}</Button>}
        <Button variant="filled" data-autofocus onClick={onClose}>{text.close}</Button>
      </div>
    </>
  )
}

function Counts({ of }: { of: Preview | Outcome }) {
  const { deliveries: { imports: text } } = useText()
  const counts = [[text.read, of.read], [text.added, of.added], [text.completed, of.completed], [text.repeated, of.repeated], [text.refused, of.refusedTotal]] as const
  return <dl className={styles.counts}>{counts.map(([label, count]) => <div key={label} className={label === text.refused && count > 0 ? styles.over : undefined}><dt>{label}</dt><dd>{formatCount(count)}</dd></div>)}</dl>
}

const SHOWN = 100

function Refused({ rows, total }: { rows: Outcome['refused']; total: number }) {
  const { deliveries: { imports: text, refusal } } = useText()
  if (total === 0) return null
  const shown = rows.slice(0, SHOWN)
  return (
    <div>
      <p className={styles.note}>{text.refusedTitle}　{shown.length < total && text.shown(shown.length, formatCount(total))}</p>
      <div className={styles.refused}>
        <table>
          <thead><tr><th scope="col">{text.row}</th><th scope="col">{text.reason}</th><th scope="col">{text.cells}</th></tr></thead>
          <tbody>
            {shown.map((row) => {
              const cells = row.cells.filter((cell) => cell !== '').join('　')
              return <tr key={row.row}><td>{row.row}</td><td className={styles.bad}>{refusal[row.code]}</td><td title={cells}>{cells}</td></tr>
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
