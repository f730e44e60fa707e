import { Button, Skeleton } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { factName, factTextOf, flowEndedOn } from '../../ui/facts.ts'
import { FlowEnds } from '../../ui/FlowEnds.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { LimitBeside } from './LimitBeside.tsx'
import { ListingActions, ProposeDialog } from './ListingDialogs.tsx'
import { risksQuery, type RisksOf } from './queries.ts'
import styles from './risks.module.css'
import { WarningBasis } from './WarningBasis.tsx'
import { ruleAdvice, ruleName } from './words.ts'

type Aspect = RisksOf['aspects'][number]

/** What threatens a party's credit today: operating, market and financial risk, its conduct, Z'' beside, the lists it is on. */
export function RisksTab({ party }: { party: { id: number; name: string } }) {
  const { data, error, refetch } = useQuery(risksQuery(party.id))
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.aspects} aria-busy>{[1, 2, 3, 4].map((each) => <Skeleton key={each} height={260} radius={8} />)}</div>
  return (
    <div className={styles.tab}>
      <div className={styles.aspects}>{data.aspects.map((aspect) => <AspectPanel key={aspect.aspect} aspect={aspect} flow={data.flow} />)}</div>
      <div className={styles.side}>
        <ListingsPanel party={party} listings={data.listings} />
        <AltmanPanel altman={data.altman} asOf={data.asOf} />
      </div>
    </div>
  )
}

function AspectPanel({ aspect: { aspect, facts, warnings }, flow }: { aspect: Aspect; flow: RisksOf['flow'] }) {
  const all = useText()
  const { risks: text, facts: words } = all
  const hits = warnings.filter(({ state }) => state === 'hit')
  const unknown = warnings.filter(({ state }) => state === 'unknown')
  const whyOf = ({ value, absent, source }: Pick<Aspect['facts'][number], 'value' | 'absent' | 'source'>): string | undefined => {
    const ended = flowEndedOn({ value, sources: source === null ? [] : [source] })
    return ended !== null ? words.flowEnded(ended) : absent !== null ? words.absentHint[absent] : source === null ? undefined : words.sourceKind[source.kind]
  }
  return (
    <Panel title={text.aspect[aspect]} aside={<Verdict hits={hits.length} unknown={unknown.length} asked={warnings.length} />}>
      {hits.length > 0 && (
        <ul className={styles.hits}>
          {hits.map((hit) => (
            <li key={hit.code}>
              <span className={styles[hit.severity]}>{text.severity[hit.severity]}</span><strong title={hit.when}>{ruleName(all, hit)}</strong><WarningBasis values={hit.values} />
              {ruleAdvice(all, hit) !== '' && <span className={styles.advice}>{ruleAdvice(all, hit)}</span>}
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.facts}>
        {facts.map(({ name, value, absent, source }) => (
          <div key={name}>
            <dt>{factName(words, name)}</dt>
            <dd className={value === null ? styles.absent : undefined} title={whyOf({ value, absent, source })}>
              {value === null ? words.absent[absent ?? 'notKept'] : factTextOf(words, name, value)}
            </dd>
          </div>
        ))}
      </dl>
      {facts.some(({ source }) => source?.kind === 'invoices') && <p className={styles.quiet}><FlowEnds flow={flow} /></p>}
      {unknown.length > 0 && <p className={styles.quiet} title={unknown.map((rule) => ruleName(all, rule)).join('\n')}>{text.unknownCount(unknown.length)}</p>}
    </Panel>
  )
}

/** Never "none" where a rule could not be answered: what is not known is no good news. */
function Verdict({ hits, unknown, asked }: { hits: number; unknown: number; asked: number }) {
  const { risks: text } = useText()
  if (hits > 0) return <span className={styles.over}>{text.hits(hits)}</span>
  if (unknown > 0) return <span className={styles.quiet}>{unknown === asked ? text.unknown : text.partly(asked - unknown, unknown)}</span>
  return <span className={styles.good}>{text.clear}</span>
}

function AltmanPanel({ altman, asOf }: { altman: RisksOf['altman']; asOf: string }) {
  const { risks: text } = useText()
  const place = altman.z === null ? null : Math.min(100, Math.max(0, (altman.z / (altman.safe + altman.distress)) * 100))
  return (
    <Panel title={text.altman} aside={<span className={styles.quiet}>{text.asOf(asOf)}</span>}>
      {altman.z === null || altman.zone === null ? <p className={styles.nothing}>{text.altmanNone}</p> : (
        <>
          <p className={styles.z}><strong>{altman.z.toFixed(2)}</strong><span className={styles[altman.zone]}>{text.zone[altman.zone]}</span></p>
          <div className={styles.scale} role="img" aria-label={`${altman.z.toFixed(2)} ${text.zone[altman.zone]}`}>
            <i className={styles.distressPart} style={{ width: `${(altman.distress / (altman.safe + altman.distress)) * 100}%` }} />
            <i className={styles.greyPart} style={{ width: `${((altman.safe - altman.distress) / (altman.safe + altman.distress)) * 100}%` }} />
            <i className={styles.safePart} />
            {place !== null && <b style={{ left: `${place}%` }} />}
          </div>
          <dl className={styles.facts}>
            {altman.parts.map(({ code, weight, value }) => (
              <div key={code}><dt>{text.altmanParts[code]}</dt><dd>{`${weight} × ${value === null ? '—' : value.toFixed(3)}`}</dd></div>
            ))}
          </dl>
        </>
      )}
      <p className={styles.quiet}>{text.altmanHint}</p>
    </Panel>
  )
}

function ListingsPanel({ party, listings }: { party: { id: number; name: string }; listings: RisksOf['listings'] }) {
  const { risks: text, common, limits } = useText()
  const may = useMay()
  const [proposing, setProposing] = useState(false)
  const current = listings.filter(({ state }) => state === 'proposed' || state === 'inForce' || state === 'releaseProposed')
  return (
    <Panel
      title={text.listings}
      aside={may('listings.propose') && current.length < 2 && <Button size="xs" leftSection={<IconListDetails size={16} stroke={1.5} aria-hidden />} onClick={() => setProposing(true)}>{text.propose}</Button>}
    >
      {current.length === 0 ? <p className={styles.nothing}>{text.notListed}</p> : (
        <ul className={styles.listings}>
          {current.map((listing) => (
            <li key={listing.id}>
              <strong className={listing.list === 'bad' ? styles.over : undefined}>{text.onList(text.list[listing.list], text.measure[listing.measure])}</strong>
              <span className={styles.quiet}>{listing.number} · {text.state[listing.state]}{listing.untilOn === null ? '' : ` · ${listing.untilOn}`}</span>
              <span>{common.told(text.reason[listing.reason], listing.detail)}</span>
              {listing.limit && <span><LimitBeside limit={listing.limit} /> <span className={styles.quiet}>{limits.wan}</span></span>}
              <ListingActions listing={listing} />
            </li>
          ))}
        </ul>
      )}
      {listings.length > current.length && <p className={styles.quiet}>{text.history(listings.length - current.length)}</p>}
      {proposing && <ProposeDialog party={party} warning={null} onClose={() => setProposing(false)} />}
    </Panel>
  )
}
