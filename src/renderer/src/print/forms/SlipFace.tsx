import type { ReactNode } from 'react'
import { useText } from '../../app/text.tsx'
import { MANNERS } from '../../../../shared/contract/lookups.ts'
import { BarCode } from '../../ui/paper/Code.tsx'
import { fitText, type Fitted } from '../parts/fit.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { Spread } from '../../ui/paper/Spread.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { Tick } from '../../ui/paper/Tick.tsx'
import type { PrintedSlip } from '../queries.ts'
import { halfNumber, SlipHead } from './SlipHead.tsx'
import { shortened, type SlipPlan } from './slip-plan.ts'
import { SlipHandover } from './SlipHandover.tsx'
import { SlipSignatures } from './SlipSignatures.tsx'
import styles from './slip.module.css'

export type FaceProps = { company: string; slip: PrintedSlip | null; plan: SlipPlan; half: 0 | 1; /** The number of a blank that is filled in by hand. */ blank?: string }

const set = (fitted: Fitted) => ({ fontSize: `${fitted.pt}pt`, lineHeight: 1.22 })
const narrow = (text: string, widthMm: number) => set(fitText(text, widthMm, [{ pt: 10.5, lines: 1 }, { pt: 9, lines: 1 }, { pt: 8, lines: 2 }, { pt: 6.5, lines: 3 }]))

/** One half of the slip, complete in itself. */
export function SlipFace({ company, slip, plan, half, blank }: FaceProps) {
  const { print, lookups, common } = useText()
  const words = print.slip
  const number = slip ? halfNumber(slip, half) : blank === undefined ? null : halfNumber({ number: blank }, half)
  const hasLevel = slip !== null && slip.dossiers.length > 0
  return (
    <>
      <SlipHead company={company} title={words.title} slip={slip} half={half} {...(blank !== undefined && { blank })} />
      <div className={styles.table}>
        <div className={styles.row}>
          <Label>{words.applicant}</Label>
          <Cell width={41} fitted={narrow(slip?.applicantName ?? '', 37)}>{slip?.applicantName}</Cell>
          <Label>{words.unit}</Label>
          <Cell width={38} fitted={narrow(slip?.unit ?? '', 34)}>{slip?.unit}</Cell>
          <Label width={20}>{words.phone}</Label>
          <Cell fitted={narrow(slip?.phone ?? '', 37)}>{slip?.phone}</Cell>
        </div>
        <div className={styles.row}>
          <Label>{words.party}</Label>
          <Cell width={101} fitted={set(plan.party)}>{slip?.partyName}</Cell>
          <Label width={20}>{words.level}</Label>
          <Cell>{hasLevel && common.level[slip.level]}</Cell>
        </div>
        <Dossiers slip={slip} plan={plan} />
        <div className={styles.row}>
          <Label>{words.purpose}</Label>
          <Cell fitted={set(plan.purpose)}>
            {plan.isPurposeOnAnnex && slip ? `${shortened(slip.purpose)}${words.wholeOnAnnex}` : slip?.purpose}
          </Cell>
        </div>
        <div className={styles.row}>
          <Label>{words.manner}</Label>
          <Cell width={101}>
            <span className={styles.manners}>
              {MANNERS.map((manner) => (
                <Tick key={manner} ticked={slip?.manner === manner}>
                  {lookups.manner[manner]}
                  {manner === 'copy' && (
                    <>
                      <span className={styles.figure}>{slip?.manner === 'copy' ? slip.copyPages : null}</span>
                      {words.copyPages}
                    </>
                  )}
                </Tick>
              ))}
            </span>
          </Cell>
          <Label width={20}>{words.until}</Label>
          <Cell>{slip ? (slip.dueOn ?? slip.untilOn) : <FormDay day={null} />}</Cell>
        </div>
        <SlipSignatures slip={slip} />
        <SlipHandover slip={slip} />
      </div>
      <div className={styles.foot}>
        {number !== null && <BarCode text={number} className={styles.bar} />}
        <StampLines />
        <div className={styles.rule}>{words.rule}</div>
      </div>
    </>
  )
}

export const Label = ({ children, width = 22 }: { children: string; width?: number }) => (
  <div className={styles.label} style={{ width: `${width}mm` }}><Spread>{children}</Spread></div>
)

export function Cell({ width, fitted, children }: { width?: number; fitted?: { fontSize: string; lineHeight: number }; children?: ReactNode }) {
  return <div className={styles.cell} style={{ ...fitted, ...(width === undefined ? { flex: 1 } : { width: `${width}mm` }) }}><div>{children}</div></div>
}

/** The dossiers that stand on the slip itself, or how many there are on its annex. */
function Dossiers({ slip, plan }: Pick<FaceProps, 'slip' | 'plan'>) {
  const { print } = useText()
  const words = print.slip
  const dossiers = slip?.dossiers ?? []
  const lines = plan.areDossiersOnAnnex || dossiers.length === 0 ? [] : dossiers
  if (slip && plan.areDossiersOnAnnex) {
    const documents = dossiers.reduce((sum, dossier) => sum + dossier.documents, 0)
    const pages = dossiers.reduce((sum, dossier) => sum + dossier.pages, 0)
    return (
      <div className={styles.row}>
        <Label>{words.dossier}</Label>
        <Cell>{words.together(dossiers.length, documents, pages)}　{words.seeAnnex}</Cell>
      </div>
    )
  }
  const column = (value: (dossier: PrintedSlip['dossiers'][number]) => ReactNode, style: object) => (
    <div className={styles.stack} style={style}>
      {lines.map((dossier) => (
        <div className={styles.stacked} key={dossier.dossierId} style={{ height: `${plan.dossierRowMm}mm` }}>{value(dossier)}</div>
      ))}
    </div>
  )
  const amount = (dossier: PrintedSlip['dossiers'][number]) => `${words.documents(dossier.documents)}　${words.pageCount(dossier.pages)}`
  const place = (dossier: PrintedSlip['dossiers'][number]) =>
    dossier.place ? words.placed(dossier.place.cabinetCode, dossier.place.drawerNo, dossier.place.slot) : ''
  return (
    <div className={styles.row}>
      <Label>{words.dossier}</Label>
      {column((dossier) => <span style={narrow(dossier.number, 37)}>{dossier.number}</span>, { width: '41mm' })}
      <Label>{words.amount}</Label>
      {column((dossier) => <span style={narrow(amount(dossier), 34)}>{amount(dossier)}</span>, { width: '38mm' })}
      <Label width={20}>{words.place}</Label>
      {column((dossier) => <span style={narrow(place(dossier), 37)}>{place(dossier)}</span>, { flex: 1 })}
    </div>
  )
}
