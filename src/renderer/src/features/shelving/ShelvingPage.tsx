import { SegmentedControl } from '@mantine/core'
import { useLocation, useSearch } from 'wouter'
import { paths } from '../../app/paths.ts'
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
  const [, go] = useLocation()
  const search = new URLSearchParams(useSearch())
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'shelve'
  const boxId = Number(search.get('box')) || null
  return (
    <div className={styles.page}>
      <PageHead
        title={text.title}
        beside={<SegmentedControl aria-label={text.tab.label} value={tab} onChange={(value) => go(paths.shelvingTab(value), { replace: true })} data={TABS.map((value) => ({ value, label: text.tab[value] }))} />}
      />
      {tab === 'shelve' ? <ShelvePanel /> : tab === 'boxes' ? <BoxesPanel chosen={boxId} onChoose={(id) => go(paths.shelvingTab('boxes', id), { replace: true })} /> : <LabelsPanel />}
    </div>
  )
}
