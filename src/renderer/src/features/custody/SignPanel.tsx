import { Button, PasswordInput, SegmentedControl, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconSignature, IconUser } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { CallError } from '../../app/bridge.ts'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { useCommand, type Transfer } from './queries.ts'
import type { Deciding } from './use-deciding.ts'
import styles from './custody.module.css'

type Way = 'own' | 'spot'

/** Both signatures of a list, and the one that is next: in one's own session, or on the spot with the signer's password. */
export function SignPanel({ transfer, deciding }: { transfer: Transfer; deciding: Deciding }) {
  const { custody } = useText()
  const words = custody.sign
  const me = useSession()
  const open = transfer.folders - deciding.accepted - deciding.refused
  const isDraft = transfer.state === 'draft'
  const isNext = isDraft || (transfer.state === 'submitted' && deciding.isOpen)
  const mayOwn = isDraft ? transfer.may.submit : transfer.may.receive
  const onSpot = transfer.candidates.filter(({ login }) => login !== me?.login)
  return (
    <section className={isNext ? `${styles.box} ${styles.acting}` : styles.box} aria-label={words.title}>
      <div className={styles.boxHead}><h2 className={styles.boxTitle}>{words.title}</h2></div>
      {(['sender', 'receiver'] as const).map((side) => <Signature key={side} transfer={transfer} side={side} />)}
      {isNext && !isDraft && open > 0 && <p className={styles.hint}>{words.stillOpen(open)}</p>}
      {isNext && (isDraft || open === 0) && (
        mayOwn || onSpot.length > 0
          ? <SigningForm transfer={transfer} deciding={deciding} mayOwn={mayOwn} onSpot={onSpot} />
          : <p className={styles.hint}>{words.nobody}</p>
      )}
    </section>
  )
}

function Signature({ transfer, side }: { transfer: Transfer; side: 'sender' | 'receiver' }) {
  const { custody } = useText()
  const words = custody.sign
  const signature = transfer.signatures.find((one) => one.side === side)
  return (
    <div className={styles.signature}>
      <span>{words[side]}</span>
      {signature ? <strong>{signature.signerName}</strong> : <span className={styles.faint}>{words.waitingFor}</span>}
      {signature && <p className={styles.hint}>{localMinute(signature.at)}　{signature.onPaper ? words.onPaper : signature.onTheSpot ? words.onSpot : words.inSession}　<span className={styles.nowrap}>{words.digest(signature.textHash.slice(0, 8).toUpperCase())}</span></p>}
    </div>
  )
}

type FormProps = { transfer: Transfer; deciding: Deciding; mayOwn: boolean; onSpot: { login: string; name: string }[] }

function SigningForm({ transfer, deciding, mayOwn, onSpot }: FormProps) {
  const { custody } = useText()
  const words = custody.sign
  const command = useCommand()
  const [chosen, setWay] = useState<Way | null>(null)
  const way: Way = mayOwn ? (chosen ?? 'own') : 'spot'
  const [login, setLogin] = useState<string | null>(onSpot[0]?.login ?? null)
  const [password, setPassword] = useState('')
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const isDraft = transfer.state === 'draft'
  const isReady = way === 'own' || (login !== null && password !== '')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || isRunning) return
    setRunning(true)
    setRefusal(null)
    const onTheSpot = way === 'spot' && login !== null ? { onTheSpot: { login, password } } : {}
    try {
      if (isDraft) await command('transfers.submit', { id: transfer.id, version: transfer.version, ...onTheSpot })
      else await command('transfers.receive', { id: transfer.id, lines: [...deciding.staged], sign: true, ...onTheSpot })
      notifications.show({ message: `${transfer.number} ${isDraft ? words.submitted : words.closed}` })
    } catch (error) {
      setRefusal(error)
      if (error instanceof CallError && error.code === 'receipt-check-failed') deciding.setFailed(error)
    } finally {
      // Whatever came of it, a password does not stay in the field.
      setPassword('')
      setRunning(false)
    }
  }
  const name = onSpot.find((one) => one.login === login)?.name
  return (
    <form className={styles.fields} onSubmit={(event) => void submit(event)}>
      {mayOwn && onSpot.length > 0 && (
        <SegmentedControl
          fullWidth size="xs" aria-label={words.way} value={way} onChange={(value) => setWay(value)}
          data={[{ value: 'own', label: words.own }, { value: 'spot', label: words.spot }]}
        />
      )}
      <p className={styles.hint}>{way === 'own' ? words.ownHint : words.spotHint}　·　{words.chained}</p>
      {way === 'spot' && (
        <>
          <Select
            aria-label={words.signer} data={onSpot.map((one) => ({ value: one.login, label: one.name }))} value={login} onChange={setLogin} allowDeselect={false}
            leftSection={<IconUser size={16} aria-hidden />}
          />
          <PasswordInput
            aria-label={name === undefined ? words.password : words.passwordOf(name)} placeholder={words.password} value={password} autoComplete="off" data-signing
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
      <Refusal error={refusal} isNamePicked />
      <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady} leftSection={<IconSignature size={16} aria-hidden />} data-signing={way === 'own' || undefined}>
        {isDraft ? words.submitAction : words.closeAction}
      </Button>
    </form>
  )
}
