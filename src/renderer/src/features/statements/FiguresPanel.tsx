import { amountOf, type Figures } from '../../../../shared/rules/statements/forms.ts'
import type { Sheet, StatementFormat } from '../../../../shared/rules/statements/form.ts'
import { interimMonths, yearBeforeOf } from '../../../../shared/rules/statements/period.ts'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { setOf, type StatementOf } from './queries.ts'
import { Sparkline } from './Sparkline.tsx'
import styles from './statements.module.css'

type Year = { end: string; read: (sheet: Sheet, code: string) => number | null }
type Figure = { key: 'totalAssets' | 'equity' | 'debtRatio' | 'revenue' | 'netProfit' | 'operatingCash'; of: (year: Year) => number | null }

const FIGURES: readonly Figure[] = [
  { key: 'totalAssets', of: ({ read }) => read('balance', 'totalAssets') },
  { key: 'equity', of: ({ read }) => read('balance', 'equity') },
  {
    key: 'debtRatio',
    of: ({ read }) => {
      const [debts, assets] = [read('balance', 'totalLiabilities'), read('balance', 'totalAssets')]
      return debts === null || assets === null || assets <= 0 ? null : debts / assets
    },
  },
  { key: 'revenue', of: ({ read }) => read('income', 'revenue') },
  { key: 'netProfit', of: ({ read }) => read('income', 'netProfit') },
  { key: 'operatingCash', of: ({ read }) => read('cash', 'operatingCash') },
]

/** The second column of an interim balance sheet is the opening of the year, and no balance of the same months before. */
const yearOf = (end: string, format: StatementFormat, figures: Figures, column: 'current' | 'prior'): Year =>
  ({ end, read: (sheet, code) => (column === 'prior' && sheet === 'balance' && interimMonths(end) !== null ? null : amountOf(format, figures, sheet, code, column)) })

/** What the set comes to, against the year before, and how it went over the years that are known. */
export function FiguresPanel({ statement, figures, statements }: { statement: StatementOf; figures: Figures; statements: readonly StatementOf[] }) {
  const { statements: { figures: words, tab } } = useText()
  const shown = yearOf(statement.periodEnd, statement.format, figures, 'current')
  const years = yearsUntil(statement, figures, statements)
  return (
    <Panel title={words.title} aside={words.wan}>
      <table className={styles.figures}>
        <tbody>
          {FIGURES.map(({ key, of }) => {
            const value = of(shown)
            const before = years.at(-2)?.end === yearBeforeOf(statement.periodEnd) ? of(years.at(-2)!) : null
            const points = years.map((year) => `${tab.year(year.end)} ${shownValue(key, of(year)) || '—'}`).join('，')
            return (
              <tr key={key}>
                <th scope="row">{words[key]}</th>
                <td>{shownValue(key, value) || '—'}</td>
                <td className={styles.change}>{change(key, value, before, words.points)}</td>
                <td className={styles.spark}><Sparkline values={years.map(of)} label={words.trend(words[key], points)} /></td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}

/** Years from the oldest known to the one shown (of an interim set the same months of them); the one before the oldest set from that set's own column. */
export function yearsUntil(statement: StatementOf, figures: Figures, all: readonly StatementOf[]): Year[] {
  const statements = all.filter(({ periodEnd }) => interimMonths(periodEnd) === interimMonths(statement.periodEnd))
  const others = new Map<string, Year>()
  for (const one of statements.filter(({ periodEnd }) => periodEnd < statement.periodEnd)) {
    if (one.state === 'confirmed' || !others.has(one.periodEnd)) others.set(one.periodEnd, yearOf(one.periodEnd, one.format, setOf(one).figures, 'current'))
  }
  const sets = [...statements.filter(({ periodEnd }) => periodEnd < statement.periodEnd).map((one) => ({ end: one.periodEnd, format: one.format, figures: setOf(one).figures })), { end: statement.periodEnd, format: statement.format, figures }]
  for (const { end, format, figures: own } of sets) if (!others.has(yearBeforeOf(end))) others.set(yearBeforeOf(end), yearOf(yearBeforeOf(end), format, own, 'prior'))
  const known = [...others.values()].filter((year) => FIGURES.some(({ of }) => of(year) !== null)).toSorted((one, two) => one.end.localeCompare(two.end))
  return [...known.slice(-5), yearOf(statement.periodEnd, statement.format, figures, 'current')]
}

function shownValue(key: Figure['key'], value: number | null): string {
  if (value === null) return ''
  return key === 'debtRatio' ? `${(value * 100).toFixed(1)}%` : (value / 1_000_000).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

function change(key: Figure['key'], value: number | null, before: number | null, points: (share: string) => string): string {
  if (value === null || before === null) return ''
  const sign = value >= before ? '+' : '−'
  if (key === 'debtRatio') return `${sign}${points(Math.abs((value - before) * 100).toFixed(1))}`
  return before > 0 ? `${sign}${Math.abs(((value - before) / before) * 100).toFixed(1)}%` : ''
}
