import type { Output } from '../../../shared/contract/index.ts'
import { useText } from '../app/text.tsx'
import styles from './ListedTag.module.css'

export type Listed = Output<'limits.ofParty'>['listed'][number]

/** The list a party is on with its measure, beside its name or its limit; the number and the day are told on it. Short in a table. */
export function ListedTag({ listed: { number, list, measure, fromOn, isTermOver }, isShort = false }: { listed: Listed; isShort?: boolean }) {
  const { risks: text, common } = useText()
  const title = text.listedTitle(text.list[list], number, fromOn)
  return <span className={`${styles.tag} ${styles[measure]}`} title={isTermOver ? common.clauses([title, text.termOver]) : title}>{isShort ? text.listed[measure] : text.onList(text.list[list], text.measure[measure])}</span>
}

/** All of them, that of bad customers first. */
export const ListedTags = ({ listed }: { listed: readonly Listed[] }) => <>{listed.map((one) => <ListedTag key={one.number} listed={one} />)}</>
