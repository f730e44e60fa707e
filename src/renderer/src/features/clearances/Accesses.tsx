import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { accessesQuery } from './queries.ts'
import styles from './clearances.module.css'

const MOST = 5

/** How often a dossier was looked at, shown, printed, exported and copied, and by whom. Nothing for who may not know. */
export function Accesses({ dossierId }: { dossierId: number }) {
  const { clearances: { accesses: text } } = useText()
  const may = useMay()
  const { data } = useQuery({ ...accessesQuery(dossierId), enabled: may('clearances.accesses') })
  if (!data) return null
  return (
    <>
      <h3>{text.title}</h3>
      <dl className={styles.counts}>
        {(['views', 'scans', 'prints', 'exports', 'copies'] as const).map((what) => <div key={what}><dt>{text[what]}</dt><dd>{formatCount(data[what])}</dd></div>)}
      </dl>
      <ul className={styles.readers} aria-label={text.readers}>
        {data.readers.slice(0, MOST).map(({ name, times, lastAt }) => <li key={name}><span>{name}</span><span className={styles.quiet}>{text.times(times)}　{localMinute(lastAt)}</span></li>)}
      </ul>
    </>
  )
}
