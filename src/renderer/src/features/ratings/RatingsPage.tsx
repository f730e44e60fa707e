import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconGauge, IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { RATING_GROUPS } from '../../../../shared/contract/ratings.ts'
import { RATING_KINDS, type RatingKind } from '../../../../shared/rules/schemes/schema.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useLanguage, useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { formatCount } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { CreateDialog } from './CreateDialog.tsx'
import { countsQuery, type RatingRow } from './queries.ts'
import styles from './ratings.module.css'
import { score, share } from './words.ts'

type Group = (typeof RATING_GROUPS)[number]
type GradeFilter = NonNullable<RatingRow['grade']> | 'none'

/** What waits for this person, what runs, and the grade that stands of each party. */
export function RatingsPage() {
  const { ratings: text } = useText()
  // English words are longer than Chinese ones.
  const isWide = useLanguage().language === 'en'
  const may = useMay()
  const [, go] = useLocation()
  const query = new URLSearchParams(useSearch())
  const { data: counts } = useQuery({ ...countsQuery, staleTime: 0 })
  const wanted = RATING_GROUPS.find((one) => one === query.get('group'))
  const group: Group = wanted ?? ((counts?.mine ?? 0) > 0 ? 'mine' : (counts?.running ?? 0) > 0 ? 'running' : 'current')
  const [words, setWords] = useState('')
  const [search] = useDebouncedValue(words, 200)
  const [kind, setKind] = useState<RatingKind | null>(null)
  const [grade, setGrade] = useState<GradeFilter | null>(null)
  const [isMaking, setMaking] = useState(false)
  const rows = usePagedRows<RatingRow>({ queryKey: ['ratings.list', group, search, kind, grade], fetchPage: (offset, limit) => call('ratings.list', { group, text: search, kind, grade, offset, limit }) })
  const isEmpty = !rows.isPending && rows.error === null && rows.total === 0
  const isFiltered = search !== '' || kind !== null || grade !== null
  const chosen = (value: string) => go(`${paths.ratings}?group=${value}`, { replace: true })
  return (
    <div className={styles.page}>
      <PageHead
        title={text.title}
        beside={<SegmentedControl aria-label={text.group.label} value={group} onChange={chosen} data={RATING_GROUPS.map((value) => ({ value, label: counts && counts[value] > 0 ? `${text.group[value]} ${formatCount(counts[value])}` : text.group[value] }))} />}
      >
        {may('rerating.due') && <Button component={Link} href={paths.rerating} variant="subtle">{text.also.rerating}</Button>}
        {may('validity.report') && <Button component={Link} href={paths.validity} variant="subtle">{text.also.validity}</Button>}
        {may('ratings.create') && <Button variant="filled" leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />} onClick={() => setMaking(true)}>{text.create.action}</Button>}
      </PageHead>
      <div className={styles.filters}>
        <TextInput w={220} aria-label={text.list.search} placeholder={text.list.search} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <FilterSelect<RatingKind> label={text.list.anyKind} width={120} value={kind} onChange={setKind} data={RATING_KINDS.map((value) => ({ value, label: text.kindLong[value] }))} />
        <div className={styles.gradeChips} role="group" aria-label={text.list.grades}>
          {counts?.grades.map((one) => (
            <button key={one.grade} type="button" aria-pressed={grade === one.grade} onClick={() => setGrade(grade === one.grade ? null : one.grade)}>
              <GradeTag grade={one.grade === 'none' ? null : one.grade} />{text.list.chip(one.grade === 'none' ? text.list.unrated : one.label === one.grade ? '' : one.label, formatCount(one.count))}
            </button>
          ))}
        </div>
        <span role="status" className={styles.quiet}>{text.list.counted(formatCount(rows.total))}</span>
      </div>
      {rows.error && <div className={styles.empty}><ErrorState error={rows.error} retry={rows.refetch} /></div>}
      {isEmpty && <div className={styles.empty}>{isFiltered ? <EmptyState icon={IconGauge} title={text.list.noMatch} /> : <EmptyState icon={IconGauge} title={text.list.empty[group]} hint={text.list.emptyHint} />}</div>}
      {rows.error === null && !isEmpty && (
        <DataTable label={text.group[group]} columns={columns(text, isWide)} count={rows.isPending ? 6 : rows.total} rowAt={rows.rowAt} rowKey={(row) => row.id} onVisible={rows.onVisible} onOpen={(row) => go(paths.rating(row.id))} />
      )}
      {isMaking && <CreateDialog onClose={() => setMaking(false)} />}
    </div>
  )
}

function columns(text: ReturnType<typeof useText>['ratings'], isWide: boolean): readonly Column<RatingRow>[] {
  const words = text.list
  return [
    { key: 'number', heading: words.number, width: 128, cell: (row) => <strong>{row.number}</strong> },
    { key: 'party', heading: words.party, cell: (row) => <span title={row.partyName}>{row.partyName}</span> },
    { key: 'kind', heading: words.kind, width: isWide ? 92 : 72, cell: (row) => text.kind[row.kind] },
    { key: 'state', heading: words.state, width: 84, cell: (row) => <span className={styles.state} data-state={row.state}>{text.state[row.state]}</span> },
    { key: 'grade', heading: words.grade, width: 64, cell: (row) => <GradeTag grade={row.grade} /> },
    { key: 'score', heading: words.score, width: 72, align: 'end', cell: (row) => score(row.score) },
    { key: 'coverage', heading: words.coverage, width: 80, align: 'end', cell: (row) => share(row.coverage) },
    { key: 'asOf', heading: words.asOf, width: 104, cell: (row) => row.asOf },
    { key: 'maker', heading: words.maker, width: 88, cell: (row) => row.madeByName },
    { key: 'approved', heading: words.approved, width: 104, cell: (row) => row.approvedOn ?? <span className={styles.quiet}>—</span> },
    { key: 'review', heading: words.review, width: 104, cell: (row) => (row.isCurrent ? row.nextOn : null) ?? <span className={styles.quiet}>—</span> },
  ]
}
