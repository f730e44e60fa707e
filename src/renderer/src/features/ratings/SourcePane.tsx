import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import type { Source } from '../../../../shared/rules/facts/fact.ts'
import { indicatorsOf } from '../../../../shared/rules/schemes/schema.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { factName, factTextOf, flowEndedOn } from '../../ui/facts.ts'
import { readFormula } from '../../ui/formula.ts'
import { pagesQuery, type Rating } from './queries.ts'
import styles from './ratings.module.css'
import { StatementSheet } from './StatementSheet.tsx'
import { factsOf, shown } from './words.ts'

const Viewer = lazy(async () => ({ default: (await import('../dossiers/index.ts')).Viewer }))

/** What stands behind the selected indicator: the page of evidence, the statement with its lines marked, or the facts and where to open them. */
export function SourcePane({ rating, code, onClose }: { rating: Rating; code: string; onClose: () => void }) {
  const all = useText()
  const { ratings: { pane } } = all
  const indicator = indicatorsOf(rating.scheme.body).find((one) => one.code === code)
  if (!indicator) return <EmptyState title={pane.none} />
  if (indicator.kind === 'mark') return <EvidencePane key={code} rating={rating} code={code} onClose={onClose} />
  const facts = factsOf(rating, indicator)
  const sources = facts.flatMap(({ fact }) => fact.sources)
  const statements = sources.filter(({ kind, id }) => kind === 'statement' && id !== null)
  const present = statements.filter(({ line }) => line !== null && !line.endsWith('/prior'))
  const main = present[0] ?? statements[0]
  const value = rating.result.indicators.find((one) => one.code === code)?.value ?? null
  return (
    <section className={styles.pane} aria-label={`${pane.title} ${indicator.name}`}>
      <header><h2>{indicator.name}</h2><OpenLink rating={rating} source={sources.find(({ id }) => id !== null) ?? sources[0] ?? null} /></header>
      <div className={styles.paneBody}>
        {main ? (
          <StatementSheet key={`${main.id}:${code}`} partyId={rating.partyId} statementId={main.id!} lines={statements.filter(({ id }) => id === main.id).flatMap(({ line }) => line ?? [])} />
        ) : <FactList facts={facts} />}
      </div>
      <footer>
        <p className={styles.formula} title={indicator.formula}>{readFormula(all, indicator.formula) ?? indicator.formula}</p>
        {main && <FactList facts={facts} />}
        {value !== null && <strong>= {shown(indicator.unit, value)}</strong>}
      </footer>
    </section>
  )
}

function FactList({ facts }: { facts: ReturnType<typeof factsOf> }) {
  const { ratings: { pane }, facts: words, common } = useText()
  if (facts.length === 0) return <p className={styles.hint}>{pane.noSource}</p>
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, fact }) => (
        <div key={name}>
          <dt>{factName(words, name)}</dt>
          <dd>{fact.value === null ? <span className={styles.amber}>{fact.absent ? common.clauses([words.absent[fact.absent], flowEndedOn(fact) === null ? words.absentHint[fact.absent] : words.flowEnded(flowEndedOn(fact)!)]) : '—'}</span> : factTextOf(words, name, fact.value)}</dd>
          {fact.sources.slice(0, 1).map((source, index) => (
            <dd key={index} className={styles.hint}>
              {[words.sourceKind[source.kind], source.rows !== null ? String(source.rows) : '', source.from && source.until && source.from !== source.until ? pane.from(source.from, source.until) : source.until ?? ''].filter(Boolean).join('　')}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** Where the rows behind a value are kept. */
function OpenLink({ rating, source }: { rating: Rating; source: Source | null }) {
  const { ratings: { pane } } = useText()
  if (source === null) return null
  const tab: Partial<Record<Source['kind'], [string, string]>> = {
    statement: ['statements', pane.open.statement], invoices: ['invoices', pane.open.invoices], survey: ['surveys', pane.open.survey], references: ['surveys', pane.open.survey], notices: ['surveys', pane.open.survey],
    industry: ['surveys', pane.open.survey], defaults: ['defaults', pane.open.defaults], receivables: ['receivables', pane.open.receivables], deliveries: ['deliveries', pane.open.deliveries], rating: ['ratings', pane.open.other], limits: ['limits', pane.open.other],
  }
  const [name, words] = tab[source.kind] ?? ['', pane.open.party]
  const href = source.kind === 'contracts' ? `${paths.contracts}?party=${rating.partyId}`
    : source.kind === 'statement' && source.id !== null ? paths.statements(rating.partyId, source.id, source.line?.replace('/prior', '') ?? null)
      : source.kind === 'receivables' ? paths.partyReceivables(rating.partyId, rating.asOf, source.line)
      : source.kind === 'deliveries' ? paths.partyDeliveries(rating.partyId, source.line)
      : name === '' ? paths.party(rating.partyId) : paths.partyTab(rating.partyId, name)
  return <Button component={Link} href={href} size="xs" variant="subtle">{source.kind === 'contracts' ? pane.open.contracts : words}</Button>
}

function EvidencePane({ rating, code, onClose }: { rating: Rating; code: string; onClose: () => void }) {
  const { ratings: { pane, card } } = useText()
  const { data: pages, isPending } = useQuery(pagesQuery(rating.id))
  const mark = rating.marks[code]
  const [first] = mark?.evidence ?? []
  if (!first) return <section className={styles.pane} aria-label={pane.evidence}><EmptyState title={pane.noSource} hint={card.todo.mark} /></section>
  if (isPending) return <Skeleton height="100%" radius={8} />
  const found = pages?.find(({ attachment }) => attachment.id === first.attachmentId)
  if (!found) return <section className={styles.pane}><EmptyState title={card.page(first.title, first.page)} hint={pane.noSource} /></section>
  return (
    <div className={styles.viewer}>
      <Suspense fallback={<Skeleton height="100%" radius={8} />}>
        <Viewer key={`${first.attachmentId}:${first.page}`} attachment={found.attachment} title={card.page(found.document, first.page)} startPage={first.page} onClose={onClose} />
      </Suspense>
    </div>
  )
}
