import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import { QrCode } from '../../ui/paper/Code.tsx'
import { localDay } from '../parts/days.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampContext } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import styles from './audit-head.module.css'

/** The head of the audit log on paper, to be kept apart from the archive: it finds out a log whose tail was cut. */
export function AuditHeadPrint() {
  const status = useQuery(statusQuery)
  return (
    <PrintFrame form="auditHead" subjectId={null} name={status.data?.company ?? null} error={status.error} onRetry={() => void status.refetch()}>
      {status.data && <HeadSheet company={status.data.company} />}
    </PrintFrame>
  )
}

function HeadSheet({ company }: { company: string }) {
  const { print } = useText()
  const words = print.auditHead
  const stamp = use(StampContext)
  const head = stamp && `#${stamp.auditSeq} ${stamp.auditHead}`
  return (
    <Sheet label={print.preview.sheetName(print.preview.auditHead, 1, 1)} className={styles.sheet}>
      <div className={styles.company}>{company}</div>
      <div className={styles.title}>{words.title}</div>
      <div className={styles.box}>
        <div className={styles.values}>
          <div><span>{words.entry}</span><strong>{stamp ? `#${stamp.auditSeq}` : words.pending}</strong></div>
          <div><span>{words.head}</span><strong>{stamp ? stamp.auditHead : words.pending}</strong></div>
          <div><span>{words.at}</span>{stamp && <b><FormDay day={localDay(stamp.at)} />　{localMinute(stamp.at).slice(11)}</b>}</div>
          <div><span>{words.by}</span>{stamp && <b>{words.copy(stamp.by, stamp.copy)}</b>}</div>
        </div>
        {head && <QrCode text={head} className={styles.qr} />}
      </div>
      <div className={styles.signatures}>
        <div>{words.printer}<span className={styles.line} /><FormDay day={null} /></div>
        <div>{words.witness}<span className={styles.line} /><FormDay day={null} /></div>
      </div>
      <p className={styles.note}>{words.note}</p>
    </Sheet>
  )
}
