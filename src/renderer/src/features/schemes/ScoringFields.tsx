import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import type { Scheme, Scoring } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import { Curve, ScoringStrip } from './BandStrip.tsx'
import { FaultHere, faultsAt } from './FaultList.tsx'
import { CentiInput, DecimalInput } from './fields.tsx'
import styles from './schemes.module.css'
import { fromUnit, toUnit, type Unit } from './words.ts'

type Props = {
  name: string
  scoring: Scoring
  unit: Unit
  scheme: Scheme
  faults: readonly SchemeFault[]
  /** Where it stands, for its faults. */
  place: readonly (string | number)[]
  onChange: (edit: (scoring: Scoring) => void) => void
  /** The other mode, with the same bounds as far as they can be kept. */
  onMode: (scoring: Scoring) => void
}

/** Bands become points at their bounds, points become bands between them. */
function otherMode(scoring: Scoring): Scoring {
  if (scoring.mode === 'bands') {
    const sorted = [...scoring.bands].sort((one, other) => (one.from ?? Number.NEGATIVE_INFINITY) - (other.from ?? Number.NEGATIVE_INFINITY))
    const isRising = sorted.at(-1)!.share >= sorted[0]!.share
    const anchors = sorted.slice(1).map((band, at) => ({ value: band.from ?? 0, share: isRising ? band.share : sorted[at]!.share }))
    return { mode: 'interpolated', anchors: anchors.length > 1 ? anchors : [{ value: 0, share: sorted[0]!.share }, { value: 1, share: sorted.at(-1)!.share }] }
  }
  const sorted = [...scoring.anchors].sort((one, other) => one.value - other.value)
  return { mode: 'bands', bands: sorted.map(({ share }, at) => ({ from: at === 0 ? null : sorted[at]!.value, until: sorted[at + 1]?.value ?? null, closed: 'lower', share })) }
}

/** How values turn into points: a strip or curve, and under it the numbers it is drawn from. */
export function ScoringFields(props: Props) {
  const { schemes } = useText()
  const { name, scoring, unit, scheme, faults, place, onMode } = props
  const words = schemes.card
  const above = [...place, scoring.mode === 'bands' ? 'bands' : 'anchors']
  return (
    <div className={styles.scoring}>
      <SegmentedControl size="xs" aria-label={words.scoring} value={scoring.mode} data={(['bands', 'interpolated'] as const).map((value) => ({ value, label: words[value] }))} onChange={() => onMode(otherMode(scoring))} />
      <div className={styles.bigStrip}>
        {scoring.mode === 'bands' ? <ScoringStrip name={name} scoring={scoring} unit={unit} /> : <Curve name={name} anchors={scoring.anchors} unit={unit} isLarge />}
      </div>
      {scoring.mode === 'bands' ? <Bands {...props} bands={scoring.bands} /> : <Anchors {...props} anchors={scoring.anchors} />}
      <FaultHere scheme={scheme} faults={faultsAt(faults, ...place).filter((fault) => !above.every((step, at) => fault.place[at] === step))} />
    </div>
  )
}

function Bands({ bands, unit, scheme, faults, place, onChange }: Props & { bands: Extract<Scoring, { mode: 'bands' }>['bands'] }) {
  const { schemes } = useText()
  const words = schemes.card
  const edit = (at: number, change: (band: (typeof bands)[number]) => void) => onChange((scoring) => { if (scoring.mode === 'bands') change(scoring.bands[at]!) })
  const shown = (value: number | null) => (value === null ? null : toUnit(value, unit))
  const kept = (value: number | null) => (value === null ? null : fromUnit(value, unit))
  const unitText = schemes.unit[unit]
  return (
    <div role="group" aria-label={words.bands}>
      <div className={styles.bandHead} aria-hidden><span>{words.from} {unitText}</span><span>{words.until} {unitText}</span><span /><span>{words.share}</span><span /></div>
      {bands.map((band, at) => {
        const wrong = faultsAt(faults, ...place, 'bands', at)
        const label = (what: string) => `${words.band(at + 1)} ${what}`
        return (
          <div key={at}>
            <div className={wrong.some(({ level }) => level === 'fault') ? `${styles.band} ${styles.wrongBand}` : styles.band}>
              <DecimalInput isBare isOptional label={label(words.from)} placeholder={words.unbounded} value={shown(band.from)} onChange={(value) => edit(at, (one) => { one.from = kept(value) })} />
              <DecimalInput isBare isOptional label={label(words.until)} placeholder={words.unbounded} value={shown(band.until)} onChange={(value) => edit(at, (one) => { one.until = kept(value) })} />
              <button type="button" className={styles.closed} aria-label={label(words.closed[band.closed])} onClick={() => edit(at, (one) => { one.closed = one.closed === 'lower' ? 'upper' : 'lower' })}>{words.closed[band.closed]}</button>
              <CentiInput isBare label={label(words.share)} unit="%" value={band.share} onChange={(share) => edit(at, (one) => { one.share = share })} />
              <ActionIcon size={28} variant="subtle" aria-label={label(words.removeBand)} disabled={bands.length <= 2} onClick={() => onChange((scoring) => { if (scoring.mode === 'bands') scoring.bands.splice(at, 1) })}><IconTrash size={16} aria-hidden /></ActionIcon>
            </div>
            <FaultHere scheme={scheme} faults={wrong} />
          </div>
        )
      })}
      <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} disabled={bands.length >= 12} onClick={() => onChange((scoring) => { if (scoring.mode === 'bands') scoring.bands.push({ ...scoring.bands.at(-1)!, from: scoring.bands.at(-1)!.until, until: null }) })}>{words.addBand}</Button>
    </div>
  )
}

function Anchors({ anchors, unit, scheme, faults, place, onChange }: Props & { anchors: Extract<Scoring, { mode: 'interpolated' }>['anchors'] }) {
  const { schemes } = useText()
  const words = schemes.card
  const edit = (at: number, change: (anchor: (typeof anchors)[number]) => void) => onChange((scoring) => { if (scoring.mode === 'interpolated') change(scoring.anchors[at]!) })
  return (
    <div role="group" aria-label={words.interpolated}>
      <div className={styles.anchorHead} aria-hidden><span>{words.value} {schemes.unit[unit]}</span><span>{words.share}</span><span /></div>
      {anchors.map((anchor, at) => (
        <div key={at}>
          <div className={styles.anchor}>
            <DecimalInput isBare label={`${words.value} ${at + 1}`} value={toUnit(anchor.value, unit)} onChange={(value) => value !== null && edit(at, (one) => { one.value = fromUnit(value, unit) })} />
            <CentiInput isBare label={`${words.share} ${at + 1}`} unit="%" value={anchor.share} onChange={(share) => edit(at, (one) => { one.share = share })} />
            <ActionIcon size={28} variant="subtle" aria-label={`${words.removeAnchor} ${at + 1}`} disabled={anchors.length <= 2} onClick={() => onChange((scoring) => { if (scoring.mode === 'interpolated') scoring.anchors.splice(at, 1) })}><IconTrash size={16} aria-hidden /></ActionIcon>
          </div>
          <FaultHere scheme={scheme} faults={faultsAt(faults, ...place, 'anchors', at)} />
        </div>
      ))}
      <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} disabled={anchors.length >= 12} onClick={() => onChange((scoring) => { if (scoring.mode === 'interpolated') scoring.anchors.push({ ...scoring.anchors.at(-1)!, value: scoring.anchors.at(-1)!.value + 1 }) })}>{words.addAnchor}</Button>
    </div>
  )
}
