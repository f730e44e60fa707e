import { Button, SegmentedControl, Select, Skeleton } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Role } from '../../../../shared/roles.ts'
import { paths } from '../../app/paths.ts'
import { FIRST_LINES, overviewOf, useMay, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { UnqualifiedBanner } from '../qualifications/index.ts'
import { RegulationStrip } from '../regulations/index.ts'
import { Departments } from './Departments.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { Handovers } from './Handovers.tsx'
import { LoanAges } from './LoanAges.tsx'
import { TodoList } from './TodoList.tsx'
import { Totals } from './Totals.tsx'
import styles from './home.module.css'

const MORE_LINES = 800
/** More roles than this do not fit beside the title. */
const MOST_SEGMENTS = 3

/** The first page: what waits for this person, and how the part of the archive stands that he may see. */
export function HomePage() {
  const { home, common } = useText()
  const may = useMay()
  const [role, setRole] = useState<Role | null>(null)
  const [most, setMost] = useState(FIRST_LINES)
  const overview = useQuery({ ...overviewOf(role, most), placeholderData: keepPreviousData })
  const { refetch } = overview
  // Days pass while the window stays open; coming back to this page asks again.
  useEffect(() => void refetch(), [refetch])
  const { data, error } = overview
  const [year = 0, month = 1, day = 1] = data?.today.split('-').map(Number) ?? []
  const weekday = data && common.weekday[new Date(year, month - 1, day).getDay()]
  return (
    <div className={styles.page}>
      <PageHead title={home.title} lead={data && `${common.dayOfYear(month, day)}　${weekday}`}>
        {data && <Totals totals={data.totals} />}
        <RoleChoice role={role} onChange={setRole} />
      </PageHead>
      <UnqualifiedBanner />
      {error && !data && <div className={styles.card}><ErrorState error={error} retry={() => void refetch()} /></div>}
      {!error && !data && <Waiting />}
      {data && (
        <>
          {data.totals.dossiers === 0 && <FirstSteps hasParties={data.totals.parties > 0} />}
          <div className={data.totals.dossiers > 0 ? styles.columns : styles.alone}>
            <TodoList todo={data.todo} counts={data.todoCounts} total={data.todoTotal} today={data.today} onMore={() => setMost(most + MORE_LINES)}>
              {data.totals.parties === 0 && may('parties.import') && (
                <Button component={Link} href={paths.partiesImport} variant="filled" leftSection={<IconTableImport size={18} aria-hidden />}>{home.import}</Button>
              )}
            </TodoList>
            {data.totals.dossiers > 0 && (
              <div className={styles.side} tabIndex={0}>
                <Departments departments={data.departments} />
                <LoanAges ages={data.loansByAge} />
                <Handovers weeks={data.handovers} today={data.today} />
              </div>
            )}
          </div>
          <RegulationStrip />
        </>
      )}
    </div>
  )
}

/** Whose work is shown, for a person with several roles. */
function RoleChoice({ role, onChange }: { role: Role | null; onChange: (role: Role | null) => void }) {
  const { home, common } = useText()
  const roles = useSession()?.roles ?? []
  if (roles.length < 2) return null
  const data = [...roles.map((value) => ({ value: value as string, label: common.role[value] })), { value: ALL, label: home.allRoles }]
  const choice = { data, value: role ?? ALL, onChange: (value: string | null) => onChange(roles.find((one) => one === value) ?? null), 'aria-label': home.roleLabel }
  return roles.length <= MOST_SEGMENTS ? <SegmentedControl {...choice} /> : <Select {...choice} allowDeselect={false} w={160} />
}
const ALL = 'all'

const Waiting = () => (
  <div className={styles.columns}>
    <Skeleton height="100%" mih={420} radius={8} />
    <div className={styles.side}><Skeleton height={200} radius={8} /><Skeleton height={180} radius={8} /></div>
  </div>
)
