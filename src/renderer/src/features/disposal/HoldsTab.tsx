import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconLock, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { HOLD_KINDS, type HoldKind } from '../../../../shared/rules/disposal/obstacles.ts'
import { call } from '../../app/bridge.ts'
import { useRoomCommand } from '../../app/command.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { PlaceHoldDialog } from './PlaceHoldDialog.tsx'
import type { HoldRow } from './queries.ts'
import styles from './disposal.module.css'

/** What holds dossiers back: money owed, guarantees, cases. */
export function HoldsTab() {
  const { disposal: text } = useText()
  const words = text.holds
  const may = useMay()
  const me = useSession()?.personId
  // Whoever placed a hold does not lift it.
  const mayRelease = (row: HoldRow) => row.releasedAt === null && may('holds.release') && row.placedBy !== me
  const command = useRoomCommand()
  const [typed, setTyped] = useState('')
  const [sought] = useDebouncedValue(typed.trim(), 150)
  const [kind, setKind] = useState<HoldKind | null>(null)
  const [which, setWhich] = useState<'holding' | 'ended' | 'all'>('holding')
  const [isPlacing, setPlacing] = useState(false)
  const [releasing, setReleasing] = useState<HoldRow | null>(null)
  const filter = { text: sought, kind, isHolding: which === 'all' ? null : which === 'holding' }
  const holds = usePagedRows<HoldRow>({ queryKey: ['holds.list', filter], fetchPage: (offset, limit) => call('holds.list', { ...filter, offset, limit }) })
  const isEmpty = !holds.isPending && holds.error === null && holds.total === 0
  const place = may('holds.place') && <Button variant="filled" leftSection={<IconLock size={18} aria-hidden />} onClick={() => setPlacing(true)}>{words.place}</Button>
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          aria-label={words.searchLabel} placeholder={words.search} value={typed} leftSection={<IconSearch size={16} aria-hidden />} w={240}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <FilterSelect<HoldKind> label={words.anyKind} width={120} value={kind} onChange={setKind} data={HOLD_KINDS.map((value) => ({ value, label: text.hold[value] }))} />
        <SegmentedControl aria-label={words.state} value={which} onChange={setWhich} data={(['holding', 'ended', 'all'] as const).map((value) => ({ value, label: words[value] }))} />
        <span role="status" className={styles.quiet}>{words.counted(formatCount(holds.total))}</span>
        <span className={styles.spread} />
        {place}
      </div>
      {holds.error && <div className={styles.card}><ErrorState error={holds.error} retry={holds.refetch} /></div>}
      {isEmpty && (
        <div className={styles.card}>
          {sought === '' && kind === null && which !== 'ended'
            ? <EmptyState icon={IconLock} title={words.empty} hint={words.emptyHint}>{place}</EmptyState> : <EmptyState icon={IconSearch} title={words.noMatch} />}
        </div>
      )}
      {holds.error === null && !isEmpty && (
        <DataTable
          label={text.tab.holds} columns={columns(text, mayRelease, setReleasing)} count={holds.isPending ? 6 : holds.total} rowAt={holds.rowAt}
          rowKey={(row) => row.id} onVisible={holds.onVisible} onOpen={(row) => {
            if (mayRelease(row)) setReleasing(row)
          }}
        />
      )}
      {isPlacing && <PlaceHoldDialog onClose={() => setPlacing(false)} />}
      {releasing && (
        <ConfirmModal
          opened onClose={() => setReleasing(null)} title={words.releaseTitle} action={words.release} reasonLabel={words.releaseReason}
          onConfirm={async (reason) => {
            await command('holds.release', { id: releasing.id, reason })
            notifications.show({ message: words.releasedDone })
          }}
        >
          <p className={styles.note}>{text.hold[releasing.kind]}　{releasing.number ?? releasing.partyName}　{releasing.reason}</p>
        </ConfirmModal>
      )}
    </>
  )
}

function columns(text: ReturnType<typeof useText>['disposal'], mayRelease: (row: HoldRow) => boolean, release: (row: HoldRow) => void): readonly Column<HoldRow>[] {
  const words = text.holds
  const state = (row: HoldRow) => {
    if (row.releasedAt !== null) return <span className={styles.quiet} title={row.releaseReason ?? ''}>{words.released(row.releasedByName ?? '', row.releaseReason ?? '')}</span>
    if (!row.isHolding) return <span className={styles.quiet}>{words.lapsed}</span>
    return mayRelease(row) ? <Button size="compact-xs" variant="subtle" onClick={() => release(row)}>{words.release}</Button> : <span className={styles.amber}>{words.holding}</span>
  }
  return [
    { key: 'kind', heading: words.kind, width: 76, cell: (row) => <span className={`${styles.chip} ${styles[row.kind] ?? ''}`}>{text.hold[row.kind]}</span> },
    { key: 'subject', heading: words.subject, width: '21%', cell: (row) => <strong title={row.partyName}>{row.partyName}</strong> },
    { key: 'dossier', heading: words.dossier, width: 156, cell: (row) => row.number ?? <span className={styles.quiet}>{words.wholeParty}</span> },
    { key: 'amount', heading: words.amount, width: 112, align: 'end', cell: (row) => (row.amountFen === null ? '' : (row.amountFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })) },
    { key: 'until', heading: words.until, width: 98, cell: (row) => row.untilOn },
    { key: 'reason', heading: words.reason, cell: (row) => <span title={row.reason}>{row.reason}</span> },
    { key: 'placed', heading: words.placed, width: 158, cell: (row) => <span title={localMinute(row.placedAt)}>{row.placedByName}　{localMinute(row.placedAt).slice(0, 10)}</span> },
    { key: 'state', heading: words.state, width: 112, cell: state },
  ]
}
