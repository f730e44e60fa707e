import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { BoxesPanel } from './BoxesPanel.tsx'
import { LabelsPanel } from './LabelsPanel.tsx'
import { ShelvePanel } from './ShelvePanel.tsx'
import styles from './shelving.module.css'

const TABS = ['shelve', 'boxes', 'labels'] as const

/** Work at the shelves with a scanner: folders to their drawers, into boxes, and the labels that make it possible. */
export function ShelvingPage() {
  const { shelving: text } = useText()
  const [tab, setTab] = useState<(typeof TABS)[number]>('shelve')
  return (
    <div className={styles.page}>
      <PageHead
        title={text.title}
        beside={<SegmentedControl aria-label={text.tab.label} value={tab} onChange={(value) => setTab(value)} data={TABS.map((value) => ({ value, label: text.tab[value] }))} />}
      />
      {tab === 'shelve' ? <ShelvePanel /> : tab === 'boxes' ? <BoxesPanel /> : <LabelsPanel />}
    </div>
  )
}
