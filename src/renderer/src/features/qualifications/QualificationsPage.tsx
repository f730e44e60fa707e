import { SegmentedControl } from '@mantine/core'
import { useLocation, useSearch } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ClearancesTab } from '../clearances/index.ts'
import { AgreementsTab } from './AgreementsTab.tsx'
import { StandingTab } from './StandingTab.tsx'
import { TrainingsTab } from './TrainingsTab.tsx'

const TABS = ['standing', 'trainings', 'agreements', 'clearances'] as const
type Tab = (typeof TABS)[number]

/** Who may act as archivist, who has been trained, who has promised to keep silent, and who may read what. */
export function QualificationsPage() {
  const text = useText()
  const may = useMay()
  const [, go] = useLocation()
  const wanted = new URLSearchParams(useSearch()).get('tab')
  const tabs = TABS.filter((tab) => tab !== 'clearances' || may('authorisations.list') || may('clearances.list'))
  const tab: Tab = tabs.find((one) => one === wanted) ?? 'standing'
  return (
    <>
      <PageHead
        title={text.common.page.qualifications}
        beside={(
          <SegmentedControl
            aria-label={text.qualifications.tabs} value={tab} data={tabs.map((value) => ({ value, label: text.qualifications.tab[value] }))}
            onChange={(next) => go(`${paths.qualifications}?tab=${next}`, { replace: true })}
          />
        )}
      />
      {tab === 'standing' && <StandingTab />}
      {tab === 'trainings' && <TrainingsTab />}
      {tab === 'agreements' && <AgreementsTab />}
      {tab === 'clearances' && <ClearancesTab />}
    </>
  )
}
