import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import styles from './schemes.module.css'

type Props = {
  label: string
  value: number | null
  onChange: (value: number | null) => void
  /** An emptied field is a value of its own (no bound); otherwise it is not taken. */
  isOptional?: boolean
  placeholder?: string
  unit?: string
  error?: ReactNode
  /** The label is only heard, where a heading above the column says it. */
  isBare?: boolean
  isDisabled?: boolean
}

const written = (value: number | null): string => (value === null ? '' : String(value))
/** Undefined: no number yet (`-`, `1e`). */
function read(typed: string): number | null | undefined {
  const text = typed.trim().replaceAll(/[,，\s]/g, '')
  if (text === '') return null
  return /^[-−]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text.replace('−', '-')) : undefined
}

/** A decimal as it is typed: what is no number yet stays in the field and is not taken. */
export function DecimalInput({ label, value, onChange, isOptional = false, placeholder, unit, error, isBare = false, isDisabled = false }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const number = typed === null ? value : read(typed)
  const isRefused = number === undefined || (number === null && !isOptional)
  const isOwn = typed !== null && (isRefused || number === value)
  return (
    <TextInput
      {...(isBare ? { 'aria-label': label } : { label })} inputMode="decimal" classNames={{ input: styles.figure }} value={isOwn ? typed : written(value)} placeholder={placeholder} disabled={isDisabled}
      error={isOwn && isRefused ? true : error} rightSection={unit === undefined || unit === '' ? undefined : <span className={styles.unit}>{unit}</span>} rightSectionWidth={unit === undefined || unit === '' ? undefined : unit.length * 12 + 14}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const next = read(text)
        if (next !== undefined && (next !== null || isOptional)) onChange(next)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

/** Hundredths or basis points, typed as points or per cent. */
export function CentiInput({ value, onChange, ...props }: Omit<Props, 'value' | 'onChange' | 'isOptional'> & { value: number; onChange: (value: number) => void }) {
  return <DecimalInput {...props} value={value / 100} onChange={(typed) => typed !== null && onChange(Math.min(Math.max(Math.round(typed * 100), 0), 10_000))} />
}
