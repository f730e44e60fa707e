import { Switch } from '@mantine/core'
import { ASPECTS, PROGRAM_RULES, type WarningRule } from '../../../../shared/rules/risks/warnings.ts'
import { useText } from '../../app/text.tsx'
import risksStyles from './risks.module.css'
import styles from './rules.module.css'
import { conditionText, ruleAdvice, ruleName } from './words.ts'

type Props = { rules: readonly WarningRule[]; canEdit: boolean; isSaving: boolean; onEdit: (rule: WarningRule) => void; onTurn: (rule: WarningRule, isOn: boolean) => void }

/** The rules of a set by aspect: what each asks and what is to be done; switched here, edited on pressing its name. */
export function RuleTable({ rules, canEdit, isSaving, onEdit, onTurn }: Props) {
  const text = useText()
  const words = text.risks.rules
  return (
    <div className={styles.sheet} tabIndex={0}>
      <table className={styles.rules} aria-label={words.table}>
        <thead><tr><th scope="col">{words.code}</th><th scope="col">{words.severity}</th><th scope="col">{words.name}</th><th scope="col">{words.reads}</th><th scope="col">{words.adviceLabel}</th><th scope="col">{words.on}</th></tr></thead>
        {ASPECTS.map((aspect) => {
          const own = rules.filter((rule) => rule.aspect === aspect)
          return own.length > 0 && (
            <tbody key={aspect}>
              <tr className={styles.aspect}><th scope="rowgroup" colSpan={6}>{text.risks.aspect[aspect]} <span className={styles.quiet}>{words.count(own.filter(({ isOn }) => isOn).length, own.length)}</span></th></tr>
              {own.map((rule) => (
                <tr key={rule.code} className={rule.isOn ? undefined : styles.off}>
                  <td className={styles.code}>{rule.code}</td>
                  <td><span className={risksStyles[rule.severity]}>{text.risks.severity[rule.severity]}</span></td>
                  <td className={styles.name}>
                    {canEdit ? <button type="button" className={styles.open} onClick={() => onEdit(rule)}>{ruleName(text, rule)}</button> : <strong>{ruleName(text, rule)}</strong>}
                    <Mark rule={rule} />
                  </td>
                  <td className={styles.condition} title={rule.when}>{conditionText(text, rule.when)}</td>
                  <td className={styles.advice}>{ruleAdvice(text, rule)}</td>
                  <td>{canEdit
                    ? <Switch aria-label={words.turn(ruleName(text, rule))} checked={rule.isOn} disabled={isSaving} onChange={(event) => onTurn(rule, event.currentTarget.checked)} />
                    : <span className={styles.quiet}>{rule.isOn ? words.on : words.off}</span>}</td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

/** Whose rule it is, where it is not the program's as it came. */
function Mark({ rule }: { rule: WarningRule }) {
  const { risks: { rules: words } } = useText()
  const program = PROGRAM_RULES.find(({ code }) => code === rule.code)
  if (program === undefined) return <span className={styles.mark}>{words.own}</span>
  const isOther = program.when !== rule.when || program.severity !== rule.severity || program.aspect !== rule.aspect || rule.name !== null || rule.advice !== null
  return isOther ? <span className={styles.mark}>{words.changed}</span> : null
}
