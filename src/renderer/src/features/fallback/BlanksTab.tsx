import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconDots, IconFileOff, IconFileText, IconLink, IconPrinter, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { BLANK_FORMS, BLANK_STATES } from '../../../../shared/contract/fallback.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { changePaper, type BlankRow } from './queries.ts'
import styles from './fallback.module.css'

/** The register of blanks: which are out, used and for what, voided and why. */
export function BlanksTab() {
  const { fallback: text, common } = useText()
  const [form, setForm] = useState<BlankRow['form'] | null>(null)
  const [state, setState] = useState<BlankRow['state'] | null>(null)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const [out, setOut] = useState(0)
  const [asking, setAsking] = useState<{ what: 'void' | 'use'; blank: BlankRow } | null>(null)
  const list = usePagedRows<BlankRow>({
    queryKey: ['fallback.blanks', form, state, search],
    fetchPage: async (offset, limit) => {
      const page = await call('fallback.blanks', { form, state, text: search, offset, limit })
      setOut(page.out)
      return page
    },
  })
  const isEmpty = !list.isPending && list.error === null && list.total === 0
  const isFiltered = form !== null || state !== null || search !== ''
  const words = text.blank
  const columns: Column<BlankRow>[] = [
    { key: 'number', heading: words.number, width: 126, cell: (row) => <strong>{row.number}</strong> },
    { key: 'form', heading: words.form, width: 100, cell: (row) => text.form[row.form] },
    { key: 'state', heading: words.state, width: 92, cell: (row) => <span className={`${styles.chip} ${styles[row.state]}`}>{row.isEntered && row.state === 'out' ? words.entered : text.state[row.state]}</span> },
    { key: 'remarks', heading: words.remarks, cell: (row) => <span title={row.remarks ?? ''}>{row.remarks}</span> },
    { key: 'issuedAt', heading: words.issuedAt, width: 142, cell: (row) => localMinute(row.issuedAt) },
    { key: 'issuedBy', heading: words.issuedBy, width: 96, cell: (row) => row.issuedByName },
    { key: 'closed', heading: words.closed, width: 142, cell: (row) => row.closedAt && <span title={row.closedByName ?? ''}>{localMinute(row.closedAt)}</span> },
    { key: 'actions', heading: <span className="visually-hidden">{common.more}</span>, width: 64, cell: (row) => <RowMenu row={row} ask={(what) => setAsking({ what, blank: row })} /> },
  ]
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          aria-label={words.searchLabel} placeholder={words.search} w={220} maxLength={40} value={typed} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <FilterSelect label={words.anyForm} width={140} value={form} onChange={setForm} data={BLANK_FORMS.map((value) => ({ value, label: text.form[value] }))} />
        <FilterSelect label={words.anyState} width={120} value={state} onChange={setState} data={BLANK_STATES.map((value) => ({ value, label: text.state[value] }))} />
        <span role="status" className={styles.quiet}>{words.counted(formatCount(list.total), formatCount(out))}</span>
      </div>
      {list.error && <div className={styles.card}><ErrorState error={list.error} retry={list.refetch} /></div>}
      {isEmpty && <div className={styles.card}><EmptyState icon={IconFileText} title={isFiltered ? words.noMatch : words.empty} {...(!isFiltered && { hint: words.emptyHint })} /></div>}
      {list.error === null && !isEmpty && (
        <DataTable label={text.tab.blanks} columns={columns} count={list.isPending ? 6 : list.total} rowAt={list.rowAt} rowKey={(row) => row.id} onVisible={list.onVisible} />
      )}
      {asking && <Asking {...asking} onClose={() => setAsking(null)} />}
    </>
  )
}

function RowMenu({ row, ask }: { row: BlankRow; ask: (what: 'void' | 'use') => void }) {
  const { fallback: text, common } = useText()
  const may = useMay()
  const [, go] = useLocation()
  if (row.state !== 'out') return null
  return (
    <Menu position="bottom-end" portalProps={{ target: '#main' }}>
      <Menu.Target><ActionIcon variant="subtle" size={28} aria-label={`${row.number} ${common.more}`}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {may('prints.record') && <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => go(paths.blankPrint(row.id, row.id))}>{text.action.print}</Menu.Item>}
        {row.form !== 'slip' && may('fallback.use') && <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={() => ask('use')}>{text.action.use}</Menu.Item>}
        {!row.isEntered && may('fallback.void') && <Menu.Item leftSection={<IconFileOff size={16} aria-hidden />} onClick={() => ask('void')}>{text.action.void}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}

function Asking({ what, blank: { number }, onClose }: { what: 'void' | 'use'; blank: BlankRow; onClose: () => void }) {
  const { fallback: text } = useText()
  const isVoid = what === 'void'
  const words = isVoid ? text.voiding : text.using
  const confirm = async (typed: string) => {
    if (isVoid) await changePaper('fallback.void', { number, reason: typed })
    else await changePaper('fallback.use', { number, reference: typed })
    notifications.show({ message: `${number} ${words.done}` })
  }
  return (
    <ConfirmModal
      opened onClose={onClose} title={words.title(number)} action={isVoid ? text.action.void : text.using.confirm} isDangerous={isVoid}
      reasonLabel={isVoid ? text.voiding.reason : text.using.reference} reasonMaxLength={isVoid ? 200 : 40} onConfirm={confirm}
    >
      {words.hint}
    </ConfirmModal>
  )
}
