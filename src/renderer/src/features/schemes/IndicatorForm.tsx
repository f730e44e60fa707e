import { ActionIcon, Button, Checkbox, Group, Select, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import { type FormulaIndicator, type Indicator, type MarkIndicator, type Scheme, SHOWN_UNITS } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import { FormulaField } from '../../ui/FormulaField.tsx'
import type { Change } from './draft.ts'
import { FaultHere, faultsAt } from './FaultList.tsx'
import { CentiInput } from './fields.tsx'
import styles from './schemes.module.css'
import { ScoringFields } from './ScoringFields.tsx'

export type Spot = { group: number; indicator: number }
type Props = { scheme: Scheme; faults: readonly SchemeFault[]; spot: Spot; change: Change; onSpot: (spot: Spot | null) => void }

/** Everything of one indicator, each field with what does not hold in it. */
export function IndicatorForm(props: Props) {
  const { schemes } = useText()
  const { scheme, faults, spot, change, onSpot } = props
  const words = schemes.card
  const one = scheme.groups[spot.group]!.indicators[spot.indicator]!
  const place = ['groups', spot.group, 'indicators', spot.indicator] as const
  const edit = (set: (indicator: Indicator) => void) => change((next) => set(next.groups[spot.group]!.indicators[spot.indicator]!))
  const here = (...more: (string | number)[]) => <FaultHere scheme={scheme} faults={faultsAt(faults, ...place, ...more)} />
  const move = (by: number) => {
    change((next) => {
      const list = next.groups[spot.group]!.indicators
      list.splice(spot.indicator + by, 0, ...list.splice(spot.indicator, 1))
    })
    onSpot({ ...spot, indicator: spot.indicator + by })
  }
  const remove = () => {
    change((next) => void next.groups[spot.group]!.indicators.splice(spot.indicator, 1))
    onSpot(null)
  }
  const siblings = scheme.groups[spot.group]!.indicators.length
  return (
    <section aria-label={`${one.code} ${one.name}`} className={styles.form}>
      <div className={styles.formHead}>
        <h2>{one.code} {one.name}</h2>
        <ActionIcon size={28} variant="subtle" aria-label={words.moveUp} disabled={spot.indicator === 0} onClick={() => move(-1)}><IconArrowUp size={16} aria-hidden /></ActionIcon>
        <ActionIcon size={28} variant="subtle" aria-label={words.moveDown} disabled={spot.indicator === siblings - 1} onClick={() => move(1)}><IconArrowDown size={16} aria-hidden /></ActionIcon>
        <ActionIcon size={28} variant="subtle" aria-label={words.remove} disabled={siblings === 1} onClick={remove}><IconTrash size={16} aria-hidden /></ActionIcon>
      </div>
      <div className={styles.headFields}>
        <TextInput label={words.code} maxLength={8} value={one.code} onChange={(event) => { const code = event.currentTarget.value.toUpperCase(); edit((next) => { next.code = code }) }} />
        <TextInput label={words.name} maxLength={40} value={one.name} onChange={(event) => { const name = event.currentTarget.value; edit((next) => { next.name = name }) }} />
        <CentiInput label={words.weight} value={one.weight} onChange={(weight) => edit((next) => { next.weight = weight })} />
      </div>
      {here('code')}{here('name')}{here('weight')}
      <TextInput label={words.hint} maxLength={200} value={one.hint ?? ''} onChange={(event) => { const hint = event.currentTarget.value; edit((next) => { next.hint = hint === '' ? null : hint }) }} />
      {one.kind === 'formula' ? <FormulaParts {...props} one={one} /> : <MarkParts {...props} one={one} />}
      <MissingFields one={one} onChange={edit} />
      {here('missing')}
    </section>
  )
}

function FormulaParts({ one, scheme, faults, spot, change }: Props & { one: FormulaIndicator }) {
  const { schemes } = useText()
  const words = schemes.card
  const place = ['groups', spot.group, 'indicators', spot.indicator]
  const edit = (set: (indicator: FormulaIndicator) => void) => change((next) => {
    const found = next.groups[spot.group]!.indicators[spot.indicator]!
    if (found.kind === 'formula') set(found)
  })
  const here = (...more: (string | number)[]) => <FaultHere scheme={scheme} faults={faultsAt(faults, ...place, ...more)} />
  const shared = { unit: one.unit, scheme, faults }
  return (
    <>
      <FormulaField label={words.formula} value={one.formula} onChange={(formula) => edit((next) => { next.formula = formula })}>{here('formula')}</FormulaField>
      <Group grow gap={8}>
        <Select label={words.unit} allowDeselect={false} value={one.unit} data={SHOWN_UNITS.map((value) => ({ value, label: schemes.unit[value] || '—' }))} onChange={(unit) => unit !== null && edit((next) => { next.unit = unit })} />
        <Select label={words.direction} allowDeselect={false} value={one.direction} data={(['up', 'down', 'none'] as const).map((value) => ({ value, label: words[value] }))} onChange={(direction) => direction !== null && edit((next) => { next.direction = direction })} />
      </Group>
      <ScoringFields {...shared} name={one.name} scoring={one.scoring} place={[...place, 'scoring']} onChange={(set) => edit((next) => set(next.scoring))} onMode={(scoring) => edit((next) => { next.scoring = scoring })} />
      <FormulaField label={words.demote} isRequired={false} value={one.demoteWhen ?? ''} onChange={(formula) => edit((next) => { next.demoteWhen = formula.trim() === '' ? null : formula })}>{here('demoteWhen')}</FormulaField>
      {one.industries.map((own, at) => (
        <details key={at} className={styles.industry} open={faultsAt(faults, ...place, 'industries', at).length > 0 || undefined}>
          <summary>{words.industries} · {own.industry}</summary>
          <Group gap={8} align="end" mb={8}>
            <TextInput label={words.industry} maxLength={40} className={styles.grow} value={own.industry} onChange={(event) => { const industry = event.currentTarget.value; edit((next) => { next.industries[at]!.industry = industry }) }} />
            <ActionIcon size={32} variant="subtle" aria-label={`${words.removeIndustry} ${own.industry}`} onClick={() => edit((next) => void next.industries.splice(at, 1))}><IconTrash size={16} aria-hidden /></ActionIcon>
          </Group>
          {here('industries', at, 'industry')}
          <ScoringFields {...shared} name={`${one.name} ${own.industry}`} scoring={own.scoring} place={[...place, 'industries', at, 'scoring']} onChange={(set) => edit((next) => set(next.industries[at]!.scoring))} onMode={(scoring) => edit((next) => { next.industries[at]!.scoring = scoring })} />
        </details>
      ))}
      <Button size="xs" variant="subtle" className={styles.start} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => edit((next) => void next.industries.push({ industry: words.industry, scoring: structuredClone(next.scoring) }))}>{words.addIndustry}</Button>
    </>
  )
}

