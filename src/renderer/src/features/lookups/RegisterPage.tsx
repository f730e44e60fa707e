import { Button, SegmentedControl } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { notifications } from '@mantine/notifications'
import { IconFileSpreadsheet, IconNotebook, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useLanguage, useText } from '../../app/text.tsx'
import type { Text } from '../../../../shared/text/index.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount, localMinute, shortDay } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { shortNumber } from './actions.ts'
import { periodOf, PERIODS, type PeriodName } from './periods.ts'
import type { RegisterLine } from './queries.ts'
import { exportRegister } from './register-xlsx.ts'
import styles from './register.module.css'

/** The borrowing register of a period: read on the screen, printed as it is kept, or taken along as a table. */
export function RegisterPage() {
  const today = useQuery(statusQuery).data?.today
  // The period begins with the archive's day, not the machine's guess of it.
  return today === undefined ? null : <Register today={today} />
}

function Register({ today }: { today: string }) {
  const text = useText()
  const { language } = useLanguage()
  const words = text.lookups.register
  const errorWords = useErrorWords()
  const [, navigate] = useLocation()
  const [period, setPeriod] = useState(() => periodOf('thisYear', today))
  const [isExporting, setExporting] = useState(false)
  const { from, to } = period
  const isBad = from > to
  const lines = usePagedRows<RegisterLine>({
    queryKey: ['lookups.register', from, to],
    fetchPage: async (offset, limit) => (isBad ? { total: 0, rows: [] } : call('lookups.register', { from, to, offset, limit })),
  })
  const named = PERIODS.find((name) => periodOf(name, today).from === from && periodOf(name, today).to === to)
  const exportXlsx = async () => {
    setExporting(true)
    try {
      notifications.show({ message: words.exported(await exportRegister(from, to, text)) })
    } catch (error) {
      notifications.show({ color: 'seal', message: errorWords(error) })
    }
    setExporting(false)
  }
  const isEmpty = !lines.isPending && lines.error === null && lines.total === 0
  return (
    <div className={styles.page}>
      <PageHead title={words.title} lead={<span role="status">{words.counted(formatCount(lines.total))}</span>}>
        <Button leftSection={<IconFileSpreadsheet size={18} aria-hidden />} loading={isExporting} disabled={isEmpty} onClick={() => void exportXlsx()}>{words.xlsx}</Button>
        <Button variant="filled" leftSection={<IconPrinter size={18} aria-hidden />} disabled={isBad} onClick={() => navigate(`/print/register/${from}_${to}`)}>{words.print}</Button>
      </PageHead>
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={words.period} value={named ?? ''} onChange={(name) => setPeriod(periodOf(name as PeriodName, today))}
          data={PERIODS.map((name) => ({ value: name, label: words[name] }))}
        />
        <DateInput aria-label={words.from} w={136} valueFormat="YYYY-MM-DD" value={from} onChange={(day) => day !== null && setPeriod({ from: day, to })} />
        <span aria-hidden>—</span>
        <DateInput aria-label={words.to} w={136} valueFormat="YYYY-MM-DD" value={to} onChange={(day) => day !== null && setPeriod({ from, to: day })} />
        {isBad && <span role="alert" className={styles.bad}>{words.badPeriod}</span>}
      </div>
      {lines.error && <div className={styles.card}><ErrorState error={lines.error} retry={lines.refetch} /></div>}
      {isEmpty && <div className={styles.card}><EmptyState icon={IconNotebook} title={words.empty} hint={words.emptyHint} /></div>}
      {lines.error === null && !isEmpty && (
        <DataTable
          label={words.title} columns={columns(text, today, language === 'en')} count={lines.isPending ? 16 : lines.total} rowAt={lines.rowAt} rowKey={(line) => line.loanId}
          onVisible={lines.onVisible}
        />
      )}
    </div>
  )
}

/** English words for the manner and the condition are longer. */
function columns({ lookups, print }: Text, today: string, isWide: boolean): readonly Column<RegisterLine>[] {
  const heads = print.register.columns
  const clipped = (words: string | null) => <span className={styles.clipped} title={words ?? undefined}>{words}</span>
  return [
    { key: 'handedAt', heading: heads.handedAt, width: 78, cell: (line) => <span title={localMinute(line.handedAt)}>{shortDay(localMinute(line.handedAt).slice(0, 10), today)}</span> },
    { key: 'slip', heading: lookups.register.slip, width: 58, cell: (line) => <span title={line.slipNumber}>{shortNumber(line.slipNumber)}</span> },
    { key: 'applicant', heading: heads.applicant, width: 132, cell: (line) => clipped(`${line.applicantName}　${line.unit}`) },
    { key: 'dossier', heading: heads.dossier, width: 134, cell: (line) => line.dossierNumber },
    { key: 'title', heading: heads.title, cell: (line) => clipped(line.title) },
    { key: 'purpose', heading: heads.purpose, cell: (line) => clipped(line.purpose) },
    { key: 'manner', heading: heads.manner, width: isWide ? 72 : 54, cell: (line) => lookups.manner[line.manner] },
    { key: 'signedBy', heading: heads.signedBy, width: 64, cell: (line) => clipped(line.signedBy) },
    { key: 'dueOn', heading: heads.dueOn, width: 76, cell: (line) => shortDay(line.dueOn, today) },
    { key: 'returnedAt', heading: heads.returnedAt, width: 106, cell: (line) => <Returned line={line} today={today} /> },
    { key: 'condition', heading: heads.condition, width: isWide ? 124 : 88, cell: (line) => <ConditionIn line={line} /> },
    { key: 'remarks', heading: heads.remarks, width: '6%', cell: (line) => clipped(line.remarks) },
  ]
}

function Returned({ line, today }: { line: RegisterLine; today: string }) {
  const { lookups } = useText()
  if (line.returnedAt !== null) {
    const moment = localMinute(line.returnedAt)
    return <span className={styles.clipped} title={`${moment}　${line.takenBackByName ?? ''}`}>{shortDay(moment.slice(0, 10), today)}　{line.takenBackByName}</span>
  }
  return line.dueOn < today ? <span className={styles.over}>{lookups.register.overdue}</span> : <span className={styles.out}>{lookups.register.out}</span>
}

function ConditionIn({ line }: { line: RegisterLine }) {
  const { lookups } = useText()
  if (line.conditionIn === null) return null
  const isOff = line.conditionIn !== 'good' || line.pagesIn !== line.pagesOut
  return <span className={isOff ? styles.off : undefined}>{lookups.condition[line.conditionIn]} {lookups.slip.copyPages(line.pagesIn ?? 0)}</span>
}
