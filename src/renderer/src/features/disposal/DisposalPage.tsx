import { SegmentedControl } from '@mantine/core'
import { useLocation, useSearch } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { CasesTab } from './CasesTab.tsx'
import { DueTab } from './DueTab.tsx'
import { HoldsTab } from './HoldsTab.tsx'
import { StubsTab } from './StubsTab.tsx'
import styles from './disposal.module.css'

const TABS = { due: 'disposal.due', cases: 'disposal.list', stubs: 'disposal.stubs', holds: 'holds.list' } as const
type Tab = keyof typeof TABS

/** What is due for appraisal, the cases, what remains of the destroyed, and what holds a dossier back. */
export function DisposalPage() {
  const { disposal: text } = useText()
  const may = useMay()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const tabs = (Object.keys(TABS) as Tab[]).filter((tab) => may(TABS[tab]))
  const tab = tabs.find((one) => one === search.get('tab')) ?? tabs[0] ?? 'stubs'
  return (
    <div className={styles.page}>
      <PageHead
        title={text.title}
        beside={tabs.length > 1 && (
          <SegmentedControl
            aria-label={text.tab.label} value={tab} onChange={(value) => navigate(paths.disposalTab(value), { replace: true })}
            data={tabs.map((value) => ({ value, label: text.tab[value] }))}
          />
        )}
      />
      {tab === 'due' && <DueTab />}
      {tab === 'cases' && <CasesTab />}
      {tab === 'stubs' && <StubsTab key={search.get('text')} initial={search.get('text') ?? ''} />}
      {tab === 'holds' && <HoldsTab />}
    </div>
  )
}
