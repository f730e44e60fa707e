import { Button, Select, Skeleton, Switch } from '@mantine/core'
import { IconEqual, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { compareRegulations } from '../../../../shared/rules/regulations/compare.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useFilter } from '../../ui/filter.ts'
import { LineTable } from './LineTable.tsx'
import { bodyQuery, presetsQuery, type Regulation, type SourceId } from './queries.ts'
import { RegulationsHead } from './RegulationsHead.tsx'
import { readSource, useSources } from './sources.ts'
import styles from './compare.module.css'

/** Two regulations side by side: presets of the program and versions of this archive, `?left=version:1&right=preset:S04`. */
export function ComparePage() {
  const { regulations } = useText()
  const words = regulations.compare
  const [, navigate] = useLocation()
  const query = new URLSearchParams(useSearch())
  const { groups, inForce, error, refetch } = useSources()
  const left = readSource(query.get('left')) ?? inForce
  const right = readSource(query.get('right'))
  const choose = (side: { left?: SourceId; right?: SourceId }) =>
    navigate(paths.regulationSides(side.left ?? left, side.right ?? right), { replace: true })
  const pick = (side: 'left' | 'right', value: SourceId | null) => (
    <Select
      aria-label={words[side]} placeholder={words.chooseHint} value={value} data={groups} searchable allowDeselect={false} className={styles.pick}
      onChange={(chosen) => chosen !== null && choose({ [side]: chosen })} comboboxProps={{ width: 'max-content', position: 'bottom-start' }} maxDropdownHeight={380}
    />
  )
  return (
    <div className={styles.page}>
      <RegulationsHead view="compare">
        <Button component={Link} href={right === null ? paths.regulationEdit : paths.regulationEditFrom(right)} leftSection={<IconPencil size={18} aria-hidden />}>{words.use}</Button>
      </RegulationsHead>
      {error && <div className={styles.card}><ErrorState error={error} retry={refetch} /></div>}
      {!error && (
        <div className={styles.columns}>
          <Presets chosen={right} onChoose={(id) => choose({ right: `preset:${id}` })} />
          <div className={styles.sides}>
            <div className={styles.picks}>{pick('left', left)}<span aria-hidden>↔</span>{pick('right', right)}</div>
            {left !== null && right !== null
              ? <Sides left={left} right={right} nameOf={(source) => groups.flatMap(({ items }) => items).find(({ value }) => value === source)?.label ?? source} />
              : <div className={styles.card}><EmptyState icon={IconEqual} title={words.chooseHint} /></div>}
          </div>
        </div>
      )}
    </div>
  )
}

function Presets({ chosen, onChoose }: { chosen: SourceId | null; onChoose: (id: string) => void }) {
  const { regulations } = useText()
  const words = regulations.compare
  const { data } = useQuery(presetsQuery)
  return (
    <nav className={styles.presets} aria-label={words.list}>
      {!data && <Skeleton height={400} radius={8} />}
      <ul>
        {data?.map((preset) => (
          <li key={preset.id}>
            <button type="button" title={`${preset.id} ${preset.title}　${preset.summary}`} className={chosen === `preset:${preset.id}` ? styles.chosen : undefined} aria-pressed={chosen === `preset:${preset.id}`} onClick={() => onChoose(preset.id)}>
              <span className={styles.presetName}><strong>{preset.id}</strong> {preset.title}</span>
              <span className={styles.presetSummary}>{preset.summary}</span>
              <span className={styles.presetFacts}><Facts words={[words.facts(preset.requiredCredit, preset.requiredContract, preset.deadlines), ...(preset.clauses > 0 ? [words.clausesCarried(preset.carriedOut, preset.later)] : [])].join(DOT)} /></span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const DOT = ' · '
/** Facts one after another; a line breaks between two of them, never inside one. */
function Facts({ words }: { words: string }) {
  const facts = words.split(DOT)
  return facts.map((fact, index) => <Fragment key={fact}><span className={styles.fact}>{fact}{index < facts.length - 1 && ' ·'}</span> </Fragment>)
}

function Sides({ left, right, nameOf }: { left: SourceId; right: SourceId; nameOf: (source: SourceId) => string }) {
  const one = useQuery(bodyQuery(left))
  const other = useQuery(bodyQuery(right))
  const error = one.error ?? other.error
  if (error) return <div className={styles.card}><ErrorState error={error} retry={() => void Promise.all([one.refetch(), other.refetch()])} /></div>
  if (!one.data || !other.data) return <Skeleton height="100%" mih={400} radius={8} />
  return <Compared left={one.data} right={other.data} leftName={nameOf(left)} rightName={nameOf(right)} />
}

function Compared({ left, right, leftName, rightName }: { left: Regulation; right: Regulation; leftName: string; rightName: string }) {
  const { regulations } = useText()
  const words = regulations.compare
  const { filter, change } = useFilter('regulations.compare', { onlyDifferences: true }, [])
  const lines = useMemo(() => compareRegulations(left, right), [left, right])
  const different = lines.filter(({ isSame }) => !isSame)
  const shown = filter.onlyDifferences ? different : lines
  return (
    <>
      <div className={styles.count}>
        <span role="status">{words.differences(different.length)}</span>
        <Switch size="xs" label={words.onlyDifferences} checked={filter.onlyDifferences} onChange={(event) => change({ onlyDifferences: event.currentTarget.checked })} />
      </div>
      {shown.length === 0
        ? <div className={styles.card}><EmptyState icon={IconEqual} title={words.none} hint={words.noneHint} /></div>
        : <LineTable lines={shown} left={leftName} right={rightName} />}
    </>
  )
}
