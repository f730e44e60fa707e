import { Button, CopyButton, Group, Stack, Text as Words } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useText } from '../../app/text.tsx'
import styles from './PeoplePage.module.css'

/** A password just given, shown once so that it can be handed over. */
export function TemporaryPassword({ name, password, onDone }: { name: string; password: string; onDone: () => void }) {
  const { people: text, common } = useText()
  return (
    <Stack gap="md" role="status">
      <Words fw={600}>{text.handOver(name)}</Words>
      <p className={styles.once}>{password}</p>
      <Words c="dimmed" fz="sm">{text.passwordOnce}</Words>
      <Group justify="flex-end" gap="sm">
        <CopyButton value={password}>
          {({ copied, copy }) => (
            <Button leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} stroke={1.5} aria-hidden />} onClick={copy}>
              {copied ? common.copied : common.copy}
            </Button>
          )}
        </CopyButton>
        <Button variant="filled" onClick={onDone}>{text.done}</Button>
      </Group>
    </Stack>
  )
}
