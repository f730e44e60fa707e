import { Button, Group, Skeleton } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isComplaint } from '../../../../shared/rules/defaults/kinds.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PastImports } from '../../ui/importing/PastImports.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { AddDialog } from './AddDialog.tsx'
import { DefaultEntry } from './DefaultEntry.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { defaultsChanged, defaultsQuery, type DefaultOf } from './queries.ts'
import styles from './defaults.module.css'

type Party = { id: number; name: string; dossiers: readonly { id: number; kind: 'credit' | 'contract' }[] }

/** Defaults and complaints of a party, what they bear on its rating today, and what is open. */
export function DefaultsTab({ party }: { party: Party }) {
  const { defaults: text } = useText()
  const may = useMay()
  const { data, error, refetch } = useQuery(defaultsQuery(party.id))
  const [open, setOpen] = useState<'add' | 'import' | null>(null)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.page} aria-busy><Skeleton height={240} radius={8} /><Skeleton height={240} radius={8} /></div>
  const complaints = data.rows.filter(({ kind }) => isComplaint(kind))
  const defaults = data.rows.filter(({ kind }) => !isComplaint(kind))
  return (
    <>
      <div className={styles.bar}>
        <dl className={styles.sums}>
          <div className={data.severity > 0 ? styles.bad : undefined} title={text.severityHint}><dt>{text.severity}</dt><dd>{text.points(String(data.severity))}</dd></div>
          <div className={data.open > 0 ? styles.bad : undefined}><dt>{text.open}</dt><dd>{text.count(data.open)}</dd></div>
        </dl>
        {data.mayAdd && (
          <Group gap="sm" ml="auto">
            <PastImports ledgers={['defaults']} partyId={party.id} changed={defaultsChanged} />
            {may('defaults.import') && <Button leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden />} onClick={() => setOpen('import')}>{text.import}</Button>}
            <Button variant="filled" leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />} onClick={() => setOpen('add')}>{text.add}</Button>
          </Group>
        )}
      </div>
      <div className={styles.page}>
        <Entries title={text.defaults} rows={defaults} none={text.none} hint={text.noneHint} />
        <Entries title={text.complaints} rows={complaints} none={text.noComplaints} />
      </div>
      {open === 'add' && <AddDialog party={party} onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportDialog onClose={() => setOpen(null)} />}
    </>
  )
}

function Entries({ title, rows, none, hint }: { title: string; rows: readonly DefaultOf[]; none: string; hint?: string }) {
  const { defaults: text } = useText()
  const standing = rows.filter(({ struck }) => struck === null)
  return (
    <Panel title={title} aside={standing.length > 0 ? text.count(standing.length) : undefined}>
      {rows.length === 0 ? <p className={styles.nothing}>{none}{hint !== undefined && <small>{hint}</small>}</p>
        : <ul className={styles.entries}>{rows.map((row) => <li key={row.id}><DefaultEntry row={row} /></li>)}</ul>}
    </Panel>
  )
}
