import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import type { DisposalCase } from './queries.ts'
import styles from './disposal.module.css'

type Person = { key: string; name: string; state: React.ReactNode }

/** Who has a part in the case, and who has signed. */
export function CaseParties({ one }: { one: DisposalCase }) {
  const { disposal: { case: words }, common } = useText()
  const waiting = <span className={styles.quiet}>{words.waiting}</span>
  const signed = (at: string) => <span className={styles.green}>{localMinute(at)}</span>
  const running = one.lines.filter(({ stoppedAt }) => stoppedAt === null).length
  const group = one.group.map((person): Person => ({
    key: String(person.personId), name: person.isHead ? `${person.name}（${words.head}）` : person.name,
    state: person.isHead && one.headSignature ? signed(one.headSignature.at) : <span className={person.given < running ? styles.amber : styles.green}>{words.given(person.given, one.lines.length)}</span>,
  }))
  const approvals = one.approvals.map(({ role, signature }): Person => ({
    key: role, name: signature ? `${signature.name}　${common.role[role]}` : common.role[role], state: signature ? signed(signature.at) : waiting,
  }))
  const supervisors = Array.from({ length: Math.max(one.supervisorsNeeded, one.supervisors.length) }, (_, index): Person => {
    const signature = one.supervisors[index]
    return { key: String(index), name: signature?.name ?? '—', state: signature ? signed(signature.at) : waiting }
  })
  const rest: Person[] = [
    { key: 'opener', name: `${words.opener}　${one.openedByName}`, state: <span className={styles.quiet}>{localMinute(one.openedAt)}</span> },
    { key: 'clause', name: `${words.clause}　${one.regulation.id}`, state: <span className={styles.quiet}>{one.regulation.clause}</span> },
    ...(one.carriedOutByName === null ? [] : [{ key: 'carrier', name: `${words.carrier}　${one.carriedOutByName}`, state: <span className={styles.quiet}>{one.manner}　{one.place}</span> }]),
  ]
  const parts = [[words.group, group], [words.approvers, approvals], [words.supervisors, supervisors], [words.history, rest]] as const
  return (
    <section className={styles.parties}>
      {parts.map(([title, people], index) => (
        <div key={index} className={styles.part}>
          <h2>{title}</h2>
          <ul>{people.map(({ key, name, state }) => <li key={key}><span title={name}>{name}</span><span>{state}</span></li>)}</ul>
        </div>
      ))}
    </section>
  )
}
