import { useQuery } from '@tanstack/react-query'
import type { Input } from '../../../shared/contract/index.ts'
import { call } from '../app/bridge.ts'
import { useText } from '../app/text.tsx'
import { localMinute } from './format.ts'
import styles from './FromPaper.module.css'

/** On a slip, a transfer or an incident that was entered from paper: which blank, who read it off and when; and what a note says besides. */
export function FromPaper({ form, id }: Input<'fallback.ofCase'>) {
  const { fallback: { slip: text, origin } } = useText()
  const paper = useQuery({ queryKey: ['fallback.ofCase', form, id], queryFn: () => call('fallback.ofCase', { form, id }) }).data
  if (!paper) return null
  const told = paper.note ? ([['holder', paper.note.holderName], ['measures', paper.note.measures], ['witness', paper.note.witness]] as const).filter(([, value]) => value !== null) : []
  return (
    <div className={styles.origin}>
      <p><span className={styles.chip}>{text.fromPaper(paper.blank)}</span>　{text.entered(paper.enteredByName, localMinute(paper.enteredAt), paper.postedByName)}</p>
      {told.length > 0 && <dl>{told.map(([key, value]) => <Told key={key} name={origin[key]} value={value!} />)}</dl>}
    </div>
  )
}

const Told = ({ name, value }: { name: string; value: string }) => <><dt>{name}</dt><dd>{value}</dd></>
