import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { formatBytes, formatCount, localMinute } from '../../ui/format.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { localDay } from '../parts/days.ts'
import { PagedRows, type FormColumn } from '../parts/PagedRows.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import lists from './lists.module.css'
import styles from './four-properties.module.css'

type Report = Output<'checks.get'>
type Item = Report['items'][number]
/** An item, and under it each of its findings. */
type Line = { item: Item; finding: Item['shown'][number] | null }

const CAPACITY = 196
const ROW = 7.5

/** 四性检测报告, A4: every item with its outcome, findings and remedies under it, signed by who checked. */
export function FourPropertiesPrint({ id }: { id: number }) {
  const company = useQuery(statusQuery)
  const report = useQuery({ queryKey: ['print', 'checks.get', id], queryFn: () => call('checks.get', { id }), gcTime: 0 })
  return (
    <PrintFrame
      form="fourProperties" subjectId={id} name={report.data?.number ?? null} error={company.error ?? report.error}
      onRetry={() => void Promise.all([company.refetch(), report.refetch()])}
    >
      {company.data && report.data && <Sheets company={company.data.company} report={report.data} />}
    </PrintFrame>
  )
}

function Sheets({ company, report }: { company: string; report: Report }) {
  const text = useText()
  const { print, checks } = text
  const rows = report.items.flatMap((item): Line[] => [{ item, finding: null }, ...item.shown.map((finding) => ({ item, finding }))])
  return (
    <PagedRows
      columns={columnsOf(text)} rows={rows} rowKey={(row) => rows.indexOf(row)} capacity={CAPACITY} rowHeight={ROW} small
      page={(table, page, pages) => (
        <Sheet key={page} className={lists.portrait} label={print.preview.sheetName(print.preview.fourProperties, page, pages)}>
          <div className={lists.head}>
            <div className={lists.owner}>{company}<br />{print.room}</div>
            <div className={lists.title}>{print.preview.fourProperties}</div>
            <div className={lists.period}><div>{report.number}</div><FormDay day={localDay(report.at)} /></div>
          </div>
          <div className={lists.line}>
            <span>{checks.list.subject}：{report.label || checks.list.whole}　{checks.report.amount(formatCount(report.dossiers), formatCount(report.documents), formatCount(report.files), formatBytes(report.bytes))}</span>
            <span>{checks.list.verdict}：{checks.verdict[report.verdict]}　{checks.report.sums(report.passed, report.items.length)}</span>
          </div>
          {table}
          {page === pages && <p className={styles.signatures}><span>{checks.list.by}：{report.byName}　{localMinute(report.at)}</span><span>{print.fourProperties.reviewer}：</span></p>}
          <div className={lists.foot}><StampLines inline /><div className={lists.pageNumber}>{print.page(page, pages)}</div></div>
        </Sheet>
      )}
    />
  )
}

function columnsOf({ checks }: Text): readonly FormColumn<Line>[] {
  const head = ({ item, finding }: Line) => finding === null && item
  return [
    { key: 'code', heading: checks.report.code, width: 13, centred: true, cell: (line) => head(line) && line.item.code },
    {
      key: 'what', heading: checks.report.item, width: 62,
      cell: ({ item, finding }) => (finding === null
        ? <><strong>{checks.property[item.property]}　{checks.item[item.code].name}</strong><br />{checks.item[item.code].what}</>
        : [finding.dossierNumber ?? checks.report.general, finding.document, finding.file].filter(Boolean).join('　')),
    },
    { key: 'outcome', heading: checks.list.verdict, width: 16, centred: true, cell: ({ item, finding }) => finding === null && checks.outcome[item.outcome] },
    {
      key: 'finding', heading: checks.report.finding,
      cell: ({ item, finding }) => {
        if (finding !== null) return checks.finding[finding.rule](finding.facts)
        if (item.attestation) return `${checks.report.attested(item.attestation.byName, localMinute(item.attestation.at))}　${item.attestation.remarks}`
        return item.findings > item.shown.length ? checks.report.more(formatCount(item.findings - item.shown.length)) : item.findings > 0 ? checks.report.found(formatCount(item.findings)) : null
      },
    },
    { key: 'remedy', heading: checks.report.remedy, width: 40, cell: ({ item, finding }) => (finding === null ? item.outcome === 'notCarriedOut' && !item.attestation && checks.byHand : checks.remedy[finding.rule]) },
  ]
}
