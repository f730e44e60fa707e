import { Fragment, type ReactNode } from 'react'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import { QrCode } from '../../ui/paper/Code.tsx'
import { localDay } from '../parts/days.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { PagedRows, type FormColumn } from '../parts/PagedRows.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import styles from './handover.module.css'

/** 210 mm less the margins, the head of the sheet, the head row, the signatures and the foot. */
const CAPACITY = 116
const ROW = 8.25

/** A place to sign: for whom, where he belongs, and what he signed in the program. */
export type SigningBlock = {
  label: string
  unit: string
  signature: { name: string; at: string; digest: string; onTheSpot: boolean; onPaper: boolean } | null
}

type Props<Row> = {
  company: string
  title: string
  /** For those who hear the page. */
  formName: string
  number: string
  /** Who keeps this copy; lists on one paper alone have none. */
  copy: { part: string; keeper: string } | null
  facts: ReactNode
  columns: readonly FormColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  total: ReactNode
  blocks: readonly SigningBlock[]
  rule: string
}

/** A list that both sides sign, on as many sheets as it needs, the signatures on each: A4 landscape. */
export function HandoverSheets<Row>(props: Props<Row>) {
  const { company, title, formName, number, copy, facts, columns, rows, rowKey, total, blocks, rule } = props
  const { print } = useText()
  return (
    <PagedRows
      columns={columns} rows={rows} rowKey={rowKey} capacity={CAPACITY} rowHeight={ROW} total={<tr style={{ height: `${ROW}mm` }} className={styles.total}>{total}</tr>}
      page={(table, page, pages) => (
        <Sheet key={`${copy?.part ?? ''}${page}`} landscape className={styles.landscape} label={print.preview.sheetName([formName, copy?.part].filter(Boolean).join(' '), page, pages)}>
          <div className={styles.head}>
            <div className={styles.owner}>{company}<br />{print.room}</div>
            <div className={styles.title}>{title}</div>
            <div className={styles.right}>
              <div>{copy && <>{copy.part}　{copy.keeper}<br /></>}<strong>{number}</strong></div>
              <QrCode text={number} className={styles.qr} />
            </div>
          </div>
          <div className={styles.line}>{facts}</div>
          {table}
          <div className={blocks.length > 2 ? `${styles.signatures} ${styles.three}` : styles.signatures}>
            {blocks.map((block) => <Fragment key={block.label}><Block block={block} /></Fragment>)}
          </div>
          <div className={styles.rule}>{rule}</div>
          <div className={styles.foot}>
            <StampLines inline />
            <div className={styles.pageNumber}>{print.page(page, pages)}</div>
          </div>
        </Sheet>
      )}
    />
  )
}

type Signed = NonNullable<SigningBlock['signature']>

/** How it was given, and the first letters of what was signed. */
function digestOf({ slip }: ReturnType<typeof useText>['print'], { digest, onTheSpot, onPaper }: Signed): string {
  const short = digest.slice(0, 8).toUpperCase()
  return onPaper ? slip.onPaper(short) : slip.inProgram(short, onTheSpot)
}

function Block({ block: { label, unit, signature } }: { block: SigningBlock }) {
  const { print } = useText()
  return (
    <div className={styles.block}>
      <div className={styles.label}><span>{label}</span><span>{print.transfer.signature}</span></div>
      <div className={styles.signing}>
        <div className={styles.unit}>{unit}</div>
        {signature && <div className={styles.name}>{signature.name}</div>}
        <div className={styles.when}>
          <span className={styles.digest}>{signature && digestOf(print, signature)}</span>
          <span>{signature ? <><FormDay day={localDay(signature.at)} /> {localMinute(signature.at).slice(11)}</> : <FormDay day={null} />}</span>
        </div>
      </div>
    </div>
  )
}

type Shown = {
  number: string; title: string; year: number; retentionYears: number | null; level: 'public' | 'internal' | 'secret' | 'confidential'; documents: number
  pages: number; hasScans: boolean
}

/** Columns that every list of handing over has: what the folder is, how much is in it, on what. */
export function folderColumns<Row extends Shown>({ print, common }: ReturnType<typeof useText>, pages: (row: Row) => ReactNode): FormColumn<Row>[] {
  const { columns, paper, both } = print.transfer
  return [
    { key: 'sequence', heading: columns.sequence, width: 11, centred: true, cell: (_, index) => index + 1 },
    { key: 'number', heading: columns.number, width: 40, cell: (row) => row.number },
    { key: 'title', heading: columns.title, cell: (row) => row.title },
    { key: 'year', heading: columns.year, width: 13, centred: true, cell: (row) => row.year },
    { key: 'retention', heading: columns.retention, width: 18, centred: true, cell: (row) => (row.retentionYears === null ? print.cover.permanent : print.cover.years(row.retentionYears)) },
    { key: 'level', heading: columns.level, width: 14, centred: true, cell: (row) => common.level[row.level] },
    { key: 'documents', heading: columns.documents, width: 12, centred: true, cell: (row) => row.documents },
    { key: 'pages', heading: columns.pages, width: 18, centred: true, cell: pages },
    { key: 'medium', heading: columns.medium, width: 22, centred: true, cell: (row) => (row.hasScans ? both : paper) },
  ]
}
