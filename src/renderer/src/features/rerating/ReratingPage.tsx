import { SegmentedControl } from '@mantine/core'
import { useLocation, useSearch } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { BatchList } from './BatchList.tsx'
import { DueList } from './DueList.tsx'
import styles from './rerating.module.css'
import { UnratedList } from './UnratedList.tsx'

const TABS = ['due', 'unrated', 'batches'] as const

/** Who is to be rated again and why; who was never rated; what was rated together. */
export function ReratingPage() {
  const { rerating: text } = useText()
  const [, go] = useLocation()
  const wanted = new URLSearchParams(useSearch()).get('tab')
  const tab = TABS.find((one) => one === wanted) ?? 'due'
  return (
    <div className={styles.page}>
      <PageHead
        title={text.title}
        beside={<SegmentedControl aria-label={text.tabs} value={tab} data={TABS.map((value) => ({ value, label: text.tab[value] }))} onChange={(next) => go(`${paths.rerating}?tab=${next}`, { replace: true })} />}
      />
      {tab === 'due' ? <DueList /> : tab === 'unrated' ? <UnratedList /> : <BatchList />}
    </div>
  )
}
