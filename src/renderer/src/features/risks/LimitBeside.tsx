import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { roundWanFromFen, wanFromFen } from '../../ui/capital.ts'
import type { ListingRow } from './queries.ts'
import styles from './risks.module.css'

/** The limit of a party on a list, which its measure binds: what was granted, and what of it is available. */
export function LimitBeside({ limit: { id, number, amountFen, availableFen, validity } }: { limit: NonNullable<ListingRow['limit']> }) {
  const { risks: text, limits } = useText()
  const told = text.limitOf(wanFromFen(amountFen), roundWanFromFen(availableFen))
  return <Link href={paths.limit(id)} className={styles.limit} title={`${number}　${limits.validity[validity]}`} onClick={(event) => event.stopPropagation()}>{told}</Link>
}
