import { Button, TextInput } from '@mantine/core'
import { IconScan, IconShieldCheck, IconZoomCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CHECK_SCOPES } from '../../../../shared/contract/checks.ts'
import { call, CallError } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { paths } from '../../app/paths.ts'
import { useScans } from '../../app/scan-target.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { findSubject, forgetChecks, useRunCheck, type CheckRow } from './queries.ts'
import styles from './checks.module.css'

/** The four-property check: of one dossier or transfer by its number, of the whole archive as a job; all reports there have been. */
export function ChecksPage() {
  const { checks: text } = useText()
  const may = useMay()
  const [, go] = useLocation()
  const job = useJob('checks.runArchive')
  const [error, setError] = useState<unknown>(null)
  const runAll = async () => {
    setError(null)
    try {
      const report = await job.run({})
      await forgetChecks()
      go(paths.check(report.id))
    } catch (refusal) {
      if (!(refusal instanceof CallError) || refusal.code !== 'cancelled') setError(refusal)
    }
  }
  return (
    <div className={styles.page}>
      <PageHead title={text.title}>
        {may('checks.runArchive') && (
          <Button leftSection={<IconShieldCheck size={18} stroke={1.5} aria-hidden />} disabled={job.isRunning} onClick={() => void runAll()}>{text.action.runArchive}</Button>
        )}
      </PageHead>
      {job.isRunning && <div className={styles.job}><JobProgress label={`${text.action.runArchive} · ${text.start.archiveHint}`} progress={job.progress} onCancel={job.cancel} /></div>}
      <Refusal error={error} />
      {may('checks.run') && <StartForm />}
      <ReportList />
    </div>
  )
}

function StartForm() {
  const { checks: text } = useText()
  const { run, isRunning } = useRunCheck()
  const [code, setCode] = useState('')
  const [missed, setMissed] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const start = async (wanted: string) => {
    setMissed(null)
    setError(null)
    try {
      const subject = await findSubject(wanted.trim())
      if (subject === null) setMissed(wanted.trim())
      else await run(subject.scope, subject.id)
    } catch (refusal) {
      setError(refusal)
    }
  }
  useScans((scanned) => {
    setCode(scanned)
    void start(scanned)
  })
  return (
    <form
      className={styles.start}
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '' && !isRunning) void start(code)
      }}
    >
      <TextInput
        label={text.start.field} placeholder={text.start.hint} w={320} maxLength={60} spellCheck={false} value={code} data-autofocus
        leftSection={<IconScan size={16} stroke={1.5} aria-hidden />} onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" loading={isRunning} disabled={code.trim() === ''} leftSection={<IconZoomCheck size={18} stroke={1.5} aria-hidden />}>{text.action.run}</Button>
      {missed !== null && <span role="alert" className={styles.bad}>{text.start.notFound(missed)}</span>}
      <Refusal error={error} />
    </form>
  )
}

function ReportList() {
  const { checks: text } = useText()
  const [, go] = useLocation()
  const [scope, setScope] = useState<CheckRow['scope'] | null>(null)
  const list = usePagedRows<CheckRow>({ queryKey: ['checks.list', scope], fetchPage: (offset, limit) => call('checks.list', { scope, offset, limit }) })
  const isEmpty = !list.isPending && list.error === null && list.total === 0
  return (
    <>
      <div className={styles.filters}>
        <FilterSelect label={text.list.anyScope} width={140} value={scope} onChange={setScope} data={CHECK_SCOPES.map((value) => ({ value, label: text.scope[value] }))} />
        <span role="status" className={styles.quiet}>{text.list.counted(formatCount(list.total))}</span>
      </div>
      {list.error && <div className={styles.card}><ErrorState error={list.error} retry={list.refetch} /></div>}
      {isEmpty && (
        <div className={styles.card}>
          <EmptyState icon={IconShieldCheck} title={scope === null ? text.list.empty : text.list.noMatch} {...(scope === null && { hint: text.list.emptyHint })} />
        </div>
      )}
      {list.error === null && !isEmpty && (
        <DataTable
          label={text.title} columns={columnsOf(text)} count={list.isPending ? 6 : list.total} rowAt={list.rowAt} rowKey={(row) => row.id}
          onVisible={list.onVisible} onOpen={(row) => go(paths.check(row.id))}
        />
      )}
    </>
  )
}

function columnsOf(text: ReturnType<typeof useText>['checks']): readonly Column<CheckRow>[] {
  const words = text.list
  return [
    { key: 'number', heading: words.number, width: 124, cell: (row) => row.number },
    { key: 'scope', heading: words.scope, width: 84, cell: (row) => text.scope[row.scope] },
    { key: 'subject', heading: words.subject, cell: (row) => <strong>{row.label || words.whole}</strong> },
    { key: 'verdict', heading: words.verdict, width: 116, cell: (row) => <span className={`${styles.chip} ${styles[row.verdict]}`}>{text.verdict[row.verdict]}</span> },
    { key: 'items', heading: words.items, width: 84, align: 'end', cell: (row) => `${row.passed} / ${row.passed + row.failed + row.notRun + row.notCarriedOut}` },
    { key: 'findings', heading: words.findings, width: 84, align: 'end', cell: (row) => (row.findings === 0 ? <span className={styles.quiet}>0</span> : <span className={styles.found}>{formatCount(row.findings)}</span>) },
    { key: 'files', heading: words.files, width: 84, align: 'end', cell: (row) => formatCount(row.files) },
    { key: 'by', heading: words.by, width: 110, cell: (row) => <span title={row.byName}>{row.byName}</span> },
    { key: 'at', heading: words.at, width: 142, cell: (row) => localMinute(row.at) },
  ]
}
