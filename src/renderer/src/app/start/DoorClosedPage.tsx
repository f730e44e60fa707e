import { Stack, Text as Words } from '@mantine/core'
import { useText } from '../text.tsx'
import { StartShell } from './StartShell.tsx'

/** The browser door let nobody in (the key was used, or there was none), or the program is gone: how to come back. */
export function DoorClosedPage({ why }: { why: 'refused' | 'unreachable' }) {
  const { common } = useText()
  const isGone = why === 'unreachable'
  return (
    <StartShell title={isGone ? common.enter.unreachable : common.enter.title} width={480}>
      <Stack gap="sm">
        {!isGone && <Words>{common.enter.used}</Words>}
        <Words>{isGone ? common.enter.unreachableHow : common.enter.how}</Words>
      </Stack>
    </StartShell>
  )
}
