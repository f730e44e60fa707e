import { ActionIcon, Menu } from '@mantine/core'
import { IconCalendarPlus, IconDots, IconQuestionMark, IconZoomExclamation } from '@tabler/icons-react'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import type { Dialog } from './dialog.ts'
import type { Slip, SlipDossier } from './queries.ts'
import styles from './slip.module.css'

type Loan = NonNullable<SlipDossier['loan']>

/** Each folder that was handed out: when it is due and why, how it came back, and what may still be done about it. */
export function FolderLines({ slip, onOpen }: { slip: Slip; onOpen: (dialog: Dialog) => void }) {
  const { lookups } = useText()
  const lent = slip.dossiers.flatMap(({ loan, ...dossier }) => (loan ? [{ ...dossier, loan }] : []))
  if (lent.length === 0) return null
  return (
    <section className={styles.box} aria-label={lookups.slip.folders}>
      <ul className={styles.folders}>
        {lent.map(({ loan, ...dossier }) => (
          <li className={styles.folder} key={dossier.dossierId}>
            <div className={styles.folderName} title={dossier.title}>{dossier.number}</div>
            <FolderDue loan={loan} />
            <FolderMenu slip={slip} dossierId={dossier.dossierId} number={dossier.number} loan={loan} onOpen={onOpen} />
            <FolderWhy loan={loan} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function FolderDue({ loan }: { loan: Loan }) {
  const { lookups } = useText()
  if (loan.returnedAt !== null) return <span className={styles.folderWhy}>{lookups.state.returned}</span>
  if (loan.lostAt !== null) return <span className={styles.seal}>{lookups.due.lost}</span>
  if (loan.dueIn < 0) return <span className={styles.seal}>{lookups.due.over(-loan.dueIn)}</span>
  if (loan.dueIn === 0) return <span className={styles.amber}>{lookups.due.today}</span>
  return <span>{loan.dueOn}</span>
}

function FolderWhy({ loan }: { loan: Loan }) {
  const { lookups, because } = useText()
  const words = lookups.slip
  const isShort = loan.pagesIn !== null && loan.pagesIn !== loan.pagesOut
  return (
    <div className={styles.folderWhy} style={{ gridColumn: '1 / -1' }}>
      {loan.returnedAt === null && <div>{because[loan.dueBecause.rule](loan.dueBecause.values)}{loan.renewals > 0 && `　${words.renewed(loan.renewals)}`}</div>}
      <div>
        {words.out(loan.pagesOut, lookups.condition[loan.conditionOut])}
        {loan.pagesIn !== null && loan.conditionIn !== null && (
          <span className={isShort || loan.conditionIn !== 'good' ? styles.amber : undefined}>　{words.back(loan.pagesIn, lookups.condition[loan.conditionIn])}</span>
        )}
        {loan.returnedAt !== null && loan.takenBackByName !== null && `　${words.takenBack(loan.takenBackByName, localMinute(loan.returnedAt))}`}
      </div>
      {loan.claimedReturnedAt !== null && loan.returnedAt === null && <div className={styles.amber}>{words.claimed(localMinute(loan.claimedReturnedAt))}</div>}
      {loan.lostAt !== null && <div className={styles.seal}>{words.lostAt(localMinute(loan.lostAt))}</div>}
      {loan.remarks !== null && <div>{loan.remarks}</div>}
    </div>
  )
}

function FolderMenu({ slip, dossierId, number, loan, onOpen }: {
  slip: Slip; dossierId: number; number: string; loan: Loan; onOpen: (dialog: Dialog) => void
}) {
  const { lookups } = useText()
  const { may } = slip
  const isOut = loan.returnedAt === null && loan.lostAt === null
  if (!isOut || !(may.renew || may.claimReturned || may.reportLost)) return <span />
  const open = (kind: 'renew' | 'claim' | 'lost') => onOpen({ kind, slipId: slip.id, dossierId })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`${number} ${lookups.action.more}`}><IconDots size={16} aria-hidden /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {may.renew && <Menu.Item leftSection={<IconCalendarPlus size={16} aria-hidden />} onClick={() => open('renew')}>{lookups.action.renew}</Menu.Item>}
        {may.claimReturned && loan.claimedReturnedAt === null && (
          <Menu.Item leftSection={<IconQuestionMark size={16} aria-hidden />} onClick={() => open('claim')}>{lookups.action.claim}</Menu.Item>
        )}
        {may.reportLost && (
          <Menu.Item color="seal" leftSection={<IconZoomExclamation size={16} aria-hidden />} onClick={() => open('lost')}>{lookups.action.lost}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
