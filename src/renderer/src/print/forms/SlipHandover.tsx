import { useText } from '../../app/text.tsx'
import { Tick } from '../../ui/paper/Tick.tsx'
import type { PrintedSlip } from '../queries.ts'
import styles from './slip.module.css'

type Loan = NonNullable<PrintedSlip['dossiers'][number]['loan']>

/** Handing out and taking back: filled in from the loans, left to the pen while there are none. */
export function SlipHandover({ slip }: { slip: PrintedSlip | null }) {
  const { print } = useText()
  const loans = slip?.dossiers.flatMap(({ loan }) => (loan ? [loan] : [])) ?? []
  const back = loans.filter((loan) => loan.returnedAt !== null)
  const isAllBack = loans.length > 0 && back.length === loans.length
  const lastBack = back.map((loan) => loan.returnedAt ?? '').sort().at(-1) ?? null
  return (
    <div className={`${styles.row} ${styles.handover}`}>
      <div className={styles.label} style={{ width: '22mm' }}>{print.slip.handover}</div>
      <div className={styles.lines}>
        <Line
          what={print.slip.out} at={loans[0]?.handedAt ?? null} pages={total(loans, (loan) => loan.pagesOut)}
          isGood={loans.length === 0 ? null : loans.every((loan) => loan.conditionOut === 'good')}
        />
        <Line
          what={print.slip.back} at={isAllBack ? lastBack : null}
          partly={back.length > 0 && !isAllBack ? print.slip.returnedOf(back.length, loans.length) : null}
          pages={isAllBack ? total(back, (loan) => loan.pagesIn ?? 0) : null}
          isGood={isAllBack ? back.every((loan) => loan.conditionIn === 'good') : null}
        />
      </div>
    </div>
  )
}

const total = (loans: readonly Loan[], pages: (loan: Loan) => number): number | null =>
  loans.length === 0 ? null : loans.reduce((sum, loan) => sum + pages(loan), 0)

function Line({ what, at, partly = null, pages, isGood }: {
  what: string; at: string | null; partly?: string | null; pages: number | null; isGood: boolean | null
}) {
  const { print } = useText()
  const date = at === null ? null : new Date(at)
  return (
    <div className={styles.handed}>
      <div className={styles.cell} style={{ width: '63mm' }}>
        <span className={styles.moment}>
          <span>{what}</span>
          {partly !== null
            ? <span className={styles.partly}>{partly}</span>
            : (
              <>
                <i>{date && date.getMonth() + 1}</i>{print.month}
                <i>{date?.getDate()}</i>{print.day}
                <i>{date?.getHours()}</i>{print.hour}
              </>
            )}
        </span>
      </div>
      <div className={styles.cell} style={{ width: '58mm' }}>
        <span className={styles.counted}>
          <span>{print.slip.pages}<i>{pages}</i></span>
          <Tick ticked={isGood === true}>{print.slip.good}</Tick>
          <Tick ticked={isGood === false}>{print.slip.damaged}</Tick>
        </span>
      </div>
      <div className={styles.cell} style={{ flex: 1 }}>{print.slip.receipt}</div>
    </div>
  )
}
