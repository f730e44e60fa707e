const WIDTH = 46
const HEIGHT = 22
const PAD = 4

/** How an indicator went, the present as a dot. */
export function Spark({ values, label }: { values: readonly number[]; label: string }) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const at = values.map((value, index) => ({
    x: PAD + (index * (WIDTH - 2 * PAD)) / Math.max(1, values.length - 1), y: high === low ? HEIGHT / 2 : HEIGHT - PAD - ((value - low) * (HEIGHT - 2 * PAD)) / (high - low),
  }))
  const last = at.at(-1)!
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <polyline points={at.map(({ x, y }) => `${x},${y}`).join(' ')} fill="none" stroke="var(--pri)" strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={last.x} cy={last.y} r={2.5} fill="var(--pri)" />
    </svg>
  )
}
