import { Badge, Button, SegmentedControl, Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowLeft, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'wouter'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import { Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { CardPart } from './CardPart.tsx'
import { CreditPart } from './CreditPart.tsx'
import { DiffPart } from './DiffPart.tsx'
import { useDraft } from './draft.ts'
import { exportScheme } from './file.ts'
import { FaultList } from './FaultList.tsx'
import { GatesPart } from './GatesPart.tsx'
import type { Spot } from './IndicatorForm.tsx'
import { LimitsPart } from './LimitsPart.tsx'
import { RehearsalLine, RehearsalPart } from './RehearsalPart.tsx'
import { changeSchemes, useRehearsal, versionQuery, type VersionShown } from './queries.ts'
import styles from './schemes.module.css'
import { Steps } from './Steps.tsx'
import { pointsText, spotOf, totalWeight } from './words.ts'

/** One version of a scheme: read, edited while it is a draft, rehearsed, and passed on. */
export function SchemePage() {
  const id = Number(useParams<{ id: string }>().id)
  const shown = useQuery(versionQuery(id))
  const { schemes } = useText()
  if (shown.error) return <div className={styles.page}><PageHead title={schemes.title} /><div className={styles.empty}><ErrorState error={shown.error} retry={() => void shown.refetch()} /></div></div>
  if (!shown.data) return <div className={styles.page}><PageHead title={schemes.title} /><Skeleton height="100%" mih={420} radius={8} /></div>
  return <Editor key={`${shown.data.id}`} shown={shown.data} />
}

const PARTS = ['card', 'gates', 'limits', 'credit', 'diff', 'rehearsal'] as const
type Part = (typeof PARTS)[number]

function Editor({ shown }: { shown: VersionShown }) {
  const { schemes } = useText()
  const words = schemes.edit
  const saved = useMemo(() => Scheme.parse(shown.body), [shown.body])
  const inForce = useMemo(() => (shown.inForce ? Scheme.parse(shown.inForce.body) : null), [shown.inForce])
  const draft = useDraft(shown.id, shown.version, saved)
  const [part, setPart] = useState<Part>('card')
  const [spot, setSpot] = useState<Spot | null>({ group: 0, indicator: 0 })
  const [error, setError] = useState<unknown>(null)
  const canEdit = shown.may.save
  const { body: scheme, faults } = draft
  const hasFault = faults.some(({ level }) => level === 'fault')
  const mayRehearse = useMay()('schemes.rehearse')
  const rehearsal = useRehearsal(shown.schemeId, scheme, hasFault, mayRehearse)
  const save = async () => {
    setError(null)
    try {
      await changeSchemes('schemes.save', { id: shown.id, version: shown.version, body: draft.body, note: shown.note })
      draft.forget()
      notifications.show({ message: words.saved })
    } catch (refusal) {
      setError(refusal)
    }
  }
  const goTo = (fault: SchemeFault) => {
    const { part: where, group, indicator } = spotOf(fault)
    setPart(where)
    if (group !== null && indicator !== null) setSpot({ group, indicator })
  }
  const props = { scheme, faults, canEdit, change: draft.change }
  return (
    <div className={styles.page}>
      <PageHead
        title={`${scheme.name} ${schemes.version(shown.no)}`}
        lead={<><StateBadge shown={shown} />{schemes.for[shown.for]} · {shown.code}{shown.preparedByName === null ? ` · ${schemes.withProgram}` : shown.effectiveOn !== null && ` · ${schemes.since(shown.effectiveOn)}`}</>}
      >
        <Button component={Link} href={paths.schemes} variant="subtle" leftSection={<IconArrowLeft size={18} stroke={1.5} aria-hidden />}>{words.back}</Button>
        <Button leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />} onClick={() => exportScheme(shown, scheme)}>{schemes.list.export}</Button>
        {canEdit && <Button variant={draft.isChanged ? 'filled' : 'default'} disabled={!draft.isChanged || !draft.isWhole} title={draft.isWhole ? undefined : words.formBroken} onClick={() => void save()}>{words.save}</Button>}
        <Steps shown={shown} canSubmit={!draft.isChanged && !hasFault} />
      </PageHead>
      <Refusal error={error} />
      <div className={styles.bar}>
        <SegmentedControl aria-label={words.parts} value={part} data={PARTS.filter((one) => one !== 'rehearsal' || mayRehearse).map((value) => ({ value, label: words.part[value] }))} onChange={(value) => setPart(value)} />
        <span className={totalWeight(scheme) === 10_000 ? styles.quiet : styles.isFault}>{totalWeight(scheme) === 10_000 ? words.sumRight : words.sum(pointsText(totalWeight(scheme)))}</span>
        {draft.isChanged && <span className={styles.unsaved}>{words.unsaved}</span>}
        {shown.returnReason !== null && <span className={styles.isFault} title={shown.returnReason}>{words.returned(shown.returnReason)}</span>}
        <span className={styles.push} />
        {!hasFault && <RehearsalLine data={rehearsal.query.data} />}
        <FaultList scheme={scheme} faults={faults} onGo={goTo} />
      </div>
      {part === 'card' && <CardPart {...props} spot={spot} onSpot={setSpot} />}
      {part === 'gates' && <GatesPart {...props} />}
      {part === 'limits' && <LimitsPart {...props} />}
      {part === 'credit' && <CreditPart {...props} />}
      {part === 'diff' && <DiffPart before={inForce} after={scheme} />}
      {part === 'rehearsal' && <RehearsalPart scheme={scheme} rehearsal={rehearsal} />}
    </div>
  )
}

function StateBadge({ shown }: { shown: VersionShown }) {
  const { schemes } = useText()
  return <Badge className={shown.isInForce ? `${styles.badge} ${styles.forceBadge}` : styles.badge}>{shown.isInForce ? schemes.inForce : schemes.state[shown.state]}</Badge>
}
