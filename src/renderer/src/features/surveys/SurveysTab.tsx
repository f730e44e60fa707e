import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FORM_KINDS } from '../../../../shared/rules/surveys/forms.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { IndustryPanel } from './IndustryPanel.tsx'
import { type FormKind, surveysQuery, type SurveyOf } from './queries.ts'
import { SurveyDialog } from './SurveyDialog.tsx'
import { SurveyEntry } from './SurveyEntry.tsx'
import styles from './surveys.module.css'

type Party = { id: number; name: string; industry: string | null; dossiers: readonly { id: number; kind: 'credit' | 'contract' }[] }

/** What was found out about a party: visits, related parties, references, notices, and the outlook of its industry. */
export function SurveysTab({ party }: { party: Party }) {
  const { data, error, refetch } = useQuery(surveysQuery(party.id))
  const may = useMay()
  const roles = useSession()?.roles ?? []
  const [adding, setAdding] = useState<FormKind | null>(null)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.page} aria-busy>{FORM_KINDS.map((kind) => <Skeleton key={kind} height={220} radius={8} />)}</div>
  const isCreditSide = roles.includes('creditAdministrator') || roles.includes('officeDirector')
  const mayRecord = (kind: FormKind) => may('surveys.record') && (isCreditSide || kind === 'site' || kind === 'related')
  const panel = (kind: FormKind) => (
    <KindPanel kind={kind} surveys={data.filter(({ form }) => form.kind === kind)} onAdd={mayRecord(kind) ? () => setAdding(kind) : null} />
  )
  return (
    <div className={styles.page}>
      <div className={styles.column}>{panel('site')}{panel('reference')}</div>
      <div className={styles.column}>{panel('related')}{panel('notice')}{may('industries.list') && <IndustryPanel industry={party.industry} />}</div>
      {adding !== null && <SurveyDialog kind={adding} party={party} onClose={() => setAdding(null)} />}
    </div>
  )
}

/** One kind of form: what stands, the newest first; of visits and related parties the latest, earlier ones on demand. */
function KindPanel({ kind, surveys, onAdd }: { kind: FormKind; surveys: readonly SurveyOf[]; onAdd: (() => void) | null }) {
  const { surveys: text } = useText()
  const [showsAll, setShowsAll] = useState(false)
  const standing = surveys.filter(({ withdrawnAt }) => withdrawnAt === null)
  const first = kind === 'site' || kind === 'related' ? standing.slice(0, 1) : standing
  const shown = showsAll ? surveys : first
  const more = standing.length - first.length
  const withdrawn = surveys.length - standing.length
  return (
    <Panel
      title={text.kind[kind]}
      aside={onAdd && <Button size="xs" leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={onAdd}>{text.record(text.kind[kind])}</Button>}
    >
      {shown.length === 0 ? <p className={styles.nothing}>{text.none[kind]}</p> : (
        <ul className={styles.entries}>{shown.map((survey) => <li key={survey.id} className={styles.entry}><SurveyEntry survey={survey} /></li>)}</ul>
      )}
      {!showsAll && more + withdrawn > 0 && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(true)}>{more > 0 ? text.older(more) : text.showWithdrawn(withdrawn)}</button>
      )}
    </Panel>
  )
}
