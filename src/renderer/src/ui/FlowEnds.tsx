import type { Output } from '../../../shared/contract/index.ts'
import { useText } from '../app/text.tsx'
import styles from './FlowEnds.module.css'

/** Up to which day the imported files of invoices go: what lies after it is not known, and no sale there is no news. */
export function FlowEnds({ flow }: { flow: Output<'invoices.overview'>['flow'] }) {
  const { invoices: { flow: words } } = useText()
  if (flow === null) return null
  const { sale, purchase } = flow
  const isBehind = sale.isBehind || purchase.isBehind
  return (
    <span className={isBehind ? styles.behind : styles.flow} title={words.hint}>
      {sale.endsOn === purchase.endsOn ? words.until(sale.endsOn) : words.each(sale.endsOn, purchase.endsOn)}{isBehind ? words.behind : ''}
    </span>
  )
}
