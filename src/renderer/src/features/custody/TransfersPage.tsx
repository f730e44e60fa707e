import { Button, SegmentedControl } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { KeepersView } from './KeepersView.tsx'
import { MomentView } from './MomentView.tsx'
import { waysQuery } from './queries.ts'
import { TransferList } from './TransferList.tsx'
import styles from './custody.module.css'

const TABS = ['waiting', 'all', 'moment', 'keepers'] as const

/** Lists that wait for the reader and all the others; who answered for what at a moment; who keeps what, and passes it on. */
export function TransfersPage() {
  const { custody } = useText()
  // Only whom some regulation lets hand folders over.
  const mayCreate = (useQuery(waysQuery).data?.length ?? 0) > 0
  const [tab, setTab] = useState<(typeof TABS)[number]>('waiting')
  const create = (
    <Button component={Link} to={paths.newTransfer} variant="filled" leftSection={<IconFilePlus size={18} aria-hidden />}>{custody.action.create}</Button>
  )
  return (
    <div className={styles.page}>
      <PageHead
        title={custody.title}
        beside={(
          <SegmentedControl
            aria-label={custody.tab.label} value={tab} onChange={(value) => setTab(value)}
            data={TABS.map((value) => ({ value, label: custody.tab[value] }))}
          />
        )}
      >
        {mayCreate && create}
      </PageHead>
      {tab === 'waiting' && <TransferList key="waiting" waiting />}
      {tab === 'all' && <TransferList key="all" waiting={false} />}
      {tab === 'moment' && <MomentView />}
      {tab === 'keepers' && <KeepersView />}
    </div>
  )
}
