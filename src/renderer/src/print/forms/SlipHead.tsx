import { useText } from '../../app/text.tsx'
import { QrCode } from '../../ui/paper/Code.tsx'
import { FormDay } from '../parts/FormDay.tsx'
import type { PrintedSlip } from '../queries.ts'
import styles from './slip.module.css'

/** The number of a half, as it is printed, coded and found again: `CX-2026-0412-1`. */
export const halfNumber = (slip: Pick<PrintedSlip, 'number'>, half: 0 | 1): string => `${slip.number}-${half + 1}`

/** Company, title, QR, number, day, and whose half it is. The same on a slip and on its annex. */
export function SlipHead({ company, title, slip, half, blank }: { company: string; title: string; slip: PrintedSlip | null; half: 0 | 1; blank?: string }) {
  const { print } = useText()
  const { part, keeper } = print.slip.halves[half] ?? { part: '', keeper: '' }
  const number = slip ? halfNumber(slip, half) : blank === undefined ? null : halfNumber({ number: blank }, half)
  const state = slip && print.slip.state[slip.state]
  return (
    <>
      <div className={styles.head}>
        <div className={styles.owner}>
          <strong>{company}</strong>
          <div>{print.room}</div>
        </div>
        <div className={styles.title}>{title}</div>
        <div className={styles.corner}>{number !== null && <QrCode text={number} className={styles.qr} />}</div>
      </div>
      <div className={styles.line}>
        <span>{print.slip.number}　<strong>{number ?? <span className={styles.blank} />}</strong></span>
        <span>{print.slip.filled}　<FormDay day={slip?.filledOn ?? null} /></span>
        {state && <span className={styles.state}>{state}</span>}
        <strong className={styles.keeper}>{part}　{keeper}</strong>
      </div>
    </>
  )
}
