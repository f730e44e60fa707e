import type { Output } from '../../../../shared/contract/index.ts'
import { useText } from '../text.tsx'
import styles from './SamplePeople.module.css'

type Person = Output<'archive.state'>['samplePeople'][number]

/** The people of the sample archive with their passwords, so that every role can be tried. */
export function SamplePeople({ people, isBusy, onChoose }: { people: readonly Person[]; isBusy: boolean; onChoose: (person: { login: string; password: string }) => void }) {
  const { archive, common } = useText()
  return (
    <section aria-label={archive.signIn.sampleTitle}>
      <p className={styles.title}>{archive.signIn.sampleTitle}<span className={styles.hint}>{archive.signIn.sampleHint}</span></p>
      <ul className={styles.list}>
        {people.map(({ login, name, password, roles, department }) => {
          const does = [roles.map((role) => common.role[role]).join(common.listSeparator), department].filter(Boolean).join(' · ')
          return (
            <li key={login}>
              <button type="button" className={styles.person} disabled={isBusy} title={archive.signIn.signInAs(name)} onClick={() => onChoose({ login, password })}>
                <span className={styles.name}>{name}</span>
                <span className={styles.login}>{login}</span>
                <span className={styles.role}>{does}</span>
                <span className={styles.password}>{archive.signIn.samplePassword(password)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
