import { Button, Group, Input, Modal, SegmentedControl, Skeleton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { statusQuery, useMay, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import styles from './clearances.module.css'
import { changeAccess, clearancesQuery, type Cleared } from './queries.ts'

/** Everybody whose work is with dossiers, and the level he may read up to. */
export function ClearancesTable() {
  const { clearances: text } = useText()
  const { data, error, refetch } = useQuery(clearancesQuery)
  const [granting, setGranting] = useState<Cleared | null>(null)
  const [revoking, setRevoking] = useState<Cleared | null>(null)
  const running = (person: Cleared | null) => person?.grants.find(({ isRunning }) => isRunning)
  return (
    <section className={styles.half} aria-labelledby="clearances-title">
      <div className={styles.head}><h2 id="clearances-title">{text.title}</h2></div>
      {data && <p className={styles.asked}>{data.clause === null ? text.askedNothing : text.asked(data.clause)}</p>}
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : !data ? <Skeleton flex={1} /> : (
        <div className={styles.table}><People people={data.people} onGrant={setGranting} onRevoke={setRevoking} /></div>
      )}
      <Modal opened={granting !== null} onClose={() => setGranting(null)} title={text.grantFor(granting?.name ?? '')} size={440}>
        {granting && <GrantForm person={granting} onClose={() => setGranting(null)} />}
      </Modal>
      <ConfirmModal
        opened={revoking !== null} onClose={() => setRevoking(null)} title={text.revokeTitle(revoking?.name ?? '')} action={text.revoke} isDangerous reasonLabel={text.reason}
        onConfirm={(reason) => changeAccess('clearances.revoke', { id: running(revoking)?.id ?? 0, reason })}
      />
    </section>
  )
}

function People({ people, onGrant, onRevoke }: { people: readonly Cleared[]; onGrant: (person: Cleared) => void; onRevoke: (person: Cleared) => void }) {
  const { clearances: text, common } = useText()
  const may = useMay()
  const me = useSession()?.personId
  const columns: Column<Cleared>[] = [
    { key: 'name', heading: text.person, width: 92, cell: ({ name, departmentName }) => <span className={styles.name} title={departmentName ?? undefined}>{name}</span> },
    { key: 'level', heading: text.level, width: 96, cell: ({ level }) => common.level[level] },
    {
      key: 'grants', heading: text.grants,
      cell: ({ grants }) => {
        const latest = grants[0]
        if (!latest) return ''
        const words = latest.revokedAt === null
          ? `${text.period(latest.fromOn, latest.untilOn ?? text.unlimited)}　${latest.reason}` : text.revoked(latest.revokedAt.slice(0, 10), latest.revokeReason ?? '')
        return <span className={latest.isRunning ? undefined : styles.quiet} title={words}>{words}</span>
      },
    },
    {
      key: 'action', heading: <span className="visually-hidden">{common.more}</span>, width: 164, align: 'end',
      cell: (person) => may('clearances.grant') && person.personId !== me && (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {person.grants.some(({ isRunning }) => isRunning) && <Button size="xs" variant="subtle" aria-label={text.revokeTitle(person.name)} onClick={() => onRevoke(person)}>{text.revoke}</Button>}
          <Button size="xs" aria-label={text.grantFor(person.name)} onClick={() => onGrant(person)}>{text.grant}</Button>
        </Group>
      ),
    },
  ]
  return <DataTable label={text.table} columns={columns} count={people.length} rowAt={(index) => people[index]} rowKey={({ personId }) => personId} />
}

function GrantForm({ person, onClose }: { person: Cleared; onClose: () => void }) {
  const { clearances: text, common } = useText()
  const today = useQuery(statusQuery).data?.today
  const label = useId()
  const [level, setLevel] = useState<'secret' | 'confidential'>('secret')
  const [untilOn, setUntilOn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const save = async () => {
    await changeAccess('clearances.grant', { personId: person.personId, level, untilOn, reason: reason.trim() })
  }
  return (
    <SaveForm action={text.grant} isReady={reason.trim() !== ''} onClose={onClose} onSave={save}>
      <div>
        <Input.Label component="span" id={label}>{text.levelLabel}</Input.Label>
        <SegmentedControl fullWidth aria-labelledby={label} value={level} onChange={setLevel} data={(['secret', 'confidential'] as const).map((value) => ({ value, label: common.level[value] }))} />
      </div>
      <DayInput label={text.until} description={text.unlimited} minDate={today} value={untilOn} onChange={setUntilOn} />
      <TextInput label={text.reason} required maxLength={200} value={reason} data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />
    </SaveForm>
  )
}
