import { Button, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRadar2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { CallError } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { ListingsList } from './ListingsList.tsx'
import { forgetRisks } from './queries.ts'
import styles from './risks.module.css'
import { RulesTab } from './RulesTab.tsx'
import { WarningsList } from './WarningsList.tsx'

const TABS = ['warnings', 'bad', 'watch', 'rules'] as const

/** Early warnings over the whole book, the list of bad customers and the watch list, and the rules of warning. */
export function RisksPage() {
  const { risks: text, common } = useText()
  const may = useMay()
  const [, go] = useLocation()
  const wanted = new URLSearchParams(useSearch()).get('tab')
  const tab = TABS.find((one) => one === wanted) ?? 'warnings'
  const job = useJob('warnings.scan')
  const [error, setError] = useState<unknown>(null)
  const scan = async () => {
    setError(null)
    try {
      const { parties, found, over } = await job.run({})
      notifications.show({ message: text.scanned(parties, found, over) })
      await forgetRisks()
    } catch (refusal) {
      if (!(refusal instanceof CallError) || refusal.code !== 'cancelled') setError(refusal)
    }
  }
  return (
    <div className={styles.page}>
      <PageHead
        title={common.page.risks}
        beside={<SegmentedControl aria-label={text.tabs} value={tab} data={TABS.map((value) => ({ value, label: text.tab[value] }))} onChange={(next) => go(paths.risksTab(next), { replace: true })} />}
      >
        {tab === 'warnings' && may('warnings.scan') && <Button leftSection={<IconRadar2 size={18} stroke={1.5} aria-hidden />} disabled={job.isRunning} title={text.scanHint} onClick={() => void scan()}>{text.scan}</Button>}
      </PageHead>
      {job.isRunning && <div className={styles.job}><JobProgress label={`${text.scan} · ${text.scanHint}`} progress={job.progress} onCancel={job.cancel} /></div>}
      <Refusal error={error} />
      {tab === 'warnings' ? <WarningsList /> : tab === 'rules' ? <RulesTab /> : <ListingsList key={tab} list={tab} />}
    </div>
  )
}
