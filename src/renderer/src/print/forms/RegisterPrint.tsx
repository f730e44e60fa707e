import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import type { Text } from '../../../../shared/text/index.ts'
import { localDay } from '../parts/days.ts'
import { emWidth } from '../parts/fit.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { PagedRows, type FormColumn } from '../parts/PagedRows.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { registerQuery, type RegisterLine } from '../queries.ts'
import styles from './lists.module.css'

/** 210 mm less the margins, the head of the sheet, the head row and the foot. */
const CAPACITY = 158
const ROW = 9

/** 借阅登记簿, A4 landscape: one line a folder handed out, the columns that registers of loans carry. */
export function RegisterPrint({ from, to }: { from: string; to: string }) {
  const company = useQuery(statusQuery)
  const lines = useQuery(registerQuery(from, to))
  const { print } = useText()
  return (
    <PrintFrame
      form="register" subjectId={null} name={print.register.period(from, to)} error={company.error ?? lines.error}
      onRetry={() => void Promise.all([company.refetch(), lines.refetch()])}
    >
      {company.data && lines.data && <RegisterSheets company={company.data.company} lines={lines.data} from={from} to={to} />}
    </PrintFrame>
  )
}

function RegisterSheets({ company, lines, from, to }: { company: string; lines: readonly RegisterLine[]; from: string; to: string }) {
  const text = useText()
  const { print } = text
  return (
    <PagedRows
      columns={registerColumns(text)} rows={lines} rowKey={(line) => line.loanId} capacity={CAPACITY} rowHeight={ROW} small
      page={(table, page, pages) => (
        <Sheet key={page} landscape className={styles.landscape} label={print.preview.sheetName(print.preview.register, page, pages)}>
          <div className={styles.head}>
            <div className={styles.owner}>{company}<br />{print.room}</div>
            <div className={styles.title}>{print.register.title}</div>
            <div className={styles.period}>
              <div><FormDay day={from} /> — <FormDay day={to} /></div>
              <div>{print.register.lines(lines.length)}</div>
            </div>
          </div>
          {table}
          <div className={styles.foot}>
            <StampLines inline />
            <div className={styles.pageNumber}>{print.page(page, pages)}</div>
          </div>
        </Sheet>
      )}
    />
  )
}

/** Width of a column of a few fixed words, in millimetres: as wide as the longest, within what the sheet can spare. */
function wordsWidth(words: readonly string[], least: number, most: number): number {
  const millimetresPerEm = 7.5 * 0.3528
  return Math.min(most, Math.max(least, ...words.map((word) => emWidth(word) * millimetresPerEm + 2)))
}

function registerColumns({ print, common, lookups }: Text): readonly FormColumn<RegisterLine>[] {
  const { columns, pagesDiffer } = print.register
  const condition = (line: RegisterLine) => {
    if (line.conditionIn === null) return null
    const isShort = line.pagesIn !== null && line.pagesIn !== line.pagesOut
    return `${lookups.condition[line.conditionIn]}${isShort ? ` ${pagesDiffer(line.pagesOut, line.pagesIn ?? 0)}` : ''}`
  }
  return [
    { key: 'sequence', heading: columns.sequence, width: 8, centred: true, cell: (_, index) => index + 1 },
    { key: 'handedAt', heading: columns.handedAt, width: 16, centred: true, cell: (line) => localDay(line.handedAt) },
    { key: 'applicant', heading: columns.applicant, width: 14, centred: true, cell: (line) => line.applicantName },
    { key: 'unit', heading: columns.unit, width: 16, cell: (line) => line.unit },
    { key: 'phone', heading: columns.phone, width: 13.5, cell: (line) => line.phone },
    { key: 'dossier', heading: columns.dossier, width: 20, cell: (line) => line.dossierNumber },
    { key: 'title', heading: columns.title, cell: (line) => line.title },
    { key: 'level', heading: columns.level, width: wordsWidth(Object.values(common.level), 9, 13), centred: true, cell: (line) => common.level[line.level] },
    { key: 'place', heading: columns.place, width: 13.5, cell: (line) => line.place },
    { key: 'purpose', heading: columns.purpose, width: 29, cell: (line) => line.purpose },
    { key: 'manner', heading: columns.manner, width: wordsWidth([columns.manner, ...Object.values(lookups.manner)], 9, 13), centred: true, cell: (line) => lookups.manner[line.manner] },
    { key: 'signedBy', heading: columns.signedBy, width: 13, centred: true, cell: (line) => line.signedBy },
    { key: 'dueOn', heading: columns.dueOn, width: 16, centred: true, cell: (line) => line.dueOn },
    { key: 'receipt', heading: columns.receipt, width: 17, cell: () => null },
    { key: 'returnedAt', heading: columns.returnedAt, width: 16, centred: true, cell: (line) => line.returnedAt && localDay(line.returnedAt) },
    { key: 'condition', heading: columns.condition, width: wordsWidth([`${columns.condition}　`], 14, 17), centred: true, cell: condition },
    { key: 'takenBackBy', heading: columns.takenBackBy, width: 13, centred: true, cell: (line) => line.takenBackByName },
    { key: 'remarks', heading: columns.remarks, width: 18, cell: (line) => line.remarks },
  ]
}
