import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { GRADES } from '../../../../shared/contract/parties.ts'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import { type Gate, indicatorsOf, type Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import { FormulaField } from '../../ui/FormulaField.tsx'
import type { Change } from './draft.ts'
import { FaultHere, faultsAt } from './FaultList.tsx'
import { useGradeWord } from './GradeWord.tsx'
import styles from './schemes.module.css'

/** `veto`, `cap AA`, `down 1`: an effect as one choice. */
const effectKey = (effect: Gate['effect']): string => (effect.kind === 'veto' ? 'veto' : effect.kind === 'cap' ? `cap ${effect.grade}` : `down ${effect.grades}`)
function effectOf(key: string): Gate['effect'] {
  const [kind, value] = key.split(' ')
  if (kind === 'cap') return { kind, grade: GRADES.find((grade) => grade === value)! }
  return kind === 'down' ? { kind, grades: Number(value) } : { kind: 'veto' }
}

/** What caps, lowers or vetoes a grade, whatever the score. */
export function GatesPart({ scheme, faults, canEdit, change }: { scheme: Scheme; faults: readonly SchemeFault[]; canEdit: boolean; change: Change }) {
  const { schemes, common } = useText()
  const words = schemes.gate
  const wordOf = useGradeWord()
  const ownNames = ['score', 'coverage', ...indicatorsOf(scheme).map(({ code }) => `${code}_share`)]
  const effects = [
    { value: 'veto', label: words.veto }, ...GRADES.map((grade) => ({ value: `cap ${grade}`, label: `${words.cap} ${common.grade[grade]} · ${wordOf(grade)}` })),
    ...[1, 2, 3].map((grades) => ({ value: `down ${grades}`, label: words.grades(grades) })),
  ]
  const edit = (at: number, set: (gate: Gate) => void) => change((next) => set(next.gates[at]!))
  return (
    <fieldset disabled={!canEdit} className={`${styles.plain} ${styles.sheet}`} aria-label={words.table}>
      {scheme.gates.map((gate, at) => (
        <div key={at} className={styles.gate}>
          <TextInput label={schemes.card.code} maxLength={8} value={gate.code} onChange={(event) => { const code = event.currentTarget.value.toUpperCase(); edit(at, (next) => { next.code = code }) }} />
          <TextInput label={schemes.card.name} maxLength={60} value={gate.name} onChange={(event) => { const name = event.currentTarget.value; edit(at, (next) => { next.name = name }) }} />
          <FormulaField label={words.when} ownNames={ownNames} value={gate.when} onChange={(when) => edit(at, (next) => { next.when = when })}><FaultHere scheme={scheme} faults={faultsAt(faults, 'gates', at)} /></FormulaField>
          <Select label={words.effect} allowDeselect={false} value={effectKey(gate.effect)} data={effects} onChange={(key) => key !== null && edit(at, (next) => { next.effect = effectOf(key) })} />
          <Select label={words.unknown} allowDeselect={false} value={gate.unknown} data={(['hit', 'pass'] as const).map((value) => ({ value, label: words[value] }))} onChange={(value) => value !== null && edit(at, (next) => { next.unknown = value })} />
          <ActionIcon size={28} mt={24} variant="subtle" aria-label={`${words.remove} ${gate.code}`} onClick={() => change((next) => void next.gates.splice(at, 1))}><IconTrash size={16} aria-hidden /></ActionIcon>
        </div>
      ))}
      <Button size="xs" variant="subtle" m={12} leftSection={<IconPlus size={14} aria-hidden />} disabled={scheme.gates.length >= 40} onClick={() => change((next) => void next.gates.push({ code: `K${next.gates.length + 1}`, name: words.new, when: 'equity <= 0', effect: { kind: 'cap', grade: 'B' }, unknown: 'pass' }))}>{words.add}</Button>
    </fieldset>
  )
}
