import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { localMinute } from '../../ui/format.ts'
import { ListedTags } from '../../ui/ListedTag.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { DossiersPanel } from './DossiersPanel.tsx'
import { GradePanel } from './GradePanel.tsx'
import { PartyCard } from './PartyCard.tsx'
import { PartyEditor, useHasDraft } from './PartyEditor.tsx'
import { PARTY_TABS, type PartyTab, type Tab } from './party-tabs.ts'
import { partyQuery, type PartyOf } from './queries.ts'
import styles from './PartyPage.module.css'

/** The first tab: what the party is. */
const DATA = 'data'

/** One party: its data to read and to change in place, its grade and its dossiers. `new` adds one. */
export function PartyPage() {
  const { id } = useParams<{ id: string }>()
  return id === 'new' ? <NewParty /> : <KnownParty key={id} id={Number(id)} />
}

function NewParty() {
  const { parties: { party: words } } = useText()
  const [, go] = useLocation()
  return (
    <PartyEditor
      party={null} head={(buttons) => <PageHead title={words.addTitle}>{buttons}</PageHead>}
      onDone={(id) => go(id === null ? paths.parties : paths.party(id), { replace: true })}
    />
  )
}

function KnownParty({ id }: { id: number }) {
  const { parties: text } = useText()
  const party = useQuery(partyQuery(id))
  if (party.error) {
    return (
      <div className={styles.page}>
        <PageHead title={text.title} />
        <ErrorState error={party.error} retry={() => void party.refetch()} />
      </div>
    )
  }
  if (!party.data) return <Waiting />
  return <PartyView party={party.data} />
}

function PartyView({ party }: { party: PartyOf }) {
  const { parties: text } = useText()
  const may = useMay()
  const [isEditing, setEditing] = useState(useHasDraft(party.id))
  const [, go] = useLocation()
  const { tab: wanted } = useParams<{ tab?: string }>()
  const tabs = PARTY_TABS.filter((one: Tab & { key: PartyTab }) => may(one.needs) && (one.isFor?.(party) ?? true))
  const lead = <span className={styles.lead}>{text.kind[party.kind]}　{text.party.updatedAt(localMinute(party.updatedAt))}<ListedTags listed={party.listed} /></span>
  if (isEditing) {
    return <PartyEditor party={party} head={(buttons) => <Head name={party.name}>{buttons}</Head>} onDone={() => setEditing(false)} />
  }
  const tab = tabs.find((one) => one.key === wanted)
  return (
    <div className={styles.page}>
      <Head name={party.name} lead={lead}>
        {!tab && may('parties.change') && <Button leftSection={<IconPencil size={18} stroke={1.5} aria-hidden />} onClick={() => setEditing(true)}>{text.party.edit}</Button>}
      </Head>
      {tabs.length > 0 && (
        <SegmentedControl
          className={styles.tabs} aria-label={text.tabs} value={tab?.key ?? DATA} data={[{ value: DATA, label: text.data }, ...tabs.map(({ key }) => ({ value: key, label: text.tab[key] }))]}
          onChange={(next) => go(next === DATA ? paths.party(party.id) : paths.partyTab(party.id, next), { replace: true })}
        />
      )}
      {tab ? <Suspense fallback={<Skeleton height={400} radius={8} />}><tab.panel party={party} /></Suspense> : <PartyData party={party} />}
    </div>
  )
}

function PartyData({ party }: { party: PartyOf }) {
  const { parties: text } = useText()
  return (
    <div className={styles.columns}>
      <PartyCard party={party} />
      <div className={styles.side}>
        <GradePanel party={party} />
        <DossiersPanel party={party} />
        {party.oldNames.length > 0 && (
          <Panel title={text.party.oldNames}>
            <ul className={styles.oldNames}>
              {party.oldNames.map((old, index) => <li key={index}>{old.name}{old.usedUntil !== null && <small>{text.party.usedUntil(old.usedUntil)}</small>}</li>)}
            </ul>
          </Panel>
        )}
      </div>
    </div>
  )
}

/** The head of a party's page. Names can be long: they give way to the buttons, and stand whole in the card below. */
const Head = ({ name, lead, children }: { name: string; lead?: React.ReactNode; children: React.ReactNode }) => (
  <div className={styles.head}><PageHead title={name} lead={lead}>{children}</PageHead></div>
)

function Waiting() {
  const { parties } = useText()
  return (
    <div className={styles.page} aria-busy>
      <PageHead title={parties.title}><Skeleton height={32} width={120} /></PageHead>
      <div className={styles.columns}>
        <Skeleton height={560} radius={8} />
        <div className={styles.side}><Skeleton height={120} radius={8} /><Skeleton height={120} radius={8} /></div>
      </div>
    </div>
  )
}
