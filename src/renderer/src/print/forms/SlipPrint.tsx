import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { slipQuery, type PrintedSlip } from '../queries.ts'
import { SlipAnnexFace } from './SlipAnnexFace.tsx'
import { SlipFace } from './SlipFace.tsx'
import { planSlip, type SlipPlan } from './slip-plan.ts'
import styles from './slip.module.css'

/** The slip by its id; without one an empty slip to be filled in by hand when the program is not at hand. */
export function SlipPrint({ id }: { id: number | null }) {
  const company = useQuery(statusQuery)
  const slip = useQuery({ ...slipQuery(id ?? 0), enabled: id !== null })
  const isReady = company.data !== undefined && (id === null || slip.data !== undefined)
  return (
    <PrintFrame
      form="slip" subjectId={id} name={slip.data?.number ?? null} printed={slip.data?.prints}
      error={company.error ?? slip.error} onRetry={() => void Promise.all([company.refetch(), slip.refetch()])}
    >
      {isReady && <SlipSheets company={company.data.company} slip={slip.data ?? null} />}
    </PrintFrame>
  )
}

/** One A4 for the slip and one for every face of its annex; each carries both halves. */
function SlipSheets({ company, slip }: { company: string; slip: PrintedSlip | null }) {
  const { print } = useText()
  const plan = planSlip({ partyName: slip?.partyName ?? '', purpose: slip?.purpose ?? '', dossiers: slip?.dossiers.length ?? 1 })
  const sheets = 1 + plan.annex.length
  return Array.from({ length: sheets }, (_, sheet) => (
    <Sheet key={sheet} label={print.preview.sheetName(print.preview.slip, sheet + 1, sheets)}>
      {([0, 1] as const).map((half) => (
        <div className={styles.half} key={half} data-half={half + 1}>
          {sheet === 0
            ? <SlipFace company={company} slip={slip} plan={plan} half={half} />
            : slip && <AnnexFace company={company} slip={slip} plan={plan} half={half} face={sheet - 1} />}
        </div>
      ))}
      <div className={styles.cut} aria-hidden>
        <span><Scissors />{print.slip.cut}</span>
      </div>
    </Sheet>
  ))
}

function AnnexFace({ plan, face, ...rest }: { company: string; slip: PrintedSlip; plan: SlipPlan; half: 0 | 1; face: number }) {
  const rows = plan.annex[face]
  return rows && <SlipAnnexFace {...rest} rows={rows} face={face} faces={plan.annex.length} hasPurpose={plan.isPurposeOnAnnex && face === 0} />
}

const Scissors = () => (
  <svg viewBox="0 0 24 24" width="4mm" height="4mm" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden>
    <circle cx="5.5" cy="7.5" r="2.6" /><circle cx="5.5" cy="16.5" r="2.6" /><path d="M7.8 8.9 21 16.6M7.8 15.1 21 7.4" />
  </svg>
)
