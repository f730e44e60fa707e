import { Button, Select, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { useText } from '../../../app/text.tsx'
import { ConfirmModal } from '../../../ui/ConfirmModal.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { bodyQuery, type Regulation, type SourceId } from '../queries.ts'
import { RegulationsHead } from '../RegulationsHead.tsx'
import { readSource, useSources } from '../sources.ts'
import { AccessPart } from './AccessPart.tsx'
import { AdoptDialog } from './AdoptDialog.tsx'
import { CataloguePart } from './CataloguePart.tsx'
import { useDraft, useFaults, type Change, type Draft } from './draft.ts'
import { DeadlinesPart, PeriodicPart } from './DutyParts.tsx'
import { LookupPart, NumberingPart } from './LendingParts.tsx'
import { ApprovalsPart, GeneralPart, GradesPart, QualificationPart } from './OfficeParts.tsx'
import { Effect, Faults, SaveButton } from './Outcome.tsx'
import { partOf, PARTS, type Part } from './parts.ts'
import { RetentionPart } from './RetentionPart.tsx'
import { TransfersPart } from './TransfersPart.tsx'
import styles from './editor.module.css'

/** Revises the regulation: from the version in force, another one, or a preset (`?from=preset:S04`), with what it changes beside it. */
export function EditPage() {
  const query = new URLSearchParams(useSearch())
  const { inForce, groups, error, refetch } = useSources()
  const { draft, begin, change } = useDraft()
  const asked = readSource(query.get('from'))
  const source = asked ?? draft?.from ?? inForce
  const base = useQuery({ ...bodyQuery(source ?? 'version:0'), enabled: source !== null })
  const current = useQuery({ ...bodyQuery(inForce ?? 'version:0'), enabled: inForce !== null })
  const isOther = draft !== null && source !== null && draft.from !== source
  useEffect(() => {
    // What was begun from elsewhere and not yet changed gives way; changes are not thrown away without asking.
    if (source !== null && base.data && (draft === null || (isOther && !draft.isChanged))) begin({ from: source, body: base.data, isChanged: false })
  })
  const failed = error ?? base.error ?? current.error
  const retry = () => {
    refetch()
    void Promise.all([base.refetch(), current.refetch()])
  }
  return (
    <div className={styles.page}>
      {failed && <><RegulationsHead view="edit" /><div className={styles.empty}><ErrorState error={failed} retry={retry} /></div></>}
      {!failed && (!draft || !current.data) && <><RegulationsHead view="edit" /><Skeleton height="100%" mih={420} radius={8} /></>}
      {!failed && draft && current.data && (
        <Editor
          draft={draft} current={current.data} change={change} groups={groups} pending={isOther && draft.isChanged ? source : null}
          onBegin={(next) => begin(next)}
        />
      )}
    </div>
  )
}

type EditorProps = {
  draft: Draft
  current: Regulation
  change: Change
  groups: ReturnType<typeof useSources>['groups']
  /** Another source that was asked for while there are changes: to be agreed to first. */
  pending: SourceId | null
  onBegin: (draft: Draft | null) => void
}

function Editor({ draft, current, change, groups, pending, onBegin }: EditorProps) {
  const { regulations } = useText()
  const words = regulations.edit
  const may = useMay()
  const [, navigate] = useLocation()
  const [part, setPart] = useState<Part>('credit')
  const [isAdopting, setAdopting] = useState(false)
  const [isDiscarding, setDiscarding] = useState(false)
  const { faults, isChecking } = useFaults(draft.body)
  const isReady = !isChecking && faults.length === 0 && JSON.stringify(draft.body) !== JSON.stringify(current)
  const stay = () => navigate(paths.regulationEditFrom(draft.from), { replace: true })
  return (
    <>
      <RegulationsHead view="edit" lead={draft.isChanged ? undefined : words.unchanged}>
        {draft.isChanged && <Button onClick={() => setDiscarding(true)}>{words.discard}</Button>}
        <SaveButton mayAdopt={may('regulations.adopt')} isReady={isReady} onClick={() => setAdopting(true)} />
      </RegulationsHead>
      <div className={styles.columns}>
        <nav className={styles.parts} aria-label={words.parts}>
          <Select
            label={words.from} value={draft.from} data={groups} searchable allowDeselect={false} comboboxProps={{ width: 'max-content', position: 'bottom-start' }} maxDropdownHeight={380}
            onChange={(source) => source !== null && navigate(paths.regulationEditFrom(source), { replace: true })}
          />
          <ul>
            {PARTS.map((name) => <li key={name}><PartButton name={name} isCurrent={name === part} faults={faults.filter((fault) => partOf(fault) === name).length} onClick={() => setPart(name)} /></li>)}
          </ul>
        </nav>
        <div className={styles.pane} tabIndex={-1}><PartForm part={part} body={draft.body} change={change} /></div>
        <aside className={styles.outcome} tabIndex={0} aria-label={words.preview}>
          <Faults faults={faults} isChecking={isChecking} onGo={setPart} />
          <Effect before={current} after={draft.body} />
        </aside>
      </div>
      <AdoptDialog opened={isAdopting} onClose={() => setAdopting(false)} body={draft.body} onAdopted={() => onBegin(null)} />
      <ConfirmModal opened={isDiscarding} onClose={() => setDiscarding(false)} title={words.discard} action={words.discard} isDangerous onConfirm={async () => onBegin(null)}>{words.discardAsk}</ConfirmModal>
      <ConfirmModal opened={pending !== null} onClose={stay} title={words.discard} action={words.discard} isDangerous onConfirm={async () => onBegin({ ...draft, isChanged: false })}>{words.discardAsk}</ConfirmModal>
    </>
  )
}

function usePartName(): (part: Part) => string {
  const { regulations } = useText()
  return (part) => (part === 'general' ? regulations.edit.general : regulations.section[part])
}

function PartButton({ name, isCurrent, faults, onClick }: { name: Part; isCurrent: boolean; faults: number; onClick: () => void }) {
  const { regulations } = useText()
  const partName = usePartName()
  return (
    <button type="button" className={isCurrent ? `${styles.part} ${styles.currentPart}` : styles.part} aria-current={isCurrent} onClick={onClick}>
      {partName(name)}
      {faults > 0 && <span className={styles.faultMark} title={regulations.edit.faultCount(faults)}>{faults}</span>}
    </button>
  )
}

function PartForm({ part, body, change }: { part: Part; body: Regulation; change: Change }) {
  const partName = usePartName()
  const props = { body, change }
  return (
    <section aria-label={partName(part)}>
      {part === 'general' && <GeneralPart {...props} />}
      {(part === 'credit' || part === 'contract') && <CataloguePart kind={part} {...props} />}
      {part === 'numbering' && <NumberingPart {...props} />}
      {part === 'lookup' && <LookupPart {...props} />}
      {part === 'transfers' && <TransfersPart {...props} />}
      {part === 'deadlines' && <DeadlinesPart {...props} />}
      {part === 'periodic' && <PeriodicPart {...props} />}
      {part === 'grades' && <GradesPart {...props} />}
      {part === 'retention' && <RetentionPart {...props} />}
      {part === 'qualification' && <QualificationPart {...props} />}
      {part === 'access' && <AccessPart {...props} />}
      {part === 'approvals' && <ApprovalsPart {...props} />}
    </section>
  )
}
