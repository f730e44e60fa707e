import { Modal, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RATING_KINDS, type RatingKind } from '../../../../shared/rules/schemes/schema.ts'
import { useJob } from '../../app/jobs.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { schemeOf, SchemeSelect, useSchemesInForce } from '../../ui/SchemeSelect.tsx'
import { forgetRatings } from './queries.ts'
import styles from './rerating.module.css'

/** `kind`: of the party, which says whose schemes may rate it. */
export type ToRate = { partyId: number; kind: 'customer' | 'supplier' | 'both' }
const SIDES = ['customer', 'supplier'] as const
type Side = (typeof SIDES)[number]
/** Who is both is rated as a customer. */
const sideOf = ({ kind }: ToRate): Side => (kind === 'supplier' ? 'supplier' : 'customer')

type Props = { parties: readonly ToRate[]; isFirst?: boolean; onClose: () => void; onDone: (batchId: number) => void }

/** Drafts for the chosen parties at once; what could not be made is named on the batch's page. */
export function RunDialog({ parties, isFirst = false, onClose, onDone }: Props) {
  const { rerating: text, ratings } = useText()
  const today = useQuery(statusQuery).data?.today
  const job = useJob('rerating.run')
  const [kind, setKind] = useState<RatingKind>('aftersale')
  const [asOf, setAsOf] = useState<string | null>(today ?? null)
  const [chosen, setChosen] = useState<Record<Side, number | null>>({ customer: null, supplier: null })
  const schemes = useSchemesInForce(kind, asOf)
  const sides = SIDES.filter((side) => parties.some((party) => sideOf(party) === side))
  const ofSide = (side: Side) => schemes.filter((one) => one.for === side)
  const idOf = (side: Side) => (sides.includes(side) ? schemeOf(ofSide(side), chosen[side])?.schemeId ?? null : null)
  const action = isFirst ? text.unrated.run(parties.length) : text.run(parties.length)
  const save = async () => {
    const { id, made, refused } = await job.run({
      partyIds: parties.map(({ partyId }) => partyId), kind, schemeId: idOf('customer'), supplierSchemeId: idOf('supplier'), ...(asOf === null ? {} : { asOf }),
    })
    notifications.show({ message: text.made(made, refused.length) })
    await forgetRatings()
    onDone(id)
  }
  return (
    <Modal opened onClose={onClose} title={text.runTitle(parties.length)}>
      <SaveForm action={action} isReady={parties.length > 0 && asOf !== null} onClose={onClose} onSave={save}>
        <p className={styles.hint}>{isFirst ? text.unrated.runHint : text.runHint}</p>
        <SegmentedControl fullWidth aria-label={text.kind} value={kind} onChange={setKind} data={RATING_KINDS.map((value) => ({ value, label: ratings.kind[value] }))} />
        {sides.map((side) => (
          <SchemeSelect key={side} label={sides.length > 1 ? text.schemeOf[side] : text.scheme} schemes={ofSide(side)} value={chosen[side]} onChange={(schemeId) => setChosen((was) => ({ ...was, [side]: schemeId }))} />
        ))}
        <DayInput label={text.asOf} required maxDate={today} value={asOf} onChange={setAsOf} />
        {job.isRunning && <JobProgress label={action} progress={job.progress} onCancel={job.cancel} />}
      </SaveForm>
    </Modal>
  )
}
