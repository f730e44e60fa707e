import { Button, Menu, Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconDots, IconFileOff, IconPencil, IconPrinter, IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { CallError } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { localMinute } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { FromPaper } from '../../ui/FromPaper.tsx'
import { useRunCheck } from '../checks/index.ts'
import { LinesTable } from './LinesTable.tsx'
import { transferQuery, useCommand, type Transfer } from './queries.ts'
import { SignPanel } from './SignPanel.tsx'
import { StateChip } from './StateChip.tsx'
import { useDeciding } from './use-deciding.ts'
import { wayOf } from './words.ts'
import styles from './custody.module.css'

/** One list of transfer: its lines to be ticked, both signatures, its history; and the paper of it. */
export function TransferPage() {
  const { custody } = useText()
  const id = Number(useParams<{ id: string }>().id)
  const transfer = useQuery(transferQuery(id))
  const isGone = transfer.error instanceof CallError && transfer.error.code === 'not-found'
  if (transfer.data) return <TransferView key={id} transfer={transfer.data} />
  return (
    <div className={styles.page} aria-busy={transfer.isPending}>
      <PageHead title={custody.title} />
      {isGone && <div className={styles.card}><EmptyState icon={IconFileOff} title={custody.empty.gone} /></div>}
      {transfer.error && !isGone && <div className={styles.card}><ErrorState error={transfer.error} retry={() => void transfer.refetch()} /></div>}
      {transfer.isPending && <Skeleton height={420} radius={8} />}
    </div>
  )
}

function TransferView({ transfer }: { transfer: Transfer }) {
  const text = useText()
  const { custody } = text
  const [, go] = useLocation()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const command = useCommand()
  const deciding = useDeciding(transfer)
  const check = useRunCheck()
  const withdraw = async (reason: string) => {
    await command('transfers.withdraw', { id: transfer.id, reason })
    notifications.show({ message: `${transfer.number} ${custody.withdraw.done}` })
  }
  return (
    <div className={styles.page}>
      <PageHead
        title={transfer.number} lead={wayOf(text, transfer)}
        beside={<StateChip state={transfer.state} />}
      >
        <Button component={Link} to={paths.transfers} variant="subtle" leftSection={<IconArrowBackUp size={18} aria-hidden />}>{custody.title}</Button>
        {transfer.may.change && <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={() => go(`${paths.newTransfer}?change=${transfer.id}`)}>{custody.action.change}</Button>}
        {transfer.lines.length > 0 && <Button loading={check.isRunning} leftSection={<IconShieldCheck size={18} aria-hidden />} onClick={() => void check.run('transfer', transfer.id)}>{text.checks.title}</Button>}
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => go(paths.print('transfer', transfer.id))}>{custody.action.print}</Button>
        {transfer.may.withdraw && (
          <Menu position="bottom-end" portalProps={{ target: '#main' }}>
            <Menu.Target><Button variant="default" px={8} aria-label={custody.withdraw.title('')}><IconDots size={18} aria-hidden /></Button></Menu.Target>
            <Menu.Dropdown><Menu.Item color="seal" onClick={() => setWithdrawing(true)}>{custody.action.withdraw}</Menu.Item></Menu.Dropdown>
          </Menu>
        )}
      </PageHead>
      <div className={styles.columns}>
        <div className={styles.main}><LinesTable transfer={transfer} deciding={deciding} /></div>
        <div className={styles.side}>
          <Progress transfer={transfer} accepted={deciding.accepted} refused={deciding.refused} />
          <SignPanel transfer={transfer} deciding={deciding} />
          <History transfer={transfer} />
        </div>
      </div>
      <ConfirmModal
        opened={isWithdrawing} onClose={() => setWithdrawing(false)} title={custody.withdraw.title(transfer.number)} action={custody.withdraw.confirm}
        reasonLabel={custody.withdraw.reason} isDangerous onConfirm={withdraw}
      >
        <p className={styles.hint}>{custody.withdraw.hint}</p>
      </ConfirmModal>
    </div>
  )
}

function Progress({ transfer, accepted, refused }: { transfer: Transfer; accepted: number; refused: number }) {
  const { custody } = useText()
  const words = custody.page
  const share = (count: number) => ({ width: `${(100 * count) / Math.max(1, transfer.folders)}%` })
  return (
    <section className={styles.box} aria-label={custody.list.progress}>
      <dl className={styles.facts}>
        <dt>{custody.list.sender}</dt><dd>{transfer.senderName}</dd>
        <dt>{custody.list.folders}</dt><dd>{custody.folders(transfer.folders)}　{custody.amount(transfer.documents, transfer.pages)}</dd>
        {transfer.remarks && <><dt>{words.remarks}</dt><dd>{transfer.remarks}</dd></>}
      </dl>
      {transfer.state !== 'draft' && transfer.state !== 'withdrawn' && (
        <>
          <div className={styles.bar} aria-hidden><span style={share(accepted)} /><span style={share(refused)} /></div>
          <div className={styles.sums} role="status">
            <span>{words.progress(accepted + refused, transfer.folders)}</span>
            <span className={styles.green}>{words.accepted(accepted)}</span>
            {refused > 0 && <span className={styles.seal}>{words.refusedCount(refused)}</span>}
          </div>
        </>
      )}
      {transfer.state === 'submitted' && <p className={styles.hint}>{words.responsible}</p>}
      {transfer.state === 'closed' && <FromPaper form="transfer" id={transfer.id} />}
    </section>
  )
}

function History({ transfer }: { transfer: Transfer }) {
  const { custody } = useText()
  return (
    <section className={styles.box} aria-label={custody.history}>
      <div className={styles.boxHead}><h2 className={styles.boxTitle}>{custody.history}</h2></div>
      <ul className={styles.history}>
        {transfer.events.map((event, index) => (
          <li key={index}><time dateTime={event.at}>{localMinute(event.at)}</time><span>{custody.eventOf[event.what]}</span><span>{event.by}{event.remarks && `　${event.remarks}`}</span></li>
        ))}
      </ul>
    </section>
  )
}
