import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import type { Text } from '../../../../shared/text/index.ts'
import { wanFromFen, yuanFromFen } from '../../ui/capital.ts'
import { formatCount } from '../../ui/format.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { PagedRows, type FormColumn } from '../parts/PagedRows.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { departmentsQuery, directoryQuery, ledgerQuery, type LedgerAsked, type PrintedLedger } from '../queries.ts'
import styles from './lists.module.css'

type Row = PrintedLedger['rows'][number]

/** 210 mm less the margins, the head of the sheet, the head row and the foot. */
const CAPACITY = 156
const ROW = 8.6

/** 合同台账, A4 landscape: the contracts that fit what was asked, each page with its own sum and the last with the total. */
export function ContractLedgerPrint({ asked }: { asked: LedgerAsked }) {
  const company = useQuery(statusQuery)
  const ledger = useQuery(ledgerQuery(asked))
  const conditions = useConditions(asked)
  return (
    <PrintFrame
      form="contractLedger" subjectId={null} name={company.data?.today ?? null} error={company.error ?? ledger.error}
      onRetry={() => void Promise.all([company.refetch(), ledger.refetch()])}
    >
      {company.data && ledger.data && <Sheets company={company.data.company} today={company.data.today} ledger={ledger.data} conditions={conditions} />}
    </PrintFrame>
  )
}

function Sheets({ company, today, ledger, conditions }: { company: string; today: string; ledger: PrintedLedger; conditions: string }) {
  const text = useText()
  const words = text.print.contractLedger
  const columns = ledgerColumns(text)
  const sumRow = (label: string, sums: PrintedLedger['sums']) => <SumRow label={label} sums={sums} columns={columns.length} />
  return (
    <PagedRows
      columns={columns} rows={ledger.rows} rowKey={(row) => row.id} capacity={CAPACITY} rowHeight={ROW} small
      pageFoot={(from, until) => sumRow(words.pageSum, sumsOf(ledger.rows.slice(from, until)))} total={sumRow(words.total, ledger.sums)}
      page={(table, page, pages) => (
        <Sheet key={page} landscape className={styles.landscape} label={text.print.preview.sheetName(text.print.preview.contractLedger, page, pages)}>
          <div className={styles.head}>
            <div className={styles.owner}>{company}<br />{conditions}</div>
            <div className={styles.title}>{words.title}</div>
            <div className={styles.period}>
              <div><FormDay day={today} /></div>
              <div>{words.lines(formatCount(ledger.rows.length))}　{words.yuan}</div>
            </div>
          </div>
          {table}
          <div className={styles.foot}>
            <StampLines inline />
            <div className={styles.pageNumber}>{text.print.page(page, pages)}</div>
          </div>
        </Sheet>
      )}
    />
  )
}

function SumRow({ label, sums, columns }: { label: string; sums: PrintedLedger['sums']; columns: number }) {
  const { print, contracts } = useText()
  const part = ({ contracts: count, amountFen }: PrintedLedger['sums']['sale']) => `${contracts.sum.contracts(formatCount(count))} ${yuanFromFen(amountFen)}`
  return (
    <tr className={styles.total} style={{ height: `${ROW}mm` }}>
      <td colSpan={2} className={styles.centred}>{label}</td>
      <td colSpan={columns - 2}>{print.contractLedger.bothSums(part(sums.sale), part(sums.purchase))}</td>
    </tr>
  )
}

function sumsOf(rows: readonly Row[]): PrintedLedger['sums'] {
  const sum = (direction: Row['direction']) => {
    const of = rows.filter((row) => row.direction === direction)
    return { contracts: of.length, priced: of.filter(({ amountFen }) => amountFen !== null).length, amountFen: of.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0) }
  }
  return { sale: sum('sale'), purchase: sum('purchase') }
}

function ledgerColumns({ contracts: { column, direction, state, field } }: Text): readonly FormColumn<Row>[] {
  return [
    { key: 'sequence', heading: column.sequence, width: 8.5, centred: true, cell: (_row, index) => index + 1 },
    { key: 'number', heading: column.number, width: 29, cell: (row) => row.number },
    { key: 'counterNumber', heading: column.counterNumber, width: 19, cell: (row) => row.counterNumber },
    { key: 'subject', heading: column.subject, width: 38, cell: (row) => row.subject },
    { key: 'party', heading: column.party, cell: (row) => row.partyName },
    { key: 'direction', heading: column.direction, width: 10, centred: true, cell: (row) => direction[row.direction] },
    { key: 'amount', heading: column.yuan, width: 26, end: true, cell: (row) => (row.amountFen === null ? field.noAmount : yuanFromFen(row.amountFen)) },
    { key: 'handler', heading: column.handler, width: 14, centred: true, cell: (row) => row.handlerName },
    { key: 'signed', heading: column.signed, width: 17, centred: true, cell: (row) => row.signedOn },
    { key: 'changed', heading: column.changed, width: 17, centred: true, cell: (row) => row.changedOn },
    { key: 'performed', heading: column.performed, width: 17, centred: true, cell: (row) => row.performedOn },
    { key: 'terminated', heading: column.terminated, width: 17, centred: true, cell: (row) => row.terminatedOn },
    { key: 'state', heading: column.state, width: 14, centred: true, cell: (row) => state[row.state] },
  ]
}

/** The address may say anything; main refuses what is no amount. */
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

/** What the ledger was narrowed by, in words: a list that says nothing of it would pass for the whole. */
function useConditions(asked: LedgerAsked): string {
  const { print: { contractLedger: words }, contracts: { direction, state }, common } = useText()
  const departments = useQuery(departmentsQuery).data ?? []
  const directory = useQuery(directoryQuery).data ?? []
  const parts = [
    asked.departmentId && departments.find(({ id }) => id === asked.departmentId)?.name,
    asked.year && String(asked.year),
    asked.direction && direction[asked.direction],
    asked.state && state[asked.state],
    asked.handlerId && directory.find(({ id }) => id === asked.handlerId)?.name,
    asked.partyId && words.party,
    isWhole(asked.amountFrom) && words.amountFrom(wanFromFen(asked.amountFrom)),
    isWhole(asked.amountTo) && words.amountTo(wanFromFen(asked.amountTo)),
    asked.signedFrom && words.signedFrom(asked.signedFrom),
    asked.signedTo && words.signedTo(asked.signedTo),
    asked.text?.trim() && words.text(asked.text.trim()),
  ].filter((part): part is string => typeof part === 'string' && part !== '')
  return parts.length === 0 ? words.all : parts.join(common.listSeparator)
}
