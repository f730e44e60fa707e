import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import styles from './home.module.css'

/** In an archive without dossiers: what is to be done before there can be one, in order, for whoever may do it. */
export function FirstSteps({ hasParties }: { hasParties: boolean }) {
  const { home: { steps: words } } = useText()
  const may = useMay()
  const steps = [
    { name: words.people, hint: words.peopleHint, to: paths.people, may: may('people.add'), isDone: false },
    { name: words.regulation, hint: words.regulationHint, to: paths.regulationCompare, may: may('regulations.check'), isDone: false },
    { name: words.parties, hint: words.partiesHint, to: paths.parties, may: may('parties.add'), isDone: hasParties },
    { name: words.dossiers, hint: words.dossiersHint, to: paths.parties, may: may('dossiers.open'), isDone: false },
    { name: words.backup, hint: words.backupHint, to: paths.settings, may: may('archive.backup'), isDone: false },
  ].filter((step) => step.may)
  // Who may only read has nothing to begin with.
  if (steps.length < 2) return null
  return (
    <nav className={styles.steps} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ol>
        {steps.map(({ name, hint, to, isDone }, index) => (
          <li key={name}>
            <Link href={to}>
              <span className={styles.stepNo} aria-hidden>{isDone ? <IconCircleCheck size={18} stroke={1.5} /> : index + 1}</span>
              <span><strong>{name}</strong><small>{hint}</small></span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
