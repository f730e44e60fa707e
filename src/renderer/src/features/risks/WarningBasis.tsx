import { useText } from '../../app/text.tsx'
import { factName, factTextOf } from '../../ui/facts.ts'
import styles from './risks.module.css'

/** The facts a warning was answered from. */
export function WarningBasis({ values, flowEndsOn = null }: { values: Readonly<Record<string, number | null>>; flowEndsOn?: string | null }) {
  const { facts: words, invoices: { flow } } = useText()
  const parts = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [`${factName(words, name)} ${factTextOf(words, name, value)}`]))
  if (flowEndsOn !== null) parts.push(flow.until(flowEndsOn))
  return <span className={styles.basis} title={parts.join('\n')}>{parts.join('　')}</span>
}
