import { Button, Select, Skeleton, Switch } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconChartHistogram } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { RATING_KINDS, type RatingKind } from '../../../../shared/rules/schemes/schema.ts'
import { FORESIGHT_DAYS } from '../../../../shared/rules/validity/outcome.ts'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { Caution } from '../../ui/Caution.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { factName } from '../../ui/facts.ts'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Figures } from './Figures.tsx'
import { GradeTable } from './GradeTable.tsx'
import { IndicatorTable } from './IndicatorTable.tsx'
import { MigrationTable } from './MigrationTable.tsx'
import styles from './validity.module.css'

export type Validity = Output<'validity.report'>

/** Does the rating hold: frozen ratings against what came after, over this archive's own history. */
export function ValidityPage() {
  const { validity: text, ratings } = useText()
  const [schemeId, setSchemeId] = useState<number | null>(null)
  const [kind, setKind] = useState<RatingKind | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [hindsight, setHindsight] = useState(false)
  const filter = { schemeId, kind, from, until, hindsight }
  const { data, error, refetch } = useQuery({ queryKey: ['validity.report', filter], queryFn: () => call('validity.report', filter), placeholderData: keepPreviousData })
  if (error) return <><PageHead title={text.title} /><ErrorState error={error} retry={() => void refetch()} /></>
  return (
    <div className={styles.page}>
      <PageHead title={text.title} lead={<span className={styles.lead}>{text.lead(FORESIGHT_DAYS)}</span>} />
      <div className={styles.filters}>
        {data && data.schemes.length > 0 && (
          <Select aria-label={text.scheme} w={220} allowDeselect={false} value={String(data.schemeId)} onChange={(id) => setSchemeId(Number(id))} data={data.schemes.map((one) => ({ value: String(one.id), label: `${one.name} · ${one.ratings}` }))} />
        )}
        <FilterSelect<RatingKind> label={text.allKinds} width={188} value={kind} onChange={setKind} data={RATING_KINDS.map((value) => ({ value, label: ratings.kind[value] }))} />
        <DateInput aria-label={text.from} placeholder={text.from} clearable w={136} valueFormat="YYYY-MM-DD" value={from} onChange={setFrom} />
        <DateInput aria-label={text.until} placeholder={text.until} clearable w={136} valueFormat="YYYY-MM-DD" value={until} onChange={setUntil} />
        {data && (data.hindsight.ratings > 0 || hindsight) && <Switch label={text.withHindsight(data.hindsight.ratings)} checked={hindsight} onChange={(event) => setHindsight(event.currentTarget.checked)} />}
      </div>
      {data ? <Content data={data} countHindsight={() => setHindsight(true)} /> : <div className={styles.figures} aria-busy>{[1, 2, 3, 4].map((each) => <Skeleton key={each} height={120} radius={8} />)}</div>}
    </div>
  )
}

function Content({ data, countHindsight }: { data: Validity; countHindsight: () => void }) {
  const { validity: text } = useText()
  if (data.ratings.all === 0) return <div className={styles.card}><EmptyState icon={IconChartHistogram} title={text.none} hint={text.noneHint} /></div>
  const { ratings, counted, days } = data.hindsight
  if (data.report.cases === 0 && data.ratings.hindsight > 0) {
    return (
      <>
        <Sums sums={data.ratings} bads={0} />
        <div className={styles.card}>
          <EmptyState icon={IconChartHistogram} title={text.onlyHindsight(data.ratings.hindsight)} hint={text.onlyHindsightHint(days)}><Button variant="filled" onClick={countHindsight}>{text.withHindsight(ratings)}</Button></EmptyState>
        </div>
      </>
    )
  }
  return (
    <>
      <Sums sums={data.ratings} bads={data.report.bads} />
      {counted > 0 && <Caution>{text.hindsightCounted(counted, data.report.cases)}</Caution>}
      <Leaks leaks={data.leaks} />
      <Figures data={data} />
      <div className={styles.columns}>
        <GradeTable data={data} />
        <MigrationTable data={data} />
      </div>
      <div className={styles.columns}>
        <IndicatorTable indicators={data.report.indicators} />
        <Overrides report={data.report} />
      </div>
    </>
  )
}

function Sums({ sums, bads }: { sums: Validity['ratings']; bads: number }) {
  const { validity: text } = useText()
  const parts: [string, number][] = [[text.all, sums.all], [text.counted, sums.counted], [text.bads, bads], [text.open, sums.open], [text.inDefault, sums.inDefault], [text.superseded, sums.superseded], ...(sums.hindsight > 0 ? [[text.hindsight, sums.hindsight] as [string, number]] : [])]
  return <dl className={styles.sums}>{parts.map(([name, count]) => <div key={name}><dt>{name}</dt><dd>{count}</dd></div>)}</dl>
}

function Leaks({ leaks }: { leaks: Validity['leaks'] }) {
  const { validity: text, facts } = useText()
  if (leaks.length === 0) return <p className={styles.quiet}>{text.leaksNone}</p>
  return (
    <section className={styles.leaks} role="alert">
      <strong>{text.useless}</strong>
      <ul>{leaks.map(({ code, name, fact, kind, ratings }) => <li key={`${code}${fact}${kind}`}>{text.leakLine(`${code} ${name}`, `${factName(facts, fact)}，${text.leak[kind]}`, ratings)}</li>)}</ul>
    </section>
  )
}

function Overrides({ report: { overrides, overridesLeft: { open, other } } }: { report: Validity['report'] }) {
  const { validity: text } = useText()
  const some = overrides.filter(({ cases }) => cases > 0)
  return (
    <Panel title={text.overrides}>
      {some.length === 0 && open + other === 0 && <p className={styles.nothing}>{text.overridesNone}</p>}
      {some.length > 0 && (
        <dl className={styles.pairs}>{some.map(({ direction, cases, bads }) => <div key={direction}><dt>{text[direction]}</dt><dd>{text.overrideLine(cases, bads)}</dd></div>)}</dl>
      )}
      {open + other > 0 && <p className={styles.nothing}>{text.overridesLeft(open, other)}</p>}
    </Panel>
  )
}
