import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import type { Output } from '../../../../shared/contract/index.ts'
import { formatCount } from '../../ui/format.ts'
import styles from './home.module.css'

type Totals = Output<'home.overview'>['totals']
const WHERE: readonly { readonly key: keyof Totals; readonly to: string }[] = [
  { key: 'parties', to: paths.parties }, { key: 'dossiers', to: paths.dossiers }, { key: 'complete', to: paths.dossiers },
  { key: 'unconfirmed', to: paths.dossiers }, { key: 'out', to: paths.lookups },
]

/** How much there is, of what this person may see; each figure leads to its list. Nothing for those who keep no dossiers. */
export function Totals({ totals }: { totals: Totals }) {
  const { home } = useText()
  const may = useMay()
  if (!may('dossiers.list')) return null
  return (
    <nav className={styles.totals} aria-label={home.totals.label}>
      {WHERE.map(({ key, to }) => (
        <Link key={key} to={to} className={styles.total}>
          <span className={styles.totalName}>{home.totals[key]}</span>
          <span className={styles.totalCount}>{formatCount(totals[key])}</span>
        </Link>
      ))}
    </nav>
  )
}
