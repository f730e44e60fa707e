import { useQuery } from '@tanstack/react-query'
import { BUCKETS } from '../../../../shared/rules/receivables/ageing.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { formatCount } from '../../ui/format.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { type FormColumn, PagedRows } from '../parts/PagedRows.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { type AgeingAsked, ageingQuery, departmentsQuery, type PrintedAgeing } from '../queries.ts'
import styles from './lists.module.css'

type Row = PrintedAgeing['rows'][number]

/** 210 mm less the margins, the head of the sheet, the head row and the foot. */
const CAPACITY = 156
const ROW = 8.6

/** 应收账龄表, A4 landscape: the customers that fit what was asked, and on the last page what all of them come to. */
export function AgeingPrint({ asked }: { asked: AgeingAsked }) {
  const company = useQuery(statusQuery)
  const ageing = useQuery(ageingQuery(asked))
  return (
    <PrintFrame form="ageing" subjectId={null} name={ageing.data?.asOf ?? null} error={company.error ?? ageing.error} onRetry={() => void Promise.all([company.refetch(), ageing.refetch()])}>
      {company.data && ageing.data && <Sheets company={company.data.company} ageing={ageing.data} asked={asked} />}
    </PrintFrame>
  )
}

function Sheets({ company, ageing, asked }: { company: string; ageing: PrintedAgeing; asked: AgeingAsked }) {
  const text = useText()
  const { receivables, print } = text
  const conditions = useConditions(asked)
  const columns = ageingColumns(text)
  const amounts = (sums: PrintedAgeing['sums']) => [sums.balanceFen, ...BUCKETS.map((bucket) => sums.buckets[bucket] ?? 0), sums.advancesFen, sums.overdueFen]
  return (
    <PagedRows
      columns={columns} rows={ageing.rows} rowKey={(row) => row.partyId} capacity={CAPACITY} rowHeight={ROW} small
      total={<tr className={styles.total} style={{ height: `${ROW}mm` }}><td colSpan={3} className={styles.centred}>{receivables.page.total}</td>{amounts(ageing.sums).map((fen, index) => <td key={index} style={{ textAlign: 'end' }}>{fen === 0 ? '' : signed(fen)}</td>)}<td /></tr>}
      page={(table, page, pages) => (
        <Sheet key={page} landscape className={styles.landscape} label={print.preview.sheetName(print.preview.ageing, page, pages)}>
          <div className={styles.head}>
            <div className={styles.owner}>{company}<br />{conditions}</div>
            <div className={styles.title}>{print.ageing.title}</div>
            <div className={styles.period}><div>{receivables.asOf} <FormDay day={ageing.asOf} /></div><div>{print.ageing.lines(formatCount(ageing.rows.length))}　{print.contractLedger.yuan}</div></div>
          </div>
          {table}
          <div className={styles.foot}><StampLines inline /><div className={styles.pageNumber}>{print.page(page, pages)}</div></div>
        </Sheet>
      )}
    />
  )
}

/** Advances beyond what is open make a balance below zero. */
const signed = (fen: number) => (fen < 0 ? `−${yuanFromFen(-fen)}` : yuanFromFen(fen))

function ageingColumns({ receivables: words, contracts: { column } }: Text): readonly FormColumn<Row>[] {
  const money = (key: string, heading: string, of: (row: Row) => number): FormColumn<Row> => ({ key, heading, width: 20, end: true, cell: (row) => (of(row) === 0 ? '' : signed(of(row))) })
  return [
    { key: 'sequence', heading: column.sequence, width: 8, centred: true, cell: (_row, index) => index + 1 },
    { key: 'party', heading: words.page.party, cell: (row) => row.partyName },
    { key: 'salesperson', heading: words.page.salesperson, width: 13, centred: true, cell: (row) => row.salespersonName },
    money('balance', words.balance, (row) => row.balanceFen), ...BUCKETS.map((bucket) => money(bucket, words.bucket[bucket], (row) => row.buckets[bucket] ?? 0)), money('advances', words.advances, (row) => row.advancesFen), money('overdue', words.overdue, (row) => row.overdueFen),
    { key: 'days', heading: words.longestDays, width: 15, centred: true, cell: (row) => (row.longestOverdueDays === 0 ? '' : words.days(row.longestOverdueDays)) },
  ]
}

/** What the list was narrowed by, in words: a list that says nothing of it would pass for the whole. */
function useConditions(asked: AgeingAsked): string {
  const { print: { contractLedger, ageing }, receivables: { only }, common } = useText()
  const departments = useQuery(departmentsQuery).data ?? []
  const parts = [departments.find(({ id }) => id === asked.departmentId)?.name, asked.only ? only[asked.only] : '', asked.text?.trim() ? contractLedger.text(asked.text.trim()) : ''].filter((part): part is string => typeof part === 'string' && part !== '')
  return parts.length === 0 ? ageing.all : parts.join(common.listSeparator)
}
