import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { localDay } from '../parts/days.ts'
import { FormDay } from '../parts/FormDay.tsx'
import type { FormColumn } from '../parts/PagedRows.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { transferQuery, type PrintedTransfer } from '../queries.ts'
import { folderColumns, HandoverSheets, type SigningBlock } from './HandoverSheets.tsx'
import styles from './handover.module.css'

type Line = PrintedTransfer['lines'][number]

/** 移交清单, both sides' copies: every folder with what it holds, what came of it, and both signatures. */
export function TransferPrint({ id }: { id: number }) {
  const company = useQuery(statusQuery)
  const transfer = useQuery(transferQuery(id))
  return (
    <PrintFrame
      form="transfer" subjectId={id} name={transfer.data?.number ?? null} printed={transfer.data?.prints} error={company.error ?? transfer.error}
      onRetry={() => void Promise.all([company.refetch(), transfer.refetch()])}
    >
      {company.data && transfer.data && <Copies company={company.data.company} transfer={transfer.data} />}
    </PrintFrame>
  )
}

function Copies({ company, transfer }: { company: string; transfer: PrintedTransfer }) {
  const text = useText()
  const { print, custody } = text
  const words = print.transfer
  const from = transfer.departmentName ?? custody.stage[transfer.fromStage]
  const to = custody.stage[transfer.toStage]
  const sent = transfer.signatures.find(({ side }) => side === 'sender')
  const accepted = transfer.lines.filter(({ state }) => state === 'accepted').length
  const state = transfer.state === 'draft' ? words.draft : transfer.state === 'withdrawn' ? words.withdrawn : transfer.state === 'submitted' ? words.waiting : null
  return words.copies.map((copy) => (
    <HandoverSheets
      key={copy.part} company={company} title={words.title} formName={words.title} number={transfer.number} copy={copy} rows={transfer.lines}
      rowKey={(line) => line.dossierId} columns={transferColumns(text)} rule={words.rule} blocks={blocksOf(text, transfer, from, to)}
      facts={(
        <>
          <span>{words.from}　<strong>{from}</strong></span>
          <span>{words.to}　<strong>{to}</strong></span>
          <span>{words.on}　<FormDay day={sent ? localDay(sent.at) : null} /></span>
          {transfer.remarks && <span>{words.remarks}　{transfer.remarks}</span>}
          {state !== null && <span className={styles.state}>{state}</span>}
        </>
      )}
      total={(
        <>
          <td colSpan={6}>{words.total(transfer.folders)}{transfer.decided > 0 && `　${words.sums(accepted, transfer.refused)}`}</td>
          <td className={styles.centred}>{transfer.documents}</td>
          <td className={styles.centred}>{transfer.pages}</td>
          <td /><td /><td />
        </>
      )}
    />
  ))
}

function transferColumns(text: ReturnType<typeof useText>): readonly FormColumn<Line>[] {
  const { print, custody } = text
  const words = print.transfer
  const result = (line: Line) => {
    if (line.state === 'accepted') return words.accepted
    return line.state === 'refused' && line.reason ? words.refused(custody.reason[line.reason]) : null
  }
  return [
    ...folderColumns<Line>(text, (line) => (line.pagesIn !== null && line.pagesIn !== line.pages ? words.differs(line.pages, line.pagesIn) : line.pages)),
    { key: 'result', heading: words.columns.result, width: 30, cell: result },
    { key: 'remarks', heading: words.columns.remarks, width: 34, cell: (line) => line.remarks },
  ]
}

function blocksOf({ print }: ReturnType<typeof useText>, transfer: PrintedTransfer, from: string, to: string): SigningBlock[] {
  return (['sender', 'receiver'] as const).map((side) => {
    const signature = transfer.signatures.find((one) => one.side === side)
    return {
      label: print.transfer[side], unit: side === 'sender' ? from : to,
      signature: signature ? { name: signature.signerName, at: signature.at, digest: signature.textHash, onTheSpot: signature.onTheSpot, onPaper: signature.onPaper } : null,
    }
  })
}
