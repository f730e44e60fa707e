import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Overview } from './queries.ts'
import styles from './deliveries.module.css'

const HEIGHT = 212
const LEFT = 28
const BOTTOM = 22
const TOP = 8

/** Orders of each month that were whole in time and those that were not, one on the other; arrow keys go from month to month. */
export function MonthsChart({ months }: { months: Overview['months'] }) {
  const { deliveries: { chart } } = useText()
  const { ref, width: measured } = useElementSize()
  const [shown, setShown] = useState<number | null>(null)
  const width = Math.max(320, measured || 640)
  const highest = Math.max(1, ...months.map(({ onTime, late }) => onTime + late))
  const tick = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((step) => highest / step <= 4) ?? highest
  const top = Math.ceil(highest / tick) * tick
  const y = (orders: number) => TOP + (1 - orders / top) * (HEIGHT - TOP - BOTTOM)
  const step = (width - LEFT) / months.length
  const bar = Math.max(4, Math.min(18, step * 0.6))
  const at = shown ?? months.length - 1
  const told = months[at]!
  const legend = (
    <span className={styles.legend} aria-live="polite">
      <strong>{told.month}</strong><i className={styles.onTime} />{chart.onTime} {told.onTime}<i className={styles.late} />{chart.late} {told.late}
      {told.inspected > 0 && <span>{chart.inspected(told.inspected, told.rejected)}</span>}
    </span>
  )
  return (
    <Panel title={chart.title} aside={legend}>
      <div ref={ref}>
        <svg className={styles.chart} width={width} height={HEIGHT} role="group" aria-label={chart.summary} onMouseLeave={() => setShown(null)}>
          {Array.from({ length: top / tick + 1 }, (_unused, index) => index * tick).map((value) => (
            <g key={value} aria-hidden><line className={value === 0 ? styles.zero : styles.rule} x1={LEFT} x2={width} y1={y(value)} y2={y(value)} /><text x={LEFT - 8} y={y(value) + 4} textAnchor="end">{value}</text></g>
          ))}
          {months.map(({ month, onTime, late }, index) => {
            const x = LEFT + index * step
            const middle = x + (step - bar) / 2
            return (
              <g
                key={month} role="img" tabIndex={index === at ? 0 : -1} aria-label={chart.label(month, onTime, late)} className={styles.month} onMouseEnter={() => setShown(index)} onFocus={() => setShown(index)}
                onKeyDown={(event) => {
                  const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: months.length - 1 }[event.key]
                  if (to === undefined || to < 0 || to >= months.length) return
                  event.currentTarget.parentElement?.querySelectorAll<SVGGElement>('[role=img]')[to]?.focus()
                  event.preventDefault()
                }}
              >
                <rect className={index === shown ? styles.over : styles.under} x={x} y={TOP} width={step} height={HEIGHT - TOP - BOTTOM} />
                {onTime > 0 && <rect className={styles.onTime} x={middle} y={y(onTime)} width={bar} height={y(0) - y(onTime)} />}
                {late > 0 && <rect className={styles.late} x={middle} y={y(onTime + late)} width={bar} height={y(onTime) - y(onTime + late) - (onTime > 0 ? 1 : 0)} />}
                {(month.endsWith('-01') || (index === 0 && Number(month.slice(5)) < 10)) && <text x={x + 2} y={HEIGHT - 6} aria-hidden>{month.endsWith('-01') ? month.slice(0, 4) : month}</text>}
              </g>
            )
          })}
        </svg>
      </div>
    </Panel>
  )
}
