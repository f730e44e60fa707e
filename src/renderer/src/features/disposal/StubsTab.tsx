import { Button, Modal, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { IconArchiveOff, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { stubQuery, type StubRow } from './queries.ts'
import styles from './disposal.module.css'

/** What remains of the destroyed. */
export function StubsTab({ initial }: { initial: string }) {
  const { disposal: text } = useText()
  const words = text.stubs
  const [typed, setTyped] = useState(initial)
  const [sought] = useDebouncedValue(typed.trim(), 150)
  const [shown, setShown] = useState<StubRow | null>(null)
  const stubs = usePagedRows<StubRow>({ queryKey: ['disposal.stubs', sought], fetchPage: (offset, limit) => call('disposal.stubs', { text: sought, offset, limit }) })
  const isEmpty = !stubs.isPending && stubs.error === null && stubs.total === 0
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          aria-label={words.searchLabel} placeholder={words.search} value={typed} leftSection={<IconSearch size={16} aria-hidden />} w={260}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <span role="status" className={styles.quiet}>{words.counted(formatCount(stubs.total))}</span>
      </div>
      {stubs.error && <div className={styles.card}><ErrorState error={stubs.error} retry={stubs.refetch} /></div>}
      {isEmpty && (
        <div className={styles.card}>
          {sought === '' ? <EmptyState icon={IconArchiveOff} title={words.empty} hint={words.emptyHint} /> : <EmptyState icon={IconSearch} title={words.noMatch} />}
        </div>
      )}
      {stubs.error === null && !isEmpty && (
        <DataTable
          label={text.tab.stubs} columns={columns(text)} count={stubs.isPending ? 8 : stubs.total} rowAt={stubs.rowAt} rowKey={(row) => row.dossierId}
          onVisible={stubs.onVisible} onOpen={setShown}
        />
      )}
      {shown && <StubDialog stub={shown} onClose={() => setShown(null)} />}
    </>
  )
}

const period = ({ firstDatedOn, lastDatedOn }: Pick<StubRow, 'firstDatedOn' | 'lastDatedOn'>) =>
  (firstDatedOn === null ? '—' : firstDatedOn === lastDatedOn ? firstDatedOn : `${firstDatedOn} — ${lastDatedOn}`)

function columns(text: ReturnType<typeof useText>['disposal']): readonly Column<StubRow>[] {
  const words = text.stubs
  return [
    { key: 'number', heading: words.number, width: 164, cell: (row) => row.number },
    { key: 'party', heading: words.party, cell: (row) => <strong title={row.title ?? row.partyName}>{row.partyName}{row.title !== null && `　${row.title}`}</strong> },
    { key: 'department', heading: words.department, width: 96, cell: (row) => row.departmentName },
    { key: 'year', heading: words.year, width: 64, cell: (row) => row.year },
    { key: 'period', heading: words.period, width: 184, cell: period },
    { key: 'pages', heading: words.pages, width: 112, align: 'end', cell: (row) => `${row.documents} / ${row.pages}` },
    { key: 'destroyed', heading: words.destroyed, width: 142, cell: (row) => localMinute(row.destroyedAt) },
    { key: 'list', heading: words.list, width: 130, cell: (row) => row.caseNumber },
  ]
}

function StubDialog({ stub, onClose }: { stub: StubRow; onClose: () => void }) {
  const text = useText()
  const words = text.disposal.stubs
  const may = useMay()
  const whole = useQuery(stubQuery(stub.dossierId))
  const { data } = whole
  const facts: readonly (readonly [string, React.ReactNode])[] = data ? [
    [words.party, [data.partyName, data.title].filter(Boolean).join('　')], [words.department, `${data.departmentName}　${data.year}`], [words.opened, data.openedOn],
    [words.period, period(data)], [words.pages, `${data.documents} / ${data.pages}`], [words.scans, words.scansGone(data.scans)],
    [words.retention, text.because.retention({ years: data.retentionYears, from: data.retentionFrom, until: data.retentionEnds })],
    [words.approvers, data.approvers.join('、')], [words.supervisors, data.supervisors.join('、')], [words.carrier, data.carriedOutByName],
    [words.how, `${data.manner}　${data.place}　${localMinute(data.destroyedAt)}`],
    [words.list, may('disposal.get') ? <Link key="list" className={styles.link} href={paths.disposalCase(data.caseId)}>{words.place(data.caseNumber, data.line)}</Link> : words.place(data.caseNumber, data.line)],
    [words.hash, <span key="hash" className={styles.mono}>{data.contentHash}</span>],
  ] : []
  return (
    <Modal opened onClose={onClose} size={620} title={words.title(stub.number)}>
      {whole.error && <ErrorState error={whole.error} retry={() => void whole.refetch()} />}
      {!data && !whole.error && <Skeleton height={280} radius={8} />}
      {data && (
        <>
          <dl className={styles.facts}>{facts.map(([name, value]) => <div key={name} className={styles.fact}><dt>{name}</dt><dd>{value}</dd></div>)}
            <div className={styles.fact}>
              <dt>{words.contents}</dt>
              <dd><ol className={styles.contents}>{data.contents.map((line, index) => <li key={index}>{[line.title, words.linePages(line.pages), line.datedOn].filter(Boolean).join('　')}</li>)}</ol></dd>
            </div>
          </dl>
          <div className={styles.foot}><Button onClick={onClose} data-autofocus>{text.common.close}</Button></div>
        </>
      )}
    </Modal>
  )
}
