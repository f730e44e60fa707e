const WIDTH = 52
const HEIGHT = 20
const PAD = 3

/** Values from the oldest to the newest, evenly apart; the last has a dot. What is not known leaves a gap. */
export function Sparkline({ values, label }: { values: readonly (number | null)[]; label: string }) {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return <svg width={WIDTH} height={HEIGHT} aria-hidden />
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const x = (index: number) => PAD + (index * (WIDTH - 2 * PAD)) / Math.max(1, values.length - 1)
  const y = (value: number) => (high === low ? HEIGHT / 2 : HEIGHT - PAD - ((value - low) * (HEIGHT - 2 * PAD)) / (high - low))
  const points = values.flatMap((value, index) => (value === null ? [] : [{ x: x(index), y: y(value) }]))
  const last = points.at(-1)!
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <polyline points={points.map((point) => `${point.x},${point.y}`).join(' ')} fill="none" stroke="var(--pri)" strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={last.x} cy={last.y} r={2.5} fill="var(--pri)" />
    </svg>
  )
}
