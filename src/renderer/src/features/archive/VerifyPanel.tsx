import { Button, Group, Stack, Text as Words, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconPrinter, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../../../shared/contract/index.ts'
import { readDetail, type Finding } from '../../../../shared/rules/archive/finding.ts'
import { useJob } from '../../app/jobs.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { formatCount } from '../../ui/format.ts'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { isCancelled } from './is-cancelled.ts'
import { parsePrintedHead } from './printed-head.ts'
import styles from './SettingsPage.module.css'

/** Checks the whole archive, also against a head printed on paper, and lists what it found. */
export function VerifyPanel() {
  const { archive } = useText()
  const text = archive.settings
  const may = useMay()
  const job = useJob('archive.verify')
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Output<'archive.verify'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const head = parsePrintedHead(typed)
  const isHeadBad = typed.trim() !== '' && head === null
  const verify = async () => {
    setFound(null)
    setError(null)
    try {
      setFound(await job.run(head ? { head } : {}))
    } catch (refusal) {
      if (!isCancelled(refusal)) setError(refusal)
    }
  }
  return (
    <Panel title={text.verify}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isHeadBad && !job.isRunning) void verify()
        }}
      >
        <Stack gap="md">
          <Words c="dimmed">{text.verifyHint}</Words>
          <TextInput
            label={text.against} description={text.againstHint} placeholder="#18204 7F3A-91C2" value={typed} spellCheck={false} maxLength={40} maw={360}
            error={isHeadBad && text.againstBad} onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {job.isRunning
            ? <JobProgress label={text.verifyRunning} progress={job.progress} onCancel={job.cancel} />
            : (
              <Group>
                <Button type="submit" leftSection={<IconShieldCheck size={16} stroke={1.5} aria-hidden />} disabled={isHeadBad}>{text.verifyNow}</Button>
                {may('prints.record') && (
                  <Button component={Link} to={paths.print('auditHead')} variant="subtle" leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}>{text.printHead}</Button>
                )}
              </Group>
            )}
          {found && <Result found={found} />}
          <Refusal error={error} />
        </Stack>
      </form>
    </Panel>
  )
}

function Result({ found }: { found: Output<'archive.verify'> }) {
  const { archive, common } = useText()
  const text = archive.settings
  const checked = Object.entries(found.checked).map(([name, count]) => `${text.checkedItem[name] ?? name} ${formatCount(count)}`)
  return (
    <Stack gap="sm" role="status">
      {found.ok
        ? <p className={styles.good}><IconCircleCheck size={18} stroke={1.5} aria-hidden />{text.clean}</p>
        : <p className={styles.bad}><IconAlertTriangle size={18} stroke={1.5} aria-hidden />{text.found(found.findings.length)}</p>}
      <p className={styles.checked}>{text.checked}{common.colon}{checked.join(common.listSeparator)}</p>
      {found.findings.length > 0 && <Findings findings={found.findings} />}
    </Stack>
  )
}

const ROW_HEIGHT = 52
const HEAD_HEIGHT = 36
const SHOWN_ROWS = 7

/** A ruined archive has hundreds of findings, so they lie in a window of their own. */
function Findings({ findings }: { findings: readonly Finding[] }) {
  const { archive } = useText()
  const text = archive.settings
  const sentence = ({ detail }: Finding) => {
    const known = readDetail(detail)
    return known ? text.findingRule[known.rule](known.values) : detail
  }
  const columns: Column<{ index: number; finding: Finding }>[] = [
    { key: 'kind', heading: text.findingKind, width: 120, cell: ({ finding }) => <span className={styles.lines}>{text.finding[finding.kind]}</span> },
    { key: 'subject', heading: text.findingSubject, width: '34%', cell: ({ finding: { subject } }) => <span className={styles.lines} title={subject}>{text.checkedItem[subject] ?? subject}</span> },
    { key: 'detail', heading: text.findingDetail, cell: ({ finding }) => <span className={styles.lines} title={sentence(finding)}>{sentence(finding)}</span> },
  ]
  return (
    <div className={styles.findings} style={{ height: Math.min(findings.length, SHOWN_ROWS) * ROW_HEIGHT + HEAD_HEIGHT }}>
      <DataTable
        label={text.findings} columns={columns} count={findings.length} rowHeight={ROW_HEIGHT} rowKey={({ index }) => index}
        rowAt={(index) => {
          const finding = findings[index]
          return finding && { index, finding }
        }}
      />
    </div>
  )
}
