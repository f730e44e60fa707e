import { Button, Group, Modal, NumberInput, Select, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { BLANK_FORMS } from '../../../../shared/contract/fallback.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { changePaper, type BlankRow } from './queries.ts'

/** Takes numbers and goes straight to the paper. */
export function IssueDialog({ onClose }: { onClose: () => void }) {
  const { fallback: text, common } = useText()
  const [, go] = useLocation()
  const [form, setForm] = useState<BlankRow['form']>('slip')
  const [count, setCount] = useState<number | string>(10)
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const isReady = typeof count === 'number' && count >= 1 && count <= 100
  const issue = async () => {
    setRunning(true)
    try {
      const { ids, from, to } = await changePaper('fallback.issue', { form, count: Number(count) })
      notifications.show({ message: text.issue.done(from, to) })
      go(paths.blankPrint(ids[0]!, ids.at(-1)!))
    } catch (refusal) {
      setError(refusal)
      setRunning(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={text.issue.title} size={440}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isRunning) void issue()
        }}
      >
        <Stack gap="md">
          {text.issue.hint}
          <Select label={text.issue.form} data={BLANK_FORMS.map((value) => ({ value, label: text.form[value] }))} value={form} allowDeselect={false} onChange={(value) => value && setForm(value)} />
          <NumberInput label={text.issue.count} min={1} max={100} allowDecimal={false} value={count} onChange={setCount} data-autofocus />
          <Refusal error={error} />
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{text.issue.confirm}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