function MarkParts({ one, scheme, faults, spot, change }: Props & { one: MarkIndicator }) {
  const { schemes } = useText()
  const words = schemes.card
  const place = ['groups', spot.group, 'indicators', spot.indicator]
  const edit = (set: (indicator: MarkIndicator) => void) => change((next) => {
    const found = next.groups[spot.group]!.indicators[spot.indicator]!
    if (found.kind === 'mark') set(found)
  })
  return (
    <>
      <Checkbox label={words.evidence} checked={one.evidence === 'page'} onChange={(event) => { const isAsked = event.currentTarget.checked; edit((next) => { next.evidence = isAsked ? 'page' : 'none' }) }} />
      <div role="group" aria-label={words.options}>
        <div className={styles.optionHead} aria-hidden><span>{words.code}</span><span>{words.name}</span><span>{words.share}</span><span /></div>
        {one.options.map((option, at) => (
          <div key={at}>
            <div className={styles.optionRow}>
              <TextInput aria-label={`${words.code} ${at + 1}`} maxLength={8} value={option.code} onChange={(event) => { const code = event.currentTarget.value.toUpperCase(); edit((next) => { next.options[at]!.code = code }) }} />
              <TextInput aria-label={`${words.name} ${at + 1}`} maxLength={40} value={option.name} onChange={(event) => { const name = event.currentTarget.value; edit((next) => { next.options[at]!.name = name }) }} />
              <CentiInput isBare label={`${words.share} ${at + 1}`} unit="%" value={option.share} onChange={(share) => edit((next) => { next.options[at]!.share = share })} />
              <ActionIcon size={28} variant="subtle" aria-label={`${words.removeBand} ${at + 1}`} disabled={one.options.length <= 2} onClick={() => edit((next) => void next.options.splice(at, 1))}><IconTrash size={16} aria-hidden /></ActionIcon>
            </div>
            <FaultHere scheme={scheme} faults={faultsAt(faults, ...place, 'options', at)} />
          </div>
        ))}
        <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} disabled={one.options.length >= 8} onClick={() => edit((next) => void next.options.push({ code: `O${next.options.length + 1}`, name: words.worst, share: 0 }))}>{words.addBand}</Button>
      </div>
    </>
  )
}

const KINDS = ['notProvided', 'notApplicable', 'notKept', 'undefined'] as const

function MissingFields({ one, onChange }: { one: Indicator; onChange: (edit: (indicator: Indicator) => void) => void }) {
  const { schemes } = useText()
  const words = schemes.card
  return (
    <fieldset className={styles.missing}>
      <legend>{words.missing}</legend>
      {KINDS.map((kind) => (
        <Select
          key={kind} size="xs" label={words.missingKind[kind]} allowDeselect={false} value={one.missing[kind]}
          data={(kind === 'undefined' ? (['zero', 'exclude', 'full'] as const) : (['zero', 'exclude'] as const)).map((value) => ({ value, label: words.missingRule[value] }))}
          onChange={(rule) => rule !== null && onChange((next) => { (next.missing as Record<string, string>)[kind] = rule })}
        />
      ))}
    </fieldset>
  )
}
