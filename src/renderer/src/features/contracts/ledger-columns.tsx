import { Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useLanguage, useText } from '../../app/text.tsx'
import { wanFromFen, yuanFromFen } from '../../ui/capital.ts'
import { CompletenessBar } from '../../ui/CompletenessBar.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { shortDay } from '../../ui/format.ts'
import type { LedgerRow, LedgerSort } from './queries.ts'
import { StateBadge } from './StateBadge.tsx'
import styles from './Contracts.module.css'

/** The columns of the ledger on the screen; paper and table carry the rest. */
export function useLedgerColumns(): Column<LedgerRow, LedgerSort>[] {
  const { contracts: { column, direction, field, card } } = useText()
  const today = useQuery(statusQuery).data?.today ?? ''
  // English words are longer than Chinese ones; on a small screen the handler, who has a filter of his own, makes room for subject and party.
  const stretch = useLanguage().language === 'en' ? 1.3 : 1
  const isTight = useMediaQuery('(max-width: 1500px)', window.innerWidth <= 1500) && stretch > 1
  const day = (value: string | null) => value && <span title={value}>{shortDay(value, today)}</span>
  const clipped = (words: string, className = '') => <span className={`${styles.clipped} ${className}`} title={words}>{words}</span>
  return [
    { key: 'number', heading: column.number, width: 148, sort: 'number', cell: (row) => row.number },
    { key: 'subject', heading: column.subject, cell: (row) => clipped(row.subject, styles.subjectCell) },
    { key: 'party', heading: column.party, sort: 'party', cell: (row) => clipped(row.partyName) },
    { key: 'direction', heading: column.direction, width: stretch === 1 ? 58 : 78, cell: (row) => direction[row.direction] },
    {
      key: 'amount', heading: column.yuan, width: stretch === 1 ? 139 : 154, align: 'end', sort: 'amount',
      cell: (row) => row.amountFen === null ? <span className={styles.none} title={row.amountRemarks ?? undefined}>{field.noAmount}</span>
        : row.firstAmountFen !== null && row.firstAmountFen !== row.amountFen
          ? (
            <Tooltip label={card.amountChanged(wanFromFen(row.firstAmountFen), wanFromFen(row.amountFen))}>
              <span className={styles.changedAmount}><small>{card.changedMark}</small>{yuanFromFen(row.amountFen)}</span>
            </Tooltip>
          )
          : yuanFromFen(row.amountFen),
    },
    ...(isTight ? [] : [{ key: 'handler', heading: column.handler, width: stretch === 1 ? 70 : 82, cell: (row: LedgerRow) => clipped(row.handlerName) }]),
    { key: 'state', heading: column.state, width: stretch === 1 ? 84 : 106, cell: (row) => <StateBadge state={row.state} /> },
    { key: 'signed', heading: column.signed, width: 92, sort: 'signed', cell: (row) => day(row.signedOn) },
    { key: 'until', heading: column.until, width: stretch === 1 ? 92 : 112, sort: 'until', cell: (row) => day(row.performUntil) },
    { key: 'completeness', heading: column.completeness, width: isTight ? 114 : 118, cell: (row) => <CompletenessBar {...row.completeness} /> },
  ]
}
