import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LOWER_LEVELS } from '../../../../shared/contract/dossiers.ts'
import { statusQuery, useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { changeAccess } from './queries.ts'
import styles from './clearances.module.css'

type Lower = (typeof LOWER_LEVELS)[number]

type DialogProps = { opened: boolean; dossier: { id: number; number: string }; to: Lower; onClose: () => void; onDone?: () => Promise<unknown> }

/** Lowers a level whose day has come. Whoever may do it need not be let into the dossier: what is done was laid down with the level. */
export function DowngradeDialog({ opened, dossier, to, onClose, onDone }: DialogProps) {
  const { clearances: { downgrade: words }, common } = useText()
  const lower = async () => {
    await changeAccess('clearances.downgrade', { dossierId: dossier.id })
    await onDone?.()
    notifications.show({ message: `${dossier.number} ${words.done}` })
  }
  return (
    <ConfirmModal opened={opened} onClose={onClose} title={`${words.now}　${dossier.number}`} action={words.now} onConfirm={lower}>
      {words.change(common.level[to])}
    </ConfirmModal>
  )
}

type Props = { dossier: { id: number; number: string }; on: string; to: Lower; onDone: () => Promise<unknown> }

/** When a dossier's level is to be lowered and to what; from that day on whoever may does it here. */
export function Downgrade({ dossier, on, to, onDone }: Props) {
  const { clearances: { downgrade: words }, common } = useText()
  const may = useMay()
  const today = useQuery(statusQuery).data?.today
  const [isAsking, setAsking] = useState(false)
  const isDue = today !== undefined && on <= today
  return (
    <span className={styles.planned}>
      <span className={isDue ? styles.near : undefined}>{words.planned(on, common.level[to])}</span>
      {isDue && may('clearances.downgrade') && <Button size="compact-xs" onClick={() => setAsking(true)}>{words.now}</Button>}
      <DowngradeDialog opened={isAsking} dossier={dossier} to={to} onClose={() => setAsking(false)} onDone={onDone} />
    </span>
  )
}
