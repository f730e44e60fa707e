import { Button } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { Caution } from '../../ui/Caution.tsx'
import { factName } from '../../ui/facts.ts'
import { ChangesDialog } from './ChangesDialog.tsx'
import type { Rating } from './queries.ts'
import styles from './ratings.module.css'
import { factTold, gradeLabel, score } from './words.ts'

/** So many are named beside the words; all of them in a dialog. */
const MOST = 4

/** That the ledgers say otherwise by now for the day rated: what, what the card would come to, and who mends it. */
export function MovedBasis({ rating }: { rating: Rating }) {
  const { ratings: { moved: words, side }, facts } = useText()
  const [isOpen, setOpen] = useState(false)
  const { moved } = rating
  if (moved === null) return null
  const { scheme, industry, before, after } = moved
  const changes = [
    ...(scheme ? [words.one(words.scheme, words.schemeNo(scheme.before), words.schemeNo(scheme.after))] : []),
    ...moved.facts.map((one) => words.one(factName(facts, one.name), factTold(facts, one.name, one.before), factTold(facts, one.name, one.after))),
    ...(industry ? [words.one(words.industry, industry.before ?? words.none, industry.after ?? words.none)] : []),
  ]
  const label = (grade: string | null) => gradeLabel(rating, grade, side.unrated)
  return (
    <div className={styles.moved}>
      <Caution>
        <span className={styles.movedLine}>
          <b>{words.title}</b>
          <span>{before.score === after.score ? words.sameScore : words.score(score(before.score), score(after.score))}</span>
          <span>{before.grade === after.grade ? words.sameGrade : words.grade(label(before.grade), label(after.grade))}</span>
          <span>{rating.may.change ? words.mend : rating.state === 'submitted' || rating.state === 'reviewed' ? words.mendReturned : words.mendOther}</span>
        </span>
        <span className={styles.movedLine} data-quiet>
          {changes.slice(0, MOST).map((change) => <span key={change}>{change}</span>)}
          {moved.facts.length > 0 && changes.length > MOST && <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>{words.all(changes.length)}</Button>}
        </span>
      </Caution>
      {isOpen && <ChangesDialog changes={moved.facts} onClose={() => setOpen(false)} />}
    </div>
  )
}
