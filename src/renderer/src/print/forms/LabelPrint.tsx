import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { BarCode, QrCode } from '../../ui/paper/Code.tsx'
import { fitText } from '../parts/fit.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { dossierQuery, type PrintedDossier } from '../queries.ts'
import { spineLetters } from './spine-letters.ts'
import styles from './label.module.css'

/** Spines of folders and boxes come in these widths (GB/T 11822, DA/T 22), in millimetres. */
const SPINES = [20, 30, 40] as const
const BARCODES = 7

type Labelled = Pick<PrintedDossier, 'number' | 'partyName' | 'shortName' | 'retentionYears' | 'year' | 'departmentName' | 'level'>

/** Labels to cut out: the spine in three widths, and barcode labels of 70 × 37 mm for folder, box and cards. */
export function LabelPrint({ id }: { id: number }) {
  const company = useQuery(statusQuery)
  const dossier = useQuery(dossierQuery(id))
  const { print } = useText()
  const words = print.label
  return (
    <PrintFrame
      form="label" subjectId={id} name={dossier.data?.number ?? null} error={company.error ?? dossier.error}
      onRetry={() => void Promise.all([company.refetch(), dossier.refetch()])}
    >
      {company.data && dossier.data && (
        <Sheet label={print.preview.sheetName(print.preview.label, 1, 1)} className={styles.sheet}>
          <div className={styles.spines}>
            {SPINES.map((width) => (
              <div key={width}>
                <div className={styles.caption}>{words.spine(width)}</div>
                <Spine width={width} dossier={dossier.data} company={company.data.company} />
              </div>
            ))}
          </div>
          <div>
            <div className={styles.caption}>{words.barcode}</div>
            {Array.from({ length: BARCODES }, (_, index) => <BarcodeLabel key={index} dossier={dossier.data} />)}
          </div>
          <div className={styles.foot}><StampLines inline /></div>
        </Sheet>
      )}
    </PrintFrame>
  )
}

/** A spine cut out at 214 mm: retention, number, title, year, company and code (GB/T 11822). */
export function Spine({ width, dossier, company }: { width: number; dossier: Labelled; company: string }) {
  const { print } = useText()
  const words = print.label
  return (
    <div className={styles.spine} style={{ width: `${width}mm` }}>
      <div className={styles.part}>
        <small>{words.retention}</small>
        <div>{dossier.retentionYears === null ? print.cover.permanent : print.cover.years(dossier.retentionYears)}</div>
      </div>
      <div className={styles.part}>
        <small>{words.number}</small>
        <div className={styles.number}>{dossier.number.split('-').map((piece, index, all) => <span key={piece + index} className={styles.piece}>{piece}{index < all.length - 1 && '-'}</span>)}</div>
      </div>
      <div className={styles.title} style={{ fontSize: `${spineLetters(dossier.partyName, width)}pt` }}><span>{dossier.partyName}</span></div>
      <div className={styles.part}>{words.year(dossier.year)}</div>
      <div className={styles.end}>
        <QrCode text={dossier.number} className={styles.qr} />
        {width >= 30 && <small>{company}</small>}
      </div>
    </div>
  )
}

/** A label of 70 × 37 mm for folder, box or card. */
export function BarcodeLabel({ dossier }: { dossier: Labelled }) {
  const { common } = useText()
  const name = dossier.shortName ?? dossier.partyName
  const { pt } = fitText(name, 60, [{ pt: 13, lines: 1 }, { pt: 10.5, lines: 1 }, { pt: 8, lines: 2 }])
  return (
    <div className={styles.barcode}>
      <div className={styles.name} style={{ fontSize: `${pt}pt` }}>{name}</div>
      <BarCode text={dossier.number} className={styles.bar} />
      <div className={styles.code}>{dossier.number}</div>
      <div className={styles.small}><span>{dossier.departmentName}</span><span>{common.level[dossier.level]}</span></div>
    </div>
  )
}
