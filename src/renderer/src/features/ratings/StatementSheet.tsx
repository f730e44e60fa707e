import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { amountAt, figuresOf, forms, parseSourceLine } from '../../../../shared/rules/statements/forms.ts'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { statementQuery } from './queries.ts'
import styles from './ratings.module.css'

type Props = { partyId: number; statementId: number; /** The lines behind the value, marked: `balance:30`. */ lines: readonly string[] }

const amount = (fen: number | null): string => (fen === null ? '' : (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }))

/** One sheet of a set as it stands on paper, the lines that a value was read from marked. Reading it is recorded. */
export function StatementSheet({ partyId, statementId, lines }: Props) {
  const { ratings: { pane, card }, statements: { lineName } } = useText()
  const { data, error, refetch } = useQuery(statementQuery(partyId, statementId))
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  const statement = data?.statements[0]
  if (!data || !statement) return <Skeleton height={420} radius={3} />
  const marked = lines.flatMap((line) => parseSourceLine(line) ?? [])
  const sheet = marked[0]?.sheet ?? 'balance'
  const figures = figuresOf(statement.lines)
  const isMarked = (line: number) => marked.some((one) => one.sheet === sheet && one.line === line)
  return (
    <div className={styles.paper} ref={(element) => element?.querySelector('[data-marked]')?.scrollIntoView({ block: 'center' })}>
      <h3>{card.sheet[sheet]}</h3>
      <p><span>{data.partyName}</span><span>{statement.periodEnd}</span><span>{pane.amount}</span></p>
      <table>
        <thead><tr><th scope="col">{pane.item}</th><th scope="col">{statement.periodEnd.slice(0, 4)}</th><th scope="col">{pane.prior}</th></tr></thead>
        <tbody>
          {forms[statement.format][sheet].lines.filter(({ number }) => isMarked(number) || amountAt(figures, sheet, number, 'current') !== null || amountAt(figures, sheet, number, 'prior') !== null).map(({ number, code, name }) => (
            <tr key={number} data-marked={isMarked(number) || undefined}>
              <th scope="row">{lineName(code, name)}</th><td>{amount(amountAt(figures, sheet, number, 'current'))}</td><td>{amount(amountAt(figures, sheet, number, 'prior'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
