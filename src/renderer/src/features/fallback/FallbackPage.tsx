import { Button, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconChecks, IconFilePlus, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { BlanksTab } from './BlanksTab.tsx'
import { ConflictsTab } from './ConflictsTab.tsx'
import { EntriesTab } from './EntriesTab.tsx'
import { EnterDialog } from './EnterDialog.tsx'
import { IssueDialog } from './IssueDialog.tsx'
import { changePaper, conflictsQuery, paperSumsQuery } from './queries.ts'
import styles from './fallback.module.css'

const TABS = ['entries', 'blanks', 'conflicts'] as const
type Tab = (typeof TABS)[number]

/** Slips on paper: blanks printed in advance, papers read off afterwards, and what they contradict. */
export function FallbackPage() {
  const { fallback: text } = useText()
  const may = useMay()
  const [, go] = useLocation()
  const search = new URLSearchParams(useSearch())
  const wanted = search.get('tab')
  const scanned = search.get('enter')
  const tab: Tab = TABS.find((one) => one === wanted) ?? 'entries'
  const sums = useQuery(paperSumsQuery).data
  const open = useQuery(conflictsQuery(true)).data?.total ?? 0
  const [dialog, setDialog] = useState<'issue' | 'enter' | 'post' | null>(null)
  const post = async () => {
    const { posted, left } = await changePaper('fallback.post', {})
    notifications.show({ message: text.posting.done(posted, left) })
  }
  const close = () => {
    setDialog(null)
    if (scanned !== null) go(paths.fallback, { replace: true })
  }
  return (
    <div className={styles.page}>
      <PageHead
        title={text.title}
        beside={(
          <SegmentedControl
            aria-label={text.tab.label} value={tab} onChange={(next) => go(`${paths.fallback}?tab=${next}`, { replace: true })}
            data={TABS.map((value) => ({ value, label: value === 'conflicts' && open > 0 ? `${text.tab[value]} ${open}` : text.tab[value] }))}
          />
        )}
      >
        <Button component={Link} to={paths.lookups} variant="subtle" leftSection={<IconArrowBackUp size={18} stroke={1.5} aria-hidden />}>{text.action.slips}</Button>
        {may('fallback.issue') && <Button leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />} onClick={() => setDialog('issue')}>{text.action.issue}</Button>}
        {may('fallback.post') && (sums?.ready ?? 0) > 0 && (
          <Button leftSection={<IconChecks size={18} stroke={1.5} aria-hidden />} onClick={() => setDialog('post')}>{text.action.post} {sums?.ready}</Button>
        )}
        {may('fallback.enter') && <Button variant="filled" leftSection={<IconFilePlus size={18} stroke={1.5} aria-hidden />} onClick={() => setDialog('enter')}>{text.action.enter}</Button>}
      </PageHead>
      {tab === 'entries' && <EntriesTab />}
      {tab === 'blanks' && <BlanksTab />}
      {tab === 'conflicts' && <ConflictsTab />}
      {dialog === 'issue' && <IssueDialog onClose={close} />}
      {(dialog === 'enter' || scanned !== null) && <EnterDialog key={scanned} number={scanned ?? ''} onClose={close} />}
      <ConfirmModal opened={dialog === 'post'} onClose={close} title={text.posting.title} action={text.action.post} onConfirm={post}>{text.posting.hint(sums?.ready ?? 0)}</ConfirmModal>
    </div>
  )
}
