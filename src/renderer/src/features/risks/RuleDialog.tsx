import { Button, Group, Modal, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { compareRules, needsOwnWords, ruleFaults } from '../../../../shared/rules/risks/rule-set.ts'
import { ASPECTS, PROGRAM_RULES, SEVERITIES, type WarningRule } from '../../../../shared/rules/risks/warnings.ts'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import { useText } from '../../app/text.tsx'
import { FormulaField } from '../../ui/FormulaField.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import styles from './rules.module.css'
import { conditionText, ruleFaultText } from './words.ts'

type Props = { rules: readonly WarningRule[]; rule: WarningRule; onClose: () => void; onSave: (rules: readonly WarningRule[]) => Promise<unknown>; onRemove: () => void }

/** One rule of a set, new or known. What does not hold stands under its field; it is kept only without a fault. */
export function RuleDialog({ rules, rule: first, onClose, onSave, onRemove }: Props) {
  const text = useText()
  const words = text.risks.rules
  const isNew = !rules.some(({ code }) => code === first.code)
  const program = PROGRAM_RULES.find(({ code }) => code === first.code)
  const [rule, setRule] = useState(first)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const change = (part: Partial<WarningRule>) => {
    setRule({ ...rule, ...part })
    setTouched(new Set([...touched, ...Object.keys(part)]))
  }
  // Blanks do not tell two formulas apart, and empty words are none.
  const kept = { ...rule, when: rule.when.replaceAll(/\s+/g, ' ').trim(), name: rule.name?.trim() || null, advice: rule.advice?.trim() || null }
  const next = isNew ? [...rules, kept] : rules.map((one) => (one.code === kept.code ? kept : one))
  const faults = ruleFaults(next, next.indexOf(kept))
  const isOwn = needsOwnWords(kept)
  const at = (field: string) => faults.filter(({ place }) => place[1] === field)
  // What nobody has filled in yet is not held against him.
  const shownAt = (field: string) => (isNew && !touched.has(field) ? [] : at(field))
  return (
    <Modal opened onClose={onClose} title={isNew ? words.addTitle(rule.code) : words.edit(rule.code)} size={600}>
      <SaveForm action={words.save} isReady={!faults.some(({ level }) => level === 'fault')} onClose={onClose} onSave={() => onSave(next)}>
        <FormulaField label={words.when} description={words.whenHint} value={rule.when} onChange={(when) => change({ when })}>
          {program !== undefined && program.when !== kept.when && <p className={styles.quiet}>{words.whenOfProgram(conditionText(text, program.when))}</p>}
          <Faults faults={shownAt('when')} />
        </FormulaField>
        <div>
          <TextInput label={words.ownName} required={isOwn} withAsterisk={isOwn} maxLength={40} placeholder={isOwn ? undefined : text.risks.warning[kept.code as keyof typeof text.risks.warning]} description={isOwn ? undefined : words.nameHint}
            value={rule.name ?? ''} onChange={(event) => change({ name: event.currentTarget.value || null })} />
          <Faults faults={shownAt('name')} />
        </div>
        <div>
          <Textarea label={words.adviceLabel} required={isOwn} withAsterisk={isOwn} autosize minRows={1} maxRows={4} maxLength={200} placeholder={isOwn ? undefined : words.advice[kept.code as keyof typeof words.advice]} description={isOwn ? undefined : words.nameHint}
            value={rule.advice ?? ''} onChange={(event) => change({ advice: event.currentTarget.value.replaceAll('\n', ' ') || null })} />
          <Faults faults={shownAt('advice')} />
        </div>
        <Group gap={16} align="flex-end">
          <Select label={words.aspect} w={180} allowDeselect={false} data={ASPECTS.map((value) => ({ value, label: text.risks.aspect[value] }))} value={rule.aspect} onChange={(aspect) => aspect !== null && change({ aspect })} />
          <SegmentedControl aria-label={words.severity} data={SEVERITIES.map((value) => ({ value, label: text.risks.severity[value] }))} value={rule.severity} onChange={(severity) => change({ severity })} />
          <Switch label={words.on} checked={rule.isOn} onChange={(event) => change({ isOn: event.currentTarget.checked })} pb={6} />
          {!isNew && (program === undefined
            ? <Button ml="auto" variant="subtle" color="seal" onClick={onRemove}>{words.remove}</Button>
            : <Button ml="auto" variant="subtle" disabled={isSame(kept, program)} onClick={() => setRule({ ...program, isOn: rule.isOn })}>{words.reset}</Button>)}
        </Group>
      </SaveForm>
    </Modal>
  )
}

/** Whether a rule is the program's as it came, on or off. */
const isSame = (rule: WarningRule, program: WarningRule): boolean => compareRules([{ ...program, isOn: true }], [{ ...rule, isOn: true }]).length === 0

function Faults({ faults }: { faults: readonly SchemeFault[] }) {
  const text = useText()
  return faults.map((fault) => (
    <p key={`${fault.code} ${fault.values['name'] ?? ''}`} role="status" className={fault.level === 'fault' ? styles.fault : styles.hint}>
      {fault.level === 'fault' ? <IconAlertTriangle size={14} aria-hidden /> : <IconInfoCircle size={14} aria-hidden />}{ruleFaultText(text, fault)}
    </p>
  ))
}
