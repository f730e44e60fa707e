import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, type KeyboardEvent } from 'react'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import type { Indicator, Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import { Strip } from './BandStrip.tsx'
import type { Change } from './draft.ts'
import { faultsAt } from './FaultList.tsx'
import { IndicatorForm, type Spot } from './IndicatorForm.tsx'
import styles from './schemes.module.css'
import { pointsText, readFormula } from './words.ts'

type Props = { scheme: Scheme; faults: readonly SchemeFault[]; canEdit: boolean; change: Change; spot: Spot | null; onSpot: (spot: Spot | null) => void }

/** The card as a table, its groups with their weights, and beside it the indicator that was chosen. */
export function CardPart({ scheme, faults, canEdit, change, spot, onSpot }: Props) {
  const { schemes } = useText()
  const words = schemes.card
  const list = useRef<HTMLDivElement>(null)
  const chosen = spot !== null && scheme.groups[spot.group]?.indicators[spot.indicator] ? spot : null
  // Arrows walk from indicator to indicator; what is walked to is shown beside.
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const rows = [...(list.current?.querySelectorAll<HTMLButtonElement>(`.${styles.row}`) ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLButtonElement)
    const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
    next.click()
  }
  return (
    <div className={styles.columns}>
      <div className={styles.table} ref={list} onKeyDown={walk} role="group" aria-label={words.table}>
        {scheme.groups.map((group, at) => (
          <section key={at} aria-label={group.name}>
            <GroupHead scheme={scheme} at={at} canEdit={canEdit} change={change} />
            {group.indicators.map((one, index) => (
              <IndicatorRow
                key={index} one={one} faults={faultsAt(faults, 'groups', at, 'indicators', index)} isChosen={chosen?.group === at && chosen.indicator === index}
                onClick={() => onSpot({ group: at, indicator: index })}
              />
            ))}
            {canEdit && <AddButtons scheme={scheme} group={at} change={change} onSpot={onSpot} />}
          </section>
        ))}
        {canEdit && scheme.groups.length < 12 && (
          <Button size="xs" variant="subtle" m={8} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => change((next) => void next.groups.push({ code: freeCode(next.groups, 'G'), name: words.newGroup, indicators: [newIndicator(next, words.newIndicator)] }))}>{words.addGroup}</Button>
        )}
      </div>
      <div className={styles.side} tabIndex={-1}>
        {chosen === null ? <p className={styles.choose}>{words.choose}</p> : (
          <fieldset disabled={!canEdit} className={styles.plain}><IndicatorForm key={`${chosen.group} ${chosen.indicator}`} scheme={scheme} faults={faults} spot={chosen} change={change} onSpot={onSpot} /></fieldset>
        )}
      </div>
    </div>
  )
}

function GroupHead({ scheme, at, canEdit, change }: { scheme: Scheme; at: number; canEdit: boolean; change: Change }) {
  const { schemes } = useText()
  const group = scheme.groups[at]!
  const weight = group.indicators.reduce((sum, one) => sum + one.weight, 0)
  return (
    <div className={styles.group}>
      {canEdit
        ? <TextInput aria-label={`${schemes.card.group} ${at + 1}`} size="xs" variant="unstyled" classNames={{ input: styles.groupName }} maxLength={20} value={group.name} onChange={(event) => { const name = event.currentTarget.value; change((next) => { next.groups[at]!.name = name }) }} />
        : <h2 className={styles.groupName}>{group.name}</h2>}
      {canEdit && scheme.groups.length > 1 && <button type="button" className={styles.quietButton} aria-label={`${schemes.card.removeGroup} ${group.name}`} title={schemes.card.removeGroup} onClick={() => change((next) => void next.groups.splice(at, 1))}><IconTrash size={14} aria-hidden /></button>}
      <span className={styles.weight}>{pointsText(weight)}</span>
    </div>
  )
}

function IndicatorRow({ one, faults, isChosen, onClick }: { one: Indicator; faults: readonly SchemeFault[]; isChosen: boolean; onClick: () => void }) {
  const text = useText()
  const isWrong = faults.some(({ level }) => level === 'fault')
  const under = one.kind === 'formula' ? readFormula(text, one.formula) ?? one.formula : text.schemes.card.markKind
  return (
    <button type="button" className={isChosen ? `${styles.row} ${styles.chosenRow}` : styles.row} aria-current={isChosen} onClick={onClick}>
      <span className={styles.rowCode}>{one.code}</span>
      <span className={styles.rowName}><strong>{one.name}</strong><span className={styles.under} title={under}>{under}</span></span>
      <span className={styles.rowStrip}><Strip indicator={one} /></span>
      <span className={styles.rowMark}>{faults.length > 0 && <IconAlertTriangle size={16} className={isWrong ? styles.isFault : styles.isWarning} aria-label={isWrong ? text.schemes.edit.faults(faults.length) : text.schemes.edit.warnings(faults.length)} />}</span>
      <span className={styles.weight}>{pointsText(one.weight)}</span>
    </button>
  )
}

/** A letter and the first number that is not taken. */
function freeCode(taken: readonly { code: string }[], letter: string): string {
  for (let no = 1; ; no += 1) if (!taken.some(({ code }) => code === `${letter}${no}`)) return `${letter}${no}`
}

const MISSING = { notProvided: 'zero', notApplicable: 'exclude', notKept: 'exclude', undefined: 'zero' } as const

function newIndicator(scheme: Scheme, name: string, letter = 'N'): Indicator {
  return {
    kind: 'formula', code: freeCode(scheme.groups.flatMap(({ indicators }) => indicators), letter), name, hint: null, weight: 0, missing: { ...MISSING }, formula: 'ratio(totalLiabilities, totalAssets)', unit: 'percent', direction: 'down',
    scoring: { mode: 'bands', bands: [{ from: null, until: 0.5, closed: 'upper', share: 10_000 }, { from: 0.5, until: null, closed: 'upper', share: 0 }] }, industries: [], demoteWhen: null,
  }
}

function AddButtons({ scheme, group, change, onSpot }: { scheme: Scheme; group: number; change: Change; onSpot: (spot: Spot) => void }) {
  const { schemes } = useText()
  const words = schemes.card
  const add = (kind: Indicator['kind']) => {
    change((next) => {
      const fresh = newIndicator(next, words.newIndicator, next.groups[group]!.indicators[0]?.code.slice(0, 1) ?? 'N')
      const { code, name, hint, weight, missing } = fresh
      next.groups[group]!.indicators.push(kind === 'formula' ? fresh : {
        kind, code, name, hint, weight, missing, evidence: 'page', options: [{ code: 'A', name: words.best, share: 10_000 }, { code: 'B', name: words.worst, share: 0 }],
      })
    })
    onSpot({ group, indicator: scheme.groups[group]!.indicators.length })
  }
  return (
    <div className={styles.adds}>
      <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add('formula')}>{words.addIndicator}</Button>
      <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add('mark')}>{words.addMark}</Button>
    </div>
  )
}
