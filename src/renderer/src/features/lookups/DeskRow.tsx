import { Button } from '@mantine/core'
import type { CSSProperties, KeyboardEventHandler } from 'react'
import { useText } from '../../app/text.tsx'
import { shortNumber, type Group, type RowAction } from './actions.ts'
import { DueText } from './DueText.tsx'
import type { SlipRow } from './queries.ts'
import styles from './desk.module.css'

type Props = {
  row: SlipRow
  group: Group
  today: string
  action: RowAction | null
  index: number
  style: CSSProperties
  isSelected: boolean
  isFocusable: boolean
  onFocus: () => void
  onSelect: () => void
  onAction: (action: RowAction) => void
  onKeyDown: KeyboardEventHandler
}

/** One slip on the desk: who wants what until when, and the one thing to do with it. */
export function DeskRow({ row, group, today, action, index, style, isSelected, isFocusable, onFocus, onSelect, onAction, onKeyDown }: Props) {
  const { lookups } = useText()
  const dossier = row.dossierNumber ?? lookups.list.unknownDossier
  return (
    <div
      role="row" aria-rowindex={index + 1} aria-selected={isSelected} tabIndex={isFocusable ? 0 : -1} data-index={index} style={style}
      className={isSelected ? `${styles.row} ${styles.selected}` : styles.row} onFocus={onFocus} onClick={onSelect} onKeyDown={onKeyDown}
    >
      <span role="gridcell" className={styles.number} title={row.number}>{shortNumber(row.number)}</span>
      <span role="gridcell" className={styles.party} title={row.partyName}>{row.shortName ?? row.partyName}</span>
      <span role="gridcell" className={styles.dossier} title={dossier}>
        <span>{dossier}</span>{row.dossierCount > 1 && <span className={styles.more}>{lookups.list.more(row.dossierCount)}</span>}
      </span>
      <span role="gridcell">{lookups.manner[row.manner]}</span>
      <span role="gridcell" className={styles.applicant} title={`${row.applicantName}　${row.unit}`}>
        {row.applicantName}　<span className={styles.unit}>{row.unit}</span>
      </span>
      <span role="gridcell" className={styles.due}><DueText row={row} today={today} /></span>
      <span role="gridcell" className={styles.action}>
        {action !== null && (
          <Button
            size="compact-sm" tabIndex={isFocusable ? 0 : -1} className={styles.button} {...looks(action, group, isSelected)}
            onClick={(event) => {
              event.stopPropagation()
              onAction(action)
            }}
          >
            {lookups.action[action]}
          </Button>
        )}
      </span>
    </div>
  )
}

const looks = (action: RowAction, group: Group, isSelected: boolean): { variant: string; color?: string } => {
  if (action === 'remind') return { variant: 'outline', color: 'seal' }
  if (isSelected && action !== 'submit') return { variant: 'filled' }
  return { variant: group === 'out' ? 'subtle' : 'default' }
}
