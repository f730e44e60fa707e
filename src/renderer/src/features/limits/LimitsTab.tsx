import { Button, Group, Skeleton } from '@mantine/core'
import { IconCircleCheck, IconCreditCard, IconBan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Because } from '../../../../shared/contract/method.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { ListedTags } from '../../ui/ListedTag.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { CreateDialog } from './CreateDialog.tsx'
import styles from './limits.module.css'
import { type OfParty, ofPartyQuery } from './queries.ts'
import { Standing } from './Standing.tsx'
import { shareText, UseBar } from './UseBar.tsx'
import { granted, owed } from './words.ts'

/** A party's credit on one page: what it may owe, owes and promised, what stands in the way, each leading to where it comes from. */
export function LimitsTab({ party }: { party: { id: number; name: string } }) {
  const { limits: { tab: words, state } } = useText()
  const { data, error, refetch } = useQuery(ofPartyQuery(party.id))
  const [isMaking, setMaking] = useState(false)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton height={280} radius={8} />
  return (
    <div className={styles.tab}>
      <Panel
        title={words.title}
        aside={<Group gap={8}>
          {data.running && <Button component={Link} href={paths.limit(data.running.id)} size="xs">{words.running(data.running.number, state[data.running.state])}</Button>}
          {data.mayMake && !data.running && <Button size="xs" onClick={() => setMaking(true)}>{words.make}</Button>}
        </Group>}
      >
        <Glance party={party} data={data} />
        <Blocks partyId={party.id} data={data} />
      </Panel>
      <Panel title={words.history}>
        {data.history.length === 0 ? <EmptyState icon={IconCreditCard} title={words.none} hint={words.noneHint} /> : <History data={data} />}
      </Panel>
      {isMaking && <CreateDialog party={party} onClose={() => setMaking(false)} />}
    </div>
  )
}

function Glance({ party, data }: { party: { id: number; name: string }; data: OfParty }) {
  const text = useText()
  const { limits: { tab: words, inWan, list, none, days } } = text
  const { current, owed: owes, promises } = data
  const exposure = current?.exposure ?? null
  const used = exposure?.usedFen ?? Math.max(0, owes.balanceFen)
  return (
    <dl className={styles.glance}>
      <div><dt>{words.grade}</dt><dd>{data.ratingId === null ? <GradeTag grade={null} /> : <Link href={paths.rating(data.ratingId)}><GradeTag grade={data.grade} /></Link>}<small>{data.gradeLabel}{data.reviewOn !== null && <>　{words.review} <span className={data.reviewOn < data.today ? styles.seal : undefined}>{data.reviewOn}</span></>}</small></dd></div>
      <div><dt>{inWan(words.limit)}</dt><dd>{current === null ? none : <><Link href={paths.limit(current.id)} className={styles.big}>{granted(current.amountFen)}</Link><small>{words.term} {days(current.termDays)}　{words.until} {current.untilOn}</small></>}</dd></div>
      <div><dt>{words.used}</dt><dd><span className={styles.big}>{owed(used)}</span>{exposure && <UseBar exposure={exposure} label={list.usedLabel(party.name, shareText(exposure, text))} />}{owes.advancesFen > 0 && <small>{words.advances} {owed(owes.advancesFen)}</small>}</dd></div>
      <div><dt>{words.available}</dt><dd><span className={styles.big}>{exposure ? owed(exposure.availableFen) : none}</span></dd></div>
      <div><dt>{words.overdue}</dt><dd className={owes.overdueFen > 0 ? styles.seal : undefined}>{owed(owes.overdueFen)}{owes.longestOverdueDays > 0 && <small>{words.days(owes.longestOverdueDays)}</small>}</dd></div>
      <div><dt>{words.oldest}</dt><dd>{owes.oldestDueOn ?? none}</dd></div>
      <div><dt>{words.promises}</dt><dd>{promises.count === 0 || promises.nextOn === null ? none : words.promise(promises.count, promises.nextOn)}</dd></div>
      <div><dt>{list.state}</dt><dd className={styles.lead}>{current ? <Standing row={current} /> : none}<ListedTags listed={data.listed} /></dd></div>
    </dl>
  )
}

/** Where what stands in the way is dealt with. */
const placeOf = (rule: Because['rule'], partyId: number, limitId: number | null): string | null =>
  rule === 'promise-broken' ? paths.partyTab(partyId, 'receivables') : rule === 'limit-suspended' || rule === 'limit-restricted' ? paths.partyTab(partyId, 'risks') : limitId === null ? null : paths.limit(limitId)

function Blocks({ partyId, data }: { partyId: number; data: OfParty }) {
  const { limits: { tab: words }, because } = useText()
  return (
    <ul className={styles.blocks} aria-label={words.blocks}>
      {data.blocks.length === 0 && <li data-ok><IconCircleCheck size={16} stroke={1.5} aria-hidden />{words.noBlocks}</li>}
      {data.blocks.map(({ rule, values }) => {
        const to = placeOf(rule, partyId, data.current?.id ?? null)
        const told = because[rule](values)
        return <li key={rule}><IconBan size={16} stroke={1.5} aria-hidden />{to === null ? told : <Link href={to}>{told}</Link>}</li>
      })}
    </ul>
  )
}

function History({ data }: { data: OfParty }) {
  const { limits: { list, days, tab: words, inWan } } = useText()
  return (
    <table className={styles.table} aria-label={words.history}>
      <thead><tr><th scope="col">{list.number}</th><th scope="col">{list.state}</th><th scope="col">{list.grade}</th><th scope="col" className={styles.right}>{inWan(list.limit)}</th><th scope="col" className={styles.right}>{list.proposed}</th><th scope="col" className={styles.right}>{list.term}</th><th scope="col">{list.from}</th><th scope="col">{list.until}</th></tr></thead>
      <tbody>
        {data.history.map((row) => (
          <tr key={row.id}>
            <td><Link href={paths.limit(row.id)}>{row.number}</Link></td><td><Standing row={row} /></td><td><GradeTag grade={row.grade} /></td><td className={styles.right}>{granted(row.amountFen)}</td>
            <td className={styles.right}>{granted(row.proposedFen)}</td><td className={styles.right}>{days(row.termDays)}</td><td>{row.fromOn ?? '—'}</td><td>{row.untilOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
