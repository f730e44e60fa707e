import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAdjustmentsHorizontal, IconArrowRight, IconChevronDown, IconPrinter, IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { localMinute } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { type Change, ChangesDialog } from './ChangesDialog.tsx'
import { NoteDialog, OverrideDialog, SignDialog, WithdrawDialog } from './DecisionDialogs.tsx'
import { changeRating, type Rating } from './queries.ts'
import styles from './ratings.module.css'
import { gradeLabel, score } from './words.ts'

type Dialog = 'override' | 'review' | 'approve' | 'return' | 'withdraw' | 'note' | null

/** Title, under what it is rated, the rating before (shown, never counted), and what this person may do now. */
export function RatingHead({ rating, submitRef }: { rating: Rating; submitRef: React.RefObject<() => void> }) {
  const { ratings: text } = useText()
  const { act, head, side } = text
  const may = useMay()
  const words = useErrorWords()
  const [dialog, setDialog] = useState<Dialog>(null)
  const [changes, setChanges] = useState<readonly Change[]>([])
  const [isBusy, setBusy] = useState(false)
  const before = rating.previous.at(-1)
  const isMoved = rating.moved !== null
  const run = async (work: () => Promise<string>) => {
    setBusy(true)
    try {
      notifications.show({ message: await work() })
    } catch (refusal) {
      notifications.show({ color: 'seal', message: words(refusal) })
    }
    setBusy(false)
  }
  const base = { id: rating.id, version: rating.version }
  const submit = () => void run(async () => {
    await changeRating('ratings.submit', base)
    return act.submitted
  })
  useEffect(() => {
    submitRef.current = () => { if (rating.may.submit && !isMoved && !isBusy) submit() }
  })
  const refresh = () => void run(async () => {
    const { changes: found } = await changeRating('ratings.refresh', base)
    setChanges(found)
    return act.refreshed(found.length)
  })
  const recompute = () => void run(async () => {
    const { isSame, differences, hash } = await call('ratings.recompute', { id: rating.id })
    return isSame ? act.same(hash.computed.slice(0, 16)) : act.differs(differences.join('，'))
  })
  const spot = !rating.may.review && !rating.may.approve && rating.candidates.length > 0 ? (rating.state === 'submitted' ? 'review' : 'approve') : null
  return (
    <>
      <PageHead
        title={`${text.title}　${rating.shortName ?? rating.partyName}`}
        lead={<span className={styles.lead}>
          <span className={styles.state} data-state={rating.state}>{text.kindLong[rating.kind]} · {text.state[rating.state]}</span>
          <span className={styles.quietChip}>{head.scheme(rating.schemeName, rating.scheme.effectiveOn)}</span>
          <span>{head.asOf(rating.asOf)}</span>
          <span title={head.gathered(localMinute(rating.gatheredAt))}>{before ? side.before(gradeLabel(rating, before.grade, side.unrated), score(before.score), before.asOf) : side.noBefore}</span>
          {before && <span>{side.notCounted}</span>}
        </span>}
      >
        <Menu position="bottom-end">
          <Menu.Target><Button rightSection={<IconChevronDown size={16} stroke={1.5} aria-hidden />}>{act.more}</Button></Menu.Target>
          <Menu.Dropdown>
            {rating.may.change && <Menu.Item onClick={() => setDialog('note')}>{act.remarks}</Menu.Item>}
            <Menu.Item component={Link} href={paths.print('ratingReport', rating.id)} leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}>{act.print}</Menu.Item>
            <Menu.Item component={Link} href={paths.print('ratingForm', rating.id)} leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />}>{act.form}</Menu.Item>
            {rating.capsule && may('ratings.recompute') && <Menu.Item onClick={recompute}>{act.recompute}</Menu.Item>}
            {rating.may.withdraw && <Menu.Item color="seal" onClick={() => setDialog('withdraw')}>{act.withdraw}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
        {rating.may.change && <Button {...(isMoved ? { variant: 'filled' } : {})} leftSection={<IconRefresh size={18} stroke={1.5} aria-hidden />} disabled={isBusy} onClick={refresh}>{act.refresh}</Button>}
        {rating.may.change && <Button leftSection={<IconAdjustmentsHorizontal size={18} stroke={1.5} aria-hidden />} onClick={() => setDialog('override')}>{act.override}</Button>}
        {rating.may.return && <Button variant="outline" color="seal" onClick={() => setDialog('return')}>{act.return}</Button>}
        {rating.may.submit && <Button {...(isMoved ? { disabled: true } : { variant: 'filled', loading: isBusy })} title={act.keys} rightSection={<IconArrowRight size={18} stroke={1.5} aria-hidden />} onClick={submit}>{act.submit}</Button>}
        {rating.may.review && <Button variant="filled" disabled={isMoved} onClick={() => setDialog('review')}>{act.review}</Button>}
        {rating.may.approve && <Button variant="filled" disabled={isMoved} onClick={() => setDialog('approve')}>{act.approve}</Button>}
        {spot && <Button disabled={isMoved} onClick={() => setDialog(spot)}>{act.spot}</Button>}
      </PageHead>
      {dialog === 'override' && <OverrideDialog rating={rating} onClose={() => setDialog(null)} />}
      {dialog === 'note' && <NoteDialog rating={rating} onClose={() => setDialog(null)} />}
      {dialog === 'withdraw' && <WithdrawDialog rating={rating} onClose={() => setDialog(null)} />}
      {(dialog === 'review' || dialog === 'approve' || dialog === 'return') && <SignDialog rating={rating} step={dialog} onClose={() => setDialog(null)} />}
      {changes.length > 0 && <ChangesDialog changes={changes} onClose={() => setChanges([])} />}
    </>
  )
}
