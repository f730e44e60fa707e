import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { moveInCatalogue } from './catalogue-keys.ts'
import { CatalogueItem, stopsOf, type CatalogueActions } from './CatalogueItem.tsx'
import { CompletenessRing } from './CompletenessRing.tsx'
import { expiryOf, type Expiry } from './expiry.ts'
import type { DossierOf } from './queries.ts'
import styles from './Catalogue.module.css'

type Props = CatalogueActions & {
  dossier: DossierOf
  today: string
  mayWrite: boolean
  /** The document being read. */
  readingId: number | null
  /** Code of the line that dragged files are over. */
  overItem: string | null
}

const COLUMNS = ['document', 'originality', 'pages', 'date', 'state'] as const

/** What the regulation asks for, by class: what is there, what is missing, what expires. */
export function Catalogue({ dossier, ...lines }: Props) {
  const { dossiers: { catalogue, add } } = useText()
  const { present, required } = dossier.completeness
  const items = dossier.catalogue.flatMap((group) => group.items)
  const expiries = items.flatMap((item) => item.documents).map((document) => expiryOf(document.expiresOn, lines.today)?.state)
  const notes = [
    required > present ? catalogue.missing(required - present) : catalogue.complete,
    ...counted(expiries, 'expired', catalogue.expired),
    ...counted(expiries, 'soon', catalogue.expiring),
  ]
  // One line is reached by Tab; the arrows go on from there.
  const [reached, setReached] = useState<string | null>(null)
  const stops = items.flatMap((item) => stopsOf(item, lines.mayWrite))
  const stop = reached !== null && stops.includes(reached) ? reached : (stops[0] ?? null)
  return (
    <section className={styles.panel} aria-labelledby="catalogue-title">
      <div className={styles.head}>
        <CompletenessRing present={present} required={required} />
        <div className={styles.words}>
          <h2 className={styles.title} id="catalogue-title">{catalogue.title}<span>{catalogue.count(present, required)}</span></h2>
          <p className={styles.note}>{notes.join(' · ')}</p>
        </div>
        <span className={styles.basis}>{catalogue.basis(dossier.regulation.id, dossier.regulation.clause)}</span>
      </div>
      <div className={styles.scroller}>
        <table className={styles.table} aria-labelledby="catalogue-title" onKeyDown={moveInCatalogue}>
          <colgroup><col /><col className={styles.short} /><col className={styles.short} /><col className={styles.dated} /><col className={styles.last} /></colgroup>
          <thead className={styles.columns}>
            <tr>
              {COLUMNS.map((column) => <th key={column} scope="col"><span className="visually-hidden">{catalogue.columns[column]}</span></th>)}
            </tr>
          </thead>
          {dossier.catalogue.map((group, index) => (
            <tbody key={group.code}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={4}><span className={styles.numeral} aria-hidden>{catalogue.numeral(index + 1)}</span>{group.title || add.outside}</th>
                <td>{group.required === 0 ? catalogue.optional : catalogue.count(group.present, group.required)}</td>
              </tr>
              {group.items.map((item) => (
                <CatalogueItem key={item.code} item={item} partyName={dossier.partyName} stop={stop} onReach={setReached} {...lines} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  )
}

const counted = (states: readonly (Expiry['state'] | undefined)[], state: Expiry['state'], words: (count: number) => string): string[] => {
  const count = states.filter((each) => each === state).length
  return count > 0 ? [words(count)] : []
}
