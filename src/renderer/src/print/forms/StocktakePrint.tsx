import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import type { Text } from '../../../../shared/text/index.ts'
import { localMinute } from '../../ui/format.ts'
import { localDay } from '../parts/days.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { PagedRows, type FormColumn } from '../parts/PagedRows.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import lists from './lists.module.css'
import styles from './stocktake.module.css'

type Stocktake = Output<'stocktakes.get'>
type Finding = Output<'stocktakes.findings'>['rows'][number]

const CAPACITY = 124
const ROW = 9
const WINDOW = 500

async function wholeFindings(id: number): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (;;) {
    const { total, rows } = await call('stocktakes.findings', { id, offset: findings.length, limit: WINDOW })
    findings.push(...rows)
    if (rows.length === 0 || findings.length >= total) return findings
  }
}

/** 盘点表, A4 landscape: what was counted, every finding and what was done about it, both signatures. */
export function StocktakePrint({ id }: { id: number }) {
  const company = useQuery(statusQuery)
  const stocktake = useQuery({ queryKey: ['print', 'stocktakes.get', id], queryFn: () => call('stocktakes.get', { id }), gcTime: 0 })
  const findings = useQuery({ queryKey: ['print', 'stocktakes.findings', id], queryFn: () => wholeFindings(id), gcTime: 0 })
  return (
    <PrintFrame
      form="stocktake" subjectId={id} name={stocktake.data?.number ?? null} error={company.error ?? stocktake.error ?? findings.error}
      onRetry={() => void Promise.all([company.refetch(), stocktake.refetch(), findings.refetch()])}
    >
      {company.data && stocktake.data && findings.data && <Sheets company={company.data.company} stocktake={stocktake.data} findings={findings.data} />}
    </PrintFrame>
  )
}

function Sheets({ company, stocktake, findings }: { company: string; stocktake: Stocktake; findings: readonly Finding[] }) {
  const text = useText()
  const { print } = text
  return (
    <PagedRows
      columns={columnsOf(text)} rows={findings} rowKey={(row) => row.id} capacity={CAPACITY} rowHeight={ROW} small
      page={(table, page, pages) => (
        <Sheet key={page} landscape className={lists.landscape} label={print.preview.sheetName(print.preview.stocktake, page, pages)}>
          <div className={lists.head}>
            <div className={lists.owner}>{company}<br />{print.room}</div>
            <div className={lists.title}>{print.stocktake.title}</div>
            <div className={lists.period}><div>{stocktake.number}</div><div>{stocktake.scope}</div></div>
          </div>
          <Sums stocktake={stocktake} />
          {table}
          {page === pages && <Signatures stocktake={stocktake} />}
          <div className={lists.foot}><StampLines inline /><div className={lists.pageNumber}>{print.page(page, pages)}</div></div>
        </Sheet>
      )}
    />
  )
}

function Sums({ stocktake }: { stocktake: Stocktake }) {
  const { stocktakes: { sums: words }, print: { stocktake: form } } = useText()
  const scanned = (round: 'first' | 'second') => stocktake.counted.reduce((sum, drawer) => sum + (drawer[round] ?? 0), 0)
  const figures: readonly (readonly [string, string])[] = [
    [form.drawers, String(stocktake.drawers)], [words.expected, String(stocktake.expected)], [words.first, String(scanned('first'))], [words.second, String(scanned('second'))],
    [words.inOrder, String(stocktake.inOrder ?? 0)], [words.findings, String(stocktake.findings ?? 0)],
  ]
  return <div className={styles.sums}>{figures.map(([name, value]) => <div key={name}><small>{name}</small>{value}</div>)}</div>
}

function Signatures({ stocktake }: { stocktake: Stocktake }) {
  const { print: { stocktake: words } } = useText()
  const parts = [
    [words.first, stocktake.firstByName, stocktake.firstEnd, stocktake.firstSignedAt], [words.second, stocktake.secondByName ?? '', stocktake.secondEnd, stocktake.secondSignedAt],
  ] as const
  return (
    <div className={styles.signatures}>
      {parts.map(([name, who, counted, signed]) => (
        <div key={name}>
          <strong>{name}</strong>{who}　{counted && words.counted(localMinute(counted))}
          <div className={styles.sign}><span>{signed ? words.inProgram(localMinute(signed)) : words.signature}</span><span className={signed ? styles.filled : styles.line} /><FormDay day={signed ? localDay(signed) : null} /></div>
        </div>
      ))}
      <div><strong>{words.director}</strong><div className={styles.sign}><span>{words.signature}</span><span className={styles.line} /><FormDay day={null} /></div></div>
    </div>
  )
}

function columnsOf({ print, stocktakes: text }: Text): readonly FormColumn<Finding>[] {
  const { columns } = print.stocktake
  const seen = (row: Finding) => {
    const [first, second] = [row.first?.words ?? text.finding.notSeen, row.second?.words ?? text.finding.notSeen]
    return first === second ? first : text.finding.differs(first, second)
  }
  return [
    { key: 'sequence', heading: columns.sequence, width: 9, centred: true, cell: (_, index) => index + 1 },
    { key: 'kind', heading: columns.kind, width: 21, centred: true, cell: (row) => text.kind[row.kind] },
    { key: 'number', heading: columns.number, width: 36, cell: (row) => row.code },
    { key: 'title', heading: columns.title, cell: (row) => row.title },
    { key: 'home', heading: columns.home, width: 22, centred: true, cell: (row) => (row.home ? `${row.home.words}-${row.home.slot}` : '') },
    { key: 'seen', heading: columns.seen, width: 34, cell: seen },
    { key: 'resolution', heading: columns.resolution, width: 22, centred: true, cell: (row) => (row.resolution ? text.resolution[row.resolution] : text.finding.open) },
    { key: 'by', heading: columns.by, width: 18, centred: true, cell: (row) => row.resolvedByName },
    { key: 'remarks', heading: columns.remarks, width: 52, cell: (row) => [row.remarks, row.incident && text.finding.incidentNumber(row.incident.number)].filter(Boolean).join('　') },
  ]
}
