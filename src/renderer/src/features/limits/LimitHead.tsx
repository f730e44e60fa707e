import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowRight, IconChevronDown, IconPrinter, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { isBarred } from '../../../../shared/rules/limits/listed.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { ListedTags } from '../../ui/ListedTag.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { DecideHoldDialog, HoldDialog, type SignStep, SignDialog, WithdrawDialog } from './DecisionDialogs.tsx'
import styles from './limits.module.css'
import { changeLimit, type Limit } from './queries.ts'
import { Standing } from './Standing.tsx'

type Dialog = SignStep | 'withdraw' | 'freeze' | 'release' | 'decideHold' | null

/** Whose limit, how it stands, and what this person may do now. */
export function LimitHead({ limit }: { limit: Limit }) {
  const { limits: words } = useText()
  const { act } = words
  const mayRecompute = useMay()('limits.recompute')
  const errorWords = useErrorWords()
  const [dialog, setDialog] = useState<Dialog>(null)
  const [isBusy, setBusy] = useState(false)
  const close = () => setDialog(null)
  const run = (work: () => Promise<string>) => async () => {
    setBusy(true)
    try {
      notifications.show({ message: await work() })
    } catch (refusal) {
      notifications.show({ color: 'seal', message: errorWords(refusal) })
    }
    setBusy(false)
  }
  const base = { id: limit.id, version: limit.version }
  const submit = run(async () => {
    await changeLimit('limits.submit', base)
    return act.submitted
  })
  const refresh = run(async () => {
    await changeLimit('limits.refresh', base)
    return act.refreshed
  })
  const recompute = run(async () => {
    const { isSame, differences, hash } = await call('limits.recompute', { id: limit.id })
    return isSame ? act.same(hash.computed.slice(0, 16)) : act.differs(differences.join('，'))
  })
  const { may } = limit
  const spot: SignStep | null = !isBarred(limit.listed, limit.amountFen) && !may.review && !may.approve && limit.candidates.length > 0 ? (limit.state === 'submitted' ? 'review' : 'approve') : null
  return (
    <>
      <PageHead
        title={words.caseTitle(limit.partyName)}
        lead={<span className={styles.lead}>
          <Standing row={limit} /><span>{limit.number}</span><GradeTag grade={limit.grade} /><ListedTags listed={limit.listed} />{limit.holdReason !== null && <span className={styles.seal}>{limit.holdReason}</span>}
          <Link href={paths.partyTab(limit.partyId, 'limits')}>{words.tab.title}</Link>
        </span>}
      >
        <Menu position="bottom-end">
          <Menu.Target><Button rightSection={<IconChevronDown size={16} stroke={1.5} aria-hidden />}>{act.more}</Button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component={Link} href={paths.print('limitForm', limit.id)} leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}>{act.form}</Menu.Item>
            {limit.state === 'approved' && <Menu.Item component={Link} href={paths.print('limitNotice', limit.id)} leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}>{act.notice}</Menu.Item>}
            {limit.capsule && mayRecompute && <Menu.Item onClick={() => void recompute()}>{act.recompute}</Menu.Item>}
            {may.freeze && <Menu.Item color="seal" onClick={() => setDialog('freeze')}>{act.freeze}</Menu.Item>}
            {may.refuse && <Menu.Item color="seal" onClick={() => setDialog('refuse')}>{act.refuse}</Menu.Item>}
            {may.withdraw && <Menu.Item color="seal" onClick={() => setDialog('withdraw')}>{act.withdraw}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
        {may.change && <Button leftSection={<IconRefresh size={18} stroke={1.5} aria-hidden />} disabled={isBusy} onClick={() => void refresh()}>{act.refresh}</Button>}
        {may.return && <Button variant="outline" color="seal" onClick={() => setDialog('return')}>{act.return}</Button>}
        {may.release && <Button onClick={() => setDialog('release')}>{act.release}</Button>}
        {may.submit && <Button variant="filled" loading={isBusy} rightSection={<IconArrowRight size={18} stroke={1.5} aria-hidden />} onClick={() => void submit()}>{act.submit}</Button>}
        {may.review && <Button variant="filled" onClick={() => setDialog('review')}>{act.review}</Button>}
        {may.approve && <Button variant="filled" onClick={() => setDialog('approve')}>{act.approve}</Button>}
        {may.decideHold && <Button variant="filled" onClick={() => setDialog('decideHold')}>{act.decideHold}</Button>}
        {spot && <Button onClick={() => setDialog(spot)}>{act.spot}</Button>}
      </PageHead>
      {(dialog === 'review' || dialog === 'approve' || dialog === 'return' || dialog === 'refuse') && <SignDialog limit={limit} step={dialog} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawDialog limit={limit} onClose={close} />}
      {(dialog === 'freeze' || dialog === 'release') && <HoldDialog limit={limit} hold={dialog} onClose={close} />}
      {dialog === 'decideHold' && <DecideHoldDialog limit={limit} onClose={close} />}
    </>
  )
}
