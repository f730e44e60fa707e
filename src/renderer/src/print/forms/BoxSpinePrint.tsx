import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { QrCode } from '../../ui/paper/Code.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import styles from './label.module.css'

type Box = Output<'shelving.box'>

/** 档案盒脊 (DA/T 22): year, retention, unit, first number above and last below, box number; as wide as the box. */
export function BoxSpinePrint({ id }: { id: number }) {
  const { print } = useText()
  const company = useQuery(statusQuery)
  const box = useQuery({ queryKey: ['print', 'shelving.box', id], queryFn: () => call('shelving.box', { id }), gcTime: 0 })
  return (
    <PrintFrame form="boxSpine" subjectId={id} name={box.data?.code ?? null} error={company.error ?? box.error} onRetry={() => void Promise.all([company.refetch(), box.refetch()])}>
      {box.data && company.data && (
        <Sheet label={print.preview.sheetName(print.preview.boxSpine, 1, 1)} className={styles.batch}>
          <div className={styles.spineRow}><BoxSpine box={box.data} company={company.data.company} /><Contents box={box.data} /></div>
          <div className={styles.foot}><StampLines inline /></div>
        </Sheet>
      )}
    </PrintFrame>
  )
}

const lines = (number: string) => number.split('-').map((piece, index, all) => <span key={piece + index} className={styles.piece}>{piece}{index < all.length - 1 && '-'}</span>)

function BoxSpine({ box, company }: { box: Box; company: string }) {
  const { print: { label: words, cover, boxSpine }, common } = useText()
  return (
    <div className={styles.spine} style={{ width: `${box.spineMm}mm` }}>
      <div className={styles.part}><small>{boxSpine.year}</small><div className={styles.number}>{box.year}</div></div>
      <div className={styles.part}><small>{words.retention}</small><div>{box.retentionYears === null ? cover.permanent : cover.years(box.retentionYears)}</div></div>
      <div className={styles.part}><small>{boxSpine.unit}</small><div>{box.departmentName}</div></div>
      <div className={styles.title} style={{ fontSize: '16pt' }}><span>{common.dossierKind[box.kind]}</span></div>
      <div className={styles.part}><small>{boxSpine.from}</small><div className={styles.number}>{box.firstNumber ? lines(box.firstNumber) : '—'}</div></div>
      <div className={styles.part}><small>{boxSpine.to}</small><div className={styles.number}>{box.lastNumber ? lines(box.lastNumber) : '—'}</div></div>
      <div className={styles.part}><small>{boxSpine.box}</small><div className={styles.number}>{lines(box.code)}</div></div>
      <div className={styles.end}><QrCode text={box.code} className={styles.qr} />{box.spineMm >= 30 && <small>{company}</small>}</div>
    </div>
  )
}

/** What lies in it, to be laid inside the lid. */
function Contents({ box }: { box: Box }) {
  const { print: { boxSpine } } = useText()
  return (
    <div className={styles.boxContents}>
      <div className={styles.boxTitle}>{boxSpine.contents}　{box.code}</div>
      <table>
        <tbody>{box.contents.map((one, index) => <tr key={one.dossierId}><td>{index + 1}</td><td>{one.number}</td><td>{one.partyName}</td><td>{boxSpine.pages(one.pages)}</td></tr>)}</tbody>
      </table>
    </div>
  )
}
