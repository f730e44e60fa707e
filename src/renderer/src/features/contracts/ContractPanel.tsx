import { ActionIcon, Badge, Button } from '@mantine/core'
import { IconCalendarPlus, IconEdit, IconEraser } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { wanFromFen } from '../../ui/capital.ts'
import { ContractDialogs, type OpenDialog } from './ContractDialogs.tsx'
import { StateBadge } from './StateBadge.tsx'
import type { ContractDossier, ContractEventLine, ContractFacts } from './queries.ts'
import styles from './Contracts.module.css'

/** The contract of a folder: what was agreed, and what happened to it. */
export function ContractPanel({ dossier }: { dossier: ContractDossier }) {
  const { contracts: { card, direction } } = useText()
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const { contract } = dossier
  return (
    <section className={styles.panel} aria-labelledby="contract-title" tabIndex={0}>
      <header className={styles.panelHead}>
        <h2 id="contract-title">{card.title}</h2>
        <StateBadge state={contract.state} />
        <Badge color="gray">{direction[contract.direction]}</Badge>
        {contract.mayRecord && (
          <span className={styles.panelActions}>
            <Button size="xs" variant="subtle" leftSection={<IconEdit size={14} aria-hidden />} onClick={() => setOpen({ what: 'change' })}>{card.change}</Button>
            <Button size="xs" leftSection={<IconCalendarPlus size={14} aria-hidden />} onClick={() => setOpen({ what: 'record' })}>{card.record}</Button>
          </span>
        )}
      </header>
      <p className={styles.subject}>{contract.subject}</p>
      <Facts contract={contract} />
      <Events contract={contract} onStrike={(event) => setOpen({ what: 'strike', event })} />
      <ContractDialogs dossier={dossier} open={open} onClose={() => setOpen(null)} />
    </section>
  )
}

function Facts({ contract }: { contract: ContractFacts }) {
  const { contracts: { card, field, partyRole } } = useText()
  const { amountFen, firstAmountFen, performFrom, performUntil } = contract
  const amount = amountFen === null ? field.noAmount
    : firstAmountFen === null || firstAmountFen === amountFen ? card.wan(wanFromFen(amountFen))
    : card.amount(wanFromFen(firstAmountFen), wanFromFen(amountFen))
  const rows: readonly (readonly [string, ReactNode])[] = [
    [field.amount, <>{amount}{contract.amountRemarks !== null && <small>{contract.amountRemarks}</small>}</>],
    [field.handler, contract.handlerName],
    [field.counterNumber, contract.counterNumber],
    [card.performance, performFrom === null && performUntil === null ? null : `${performFrom ?? ''} — ${performUntil ?? ''}`],
    [field.paymentTerms, contract.paymentTerms],
    [field.guaranteeUntil, contract.guaranteeUntil],
    ...contract.parties.map(({ role, partyId, name }) =>
      [partyRole[role], partyId === null ? name : <Link key={name} to={paths.party(partyId)} className={styles.link}>{name}</Link>] as const),
  ]
  return (
    <dl className={styles.facts}>
      {rows.map(([label, value], index) => value !== null && <div key={index}><dt>{label}</dt><dd>{value}</dd></div>)}
    </dl>
  )
}

/** The line of events: what stands as filled marks, what was struck crossed out with its reason. */
function Events({ contract, onStrike }: { contract: ContractFacts; onStrike: (event: ContractEventLine) => void }) {
  const { contracts: { card } } = useText()
  if (contract.events.length === 0) return <p className={styles.nothing}>{card.noEvents}</p>
  return (
    <ol className={styles.events} aria-label={card.events}>
      {contract.events.map((event) => <EventLine key={event.id} event={event} mayStrike={contract.mayRecord && event.struck === null} onStrike={onStrike} />)}
    </ol>
  )
}

function EventLine({ event, mayStrike, onStrike }: { event: ContractEventLine; mayStrike: boolean; onStrike: (event: ContractEventLine) => void }) {
  const { contracts: { card, event: words } } = useText()
  const notes = [event.amountFen !== null && card.wan(wanFromFen(event.amountFen)), event.remarks, card.by(event.recordedByName)].filter(Boolean).join('　')
  return (
    <li className={event.struck ? `${styles.event} ${styles.struck}` : styles.event} data-what={event.what}>
      <span className={styles.mark} aria-hidden />
      <div className={styles.eventBody}>
        <span className={styles.eventHead}><strong>{words[event.what]}</strong><time dateTime={event.on}>{event.on}</time></span>
        <small>{notes}</small>
        {event.struck && <small className={styles.reason}>{card.struck(event.struck.byName, event.struck.reason)}</small>}
      </div>
      {mayStrike && <ActionIcon size={28} variant="subtle" aria-label={`${card.strike} ${words[event.what]} ${event.on}`} title={card.strike} onClick={() => onStrike(event)}><IconEraser size={16} stroke={1.5} aria-hidden /></ActionIcon>}
    </li>
  )
}
