import { programCode, type WarningRule } from '../../../../shared/rules/risks/warnings.ts'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { readFormula } from '../../ui/formula.ts'

type Worded = Pick<WarningRule, 'code' | 'when' | 'name' | 'advice'>

/** What a rule warns of: the company's words, the program's while the formula is the program's, else what it asks. */
export function ruleName(text: Text, { code, when, name }: Omit<Worded, 'advice'>): string {
  if (name !== null) return name
  const own = programCode({ code, when })
  return own === null ? conditionText(text, when) || code : text.risks.warning[own]
}

/** What is to be done about it; '' where nobody said. */
export function ruleAdvice({ risks }: Text, { code, when, advice }: Omit<Worded, 'name'>): string {
  const own = programCode({ code, when })
  return advice ?? (own === null ? '' : risks.rules.advice[own])
}

/** A condition as people read it; as it is written where it cannot be read. */
export const conditionText = (text: Text, when: string): string => (when.trim() === '' ? '' : readFormula(text, when) ?? when)

export const ruleFaultText = ({ risks, schemes }: Text, { code, values }: SchemeFault): string => risks.rules.faultOf(code, values) ?? schemes.faultOf(code, values)

export const setName = ({ risks }: Text, id: number | null): string => (id === null ? risks.rules.programSet : risks.rules.set(id))
