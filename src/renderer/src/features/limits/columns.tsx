import type { Text } from '../../../../shared/text/index.ts'
import { useText } from '../../app/text.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { ListedTag } from '../../ui/ListedTag.tsx'
import styles from './limits.module.css'
import type { LimitRow } from './queries.ts'
import { Standing } from './Standing.tsx'
import { shareText, UseBar } from './UseBar.tsx'
import { granted, inColumn, owed } from './words.ts'

/** English words leave the unit to the line above the list. */
const inUnit = ({ limits }: Text, heading: string, isEnglish: boolean) => (isEnglish ? heading : limits.inWan(heading))
const none = <span className={styles.quiet}>—</span>

/** Today's grade; where the limit stands on another, that one after it. */
function Grades({ row: { grade, gradeToday } }: { row: LimitRow }) {
  const { limits: { list: words } } = useText()
  return <span className={styles.grades}><GradeTag grade={gradeToday} />{grade !== gradeToday && <span className={styles.quiet}>{words.gradeThen} <GradeTag grade={grade} /></span>}</span>
}

/** The ledger: who may owe how much, and owes. */
export function ledgerColumns(text: Text, isEnglish: boolean): readonly Column<LimitRow>[] {
  const words = text.limits.list
  return [
    { key: 'party', heading: words.party, cell: (row) => <strong title={row.partyName}>{row.partyName}</strong> },
    { key: 'grade', heading: words.grade, width: isEnglish ? 124 : 114, cell: (row) => <Grades row={row} /> },
    { key: 'limit', heading: inUnit(text, words.limit, isEnglish), width: isEnglish ? 88 : 104, align: 'end', cell: (row) => <span className={styles.strong}>{inColumn(row.amountFen)}</span> },
    { key: 'used', heading: words.used, width: 88, align: 'end', cell: (row) => row.exposure && <span className={styles.figure}>{owed(row.exposure.usedFen)}</span> },
    { key: 'available', heading: words.available, width: 88, align: 'end', cell: (row) => row.exposure && <span className={row.exposure.availableFen === 0 ? styles.quiet : styles.figure}>{owed(row.exposure.availableFen)}</span> },
    { key: 'use', heading: words.use, width: 116, cell: (row) => row.exposure && <UseBar exposure={row.exposure} label={words.usedLabel(row.partyName, shareText(row.exposure, text))} /> },
    { key: 'overdue', heading: words.overdue, width: 84, align: 'end', cell: (row) => (row.exposure && row.exposure.overdueFen > 0 ? <span className={styles.seal}>{owed(row.exposure.overdueFen)}</span> : none) },
    { key: 'term', heading: words.term, width: isEnglish ? 76 : 66, align: 'end', cell: (row) => text.limits.days(row.termDays) },
    { key: 'until', heading: words.until, width: 104, cell: (row) => row.untilOn },
    { key: 'state', heading: words.state, width: isEnglish ? 108 : 92, cell: (row) => <Standing row={row} /> },
    { key: 'lists', heading: words.lists, width: 104, cell: (row) => (row.listed.length === 0 ? none : <ListedTag isShort listed={row.listed[0]!} />) },
  ]
}

export function caseColumns(text: Text, isEnglish: boolean): readonly Column<LimitRow>[] {
  const words = text.limits.list
  return [
    { key: 'number', heading: words.number, width: 132, cell: (row) => <strong>{row.number}</strong> },
    { key: 'party', heading: words.party, cell: (row) => <span title={row.partyName}>{row.partyName}</span> },
    { key: 'state', heading: words.state, width: isEnglish ? 116 : 104, cell: (row) => <Standing row={row} /> },
    { key: 'grade', heading: words.grade, width: 64, cell: (row) => <GradeTag grade={row.grade} /> },
    { key: 'asked', heading: inUnit(text, words.asked, isEnglish), width: isEnglish ? 116 : 148, align: 'end', cell: (row) => <span className={styles.strong}>{granted(row.amountFen)}</span> },
    { key: 'proposed', heading: words.proposed, width: 108, align: 'end', cell: (row) => <span className={row.amountFen === row.proposedFen ? styles.quiet : styles.amber}>{granted(row.proposedFen)}</span> },
    { key: 'term', heading: words.term, width: 80, align: 'end', cell: (row) => text.limits.days(row.termDays) },
    { key: 'maker', heading: words.maker, width: 92, cell: (row) => row.madeByName },
    { key: 'from', heading: words.from, width: 108, cell: (row) => row.fromOn ?? none },
    { key: 'until', heading: words.until, width: 108, cell: (row) => row.untilOn },
  ]
}
