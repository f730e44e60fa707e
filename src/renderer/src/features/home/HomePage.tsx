import { Button, Skeleton } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { overviewQuery, useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { UnqualifiedBanner } from '../qualifications/index.ts'
import { Departments } from './Departments.tsx'
import { LoanAges } from './LoanAges.tsx'
import { TodoList } from './TodoList.tsx'
import { Totals } from './Totals.tsx'
import styles from './home.module.css'

/** The first page: what waits for this person, and how the part of the archive stands that he may see. */
export function HomePage() {
  const { home, common } = useText()
  const may = useMay()
  const overview = useQuery(overviewQuery)
  const { refetch } = overview
  // Days pass while the window stays open; coming back to this page asks again.
  useEffect(() => void refetch(), [refetch])
  const { data, error } = overview
  const [year = 0, month = 1, day = 1] = data?.today.split('-').map(Number) ?? []
  const weekday = data && common.weekday[new Date(year, month - 1, day).getDay()]
  return (
    <div className={styles.page}>
      <PageHead title={home.title} lead={data && `${common.dayOfYear(month, day)}　${weekday}`} />
      <UnqualifiedBanner />
      {error && !data && <div className={styles.card}><ErrorState error={error} retry={() => void refetch()} /></div>}
      {!error && !data && <Waiting />}
      {data && (
        <>
          <div className={data.totals.dossiers > 0 ? styles.columns : styles.alone}>
            <TodoList todo={data.todo} total={data.todoTotal} today={data.today}>
              {data.totals.parties === 0 && may('parties.import') && (
                <Button component={Link} href={paths.partiesImport} variant="filled" leftSection={<IconTableImport size={18} aria-hidden />}>{home.import}</Button>
              )}
            </TodoList>
            {data.totals.dossiers > 0 && (
              <div className={styles.side} tabIndex={0}>
                <Departments departments={data.departments} />
                <LoanAges ages={data.loansByAge} />
              </div>
            )}
          </div>
          <Totals totals={data.totals} />
        </>
      )}
    </div>
  )
}

const Waiting = () => (
  <div className={styles.columns}>
    <Skeleton height="100%" mih={420} radius={8} />
    <div className={styles.side}><Skeleton height={200} radius={8} /><Skeleton height={180} radius={8} /></div>
  </div>
)
