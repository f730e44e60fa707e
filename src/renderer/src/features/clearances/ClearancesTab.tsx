import { useMay } from '../../app/session.tsx'
import { AuthorisationsTable } from './AuthorisationsTable.tsx'
import styles from './clearances.module.css'
import { ClearancesTable } from './ClearancesTable.tsx'

/** Who is cleared for which level, and what leave to read was asked for and given. */
export function ClearancesTab() {
  const may = useMay()
  const halves = [
    may('clearances.list') && <ClearancesTable key="clearances" />, may('authorisations.list') && <AuthorisationsTable key="authorisations" />,
  ].filter(Boolean)
  return <div className={halves.length > 1 ? styles.page : styles.alone}>{halves}</div>
}
