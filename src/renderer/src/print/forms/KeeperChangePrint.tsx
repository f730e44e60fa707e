import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { localDay } from '../parts/days.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { keeperChangeQuery, type PrintedKeeperChange } from '../queries.ts'
import { folderColumns, HandoverSheets, type SigningBlock } from './HandoverSheets.tsx'
import styles from './handover.module.css'

type Line = PrintedKeeperChange['lines'][number]

/** 离任移交清单: everything that passed from a keeper to his successor, signed in the program by the one and on paper by all. */
export function KeeperChangePrint({ id }: { id: number }) {
  const company = useQuery(statusQuery)
  const change = useQuery(keeperChangeQuery(id))
  return (
    <PrintFrame
      form="keeperChange" subjectId={id} name={change.data?.number ?? null} printed={change.data?.prints} error={company.error ?? change.error}
      onRetry={() => void Promise.all([company.refetch(), change.refetch()])}
    >
      {company.data && change.data && <Sheets company={company.data.company} change={change.data} />}
    </PrintFrame>
  )
}

function Sheets({ company, change }: { company: string; change: PrintedKeeperChange }) {
  const text = useText()
  const { print, custody } = text
  const words = print.keeperChange
  const columns = print.transfer.columns
  const blocks: SigningBlock[] = [
    { label: words.leaving, unit: change.fromName, signature: null },
    { label: words.successor, unit: '', signature: { name: change.toName, at: change.at, digest: change.textHash, onTheSpot: true, onPaper: false } },
    { label: print.transfer.witness, unit: change.witnessName ?? '', signature: null },
  ]
  return (
    <HandoverSheets<Line>
      company={company} title={words.title} formName={words.title} number={change.number} copy={null} rows={change.lines} rowKey={(line) => line.dossierId}
      rule={words.rule} blocks={blocks}
      columns={[
        ...folderColumns<Line>(text, (line) => line.pages),
        { key: 'stage', heading: columns.stage, width: 28, centred: true, cell: (line) => custody.stage[line.stage] },
        { key: 'remarks', heading: columns.remarks, width: 28, cell: () => null },
      ]}
      facts={(
        <>
          <span>{words.leaving}　<strong>{change.fromName}</strong></span>
          <span>{words.successor}　<strong>{change.toName}</strong></span>
          <span>{print.transfer.on}　<FormDay day={localDay(change.at)} /></span>
          {change.remarks && <span>{print.transfer.remarks}　{change.remarks}</span>}
        </>
      )}
      total={(
        <>
          <td colSpan={6}>{print.transfer.total(change.lines.length)}</td>
          <td className={styles.centred}>{change.documents}</td>
          <td className={styles.centred}>{change.pages}</td>
          <td /><td /><td />
        </>
      )}
    />
  )
}
