import { useText } from '../../app/text.tsx'
import { factText } from '../../ui/facts.ts'
import { formatCount } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { Overview } from './queries.ts'
import styles from './deliveries.module.css'

const SHOWS = { onTimeDelivery24: ['late', 'orders'], acceptedQuality24: ['rejected', 'lots'], invoicedInOrder24: ['invoice', 'invoices'] } as const

/** The three rates that a supplier's rating takes; each opens what pulls it down. */
export function RatesPanel({ data, onOpen }: { data: Overview; onOpen: (state: 'late' | 'rejected' | 'invoice') => void }) {
  const { deliveries: { rates: text }, facts } = useText()
  return (
    <Panel title={text.title} aside={`${data.window.from} — ${data.window.until}`}>
      <dl className={styles.rates}>
        {data.rates.map(({ name, value, absent, counted, failed }) => {
          const [state, words] = SHOWS[name]
          const behind = counted === 0 ? text.none : text[words](formatCount(counted), formatCount(failed))
          return (
            <div key={name} title={text.how[name]}>
              <dt>{text[name]}</dt>
              <dd className={value === null ? styles.absent : undefined}>{value === null ? facts.absent[absent ?? 'notKept'] : factText(facts, 'share', value)}</dd>
              <dd className={styles.behind}>{failed > 0 ? <button type="button" className={styles.link} title={text.open(text[name])} onClick={() => onOpen(state)}>{behind}</button> : behind}</dd>
            </div>
          )
        })}
      </dl>
    </Panel>
  )
}
