import { DIRECTIONS } from '../../../../shared/contract/contract-facts.ts'
import { useText } from '../../app/text.tsx'
import { roundWanFromFen } from '../../ui/capital.ts'
import { formatCount } from '../../ui/format.ts'
import type { LedgerSums } from './queries.ts'
import styles from './Contracts.module.css'

/** What the contracts on the list come to: sold and bought apart, for they do not add up to anything. */
export function SumsLine({ sums }: { sums: LedgerSums }) {
  const { contracts: { sum, direction } } = useText()
  return (
    <div role="status" aria-label={sum.label}><dl className={styles.sums}>
      {DIRECTIONS.filter((each) => sums[each].contracts > 0).map((each) => {
        const { contracts, priced, amountFen } = sums[each]
        return (
          <div key={each}>
            <dt>{direction[each]}</dt>
            <dd>{sum.contracts(formatCount(contracts))}</dd>
            <dd><strong>{sum.wan(roundWanFromFen(amountFen))}</strong></dd>
            {priced < contracts && <dd>{sum.unpriced(formatCount(contracts - priced))}</dd>}
          </div>
        )
      })}
    </dl></div>
  )
}
