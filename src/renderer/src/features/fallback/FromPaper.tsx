import { useQuery } from '@tanstack/react-query'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import { ofSlipQuery } from './queries.ts'
import styles from './fallback.module.css'

/** On a slip that was entered from paper: which blank, who read it off and when. */
export function FromPaper({ slipId }: { slipId: number }) {
  const { fallback: { slip: text } } = useText()
  const paper = useQuery(ofSlipQuery(slipId)).data
  if (!paper) return null
  return <p className={styles.quiet}><span className={`${styles.chip} ${styles.waiting}`}>{text.fromPaper(paper.blank)}</span>　{text.entered(paper.enteredByName, localMinute(paper.enteredAt), paper.postedByName)}</p>
}
