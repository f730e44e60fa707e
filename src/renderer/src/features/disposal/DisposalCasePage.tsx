import { Button, Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { IconArrowBackUp, IconGavel, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { CallError } from '../../app/bridge.ts'
import { useRoomCommand } from '../../app/command.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ApproveDialog } from './ApproveDialog.tsx'
import { CarryOutDialog } from './CarryOutDialog.tsx'
import { CaseLines } from './CaseLines.tsx'
import { CaseParties } from './CaseParties.tsx'
import { CheckField } from './CheckField.tsx'
import { OpinionDialog } from './OpinionDialog.tsx'
import { caseQuery, type CaseLine, type DisposalCase } from './queries.ts'
import { SuperviseDialog } from './SuperviseDialog.tsx'
import styles from './disposal.module.css'

/** One appraisal and destruction, from the opinions to the stubs. */
export function DisposalCasePage() {
  const { disposal: text } = useText()
  const { id } = useParams<{ id: string }>()
  const one = useQuery(caseQuery(/^\d{1,15}$/.test(id) ? Number(id) : 0))
  const isGone = one.error instanceof CallError && ['not-found', 'bad-input'].includes(one.error.code)
  return (
    <div className={styles.page}>
      {one.error && !one.data && (
        <>
          <PageHead title={text.title} />
          <div className={styles.card}>
            {isGone ? <EmptyState icon={IconGavel} title={text.case.notFound} /> : <ErrorState error={one.error} retry={() => void one.refetch()} />}
          </div>
        </>
      )}
      {!one.data && !one.error && <><PageHead title={text.title} /><Skeleton height={96} radius={8} mb={16} /><Skeleton radius={8} style={{ flex: 1 }} /></>}
      {one.data && <Loaded one={one.data} />}
    </div>
  )
}

type Asking = 'opine' | 'submit' | 'approve' | 'supervise' | 'carryOut' | 'cancel' | null

function Loaded({ one }: { one: DisposalCase }) {
  const { disposal: text } = useText()
  const words = text.case
  const command = useRoomCommand()
  const [asking, setAsking] = useState<Asking>(null)
  const [opining, setOpining] = useState<readonly CaseLine[]>([])
  const { id, number, state, may } = one
  const close = () => setAsking(null)
  const opineOn = (lines: readonly CaseLine[]) => {
    setOpining(lines)
    setAsking('opine')
  }
  const running = one.lines.filter(({ stoppedAt }) => stoppedAt === null)
  const lastRefusal = state === 'appraisal' ? one.refusals.at(-1) : undefined
  return (
    <>
      <PageHead title={number} lead={<span className={`${styles.chip} ${styles[state]}`}>{text.state[state]}</span>}>
        <Button component={Link} href={paths.disposalTab('cases')} variant="subtle" leftSection={<IconArrowBackUp size={18} aria-hidden />}>{text.title}</Button>
        {may.cancel && <Button variant="subtle" color="seal" onClick={() => setAsking('cancel')}>{words.cancel}</Button>}
        <Button component={Link} href={paths.print('destructionList', id)} leftSection={<IconPrinter size={18} aria-hidden />}>{words.print}</Button>
        {may.opine && <Button variant={may.submit ? undefined : 'filled'} onClick={() => opineOn(running)}>{words.opineAll}</Button>}
        {may.submit && <Button variant="filled" onClick={() => setAsking('submit')}>{words.submit}</Button>}
        {state === 'approval' && <Button variant="filled" onClick={() => setAsking('approve')}>{words.approve}</Button>}
        {may.supervise && <Button variant="filled" onClick={() => setAsking('supervise')}>{words.supervise}</Button>}
        {may.carryOut && <Button variant="filled" color="seal" onClick={() => setAsking('carryOut')}>{words.carryOut}</Button>}
      </PageHead>
      <CaseParties one={one} />
      {lastRefusal && <p className={styles.refused}>{words.sentBack(lastRefusal.name, lastRefusal.reason ?? '')}</p>}
      {may.check && <CheckField one={one} />}
      <CaseLines one={one} onOpine={may.opine ? (line) => opineOn([line]) : null} />
      {asking === 'opine' && <OpinionDialog id={id} lines={opining} onClose={close} />}
      {asking === 'approve' && <ApproveDialog one={one} onClose={close} />}
      {asking === 'supervise' && <SuperviseDialog one={one} onClose={close} />}
      {asking === 'carryOut' && <CarryOutDialog one={one} onClose={close} />}
      <ConfirmModal
        opened={asking === 'submit'} onClose={close} title={text.submit.title} action={words.submit}
        onConfirm={async () => {
          const { destroy, keep, stopped } = await command('disposal.submit', { id, version: one.version })
          notifications.show({ message: text.submit.done(destroy, keep, stopped) })
        }}
      >
        <p className={styles.note}>{text.submit.hint}</p>
      </ConfirmModal>
      <ConfirmModal
        opened={asking === 'cancel'} onClose={close} title={text.cancel.title(number)} action={words.cancel} isDangerous reasonLabel={text.cancel.reason}
        onConfirm={(reason) => command('disposal.cancel', { id, reason })}
      >
        <p className={styles.note}>{text.cancel.hint}</p>
      </ConfirmModal>
    </>
  )
}
