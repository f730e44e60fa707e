import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useErrorWords } from './error-words.ts'

/** A table leaves as a file: `write` makes and saves it and answers what the person is told of it. */
export function ExportButton({ label, write, isDisabled }: { label: string; write: () => Promise<string>; isDisabled: boolean }) {
  const errorWords = useErrorWords()
  const [isRunning, setRunning] = useState(false)
  const run = async () => {
    setRunning(true)
    try {
      notifications.show({ message: await write() })
    } catch (error) {
      notifications.show({ color: 'seal', message: errorWords(error) })
    }
    setRunning(false)
  }
  return <Button leftSection={<IconFileSpreadsheet size={18} stroke={1.5} aria-hidden />} loading={isRunning} disabled={isDisabled} onClick={() => void run()}>{label}</Button>
}
