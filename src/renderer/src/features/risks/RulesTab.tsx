import { Button, SegmentedControl, Select, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { compareRules, nextCode, rulesToEdit } from '../../../../shared/rules/risks/rule-set.ts'
import { PROGRAM_RULES, type WarningRule } from '../../../../shared/rules/risks/warnings.ts'
import { CallError } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { changeRisks, ruleSetsQuery, type RulePreviewed, type RuleSetShown } from './queries.ts'
import risksStyles from './risks.module.css'
import { RuleChanges } from './RuleChanges.tsx'
import { RuleDialog } from './RuleDialog.tsx'
import { RuleHistory } from './RuleHistory.tsx'
import { RulePreview } from './RulePreview.tsx'
import styles from './rules.module.css'
import { RuleSteps } from './RuleSteps.tsx'
import { RuleTable } from './RuleTable.tsx'

type Sets = Output<'warningRules.list'>
const PARTS = ['rules', 'changes', 'preview', 'history'] as const
type Part = (typeof PARTS)[number]

/** The rules by which the company is warned: those in force, the set that is being prepared, and every former one. */
export function RulesTab() {
  const { data, error, refetch } = useQuery(ruleSetsQuery)
  if (error) return <div className={styles.empty}><ErrorState error={error} retry={() => void refetch()} /></div>
  if (!data) return <Skeleton height="100%" mih={420} radius={8} />
  return <Rules sets={data.sets} inForceId={data.inForceId} />
}

/** The program's rules are a set without a number. */
const PROGRAM = 'program'

function Rules({ sets, inForceId }: Sets) {
  const text = useText()
  const words = text.risks.rules
  const may = useMay()
  const running = sets.find(({ state }) => state === 'draft' || state === 'proposed')
  const [chosen, setChosen] = useState<number | typeof PROGRAM | null>(null)
  const set = chosen === PROGRAM ? undefined : sets.find(({ id }) => id === chosen) ?? running ?? sets.find(({ isInForce }) => isInForce)
  const [part, setPart] = useState<Part>(running?.may.decide ? 'changes' : 'rules')
  const [editing, setEditing] = useState<WarningRule | null>(null)
  const [resetting, setResetting] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)
  const preview = usePreview(set)
  const inForce = sets.find(({ id }) => id === inForceId)?.rules ?? PROGRAM_RULES
  const rules = set?.rules ?? PROGRAM_RULES
  // What a set changed in those that held when it was begun.
  const replaced = set === undefined ? PROGRAM_RULES : sets.find(({ id }) => id === set.basedOnId)?.rules ?? PROGRAM_RULES
  const isForce = (set?.id ?? null) === inForceId
  const canBegin = running === undefined && may('warningRules.save')
  const canEdit = set?.may.save === true || (canBegin && isForce)
  const edited = canEdit ? rulesToEdit(rules) : rules
  const changes = compareRules(inForce, rules)
  const save = async (next: readonly WarningRule[], begins = set?.may.save !== true) => {
    const { id } = await changeRisks('warningRules.save', begins ? { basedOnId: inForceId, rules: [...next] } : { id: set!.id, version: set!.version, rules: [...next] })
    setChosen(id)
  }
  const saveHere = async (...call: Parameters<typeof save>) => {
    setError(null)
    setSaving(true)
    try {
      await save(...call)
    } catch (refusal) {
      setError(refusal)
    }
    setSaving(false)
  }
  const code = nextCode(edited)
  const ask = running !== undefined && set?.id === running.id && changes.length > 0 && may('warningRules.preview') ? () => { setPart('preview'); void preview.run() } : null
  const start = (from: RuleSetShown) => { setPart('rules'); void saveHere(from.rules, true) }
  return (
    <>
      <div className={styles.bar}>
        <SegmentedControl aria-label={words.parts} value={part} data={PARTS.map((value) => ({ value, label: words.part[value] }))} onChange={(value) => setPart(value)} />
        <Select aria-label={words.shown} w={172} allowDeselect={false} value={String(set?.id ?? PROGRAM)} onChange={(value) => setChosen(value === PROGRAM ? PROGRAM : Number(value))}
          data={[...sets.map((one) => ({ value: String(one.id), label: `${words.set(one.id)} · ${one.isInForce ? words.inForce : words.state[one.state]}` })), { value: PROGRAM, label: inForceId === null ? `${words.programSet} · ${words.inForce}` : words.programSet }]} />
        <span className={styles.told}>{set === undefined ? '' : whoText(text.risks.rules, set)}{!isForce && changes.length > 0 && <> · {words.changes(changes.length)}</>}{running !== undefined && set?.id !== running.id && may('warningRules.save') && <> · {words.oneRunning(running.savedByName)}</>}</span>
        <span className={styles.push} />
        {part === 'rules' && canEdit && code !== null && <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({ code, aspect: 'conduct', severity: 'look', when: '', isOn: true, name: null, advice: null })}>{words.add}</Button>}
        {part === 'rules' && canEdit && compareRules(PROGRAM_RULES, rules).length > 0 && <Button variant="subtle" onClick={() => setResetting(true)}>{words.resetAll}</Button>}
        {ask !== null && <Button disabled={preview.isRunning} title={words.previewHint} onClick={ask}>{words.preview}</Button>}
        {set !== undefined && <RuleSteps key={set.id} set={set} isSame={changes.length === 0} />}
      </div>
      {preview.isRunning && <div className={risksStyles.job}><JobProgress label={`${words.preview} · ${words.previewHint}`} progress={preview.progress} onCancel={preview.cancel} /></div>}
      <Refusal error={error ?? preview.error} />
      {part === 'rules' && <RuleTable rules={edited} canEdit={canEdit} isSaving={isSaving} onEdit={setEditing} onTurn={(rule, isOn) => void saveHere(edited.map((one) => (one.code === rule.code ? { ...one, isOn } : one)))} />}
      {part === 'changes' && <RuleChanges before={replaced} after={rules} />}
      {part === 'preview' && <RulePreview before={inForce} after={rules} preview={preview.result} isRunning={preview.isRunning} onRun={ask} />}
      {part === 'history' && <RuleHistory sets={sets} onLook={(id) => { setChosen(id); setPart('rules') }} onStart={canBegin ? start : null} />}
      {editing !== null && <RuleDialog rules={edited} rule={editing} onClose={() => setEditing(null)} onSave={save} onRemove={() => { setEditing(null); void saveHere(edited.filter((one) => one.code !== editing.code)) }} />}
      <ConfirmModal opened={resetting} onClose={() => setResetting(false)} title={words.resetAll} action={words.resetAll} onConfirm={() => save(PROGRAM_RULES)}><p className={risksStyles.what}>{words.resetAllSure}</p></ConfirmModal>
    </>
  )
}

type Words = ReturnType<typeof useText>['risks']['rules']

function whoText(words: Words, set: RuleSetShown): string {
  if (set.fromOn !== null) return `${words.since(set.fromOn)} · ${words.decidedBy(set.decidedByName ?? '')}`
  return set.proposedByName === null ? words.draftOf(set.savedByName) : words.proposedBy(set.proposedByName, set.reason ?? '')
}

/** What a set would find, until the set is another. */
function usePreview(set: RuleSetShown | undefined) {
  const job = useJob('warningRules.preview')
  const [done, setDone] = useState<{ key: string; value: RulePreviewed } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const key = set === undefined ? '' : `${set.id} ${JSON.stringify(set.rules)}`
  const run = async () => {
    setError(null)
    setDone(null)
    try {
      setDone({ key, value: await job.run({ id: set!.id }) })
    } catch (refusal) {
      if (!(refusal instanceof CallError) || refusal.code !== 'cancelled') setError(refusal)
    }
  }
  return { run, error, result: done?.key === key ? done.value : null, isRunning: job.isRunning, progress: job.progress, cancel: job.cancel }
}
