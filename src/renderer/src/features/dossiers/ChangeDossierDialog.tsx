import { Button, Group, Input, Modal, NumberInput, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { LEVELS, LOWER_LEVELS } from '../../../../shared/contract/dossiers.ts'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { dossierChanged, type DossierOf } from './queries.ts'

type Lower = (typeof LOWER_LEVELS)[number]

/** Security level, retention and remarks. A new level has to say on what grounds. */
export function ChangeDossierDialog({ dossier, onClose }: { dossier: DossierOf; onClose: () => void }) {
  const { dossiers: { change }, clearances, common } = useText()
  const client = useQueryClient()
  const label = useId()
  const [level, setLevel] = useState(dossier.level)
  const [levelReason, setLevelReason] = useState(dossier.levelReason ?? '')
  const [downgradeOn, setDowngradeOn] = useState(dossier.downgradeOn)
  const [downgradeTo, setDowngradeTo] = useState<Lower>(dossier.downgradeTo ?? 'internal')
  const [retentionYears, setRetentionYears] = useState(dossier.retentionYears)
  const [remarks, setRemarks] = useState(dossier.remarks ?? '')
  const [isTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const lacksReason = level !== dossier.level && levelReason.trim() === ''
  const lower = LOWER_LEVELS.filter((one) => LEVELS.indexOf(one) < LEVELS.indexOf(level))
  const target = lower.includes(downgradeTo) ? downgradeTo : lower.at(-1) ?? null
  const submit = async () => {
    setTried(true)
    if (lacksReason) return
    setSaving(true)
    setError(null)
    try {
      await call('dossiers.change', {
        id: dossier.id, version: dossier.version, level, levelReason: levelReason.trim() || null, retentionYears,
        downgradeOn: lower.length === 0 ? null : downgradeOn, downgradeTo: lower.length === 0 || downgradeOn === null ? null : target, remarks: remarks.trim() || null,
      })
      await dossierChanged(client, dossier.id)
      notifications.show({ message: change.saved })
      onClose()
    } catch (refusal) {
      setError(refusal)
      setSaving(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={change.title} size={480}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSaving) void submit()
        }}
      >
        <Stack gap="md">
          <div>
            <Input.Label component="span" id={label}>{change.level}</Input.Label>
            <SegmentedControl fullWidth aria-labelledby={label} value={level} onChange={setLevel} data={LEVELS.map((value) => ({ value, label: common.level[value] }))} />
          </div>
          <TextInput
            label={change.levelReason} maxLength={200} required={level !== dossier.level} value={levelReason}
            error={isTried && lacksReason && change.reasonNeeded} onChange={(event) => setLevelReason(event.currentTarget.value)}
          />
          {lower.length > 0 && (
            <Group grow align="flex-start">
              <DayInput label={clearances.downgrade.on} value={downgradeOn} onChange={setDowngradeOn} />
              <Select
                label={clearances.downgrade.to} disabled={downgradeOn === null} allowDeselect={false} value={target}
                data={lower.map((value) => ({ value, label: common.level[value] }))} onChange={(value) => value && setDowngradeTo(value)}
              />
            </Group>
          )}
          <NumberInput
            label={change.retention} description={change.permanent} min={1} max={100} allowDecimal={false} allowNegative={false} clampBehavior="strict"
            value={retentionYears ?? ''} onChange={(value) => setRetentionYears(typeof value === 'number' && value >= 1 ? value : null)}
          />
          <Textarea label={change.remarks} autosize minRows={2} maxRows={6} maxLength={500} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
          <Refusal error={error} />
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{change.cancel}</Button>
            <Button type="submit" variant="filled" loading={isSaving}>{change.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
