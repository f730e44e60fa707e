import { useText } from '../../app/text.tsx'
import { BarCode } from '../../ui/paper/Code.tsx'
import { fitText } from '../parts/fit.ts'
import { StampLines } from '../parts/stamp.tsx'
import type { PrintedSlip } from '../queries.ts'
import { halfNumber, SlipHead } from './SlipHead.tsx'
import styles from './slip.module.css'

type Props = {
  company: string
  slip: PrintedSlip
  half: 0 | 1
  rows: { from: number; until: number }
  face: number
  faces: number
  hasPurpose: boolean
}

/** What did not fit onto a half of the slip: the whole purpose, and the dossiers one by one. */
export function SlipAnnexFace({ company, slip, half, rows, face, faces, hasPurpose }: Props) {
  const { print, common } = useText()
  const words = print.slip
  const dossiers = slip.dossiers.slice(rows.from, rows.until)
  const titled = (title: string) => {
    const { pt } = fitText(title, 58, [{ pt: 9, lines: 1 }, { pt: 7.5, lines: 2 }, { pt: 6, lines: 3 }])
    return { fontSize: `${pt}pt`, lineHeight: 1.15 }
  }
  return (
    <>
      <SlipHead company={company} title={words.annex} slip={slip} half={half} />
      {hasPurpose && <div className={styles.whole}><strong>{words.purpose}</strong>　{slip.purpose}</div>}
      {dossiers.length > 0 && (
        <table className={styles.annex}>
          <thead>
            <tr>
              <th style={{ width: '10mm' }}>{words.sequence}</th><th style={{ width: '38mm' }}>{words.dossier}</th><th>{words.title2}</th>
              <th style={{ width: '13mm' }}>{words.level}</th><th style={{ width: '26mm' }}>{words.amount}</th>
              <th style={{ width: '34mm' }}>{words.place}</th>
            </tr>
          </thead>
          <tbody>
            {dossiers.map((dossier, index) => (
              <tr key={dossier.dossierId}>
                <td className={styles.centred}>{rows.from + index + 1}</td>
                <td>{dossier.number}</td>
                <td style={titled(dossier.title)}>{dossier.title}</td>
                <td className={styles.centred}>{common.level[dossier.level]}</td>
                <td>{words.documents(dossier.documents)} {words.pageCount(dossier.pages)}</td>
                <td>{dossier.place && words.placed(dossier.place.cabinetCode, dossier.place.drawerNo, dossier.place.slot)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.foot}>
        <BarCode text={halfNumber(slip, half)} className={styles.bar} />
        <StampLines />
        <div className={styles.rule}>{print.page(face + 1, faces)}</div>
      </div>
    </>
  )
}
