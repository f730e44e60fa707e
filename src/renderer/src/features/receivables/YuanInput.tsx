import { NumberInput } from '@mantine/core'

type Props = { label?: string; 'aria-label'?: string; required?: boolean; fen: number | null; onChange: (fen: number | null) => void; size?: 'xs'; w?: number; 'data-autofocus'?: boolean; error?: string | false; max?: number }

/** An amount in yuan, kept in fen. */
export function YuanInput({ fen, onChange, max = 9_000_000_000_000_000, ...rest }: Props) {
  return (
    <NumberInput
      {...rest} min={0} max={max / 100} decimalScale={2} thousandSeparator hideControls allowNegative={false} value={fen === null ? '' : fen / 100}
      onChange={(value) => onChange(typeof value === 'number' ? Math.round(value * 100) : null)} styles={{ input: { textAlign: 'end' } }}
    />
  )
}
