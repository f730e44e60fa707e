import { Button, Group, NumberInput, Skeleton, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { archiveStateQuery, statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import styles from './SettingsPage.module.css'

type Status = Output<'archive.status'>

/** What is set for the whole archive: whose it is, and after how long an idle screen locks. */
export function ArchivePanel({ mayChange }: { mayChange: boolean }) {
  const { archive, common } = useText()
  const text = archive.settings
  const { data: status, error, refetch } = useQuery(statusQuery)
  const folder = useQuery(archiveStateQuery).data?.folder
  return (
    <Panel title={text.archive}>
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : !status ? <Skeleton height={120} /> : (
        <Stack gap="lg">
          {mayChange && <SettingsForm status={status} key={`${status.company}/${status.idleLockMinutes}`} />}
          <dl className={styles.pairs}>
            {!mayChange && <><dt>{text.company}</dt><dd>{status.company}</dd></>}
            <dt>{text.regulation}</dt>
            <dd>{common.regulationVersion(status.regulation.id, status.regulation.title)} · {common.effectiveOn(status.regulation.effectiveOn)}</dd>
            <dt>{text.folder}</dt><dd>{folder}</dd>
          </dl>
        </Stack>
      )}
    </Panel>
  )
}

function SettingsForm({ status }: { status: Status }) {
  const { archive, common } = useText()
  const text = archive.settings
  const [company, setCompany] = useState(status.company)
  const [minutes, setMinutes] = useState<number | string>(status.idleLockMinutes)
  const [error, setError] = useState<unknown>(null)
  const isChanged = company.trim() !== status.company || minutes !== status.idleLockMinutes
  const isReady = isChanged && company.trim() !== '' && typeof minutes === 'number'
  const save = async (idleLockMinutes: number) => {
    setError(null)
    try {
      await call('archive.changeSettings', { company: company.trim(), idleLockMinutes })
      notifications.show({ message: text.saved })
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && typeof minutes === 'number') void save(minutes)
      }}
    >
      <Stack gap="md">
        <TextInput label={text.company} value={company} maxLength={100} required onChange={(event) => setCompany(event.currentTarget.value)} />
        <NumberInput
          label={text.idleLock} description={text.idleLockHint} suffix={` ${text.idleLockUnit}`} value={minutes} min={1} max={480} allowDecimal={false} clampBehavior="strict"
          w={200} onChange={setMinutes}
        />
        <Refusal error={error} />
        <Group justify="flex-end"><Button type="submit" disabled={!isReady}>{common.save}</Button></Group>
      </Stack>
    </form>
  )
}
