import { Combobox, Textarea, useCombobox } from '@mantine/core'
import { useRef, type ReactNode } from 'react'
import { FACTS } from '../../../shared/rules/facts/catalogue.ts'
import { FUNCTIONS } from '../../../shared/rules/schemes/expression.ts'
import { useText } from '../app/text.tsx'
import styles from './FormulaField.module.css'
import { nameOf, readFormula } from './formula.ts'

type Props = {
  label: string
  value: string
  onChange: (formula: string) => void
  description?: string
  /** Names of a gate beyond the facts: `score`, `A1_share`. */
  ownNames?: readonly string[]
  isRequired?: boolean
  /** What does not hold in it. */
  children?: ReactNode
}

const WORD = /[\p{ID_Start}][\p{ID_Continue}]*$/u
const MOST = 8

/** A formula with its reading below; what is being typed is completed from the names of the facts, in their names or in words. */
export function FormulaField({ label, description, value, onChange, ownNames = [], isRequired = true, children }: Props) {
  const text = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const caret = field.current?.selectionStart ?? value.length
  const word = WORD.exec(value.slice(0, caret))?.[0] ?? ''
  const names = [...ownNames, ...Object.keys(FACTS), ...Object.keys(FUNCTIONS)]
  const sought = word.toLowerCase()
  const found = word === '' ? [] : names.filter((name) => name !== word && (name.toLowerCase().startsWith(sought) || nameOf(text, name).toLowerCase().includes(sought))).slice(0, MOST)
  const isOpen = box.dropdownOpened && found.length > 0
  const insert = (name: string) => {
    const before = value.slice(0, caret - word.length)
    const added = name in FUNCTIONS ? `${name}(` : name
    onChange(`${before}${added}${value.slice(caret)}`)
    box.closeDropdown()
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length + added.length, before.length + added.length))
  }
  const reading = value.trim() === '' ? null : readFormula(text, value)
  return (
    <div className={styles.formula}>
      <Combobox store={box} onOptionSubmit={insert} position="bottom-start" width="target">
        <Combobox.Target targetType="input">
          <Textarea
            ref={field} label={label} description={description} required={isRequired} withAsterisk={false} autosize minRows={1} maxRows={5} maxLength={400} spellCheck={false} classNames={{ input: styles.code }} value={value}
            onChange={(event) => {
              onChange(event.currentTarget.value.replaceAll('\n', ' '))
              box.openDropdown()
              box.resetSelectedOption()
            }}
            onBlur={() => box.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!isOpen}>
          <Combobox.Options aria-label={text.schemes.card.facts}>
            {found.map((name) => (
              <Combobox.Option key={name} value={name} className={styles.completion}><span>{name in FUNCTIONS ? `${name}( )` : nameOf(text, name)}</span><code>{name}</code></Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {reading !== null && <p className={styles.reading}><span className={styles.quiet}>{text.schemes.card.reading}</span> {reading}</p>}
      {children}
    </div>
  )
}
