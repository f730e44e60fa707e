import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProposalTable } from '../../ui/ProposalTable.tsx'
import { Against } from './Against.tsx'
import { AskForm } from './AskForm.tsx'
import { BasisCautions, BasisRating } from './Basis.tsx'
import { GuaranteesTable } from './GuaranteesTable.tsx'
import { LimitHead } from './LimitHead.tsx'
import styles from './limits.module.css'
import { LostGuarantees } from './LostGuarantees.tsx'
import { type Limit, limitQuery } from './queries.ts'
import { shareText, UseBar } from './UseBar.tsx'
import { granted, owed } from './words.ts'

/** One limit from draft to decision, and while it stands what is used of it. */
export function LimitPage() {
  const id = Number(useParams<{ id: string }>().id)
  const { data, error, refetch } = useQuery(limitQuery(id))
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.page}><Skeleton height={28} width={420} mb={16} /><div className={styles.columns}><Skeleton radius={8} /><Skeleton radius={8} /></div></div>
  return <Shown key={`${data.id} ${data.version}`} limit={data} />
}

function Shown({ limit }: { limit: Limit }) {
  const { limits: words } = useText()
  return (
    <div className={styles.page}>
      <LimitHead limit={limit} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <BasisCautions limit={limit} />
          {limit.may.change ? <AskForm limit={limit} /> : <Asked limit={limit} />}
        </div>
        <aside className={styles.side}>
          {limit.exposure ? <ExposurePanel limit={limit} /> : limit.fromOn === null && <OwedPanel limit={limit} />}
          <Panel title={words.proposal.title} aside={limit.rating ? <Link href={paths.rating(limit.rating.id)}>{limit.rating.number}</Link> : words.ask.basisNone}>
            <ProposalTable limits={limit.scheme.limits} proposal={limit.proposal} gradeLabel={limit.gradeLabel ?? ''} />
            {limit.addedFen > 0 && (
              <dl className={styles.facts}>
                <div><dt>{words.ask.added}</dt><dd>{granted(limit.addedFen)}</dd></div>
                <div className={styles.total}><dt>{words.ask.total}</dt><dd>{granted(limit.proposedFen)}</dd></div>
              </dl>
            )}
            <BasisRating limit={limit} />
          </Panel>
          <StepsPanel limit={limit} />
        </aside>
      </div>
    </div>
  )
}

/** What was asked for, once it is out of the maker's hands. */
function Asked({ limit }: { limit: Limit }) {
  const { limits: words, common } = useText()
  return (
    <>
      <Panel title={words.ask.title}>
        <dl className={styles.read}>
          <div><dt>{words.list.limit}</dt><dd><span className={styles.big}>{granted(limit.amountFen)}</span> <span className={styles.unit}>{words.wan}</span><Against limit={limit} /></dd></div>
          <div><dt>{words.ask.term}</dt><dd><span className={styles.big}>{limit.termDays}</span> <span className={styles.unit}>{common.daysUnit}</span></dd></div>
          <div><dt>{words.ask.period}</dt><dd>{limit.fromOn === null ? words.ask.fromApproval(limit.untilOn) : words.ask.fromTo(limit.fromOn, limit.untilOn)}</dd></div>
          <div><dt>{words.approver.title}</dt><dd>{limit.generalManager === 'sum' ? words.approver.sum(granted(limit.directorFen)) : limit.generalManager !== null ? words.approver[limit.generalManager] : words.approver.director}</dd></div>
          {limit.previous && <div><dt>{words.print.previous}</dt><dd><Link href={paths.limit(limit.previous.id)}>{limit.previous.number}</Link>　{granted(limit.previous.amountFen)} {words.wan}　{words.days(limit.previous.termDays)}</dd></div>}
          {limit.reason !== null && <div className={styles.all}><dt>{words.ask.reason}</dt><dd>{limit.reason}</dd></div>}
          {limit.remarks !== null && <div className={styles.all}><dt>{words.ask.remarks}</dt><dd>{limit.remarks}</dd></div>}
        </dl>
      </Panel>
      <Panel title={words.guarantee.title}><LostGuarantees limit={limit} /><GuaranteesTable limit={limit} /></Panel>
    </>
  )
}

function ExposurePanel({ limit }: { limit: Limit }) {
  const text = useText()
  const { limits: { exposure: words, list, wan, validity } } = text
  const exposure = limit.exposure!
  return (
    <Panel title={words.title} aside={wan}>
      <UseBar isWide exposure={exposure} label={list.usedLabel(limit.partyName, shareText(exposure, text))} />
      <dl className={styles.facts} style={{ marginTop: 12 }}>
        <div><dt>{words.used}</dt><dd>{owed(exposure.usedFen)}</dd></div>
        <div><dt>{words.available}</dt><dd>{exposure.validity !== 'valid' && <span className={styles.seal}>{validity[exposure.validity]}　</span>}{owed(exposure.availableFen)}</dd></div>
        <div><dt>{words.overdue}</dt><dd className={exposure.overdueFen > 0 ? styles.seal : undefined}>{owed(exposure.overdueFen)}</dd></div>
        <div><dt>{words.oldest}</dt><dd>{exposure.oldestDueOn === null ? words.none : <DayText day={exposure.oldestDueOn} />}</dd></div>
      </dl>
    </Panel>
  )
}

/** What the party owes already, before anything is granted. */
function OwedPanel({ limit: { owed: owes, partyId } }: { limit: Limit }) {
  const { limits: { exposure: words, print, inWan, tab } } = useText()
  return (
    <Panel title={print.used} aside={<Link href={paths.partyTab(partyId, 'limits')}>{tab.title}</Link>}>
      <dl className={styles.facts}>
        <div><dt>{inWan(print.used)}</dt><dd>{owed(owes.balanceFen)}</dd></div>
        <div><dt>{words.overdue}</dt><dd className={owes.overdueFen > 0 ? styles.seal : undefined}>{owed(owes.overdueFen)}</dd></div>
      </dl>
    </Panel>
  )
}

function StepsPanel({ limit }: { limit: Limit }) {
  const { limits: { steps: words }, ratings: { dialog } } = useText()
  return (
    <Panel title={words.title}>
      <ol className={styles.steps}>
        {limit.steps.map((step, at) => (
          <li key={at}><time dateTime={step.at}>{step.on.slice(5)}</time><div>{words[step.what]}　{step.byName}{step.onTheSpot && `　${dialog.spot}`}{step.reason !== null && <small>{step.reason}</small>}</div></li>
        ))}
      </ol>
    </Panel>
  )
}
