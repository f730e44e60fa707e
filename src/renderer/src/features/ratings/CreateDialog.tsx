import { Modal, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { RATING_KINDS, type RatingKind } from '../../../../shared/rules/schemes/schema.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { PartySelect } from '../../ui/PartySelect.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { schemeOf, SchemeSelect, useSchemesInForce } from '../../ui/SchemeSelect.tsx'
import { forgetLists } from './queries.ts'

type Props = { party?: { id: number; name: string }; kind?: RatingKind; onClose: () => void }

/** Which party, which kind, by which scheme, as of which day; the draft opens at once. */
export function CreateDialog({ party, kind: first = 'aftersale', onClose }: Props) {
  const { ratings: { create: words, kindLong } } = useText()
  const today = useQuery(statusQuery).data?.today
  const [, go] = useLocation()
  const [partyId, setPartyId] = useState<number | null>(party?.id ?? null)
  const [kind, setKind] = useState<RatingKind>(first)
  const [asOf, setAsOf] = useState<string | null>(null)
  const [schemeId, setSchemeId] = useState<number | null>(null)
  const schemes = useSchemesInForce(kind, partyId === null ? null : asOf ?? today ?? null, partyId)
  const save = async () => {
    const scheme = schemeOf(schemes, schemeId)
    const { id, number } = await call('ratings.create', { partyId: partyId!, kind, ...(scheme && { for: scheme.for, schemeId: scheme.schemeId }), ...(asOf === null ? {} : { asOf }) })
    await forgetLists()
    notifications.show({ message: words.made(number) })
    go(paths.rating(id))
  }
  return (
    <Modal opened onClose={onClose} size={460} title={words.title}>
      <SaveForm action={words.confirm} isReady={partyId !== null} onClose={onClose} onSave={save}>
        <PartySelect label={words.party} hint={words.partyHint} none={words.none} party={party} value={partyId} onChange={setPartyId} />
        <SegmentedControl aria-label={words.kind} fullWidth value={kind} onChange={(value) => setKind(value)} data={RATING_KINDS.map((value) => ({ value, label: kindLong[value] }))} />
        {partyId !== null && <SchemeSelect label={words.side} schemes={schemes} value={schemeId} onChange={setSchemeId} />}
        <DayInput label={words.asOf} description={words.asOfHint} placeholder={today ?? ''} maxDate={today} value={asOf} onChange={setAsOf} />
      </SaveForm>
    </Modal>
  )
}
