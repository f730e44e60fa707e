import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Behind } from './InvoicesTab.tsx'
import { type Overview, wan } from './queries.ts'
import styles from './invoices.module.css'

const HEIGHT = 388
const LEFT = 56
const BOTTOM = 24
const TOP = 8

/** Sales and purchases of 36 calendar months beside each other; the month under the pointer is told, a click opens its invoices. */
export function MonthsChart({ months, asOf, onOpen }: { months: Overview['months']; asOf: string; onOpen: (behind: Behind) => void }) {
  const { invoices: { chart, direction } } = useText()
  const { ref, width: measured } = useElementSize()
  const [shown, setShown] = useState<number | null>(null)
  const width = Math.max(320, measured || 640)
  const { ticks, y } = scale(months)
  const step = (width - LEFT) / months.length
  const bar = Math.max(2, Math.min(9, step * 0.36))
  const told = months[shown ?? months.length - 1]!
  const line = (fen: number, x: number, kind: 'sale' | 'purchase') => {
    const [from, to] = [y(Math.max(0, fen)), y(Math.min(0, fen))]
    return <rect className={styles[kind]} x={x} y={from} width={bar} height={Math.max(fen === 0 ? 0 : 1, to - from)} />
  }
  const legend = (
    <span className={styles.legend} aria-live="polite">
      <strong>{told.month}</strong>
      <i className={styles.sale} />{direction.sale} {wan(told.saleFen)}
      <i className={styles.purchase} />{direction.purchase} {wan(told.purchaseFen)}　{chart.unit}
    </span>
  )
  return (
    <Panel title={chart.title} aside={legend}>
      <div ref={ref}>
        <svg className={styles.chart} width={width} height={HEIGHT} role="group" aria-label={chart.summary} onMouseLeave={() => setShown(null)}>
          {ticks.map((tick) => (
            <g key={tick} aria-hidden>
              <line className={tick === 0 ? styles.zero : styles.rule} x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">{tick === 0 ? '0' : (tick / 1_000_000).toLocaleString('en-US', { maximumFractionDigits: 2 })}</text>
            </g>
          ))}
          {months.map(({ month, saleFen, purchaseFen }, index) => {
            const x = LEFT + index * step
            const open = () => onOpen({ line: null, id: null, ...monthSpan(month, asOf) })
            return (
              <g
                key={month} role="button" tabIndex={index === (shown ?? months.length - 1) ? 0 : -1} aria-label={chart.label(month, wan(saleFen), wan(purchaseFen))} className={styles.month}
                onMouseEnter={() => setShown(index)} onFocus={() => setShown(index)} onClick={open}
                onKeyDown={(event) => {
                  const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: months.length - 1 }[event.key]
                  if (event.key === 'Enter' || event.key === ' ') open()
                  else if (to === undefined || to < 0 || to >= months.length) return
                  else (event.currentTarget.parentElement?.querySelectorAll<SVGGElement>('[role=button]')[to])?.focus()
                  event.preventDefault()
                }}
              >
                <rect className={index === shown ? styles.over : styles.under} x={x} y={TOP} width={step} height={HEIGHT - TOP - BOTTOM} />
                {line(saleFen, x + step / 2 - bar - 0.5, 'sale')}
                {line(purchaseFen, x + step / 2 + 0.5, 'purchase')}
                {(month.endsWith('-01') || (index === 0 && Number(month.slice(5)) < 10)) && <text x={x + 2} y={HEIGHT - 8} aria-hidden>{month.endsWith('-01') ? month.slice(0, 4) : month}</text>}
                {month.endsWith('-01') && index > 0 && <line className={styles.year} x1={x} x2={x} y1={TOP} y2={HEIGHT - BOTTOM + 8} aria-hidden />}
              </g>
            )
          })}
        </svg>
      </div>
    </Panel>
  )
}

/** Round steps that hold every month, zero always among them. */
function scale(months: Overview['months']): { ticks: number[]; y: (fen: number) => number } {
  const values = months.flatMap(({ saleFen, purchaseFen }) => [saleFen, purchaseFen])
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values, 1)]
  const raw = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw) ?? raw
  const first = Math.floor(low / step) * step
  const last = Math.ceil(high / step) * step
  const ticks = Array.from({ length: Math.round((last - first) / step) + 1 }, (_unused, index) => first + index * step)
  return { ticks, y: (fen) => TOP + ((last - fen) / (last - first)) * (HEIGHT - TOP - BOTTOM) }
}

function monthSpan(month: string, asOf: string): { from: string; until: string } {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  return { from: `${month}-01`, until: last > asOf ? asOf : last }
}
