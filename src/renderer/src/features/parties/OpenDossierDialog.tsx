import { Button, Checkbox, Group, Input, Modal, SegmentedControl, Select, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useLocation } from 'wouter'
import { LEVELS } from '../../../../shared/contract/dossiers.ts'
import { unmetConditions } from '../../../../shared/rules/regulations/conditions.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { statusQuery, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { departmentsQuery, partiesChanged, type PartyOf } from './queries.ts'

/** Opens the party's credit dossier: by which department it is numbered, how secret, from which day. */
export function OpenDossierDialog({ party, onClose }: { party: PartyOf; onClose: () => void }) {
  const { parties: { dossiers: words, party: partyWords }, common } = useText()
  const client = useQueryClient()
  const [, go] = useLocation()
  const person = useSession()
  const levelLabel = useId()
  const status = useQuery(statusQuery).data
  const today = status?.today ?? null
  const opening = status?.regulation.opening ?? null
  const departments = (useQuery(departmentsQuery).data ?? []).filter(({ isActive }) => isActive)
  const [chosen, setChosen] = useState<string | null>(null)
  const [chosenLevel, setLevel] = useState<(typeof LEVELS)[number] | null>(null)
  const level = chosenLevel ?? status?.regulation.defaultLevel ?? 'internal'
  const [conditions, setConditions] = useState<string[]>([])
  const [openedOn, setOpenedOn] = useState<string | null>(null)
  const [remarks, setRemarks] = useState('')
  const [isTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  // The party's own department, or that of the person who opens the dossier, where there is one.
  const usual = party.departmentId ?? person?.departmentId ?? null
  const departmentId = chosen ?? (departments.some(({ id }) => id === usual) ? String(usual) : null)

  const submit = async () => {
    setTried(true)
    if (departmentId === null || unmetConditions({ opening }, conditions).length > 0) return
    setSaving(true)
    setError(null)
    try {
      const { id, number } = await call('dossiers.open', {
        partyId: party.id, departmentId: Number(departmentId), level, conditions, remarks: remarks.trim() || null, ...(openedOn === null ? {} : { openedOn }),
      })
      await partiesChanged(client)
      notifications.show({ message: words.opened(number) })
      go(paths.dossier(id))
    } catch (refusal) {
      setError(refusal)
      setSaving(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={words.dialog} size={480}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSaving) void submit()
        }}
      >
        <Stack gap="md">
          <Select
            label={words.department} description={words.numberHint} required searchable openOnFocus={false} data-autofocus value={departmentId} onChange={setChosen} error={isTried && departmentId === null && common.needed}
            data={departments.map(({ id, name, code }) => ({ value: String(id), label: `${name}　${code}` }))}
          />
          {opening && (
            <Checkbox.Group
              label={words.conditions(opening.needs)} description={words.basis(opening.clause)} required value={conditions} onChange={setConditions}
              error={isTried && unmetConditions({ opening }, conditions).length > 0 && words.conditionsUnmet(opening.needs)}
            >
              <Stack gap={6} mt={6} mb={4}>{opening.conditions.map((condition) => <Checkbox key={condition} value={condition} label={condition} />)}</Stack>
            </Checkbox.Group>
          )}
          <div>
            <Input.Label component="span" id={levelLabel}>{words.level}</Input.Label>
            <SegmentedControl fullWidth aria-labelledby={levelLabel} value={level} onChange={setLevel} data={LEVELS.map((value) => ({ value, label: common.level[value] }))} />
          </div>
          <DayInput label={words.openedOnLabel} maxDate={today ?? undefined} placeholder={today ?? undefined} value={openedOn} onChange={setOpenedOn} />
          <Textarea label={words.remarks} autosize minRows={1} maxRows={5} maxLength={500} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
          <Refusal error={error} />
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{partyWords.cancel}</Button>
            <Button type="submit" variant="filled" loading={isSaving}>{words.confirm}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
