import { Badge, Button, Modal, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPrinter, IconUsers, IconUserShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import type { Text } from '../../../../shared/text/index.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { localMinute } from '../../ui/format.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { keeperChangesQuery, keepersQuery, useCommand, type Keeper } from './queries.ts'
import styles from './custody.module.css'

/** Who answers for how many folders and where; a keeper who leaves passes them on, and the lists of that. */
export function KeepersView() {
  const text = useText()
  const { custody } = text
  const words = custody.keeper
  const may = useMay()
  const keepers = useQuery(keepersQuery)
  const changes = useQuery(keeperChangesQuery)
  const [, go] = useLocation()
  const [leaving, setLeaving] = useState<Keeper | null>(null)
  const rows = keepers.data ?? []
  return (
    <div className={styles.split}>
      <div className={styles.main}>
        {keepers.error && <div className={styles.card}><ErrorState error={keepers.error} retry={() => void keepers.refetch()} /></div>}
        {keepers.data && rows.length === 0 && <div className={styles.card}><EmptyState icon={IconUsers} title={custody.empty.keepers} hint={custody.empty.keepersHint} /></div>}
        {!keepers.error && (keepers.isPending || rows.length > 0) && (
          <DataTable
            label={words.table} columns={columns(text, may('custody.changeKeeper') ? setLeaving : null)} count={keepers.isPending ? 6 : rows.length}
            rowAt={(index) => rows[index]} rowKey={(row) => row.personId}
          />
        )}
      </div>
      <section className={styles.side} aria-label={words.list}>
        <div className={styles.box}>
          <div className={styles.boxHead}><h2 className={styles.boxTitle}>{words.list}</h2></div>
          {changes.data?.length === 0 && <p className={styles.hint}>{custody.empty.changes}</p>}
          {changes.data?.map((change) => (
            <div key={change.id} className={styles.signature}>
              <span>{change.number}</span>
              <Button size="xs" variant="subtle" leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => go(paths.print('keeperChange', change.id))}>
                {words.of(change.fromName, change.toName)}　{custody.folders(change.folders)}
              </Button>
              <p className={styles.hint}>{localMinute(change.at)}</p>
            </div>
          ))}
        </div>
      </section>
      {leaving && <ChangeDialog keeper={leaving} onClose={() => setLeaving(null)} />}
    </div>
  )
}

function columns({ custody }: Text, onChange: ((keeper: Keeper) => void) | null): readonly Column<Keeper>[] {
  const words = custody.keeper
  return [
    {
      key: 'name', heading: words.name, width: 180,
      cell: (row) => <><span className={styles.strong}>{row.name}</span> {!row.isActive && <Badge color="gray">{words.disabled}</Badge>}</>,
    },
    { key: 'folders', heading: words.folders, width: 88, align: 'end', cell: (row) => custody.folders(row.folders) },
    {
      key: 'stages', heading: words.stages,
      cell: (row) => <span className={styles.stages}>{row.stages.map(({ stage, folders }) => <span key={stage}>{custody.stage[stage]}　{folders}</span>)}</span>,
    },
    {
      key: 'change', heading: '', width: 132, align: 'end',
      cell: (row) => onChange && row.mayChange && (
        <Button size="xs" leftSection={<IconUserShare size={14} aria-hidden />} onClick={() => onChange(row)}>{words.change}</Button>
      ),
    },
  ]
}

function ChangeDialog({ keeper, onClose }: { keeper: Keeper; onClose: () => void }) {
  const { custody } = useText()
  return <Modal opened onClose={onClose} size={480} title={`${custody.keeper.title}　${keeper.name}`}><ChangeForm keeper={keeper} onClose={onClose} /></Modal>
}

function ChangeForm({ keeper, onClose }: { keeper: Keeper; onClose: () => void }) {
  const { custody, common } = useText()
  const words = custody.keeper
  const command = useCommand()
  const [, go] = useLocation()
  const [login, setLogin] = useState<string | null>(keeper.successors[0]?.login ?? null)
  const [password, setPassword] = useState('')
  const [remarks, setRemarks] = useState('')
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const name = keeper.successors.find((one) => one.login === login)?.name
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (login === null || password === '' || isRunning) return
    setRunning(true)
    setRefusal(null)
    try {
      const done = await command('custody.changeKeeper', { personId: keeper.personId, successor: { login, password }, remarks: remarks.trim() || null })
      notifications.show({ message: words.done(done.number, done.folders) })
      onClose()
      go(paths.print('keeperChange', done.id))
    } catch (error) {
      setRefusal(error)
      setPassword('')
      setRunning(false)
    }
  }
  if (keeper.successors.length === 0) return <p className={styles.hint}>{words.noSuccessor}</p>
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <p className={styles.hint}>{words.hint(keeper.name, keeper.folders)}</p>
        <Select
          label={words.successor} data={keeper.successors.map(({ login: value, name: label }) => ({ value, label }))} value={login} onChange={setLogin}
          allowDeselect={false} searchable
        />
        <PasswordInput label={words.password(name ?? '')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} autoComplete="off" data-autofocus />
        <TextInput label={words.remarks} maxLength={300} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
        <Refusal error={refusal} isNamePicked />
        <div className={styles.foot}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant="filled" loading={isRunning} disabled={login === null || password === ''}>{words.confirm}</Button>
        </div>
      </Stack>
    </form>
  )
}
