import { Button, Checkbox, MultiSelect, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useText } from '../../../app/text.tsx'
import { LEVELS } from '../../../../../shared/contract/dossiers.ts'
import { OWN_RULE } from '../../../../../shared/rules/regulations/contradictions.ts'
import { RetentionRule } from '../../../../../shared/rules/regulations/duties-of-office.ts'
import type { Regulation } from '../queries.ts'
import type { Change } from './draft.ts'
import { AmountInput, ClauseSelect, RemoveButton, WholeNumber } from './fields.tsx'
import { itemsOf, only } from './retention.ts'
import styles from './editor.module.css'

type Props = { body: Regulation; change: Change }
type Rule = Regulation['retention']['rules'][number]

/** How long folders are kept: the ordinary years, and rules for some of them. */
export function RetentionPart({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.retention
  const { defaultYears, rules } = body.retention
  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        <WholeNumber label={words.ordinary} min={0} max={100} value={defaultYears} onChange={(years) => change(({ retention }) => { retention.defaultYears = years })} />
      </div>
      <p className={styles.hint}>{words.hint}</p>
      {rules.map((rule, index) => (
        // Two rules may be alike for a moment, so their place is what tells them apart; a removed one makes the fields anew.
        <RuleCard key={`${rules.length} ${index}`} body={body} rule={rule} turn={index + 1} change={(apply) => change(({ retention }) => apply(retention.rules[index]!))} onRemove={() => change(({ retention }) => { retention.rules.splice(index, 1) })} />
      ))}
      <Button leftSection={<IconPlus size={16} aria-hidden />} className={styles.addWide} onClick={() => change(({ retention }) => { retention.rules.push({ clause: OWN_RULE, kind: 'contract', years: retention.defaultYears, from: 'terminated' }) })}>{words.add}</Button>
    </div>
  )
}

type CardProps = { body: Regulation; rule: Rule; turn: number; change: (apply: (rule: Rule) => void) => void; onRemove: () => void }

function RuleCard({ body, rule, turn, change, onRemove }: CardProps) {
  const { regulations, common } = useText()
  const words = regulations.edit.retention
  return (
    <fieldset className={styles.card}>
      <legend className="visually-hidden">{words.rule(turn)}</legend>
      <div className={styles.cardHead}>
        <strong className={styles.grow}>{words.rule(turn)}</strong>
        <RemoveButton label={`${common.remove} ${words.rule(turn)}`} onClick={onRemove} />
      </div>
      <div className={styles.fields}>
        <Conditions body={body} rule={rule} change={change} />
        <WholeNumber label={words.years} min={0} max={100} disabled={rule.years === null} value={rule.years ?? ''} onChange={(years) => change((one) => { one.years = years })} />
        <Select
          label={words.from} value={rule.from} allowDeselect={false} data={RetentionRule.shape.from.options.map((value) => ({ value, label: regulations.fact.from[value] }))}
          onChange={(from) => from !== null && change((one) => { one.from = from })}
        />
        <ClauseSelect body={body} value={rule.clause} onChange={(clause) => change((one) => { one.clause = clause })} />
      </div>
      <div className={styles.checks}>
        <Checkbox label={words.forEver} checked={rule.years === null} onChange={(event) => { const { checked } = event.currentTarget; change((one) => { one.years = checked ? null : body.retention.defaultYears }) }} />
      </div>
    </fieldset>
  )
}

/** What a folder must be for the rule to hold; what is left empty is not asked. */
function Conditions({ body, rule, change }: Pick<CardProps, 'body' | 'rule' | 'change'>) {
  const { regulations, common } = useText()
  const words = regulations.edit.retention
  // A grade that the regulation no longer has stays to be seen, and taken away.
  const grades = [...new Set<string>([...body.grades.map(({ grade }) => grade), ...(rule.grades ?? [])])]
  return (
    <>
      <Select
        label={words.kind} value={rule.kind ?? null} clearable placeholder={common.all} data={(['credit', 'contract'] as const).map((value) => ({ value, label: common.dossierKind[value] }))}
        onChange={(kind) => change((one) => only(one, 'kind', kind))}
      />
      <AmountInput label={words.minAmount} fen={rule.minAmountFen ?? null} onChange={(fen) => change((one) => only(one, 'minAmountFen', fen))} />
      <div className={styles.wide}>
        <MultiSelect label={words.grades} value={rule.grades ?? []} data={grades} {...(!rule.grades && { placeholder: common.all })} onChange={(chosen) => change((one) => only(one, 'grades', chosen))} />
      </div>
      <div className={styles.wide}>
        <MultiSelect
          label={words.levels} value={rule.levels ?? []} data={LEVELS.map((level) => ({ value: level, label: common.level[level] }))} {...(!rule.levels && { placeholder: common.all })}
          onChange={(chosen) => change((one) => only(one, 'levels', chosen))}
        />
      </div>
      <div className={styles.wide}>
        <Select label={words.item} value={rule.itemCode ?? null} clearable searchable placeholder={common.all} maxDropdownHeight={320} data={itemsOf(body, rule)} onChange={(code) => change((one) => only(one, 'itemCode', code))} />
      </div>
    </>
  )
}
