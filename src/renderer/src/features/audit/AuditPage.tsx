import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { MethodName } from '../../../../shared/contract/index.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { InstantText } from '../../ui/DayText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount, shortHead } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import styles from './AuditPage.module.css'
import { EntryDrawer } from './EntryDrawer.tsx'
import { Filters } from './Filters.tsx'
import { fetchEntries, NO_FILTER, type AuditFilter, type Entry } from './queries.ts'
import { Subject } from './Subject.tsx'

/** Everything that was done and every dossier that was read, newest first. */
export function AuditPage() {
  const text = useText()
  const { audit } = text
  const [filter, setFilter] = useState<AuditFilter>(NO_FILTER)
  const [subjectLabel, setSubjectLabel] = useState<string | null>(null)
  const [opened, setOpened] = useState<number | null>(null)
  const status = useQuery(statusQuery).data
  // The head is part of the key: what is done elsewhere in the program shows up here without asking.
  const list = usePagedRows({ queryKey: ['audit.list', filter, status?.auditSeq ?? 0], fetchPage: fetchEntries(filter) })
  const entry = opened === null ? undefined : list.rowAt(opened)
  return (
    <>
      <PageHead
        title={text.common.page.audit}
        lead={status && `${audit.head(formatCount(status.auditSeq), shortHead(status.auditHead))}${list.isPending ? '' : ` · ${audit.count(formatCount(list.total))}`}`}
      />
      <Filters filter={filter} subjectLabel={subjectLabel} onChange={(next) => { setOpened(null); setFilter(next) }} />
      {list.error ? <ErrorState error={list.error} retry={list.refetch} />
        : list.isPending ? <Skeleton flex={1} />
        : list.total === 0 ? <div className={styles.empty}><EmptyState icon={IconLink} title={audit.none} hint={audit.noneHint} /></div>
        : <Entries list={list} opened={opened} onOpen={setOpened} />}
      <EntryDrawer
        entry={entry} onClose={() => setOpened(null)}
        onOlder={opened !== null && opened + 1 < list.total ? () => setOpened(opened + 1) : undefined}
        onNewer={opened !== null && opened > 0 ? () => setOpened(opened - 1) : undefined}
        onFilter={(part) => { setOpened(null); setSubjectLabel(entry?.subjectLabel ?? null); setFilter({ ...NO_FILTER, ...part }) }}
      />
    </>
  )
}

type Indexed = { index: number; entry: Entry }

function Entries({ list, opened, onOpen }: { list: ReturnType<typeof usePagedRows<Entry>>; opened: number | null; onOpen: (index: number) => void }) {
  const { audit } = useText()
  const columns: Column<Indexed>[] = [
    { key: 'seq', heading: audit.seq, width: 84, align: 'end', cell: ({ entry }) => <span className={styles.seq}>{formatCount(entry.seq)}</span> },
    { key: 'at', heading: audit.at, width: 168, cell: ({ entry }) => <InstantText instant={entry.at} seconds /> },
    { key: 'actor', heading: audit.actor, width: 120, cell: ({ entry }) => entry.actorName || audit.nobody },
    { key: 'method', heading: audit.methodHead, width: 160, cell: ({ entry }) => audit.method[entry.method as MethodName] ?? entry.method },
    { key: 'subject', heading: audit.subject, cell: ({ entry }) => <Subject entry={entry} /> },
    {
      key: 'outcome', heading: audit.outcomeHead, width: 92,
      cell: ({ entry }) => <span className={entry.outcome === 'refused' ? styles.refused : undefined}>{audit.outcome[entry.outcome]}</span>,
    },
    { key: 'hash', heading: audit.hash, width: 112, cell: ({ entry }) => <span className={styles.hash}>{shortHead(entry.hash)}</span> },
  ]
  return (
    <DataTable<Indexed>
      label={audit.table} columns={columns} count={list.total} onVisible={list.onVisible} selectedKey={opened}
      rowAt={(index) => {
        const entry = list.rowAt(index)
        return entry && { index, entry }
      }}
      rowKey={({ index }) => index} onOpen={({ index }) => onOpen(index)}
    />
  )
}
