import { TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useScans } from './scan-target.ts'

type Props = {
  label: string
  description?: ReactNode
  /** What the last scan came to, where it came to nothing. */
  error?: string | null
  /** The whole code, or '' for Enter alone. Called at once for every scan, however fast they follow. */
  onScan: (code: string) => void
  /** For a page whose buttons give the focus back to the scanner. */
  fieldRef?: RefObject<HTMLInputElement | null>
}

/** Where a scanner types into, on pages that are worked with one: has the focus when the page opens, and is empty again after each scan. */
export function ScanField({ label, description, error = null, onScan, fieldRef }: Props) {
  const own = useRef<HTMLInputElement>(null)
  const field = fieldRef ?? own
  const [code, setCode] = useState('')
  useScans(onScan)
  useEffect(() => field.current?.focus(), [field])
  return (
    <TextInput
      ref={field} label={label} description={description} value={code} size="md" autoComplete="off" spellCheck={false} maxLength={60} data-scan data-autofocus
      leftSection={<IconBarcode size={18} stroke={1.5} aria-hidden />} error={error} errorProps={{ role: 'alert' }} inputWrapperOrder={['label', 'input', 'error', 'description']}
      onChange={(event) => setCode(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        // Of the field, not of the state: the next code may be typed before this one is drawn.
        onScan(event.currentTarget.value.trim())
        setCode('')
      }}
    />
  )
}
