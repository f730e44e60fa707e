import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconBarcode, IconClipboardCheck, IconFilePlus, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { statusQuery, useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { firstRow, type RowAction } from './actions.ts'
import { useAsked } from './address.ts'
import { DeskCounters } from './DeskCounters.tsx'
import { DeskList, type DeskListHandle } from './DeskList.tsx'
import type { Dialog } from './dialog.ts'
import { Dialogs } from './Dialogs.tsx'
import { deskQuery, type SlipRow } from './queries.ts'
import { SlipList } from './SlipList.tsx'
import { SlipPanel, useSteps } from './SlipPanel.tsx'
import { useLoneKeys } from './use-lone-keys.ts'
import styles from './desk.module.css'

type Tab = 'desk' | 'mine' | 'all'

/** The desk: who waits for what, the slip as a paper form beside it, and everything that is done with slips. */
export function LookupsPage() {
  const { lookups } = useText()
  const may = useMay()
  const { id } = useParams<{ id?: string }>()
  const [, navigate] = useLocation()
  const [tab, setTab] = useState<Tab>('desk')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [signing, setSigning] = useState(0)
  const desk = useQuery(deskQuery)
  const today = useQuery(statusQuery).data?.today ?? ''
  const { submit, remind } = useSteps()
  const list = useRef<DeskListHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const asked = useAsked()
  const selectedId = id !== undefined && /^\d+$/.test(id) ? Number(id) : (firstRow(desk.data)?.id ?? null)
  useEffect(() => {
    if (asked.dossierId !== null) setDialog({ kind: 'create', dossierId: asked.dossierId })
    if (asked.step === null || id === undefined) return
    if (asked.step === 'sign') setSigning((count) => count + 1)
    else setDialog({ kind: asked.step, slipId: Number(id), ...(asked.folderId !== null && { folderId: asked.folderId }) })
    // Asked and answered: going back or reloading must not open it again.
    navigate(paths.slip(Number(id)), { replace: true })
  }, [asked, id, navigate])
  const select = (slipId: number) => {
    if (slipId !== selectedId || id === undefined) navigate(paths.slip(slipId), { replace: id !== undefined })
  }
  const create = () => setDialog({ kind: 'create', dossierId: null })
  const focusSearch = () => {
    if (tab === 'desk') setTab('all')
    requestAnimationFrame(() => requestAnimationFrame(() => search.current?.focus()))
  }
  useLoneKeys({ 'n': create, '/': focusSearch }, dialog === null)

  const act = (action: RowAction, row: SlipRow) => {
    select(row.id)
    if (action === 'sign' || action === 'signSpot') setSigning((count) => count + 1)
    else if (action === 'handOut' || action === 'takeBack') setDialog({ kind: action, slipId: row.id })
    else if (action === 'submit') void submit(row.id)
    else void remind(row.id)
  }
  const newButton = <Button variant="filled" leftSection={<IconFilePlus size={18} aria-hidden />} onClick={create}>{lookups.action.create}</Button>
  return (
    <div className={styles.page}>
      <PageHead
        title={lookups.title}
        beside={(
          <SegmentedControl
            aria-label={lookups.tab.label} value={tab} onChange={(value) => setTab(value)}
            data={(['desk', 'mine', 'all'] as const).map((value) => ({ value, label: lookups.tab[value] }))}
          />
        )}
      >
        <Button component={Link} href={may('fallback.blanks') ? paths.fallback : paths.print('slip')} leftSection={<IconPrinter size={18} aria-hidden />}>{lookups.action.blank}</Button>
        {may('lookups.takeBack') && <Button leftSection={<IconBarcode size={18} aria-hidden />} onClick={() => setDialog({ kind: 'scan' })}>{lookups.action.scan}</Button>}
        {newButton}
      </PageHead>
      <div className={styles.columns}>
        <div className={styles.main}>
          {tab === 'desk'
            ? (
              <>
                {desk.error && <div className={styles.card}><ErrorState error={desk.error} retry={() => void desk.refetch()} /></div>}
                {desk.isPending && <div className={styles.waiting}><Skeleton height={71} radius={8} /><Skeleton height={420} radius={8} /></div>}
                {desk.data && (
                  <>
                    <DeskCounters counts={desk.data.counts} onJump={(group) => list.current?.jump(group)} />
                    {firstRow(desk.data) === null
                      ? <div className={styles.card}><EmptyState icon={IconClipboardCheck} title={lookups.empty.desk} hint={lookups.empty.deskHint}>{newButton}</EmptyState></div>
                      : <DeskList ref={list} desk={desk.data} today={today} selectedId={selectedId} onSelect={select} onAction={act} />}
                  </>
                )}
              </>
            )
            : (
              <SlipList key={tab} mine={tab === 'mine'} today={today} selectedId={selectedId} onSelect={select} searchRef={search}>
                {newButton}
              </SlipList>
            )}
        </div>
        <div className={styles.side} tabIndex={-1}>
          <SlipPanel id={selectedId} isWaiting={desk.isPending} today={today} onOpen={setDialog} signing={signing} />
        </div>
      </div>
      <Dialogs
        dialog={dialog}
        onClose={() => {
          setDialog(null)
          if (asked.dossierId !== null) navigate(paths.lookups, { replace: true })
        }}
        onCreated={(slipId) => {
          setDialog(null)
          navigate(paths.slip(slipId), { replace: id !== undefined || asked.dossierId !== null })
        }}
      />
    </div>
  )
}
