import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useText } from '../../../app/text.tsx'
import { LEVELS } from '../../../../../shared/contract/dossiers.ts'
import { formatNumber } from '../../../../../shared/rules/regulations/number.ts'
import { OWN_RULE } from '../../../../../shared/rules/regulations/contradictions.ts'
import type { Regulation } from '../queries.ts'
import type { Change } from './draft.ts'
import { ClauseSays, RemoveButton, RoleSelect, WholeNumber } from './fields.tsx'
import styles from './editor.module.css'

type Props = { body: Regulation; change: Change }

/** A number by the pattern as it stands, for a department `XS1` and its 137th of the year. */
function exampleOf(pattern: string): string | null {
  const isWhole = /\{year\}/.test(pattern) && /\{sequence(:\d)?\}/.test(pattern)
  return isWhole ? formatNumber(pattern, { department: 'XS1', year: new Date().getFullYear(), sequence: 137 }) : null
}

export function NumberingPart({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.numbering
  return (
    <div className={styles.stack}>
      <p className={styles.hint}>{words.hint}</p>
      {(['credit', 'contract', 'slip'] as const).map((name) => {
        const example = exampleOf(body.numbering[name])
        return (
          <TextInput
            key={name} label={regulations.name[name]} value={body.numbering[name]} maxLength={60} inputWrapperOrder={['label', 'input', 'description']}
            description={example === null ? words.broken : words.example(example)} styles={{ description: { marginTop: 4, color: example === null ? 'var(--seal)' : 'var(--ink2)' } }}
            onChange={(event) => { const pattern = event.currentTarget.value; change(({ numbering }) => { numbering[name] = pattern }) }}
          />
        )
      })}
    </div>
  )
}

export function LookupPart({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.lookup
  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        {(['read', 'borrow', 'copy'] as const).map((manner) => (
          <WholeNumber
            key={manner} label={`${regulations.name[manner]}　${words.loanDays}`} min={0} max={365} value={body.lookup.loanDays[manner]}
            onChange={(days) => change(({ lookup }) => { lookup.loanDays[manner] = days })}
          />
        ))}
        <WholeNumber label={words.maxRenewals} min={0} max={20} value={body.lookup.maxRenewals} onChange={(times) => change(({ lookup }) => { lookup.maxRenewals = times })} />
      </div>
      <Signers body={body} change={change} />
    </div>
  )
}

function Signers({ body, change }: Props) {
  const { regulations, common } = useText()
  const words = regulations.edit.lookup
  return (
    <fieldset className={styles.card}>
      <legend className={styles.legend}>{words.signers}</legend>
      {body.lookup.signers.map((signer, index) => (
        // Two signers may be alike for a moment, so their place is what tells them apart.
        <div key={index} className={styles.signerRow}>
          <RoleSelect label={`${words.signer(index + 1)} ${words.role}`} value={signer.role} onChange={(role) => change(({ lookup }) => { lookup.signers[index]!.role = role })} />
          <Select
            aria-label={`${words.signer(index + 1)} ${words.fromLevel}`} value={signer.fromLevel} allowDeselect={false} data={LEVELS.map((level) => ({ value: level, label: regulations.fact.fromLevel(common.level[level]) }))}
            onChange={(level) => level !== null && change(({ lookup }) => { lookup.signers[index]!.fromLevel = level })}
          />
          <ClauseSays clause={signer.clause} />
          <RemoveButton label={`${common.remove} ${words.signer(index + 1)}`} onClick={() => change(({ lookup }) => { lookup.signers.splice(index, 1) })} />
        </div>
      ))}
      <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => change(({ lookup }) => { lookup.signers.push({ role: 'generalManager', fromLevel: 'confidential', clause: OWN_RULE }) })}>{words.addSigner}</Button>
    </fieldset>
  )
}

