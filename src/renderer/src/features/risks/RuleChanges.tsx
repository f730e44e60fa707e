import { IconEqual } from '@tabler/icons-react'
import { compareRules, type RuleChange, type RuleField } from '../../../../shared/rules/risks/rule-set.ts'
import type { WarningRule } from '../../../../shared/rules/risks/warnings.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './rules.module.css'
import { conditionText, ruleAdvice, ruleName } from './words.ts'

/** Rule by rule what a set changes. */
export function RuleChanges({ before, after }: { before: readonly WarningRule[]; after: readonly WarningRule[] }) {
  const text = useText()
  const words = text.risks.rules
  const changes = compareRules(before, after).map((change) => ({ ...change, fields: toldFields(text, change) }))
  if (changes.length === 0) return <div className={styles.empty}><EmptyState icon={IconEqual} title={words.noChanges} hint={words.noChangesHint} /></div>
  return (
    <div className={styles.sheet} tabIndex={0}>
      <table className={styles.changes} aria-label={words.changesTable}>
        <thead><tr><th scope="col">{words.code}</th><th scope="col">{words.name}</th><td /><th scope="col">{words.before}</th><th scope="col">{words.after}</th></tr></thead>
        {changes.map(({ code, before: was, after: is, fields }) => (
          <tbody key={code}>
            {(fields.length > 0 ? fields : [null]).map((field, at) => (
              <tr key={field}>
                {at === 0 && <><td className={styles.code} rowSpan={fields.length || 1}>{code}</td><th scope="rowgroup" rowSpan={fields.length || 1}>{ruleName(text, is ?? was!)}</th></>}
                <td className={styles.quiet}>{field === null ? '' : words.field[field]}</td>
                <td className={styles.was}>{field === null ? (was === null ? '—' : conditionText(text, was.when)) : valueText(text, field, was!)}</td>
                <td className={styles.is}>{field === null ? (is === null ? words.removed : `${words.added}：${conditionText(text, is.when)}`) : valueText(text, field, is!)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** What reads the same is not told: the program's words written once more. */
function toldFields(text: Text, { before, after, fields }: RuleChange): readonly RuleField[] {
  const told = before === null || after === null ? fields : fields.filter((field) => valueText(text, field, before) !== valueText(text, field, after))
  return told.length > 0 ? told : fields
}

function valueText(text: Text, field: RuleField, rule: WarningRule): string {
  const { risks } = text
  switch (field) {
    case 'isOn': return rule.isOn ? risks.rules.yes : risks.rules.no
    case 'severity': return risks.severity[rule.severity]
    case 'aspect': return risks.aspect[rule.aspect]
    case 'when': return conditionText(text, rule.when)
    case 'name': return ruleName(text, rule)
    case 'advice': return ruleAdvice(text, rule) || '—'
  }
}
