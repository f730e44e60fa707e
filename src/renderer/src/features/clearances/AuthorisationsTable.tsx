import { Button, Group, Skeleton } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import styles from './clearances.module.css'
import { authorisationsQuery, changeAccess, type Authorisation } from './queries.ts'
import { RequestDialog } from './RequestDialog.tsx'

/** Leave to read that was asked for: what waits first; whoever decides does it in the line. */
export function AuthorisationsTable() {
  const { clearances: { authorisation: text }, common } = useText()
  const { data, error, refetch } = useQuery(authorisationsQuery)
  const [refusing, setRefusing] = useState<Authorisation | null>(null)
  const [revoking, setRevoking] = useState<Authorisation | null>(null)
  const [asking, setAsking] = useState(false)
  const asked = data?.asked
  return (
    <section className={styles.half} aria-labelledby="authorisations-title">
      <div className={styles.head}>
        <h2 id="authorisations-title">{text.title}</h2>
        {asked && <Button onClick={() => setAsking(true)}>{text.request}</Button>}
      </div>
      {data && <p className={styles.asked}>{asked ? text.asked(asked.clause, common.role[asked.role], common.level[asked.fromLevel]) : text.askedNothing}</p>}
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : !data ? <Skeleton flex={1} />
        : data.rows.length === 0 ? <EmptyState icon={IconShieldCheck} title={text.none} hint={asked ? text.noneHint : undefined} />
        : <div className={styles.table}><Rows rows={data.rows} onRefuse={setRefusing} onRevoke={setRevoking} /></div>}
      <ConfirmModal
        opened={refusing !== null} onClose={() => setRefusing(null)} title={text.refuseTitle} action={text.refuse} isDangerous reasonLabel={text.refuse}
        onConfirm={(reason) => changeAccess('authorisations.decide', { id: refusing?.id ?? 0, decision: 'refused', reason })}
      />
      <ConfirmModal
        opened={revoking !== null} onClose={() => setRevoking(null)} title={text.revokeTitle} action={text.revoke} isDangerous reasonLabel={text.revoke}
        onConfirm={(reason) => changeAccess('authorisations.revoke', { id: revoking?.id ?? 0, reason })}
      />
      <RequestDialog opened={asking} dossier={null} onClose={() => setAsking(false)} />
    </section>
  )
}

type RowsProps = { rows: readonly Authorisation[]; onRefuse: (row: Authorisation) => void; onRevoke: (row: Authorisation) => void }

function Rows({ rows, onRefuse, onRevoke }: RowsProps) {
  const { clearances: { authorisation: text, ...words }, common } = useText()
  const may = useMay()
  const me = useSession()?.personId
  const columns: Column<Authorisation>[] = [
    { key: 'name', heading: words.person, width: 90, cell: ({ name }) => <span className={styles.name} title={name}>{name}</span> },
    {
      key: 'what', heading: text.purpose,
      cell: ({ dossierId, number, partyName, purpose }) => (
        <span title={`${number ?? text.everything} ${purpose}`}>
          {dossierId === null ? text.everything : <Link className={styles.link} to={paths.dossier(dossierId)} title={partyName ?? undefined}>{number}</Link>}　{purpose}
        </span>
      ),
    },
    { key: 'until', heading: text.untilOn, width: 100, cell: ({ untilOn }) => untilOn },
    { key: 'state', heading: <span className="visually-hidden">{text.title}</span>, width: 72, cell: (row) => <State row={row} /> },
    {
      key: 'action', heading: <span className="visually-hidden">{common.more}</span>, width: 172, align: 'end',
      cell: (row) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {row.mayDecide && <Button size="xs" variant="filled" aria-label={`${text.agree} ${row.name}`} onClick={() => void changeAccess('authorisations.decide', { id: row.id, decision: 'agreed' })}>{text.agree}</Button>}
          {row.mayDecide && <Button size="xs" aria-label={`${text.refuse} ${row.name}`} onClick={() => onRefuse(row)}>{text.refuse}</Button>}
          {row.isRunning && may('authorisations.revoke') && row.personId !== me && <Button size="xs" variant="subtle" aria-label={`${text.revoke} ${row.name}`} onClick={() => onRevoke(row)}>{text.revoke}</Button>}
        </Group>
      ),
    },
  ]
  return <DataTable label={text.table} columns={columns} count={rows.length} rowAt={(index) => rows[index]} rowKey={({ id }) => id} />
}

function State({ row: { decision, isRunning, revokedAt, reason } }: { row: Authorisation }) {
  const { clearances: { authorisation: text } } = useText()
  if (decision === null) return <span className={styles.near}>{text.waiting}</span>
  if (decision === 'refused') return <span className={styles.over} title={reason ?? undefined}>{text.refused}</span>
  if (revokedAt !== null) return <span className={styles.quiet}>{text.revoked}</span>
  return isRunning ? <span className={styles.good}>{text.agreed}</span> : <span className={styles.quiet}>{text.past}</span>
}
