import { useText } from '../../app/text.tsx'
import { factText } from '../../ui/facts.ts'
import { formatCount } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { Behind } from './InvoicesTab.tsx'
import { type Overview, wan } from './queries.ts'
import styles from './invoices.module.css'

type Figure = Overview['figures'][number]

/** The figures that ratings take, each opening the invoices behind it. */
export function FiguresPanel({ data, onOpen }: { data: Overview; onOpen: (behind: Behind) => void }) {
  const { invoices: { figures: text, absent, window }, facts: words, parties: { wanAmount } } = useText()
  const of = (name: string) => data.figures.find((figure) => figure.name === name)!
  const yuan = (value: number) => wanAmount(wan(Math.round(value * 100)))
  const share = (value: number) => factText(words, 'share', value)
  const turnover = of('turnover12')
  const before = of('turnover12[-1]')
  const growth: Figure = { ...turnover, unit: 'share', value: before.value !== null && before.value > 0 && turnover.value !== null ? turnover.value / before.value - 1 : null, absent: 'notApplicable', sources: [...turnover.sources, ...before.sources] }
  const rows: readonly [label: string, figure: Figure, say: (value: number) => string, hint?: string][] = [
    [text.turnover, turnover, yuan], [text.growth, growth, (value) => `${value > 0 ? '+' : ''}${share(value)}`, text.growthNone], [text.purchases, of('purchases12'), yuan],
    [text.months, of('monthsActive12'), text.monthsOf], [text.volatility, of('salesVolatility12'), (value) => value.toFixed(2), text.volatilityHint], [text.history, of('invoiceMonths'), text.historyOf],
    [text.invoices, of('salesInvoices12'), (value) => text.count(formatCount(value))], [text.voidShare, of('voidShare12'), share], [text.redShare, of('redShare12'), share],
    [text.customers, of('customers12'), (value) => text.firms(formatCount(value))], [text.topCustomer, of('topCustomerShare12'), share], [text.topFiveCustomers, of('topFiveCustomersShare12'), share],
    [text.suppliers, of('suppliers12'), (value) => text.firms(formatCount(value))], [text.topSupplier, of('topSupplierShare12'), share], [text.topFiveSuppliers, of('topFiveSuppliersShare12'), share],
  ]
  return (
    <Panel title={text.title} aside={window(data.windows.sale.from, data.windows.sale.until)}>
      <dl className={styles.figures}>
        {rows.map(([label, figure, say, hint]) => {
          const [behind] = figure.sources
          const said = figure.value === null ? absent[figure.absent ?? 'notKept'] : say(figure.value)
          return (
            <div key={label} title={figure.value === null && behind?.from === null && behind.until !== null ? words.flowEnded(behind.until) : hint}>
              <dt>{label}</dt>
              <dd className={figure.value === null ? styles.absent : undefined}>
                {behind && behind.rows !== 0 && figure.value !== null
                  ? <button type="button" className={styles.figure} aria-label={`${label} ${said}`} title={text.open(label)} onClick={() => onOpen(behind)}>{said}</button>
                  : said}
              </dd>
            </div>
          )
        })}
      </dl>
    </Panel>
  )
}
