import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { QrCode } from '../../ui/paper/Code.tsx'
import { eightDigits } from '../parts/days.ts'
import { PagedRows, type FormColumn } from '../parts/PagedRows.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { dossierQuery, type PrintedDossier } from '../queries.ts'
import styles from './lists.module.css'

type Line = PrintedDossier['catalogue'][number]['items'][number]['documents'][number]

/** 297 mm less the margins, the head of the sheet, the head row and the foot. */
const CAPACITY = 222
const ROW = 9

/** 卷内文件目录 by the columns of GB/T 11822: every document in the order of the catalogue, with totals. */
export function ContentsPrint({ id }: { id: number }) {
  const company = useQuery(statusQuery)
  const dossier = useQuery(dossierQuery(id))
  return (
    <PrintFrame
      form="contents" subjectId={id} name={dossier.data?.number ?? null} error={company.error ?? dossier.error}
      onRetry={() => void Promise.all([company.refetch(), dossier.refetch()])}
    >
      {company.data && dossier.data && <ContentsSheets company={company.data.company} dossier={dossier.data} />}
    </PrintFrame>
  )
}

function ContentsSheets({ company, dossier }: { company: string; dossier: PrintedDossier }) {
  const { print } = useText()
  const words = print.contents
  const lines = dossier.catalogue.flatMap(({ items }) => items.flatMap(({ documents }) => documents))
  const pages = lines.reduce((sum, line) => sum + line.pages, 0)
  const remarks = (line: Line) => [words[line.originality], line.remarks].filter(Boolean).join('；')
  const columns: readonly FormColumn<Line>[] = [
    { key: 'sequence', heading: words.columns.sequence, width: 11, centred: true, cell: (_, index) => index + 1 },
    { key: 'code', heading: words.columns.code, width: 19, centred: true, cell: (line) => line.itemCode },
    { key: 'author', heading: words.columns.author, width: 34, cell: (line) => line.author },
    { key: 'title', heading: words.columns.title, cell: (line) => line.title },
    { key: 'date', heading: words.columns.date, width: 21, centred: true, cell: (line) => eightDigits(line.datedOn) },
    { key: 'pages', heading: words.columns.pages, width: 13, centred: true, cell: (line) => line.pages },
    { key: 'remarks', heading: words.columns.remarks, width: 28, cell: remarks },
  ]
  return (
    <PagedRows
      columns={columns} rows={lines} rowKey={(line) => line.id} capacity={CAPACITY} rowHeight={ROW}
      total={(
        <tr style={{ height: `${ROW}mm` }} className={styles.total}>
          <td colSpan={5}>{words.total}　{print.slip.documents(lines.length)}</td>
          <td className={styles.centred}>{pages}</td>
          <td />
        </tr>
      )}
      page={(table, page, pageCount) => (
        <Sheet key={page} className={styles.portrait} label={print.preview.sheetName(print.preview.contents, page, pageCount)}>
          <div className={styles.head}>
            <div className={styles.owner}>{company}</div>
            <div className={styles.title}>{words.title}</div>
            <QrCode text={dossier.number} className={styles.qr} />
          </div>
          <div className={styles.line}>
            <span>{words.number}　<strong>{dossier.number}</strong></span>
            <span className={styles.party}>{dossier.partyName}</span>
          </div>
          {table}
          <div className={styles.foot}>
            <StampLines />
            <div className={styles.pageNumber}>{page > 1 && `${words.continued}　`}{print.page(page, pageCount)}</div>
          </div>
        </Sheet>
      )}
    />
  )
}
