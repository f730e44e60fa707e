import { Button, PasswordInput, SegmentedControl, Select, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCircleCheck, IconSignature, IconUser } from '@tabler/icons-react'
import { useState, type FormEvent, type Ref } from 'react'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { useCommand, type Slip } from './queries.ts'
import styles from './slip.module.css'

type Way = 'own' | 'spot'

/**
 * Agreeing to a slip or refusing it: as oneself where the slip waits for the person at the desk, or on the spot, where the
 * signer types the own password at somebody else's desk. Draws nothing when nobody is waited for.
 */
export function SigningPanel({ slip, ref }: { slip: Slip; ref?: Ref<HTMLElement> }) {
  const { lookups, common } = useText()
  const words = lookups.sign
  const me = useSession()
  const onSpot = candidatesOf(slip).filter(({ login }) => login !== me?.login)
  const [chosenWay, setWay] = useState<Way | null>(null)
  const way = slip.may.sign ? (chosenWay ?? 'own') : 'spot'
  // A slip may ask for one more signature after it was signed: a dossier's level has been raised since.
  const isWaiting = (slip.state === 'submitted' || slip.state === 'signed') && slip.signers.some(({ signature }) => signature === null)
  if (!isWaiting) return null
  return (
    <section className={`${styles.box} ${styles.acting}`} aria-label={words.title} ref={ref}>
      <div className={styles.boxHead}>
        <h3 className={styles.boxTitle}>{way === 'own' ? words.own : words.spot}</h3>
        <span className={styles.boxHint}>{way === 'own' ? words.ownHint : words.spotHint}</span>
      </div>
      {slip.may.sign && onSpot.length > 0 && (
        <SegmentedControl
          fullWidth mb="sm" size="xs" aria-label={words.way} value={way} onChange={(value) => setWay(value)}
          data={[{ value: 'own', label: words.own }, { value: 'spot', label: words.spot }]}
        />
      )}
      {way === 'spot' && onSpot.length === 0
        ? <p className={styles.boxHint}>{words.noCandidates}</p>
        : (
          <SigningForm
            key={way} slip={slip}
            signers={way === 'spot' ? onSpot.map(({ login, name, role }) => ({ value: login, label: `${name}　${common.role[role]}` })) : null}
          />
        )}
    </section>
  )
}

/** Everybody who may sign a line that is still empty, each once. */
function candidatesOf(slip: Slip) {
  const open = slip.signers.filter(({ signature }) => signature === null)
  const all = open.flatMap(({ role, candidates }) => candidates.map((candidate) => ({ ...candidate, role })))
  return all.filter(({ login }, index) => all.findIndex((other) => other.login === login) === index)
}

function SigningForm({ slip, signers }: { slip: Slip; signers: { value: string; label: string }[] | null }) {
  const { lookups, common } = useText()
  const words = lookups.sign
  const command = useCommand()
  const [login, setLogin] = useState<string | null>(signers?.[0]?.value ?? null)
  const [password, setPassword] = useState('')
  const [isRefusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const isReady = (signers === null || (login !== null && password !== '')) && (!isRefusing || reason.trim() !== '')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || isRunning) return
    setRunning(true)
    setRefusal(null)
    try {
      await command('lookups.sign', {
        id: slip.id, version: slip.version, decision: isRefusing ? 'refused' : 'agreed', reason: isRefusing ? reason.trim() : null,
        ...(signers !== null && login !== null && { onTheSpot: { login, password } }),
      })
      notifications.show({ message: `${slip.number} ${isRefusing ? words.wasRefused : words.signed}` })
    } catch (error) {
      setRefusal(error)
    } finally {
      // Whatever came of it, a password does not stay in the field.
      setPassword('')
      setRunning(false)
    }
  }
  const signer = signers?.find(({ value }) => value === login)?.label.split('　')[0]
  return (
    <form onSubmit={(event) => void submit(event)}>
      {signers !== null && (
        <div className={styles.two}>
          <Select
            data={signers} value={login} onChange={setLogin} allowDeselect={false} aria-label={words.signer}
            leftSection={<IconUser size={16} aria-hidden />} comboboxProps={{ withinPortal: true }}
          />
          <PasswordInput
            value={password} onChange={(event) => setPassword(event.currentTarget.value)} placeholder={words.password} autoComplete="off"
            aria-label={signer === undefined ? words.password : words.passwordOf(signer)} data-signing
          />
        </div>
      )}
      {isRefusing && (
        <Textarea
          mt={signers === null ? 0 : 'sm'} label={words.reason} required autosize minRows={2} maxLength={200} value={reason} autoFocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <p className={styles.promise}>
        <IconCircleCheck size={15} aria-hidden />{words.notSelf}　·　{words.chained}
      </p>
      {refusal !== null && <div style={{ marginBottom: 12 }}><Refusal error={refusal} isNamePicked /></div>}
      <div className={styles.buttons}>
        {isRefusing
          ? <Button onClick={() => setRefusing(false)}>{common.cancel}</Button>
          : <Button variant="outline" color="seal" onClick={() => setRefusing(true)}>{words.refuse}</Button>}
        {isRefusing
          ? <Button type="submit" variant="outline" color="seal" loading={isRunning} disabled={!isReady}>{words.refuseAndSign}</Button>
          : (
            <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady} leftSection={<IconSignature size={16} aria-hidden />} data-signing={signers === null || undefined}>
              {words.agree}
            </Button>
          )}
      </div>
    </form>
  )
}
