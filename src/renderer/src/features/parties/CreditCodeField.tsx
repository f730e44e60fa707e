import { TextInput, type TextInputProps } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { checkCreditCode } from '../../../../shared/rules/parties/credit-code.ts'
import { useText } from '../../app/text.tsx'
import styles from './PartyPage.module.css'

const LENGTH = 18

type Props = Omit<TextInputProps, 'value' | 'onChange'> & { value: string; onChange: (value: string) => void }

/** The credit code, checked as it is typed: nothing is said against it while it is only not yet whole. */
export function CreditCodeField({ value, onChange, error, ...props }: Props) {
  const { parties: { party, codeProblems } } = useText()
  const check = checkCreditCode(value)
  const typed = value.trim().length
  const isUnfinished = 'refused' in check && check.refused === 'code-wrong-length' && typed < LENGTH
  const problem = 'refused' in check && !isUnfinished ? codeProblems[check.refused] : null
  const state = 'state' in check ? check.state : null
  const hint = isUnfinished ? `${typed} / ${LENGTH}` : state === 'legacy' ? party.codeLegacy : null
  return (
    <TextInput
      {...props} value={value} maxLength={40} spellCheck={false} autoComplete="off" error={problem ?? error} onChange={(event) => onChange(event.currentTarget.value)}
      description={hint} inputWrapperOrder={['label', 'input', 'description', 'error']}
      rightSection={state === 'valid' ? <IconCircleCheck size={18} className={styles.good} role="img" aria-label={party.codeGood} /> : null}
    />
  )
}
