import { Button, Group, Progress as Bar, Stack, Text as Words } from '@mantine/core'
import { useText } from '../app/text.tsx'
import { formatCount } from './format.ts'

type Props = {
  /** What is being done. */
  label: string
  progress: { done: number; total: number | null; step: string } | null
  onCancel?: () => void
}

/** A long piece of work on its way: how far, and a way to stop it. Without a known total the bar only moves. */
export function JobProgress({ label, progress, onCancel }: Props) {
  const { common } = useText()
  const total = progress?.total ?? null
  const step = progress && common.steps[progress.step as keyof typeof common.steps]
  const share = progress && total ? Math.min(100, (progress.done / total) * 100) : null
  return (
    <Stack gap={6} role="status">
      <Group justify="space-between" gap="md" wrap="nowrap">
        <Words fz="sm">{[label, step].filter(Boolean).join(' · ')}</Words>
        <Words fz="sm" c="dimmed">
          {progress && (total ? `${formatCount(progress.done)} / ${formatCount(total)}` : progress.done > 0 && formatCount(progress.done))}
        </Words>
      </Group>
      <Group gap="md" wrap="nowrap">
        <Bar value={share ?? 100} animated={share === null} striped={share === null} flex={1} size={8} radius={4} aria-label={label} />
        {onCancel && <Button size="xs" onClick={onCancel}>{common.cancel}</Button>}
      </Group>
    </Stack>
  )
}
