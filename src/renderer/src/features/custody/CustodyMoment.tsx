import { Button, Popover } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { MomentInput, type MomentOf, toInstant } from './MomentInput.tsx'
import styles from './custody.module.css'

/** Who answered for a folder at a moment, and everybody who ever did. */
export function CustodyMoment({ dossierId, today }: { dossierId: number; today: string }) {
  const { custody: { of } } = useText()
  return (
    <Popover width={400} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target><Button size="xs" variant="subtle" leftSection={<IconHistory size={14} aria-hidden />}>{of.ask}</Button></Popover.Target>
      <Popover.Dropdown><Answer dossierId={dossierId} today={today} /></Popover.Dropdown>
    </Popover>
  )
}

function Answer({ dossierId, today }: { dossierId: number; today: string }) {
  const { custody } = useText()
  const words = custody.of
  const [moment, setMoment] = useState<MomentOf>({ day: today, time: '12:00' })
  const at = toInstant(moment)
  const answer = useQuery({ queryKey: ['custody.of', dossierId, at], queryFn: () => call('custody.of', { dossierId, ...(at !== null && { at }) }), staleTime: 0 })
  const held = answer.data?.at
  return (
    <section aria-label={words.title}>
      <div className={styles.asking}><MomentInput value={moment} onChange={setMoment} /></div>
      <Refusal error={answer.error} />
      <div className={styles.answer} role="status">
        {held && (
          <>
            <strong>{words.answer(held.holderName, custody.stage[held.stage])}</strong>
            <span>{words.since(localMinute(held.fromAt), custody.event[held.how])}{held.caseNumber && `　${held.caseNumber}`}</span>
          </>
        )}
        {answer.data && at !== null && !held && <span>{words.nobody}</span>}
        {answer.data?.onTransfer && <span className={styles.amber}>{words.onTransfer(answer.data.onTransfer)}</span>}
      </div>
      <p className={styles.hint}>{words.ledger}</p>
      <ol className={styles.ledger}>
        {answer.data?.rows.map((row, index) => (
          <li key={index}>
            <time dateTime={row.fromAt}>{localMinute(row.fromAt)}</time><span>{custody.event[row.how]}</span>
            <span>{row.holderName}　{custody.stage[row.stage]}{row.caseNumber && `　${row.caseNumber}`}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
