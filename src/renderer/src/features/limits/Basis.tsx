import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { Caution } from '../../ui/Caution.tsx'
import styles from './limits.module.css'
import type { Limit } from './queries.ts'

/** What whoever makes, reviews or decides a case has to know of the lists its party is on, the rating and the pages behind it. */
export function BasisCautions({ limit }: { limit: Limit }) {
  const { isBasisCurrent, rating, rerating, fromOn } = limit
  const { limits: { ask: words }, ratings: { state } } = useText()
  return (
    <>
      <Told limit={limit} />
      {!isBasisCurrent && <Caution>{words.basisOld}</Caution>}
      {fromOn === null && rating?.isReviewPast && <Caution>{words.reviewPast(rating.number, rating.reviewOn!)}</Caution>}
      {rerating && <Caution>{words.rerating} <Link href={paths.rating(rerating.id)}>{rerating.number}</Link>　{state[rerating.state]}</Caution>}
    </>
  )
}

/** The lists the party is on, and pages that look like no guarantee. */
export function Told({ limit: { told, partyId } }: { limit: Limit }) {
  const { because } = useText()
  const pages = told.filter(({ rule }) => rule === 'guarantee-page')
  const lists = told.filter(({ rule }) => rule !== 'guarantee-page')
  return (
    <>
      {lists.map(({ rule, values }) => <Caution key={rule}><Link href={paths.partyTab(partyId, 'risks')} className={styles.listedLink}>{because[rule](values)}</Link></Caution>)}
      {pages.length > 0 && <Caution>{pages.map(({ rule, values }, at) => <span key={at} className={styles.line}>{because[rule](values)}</span>)}</Caution>}
    </>
  )
}

/** Which rating, as of which day, and by when it is to be renewed. */
export function BasisRating({ limit: { rating, scheme } }: { limit: Limit }) {
  const { limits: { ask: words } } = useText()
  return (
    <dl className={styles.facts}>
      {rating && <div><dt>{words.asOf}</dt><dd>{rating.asOf}</dd></div>}
      {rating?.reviewOn && <div><dt>{words.reviewOn}</dt><dd className={rating.isReviewPast ? styles.seal : undefined}>{rating.reviewOn}{rating.isReviewPast && `　${words.past}`}</dd></div>}
      <div><dt>{words.scheme}</dt><dd>{words.basisScheme(scheme.name, scheme.no)}</dd></div>
    </dl>
  )
}
