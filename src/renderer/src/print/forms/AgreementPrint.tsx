import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { FormDay } from '../parts/FormDay.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampContext } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import styles from './agreement.module.css'

/** The confidentiality agreement for one person, to be signed by hand; it is recorded once the signature is on it. */
export function AgreementPrint({ personId }: { personId: number }) {
  const status = useQuery(statusQuery)
  const people = useQuery({ queryKey: ['agreements.list'], queryFn: () => call('agreements.list', {}) })
  const person = people.data?.people.find((one) => one.personId === personId)
  const error = status.error ?? people.error
  return (
    <PrintFrame form="agreement" subjectId={personId} name={person?.name ?? null} error={error} onRetry={() => void Promise.all([status.refetch(), people.refetch()])}>
      {status.data && person && <AgreementSheet company={status.data.company} name={person.name} unit={person.departmentName} clause={people.data?.asked?.clause ?? null} />}
    </PrintFrame>
  )
}

function AgreementSheet({ company, name, unit, clause }: { company: string; name: string; unit: string | null; clause: string | null }) {
  const { print } = useText()
  const words = print.agreement
  const stamp = use(StampContext)
  return (
    <Sheet label={print.preview.sheetName(print.preview.agreement, 1, 1)} className={styles.sheet}>
      <div className={styles.company}>{company}</div>
      <div className={styles.title}>{words.title}</div>
      <p className={styles.opening}>{words.opening(name, unit ?? '', company)}</p>
      <ol className={styles.promises}>{words.promises.map((promise) => <li key={promise}>{promise}</li>)}</ol>
      <p className={styles.opening}>{words.closing(clause)}</p>
      <div className={styles.signatures}>
        <div>{words.signer}<span className={styles.line} /><FormDay day={null} /></div>
        <div>{words.receiver}<span className={styles.line} /><FormDay day={null} /></div>
      </div>
      <div className={styles.foot}><span>{words.number}</span><span>{stamp ? print.stamp.chain(stamp.auditSeq, stamp.auditHead) : print.stamp.pendingChain}</span></div>
    </Sheet>
  )
}
