import { Button, Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconClipboardX, IconEyeOff, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { CallError } from '../../app/bridge.ts'
import { useRoomCommand } from '../../app/command.ts'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Counting } from './Counting.tsx'
import { Findings } from './Findings.tsx'
import { stocktakeQuery, type Stocktake } from './queries.ts'
import { SignDialog } from './SignDialog.tsx'
import { StepLine } from './StepLine.tsx'
import styles from './stocktakes.module.css'

/** One count: scanning, waiting for the other, working off what was found. */
export function StocktakePage() {
  const { stocktakes: text } = useText()
  const { id } = useParams<{ id: string }>()
  const stocktake = useQuery(stocktakeQuery(/^\d{1,15}$/.test(id) ? Number(id) : 0))
  const isGone = stocktake.error instanceof CallError && ['not-found', 'bad-input'].includes(stocktake.error.code)
  return (
    <div className={styles.page}>
      {stocktake.error && !stocktake.data && (
        <>
          <PageHead title={text.title} />
          <div className={styles.card}>
            {isGone ? <EmptyState icon={IconClipboardX} title={text.notFound} /> : <ErrorState error={stocktake.error} retry={() => void stocktake.refetch()} />}
          </div>
        </>
      )}
      {!stocktake.data && !stocktake.error && <><PageHead title={text.title} /><Skeleton height={64} radius={8} mb={16} /><Skeleton radius={8} style={{ flex: 1 }} /></>}
      {stocktake.data && <Loaded stocktake={stocktake.data} />}
    </div>
  )
}

type Asking = 'finish' | 'cancel' | 'spot' | null

function Loaded({ stocktake }: { stocktake: Stocktake }) {
  const { stocktakes: text } = useText()
  const command = useRoomCommand()
  const errorWords = useErrorWords()
  const me = useSession()?.login
  const [asking, setAsking] = useState<Asking>(null)
  const { id, number, state, may, round } = stocktake
  const told = async (step: () => Promise<string>) => {
    try {
      notifications.show({ message: await step() })
    } catch (error) {
      notifications.show({ color: 'seal', message: errorWords(error) })
    }
  }
  const sign = () => told(async () => ((await command('stocktakes.sign', { id })).isClosed ? text.sign.closed : text.sign.done))
  const close = () => setAsking(null)
  const isOpen = state === 'findings' || state === 'closed'
  const isReady = state === 'findings' && stocktake.unresolved === 0
  const unscanned = stocktake.counted.filter((drawer) => drawer.expected > 0 && ((round === 2 ? drawer.second : drawer.first) ?? 0) === 0).length
  return (
    <>
      <PageHead title={number} lead={<>{stocktake.scope}　<span className={`${styles.chip} ${styles[state]}`}>{text.state[state]}</span></>}>
        <Button component={Link} href={paths.stocktakes} variant="subtle" leftSection={<IconArrowBackUp size={18} aria-hidden />}>{text.title}</Button>
        {may.cancel && <Button variant="subtle" color="seal" onClick={() => setAsking('cancel')}>{text.action.cancel}</Button>}
        {isOpen && <Button component={Link} href={paths.print('stocktake', id)} leftSection={<IconPrinter size={18} aria-hidden />}>{text.action.print}</Button>}
        {may.count && <Button variant="filled" onClick={() => setAsking('finish')}>{round === 1 ? text.action.finishFirst : text.action.finishSecond}</Button>}
        {isReady && may.resolve && stocktake.signers.some(({ login }) => login !== me) && <Button onClick={() => setAsking('spot')}>{text.action.signSpot}</Button>}
        {may.sign && <Button variant="filled" onClick={() => void sign()}>{text.action.sign}</Button>}
      </PageHead>
      <StepLine stocktake={stocktake} />
      {may.count && round !== null && <Counting key={round} stocktake={stocktake} round={round} />}
      {!may.count && !isOpen && (
        <div className={styles.card}>
          <Waiting stocktake={stocktake} onBegin={() => void told(async () => {
            await command('stocktakes.beginSecond', { id })
            return text.state.second
          })} />
        </div>
      )}
      {isOpen && <Findings stocktake={stocktake} />}
      <ConfirmModal
        opened={asking === 'finish'} onClose={close} title={text.count.finishTitle} action={round === 1 ? text.action.finishFirst : text.action.finishSecond}
        onConfirm={() => command(round === 1 ? 'stocktakes.finishFirst' : 'stocktakes.finishSecond', { id })}
      >
        <p className={styles.line}>{text.count.unscanned(unscanned)}　{text.count.finishHint}</p>
      </ConfirmModal>
      <ConfirmModal
        opened={asking === 'cancel'} onClose={close} title={text.cancel.title(number)} action={text.action.cancel} isDangerous reasonLabel={text.cancel.reason}
        onConfirm={(reason) => command('stocktakes.cancel', { id, reason })}
      >
        <p className={styles.line}>{text.cancel.hint}</p>
      </ConfirmModal>
      {asking === 'spot' && <SignDialog stocktake={stocktake} onClose={close} />}
    </>
  )
}

/** What somebody sees who has no part in the step that is on: nothing of any result. */
function Waiting({ stocktake, onBegin }: { stocktake: Stocktake; onBegin: () => void }) {
  const { stocktakes: { count: words, action } } = useText()
  const me = useSession()?.personId
  if (stocktake.state === 'cancelled') return <EmptyState icon={IconClipboardX} title={words.cancelled} hint={stocktake.remarks ?? ''} />
  if (stocktake.state === 'first') return <EmptyState icon={IconEyeOff} title={words.firstRunning(stocktake.firstByName)} />
  if (stocktake.state === 'second') return <EmptyState icon={IconEyeOff} title={words.secondRunning(stocktake.secondByName ?? '')} />
  return (
    <EmptyState icon={IconEyeOff} title={words.blindWaiting} hint={stocktake.may.beginSecond ? words.blindBegin : stocktake.firstBy === me ? words.blindWaitingMine : ''}>
      {stocktake.may.beginSecond && <Button variant="filled" onClick={onBegin}>{action.beginSecond}</Button>}
    </EmptyState>
  )
}
