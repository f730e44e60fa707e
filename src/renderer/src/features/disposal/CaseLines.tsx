import { Checkbox } from '@mantine/core'
import { useLocation } from 'wouter'
import { useRoomCommand } from '../../app/command.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { localMinute } from '../../ui/format.ts'
import { Obstacles } from './Obstacles.tsx'
import type { CaseLine, DisposalCase } from './queries.ts'
import styles from './disposal.module.css'

type Doing = { onOpine: ((line: CaseLine) => void) | null; onCheck: ((line: CaseLine, isThere: boolean) => void) | null }

/** The list: what each folder is, what is said of it, and what has come of it. Enter gives an opinion, or opens the dossier. */
export function CaseLines({ one, onOpine }: { one: DisposalCase; onOpine: Doing['onOpine'] }) {
  const text = useText()
  const command = useRoomCommand()
  const [, navigate] = useLocation()
  const onCheck = one.may.check ? (line: CaseLine, isThere: boolean) => void command('disposal.check', { id: one.id, dossierIds: [line.dossierId], isThere }) : null
  const open = (line: CaseLine) => {
    if (onOpine && line.stoppedAt === null) onOpine(line)
    else navigate(line.destroyedAt === null ? paths.dossier(line.dossierId) : `${paths.disposalTab('stubs')}&text=${encodeURIComponent(line.number)}`)
  }
  return (
    <DataTable
      label={one.number} columns={columns(text, one, { onOpine, onCheck })} count={one.lines.length} rowAt={(index) => one.lines[index]} rowKey={(line) => line.dossierId}
      onOpen={open}
    />
  )
}

function columns(text: ReturnType<typeof useText>, one: DisposalCase, { onCheck }: Doing): readonly Column<CaseLine>[] {
  const { case: words, opinionUntil } = text.disposal
  const year = Number((one.closedAt ?? new Date().toISOString()).slice(0, 4))
  const kept = (line: CaseLine) => (line.retentionFrom === null ? 0 : Math.max(0, year - Number(line.retentionFrom.slice(0, 4))))
  const check: Column<CaseLine> = {
    key: 'check', heading: words.columns.check, width: 64, align: 'centre', cell: (line) => (
      line.decision === 'destroy' && line.stoppedAt === null
        ? <Checkbox aria-label={`${words.columns.check} ${line.number}`} checked={line.checkedAt !== null} onChange={(event) => onCheck?.(line, event.currentTarget.checked)} onClick={(event) => event.stopPropagation()} />
        : null
    ),
  }
  return [
    ...(onCheck ? [check] : []),
    { key: 'number', heading: words.columns.number, width: 164, cell: (line) => line.number },
    { key: 'party', heading: words.columns.party, cell: (line) => <strong title={[line.partyName, line.title].filter(Boolean).join('　')}>{line.partyName}{line.title !== null && `　${line.title}`}</strong> },
    { key: 'retention', heading: words.columns.retention, width: 124, cell: (line) => <span title={text.because[line.because.rule](line.because.values)}>{words.years(line.retentionYears === null ? words.permanent : String(line.retentionYears), kept(line))}</span> },
    { key: 'pages', heading: words.columns.pages, width: 64, align: 'end', cell: (line) => line.pages },
    { key: 'opinions', heading: words.columns.opinions, width: '20%', cell: (line) => <Opinions line={line} /> },
    { key: 'decision', heading: words.columns.decision, width: 116, cell: (line) => (line.decision === null ? <span className={styles.quiet}>—</span> : <span className={line.decision === 'destroy' ? styles.amber : styles.green}>{opinionUntil(line.decision, line.keepUntilYear)}</span>) },
    { key: 'state', heading: words.columns.state, width: '20%', cell: (line) => <LineState line={line} /> },
  ]
}

function Opinions({ line }: { line: CaseLine }) {
  const { disposal: { opinionUntil, case: words } } = useText()
  if (line.opinions.length === 0) return <span className={styles.quiet}>{words.noOpinion}</span>
  const told = line.opinions.map(({ name, opinion, keepUntilYear, reason }) => `${name}　${opinionUntil(opinion, keepUntilYear)}　${reason}`)
  return <span title={told.join('\n')}>{line.opinions.map(({ name, opinion, keepUntilYear }) => `${name} ${opinionUntil(opinion, keepUntilYear)}`).join('　')}</span>
}

function LineState({ line }: { line: CaseLine }) {
  const { disposal: { case: words, told } } = useText()
  if (line.destroyedAt !== null) return <span className={styles.quiet}>{words.destroyed}　{localMinute(line.destroyedAt)}</span>
  if (line.stoppedBy !== null) return <span className={styles.seal} title={told(line.stoppedBy)}>{words.stopped}　{told(line.stoppedBy)}</span>
  if (line.obstacles.length > 0) return <Obstacles of={line.obstacles} />
  if (line.checkedAt !== null) return <span className={styles.green}>{words.checked}　{line.checkedByName}</span>
  return null
}
