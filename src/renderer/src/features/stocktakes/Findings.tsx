import { Button, SegmentedControl } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { FINDING_KINDS } from '../../../../shared/contract/stocktakes.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import type { Finding, Stocktake } from './queries.ts'
import { ResolveDialog } from './ResolveDialog.tsx'
import styles from './stocktakes.module.css'

type Kind = (typeof FINDING_KINDS)[number]
type Words = ReturnType<typeof useText>['stocktakes']

/** What both counts and the books disagree about: by kind, and what was done about each. */
export function Findings({ stocktake }: { stocktake: Stocktake }) {
  const { stocktakes: text } = useText()
  const may = useMay()
  const [kind, setKind] = useState<Kind | null>(null)
  const [isOpen, setOpen] = useState(stocktake.state === 'findings' && stocktake.unresolved !== 0)
  const [resolving, setResolving] = useState<Finding | null>(null)
  const filter = { kind, isOpen: isOpen ? true : null }
  const findings = usePagedRows<Finding>({
    queryKey: ['stocktakes.findings', stocktake.id, filter], fetchPage: (offset, limit) => call('stocktakes.findings', { id: stocktake.id, ...filter, offset, limit }),
  })
  const isEmpty = !findings.isPending && findings.error === null && findings.total === 0
  return (
    <>
      <Sums stocktake={stocktake} />
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={text.finding.title} value={isOpen ? 'open' : 'all'} onChange={(value) => setOpen(value === 'open')}
          data={(['open', 'all'] as const).map((value) => ({ value, label: text.finding[value] }))}
        />
        <span className={styles.divider} aria-hidden />
        {stocktake.byKind.map((one) => (
          <button key={one.kind} type="button" className={styles.kindFilter} aria-pressed={kind === one.kind} title={text.kindHint[one.kind]} onClick={() => setKind(kind === one.kind ? null : one.kind)}>
            {text.kind[one.kind]}<span>{formatCount(isOpen ? one.unresolved : one.count)}</span>
          </button>
        ))}
      </div>
      {findings.error && <div className={styles.card}><ErrorState error={findings.error} retry={findings.refetch} /></div>}
      {isEmpty && (
        <div className={styles.card}>
          <EmptyState icon={IconCircleCheck} title={stocktake.findings === 0 ? text.finding.none : isOpen && kind === null ? text.finding.left(0) : text.finding.noneLeft} />
        </div>
      )}
      {findings.error === null && !isEmpty && (
        <DataTable
          label={text.finding.title} columns={columns(text, stocktake, may('incidents.open'), setResolving)} count={findings.isPending ? 8 : findings.total} rowAt={findings.rowAt} rowKey={(row) => row.id}
          onVisible={findings.onVisible} {...(stocktake.may.resolve && { onOpen: (row: Finding) => row.ways.length > 0 && setResolving(row) })} selectedKey={resolving?.id ?? null}
        />
      )}
      {resolving && <ResolveDialog key={resolving.id} stocktake={stocktake} finding={resolving} onClose={() => setResolving(null)} />}
    </>
  )
}

function Sums({ stocktake }: { stocktake: Stocktake }) {
  const { stocktakes: { sums: words } } = useText()
  const scanned = (round: 'first' | 'second') => stocktake.counted.reduce((sum, drawer) => sum + (drawer[round] ?? 0), 0)
  const sums = [
    ['expected', stocktake.expected], ['first', scanned('first')], ['second', scanned('second')], ['inOrder', stocktake.inOrder ?? 0], ['findings', stocktake.findings ?? 0],
    ['unresolved', stocktake.unresolved ?? 0],
  ] as const
  return (
    <dl className={styles.sums}>
      {sums.map(([name, count]) => (
        <div key={name} className={name === 'unresolved' && count > 0 ? `${styles.sum} ${styles.sumOpen}` : styles.sum}><dt>{words[name]}</dt><dd>{formatCount(count)}</dd></div>
      ))}
    </dl>
  )
}

/** Where it was seen: one place when both counts agree, else each. */
function seenWords(finding: Finding, { finding: words }: Words): string {
  const [first, second] = [finding.first?.words ?? words.notSeen, finding.second?.words ?? words.notSeen]
  return first === second ? first : words.differs(first, second)
}

function neighbourWords({ afterCode, beforeCode }: Finding, { finding: words }: Words): string {
  if (afterCode !== null && beforeCode !== null) return words.between(afterCode, beforeCode)
  return afterCode !== null ? words.after(afterCode) : beforeCode !== null ? words.before(beforeCode) : ''
}

function columns(text: Words, stocktake: Stocktake, mayOpenIncident: boolean, onResolve: (finding: Finding) => void): readonly Column<Finding>[] {
  const words = text.finding
  return [
    { key: 'kind', heading: words.kind, width: 104, cell: (row) => <span className={`${styles.chip} ${styles[`kind-${row.kind}`] ?? ''}`} title={text.kindHint[row.kind]}>{text.kind[row.kind]}</span> },
    { key: 'number', heading: words.number, width: 164, cell: (row) => (row.dossierId === null ? row.code : <Link to={paths.dossier(row.dossierId)} onClick={(event) => event.stopPropagation()}>{row.code}</Link>) },
    { key: 'name', heading: words.name, cell: (row) => <span title={row.title ?? ''}>{row.title}</span> },
    { key: 'home', heading: words.home, width: 92, cell: (row) => (row.home ? `${row.home.words}-${row.home.slot}` : row.dossierId === null ? '' : words.noHome) },
    { key: 'seen', heading: words.found, width: 156, cell: (row) => seenWords(row, text) },
    { key: 'neighbours', heading: words.neighbours, width: '15%', cell: (row) => <span className={styles.quiet} title={neighbourWords(row, text)}>{neighbourWords(row, text)}</span> },
    {
      key: 'resolution', heading: words.resolution, width: 232,
      cell: (row) => (
        <span className={styles.resolution}>
          {row.resolution === null
            ? stocktake.may.resolve
              ? <Button size="xs" onClick={(event) => { event.stopPropagation(); onResolve(row) }} aria-label={`${text.action.resolve} ${row.code}`}>{text.action.resolve}</Button>
              : <span className={styles.amber}>{words.open}</span>
            : <span title={[row.resolvedByName, row.remarks].filter(Boolean).join('　')}>{text.resolution[row.resolution]}　<span className={styles.quiet}>{row.remarks ?? row.resolvedByName}</span></span>}
          {row.incident
            ? <Link to={paths.incident(row.incident.id)} onClick={(event) => event.stopPropagation()}>{words.incidentNumber(row.incident.number)}</Link>
            : mayOpenIncident && row.resolution === 'reportedMissing' && row.dossierId !== null && (
              <Link to={`${paths.incidents}?dossier=${row.dossierId}&kind=missing&finding=${row.id}`} onClick={(event) => event.stopPropagation()}>{words.incident}</Link>
            )}
        </span>
      ),
    },
  ]
}
