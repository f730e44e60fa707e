import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useLanguage, useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import type { Candidate } from './queries.ts'
import { obstacleWords } from './words.ts'
import styles from './custody.module.css'

type Props = { rows: readonly Candidate[]; chosen: ReadonlyMap<number, number>; onToggle: (row: Candidate) => void }

/** Folders at the beginning of a way: chosen with a click or Enter; when each is due and why, or why it cannot go. */
export function CandidateTable({ rows, chosen, onToggle }: Props) {
  const text = useText()
  // English words are longer than Chinese ones.
  const isWide = useLanguage().language === 'en'
  const { custody, because } = text
  const words = custody.create
  const today = useQuery(statusQuery).data?.today ?? ''
  const toggle = (row: Candidate) => {
    if (row.obstacle === null) onToggle(row)
  }
  const columns: readonly Column<Candidate>[] = [
    {
      key: 'choose', heading: '', width: 44,
      cell: (row) => (
        <Checkbox
          aria-label={row.number} checked={chosen.has(row.dossierId)} disabled={row.obstacle !== null} tabIndex={-1} readOnly
          style={{ pointerEvents: 'none' }}
        />
      ),
    },
    { key: 'number', heading: words.folder, width: 168, cell: (row) => <span className={row.obstacle ? styles.off : styles.strong}>{row.number}</span> },
    { key: 'title', heading: words.party, cell: (row) => <span className={styles.cell} title={row.title}>{row.title}</span> },
    { key: 'pages', heading: words.pages, width: isWide ? 164 : 112, align: 'end', cell: (row) => custody.amount(row.documents, row.pages) },
    { key: 'holder', heading: words.holder, width: isWide ? 104 : 92, cell: (row) => <span className={styles.cell}>{row.holderName}</span> },
    {
      key: 'due', heading: words.due, width: 104,
      cell: (row) => row.due === null ? <span className={styles.faint}>{words.noDue}</span>
        : <span className={row.due.on < today ? styles.seal : row.due.isDue ? styles.amber : undefined}>{row.due.on}</span>,
    },
    {
      key: 'why', heading: words.why, width: '30%',
      cell: (row) => {
        const why = row.obstacle ? obstacleWords(text, row.obstacle) : row.due ? because[row.due.because.rule](row.due.because.values) : ''
        return <span className={`${styles.cell} ${row.obstacle ? styles.seal : styles.faint}`} title={why}>{why}</span>
      },
    },
  ]
  return <DataTable label={words.table} columns={columns} count={rows.length} rowAt={(index) => rows[index]} rowKey={(row) => row.dossierId} onOpen={toggle} />
}
